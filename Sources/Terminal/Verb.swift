/// An option of a verb: its name, what follows it, and what it is for.
package struct Option: Sendable {
  package let name: String
  /// What follows it, or nil for a switch.
  package let value: Value?
  package let help: String

  package init(name: String, value: Value? = nil, help: String) {
    self.name = name
    self.value = value
    self.help = help
  }
}

/// A word that a verb takes beside its options.
package struct Operand: Sendable {
  package let value: Value
  package let help: String
  package let isRequired: Bool
  /// Whether it may stand more than once; of the operands of a verb at most one is.
  package let isRepeated: Bool

  package static func required(_ value: Value, _ help: String) -> Operand {
    Operand(value: value, help: help, isRequired: true, isRepeated: false)
  }

  package static func optional(_ value: Value, _ help: String) -> Operand {
    Operand(value: value, help: help, isRequired: false, isRepeated: false)
  }

  /// One or more.
  package static func some(_ value: Value, _ help: String) -> Operand {
    Operand(value: value, help: help, isRequired: true, isRepeated: true)
  }

  /// None, one or more.
  package static func any(_ value: Value, _ help: String) -> Operand {
    Operand(value: value, help: help, isRequired: false, isRepeated: true)
  }

  /// As the line of usage shows it: `[NỘI DUNG]`, `TỆP…`.
  package var usage: String {
    let word = value.placeholder + (isRepeated ? "…" : "")
    return isRequired ? word : "[\(word)]"
  }
}

/// A whole command line that shows a verb at work, without the name of the program.
package struct Example: Sendable {
  package let words: String
  package let meaning: String

  package init(_ words: String, _ meaning: String) {
    self.words = words
    self.meaning = meaning
  }
}

/// One thing that the program can do; parsing, help, completions and manual come from it.
package struct Verb: Sendable {
  /// Its word, or for a part of a verb both words.
  package let name: String
  /// What it does, in a line.
  package let summary: String
  /// What else is good to know, a paragraph each.
  package let details: [String]
  package let examples: [Example]
  /// In the order in which they are written.
  package let operands: [Operand]
  package let options: [Option]
  /// What can be done with it, under names that begin with its own.
  ///
  /// A verb with parts and no operands does nothing alone.
  package let parts: [Verb]

  package init(
    name: String, summary: String, details: [String] = [], examples: [Example] = [],
    operands: [Operand] = [], options: [Option] = [], parts: [Verb] = []
  ) {
    self.name = name
    self.summary = summary
    self.details = details
    self.examples = examples
    self.operands = operands
    self.options = options
    self.parts = parts
  }

  /// Whether it can be run as it is, without a part.
  package var isRunnable: Bool { parts.isEmpty || !operands.isEmpty }

  /// Its last word: `list` of `templates list`.
  package var word: String { String(name.split(separator: " ").last ?? "") }

  /// The operand that the word at `place` of `count` words is; nil for one too many.
  package func operand(at place: Int, of count: Int) -> Operand? {
    guard let repeated = operands.firstIndex(where: \.isRepeated) else {
      return place < operands.count ? operands[place] : nil
    }
    let after = operands.count - repeated - 1
    if place < repeated { return operands[place] }
    // Those behind the repeated one are counted from the end.
    let fromEnd = count - place
    return fromEnd <= after ? operands[operands.count - fromEnd] : operands[repeated]
  }
}
