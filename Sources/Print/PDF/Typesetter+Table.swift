import Documents
import PDF

extension Typesetter {
  private static let padding = 4.0
  private static let ruleWidth = 0.5

  /// A table with rules; its head is repeated on every page and rows stay whole where they can.
  mutating func table(_ table: DocumentTable) {
    cursor += isAtTop ? 0 : spacing
    let columns = columns(table)
    structure.begin(.table)
    defer { structure.end() }
    let head = row(
      table.head.last.map { $0.map { $0?.runs ?? [] } } ?? [], columns, table, isHead: true)
    var firstHead = head
    let headHeight = height(head)
    if let first = table.rows.first {
      let firstHeight = height(row(first.map(\.runs), columns, table, isHead: false))
      need(headHeight + min(firstHeight, (bottom - top) / 2))
    }
    tagged(.tableHead) { $0.tag(&firstHead, isHead: true) }
    place(firstHead, columns)
    structure.begin(.tableBody)
    defer { structure.end() }
    for cells in table.rows {
      var rest = row(cells.map(\.runs), columns, table, isHead: false)
      tag(&rest, isHead: false)
      while true {
        let height = height(rest)
        if cursor + height <= bottom + 0.01 {
          place(rest, columns)
          break
        }
        let fitsAFreshPage = top + headHeight + height <= bottom
        if fitsAFreshPage || bottom - cursor < 3 * profile.tableSize {
          newPage()
          place(head, columns)
          if fitsAFreshPage {
            place(rest, columns)
            break
          }
        }
        // Taller than a page: torn between lines, which is better than lost below the margin.
        place(cut(&rest, at: bottom - cursor - 2 * Self.padding), columns)
        newPage()
        place(head, columns)
      }
    }
  }

  /// A cell's text and which of its lines are still to be set.
  private struct Cell {
    var layout: TextLayout
    var lines: Range<Int>
    /// Its element; a head that is shown again on the next page has none.
    var element: Int?

    var height: Double {
      lines.isEmpty
        ? 0 : layout.lines[lines.upperBound - 1].bottom - layout.lines[lines.lowerBound].top
    }
  }

  private func columns(_ table: DocumentTable) -> [(x: Double, width: Double)] {
    var x = left
    return table.columns.map { column in
      defer { x += column.share * bodyWidth }
      return (x, column.share * bodyWidth)
    }
  }

  private mutating func row(
    _ cells: [[Run]], _ columns: [(x: Double, width: Double)],
    _ table: DocumentTable, isHead: Bool
  ) -> [Cell] {
    var made: [Cell] = []
    for (i, column) in columns.enumerated() {
      var style = TextStyle(size: profile.tableSize)
      style.isBold = isHead
      if isHead {
        style.alignment = .center
      } else {
        switch table.columns[i].alignment {
        case .left: style.alignment = .left
        case .center: style.alignment = .center
        case .right, .decimal: style.alignment = .right
        }
      }
      let runs = cells.indices.contains(i) ? cells[i] : []
      let text = layout(runs, style, width: column.width - 2 * Self.padding)
      made.append(Cell(layout: text, lines: 0..<text.lines.count))
    }
    return made
  }

  /// Gives a row and its cells their elements.
  private mutating func tag(_ row: inout [Cell], isHead: Bool) {
    structure.begin(.row)
    for i in row.indices {
      row[i].element = structure.begin(
        isHead ? .headCell : .cell, isHead ? [.scope(.column)] : [])
      for k in row[i].layout.links.indices {
        row[i].layout.links[k].element = structure.inline(.link)
      }
      structure.end()
    }
    structure.end()
  }

  private func height(_ row: [Cell]) -> Double {
    (row.map(\.height).max() ?? 0) + 2 * Self.padding
  }

  /// Takes the lines that fit into `height` off the top of every cell; one line at least.
  private func cut(_ row: inout [Cell], at height: Double) -> [Cell] {
    var upper = row
    for i in row.indices {
      let lines = row[i].layout.lines
      guard let first = row[i].lines.first else { continue }
      var end = row[i].lines.lowerBound
      while end < row[i].lines.upperBound, lines[end].bottom - lines[first].top <= height {
        end += 1
      }
      end = max(end, first + 1)
      upper[i].lines = first..<end
      row[i].lines = end..<row[i].lines.upperBound
    }
    return upper
  }

  private mutating func place(_ row: [Cell], _ columns: [(x: Double, width: Double)]) {
    let height = height(row)
    let (y, below) = (cursor, cursor + height)
    for (cell, column) in zip(row, columns) {
      guard let first = cell.lines.first else { continue }
      let start = cell.layout.lines[first].top
      for i in cell.lines {
        mark(
          .line(
            cell.layout, i, x: column.x + Self.padding,
            baseline: y + Self.padding + cell.layout.lines[i].baseline - start),
          owner: cell.element)
      }
    }
    let end = (columns.last?.x ?? left) + (columns.last?.width ?? 0)
    for ruleY in [y, below] {
      rule(x1: left, y1: ruleY, x2: end, y2: ruleY, width: Self.ruleWidth)
    }
    for x in columns.map(\.x) + [end] {
      rule(x1: x, y1: y, x2: x, y2: below, width: Self.ruleWidth)
    }
    cursor = below
  }
}
