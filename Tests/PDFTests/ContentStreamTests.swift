import PDF
import Testing

@Suite struct ContentStreamTests {
  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  @Test func countsFromTheTopAndWritesShortNumbers() {
    var stream = ContentStream(height: 842)
    stream.rectangle(
      x: 10, y: 20.5, width: 1.0 / 3, height: 2, ContentStream.Colour(red: 0, green: 0, blue: 0.5))
    stream.line(x1: 0, y1: 0, x2: -0.0004, y2: .nan, width: 0.7, .black)
    #expect(
      text(stream.bytes)
        == "0 0 0.5 rg 10 819.5 0.333 2 re f\n0 0 0 RG 0.7 w 0 842 m 0 0 l S\n")
  }

  @Test func codesThatLookLikeSyntaxAreEscaped() {
    var glyphs = GlyphString()
    for code: UInt16 in [0x28, 0x29, 0x5C, 0x0D, 0x0A] { glyphs.append(code: code) }
    glyphs.move(back: -250)
    glyphs.append(code: 0x4142)
    glyphs.finish()
    var stream = ContentStream(height: 100)
    stream.show(font: 2, size: 14, x: 1, y: 1, glyphs)
    let written = text(stream.bytes)
    #expect(
      written
        == "BT /F2 14 Tf 1 99 Td [(\0\\(\0\\)\0\\\\\0\\r\0\n)-250(AB)] TJ ET\n")
    // The font is named once.
    stream.show(font: 2, size: 14, x: 1, y: 2, glyphs)
    #expect(text(stream.bytes).dropFirst(written.count).hasPrefix("BT 1 98 Td"))
  }

  @Test func nothingIsWrittenForNoGlyphs() {
    var stream = ContentStream(height: 100)
    var glyphs = GlyphString()
    glyphs.finish()
    stream.show(font: 0, size: 14, x: 1, y: 1, glyphs)
    #expect(stream.bytes.isEmpty)
  }

  @Test func missingFontsAreNamed() {
    #expect(throws: PDFError.self) { try FontFile(path: "/khong/co.ttf") }
    #expect(throws: PDFError.self) { try FontFile(path: "/etc/hostname") }
  }
}
