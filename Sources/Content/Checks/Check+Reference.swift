package import Diagnostics

extension Check {
  /// All checks as a Markdown table, for the README and for whoever asks on the command line.
  package static func reference(in language: Language) -> String {
    func say(_ vietnamese: String, _ english: String) -> String {
      Phrase(vietnamese, en: english).text(in: language)
    }
    func row(_ cells: [String]) -> String {
      "| "
        + cells.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ")
        + " |\n"
    }
    var text = row([
      say("Mã", "Code"), say("Kiểm tra", "Check"), say("Mức", "Gravest"),
      say("Miễn được", "Waivable"), say("Căn cứ", "Rests on"),
    ])
    text += "|---|---|---|:-:|---|\n"
    for check in all {
      text += row([
        check.code, check.title.text(in: language), check.severity.title.text(in: language),
        check.isWaivable ? say("có", "yes") : say("không", "no"), check.citation,
      ])
    }
    return text
  }
}

extension Diagnostic.Severity {
  /// As `check --explain` calls it.
  package var title: Phrase {
    switch self {
    case .error: Phrase("lỗi", en: "error")
    case .warning: Phrase("cảnh báo", en: "warning")
    case .note: Phrase("lưu ý", en: "note")
    }
  }
}
