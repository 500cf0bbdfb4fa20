package import Diagnostics
package import Records
import Vietnamese

/// One row more at the end of a CSV table, all other bytes as they were.
package struct RowInsertion {
  /// What a person could paste: the cells in the order of the columns.
  package let cells: [String]
  /// The table with the row, if it is one that may be written to.
  package let bytes: [UInt8]?
  /// What is new at its end.
  package var appended: [UInt8] { bytes.map { Array($0.dropFirst(length)) } ?? [] }
  private let length: Int
  /// Values that no column of the table takes.
  package let homeless: [(heading: String, value: String)]

  /// - Parameters:
  ///   - values: by the ids of fields.
  ///   - file: the name of the table, which tells its form.
  /// - Returns: nil with problems in the bag if the table cannot be read.
  package init?(
    _ values: KeyValuePairs<String, String>, into table: [UInt8], file: String, as schema: Schema,
    _ bag: inout DiagnosticBag
  ) {
    guard let old = TableFile.parse(table, file: file, into: &bag), !bag.hasErrors else {
      return nil
    }
    var cells = [String](repeating: "", count: old.header.count)
    var homeless: [(heading: String, value: String)] = []
    for (id, value) in values where !value.isEmpty {
      guard let field = schema.fields.first(where: { $0.id == id }) else { continue }
      let names = ([field.id] + field.aliases).map(Fold.heading)
      if let place = old.header.firstIndex(where: { names.contains(Fold.heading($0.text)) }) {
        cells[place] = value
      } else {
        homeless.append((field.heading, value))
      }
    }
    self.cells = cells
    length = table.count
    self.homeless = homeless
    bytes = Self.appended(cells, to: table, file: file, rows: old.rows.count)
  }

  /// Nil for workbooks, and wherever the longer table would not read as the old one with a row more.
  private static func appended(
    _ cells: [String], to table: [UInt8], file: String, rows: Int
  ) -> [UInt8]? {
    guard TableFile.ending(of: file) != "xlsx" else { return nil }
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      var bytes = table
      let lineEnd: [UInt8] = Self.lineEnd(of: table)
      if let last = table.last, last != 10, last != 13 { bytes += lineEnd }
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(separator) }
        bytes += Array(CSV.cell(cell).utf8)
      }
      bytes += lineEnd
      var bag = DiagnosticBag()
      guard let new = CSV.parse(bytes, file: file, into: &bag), !bag.hasErrors else { continue }
      if new.rows.count == rows + 1, new.rows.last?.cells.map(\.text) == cells { return bytes }
    }
    return nil
  }

  private static func lineEnd(of table: [UInt8]) -> [UInt8] {
    guard let first = table.firstIndex(of: 10) else {
      return table.contains(13) ? [13] : [10]
    }
    return first > 0 && table[first - 1] == 13 ? [13, 10] : [10]
  }
}
