import Testing

/// What README shows can be typed: the program takes every command line in it.
@Suite struct ReadmeCommandTests {
  /// The lines of README that stand in code blocks.
  private static func code() throws -> [Substring] {
    let text = try Tool.run(["cat", Tool.repository + "/README.md"]).out
    try #require(!text.isEmpty)
    var isCode = false
    return text.split(separator: "\n").filter { line in
      if line.hasPrefix("```") {
        isCode.toggle()
        return false
      }
      return isCode
    }
  }

  /// What stands before a command, in shells and in the workflows of code hosts.
  private static let fronts = ["", "$ ", "- ", "run: ", "- run: "]

  private static func commands() throws -> [[String]] {
    try code().compactMap { line in
      var line = String(line.drop { $0 == " " })
      if line.hasPrefix("SOURCE_DATE_EPOCH=") { line = String(line.drop { $0 != " " }.dropFirst()) }
      guard let front = fronts.first(where: { line.hasPrefix($0 + "neuguong ") }) else {
        return nil
      }
      return words(line.dropFirst(front.count))
    }
  }

  /// The words of a line as a shell parts them, as far as README goes; variables are their names.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var expression = 0
    for character in line {
      switch character {
      case "{", "}":
        expression += character == "{" ? 1 : -1
        word.append("x")
      case "'" where quote == "'", "\"" where quote == "\"": quote = nil
      case "'" where quote == nil, "\"" where quote == nil: quote = character
      case " " where quote == nil && expression == 0:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    words.append(word)
    let ends = ["#", ">", ">>", "|", "||", "&&", "<"]
    return Array(words.prefix { !ends.contains($0) }.filter { !$0.isEmpty })
  }

  @Test func everyCommandLineIsTaken() throws {
    let commands = try Self.commands()
    try #require(commands.count > 30)
    for verb in ["build", "check", "report", "bundle", "verify", "merge", "new", "templates"] {
      #expect(commands.contains { $0.dropFirst().first == verb }, "\(verb)")
    }
    // Output of help is no command: its heads end in a colon, its usage names no verb.
    for words in Set(commands).sorted(by: { $0.lexicographicallyPrecedes($1) })
    where !words.contains("LỆNH") && !words.contains(where: { $0.hasSuffix(":") }) {
      // Help is given only for a line that is right so far.
      let outcome = try Tool.neuguong(words.dropFirst() + ["--help"])
      #expect(outcome.code == 0 && outcome.out.hasPrefix("neuguong"), "\(words): \(outcome.err)")
    }
  }

  /// The help that README prints is the help that the program gives.
  @Test func helpIsThatOfTheProgram() throws {
    let text = try Tool.run(["cat", Tool.repository + "/README.md"]).out
    for words in [["--help"], ["build", "--help"]] {
      let shown =
        "\n$ neuguong \(words.joined(separator: " "))\n\(try Tool.neuguong(words).out)```\n"
      // Lines can be copied from here into README.
      #expect(text.contains(shown), "README.md shows another help than:\n\(shown)")
    }
  }
}
