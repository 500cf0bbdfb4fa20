import Diagnostics

extension Parser {
  mutating func assign(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let name = try parser.variable()
    _ = try parser.expect(.assign, "dấu “=”")
    let value = try parser.filtered()
    try parser.expectEnd()
    return .assign(name, value, piece.span)
  }

  mutating func capture(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let name: String
    if parser.token.kind == .string {
      name = String(parser.text(parser.token).dropFirst().dropLast())
      parser.advance()
    } else {
      name = try parser.variable()
    }
    try parser.expectEnd()
    return .capture(name, try closedBody(of: piece), piece.span)
  }

  mutating func branch(_ piece: Piece) throws(SyntaxFault) -> Node {
    var arms: [(condition: Expression?, body: [Node])] = []
    var head = piece
    var problem: SyntaxFault?
    let ends = ["elsif", "else", "end" + piece.name]
    while true {
      var condition: Expression? = .literal(.null)
      do throws(SyntaxFault) {
        condition = try self.condition(head)
      } catch {
        problem = problem ?? error
      }
      if head.name == "unless" { condition = condition.map { .not($0) } }
      if let last = arms.last, last.condition == nil {
        // Ruby reads what follows a second `else` and never shows it.
        _ = try limitedBody(of: piece, until: ends)
      } else {
        arms.append((condition, try limitedBody(of: piece, until: ends)))
      }
      guard index < pieces.count, pieces[index].name == "elsif" || pieces[index].name == "else"
      else { break }
      head = pieces[index]
      index += 1
    }
    try close(piece)
    if let problem { throw problem }
    return .branch(arms, piece.span)
  }

  private func condition(_ head: Piece) throws(SyntaxFault) -> Expression? {
    var parser = try expressions(head)
    if head.name == "else" { return nil }
    let condition = try parser.condition()
    try parser.expectEnd()
    return condition
  }

  mutating func choose(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let subject = try parser.primary()
    try parser.expectEnd()
    // Whatever stands before the first `when` is never shown.
    _ = try limitedBody(of: piece, until: ["when", "else", "endcase"])
    var arms: [(values: [Expression], body: [Node])] = []
    var problem: SyntaxFault?
    while index < pieces.count, pieces[index].name == "when" || pieces[index].name == "else" {
      let head = pieces[index]
      index += 1
      var values: [Expression] = []
      if head.name == "when" {
        do throws(SyntaxFault) {
          values = try whenValues(head)
        } catch {
          problem = problem ?? error
        }
      }
      arms.append((values, try limitedBody(of: piece, until: ["when", "else", "endcase"])))
    }
    try close(piece)
    if let problem { throw problem }
    return .choose(subject, arms, piece.span)
  }

  private func whenValues(_ head: Piece) throws(SyntaxFault) -> [Expression] {
    var parser = try expressions(head)
    var values = [try parser.primary()]
    while parser.accept(.comma) || parser.accept(word: "or") { values.append(try parser.primary()) }
    try parser.expectEnd()
    return values
  }

  mutating func loop(_ piece: Piece) throws(SyntaxFault) -> Node {
    var loop: LoopSyntax
    do throws(SyntaxFault) {
      loop = try loopHead(piece)
    } catch {
      // The body is read all the same, so that its own faults are told in the same run.
      _ = try limitedBody(of: piece, until: ["else", "end" + piece.name])
      if index < pieces.count, pieces[index].name == "else" {
        index += 1
        _ = try limitedBody(of: piece, until: ["end" + piece.name])
      }
      try close(piece)
      throw error
    }
    loop.body = try limitedBody(of: piece, until: ["else", "end" + piece.name])
    if index < pieces.count, pieces[index].name == "else", piece.name == "for" {
      index += 1
      loop.otherwise = try limitedBody(of: piece, until: ["endfor"])
    }
    try close(piece)
    return .loop(loop)
  }

