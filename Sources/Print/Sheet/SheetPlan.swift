import Documents

/// The tables of a document, each for a sheet of its own with a name that spreadsheets allow.
struct SheetPlan {
  struct Sheet {
    var name: String
    var title: String
    var table: DocumentTable
    var isLandscape: Bool
  }

  /// Of the sheet before all others.
  static let overview = "Thông tin"

  private(set) var sheets: [Sheet] = []
  /// Names in use, folded: spreadsheets do not tell `Bảng` from `BẢNG`, and keep one for themselves.
  private var names: Set<String> = [SheetPlan.overview.lowercased(), "history"]

  init(_ document: Document) {
    add(document.body, of: nil)
    for appendix in document.appendices { add(appendix.blocks, of: appendix) }
  }

  private mutating func add(_ blocks: [Block], of appendix: Appendix?, depth: Int = 0) {
    guard depth < 32 else { return }
    var heading: Heading?
    for block in blocks {
      switch block {
      case .heading(let next): heading = next
      case .table(let table): add(table, below: heading, of: appendix)
      case .quote(let inner): add(inner, of: appendix, depth: depth + 1)
      case .list(let list):
        for item in list.items { add(item, of: appendix, depth: depth + 1) }
      default: break
      }
    }
  }

  /// A table without a caption is called by what it stands below.
  private mutating func add(
    _ table: DocumentTable, below heading: Heading?, of appendix: Appendix?
  ) {
    let above = heading.map { $0.title.map(\.text).joined() } ?? appendix?.title
    let caption = table.caption.map { $0.text.map(\.text).joined() }
    let name = unused(caption ?? above ?? "Bảng \(sheets.count + 1)")
    let title = table.caption.map { $0.runs.map(\.text).joined() } ?? above ?? name
    sheets.append(
      Sheet(
        name: name, title: title, table: table, isLandscape: appendix?.isLandscape ?? false))
  }

  private mutating func unused(_ title: String) -> String {
    let base = Self.allowed(title)
    var name = Self.cut(base, to: 31)
    var next = 2
    while !names.insert(name.lowercased()).inserted {
      let suffix = " (\(next))"
      name = Self.cut(base, to: 31 - suffix.count) + suffix
      next += 1
    }
    return name
  }

  /// Without the signs that names of sheets may not have.
  private static func allowed(_ title: String) -> String {
    let signs: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
    let words = title.split { signs.contains($0) || $0.isWhitespace || $0.isNewline }
    let name = words.joined(separator: " ")
    return name.isEmpty ? "Bảng" : name
  }

  /// At most so many UTF-16 units, cut between words where that leaves half of them.
  private static func cut(_ name: String, to limit: Int) -> String {
    guard name.utf16.count > limit else { return name }
    var kept = name
    while kept.utf16.count > limit { kept.removeLast() }
    guard let space = kept.lastIndex(of: " "), kept[..<space].utf16.count * 2 > limit
    else { return kept }
    return String(kept[..<space])
  }
}
