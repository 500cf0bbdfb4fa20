import Documents
import Vietnamese

/// The numbering definitions of a DOCX: one for each way of counting, and for each list that counts
/// a use of it that starts anew.
struct WordNumbering {
  private enum Scheme: Int, CaseIterable {
    case headings, dashes, decimal, letters
  }

  /// What a number of the body stands for.
  private enum Use: Equatable {
    case headings
    case dashes
    case counted(Scheme, level: Int, start: Int)
    /// One letter for one item, which Word could not count.
    case label(String, level: Int)
  }

  private var uses: [Use] = []

  /// Word knows nine levels, from 0.
  private static let deepest = 8

  /// A numbering of headings that counts from one: I., 1., a).
  mutating func addHeadings() -> Int { add(.headings) }

  /// The numbering of each item of a list within `level` others.
  ///
  /// Word counts letters as in English and would put e after d. So from đ on every item has a
  /// numbering of its own that shows its letter.
  mutating func add(_ list: DocumentList, level: Int) -> [Int] {
    let level = min(level, Self.deepest)
    let start = max(list.start, 1)
    switch list.marker {
    case .dash:
      let known = uses.firstIndex(of: .dashes).map { $0 + 1 }
      return [known ?? add(.dashes)]
    case .decimal: return [add(.counted(.decimal, level: level, start: start))]
    case .letter:
      let counted = add(.counted(.letters, level: level, start: start))
      return list.items.indices.map { item in
        start + item <= 4 ? counted : add(.label(list.label(of: item), level: level))
      }
    }
  }

  /// The numbering of a heading whose letter Word would count wrongly; nil for all others.
  mutating func add(_ heading: Heading) -> Int? {
    guard heading.level == 3, let letter = heading.number.unicodeScalars.first, letter > "d"
    else { return nil }
    return add(.label(heading.number, level: 0))
  }

  private mutating func add(_ use: Use) -> Int {
    uses.append(use)
    return uses.count
  }

  /// What a paragraph says of its number.
  static func properties(_ number: Int, level: Int) -> String {
    "<w:numPr><w:ilvl w:val=\"\(min(level, deepest))\"/><w:numId w:val=\"\(number)\"/></w:numPr>"
  }

  func xml(_ profile: PageProfile) -> [UInt8] {
    let indent = twips(points(profile.firstLineIndent))
    var out = MarkupBuffer()
    out.raw("\(WordParts.declaration)<w:numbering xmlns:w=\"\(WordNames.main)\">\n")
    for scheme in Scheme.allCases { definition(scheme, indent, &out) }
    // Definitions come before uses.
    var definitions = uses.map { use in
      switch use {
      case .headings: Scheme.headings.rawValue
      case .dashes: Scheme.dashes.rawValue
      case .counted(let scheme, _, _): scheme.rawValue
      case .label: 0
      }
    }
    var next = Scheme.allCases.count
    for (i, use) in uses.enumerated() {
      guard case .label(let label, let level) = use else { continue }
      open(next, &out)
      self.level(level, "none", label, indent, &out)
      out.raw("</w:abstractNum>\n")
      definitions[i] = next
      next += 1
    }
    for (i, use) in uses.enumerated() {
      out.raw("<w:num w:numId=\"\(i + 1)\"><w:abstractNumId w:val=\"\(definitions[i])\"/>")
      switch use {
      case .headings: for level in 0..<3 { restart(level, at: 1, &out) }
      case .counted(_, let level, let start): restart(level, at: start, &out)
      case .dashes, .label: break
      }
      out.raw("</w:num>\n")
    }
    out.raw("</w:numbering>")
    return out.bytes
  }

  private func definition(_ scheme: Scheme, _ indent: Int, _ out: inout MarkupBuffer) {
    open(scheme.rawValue, &out)
    if scheme == .headings {
      let forms = [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")]
      for (level, (format, text)) in forms.enumerated() {
        self.level(level, format, text, indent, style: "Heading\(level + 1)", &out)
      }
    } else {
      for level in 0...Self.deepest {
        switch scheme {
        case .decimal: self.level(level, "decimal", "%\(level + 1).", indent, &out)
        case .letters: self.level(level, "lowerLetter", "%\(level + 1))", indent, &out)
        default: self.level(level, "bullet", "-", indent, &out)
        }
      }
    }
    out.raw("</w:abstractNum>\n")
  }

  private func open(_ number: Int, _ out: inout MarkupBuffer) {
    out.raw(
      "<w:abstractNum w:abstractNumId=\"\(number)\"><w:multiLevelType w:val=\"multilevel\"/>")
  }

  private func restart(_ level: Int, at start: Int, _ out: inout MarkupBuffer) {
    out.raw(
      "<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"\(start)\"/></w:lvlOverride>")
  }

  /// The number stands in the first line's indent and a space follows, as in print; what lies deeper
  /// is drawn in by half an indent.
  private func level(
    _ level: Int, _ format: String, _ text: String, _ indent: Int, style: String? = nil,
    _ out: inout MarkupBuffer
  ) {
    let left = style == nil ? level * indent / 2 : 0
    out.raw(
      "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
        + (style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "")
        + "<w:suff w:val=\"space\"/><w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/>"
        + "<w:pPr><w:ind w:left=\"\(left)\" w:firstLine=\"\(indent)\"/></w:pPr></w:lvl>")
  }
}