  private func loopHead(_ piece: Piece) throws(SyntaxFault) -> LoopSyntax {
    var parser = try expressions(piece)
    let variable = try parser.name("tên biến của vòng lặp")
    guard parser.accept(word: "in") else { throw parser.unexpected("Cần “in”") }
    let start = parser.token.start
    let collection = try parser.primary()
    var loop = LoopSyntax(
      variable: variable, collectionText: parser.sourceText(from: start, to: parser.lastEnd),
      collection: collection, span: piece.span)
    if piece.name == "tablerow" { loop.columns = .literal(.null) }
    while !parser.isAtEnd {
      if parser.accept(.comma) { continue }
      let token = parser.token
      switch try parser.name("limit, offset hoặc reversed") {
      case "reversed": loop.reversed = true
      case "limit":
        _ = try parser.expect(.colon, "dấu “:”")
        loop.limit = try parser.primary()
      case "offset":
        _ = try parser.expect(.colon, "dấu “:”")
        if parser.accept(word: "continue") {
          loop.continues = true
        } else {
          loop.offset = try parser.primary()
        }
      case "cols" where piece.name == "tablerow":
        _ = try parser.expect(.colon, "dấu “:”")
        loop.columns = try parser.primary()
      case let other:
        throw SyntaxFault(
          "template.syntax", Span(token.start, token.end),
          "Vòng lặp không có tùy chọn “\(other)”.",
          help: Suggestion.question(for: other, among: ["limit", "offset", "reversed"]))
      }
    }
    return loop
  }

  func leave(_ piece: Piece) throws(SyntaxFault) -> [Node] {
    try expressions(piece).expectEnd()
    return [.leave(isBreak: piece.name == "break", piece.span)]
  }

  func count(_ piece: Piece) throws(SyntaxFault) -> [Node] {
    var parser = try expressions(piece)
    let name = try parser.name()
    try parser.expectEnd()
    return [.count(name, up: piece.name == "increment", piece.span)]
  }

  mutating func cycle(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let start = parser.token.start
    var first = try parser.primary()
    var group: Expression?
    if parser.accept(.colon) {
      group = first
      first = try parser.primary()
    }
    var values = [first]
    while parser.accept(.comma) {
      if parser.isAtEnd { break }
      values.append(try parser.primary())
    }
    try parser.expectEnd()
    let key = group == nil ? parser.sourceText(from: start, to: parser.lastEnd) : ""
    return .cycle(group: group, key: key, values, piece.span)
  }

  mutating func call(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let isolated = piece.name == "render"
    if isolated, parser.token.kind != .string {
      throw parser.unexpected("Thẻ “render” cần tên mẫu trong dấu nháy")
    }
    var call = CallSyntax(name: try parser.primary(), isolated: isolated, span: piece.span)
    let isArgument = parser.following.kind == .colon
    if !isArgument, parser.word == "with" || parser.word == "for" {
      call.iterates = parser.word == "for"
      parser.advance()
      call.with = try parser.primary()
      if parser.accept(word: "as") { call.alias = try parser.name() }
    }
    while !parser.isAtEnd {
      if parser.accept(.comma) { continue }
      let name = try parser.name("tên đối số")
      _ = try parser.expect(.colon, "dấu “:”")
      call.arguments.append((name, try parser.primary()))
    }
    return .call(call)
  }

  mutating func extends(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let token = try parser.expect(.string, "tên mẫu trong dấu nháy")
    try parser.expectEnd()
    return .extends(String(parser.text(token).dropFirst().dropLast()), piece.span)
  }

  mutating func block(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let name: String
    if parser.token.kind == .string {
      name = String(parser.text(parser.token).dropFirst().dropLast())
      parser.advance()
    } else {
      name = try parser.name("tên khối")
    }
    let required = parser.accept(word: "required")
    try parser.expectEnd()
    let body = try closedBody(of: piece)
    return .block(BlockSyntax(name: name, required: required, body: body, span: piece.span))
  }
}
