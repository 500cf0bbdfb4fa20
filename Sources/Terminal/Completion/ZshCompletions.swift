/// Completions for zsh, as a function for its `fpath`; may also be read by `source`.
struct ZshCompletions {
  private let name: String
  private let verbs: [Verb]

  init(_ interface: Interface) {
    name = interface.name
    verbs = interface.verbs
  }

  var script: String {
    let help = ["'(- *)--help[các tùy chọn và ví dụ]'"]
    let root = help + ["'(- *)--version[phiên bản]'"]
    var out = node("_\(name)", parts: verbs, arguments: nil, options: root)
    for verb in verbs.flatMap(\.withParts) {
      out += helpers(of: verb)
      let options = verb.options.map(spec) + help
      let arguments = verb.isRunnable ? operands(of: verb) + options : nil
      out += node(function(verb), parts: verb.parts, arguments: arguments, options: options)
    }
    return out + """

      if [[ $funcstack[1] == _\(name) ]]; then
        _\(name) "$@"
      else
        compdef _\(name) \(name)
      fi

      """
  }

  /// A function that offers what may stand after a word, or hands on to the part that stands there.
  private func node(
    _ function: String, parts: [Verb], arguments: [String]?, options: [String]
  ) -> String {
    func call(_ specs: [String]) -> String {
      "_arguments -s -S \\\n" + specs.map { "      \($0)" }.joined(separator: " \\\n")
    }
    var out = "\n\(function)() {\n"
    if parts.isEmpty { return out + "  \(call(arguments ?? options))\n}\n" }
    out += "  if ((CURRENT == 2)); then\n    local -a parts=(\n"
    for part in parts { out += "      \(quoted("\(escaped(part.word)):\(part.summary)"))\n" }
    out += "    )\n    [[ $words[2] == -* ]] || _describe -t commands 'lệnh' parts\n"
    out += "    \(call(arguments ?? options))\n    return\n  fi\n  case $words[2] in\n"
    for part in parts {
      out += "    \(part.word)) shift words; ((CURRENT--)); \(self.function(part)) ;;\n"
    }
    if let arguments { out += "    *) \(call(arguments)) ;;\n" }
    return out + "  esac\n}\n"
  }

  private func function(_ verb: Verb) -> String {
    "_\(name)_" + verb.name.split(separator: " ").joined(separator: "_")
  }

  // MARK: Specs of _arguments

  private func spec(_ option: Option) -> String {
    let head = "--\(option.name)" + (option.value == nil ? "" : "=")
    let text = head + "[\(escaped(option.shortHelp))]"
    guard let value = option.value else { return quoted(text) }
    return quoted("\(text):\(escaped(value.placeholder)):\(action(value))")
  }

  private func operands(of verb: Verb) -> [String] {
    verb.places.map { place in
      let word = place.operands.map(\.value.placeholder).joined(separator: " / ")
      let action =
        place.operands.count > 1
        ? "\(function(verb))_words" : place.operands.map { self.action($0.value) }.joined()
      return quoted("\(place.isOpen ? "*" : String(place.number + 1)):\(escaped(word)):\(action)")
    }
  }

  /// Where words of several kinds may stand, a function offers them all.
  private func helpers(of verb: Verb) -> String {
    guard let open = verb.places.first(where: { $0.operands.count > 1 }) else { return "" }
    let lines = open.operands.enumerated().map { place, operand in
      let word = escaped(operand.value.placeholder)
      return "    \(quoted("o\(place):\(word):\(action(operand.value))"))"
    }
    return "\n\(function(verb))_words() {\n  _alternative \\\n"
      + lines.joined(separator: " \\\n") + "\n}\n"
  }

  private func action(_ value: Value) -> String {
    switch value.kind {
    case .free(let offers):
      let words = offers()
      return words.isEmpty ? " " : "(\(words.map(listed).joined(separator: " ")))"
    case .folder: return "_files -/"
    case .file(let suffixes):
      // A lone suffix in brackets would be read as qualifiers of the pattern.
      let pattern = suffixes.count > 1 ? "(\(suffixes.joined(separator: "|")))" : suffixes.first
      return pattern.map { "_files -g \"*.\($0)\"" } ?? "_files"
    case .date, .number: return " "
    case .word(let words): return "(\(words.map(listed).joined(separator: " ")))"
    case .words(let words):
      return "_values -s , \(listed(value.placeholder)) \(words.map(listed).joined(separator: " "))"
    }
  }

  private func quoted(_ text: String) -> String { Shell.zsh.quoted(text) }

  /// A word in a list of an action, where spaces part words and signs are special.
  private func listed(_ word: String) -> String {
    var out = ""
    for character in word {
      if " ()<>'\"`$&;|*?[]{}~#!\\^:".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }

  /// Text in a spec, where a colon or a bracket would end it.
  private func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if ":[]\\".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
