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
  package var rows: [[Cell]]

  package init(caption: Caption? = nil, columns: [Column], head: [[Cell?]], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.head = head
    self.rows = rows
  }
}
