import Content
import Diagnostics
import Terminal

/// `check --explain`: what a check looks at, what it rests on, and what to do about its findings.
enum Explain {
  static func run(_ code: String, in language: Language) throws(Stop) -> Exit {
    if code == "all" {
      for check in Check.all { Console.out("\(check.code)  \(check.title.text(in: language))\n") }
      return .fine
    }
    if code == "table" {
      Console.out(Check.reference(in: language))
      return .fine
    }
    guard let check = Check.named(code) else {
      let question = Suggestion.question(for: code, among: Check.all.map(\.code))
      throw Stop(
        exit: .usage,
        text: "Không có kiểm tra mã “\(code)”. "
          + (question ?? "Chạy “neuguong check --explain all” để xem các mã."))
    }
    Console.out(text(of: check, in: language))
    return .fine
  }

  private static func text(of check: Check, in language: Language) -> String {
    func say(_ vietnamese: String, _ english: String) -> String {
      Phrase(vietnamese, en: english).text(in: language)
    }
    let waiver =
      check.isWaivable
      ? say(
        "thêm vào waivers.csv một dòng: \(check.code), mã của đối tượng, lý do.",
        "add a row to waivers.csv: \(check.code), the record's id, the reason.")
      : say("không được: kiểm tra này không miễn cho ai.", "not possible for this check.")
    return """
      \(check.code) \(check.title.text(in: language)) (\(check.severity.title.text(in: language)))

      \(check.explanation.text(in: language))

      \(say("Căn cứ", "Rests on")): \(check.citation)
      \(say("Cách sửa", "What to do")): \(check.remedy.text(in: language))
      \(say("Để nguyên", "To let it stand")): \(waiver)

      """
  }

  /// The language asked for on the command line or by the environment.
  static func language(_ arguments: Arguments) -> Language {
    if let language = arguments.value("language", as: Language.self) { return language }
    // LANG is left out: offices' machines often say en_US there and nobody chose it.
    for name in ["NEUGUONG_LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
      guard let value = Environment.value(name), !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .english : .vietnamese
    }
    return .vietnamese
  }
}
