import CXlsxWriter
import Glibc
package import Vietnamese

/// A sheet of a workbook; rows and columns count from 0.
@safe package struct Sheet {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let book: Workbook

  /// The longest text that a cell holds.
  private static let longest = 32_767

  package func write(
    _ value: SheetValue, row: Int, column: Int, _ look: Workbook.Look = Workbook.Look()
  ) {
    switch value {
    case .number(let number, let format):
      var look = look
      look.number = format
      unsafe book.note(
        worksheet_write_number(sheet, UInt32(row), UInt16(column), number, book.format(look)))
    case .text(let text):
      unsafe book.note(
        worksheet_write_string(
          sheet, UInt32(row), UInt16(column), Self.cut(text), book.format(look)))
    }
  }

  package func write(_ date: PlainDate, row: Int, column: Int) {
    var when = lxw_datetime(
      year: CInt(date.year), month: CInt(date.month), day: CInt(date.day), hour: 0, min: 0, sec: 0)
    let look = Workbook.Look(number: "dd/mm/yyyy")
    unsafe book.note(
      worksheet_write_datetime(sheet, UInt32(row), UInt16(column), &when, book.format(look)))
  }

  /// One value over several rows or columns.
  package func write(
    _ value: SheetValue, row: Int, column: Int, rows: Int, columns: Int, _ look: Workbook.Look
  ) {
    if rows > 1 || columns > 1 {
      // Its own text is only text; the value is written over it.
      unsafe book.note(
        worksheet_merge_range(
          sheet, UInt32(row), UInt16(column), UInt32(row + rows - 1), UInt16(column + columns - 1),
          "", book.format(look)))
    }
    write(value, row: row, column: column, look)
  }

  /// A link to another sheet.
  package func link(to name: String, row: Int, column: Int) {
    let quoted = name.replacing("'", with: "''")
    let look = Workbook.Look(isBordered: true, isLink: true)
    unsafe book.note(
      worksheet_write_url_opt(
        sheet, UInt32(row), UInt16(column), "internal:'\(quoted)'!A1", book.format(look), name,
        nil))
  }

  /// - Parameters:
  ///   - width: in letters.
  ///   - look: of the cells that nothing is written to.
  ///   - isFolded: whether the column is out of sight until a person unfolds its group.
  package func setWidth(
    _ width: Double, column: Int, _ look: Workbook.Look? = nil, isFolded: Bool = false
  ) {
    let fold = isFolded ? UInt8(1) : 0
    var options = lxw_row_col_options(hidden: fold, level: fold, collapsed: 0)
    unsafe book.note(
      worksheet_set_column_opt(
        sheet, UInt16(column), UInt16(column), width, look.flatMap { unsafe book.format($0) },
        &options))
  }

  /// The column after folded ones, where spreadsheets show how to unfold them.
  package func endFolded(column: Int) {
    var options = lxw_row_col_options(hidden: 0, level: 0, collapsed: 1)
    unsafe book.note(
      worksheet_set_column_opt(
        sheet, UInt16(column), UInt16(column), SheetMeasure.usualWidth, nil, &options))
  }

  /// The height of a row that holds so many lines, instead of the one that its text asks for.
  package func setLines(_ lines: Int, row: Int) {
    // Excel knows no row higher than 409 points.
    let height = min(Double(max(lines, 1)) * SheetMeasure.lineHeight, 409)
    unsafe book.note(worksheet_set_row(sheet, UInt32(row), height, nil))
  }

  /// What is printed: all from the first cell on.
  package func setPrintArea(rows: Int, columns: Int) {
    unsafe book.note(
      worksheet_print_area(sheet, 0, 0, UInt32(max(rows, 1) - 1), UInt16(max(columns, 1) - 1)))
  }

  /// Rows that stay on the screen and come again on every page of paper.
  package func repeatRows(_ first: Int, through last: Int) {
    unsafe worksheet_freeze_panes(sheet, UInt32(last + 1), 0)
    unsafe book.note(worksheet_repeat_rows(sheet, UInt32(first), UInt32(last)))
  }

  /// No person needs to see it; what it holds serves other sheets.
  package func hide() { unsafe worksheet_hide(sheet) }

  static func cut(_ text: String, to longest: Int = longest) -> String {
    text.utf16.count <= longest ? text : String(text.prefix(longest / 2))
  }
}
