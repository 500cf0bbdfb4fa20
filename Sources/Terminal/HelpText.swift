/// The words of `--help`.
package enum HelpText {
  /// Columns of the narrowest terminal that people still use.
  private static let width = 80
  /// Where the meanings of options begin.
  private static let indent = 24

  package static func overview(_ interface: Interface) -> String {
    let name = interface.name
    let width = (interface.verbs.map(\.name.count).max() ?? 0) + 4
    var out = paragraph("\(name): \(interface.summary)")
    out += "\nCách dùng: \(name) LỆNH [TÙY CHỌN]\n\nLệnh:\n"
    for verb in interface.verbs { out += entry(verb.name, verb.summary, at: width) }
    out += "\n"
    out += entry("\(name) LỆNH --help", "các tùy chọn và ví dụ của một lệnh", at: indent + 4)
    out += entry("\(name) --version", "phiên bản", at: indent + 4)
    out += "\nMã kết thúc:\n"
    for exit in interface.exits { out += entry(exit.term, exit.meaning, at: 5) }
    return out
  }

  package static func text(_ verb: Verb, of interface: Interface) -> String {
    let whole = "\(interface.name) \(verb.name)"
    var out = paragraph("\(whole): \(verb.summary)") + "\n"
    for (place, line) in usages(verb, of: interface).enumerated() {
      out += (place == 0 ? "Cách dùng: " : "           ") + line + "\n"
    }
    for detail in verb.details { out += "\n" + paragraph(detail) }
    if !verb.parts.isEmpty {
      out += "\nViệc:\n"
      let width = (verb.parts.map(\.word.count).max() ?? 0) + 4
      for part in verb.parts { out += entry(part.word, part.summary, at: width) }
      out += "\n" + entry("\(whole) VIỆC --help", "các tùy chọn của một việc", at: 0)
    }
    if !verb.operands.isEmpty {
      out += "\n"
      for operand in verb.operands {
        out += entry(operand.value.placeholder, operand.help, at: indent)
      }
    }
    if !verb.options.isEmpty {
      out += "\nTùy chọn:\n"
      for option in verb.options { out += entry(head(option), option.help, at: indent) }
    }
    if !verb.examples.isEmpty {
      out += "\nVí dụ:\n"
      for example in verb.examples {
        out += "  \(interface.name) \(example.words)\n"
        out += wrapped(example.meaning, indent: 6)
      }
    }
    return out
  }

  /// The ways to write a verb.
  static func usages(_ verb: Verb, of interface: Interface) -> [String] {
    let whole = "\(interface.name) \(verb.name)"
    var lines: [String] = []
    if verb.isRunnable {
      let options = verb.options.isEmpty ? [] : ["[TÙY CHỌN]"]
      lines.append(([whole] + verb.operands.map(\.usage) + options).joined(separator: " "))
    }
    if !verb.parts.isEmpty { lines.append("\(whole) VIỆC [TÙY CHỌN]") }
    return lines
  }

  /// `--output THƯ MỤC`.
  static func head(_ option: Option) -> String {
    "--\(option.name)" + (option.value.map { " \($0.placeholder)" } ?? "")
  }

  private static func paragraph(_ text: String) -> String { wrapped(text, indent: 0) }

  /// A term with its meaning in a column of its own; below it, where the term is long.
  private static func entry(_ term: String, _ meaning: String, at column: Int) -> String {
    if column == 0 { return "  \(term)   \(meaning)\n" }
    let lines = wrapped(meaning, indent: column)
    let gap = column - 2 - term.count
    if gap < 2 { return "  \(term)\n\(lines)" }
    return "  \(term)\(String(repeating: " ", count: gap))\(lines.dropFirst(column))"
  }

  /// The text in lines of `width` columns at most, each behind `indent` spaces.
  private static func wrapped(_ text: String, indent: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    let margin = String(repeating: " ", count: indent)
    return (lines + [line]).map { margin + $0 + "\n" }.joined()
  }
}
