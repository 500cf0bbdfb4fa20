import Glibc
import PDF
import Testing

private let path = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"

@Suite(.enabled(if: unsafe access(path, R_OK) == 0, "cần fonts-liberation2"))
struct EmbeddedFontTests {
  private func code(of glyph: UInt32, _ text: String, in font: inout EmbeddedFont) -> UInt16 {
    font.code(of: glyph, saying: Array(text.utf8)[...]).code
  }

  @Test func aGlyphHasACodeForEachThingThatItSays() throws {
    let file = try FontFile(path: path)
    let space = try #require(file.space)
    var font = EmbeddedFont(file)
    #expect(!font.isUsed)
    let codes = [" ", "\u{A0}", "\u{2009}", " ", "\u{2009}", "\u{A0}"].map {
      code(of: space, $0, in: &font)
    }
    #expect(codes == [1, 2, 3, 1, 3, 2])
    #expect(code(of: space + 1, "!", in: &font) == 4)
    // What no font numbers is the missing glyph.
    #expect(code(of: 0, "x", in: &font) == 0 && code(of: 1 << 20, "x", in: &font) == 0)
    #expect(font.isUsed)
  }
}
