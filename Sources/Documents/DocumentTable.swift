/// A table whose head is repeated on every page.
package struct DocumentTable: Sendable {
  package enum Alignment: Sendable, Hashable {
    case left, center, right
    /// Decimal commas below each other.
    case decimal
  }

  package struct Column: Sendable, Hashable {
    package var alignment: Alignment
    /// Share of the width; all of a table add up to 1.
    package var share: Double

    package init(_ alignment: Alignment, share: Double) {
      self.alignment = alignment
      self.share = share
    }
  }

  /// A cell; one that reaches over others stands where its first column and row are.
  package struct Cell: Sendable, Hashable {
    package var runs: [Run]
    /// How many columns and rows it takes.
    package var columns = 1
    package var rows = 1

    package init(_ runs: [Run], columns: Int = 1, rows: Int = 1) {
      self.runs = runs
      self.columns = columns
      self.rows = rows
    }
  }

  package var caption: Caption?
  package var columns: [Column]
  /// Rows of the head, upper ones first; a place that a cell above or to the left takes is nil.
  package var head: [[Cell?]]
  /// Rows of the body, with joined cells as in the head.
  package var rows: [[Cell?]]

  package init(caption: Caption? = nil, columns: [Column], head: [[Cell?]], rows: [[Cell?]]) {
    self.caption = caption
    self.columns = columns
    self.head = head
    self.rows = rows
  }
}

extension DocumentTable {
  /// How many columns and rows a cell takes where it stands, none beyond the `count` rows of its
  /// part or the table's columns.
  package func reach(
    of cell: Cell, row: Int, column: Int, in count: Int
  ) -> (columns: Int, rows: Int) {
    (
      min(max(cell.columns, 1), max(columns.count - column, 1)),
      min(max(cell.rows, 1), max(count - row, 1))
    )
  }

  /// Rows of the body that joined cells hold together; most are alone.
  package var rowGroups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var first = 0
    var end = 0
    for (r, row) in rows.enumerated() {
      for (c, cell) in row.enumerated() {
        guard let cell else { continue }
        end = max(end, r + reach(of: cell, row: r, column: c, in: rows.count).rows)
      }
      end = max(end, r + 1)
      guard end == r + 1 else { continue }
      groups.append(first..<end)
      first = end
    }
    return groups
  }
}
