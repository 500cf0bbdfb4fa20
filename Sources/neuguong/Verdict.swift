import Diagnostics
import Terminal

extension DiagnosticBag {
  /// Whether a run ends here: errors always, warnings where the user asked so.
  func fails(_ arguments: Arguments) -> Bool {
    hasErrors || (arguments.has("strict") && count(.warning) > 0)
  }

  /// The problems counted: `2 lỗi, 1 cảnh báo`.
  func verdict(in language: Language) -> String {
    let text = TextDiagnosticWriter.summary(self, in: language)
    let fine = Phrase("Không có lỗi.", en: "No problems.").text(in: language)
    return text.isEmpty ? fine : text
  }
}
