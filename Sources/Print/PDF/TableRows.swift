import Documents

/// Rows of a table that stay together: one row of the body, or the head with its joined cells.
struct TableRows {
  struct Cell {
    var layout: TextLayout
    /// Which of its lines are still to be set.
    var lines: Range<Int>
    var x: Double
    var width: Double
    /// The first of its rows within the group, and how many it takes.
    var row = 0
    var rows = 1
    /// How far its text is moved to the right, for decimals to stand below each other.
    var shift = 0.0
    var span: (columns: Int, rows: Int) = (1, 1)
    /// Its element; a head that is shown again on the next page has none.
    var element: Int?

    var height: Double { layout.height(of: lines) }
  }

  var cells: [Cell] = []
  private(set) var heights: [Double] = []
  private let padding: Double

  init(padding: Double) { self.padding = padding }

  var height: Double { heights.reduce(0, +) }
  var calls: [Int] { cells.flatMap { $0.layout.calls(in: $0.lines) } }

  /// Makes each row as high as its cells; what reaches over rows makes the last of them higher.
  mutating func fit(rows: Int) {
    heights = Array(repeating: cells.isEmpty ? 0 : 2 * padding, count: rows)
    for cell in cells where cell.rows == 1 {
      heights[cell.row] = max(heights[cell.row], cell.height + 2 * padding)
    }
    for cell in cells where cell.rows > 1 {
      let last = cell.row + cell.rows - 1
      let have = heights[cell.row...last].reduce(0, +)
      heights[last] += max(cell.height + 2 * padding - have, 0)
    }
  }

  /// Takes the lines that fit into `height` off the top of every cell; one line at least.
  mutating func cut(at height: Double) -> TableRows {
    var upper = self
    for i in cells.indices {
      let lines = cells[i].lines
      guard let first = lines.first else { continue }
      var end = first + 1
      while end < lines.upperBound,
        cells[i].layout.height(of: first..<end + 1) <= height - 2 * padding
      {
        end += 1
      }
      upper.cells[i].lines = first..<end
      cells[i].lines = end..<lines.upperBound
    }
    upper.fit(rows: 1)
    fit(rows: 1)
    return upper
  }

  /// Where a cell's text begins and where its rules are, from the top of the group.
  func place(of cell: Cell) -> (top: Double, text: Double, bottom: Double) {
    let top = heights[..<cell.row].reduce(0, +)
    let bottom = top + heights[cell.row..<cell.row + cell.rows].reduce(0, +)
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
