import Documents
import PDF

extension Typesetter {
  private typealias Column = (x: Double, width: Double)

  /// A table with rules, below its caption; its head is repeated on every page and rows stay whole
  /// where they can.
  mutating func table(_ table: DocumentTable) {
    let columns = columns(table)
    let head = head(table, columns)
    let rows = body(table, columns)
    tagged(.table) { sheet in
      let caption = table.caption.map { sheet.caption($0) }
      let first = rows.first.map { sheet.start(of: $0) } ?? 0
      let isOne = rows.count == 1 && !sheet.isTall(rows[0].height)
      sheet.startBlock(
        needing: sheet.spacing + (caption.map { $0.height + sheet.profile.table.captionGap } ?? 0)
          + head.height + first + sheet.noteHeight(head.calls + (rows.first?.calls ?? []))
          + (isOne ? sheet.tail : 0))
      if let caption {
        let after = sheet.tail
        sheet.tail = 0
        sheet.tagged(.caption) { $0.flow(caption, x: $0.left, after: $0.spacing) }
        sheet.tail = after
        sheet.cursor += sheet.profile.table.captionGap
      } else {
        sheet.leave(sheet.spacing)
      }
      sheet.tagged(.tableHead) { $0.place($0.tagged(head, isHead: true)) }
      sheet.tagged(.tableBody) { sheet in
        for (i, row) in rows.enumerated() {
          let row = sheet.tagged(row, isHead: false)
          sheet.place(row, below: head, tail: i == rows.count - 1 ? sheet.tail : 0)
        }
      }
    }
  }

  // MARK: Rows

  private func columns(_ table: DocumentTable) -> [Column] {
    var x = left
    return table.columns.map { column in
      defer { x += column.share * bodyWidth }
      return (x, column.share * bodyWidth)
    }
  }

  private func head(_ table: DocumentTable, _ columns: [Column]) -> TableRows {
    let style = TextStyle(size: profile.tableSize, isBold: true, alignment: .center)
    return group(table.head[...], of: table, columns) { _ in style }
  }

  private func body(_ table: DocumentTable, _ columns: [Column]) -> [TableRows] {
    let styles = table.columns.map { column in
      var style = TextStyle(size: profile.tableSize)
      switch column.alignment {
      case .left, .decimal: break
      case .center: style.alignment = .center
      case .right: style.alignment = .right
      }
      return style
    }
    var groups = table.rowGroups.map { rows in
      group(table.rows[rows], of: table, columns) { styles[$0] }
    }
    for (c, column) in table.columns.enumerated() where column.alignment == .decimal {
      alignDecimals(of: c, in: &groups)
    }
    return groups
  }

  private func group(
    _ rows: ArraySlice<[DocumentTable.Cell?]>, of table: DocumentTable, _ columns: [Column],
    style: (Int) -> TextStyle
  ) -> TableRows {
    var group = TableRows(padding: profile.table.padding)
    for (r, row) in rows.enumerated() {
      for c in columns.indices {
        // A row that ends too soon has empty cells.
        guard let cell = c < row.count ? row[c] : DocumentTable.Cell([]) else { continue }
        let span = table.reach(of: cell, row: r, column: c, in: rows.count)
        let last = columns[c + span.columns - 1]
        let width = last.x + last.width - columns[c].x
        let text = layout(cell.runs, style(c), width: width - 2 * profile.table.padding)
        group.cells.append(
          TableRows.Cell(
            layout: text, lines: 0..<text.lines.count, x: columns[c].x, width: width, row: r,
            column: c, span: span, decimalPoint: cell.decimalPoint))
      }
    }
    group.fit(rows: rows.count)
    return group
  }

