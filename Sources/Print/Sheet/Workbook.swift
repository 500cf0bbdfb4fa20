import CXlsxWriter
import Documents
import Glibc
import Vietnamese

/// A workbook of libxlsxwriter, whose bytes hang on what is written alone.
///
/// The library writes through a file only; ours has no name any more when it is written, so nothing
/// is left behind whatever happens.
@safe final class Workbook {
  /// How a cell looks; each look is one format of the file.
  struct Look: Hashable {
    var isBold = false
    var isBordered = false
    var isFilled = false
    var isLink = false
    /// Whether long text goes on on the next line.
    var isWrapped = false
    var alignment = Alignment.left
    var number = ""

    enum Alignment { case left, center, right }
  }

  private let file: CInt
  /// Nil once it is finished.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [Look: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  /// The first refusal of the library; it is told when the workbook is finished.
  private var failure: lxw_error = LXW_NO_ERROR

  init() throws(PrintError) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/neuguong-XXXXXX".utf8CString)
    file = unsafe mkstemp(&path)
    guard file >= 0 else {
      throw PrintError(message: "Không tạo được tệp tạm trong “\(folder)” để viết bảng tính.")
    }
    unsafe unlink(path)
    var options = unsafe lxw_workbook_options()
    unsafe book = workbook_new_opt("/proc/self/fd/\(file)", &options)
    guard let formats = unsafe book?.pointee.formats else {
      throw PrintError(message: "Không đủ bộ nhớ để viết bảng tính.")
    }
    // The format of empty cells, whose digits are the measure of all columns.
    if let first = unsafe formats.pointee.stqh_first { unsafe Self.setFont(first) }
  }

  private static func setFont(_ format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, "Times New Roman")
    unsafe format_set_font_size(format, SheetMeasure.size)
  }

  deinit {
    if let book = unsafe book { unsafe lxw_workbook_free(book) }
    if file >= 0 { close(file) }
  }

  /// - Parameter date: stands for the moment of writing.
  func describe(title: String, subject: String, author: String, date: PlainDate) {
    let words = unsafe (strdup(title), strdup(subject), strdup(author))
    defer {
      unsafe free(words.0)
      unsafe free(words.1)
      unsafe free(words.2)
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.title = words.0
    unsafe properties.subject = words.1
    unsafe properties.author = words.2
    unsafe properties.company = words.2
    unsafe properties.created = date.dayNumber * 86_400
    unsafe note(workbook_set_properties(book, &properties))
  }

  /// - Parameter name: at most 31 signs, none of `[]:*?/\`, and no other sheet's.
  func addSheet(
    _ name: String, isLandscape: Bool, _ profile: PageProfile
  ) throws(PrintError) -> Sheet {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      throw PrintError(message: "Không thêm được trang tính “\(name)”.")
    }
    // A4, as wide as the page.
    unsafe worksheet_set_paper(sheet, 9)
    if isLandscape { unsafe worksheet_set_landscape(sheet) }
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    let margins = profile.margins(isLandscape: isLandscape)
    // In inches.
    unsafe worksheet_set_margins(
      sheet, margins.left / 25.4, margins.right / 25.4, margins.top / 25.4, margins.bottom / 25.4)
    unsafe note(worksheet_set_footer(sheet, "&C&P"))
    return unsafe Sheet(sheet: sheet, book: self)
  }

  /// The bytes of the file; nothing may be written after.
  func finish() throws(PrintError) -> [UInt8] {
    unsafe note(workbook_close(book))
    unsafe book = nil
    if failure != LXW_NO_ERROR {
      throw unsafe PrintError(
        message: "Không viết được bảng tính: \(String(cString: lxw_strerror(failure)))")
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    lseek(file, 0, SEEK_SET)
    while true {
      let count = unsafe read(file, &piece, piece.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw PrintError(message: "Không đọc lại được bảng tính vừa viết.") }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  fileprivate func note(_ result: lxw_error) {
    if failure == LXW_NO_ERROR { failure = result }
  }

  fileprivate func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe formats[look] { return unsafe known }
    guard let format = unsafe workbook_add_format(book) else { return nil }
    unsafe Self.setFont(format)
    if look.isBold { unsafe format_set_bold(format) }
    if look.isFilled { unsafe format_set_bg_color(format, 0xE6E6E6) }
    if look.isBordered {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    if look.isBordered || look.isWrapped { unsafe format_set_text_wrap(format) }
    if look.isLink {
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      unsafe format_set_font_color(format, 0x0B4A9C)
    }
    let sides = [
      Look.Alignment.left: LXW_ALIGN_LEFT, .center: LXW_ALIGN_CENTER, .right: LXW_ALIGN_RIGHT,
    ]
    unsafe format_set_align(format, UInt8((sides[look.alignment] ?? LXW_ALIGN_LEFT).rawValue))
    let height = look.isFilled ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
    unsafe format_set_align(format, UInt8(height.rawValue))
    if !look.number.isEmpty { unsafe format_set_num_format(format, look.number) }
    unsafe formats[look] = format
    return unsafe format
  }
}

/// A sheet of a workbook; rows and columns count from 0.
@safe struct Sheet {
  fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>
  fileprivate let book: Workbook

  /// The longest text that a cell holds.
  private static let longest = 32_767

  func write(_ value: SheetValue, row: Int, column: Int, _ look: Workbook.Look = Workbook.Look()) {
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

  func write(_ date: PlainDate, row: Int, column: Int) {
    var when = lxw_datetime(
      year: CInt(date.year), month: CInt(date.month), day: CInt(date.day), hour: 0, min: 0, sec: 0)
    let look = Workbook.Look(number: "dd/mm/yyyy")
    unsafe book.note(
      worksheet_write_datetime(sheet, UInt32(row), UInt16(column), &when, book.format(look)))
  }

  /// One value over several rows or columns.
  func write(
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
  func link(to name: String, row: Int, column: Int) {
    let quoted = name.replacing("'", with: "''")
    let look = Workbook.Look(isBordered: true, isLink: true)
    unsafe book.note(
      worksheet_write_url_opt(
        sheet, UInt32(row), UInt16(column), "internal:'\(quoted)'!A1", book.format(look), name,
        nil))
  }

  /// - Parameter width: in letters.
  func setWidth(_ width: Double, column: Int) {
    unsafe book.note(
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil))
  }

  /// The height of a row that holds so many lines, instead of the one that its text asks for.
  func setLines(_ lines: Int, row: Int) {
    // Excel knows no row higher than 409 points.
    let height = min(Double(max(lines, 1)) * SheetMeasure.lineHeight, 409)
    unsafe book.note(worksheet_set_row(sheet, UInt32(row), height, nil))
  }

  /// What is printed: all from the first cell on.
  func setPrintArea(rows: Int, columns: Int) {
    unsafe book.note(
      worksheet_print_area(sheet, 0, 0, UInt32(max(rows, 1) - 1), UInt16(max(columns, 1) - 1)))
  }

  /// Rows that stay on the screen and come again on every page of paper.
  func repeatRows(_ first: Int, through last: Int) {
    unsafe worksheet_freeze_panes(sheet, UInt32(last + 1), 0)
    unsafe book.note(worksheet_repeat_rows(sheet, UInt32(first), UInt32(last)))
  }

  private static func cut(_ text: String) -> String {
    text.utf16.count <= longest ? text : String(text.prefix(longest / 2))
  }
}
