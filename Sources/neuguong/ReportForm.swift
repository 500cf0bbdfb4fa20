import Diagnostics

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
    name: "as", value: allCases.map(\.rawValue).joined(separator: ","),
    help: "các dạng báo cáo cần viết (mặc định: tất cả)")

  /// The forms that `--as` asks for, all without it.
  static func asked(_ arguments: Arguments) throws(Stop) -> [ReportForm] {
    guard let text = arguments.value(option.name) else { return allCases }
    var asked: Set<ReportForm> = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = word.drop { $0 == " " }
      guard let form = ReportForm(rawValue: String(word)) else {
        throw Stop(
          exit: .usage,
          text: "--as không có dạng “\(word)”. "
            + (Suggestion.question(for: String(word), among: allCases.map(\.rawValue))
              ?? "Các dạng: \(allCases.map(\.rawValue).joined(separator: ", ")).")
        )
      }
      asked.insert(form)
    }
    return allCases.filter(asked.contains)
  }
}