  /// Moves the numbers of a column so that their decimal commas stand below each other and the
  /// widest of them in the middle; what is no number stands in the middle by itself.
  private func alignDecimals(of column: Int, in groups: inout [TableRows]) {
    func parts(_ cell: TableRows.Cell) -> (whole: Double, rest: Double)? {
      guard cell.layout.lines.count == 1, let point = cell.decimalPoint else { return nil }
      let whole = cell.layout.x(ofByte: point)
      return (whole, cell.layout.width - whole)
    }
    let numbers = groups.lazy.flatMap(\.cells).filter { $0.column == column }.compactMap(parts)
    let whole = numbers.map(\.whole).max() ?? 0
    let rest = numbers.map(\.rest).max() ?? 0
    for g in groups.indices {
      for i in groups[g].cells.indices where groups[g].cells[i].column == column {
        let cell = groups[g].cells[i]
        let room = cell.width - 2 * profile.table.padding
        if let place = parts(cell), whole + rest <= room {
          groups[g].cells[i].shift = (room - whole - rest) / 2 + whole - place.whole
        } else if cell.layout.lines.count == 1 {
          groups[g].cells[i].shift = max((room - cell.layout.width) / 2, 0)
        }
      }
    }
  }

  /// Gives rows and their cells their elements.
  private mutating func tagged(_ group: TableRows, isHead: Bool) -> TableRows {
    var group = group
    for row in group.heights.indices {
      structure.begin(.row)
      for i in group.cells.indices where group.cells[i].row == row {
        let span = group.cells[i].span
        let isJoined = span.columns > 1 || span.rows > 1
        group.cells[i].element = structure.begin(
          isHead ? .headCell : .cell,
          (isHead ? [.scope(.column)] : [])
            + (isJoined ? [.span(columns: span.columns, rows: span.rows)] : []))
        adopt(group.cells[i].layout)
        structure.end()
      }
      structure.end()
    }
    return group
  }

  // MARK: Pages

  /// What may be torn, for moving it whole would leave too much of a page empty.
  private func isTall(_ height: Double) -> Bool {
    height > (foot - top) * profile.table.largestGap
  }

  /// The height of the lines that stay together where a row is torn.
  private var leastPart: Double {
    profile.table.leastLines * profile.tableSize * 1.2 + 2 * profile.table.padding
  }

  /// How much of some rows must stand where the first of them does.
  private func start(of rows: TableRows) -> Double {
    guard isTall(rows.height), let first = rows.heights.first else { return rows.height }
    return isTall(first) ? leastPart : max(first, leastPart)
  }

  /// Places a row here or, below the head shown again, on the next page; `tail` must follow it.
  private mutating func place(_ row: TableRows, below head: TableRows, tail: Double) {
    var rest = row
    var isFresh = false
    while cursor + rest.height + noteHeight(rest.calls) + tail > bottom + 0.01 {
      let room = bottom - cursor
      if isTall(rest.height), room >= start(of: rest) {
        place(rest.cut(at: min(room, rest.height - leastPart)), hasTop: head.height == 0)
        if rest.isEmpty { return }
      } else if isFresh {
        break
      }
      newPage()
      place(head)
      isFresh = true
    }
    place(rest, hasTop: head.height == 0)
  }

  private mutating func place(_ group: TableRows, hasTop: Bool = true) {
    let width = profile.table.ruleWidth
    let start = cursor
    cursor += group.height
    for cell in group.cells {
      let place = group.place(of: cell)
      let (top, bottom) = (start + place.top, start + place.bottom)
      let isHead = cell.element == nil || structure.role(of: cell.element ?? 0) == .headCell
      // In a head, words stand in the middle between the rules.
      let slack = isHead ? (place.bottom - place.text - profile.table.padding - cell.height) / 2 : 0
      if let first = cell.lines.first {
        let above = cell.layout.lines[first].top
        for i in cell.lines {
          mark(
            .line(
              cell.layout, i, x: cell.x + profile.table.padding + cell.shift,
              baseline: start + place.text + slack + cell.layout.lines[i].baseline - above),
            owner: cell.element)
        }
      }
      let end = cell.x + cell.width
      if hasTop, cell.row == 0 { rule(x1: cell.x, y1: top, x2: end, y2: top, width: width) }
      rule(x1: cell.x, y1: bottom, x2: end, y2: bottom, width: width)
      if cell.x <= left + 0.01 { rule(x1: cell.x, y1: top, x2: cell.x, y2: bottom, width: width) }
      rule(x1: end, y1: top, x2: end, y2: bottom, width: width)
      for note in cell.layout.calls(in: cell.lines) where cell.element != nil { put(note: note) }
    }
  }
}
