import Diagnostics
import Vietnamese

/// Turns the text of one cell or scalar into a value of a field, or tells what is wrong with it.
struct ValueReader {
  let field: Field
  /// Folded spellings of the choices, if the field has choices.
  private let choices: [String: String]

  init(_ field: Field) {
    self.field = field
    var choices: [String: String] = [:]
    if case .choice(let all) = field.type {
      for choice in all {
        for name in choice.aliases + [choice.id] { choices[Fold.heading(name)] = choice.id }
      }
      // The exact id needs no folding and wins over any other spelling.
      for choice in all {
        choices[choice.id] = choice.id
      }
    }
    self.choices = choices
  }

  /// Words that stand for “no value”.
  static func isAbsent(_ text: String) -> Bool {
    if text.isEmpty || text == "?" { return true }
    // “không rõ” however its marks are coded; other first letters need no lowered copy.
    guard let first = text.utf8.first, first | 0x20 == 0x6B, text.utf8.count <= 16 else {
      return false
    }
    return text.lowercased() == "không rõ"
  }

  /// The value of a text that is trimmed, composed and not absent.
  func read(_ text: String, at origin: Record.Origin, into bag: inout DiagnosticBag)
    -> Record.Value?
  {
    switch field.type {
    case .text: return .text(text)
    case .id, .reference: return identifier(text, at: origin, into: &bag)
    case .integer, .number: return number(text, at: origin, into: &bag)
    case .date:
      if let date = PlainDate.parse(text) { return .date(date) }
    case .partialDate:
      if let date = PartialDate.parse(text) { return .partialDate(date) }
    case .span:
      if let span = DateSpan.parse(text) { return .span(span) }
    case .terms:
      if let term = SchoolTerm.parse(text) { return .term(term) }
    case .bool:
      if let value = ValueReader.bool(text) { return .bool(value) }
    case .choice(let all):
      if let id = choices[text] ?? choices[Fold.heading(text)] { return .text(id) }
      tellChoice(text, all, at: origin, into: &bag)
      return nil
    case .url:
      if ValueReader.isURL(text) { return .text(text) }
    case .mapping, .mappings: break
    }
    tell(text, at: origin, into: &bag)
    return nil
  }

  static func bool(_ text: String) -> Bool? {
    switch Fold.search(text) {
    case "co", "yes", "true", "x", "1", "dung": true
    case "khong", "no", "false", "0", "sai": false
    default: nil
    }
  }

  /// Web and mail addresses and paths; no scheme that could run a script.
  static func isURL(_ text: String) -> Bool {
    guard text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
      return false
    }
    let head = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let colon = head.firstIndex(of: ":") else { return true }
    return ["http", "https", "mailto", "tel"].contains(head[..<colon].lowercased())
  }

  private func identifier(_ text: String, at origin: Record.Origin, into bag: inout DiagnosticBag)
    -> Record.Value?
  {
    let isSound = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    if isSound { return .text(text) }
    let slug = Fold.slug(text)
    bag.error(
      "schema.type", at: origin.location,
      "\(name) ghi “\(text)”, không phải một mã.",
      help:
        "Mã chỉ gồm chữ thường không dấu, chữ số và dấu “-”, ví dụ “\(slug.isEmpty ? field.type.example : slug)”."
    )
    return nil
  }

  private func number(_ text: String, at origin: Record.Origin, into bag: inout DiagnosticBag)
    -> Record.Value?
  {
    let problem: NumberProblem
    switch VNNumber.parse(text) {
    case .success(let parsed):
      guard case .integer = field.type else { return .number(parsed) }
      if parsed.number.scale == 0, !parsed.isPercent { return .integer(parsed.number.units) }
      problem = .notANumber
    case .failure(let failure): problem = failure
    }
    switch problem {
    case .empty, .notANumber: tell(text, at: origin, into: &bag)
    case .ambiguous:
      bag.error(
        "schema.type", at: origin.location, "\(name) ghi “\(text)”, có thể đọc theo hai cách.",
        help: "Dùng dấu phẩy cho phần thập phân (79,63) và dấu chấm cho hàng nghìn (1.234).")
    case .tooPrecise:
      bag.error(
        "schema.type", at: origin.location, "\(name) ghi “\(text)”, quá 9 chữ số sau dấu phẩy.",
        help: "Làm tròn số này.")
    case .overflow:
      bag.error(
        "schema.type", at: origin.location, "\(name) ghi “\(text)”, số lớn quá mức đọc được.",
        help: "Kiểm tra lại số chữ số.")
    }
    return nil
  }

  private func tell(_ text: String, at origin: Record.Origin, into bag: inout DiagnosticBag) {
    bag.error(
      "schema.type", at: origin.location,
      "\(name) ghi “\(ValueReader.excerpt(text))”, không phải \(field.type.title).",
      help: "Ví dụ giá trị đúng: “\(field.type.example)”.")
  }

  private func tellChoice(
    _ text: String, _ all: [Choice], at origin: Record.Origin, into bag: inout DiagnosticBag
  ) {
    let listed = all.map { choice in
      choice.aliases.first.map { "\(choice.id) (\($0))" } ?? choice.id
    }
    let question = Suggestion.question(for: text, among: all.flatMap { [$0.id] + $0.aliases })
    bag.error(
      "schema.type", at: origin.location,
      "\(name) ghi “\(ValueReader.excerpt(text))”, không thuộc các giá trị cho phép.",
      help: [question, "Chọn một trong: \(listed.joined(separator: ", "))."].compactMap(\.self)
        .joined(separator: " "))
  }

  /// “Ô B7 (cột “Ngày”)” is the location's own matter; here the field is named.
  private var name: String { "Mục “\(field.aliases.first ?? field.id)”" }

  private static func excerpt(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? String(text.prefix(60)) + "…" : text
  }
}
