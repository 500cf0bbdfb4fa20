import Terminal

/// The forms in which a report can be written; the page comes last, since it leads to the others.
enum ReportForm: String, CaseIterable {
  case pdf, docx, xlsx, html

  /// What a link to it says.
  var name: String {
    switch self {
    case .html: "trang web"
    case .pdf: "PDF"
    case .docx: "Word"
    case .xlsx: "Excel"
    }
  }

  static let option = Option(
    name: "as", value: .words(ReportForm.self),
    help: "các dạng báo cáo cần viết (mặc định: tất cả)")

  /// The forms that `--as` asks for, all without it.
  static func asked(_ arguments: Arguments) -> [ReportForm] {
    guard let words = arguments.words(option.name) else { return allCases }
    return allCases.filter { words.contains($0.rawValue) }
  }
}
