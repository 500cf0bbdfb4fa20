import Documents
import Vietnamese

/// The numbering definitions of a DOCX: headings, and each list with its own count.
struct WordNumbering {
  private enum Kind {
    case headings, dashes, decimal, letters
    /// One letter for one item.
    case letter(String)
  }

  private var kinds: [(kind: Kind, start: Int)] = []

  /// A numbering of headings that counts from one: I., 1., a).
  mutating func addHeadings() -> Int { add(.headings, from: 1) }

  /// The numbering of each item of a list.
  ///
  /// Word counts letters as in English and would put e after d. So from đ on every item has a
  /// numbering of its own that shows its letter.
  mutating func add(_ list: DocumentList) -> [Int] {
    switch list.marker {
    case .dash: return [add(.dashes, from: 1)]
    case .decimal: return [add(.decimal, from: max(list.start, 1))]
    case .letter:
      let counted = add(.letters, from: max(list.start, 1))
      return list.items.indices.map { item in
        max(list.start, 1) + item <= 4 ? counted : add(.letter(list.label(of: item)), from: 1)
      }
    }
  }

  private mutating func add(_ kind: Kind, from start: Int) -> Int {
    kinds.append((kind, start))
    return kinds.count
  }

  /// What a paragraph says of its number.
  static func properties(_ number: Int, level: Int) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
  }

  func xml(_ profile: PageProfile) -> [UInt8] {
    var out = MarkupBuffer()
    out.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering "
        + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n")
    let indent = twips(points(profile.firstLineIndent))
    for (i, (kind, start)) in kinds.enumerated() {
      out.raw("<w:abstractNum w:abstractNumId=\"\(i)\"><w:multiLevelType w:val=\"multilevel\"/>")
      switch kind {
      case .headings:
        for (level, format) in [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")]
          .enumerated()
        {
          self.level(
            level, format.0, format.1, start: 1, indent,
            style: i == 0 ? "Heading\(level + 1)" : nil, &out)
        }
      case .dashes: level(0, "bullet", "-", start: 1, indent, &out)
      case .decimal: level(0, "decimal", "%1.", start: start, indent, &out)
      case .letters: level(0, "lowerLetter", "%1)", start: start, indent, &out)
      case .letter(let label): level(0, "none", label, start: 1, indent, &out)
      }
      out.raw("</w:abstractNum>\n")
    }
    for i in kinds.indices {
      out.raw("<w:num w:numId=\"\(i + 1)\"><w:abstractNumId w:val=\"\(i)\"/></w:num>\n")
    }
    out.raw("</w:numbering>")
    return out.bytes
  }

  /// The number stands in the first line's indent and a space follows, as in print.
  private func level(
    _ level: Int, _ format: String, _ text: String, start: Int, _ indent: Int,
    style: String? = nil, _ out: inout MarkupBuffer
  ) {
    out.raw(
      "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>"
        + (style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "")
        + "<w:suff w:val=\"space\"/><w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/>"
        + "<w:pPr><w:ind w:left=\"0\" w:firstLine=\"\(indent)\"/></w:pPr></w:lvl>")
  }
}
