/// A shell for which a script of completions can be written.
///
/// Scripts hold all they offer, so that a key press never starts the program.
package enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish

  /// The whole script, to be put where the shell looks for it or read by `source`.
  package func completions(of interface: Interface) -> String {
    let head =
      "# Gợi ý của \(interface.name) cho \(rawValue), "
      + "do “\(interface.name) completions \(rawValue)” tạo ra.\n"
    switch self {
    case .bash: return head + BashCompletions(interface).script
    case .zsh: return "#compdef \(interface.name)\n" + head + ZshCompletions(interface).script
    case .fish: return head + FishCompletions(interface).script
    }
  }

  /// The text as one word of the language of the shell.
  func quoted(_ text: String) -> String {
    var out = "'"
    for character in text {
      switch (self, character) {
      case (.fish, "'"), (.fish, "\\"): out += "\\\(character)"
      case (_, "'"): out += "'\\''"
      default: out.append(character)
      }
    }
    return out + "'"
  }
}

extension Verb {
  /// What words of a verb may be: those at one place, or at all places from one on.
  struct Place {
    let number: Int
    let isOpen: Bool
    let operands: [Operand]
  }

  var places: [Place] {
    let repeated = operands.firstIndex(where: \.isRepeated) ?? operands.count
    var places = operands[..<repeated].enumerated()
      .map { Place(number: $0.offset, isOpen: false, operands: [$0.element]) }
    if repeated < operands.count {
      // What stands behind is told from the repeated one only when the line is whole.
      places.append(
        Place(number: repeated, isOpen: true, operands: Array(operands[repeated...])))
    }
    return places
  }

  /// The verb and all below it.
  var withParts: [Verb] { [self] + parts.flatMap(\.withParts) }
}

extension Option {
  /// The help as far as a list of completions has room: what it does, without the details.
  var shortHelp: String {
    let end = help.firstIndex { $0 == "(" || $0 == ";" } ?? help.endIndex
    return String(help[..<end].reversed().drop { $0 == " " || $0 == "," }.reversed())
  }
}
