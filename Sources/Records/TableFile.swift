package import Diagnostics
import Spreadsheets
import Vietnamese

/// Tables in any of the forms that people keep them in: `.csv`, `.tsv` and `.xlsx`.
package enum TableFile {
  /// Endings of names, without the dot.
  package static let endings = ["csv", "tsv", "xlsx"]

  /// The table, or nil with an error in the bag.
  package static func parse(
    _ bytes: [UInt8], file: String, into bag: inout DiagnosticBag
  ) -> Table? {
    guard ending(of: file) == "xlsx" else { return CSV.parse(bytes, file: file, into: &bag) }
    do throws(SpreadsheetFault) {
      let book = try SpreadsheetFile.read(bytes)
      guard let sheet = sheet(of: book, for: file, into: &bag) else { return nil }
      return SheetTable(sheet: sheet, file: file).table(into: &bag)
    } catch {
      bag.error(
        "spreadsheet.unreadable", at: Location(file: file),
        "Không đọc được bảng tính: \(error.message).", help: error.help)
      return nil
    }
  }

  /// The lower-case ending of a file's name, without the dot.
  package static func ending(of file: String) -> String {
    file.lastIndex(of: ".").map { file[file.index(after: $0)...].lowercased() } ?? ""
  }

  /// The sheet named as the file is, else the first one that is shown and holds something.
  private static func sheet(
    of book: Spreadsheet, for file: String, into bag: inout DiagnosticBag
  ) -> Spreadsheet.Sheet? {
    let shown = book.sheets.filter { !$0.isHidden && !$0.rows.isEmpty }
    guard let first = shown.first else {
      bag.error(
        "spreadsheet.empty", at: Location(file: file), "Bảng tính trống.",
        help: "Dòng đầu của trang tính phải ghi tên các cột.")
      return nil
    }
    let stem = file.split(separator: "/").last?.split(separator: ".").first ?? ""
    if let named = shown.first(where: { Fold.slug($0.name) == Fold.slug(String(stem)) }) {
      return named
    }
    if shown.count > 1 {
      let others = shown.dropFirst().map { "“\($0.name)”" }.joined(separator: ", ")
      bag.warning(
        "spreadsheet.sheets", at: Location(file: file),
        "Chỉ đọc trang tính “\(first.name)”, bỏ qua \(others).",
        help: "Đặt tên trang tính cần đọc là “\(stem)”, hoặc tách các trang kia ra tệp riêng.")
    }
    return first
  }
}

/// A sheet as a table: its first row with anything in it names the columns.
private struct SheetTable {
  let sheet: Spreadsheet.Sheet
  let file: String

  func table(into bag: inout DiagnosticBag) -> Table? {
    guard let head = sheet.rows.first, let last = head.cells.last?.place.column else { return nil }
    var headings = [String](repeating: "", count: last)
    for cell in head.cells { headings[cell.place.column - 1] = cell.text?.trimmed ?? "" }
    var rows: [(number: Int, cells: [String])] = []
    for row in sheet.rows.dropFirst() {
      var texts = [String](repeating: "", count: last)
      for cell in row.cells {
        let text = text(of: cell, headings, into: &bag)
        if cell.place.column <= last {
          texts[cell.place.column - 1] = text
        } else if !text.trimmed.isEmpty {
          bag.error(
            "spreadsheet.no-heading", at: location(of: cell.place, headings),
            "Ô có nội dung mà cột không có tên.", help: "Ghi tên cột ở dòng \(head.number).")
        }
      }
      fill(&texts, row: row.number)
      if texts.contains(where: { !$0.trimmed.isEmpty }) { rows.append((row.number, texts)) }
    }
    return Table(file: file, headings: headings, headRow: head.number, rows: rows)
  }

  /// Cells shown as one all hold what the first of them holds.
  private func fill(_ texts: inout [String], row: Int) {
    for range in sheet.merges where (range.first.row...range.last.row).contains(row) {
      guard let shown = source(of: range) else { continue }
      for column in range.first.column...min(range.last.column, max(texts.count, 1))
      where texts.indices.contains(column - 1) && texts[column - 1].isEmpty {
        texts[column - 1] = shown
      }
    }
  }

  private func source(of range: CellRange) -> String? {
    sheet.rows.first { $0.number == range.first.row }?[range.first.column]?.text
  }

  private func text(
    of cell: Spreadsheet.Cell, _ headings: [String], into bag: inout DiagnosticBag
  ) -> String {
    if let text = cell.text { return text }
    let fault: CellFault =
      switch cell.value {
      case .fault(let word): .formula(word)
      case .unknown: .uncomputed
      default: .time
      }
    fault.tell(at: location(of: cell.place, headings), into: &bag)
    return ""
  }

  private func location(of place: CellPlace, _ headings: [String]) -> Location {
    let heading = headings.indices.contains(place.column - 1) ? headings[place.column - 1] : ""
    return Location(
      file: file, line: place.row,
      cell: Location.Cell(row: place.row, column: place.column, heading: heading))
  }
}
