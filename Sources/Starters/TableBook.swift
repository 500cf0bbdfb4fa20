import Content
import Diagnostics
import Records
import Spreadsheets
package import Vietnamese

/// A table that a person keeps as a workbook: as text, and back again.
package enum TableBook {
  /// The table as CSV, without columns that are folded away and empty; nil if it cannot be read.
  package static func text(_ book: [UInt8], file: String) -> [UInt8]? {
    var bag = DiagnosticBag()
    guard let table = TableFile.parse(book, file: file, into: &bag), !bag.hasErrors else {
      return nil
    }
    let hidden = (try? SpreadsheetFile.read(book))?.sheets
      .first { !$0.isHidden && $0.rows.first?.cells.count == table.header.count }?.hiddenColumns
    let used = table.header.indices.filter { index in
      hidden?.contains { $0.contains(index + 1) } != true
        || table.rows.contains { !$0.cells[index].text.isEmpty }
    }
    let lines = ([table.header] + table.rows.map(\.cells)).map { cells in
      CSV.line(used.map { cells[$0].text })
    }
    return Array(lines.joined().utf8)
  }

  /// A CSV table as a workbook with notes and lists to choose from.
  ///
  /// - Parameter schema: the name of the schema that the table follows.
  package static func book(
    _ text: [UInt8], schema name: String, on day: PlainDate
  ) throws(StarterFault) -> [UInt8] {
    guard let schema = Schemas.all.first(where: { $0.name == name }) else {
      throw StarterFault(message: "Không có định dạng “\(name)”.")
    }
    return try Starter.workbook(
      [try Starter.filled(text, name, as: schema)], title: schema.title, author: "", date: day)
  }
}
