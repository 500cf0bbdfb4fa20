import CHarfBuzz

/// The glyphs of one font that a document shows, with what each of them says.
package struct EmbeddedFont {
  package let file: FontFile
  /// First code of each glyph, by its number, given in the order in which glyphs are first shown; 0
  /// is the missing glyph, and what has no code yet.
  private var codes: [UInt16] = []
  private var shown: [Shown] = []

  /// A glyph under a code of its own.
  ///
  /// One that says different things, as the hyphen and the one that never breaks, has a code for
  /// each of them, so that what is copied is what was written.
  private struct Shown {
    var glyph: UInt32
    /// In UTF-8.
    var text: [UInt8]
    var advance: Double
    /// The code of the same glyph with another text; 0 if there is none.
    var other: UInt16 = 0
  }

  package init(_ file: FontFile) {
    self.file = file
    shown = [Shown(glyph: 0, text: [], advance: Self.rounded(file.advance(of: 0)))]
  }

  package var isUsed: Bool { shown.count > 1 }

  /// The code of a glyph and its advance in thousandths of the size, as the file will state it.
  package mutating func code(
    of glyph: UInt32, saying text: ArraySlice<UInt8>
  ) -> (code: UInt16, advance: Double) {
    let index = Int(glyph)
    // A font numbers at most 65,536 glyphs; what is beyond is no glyph of it.
    guard glyph > 0, index <= Int(UInt16.max) else { return (0, shown[0].advance) }
    if index >= codes.count {
      codes += repeatElement(0, count: index + 1 - codes.count)
    }
    var last = 0
    var code = Int(codes[index])
    while code > 0 {
      if shown[code].text.elementsEqual(text) { return (UInt16(code), shown[code].advance) }
      last = code
      code = Int(shown[code].other)
    }
    guard shown.count < Int(UInt16.max) else { return (0, shown[0].advance) }
    let new = UInt16(shown.count)
    if last > 0 { shown[last].other = new } else { codes[index] = new }
    let advance = Self.rounded(file.advance(of: glyph))
    shown.append(Shown(glyph: glyph, text: Array(text), advance: advance))
    return (new, advance)
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  /// Adds the font with all that shows and says it (ISO 32000-1, 9.7 and 9.10).
  package func add(to pdf: inout PDFFile) throws(PDFError) -> PDFReference {
    let glyphs = shown.map(\.glyph)
    let (program, numbers) = try file.subset(of: glyphs)
    let name = Self.tag(of: glyphs) + "+" + file.name
    let descriptor = pdf.add(
      .record([
        "Type": .name("FontDescriptor"), "FontName": .name(name),
        // Symbolic: its glyphs are named by number, not by letter.
        "Flags": .int(4 | (file.italicAngle == 0 ? 0 : 64)),
        "FontBBox": .array(
          [
            0, file.metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER), 1000,
            file.metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
          ].map { .real($0) }),
        "ItalicAngle": .real(file.italicAngle),
        "Ascent": .real(file.metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER)),
        "Descent": .real(file.metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER)),
        "CapHeight": .real(file.metric(HB_OT_METRICS_TAG_CAP_HEIGHT)),
        "StemV": .int(file.weight > 500 ? 140 : 80),
        "FontFile2": .reference(pdf.add(stream: program, [("Length1", .int(program.count))])),
      ]))
    let cid = pdf.add(
      .record([
        "Type": .name("Font"), "Subtype": .name("CIDFontType2"), "BaseFont": .name(name),
        "CIDSystemInfo": .record([
          "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": .int(0),
        ]),
        "FontDescriptor": .reference(descriptor),
        "DW": .real(shown[0].advance),
        "W": .array([.int(0), .array(shown.map { .real($0.advance) })]),
        "CIDToGIDMap": .reference(
          pdf.add(stream: numbers.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })),
      ]))
    return pdf.add(
      .record([
        "Type": .name("Font"), "Subtype": .name("Type0"), "BaseFont": .name(name),
        "Encoding": .name("Identity-H"), "DescendantFonts": .array([.reference(cid)]),
        "ToUnicode": .reference(pdf.add(stream: unicodeMap())),
      ]))
  }

  /// Six letters that differ for different subsets (ISO 32000-1, 9.6.4), the same on every run.
  private static func tag(of glyphs: [UInt32]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for glyph in glyphs { hash = (hash ^ UInt64(glyph)) &* 0x100_0000_01b3 }
    var letters: [UInt8] = []
    for _ in 0..<6 {
      letters.append(UInt8(ascii: "A") + UInt8(hash % 26))
      hash /= 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// What each code says, so that text can be searched and copied (ISO 32000-1, 9.10.3).
  private func unicodeMap() -> [UInt8] {
    var out: [UInt8] = []
    out.append(
      text: """
        /CIDInit /ProcSet findresource begin 12 dict begin begincmap
        /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
        /CMapName /Adobe-Identity-UCS def /CMapType 2 def
        1 begincodespacerange <0000> <FFFF> endcodespacerange

        """)
    let entries = shown.indices.filter { !shown[$0].text.isEmpty }
    var start = 0
    while start < entries.count {
      let part = entries[start..<min(start + 100, entries.count)]
      out.append(text: "\(part.count) beginbfchar\n")
      for code in part {
        out.append(text: "<")
        out.append(hex: UInt16(code))
        out.append(text: "> <")
        for unit in String(decoding: shown[code].text, as: UTF8.self).utf16 {
          out.append(hex: unit)
        }
        out.append(text: ">\n")
      }
      out.append(text: "endbfchar\n")
      start += 100
    }
    out.append(text: "endcmap CMapName currentdict /CMap defineresource pop end end\n")
    return out
  }
}
