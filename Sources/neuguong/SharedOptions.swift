import Diagnostics
import Terminal

/// Options that several verbs take, each declared once.
extension Option {
  static let format = Option(
    name: "format", value: .word(ReportFormat.self), help: "cách in các vấn đề (mặc định: text)")
  static let now = Option(
    name: "now", value: .date,
    help: "ngày lập, ví dụ 2025-05-31 (mặc định: SOURCE_DATE_EPOCH, rồi đến hôm nay)")
  static let templates = Option(
    name: "templates", value: .folder(),
    help: "mẫu của riêng bạn, thay cho mẫu cùng tên có sẵn")
  static let undefined = Option(
    name: "undefined", value: .word(["error", "warn", "empty"]),
    help: "mẫu gọi tên không có thì báo lỗi (mặc định), cảnh báo hay coi là trống")
  static let strict = Option(name: "strict", help: "coi cảnh báo là lỗi")
  static let quiet = Option(name: "quiet", help: "chỉ in vấn đề")
  static let language = Option(
    name: "language", value: .word(Language.self),
    help: "tiếng của các lời nhắc (mặc định: NEUGUONG_LANGUAGE, LC_ALL, LC_MESSAGES, rồi đến vi)")
  static let jobs = Option(
    name: "jobs", value: .number(1...256), help: "số luồng (mặc định: số lõi máy)")
  static let cache = Option(
    name: "cache", value: .folder(),
    help: "nơi giữ ảnh đã thu nhỏ cho lần sau (mặc định: cạnh nơi ghi, không bao giờ ở trong)")
  static let fonts = Option(
    name: "fonts", value: .folder(),
    help: "bốn tệp Times New Roman để in PDF (mặc định: Liberation Serif của máy)")
  static let json = Option(name: "json", help: "JSON thay cho Markdown")
  static let replace = Option(name: "replace", help: "ghi đè tệp đã có")

  /// Where a verb writes to.
  static func output(_ usual: String) -> Option {
    Option(name: "output", value: .folder(), help: "nơi ghi kết quả (mặc định: \(usual))")
  }
}

extension Operand {
  static let content = Operand.optional(
    .folder("NỘI DUNG"), "thư mục nội dung (mặc định: content)")
}
