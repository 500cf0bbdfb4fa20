import Diagnostics

/// The command line, checked against the declarations of the verbs.
struct Arguments: Sendable {
  var verb: Verb
  var positional: String?
  private var values: [String: String] = [:]

  enum Outcome {
    case run(Arguments)
    case help(Verb?)
    case version
    /// Wrong use; the text says what and what to do.
    case wrong(String)
  }

  func has(_ option: String) -> Bool { values[option] != nil }
  func value(_ option: String) -> String? { values[option] }

  static func parse(_ words: [String]) -> Outcome {
    guard let first = words.first else { return .help(nil) }
    if first == "--help" || first == "-h" || first == "help" {
      return .help(words.dropFirst().first.flatMap(verb(named:)))
    }
    if first == "--version" { return .version }
    guard let verb = verb(named: first) else {
      return .wrong(
        "Không có lệnh “\(first)”. "
          + (Suggestion.question(for: first, among: Verb.all.map(\.name))
            ?? "Chạy “neuguong --help” để xem các lệnh."))
    }
    var arguments = Arguments(verb: verb)
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      if word == "--help" || word == "-h" { return .help(verb) }
      guard word.hasPrefix("--") else {
        if arguments.positional != nil { return .wrong("Thừa “\(word)”.") }
        arguments.positional = word
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      guard let option = verb.options.first(where: { $0.name == name }) else {
        return .wrong(
          "Lệnh “\(verb.name)” không có tùy chọn “--\(name)”. "
            + (Suggestion.question(for: name, among: verb.options.map(\.name))
              ?? "Chạy “neuguong \(verb.name) --help”."))
      }
      if arguments.values[name] != nil { return .wrong("Tùy chọn “--\(name)” ghi hai lần.") }
      if option.value == nil {
        if parts.count > 1 { return .wrong("Tùy chọn “--\(name)” không nhận giá trị.") }
        arguments.values[name] = ""
      } else if parts.count > 1 {
        arguments.values[name] = String(parts[1])
      } else if let next = rest.popFirst() {
        arguments.values[name] = next
      } else {
        return .wrong("Tùy chọn “--\(name)” cần giá trị: \(option.value ?? "").")
      }
    }
    return .run(arguments)
  }

  private init(verb: Verb) { self.verb = verb }

  private static func verb(named name: String) -> Verb? { Verb.all.first { $0.name == name } }
}

/// The words of `--help`.
enum Help {
  static func text(_ verb: Verb?) -> String {
    guard let verb else {
      var out = "neuguong: trang nêu gương và báo cáo thi đua từ một thư mục dữ liệu\n\n"
      out += "Cách dùng: neuguong LỆNH [THƯ MỤC] [TÙY CHỌN]\n\nLệnh:\n"
      for verb in Verb.all { out += "  \(padded(verb.name, 10))\(verb.summary)\n" }
      out += "\n  neuguong LỆNH --help   các tùy chọn của một lệnh\n"
      out += "  neuguong --version     phiên bản\n\n"
      out += "Mã kết thúc: 0 tốt; 1 nội dung có lỗi; 2 dùng sai lệnh; "
      return out + "3 máy (đĩa, quyền, phông chữ); 4 lỗi của chương trình\n"
    }
    var out = "neuguong \(verb.name): \(verb.summary)\n\n"
    out += "Cách dùng: neuguong \(verb.name) [\(verb.argument ?? "")] [TÙY CHỌN]\n\nTùy chọn:\n"
    for option in verb.options {
      let head = "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
      out += "  \(padded(head, 32))\(option.help)\n"
    }
    return out
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
