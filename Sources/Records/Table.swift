package import Diagnostics

/// A table as it stands in a file: one row of headings, then rows of as many cells.
package struct Table: Sendable {
  package struct Cell: Sendable {
    package var text: String
    let place: Place

    /// Made when asked for: most cells are never told of.
    package var location: Location { place.location }
  }

  /// Where a cell stands, in a quarter of the space of a `Location`.
  struct Place: Sendable {
    private let source: Source
    private let line: Int32
    private let column: Int32
    private let row: Int32
    private let index: Int32

    init(source: Source, line: Int, column: Int, row: Int, index: Int) {
      self.source = source
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
      self.row = Int32(clamping: row)
      self.index = Int32(clamping: index)
    }

    var location: Location {
      let index = Int(index)
      let heading = index < source.headings.count ? source.headings[index] : ""
      return Location(
        file: source.file, line: Int(line), column: Int(column),
        cell: Location.Cell(row: Int(row), column: index + 1, heading: heading))
    }
  }

  package struct Row: Sendable {
    /// The line of the file at which the row begins.
    package var number: Int
    package var cells: [Cell]
  }

  /// What all cells of a table share.
  final class Source: Sendable {
    let file: String
    let headings: [String]

    init(file: String, headings: [String]) {
      self.file = file
      self.headings = headings
    }
  }

  package var file: String
  package var header: [Cell]
  package var rows: [Row]

  init(file: String, header: [Cell], rows: [Row]) {
    self.file = file
    self.header = header
    self.rows = rows
  }

  /// A table from another kind of file; rows are taken as lines.
  ///
  /// Short rows are filled up with empty cells, longer ones cut.
  package init(
    file: String, headings: [String], headRow: Int = 1, rows: [(number: Int, cells: [String])]
  ) {
    let source = Source(file: file, headings: headings)
    func cells(_ texts: [String], _ number: Int) -> [Cell] {
      headings.indices.map { index in
        Cell(
          text: index < texts.count ? texts[index] : "",
          place: Place(source: source, line: number, column: 0, row: number, index: index))
      }
    }
    self.init(
      file: file, header: cells(headings, headRow),
      rows: rows.map { Row(number: $0.number, cells: cells($0.cells, $0.number)) })
  }
}
