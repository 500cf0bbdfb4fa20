package import Diagnostics

/// Why a cell of a spreadsheet holds nothing that can be read.
package enum CellFault: Sendable, Hashable {
  /// A formula that failed, by its word, such as `#REF!`.
  case formula(String)
  /// A formula that no program has worked out yet.
  case uncomputed
  /// A time of day, or a date that is none, which no table of ours holds.
  case time

  package func tell(at place: Location, into bag: inout DiagnosticBag) {
    switch self {
    case .formula(let word):
      bag.error(
        "spreadsheet.formula", at: place, "Công thức của ô bị lỗi: \(word).",
        help: "Sửa công thức, hoặc ghi thẳng giá trị.")
    case .uncomputed:
      bag.error(
        "spreadsheet.formula", at: place, "Công thức của ô chưa được tính.",
        help: "Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại, hoặc ghi thẳng giá trị.")
    case .time:
      bag.error(
        "spreadsheet.value", at: place, "Ô định dạng giờ hoặc ngày không đọc được.",
        help: "Đổi định dạng của ô thành số hoặc ngày.")
    }
  }
}
