import Documents

/// Rows of a table that stay together: one of the body, those that joined cells hold, or the head.
struct TableRows {
  struct Cell {
    var layout: TextLayout
    /// Which of its lines are still to be set.
    var lines: Range<Int>
    var x: Double
    var width: Double
    /// The first of its rows within the group, and of its columns.
    var row: Int
    let column: Int
    /// How many of both it takes.
    var span: (columns: Int, rows: Int)
    let decimalPoint: Int?
    /// How far its text is moved to the right, for decimals to stand below each other.
    var shift = 0.0
    /// Its element; a head that is shown again on the next page has none.
    var element: Int?

    var height: Double { layout.height(of: lines) }

    /// The line after the last one that fits, at least one further.
    func lineAfter(height: Double) -> Int {
      guard let first = lines.first else { return lines.lowerBound }
      var end = first + 1
      while end < lines.upperBound, layout.height(of: first..<end + 1) <= height { end += 1 }
      return end
    }
  }

  var cells: [Cell] = []
  private(set) var heights: [Double] = []
  private let padding: Double

  init(padding: Double) { self.padding = padding }

  var height: Double { heights.reduce(0, +) }
  /// Whether nothing is left of it after a cut.
  var isEmpty: Bool { heights.isEmpty }
  var calls: [Int] { cells.flatMap { $0.layout.calls(in: $0.lines) } }

  /// Makes each row as high as its cells; what reaches over rows makes the last of them higher.
  mutating func fit(rows: Int) {
    heights = Array(repeating: cells.isEmpty ? 0 : 2 * padding, count: rows)
    for cell in cells where cell.span.rows == 1 {
      heights[cell.row] = max(heights[cell.row], cell.height + 2 * padding)
    }
    for cell in cells where cell.span.rows > 1 {
      let last = cell.row + cell.span.rows - 1
      let have = heights[cell.row...last].reduce(0, +)
      heights[last] += max(cell.height + 2 * padding - have, 0)
    }
  }

  /// Takes what fits into `height` off the top: whole rows, and a cell that reaches below them with
  /// the lines that fit; of a first row that is too high the lines that fit, one at least.
  mutating func cut(at height: Double) -> TableRows {
    var rows = 0
    var room = height
    while rows < heights.count, heights[rows] <= room {
      room -= heights[rows]
      rows += 1
    }
    let end = max(rows, 1)
    let splits = cells.map { cell in
      guard cell.row < end else { return cell.lines.lowerBound }
      guard cell.row + cell.span.rows > rows else { return cell.lines.upperBound }
      return cell.lineAfter(height: height - heights[..<cell.row].reduce(0, +) - 2 * padding)
    }
    if rows == 0, zip(cells, splits).allSatisfy({ $0.row > 0 || $1 == $0.lines.upperBound }) {
      rows = 1
    }
    var (upper, lower) = (TableRows(padding: padding), TableRows(padding: padding))
    for (cell, split) in zip(cells, splits) {
      let reach = cell.row + cell.span.rows
      if cell.row < end {
        var above = cell
        above.lines = cell.lines.lowerBound..<split
        above.span.rows = min(reach, end) - cell.row
        upper.cells.append(above)
      }
      if reach > rows {
        var below = cell
        below.lines = split..<cell.lines.upperBound
        below.row = max(cell.row - rows, 0)
        below.span.rows = reach - rows - below.row
        lower.cells.append(below)
      }
    }
    upper.fit(rows: end)
    lower.fit(rows: heights.count - rows)
    self = lower
    return upper
  }

  /// Where a cell's text begins and where its rules are, from the top of the group.
  func place(of cell: Cell) -> (top: Double, text: Double, bottom: Double) {
    let top = heights[..<cell.row].reduce(0, +)
    let bottom = top + heights[cell.row..<cell.row + cell.span.rows].reduce(0, +)
    return (top, top + padding, bottom)
  }
}

extension DocumentTable.Cell {
  /// Where the whole part of a number ends in its text; nil if it does not begin with a number.
  var decimalPoint: Int? {
    var count = 0
    var hasDigit = false
    for byte in runs.lazy.flatMap(\.text.utf8) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"): break
      default: return hasDigit ? count : nil
      }
      count += 1
    }
    return hasDigit ? count : nil
  }
}
