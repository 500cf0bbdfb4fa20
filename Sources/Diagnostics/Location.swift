/// A place in an input file, as a person looks for it: file, line and column, or table cell.
///
/// Lines and columns start at 1 and columns count Unicode scalars; `line == 0` means the whole
/// file, `column == 0` the whole line.
package struct Location: Sendable, Hashable {
  /// Path as shown to the user: relative to the content (or template) folder, `/` between parts.
  package var file: String
  package var line: Int
  package var column: Int
  /// How many characters are marked from `column` on; 0 if not known.
  package var length: Int
  /// The cell, where the file is a table.
  package var cell: Cell?

  /// A cell of a table: its row as a spreadsheet numbers it (the head is row 1) and its heading.
  package struct Cell: Sendable, Hashable {
    package var row: Int
    package var column: Int
    package var heading: String
    /// Where the file has several sheets and the cell might be on any.
    package var sheet: Sheet?

    package init(row: Int, column: Int, heading: String, sheet: Sheet? = nil) {
      self.row = row
      self.column = column
      self.heading = heading
      self.sheet = sheet
    }

    /// The spreadsheet's own name of the cell: row 7, column 28 is `AB7`.
    package var name: String {
      var letters = ""
      var rest = max(column, 1)
      while rest > 0 {
        rest -= 1
        letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
        rest /= 26
      }
      return letters + String(row)
    }
  }

  /// A sheet of a workbook (trang tính) by its place among the others, from 1, and its name.
  package struct Sheet: Sendable, Hashable {
    package var number: Int
    package var name: String

    package init(number: Int, name: String) {
      self.number = number
      self.name = name
    }
  }

  package init(
    file: String, line: Int = 0, column: Int = 0, length: Int = 0, cell: Cell? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.cell = cell
  }
}

extension Location: Comparable {
  package static func < (a: Location, b: Location) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    let sheets = (a.cell?.sheet?.number ?? 0, b.cell?.sheet?.number ?? 0)
    if sheets.0 != sheets.1 { return sheets.0 < sheets.1 }
    if a.line != b.line { return a.line < b.line }
    if a.column != b.column { return a.column < b.column }
    return (a.cell?.column ?? 0) < (b.cell?.column ?? 0)
  }
}

extension Location: CustomStringConvertible {
  /// `units.csv:7:12`, the form that editors and terminals make clickable.
  package var description: String {
    var text = file
    if line > 0 { text += ":\(line)" }
    if line > 0, column > 0 { text += ":\(column)" }
    return text
  }
}
