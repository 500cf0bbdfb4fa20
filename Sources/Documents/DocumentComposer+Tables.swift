import Markdown

extension DocumentComposer {
  /// A table of Markdown with what fences before it said of its columns, head and caption.
  mutating func table(_ id: Int) -> DocumentTable {
    var head: [[Run]] = []
    var rows: [[DocumentTable.Cell]] = []
    for row in markdown.children(of: id) {
      let cells = markdown.children(of: row).map { runs($0) }
      if case .tableRow(isHeader: true) = markdown[row].kind {
        head = cells
      } else {
        rows.append(cells.map { DocumentTable.Cell($0) })
      }
    }
    let alignments = markdown.alignments(of: id)
    let count = max(head.count, 1)
    let given = pending.columns.flatMap { $0.count == count ? $0 : nil }
    let columns = (0..<count).map { i -> DocumentTable.Column in
      var alignment = DocumentTable.Alignment.left
      if alignments.indices.contains(i) {
        switch alignments[i] {
        case .right: alignment = .right
        case .center: alignment = .center
        default: break
        }
      }
      if given?[i].isDecimal == true { alignment = .decimal }
      return DocumentTable.Column(alignment, share: given?[i].share ?? 1 / Double(count))
    }
    let upper = pending.head.map { row in row.map { [Run($0)] } }
    pending.columns = nil
    pending.head = []
    return DocumentTable(
      caption: caption(.table), columns: columns, head: merged(upper + [head], columns: count),
      rows: rows)
  }

  /// The head as cells: `<` belongs to the cell on its left, `^` to the one above.
  private func merged(_ rows: [[[Run]]], columns: Int) -> [[DocumentTable.Cell?]] {
    var cells = rows.map { row in
      (0..<columns).map { i in
        DocumentTable.Cell(row.indices.contains(i) ? row[i] : []) as DocumentTable.Cell?
      }
    }
    func says(_ row: Int, _ column: Int, _ sign: String) -> Bool {
      rows[row].indices.contains(column) && rows[row][column].map(\.text).joined() == sign
    }
    for row in cells.indices {
      for column in 0..<columns where says(row, column, "<") && column > 0 {
        var first = column - 1
        while first > 0, says(row, first, "<") { first -= 1 }
        cells[row][first]?.columns += 1
        cells[row][column] = nil
      }
    }
    for row in cells.indices.dropFirst() {
      for column in 0..<columns where says(row, column, "^") {
        var first = row - 1
        while first > 0, says(first, column, "^") { first -= 1 }
        cells[first][column]?.rows += 1
        cells[row][column] = nil
      }
    }
    return cells
  }
}
