import Markdown

extension DocumentComposer {
  /// A table of Markdown with what fences before it said of its columns, head and caption.
  mutating func table(_ id: Int) -> DocumentTable {
    var head: [[Run]] = []
    var rows: [[[Run]]] = []
    for row in markdown.children(of: id) {
      let cells = markdown.children(of: row).map { runs($0) }
      if case .tableRow(isHeader: true) = markdown[row].kind {
        head = cells
      } else {
        rows.append(cells)
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
    var table = DocumentTable(
      caption: caption(.table), columns: columns, head: joined(upper + [head], columns: count),
      rows: joined(rows, columns: count))
    table.widenColumns(on: .decree30, isLandscape: isLandscape)
    return table
  }

  /// Rows as cells: `<` belongs to the cell on its left, `^` to the one above.
  ///
  /// A sign that would make a cell no rectangle stays what it is, for its author to see.
  private func joined(_ rows: [[[Run]]], columns: Int) -> [[DocumentTable.Cell?]] {
    var cells = rows.map { row in
      (0..<columns).map { i in
        DocumentTable.Cell(row.indices.contains(i) ? row[i] : []) as DocumentTable.Cell?
      }
    }
    func says(_ sign: String, _ row: Int, _ column: Int) -> Bool {
      guard let runs = cells[row][column]?.runs, runs.count == 1 else { return false }
      // A figure is never a sign.
      return runs[0].text == sign && runs[0].source == nil
    }
    for row in cells.indices {
      for column in 0..<columns where cells[row][column] != nil {
        var end = column + 1
        while end < columns, says("<", row, end) { end += 1 }
        var below = row + 1
        while below < cells.count, says("^", below, column),
          (column + 1..<end).allSatisfy({ says("^", below, $0) || says("<", below, $0) })
        {
          below += 1
        }
        guard end - column > 1 || below - row > 1 else { continue }
        for r in row..<below {
          for c in column..<end where r > row || c > column { cells[r][c] = nil }
        }
        cells[row][column]?.columns = end - column
        cells[row][column]?.rows = below - row
      }
    }
    return cells
  }
}
