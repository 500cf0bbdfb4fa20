import Campaigns
import Diagnostics
import Vietnamese

/// One run of all checks over an archive, less what the user has let stand.
struct Checkup {
  let context: CheckContext
  let language: Language

  func run(into bag: inout DiagnosticBag) {
    var found: [Diagnostic] = []
    for check in Check.all {
      var log = CheckLog(check, language: language)
      check.run(context, &log)
      found += log.found
    }
    var used = Set<Int>()
    for diagnostic in found {
      if let waiver = waiver(for: diagnostic) {
        used.insert(waiver)
      } else {
        bag.add(diagnostic)
      }
    }
    for (index, waiver) in context.archive.waivers.enumerated() {
      review(waiver, isUsed: used.contains(index), into: &bag)
    }
  }

  private func waiver(for diagnostic: Diagnostic) -> Int? {
    guard let rule = diagnostic.rule, let record = rule.record else { return nil }
    return context.archive.waivers.firstIndex {
      $0.check.uppercased() == rule.code && $0.record == record && holds($0)
    }
  }

  private func holds(_ waiver: Waiver) -> Bool { waiver.until.map { $0 >= context.now } ?? true }

  /// A waiver that no longer does anything would hide the next finding of its kind.
  private func review(_ waiver: Waiver, isUsed: Bool, into bag: inout DiagnosticBag) {
    func tell(
      _ id: String, _ severity: Diagnostic.Severity, _ summary: Phrase, _ help: Phrase
    ) {
      bag.add(
        Diagnostic(
          id, severity, at: waiver.location, summary.text(in: language),
          help: help.text(in: language)))
    }
    guard let check = Check.named(waiver.check) else {
      let question = Suggestion.question(for: waiver.check, among: Check.all.map(\.code))
      tell(
        "waiver.unknown-check", .error,
        Phrase(
          "Không có kiểm tra nào mã “\(waiver.check)”.", en: "There is no check “\(waiver.check)”."),
        Phrase(
          (question.map { $0 + " " } ?? "") + "Chạy “neuguong check --explain” để xem các mã.",
          en: "Run “neuguong check --explain” for the list of codes."))
      return
    }
    if !check.isWaivable {
      tell(
        "waiver.not-allowed", .error,
        Phrase(
          "Kiểm tra \(check.code) bảo vệ con người nên không được miễn.",
          en: "Check \(check.code) protects persons and cannot be waived."),
        Phrase("Xóa dòng này.", en: "Remove this row."))
    } else if !holds(waiver) {
      tell(
        "waiver.expired", .warning,
        Phrase(
          "Miễn nhắc \(check.code) cho “\(waiver.record)” đã hết hạn "
            + "\(waiver.until?.short ?? "").",
          en: "The waiver of \(check.code) for “\(waiver.record)” ended on "
            + "\(waiver.until?.short ?? "")."),
        Phrase("Xóa dòng này hoặc gia hạn.", en: "Remove this row or prolong it."))
    } else if !isUsed {
      tell(
        "waiver.unused", .warning,
        Phrase(
          "Miễn nhắc \(check.code) cho “\(waiver.record)” không còn tác dụng.",
          en: "The waiver of \(check.code) for “\(waiver.record)” has no effect."),
        Phrase(
          "Chỗ đó đã ổn hoặc mã ghi sai: xóa hoặc sửa dòng này.",
          en: "Either nothing is wrong there or the id is misspelt: remove or mend this row."))
    }
  }
}
