extension Lint {
  /// `a and b or c` without parentheses: plain Liquid reads from the right, others bind `and` tighter.
  ///
  /// Found by words, for the tree no longer tells where parentheses stood.
  static func mixedConditions(_ template: ReadTemplate) -> [Finding] {
    var found: [Finding] = []
    for piece in template.pieces where piece.kind != .text {
      // In `when` the word `or` is a comma; the lines of `liquid` are tags of their own.
      if piece.name == "when" || piece.name == "liquid" || piece.name == "#" { continue }
      found += mixedConditions(template.source, piece.start, piece.end)
    }
    for piece in template.pieces where piece.name == "liquid" {
      for line in lines(template.source.bytes, piece.start, piece.end) where line.name != "when" {
        found += mixedConditions(template.source, line.start, line.end)
      }
    }
    return found
  }

  private static func lines(_ bytes: [UInt8], _ start: Int, _ end: Int)
    -> [(name: String, start: Int, end: Int)]
  {
    var lines: [(String, Int, Int)] = []
    var first = start
    while first < end {
      let last = bytes[first..<end].firstIndex(of: 10) ?? end
      let (name, rest) = Scanner.tagName(bytes, first, last)
      if name != "#" { lines.append((name, rest, last)) }
      first = last + 1
    }
    return lines
  }

  /// One condition on one level of parentheses, cut at `and` and `or`.
  private struct Level {
    var start: Int?
    var end = 0
    var operands: [Range<Int>] = []
    var operators: [String] = []

    mutating func take(_ token: Token) {
      start = start ?? token.start
      end = token.end
    }

    mutating func cut(_ word: String) {
      if let start { operands.append(start..<end) }
      operators.append(word)
      start = nil
    }

    mutating func close() -> Bool {
      if let start { operands.append(start..<end) }
      start = nil
      return operators.contains("and") && operators.contains("or")
        && operands.count == operators.count + 1
    }
  }

  private static func mixedConditions(_ source: SourceText, _ start: Int, _ end: Int) -> [Finding] {
    guard let tokens = try? ExpressionLexer.tokens(source.bytes, start, end) else { return [] }
    var found: [Finding] = []
    var levels = [Level()]
    func finish(_ level: Level) {
      var level = level
      if level.close() { found.append(finding(level, source)) }
    }
    for token in tokens {
      let word =
        token.kind == .name
        ? String(decoding: source.bytes[token.start..<token.end], as: UTF8.self) : ""
      switch token.kind {
      case .openParen, .openBracket:
        levels[levels.count - 1].take(token)
        levels.append(Level())
      case .closeParen, .closeBracket:
        if levels.count > 1 { finish(levels.removeLast()) }
        levels[levels.count - 1].take(token)
      case .pipe, .comma, .colon, .assign, .end:
        finish(levels[levels.count - 1])
        levels[levels.count - 1] = Level()
      case .name where word == "if" || word == "else":
        finish(levels[levels.count - 1])
        levels[levels.count - 1] = Level()
      case .name where word == "and" || word == "or": levels[levels.count - 1].cut(word)
      default: levels[levels.count - 1].take(token)
      }
    }
    return found
  }

  private static func finding(_ level: Level, _ source: SourceText) -> Finding {
    let operands = level.operands.map {
      String(decoding: source.bytes[$0], as: UTF8.self)
    }
    let usual = tight(operands, level.operators)
    let plain = fromRight(operands, level.operators)
    let first = level.operands.first?.lowerBound ?? 0
    let last = level.operands.last?.upperBound ?? first
    return Finding(
      Span(first, last), "Điều kiện trộn “and” với “or” mà không có ngoặc.",
      help: usual == plain
        ? "Được hiểu là “\(usual)”; viết ngoặc cho rõ."
        : "Ở đây được hiểu là “\(usual)”, còn Liquid gốc đọc từ phải sang: “\(plain)”. Hãy viết ngoặc."
    )
  }

  /// As most languages read it: `and` first.
  private static func tight(_ operands: [String], _ operators: [String]) -> String {
    var groups: [[String]] = [[operands[0]]]
    for (word, operand) in zip(operators, operands.dropFirst()) {
      if word == "and" {
        groups[groups.count - 1].append(operand)
      } else {
        groups.append([operand])
      }
    }
    return groups.map { group in
      let text = group.joined(separator: " and ")
      return group.count > 1 && groups.count > 1 ? "(\(text))" : text
    }.joined(separator: " or ")
  }

  /// As plain Liquid reads it: from the right, `and` and `or` alike.
  private static func fromRight(_ operands: [String], _ operators: [String]) -> String {
    var text = operands[operands.count - 1]
    var outer: String?
    for i in operators.indices.reversed() {
      // A chain of the same word needs no parentheses.
      if let outer, outer != operators[i] { text = "(\(text))" }
      text = "\(operands[i]) \(operators[i]) \(text)"
      outer = operators[i]
    }
    return text
  }
}
