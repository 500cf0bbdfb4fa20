import Vietnamese

/// Tells rows that hold a record from those that offices put between and below them.
struct RowSorter {
  enum Kind: Equatable {
    case data
    case blank
    case hidden
    /// (1), (2), (3) below the head.
    case numbering
    /// The head once more, at the top of a printed page.
    case headAgain
    case total
    /// The total or the title of a group of units.
    case group
    /// A title over the rows that follow.
    case section(String)
    /// Signatures and notes: the table is over.
    case footer
  }

  let head: Head
  let takesHidden: Bool
  let clusters: NameBook
  /// Whether rows are units, which offices put into groups with figures of their own.
  let hasGroups: Bool
  /// Columns of figures or, where there are none, of the record's own content.
  private let ordinal: Int?
  private let headings: [Int: [String]]

  init(head: Head, takesHidden: Bool, clusters: NameBook, hasGroups: Bool) {
    self.head = head
    self.takesHidden = takesHidden
    self.clusters = clusters
    self.hasGroups = hasGroups
    ordinal =
      head.columns.first { if case .ordinal = $0.meaning { true } else { false } }?.number
    headings = Dictionary(
      head.columns.map { ($0.number, $0.path.map(Fold.heading)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Parameters:
  ///   - distance: how many rows below the head the row is, from 1.
  ///   - isNamed: whether a cell that names the row's unit or target names one that is known.
  func kind(of row: Grid.Row, distance: Int, isNamed: Bool) -> Kind {
    let own = row.own.filter { !$0.text.isEmpty || !$0.isReadable }
    if own.isEmpty { return .blank }
    if row.isHidden, !takesHidden { return .hidden }
    if distance <= 2, isNumbering(own) { return .numbering }
    if isHeadAgain(own) { return .headAgain }
    if isNamed { return .data }
    let label = label(own)
    if isFooter(own, label) { return .footer }
    if isTotal(own) { return .total }
    let content = own.filter { $0.column != ordinal }
    // A numbered row is one of the list, however little is known of it.
    let isNumbered = own.contains { $0.column == ordinal && Int($0.text) != nil }
    if content.count <= 1, !isNumbered, let text = content.first?.text ?? own.first?.text,
      VNNumber.isWritten(text) == false
    {
      return .section(text)
    }
    if hasGroups, isGroup(own, label) { return .group }
    return .data
  }

  /// The first text that is no number of a row.
  private func label(_ own: [Grid.Cell]) -> String {
    own.first { $0.column != ordinal && $0.value == .text }?.text ?? own.first?.text ?? ""
  }

  /// “(1)”, “A”, “3 = 1/2” in all cells: at least three, for a row of small figures is a row.
  private func isNumbering(_ own: [Grid.Cell]) -> Bool {
    own.count >= 3
      && own.allSatisfy { cell in
        let bare = cell.text.unicodeScalars.filter { !"()[]=:/+*xX ".unicodeScalars.contains($0) }
        return bare.count <= 8
          && bare.allSatisfy { ("0"..."9").contains($0) || ("A"..."H").contains($0) }
      } && Set(own.map(\.text)).count == own.count
      && own.contains { Int($0.text.filter(\.isNumber)) == 1 || $0.text == "A" }
      && !own.contains { $0.value == .percent || $0.text.contains("%") }
  }

  private func isHeadAgain(_ own: [Grid.Cell]) -> Bool {
    own.count >= 2
      && own.allSatisfy { cell in
        headings[cell.column]?.contains(Fold.heading(cell.text)) ?? false
      }
  }

  private func isFooter(_ own: [Grid.Cell], _ label: String) -> Bool {
    guard own.count <= 3 else { return false }
    return own.enumerated().contains { place, cell in
      let words = cell.text.words
      // “Trần Thị Lan | Hiệu trưởng” is a row of people; signatures begin a row or stand alone.
      if place == 0, OfficeWords.footers.contains(where: { words.starts(with: $0) }) { return true }
      // “Đắk Lắk, ngày 15 tháng 01 năm 2024”, also with dots for the day.
      guard let day = words.firstIndex(of: "ngay") else { return false }
      return words[day...].prefix(4).contains("thang") && words.contains("nam")
    }
  }

  private func isTotal(_ own: [Grid.Cell]) -> Bool {
    own.prefix(2).contains { cell in
      cell.value == .text && OfficeWords.isTotal(cell.text)
    }
  }

  /// “II | Khối tiểu học | 12 | 80%”: numbered by letters, or named as groups are.
  private func isGroup(_ own: [Grid.Cell], _ label: String) -> Bool {
    if let lead = label.words.first, OfficeWords.groupLeads.contains(lead) { return true }
    if label.words.starts(with: ["thi", "xa"]) || label.words.starts(with: ["thanh", "pho"]) {
      return true
    }
    if clusters.one(label) != nil { return true }
    guard let number = own.first(where: { $0.column == ordinal })?.text else { return false }
    return !number.isEmpty && number.allSatisfy { "IVXABCDE.".contains($0) }
  }
}

extension VNNumber {
  /// Whether a text is a figure.
  static func isWritten(_ text: String) -> Bool {
    if case .success = parse(text) { true } else { false }
  }
}
