internal import Diagnostics

/// The words of a command line, checked against the declarations of the verbs.
package struct Arguments: Sendable {
  package let verb: Verb
  /// The words that are no options, in order.
  package private(set) var positionals: [String] = []
  private var values: [String: String] = [:]

  package enum Outcome: Sendable {
    case run(Arguments)
    case help(Verb?)
    case version
    /// Wrong use; the text says what and what to do.
    case wrong(String)
  }

  package var positional: String? { positionals.first }
  package func has(_ option: String) -> Bool { values[option] != nil }
  package func value(_ option: String) -> String? { values[option] }

  /// The value of an option that takes one of the raw values of a type.
  package func value<T: RawRepresentable<String>>(_ option: String, as type: T.Type) -> T? {
    values[option].flatMap(T.init(rawValue:))
  }

  /// The value of an option that takes a number.
  package func number(_ option: String) -> Int? { values[option].flatMap { Int($0) } }

  /// The words of an option that takes several.
  package func words(_ option: String) -> [String]? { values[option].map(Self.words) }

  package static func parse(_ words: [String], of interface: Interface) -> Outcome {
    do throws(Wrong) {
      return try outcome(words, interface)
    } catch {
      return .wrong(error.text)
    }
  }

  private init(verb: Verb) { self.verb = verb }

  private struct Wrong: Error {
    var text: String
  }

  private static func outcome(
    _ words: [String], _ interface: Interface
  ) throws(Wrong) -> Outcome {
    guard let first = words.first else { return .help(nil) }
    if first == "--version" { return .version }
    if isHelp(first) { return .help(nil) }
    var rest = words[...]
    if first == "help" {
      rest.removeFirst()
      if rest.first.map(isHelp) ?? true { return .help(nil) }
      return .help(try verb(from: &rest, interface))
    }
    var arguments = Arguments(verb: try verb(from: &rest, interface))
    if !arguments.verb.isRunnable { return .help(arguments.verb) }
    while let word = rest.popFirst() {
      if isHelp(word) { return .help(arguments.verb) }
      if word == "--" {
        arguments.positionals += rest
        break
      }
      if word.hasPrefix("-"), word != "-" {
        try arguments.takeOption(word, &rest, interface)
      } else {
        arguments.positionals.append(word)
      }
      try arguments.refuseSurplus()
    }
    try arguments.refuseSurplus()
    try arguments.checkOperands(interface)
    return .run(arguments)
  }

  private static func isHelp(_ word: String) -> Bool { word == "--help" || word == "-h" }

  // MARK: Verbs

  /// Takes the words that name a verb: one, or two for a part of a verb.
  private static func verb(
    from words: inout ArraySlice<String>, _ interface: Interface
  ) throws(Wrong) -> Verb {
    var found: Verb?
    var known = interface.verbs
    while let word = words.first, !isHelp(word) {
      if let next = known.first(where: { $0.word == word }) {
        words.removeFirst()
        found = next
        known = next.parts
        if known.isEmpty { break }
        continue
      }
      // What is no part may be a word of the verb itself.
      if let found, found.isRunnable { return found }
      let name = (found.map { "\($0.name) " } ?? "") + word
      let help = "Chạy “\(interface.name) \(found.map { "\($0.name) " } ?? "")--help” để xem có gì."
      throw Wrong(
        text: "Không có lệnh “\(name)”. "
          + (Suggestion.question(for: word, among: known.map(\.word)) ?? help))
    }
    guard let found else { throw Wrong(text: "Cần tên một lệnh.") }
    return found
  }

  // MARK: Options

  private mutating func takeOption(
    _ word: String, _ rest: inout ArraySlice<String>, _ interface: Interface
  ) throws(Wrong) {
    let parts = word.drop { $0 == "-" }.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts.first ?? "")
    guard word.hasPrefix("--"), let option = verb.options.first(where: { $0.name == name }) else {
      let written = String(word.prefix { $0 != "=" })
      throw Wrong(
        text: "Lệnh “\(verb.name)” không có tùy chọn “\(written)”. "
          + (Suggestion.question(for: name, among: verb.options.map(\.name))
            ?? "Chạy “\(interface.name) \(verb.name) --help”."))
    }
    if has(name) { throw Wrong(text: "Tùy chọn “--\(name)” ghi hai lần.") }
    guard let value = option.value else {
      if parts.count > 1 { throw Wrong(text: "Tùy chọn “--\(name)” không nhận giá trị.") }
      values[name] = ""
      return
    }
    guard let text = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
      throw Wrong(text: "Tùy chọn “--\(name)” cần giá trị: \(value.placeholder).")
    }
    try Self.check(text, value, of: "--\(name)")
    values[name] = text
  }

  /// Refuses what cannot be right whatever the machine and the content are.
  private static func check(_ text: String, _ value: Value, of name: String) throws(Wrong) {
    switch value.kind {
    case .number(let range):
      if let number = Int(text), range.contains(number) { return }
      throw Wrong(
        text: "\(name) cần một số từ \(range.lowerBound) đến \(range.upperBound), "
          + "không phải “\(text)”.")
    case .word(let known): try check([text], known, of: name, join: " hoặc ")
    case .words(let known): try check(words(text), known, of: name, join: " và ")
    case .free, .folder, .file, .date: return
    }
  }

  private static func check(
    _ words: [String], _ known: [String], of name: String, join: String
  ) throws(Wrong) {
    guard let wrong = words.first(where: { !known.contains($0) }) else { return }
    let head = known.dropLast().joined(separator: ", ")
    let all = head.isEmpty ? known.joined() : head + join + (known.last ?? "")
    throw Wrong(
      text: "\(name) là \(all), không phải “\(wrong)”."
        + (Suggestion.question(for: wrong, among: known).map { " \($0)" } ?? ""))
  }

  /// `pdf, docx` as its words.
  private static func words(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
  }

  // MARK: Operands

  private func refuseSurplus() throws(Wrong) {
    if verb.operands.contains(where: \.isRepeated) { return }
    guard positionals.count > verb.operands.count else { return }
    throw Wrong(text: "Thừa “\(positionals[verb.operands.count])”.")
  }

  private func checkOperands(_ interface: Interface) throws(Wrong) {
    let required = verb.operands.filter(\.isRequired)
    if positionals.count < required.count {
      let missing = required[positionals.count]
      throw Wrong(
        text: "Cần \(missing.value.placeholder): \(missing.help). "
          + "Chạy “\(interface.name) \(verb.name) --help”.")
    }
    for (place, word) in positionals.enumerated() {
      guard let operand = verb.operand(at: place, of: positionals.count) else { continue }
      try Self.check(word, operand.value, of: operand.value.placeholder)
    }
  }
}
