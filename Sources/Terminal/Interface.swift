/// The command line of a program, declared once: its verbs and what else a manual tells.
package struct Interface: Sendable {
  /// A term and what it means: an exit code, a variable, a file.
  package struct Entry: Sendable {
    package let term: String
    package let meaning: String

    package init(_ term: String, _ meaning: String) {
      self.term = term
      self.meaning = meaning
    }
  }

  package let name: String
  package let version: String
  /// The day of that version, as the manual's foot shows it.
  package let date: String
  /// What it is, in a line.
  package let summary: String
  /// A paragraph each.
  package let details: [String]
  package let verbs: [Verb]
  package let exits: [Entry]
  package let environment: [Entry]
  package let files: [Entry]

  package init(
    name: String, version: String, date: String, summary: String, details: [String] = [],
    verbs: [Verb], exits: [Entry], environment: [Entry] = [], files: [Entry] = []
  ) {
    self.name = name
    self.version = version
    self.date = date
    self.summary = summary
    self.details = details
    self.verbs = verbs
    self.exits = exits
    self.environment = environment
    self.files = files
  }

  /// Every verb and part that can be run, in order.
  package var runnable: [Verb] {
    func all(_ verb: Verb) -> [Verb] {
      (verb.isRunnable ? [verb] : []) + verb.parts.flatMap(all)
    }
    return verbs.flatMap(all)
  }
}
