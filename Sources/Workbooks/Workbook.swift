import CXlsxWriter
import Glibc
package import Vietnamese

/// A workbook of libxlsxwriter, whose bytes hang on what is written alone.
///
/// The library writes through a file only; ours lives in memory and has no name on any disk, so
/// nothing is left behind whatever happens.
@safe package final class Workbook {
  /// How a cell looks; each look is one format of the file.
  package struct Look: Hashable {
    package var isBold: Bool
    package var isBordered: Bool
    package var isFilled: Bool
    package var isLink: Bool
    /// Whether long text goes on on the next line.
    package var isWrapped: Bool
    package var alignment: Alignment
    /// A number format of spreadsheets; `@` keeps what is typed as it is typed.
    package var number: String

    package enum Alignment { case left, center, right }

    package init(
      isBold: Bool = false, isBordered: Bool = false, isFilled: Bool = false, isLink: Bool = false,
      isWrapped: Bool = false, alignment: Alignment = .left, number: String = ""
    ) {
      self.isBold = isBold
      self.isBordered = isBordered
      self.isFilled = isFilled
      self.isLink = isLink
      self.isWrapped = isWrapped
      self.alignment = alignment
      self.number = number
    }
  }

  private let file: CInt
  /// Nil once it is finished.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [Look: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  /// The first refusal of the library; it is told when the workbook is finished.
  private var failure: lxw_error = LXW_NO_ERROR

  package init() throws(WorkbookError) {
    file = unsafe memfd_create("neuguong.xlsx", UInt32(neuguong_close_on_exec))
    guard file >= 0 else {
      throw WorkbookError(message: "Không tạo được tệp trong bộ nhớ để viết bảng tính.")
    }
    var options = unsafe lxw_workbook_options()
    unsafe book = workbook_new_opt("/proc/self/fd/\(file)", &options)
    guard let formats = unsafe book?.pointee.formats else {
      throw WorkbookError(message: "Không đủ bộ nhớ để viết bảng tính.")
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
  package func describe(title: String, subject: String, author: String, date: PlainDate) {
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
  package func addSheet(_ name: String, _ paper: Paper) throws(WorkbookError) -> Sheet {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      throw WorkbookError(message: "Không thêm được trang tính “\(name)”.")
    }
    // A4, as wide as the page.
    unsafe worksheet_set_paper(sheet, 9)
    if paper.isLandscape { unsafe worksheet_set_landscape(sheet) }
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    // In inches.
    unsafe worksheet_set_margins(
      sheet, paper.left / 25.4, paper.right / 25.4, paper.top / 25.4, paper.bottom / 25.4)
    unsafe note(worksheet_set_footer(sheet, "&C&P"))
    return unsafe Sheet(sheet: sheet, book: self)
  }

  /// The bytes of the file; nothing may be written after.
  package func finish() throws(WorkbookError) -> [UInt8] {
    unsafe note(workbook_close(book))
    unsafe book = nil
    if failure != LXW_NO_ERROR {
      throw unsafe WorkbookError(
        message: "Không viết được bảng tính: \(String(cString: lxw_strerror(failure)))")
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    lseek(file, 0, SEEK_SET)
    while true {
      let count = unsafe read(file, &piece, piece.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        throw WorkbookError(message: "Không đọc lại được bảng tính vừa viết.")
      }
      bytes.append(contentsOf: piece[..<count])
    }
  }

  func note(_ result: lxw_error) {
    if failure == LXW_NO_ERROR { failure = result }
  }

  func format(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
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
    if look.number == "@" {
      // By its number, under which every program knows it for text.
      unsafe format_set_num_format_index(format, 49)
    } else if !look.number.isEmpty {
      unsafe format_set_num_format(format, look.number)
    }
    unsafe formats[look] = format
    return unsafe format
  }
}

/// The page that a sheet is printed on: A4, with margins in millimetres.
package struct Paper: Sendable {
  package var isLandscape: Bool
  package var top: Double
  package var bottom: Double
  package var left: Double
  package var right: Double

  package init(isLandscape: Bool, top: Double, bottom: Double, left: Double, right: Double) {
    self.isLandscape = isLandscape
    self.top = top
    self.bottom = bottom
    self.left = left
    self.right = right
  }
}

/// A workbook that cannot be written.
package struct WorkbookError: Error, Sendable {
  package var message: String
}
