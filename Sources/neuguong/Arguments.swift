import Diagnostics

/// The command line, checked against the declarations of the verbs.
struct Arguments: Sendable {
  var verb: Verb
  /// The words that are no options, in order.
  private(set) var positionals: [String] = []
  private var values: [String: String] = [:]

  enum Outcome {
    case run(Arguments)
    case help(Verb?)
    case version
    /// Wrong use; the text says what and what to do.
    case wrong(String)
  }

  var positional: String? { positionals.first }
  func has(_ option: String) -> Bool { values[option] != nil }
  func value(_ option: String) -> String? { values[option] }

  static func parse(_ words: [String]) -> Outcome {
    guard let first = words.first else { return .help(nil) }
    if first == "--version" { return .version }
    if first == "--help" || first == "-h" { return .help(nil) }
    var rest = words[...]
    if first == "help" {
      rest.removeFirst()
      return .help(try? verb(from: &rest).get())
    }
    let verb: Verb
    switch self.verb(from: &rest) {
    case .success(let found): verb = found
    case .failure(let wrong): return .wrong(wrong.text)
    }
    if !verb.parts.isEmpty { return .help(verb) }
    var arguments = Arguments(verb: verb)
    while let word = rest.popFirst() {
      if word == "--help" || word == "-h" { return .help(verb) }
      guard word.hasPrefix("--") else {
        if verb.argument == nil || (arguments.positional != nil && !verb.takesMany) {
          return .wrong("Thừa “\(word)”.")
        }
        arguments.positionals.append(word)
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

  private struct Wrong: Error { var text: String }

  /// Takes the words that name a verb: one, or two for a part of a verb.
  private static func verb(from words: inout ArraySlice<String>) -> Result<Verb, Wrong> {
    var found: Verb?
    while let word = words.first, word != "--help", word != "-h" {
      let name = found.map { "\($0.name) \(word)" } ?? word
      let verbs = found?.parts ?? Verb.all
      let known = verbs.map { String($0.name.dropFirst(name.count - word.count)) }
      guard let next = verbs.first(where: { $0.name == name }) else {
        let help = found.map { "Chạy “neuguong \($0.name) --help” để xem có gì." }
        return .failure(
          Wrong(
            text: "Không có lệnh “\(name)”. "
              + (Suggestion.question(for: word, among: known)
                ?? help ?? "Chạy “neuguong --help” để xem các lệnh.")))
      }
      words.removeFirst()
      found = next
      if next.parts.isEmpty { break }
    }
    return found.map { .success($0) } ?? .failure(Wrong(text: "Cần tên một lệnh."))
  }
}

/// The words of `--help`.
enum Help {
  static func text(_ verb: Verb?) -> String {
    guard let verb else {
      var out = "neuguong: trang nêu gương và báo cáo thi đua từ một thư mục dữ liệu\n\n"
      out += "Cách dùng: neuguong LỆNH [THƯ MỤC] [TÙY CHỌN]\n\nLệnh:\n"
      let width = (Verb.all.map(\.name.count).max() ?? 0) + 2
      for verb in Verb.all { out += "  \(padded(verb.name, width))\(verb.summary)\n" }
      out += "\n  neuguong LỆNH --help   các tùy chọn của một lệnh\n"
      out += "  neuguong --version     phiên bản\n\n"
      out += "Mã kết thúc: 0 tốt; 1 nội dung có lỗi; 2 dùng sai lệnh; "
      return out + "3 máy (đĩa, quyền, phông chữ); 4 lỗi của chương trình\n"
    }
    var out = "neuguong \(verb.name): \(verb.summary)\n\n"
    if !verb.parts.isEmpty {
      out += "Cách dùng: neuguong \(verb.name) VIỆC [TÙY CHỌN]\n\nViệc:\n"
      for part in verb.parts {
        let name = part.name.dropFirst(verb.name.count + 1)
        out += "  \(padded(String(name), 11))\(part.summary)\n"
      }
      return out + "\n  neuguong \(verb.name) VIỆC --help   các tùy chọn của một việc\n"
    }
    let argument = verb.argument.map { "[\($0)] " } ?? ""
    out += "Cách dùng: neuguong \(verb.name) \(argument)[TÙY CHỌN]\n"
    if !verb.options.isEmpty { out += "\nTùy chọn:\n" }
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
