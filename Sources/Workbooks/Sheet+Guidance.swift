import CXlsxWriter
import Glibc

/// What helps a person to fill a sheet in: words beside a heading, and lists to choose from.
extension Sheet {
  /// Words that show when the pointer is on the cell.
  ///
  /// - Parameter lines: how many of them the box has room for.
  package func remark(_ text: String, row: Int, column: Int, lines: Int) {
    let words = unsafe (strdup(Self.font), strdup("neuguong"))
    defer {
      unsafe free(words.0)
      unsafe free(words.1)
    }
    var options = unsafe lxw_comment_options()
    unsafe options.font_name = words.0
    unsafe options.author = words.1
    unsafe options.font_size = 11
    unsafe options.width = 300
    unsafe options.height = UInt16(clamping: 18 * (lines + 1))
    unsafe book.note(
      worksheet_write_comment_opt(
        sheet, UInt32(row), UInt16(column), Self.cut(text), &options))
  }

  /// The cells of a column offer a list.
  ///
  /// - Parameters:
  ///   - source: where the list stands, such as `='Danh mục'!$A$1:$A$9`.
  ///   - isStrict: whether nothing else may be typed.
  package func offer(
    _ source: String, rows: ClosedRange<Int>, column: Int, isStrict: Bool
  ) {
    let words = unsafe (
      strdup(source), strdup("Chọn trong danh sách"),
      strdup("Ô này chỉ nhận một giá trị trong danh sách thả xuống.")
    )
    defer {
      unsafe free(words.0)
      unsafe free(words.1)
      unsafe free(words.2)
    }
    var validation = unsafe lxw_data_validation()
    unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    unsafe validation.value_formula = words.0
    unsafe validation.error_title = words.1
    unsafe validation.error_message = words.2
    unsafe validation.show_error = UInt8(
      (isStrict ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    unsafe book.note(
      worksheet_data_validation_range(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
        &validation))
  }

  private static var font: String { "Times New Roman" }
}
