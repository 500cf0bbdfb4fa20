/// The manual as roff for man(7), in UTF-8.
package struct ManualPage {
  private let interface: Interface
  /// Options that several verbs take, told once.
  private let shared: [Option]

  /// - Parameter leastShared: how many verbs take an option that is told apart from them.
  package init(_ interface: Interface, leastShared: Int = 3) {
    self.interface = interface
    var counts: [String: Int] = [:]
    var kept: [Option] = []
    for option in interface.runnable.flatMap(\.options) {
      counts[Self.key(option), default: 0] += 1
      if counts[Self.key(option)] == leastShared { kept.append(option) }
    }
    shared = kept.sorted { $0.name < $1.name }
  }

  /// Options are the same if they say the same.
  private static func key(_ option: Option) -> String {
    "\(HelpText.head(option))\n\(option.help)"
  }

  package var text: String {
    let name = interface.name
    var out = "'\\\" t -*- coding: UTF-8 -*-\n"
    out += ".\\\" Do “\(name) man” tạo ra; đừng sửa tệp này.\n"
    out += ".TH \(name.uppercased()) 1 \(interface.date) "
    out += "\(argument("\(name) \(interface.version)")) \(argument("Lệnh của người dùng"))\n"
    out += ".nh\n.ad l\n"
    out += ".SH TÊN\n\(escaped(name)) \\- \(escaped(interface.summary))\n"
    out += ".SH CÁCH DÙNG\n.B \(escaped(name))\n.I LỆNH\n[\\fITÙY CHỌN\\fR]\n.br\n"
    out += ".B \(escaped(name))\n.I LỆNH\n.B \\-\\-help\n.br\n"
    out += ".B \(escaped(name) + " \\-\\-version")\n"
    if !interface.details.isEmpty {
      out += ".SH MÔ TẢ\n" + paragraphs(interface.details)
    }
    out += ".SH LỆNH\n"
    out += interface.verbs.flatMap(\.withParts).filter(\.isRunnable).map(section).joined()
    if !shared.isEmpty {
      out += ".SH TÙY CHỌN CHUNG\n"
      out += "Mỗi tùy chọn có ở những lệnh nêu tên nó. Viết \\fB\\-\\-tên giá\\-trị\\fR hoặc\n"
      out += "\\fB\\-\\-tên=giá\\-trị\\fR; sau \\fB\\-\\-\\fR không còn tùy chọn nào.\n"
      out += shared.map(entry).joined()
    }
    out += entries("MÃ KẾT THÚC", interface.exits)
    out += entries("BIẾN MÔI TRƯỜNG", interface.environment)
    out += entries("TỆP", interface.files)
    let examples = interface.verbs.flatMap(\.withParts).flatMap(\.examples)
    if !examples.isEmpty {
      out += ".SH VÍ DỤ\n"
      for example in examples {
        out += ".TP\n.B \(escaped("\(name) \(example.words)"))\n\(line(example.meaning))"
      }
    }
    return out
  }

  private func section(_ verb: Verb) -> String {
    let usage = [interface.name, verb.name].joined(separator: " ")
    let operands = verb.operands.map { " \\fI\(escaped($0.usage))\\fR" }.joined()
    var out = ".SS \(argument(usage))\n"
    out += "\\fB\(escaped(usage))\\fR\(operands)"
    out += verb.options.isEmpty ? "\n" : " [\\fITÙY CHỌN\\fR]\n"
    out += ".PP\n\(line(sentence(verb.summary)))"
    if !verb.details.isEmpty { out += ".PP\n" + paragraphs(verb.details) }
    for operand in verb.operands {
      out += ".TP\n.I \(escaped(operand.value.placeholder))\n\(line(operand.help))"
    }
    let keys = Set(shared.map(Self.key))
    out += verb.options.filter { !keys.contains(Self.key($0)) }.map(entry).joined()
    let others = verb.options.filter { keys.contains(Self.key($0)) }
    if !others.isEmpty {
      let names = others.map { "\\fB\(escaped("--\($0.name)"))\\fR" }.joined(separator: ", ")
      out += ".PP\nTùy chọn chung: \(names).\n"
    }
    return out
  }

  private func entry(_ option: Option) -> String {
    let value = option.value.map { " \\fI\(escaped($0.placeholder))\\fR" } ?? ""
    return ".TP\n\\fB\(escaped("--\(option.name)"))\\fR\(value)\n\(line(option.help))"
  }

  private func entries(_ title: String, _ entries: [Interface.Entry]) -> String {
    if entries.isEmpty { return "" }
    return ".SH \(title)\n"
      + entries.map { ".TP\n.B \(escaped($0.term))\n\(line($0.meaning))" }.joined()
  }

  private func paragraphs(_ texts: [String]) -> String {
    texts.map(line).joined(separator: ".PP\n")
  }

  private func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }

  // MARK: roff

  /// A line of text that is no request, whatever it begins with.
  private func line(_ text: String) -> String {
    let start = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    return start + escaped(text) + "\n"
  }

  private func argument(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// The text with every sign that roff reads as its own.
  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "\"": out += "\\(dq"
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      case "\n", "\r": out += " "
      default: out.append(character)
      }
    }
    return out
  }
}
