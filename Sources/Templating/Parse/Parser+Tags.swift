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
    let name = head(of: piece) { parser throws(SyntaxFault) in
      if let name = parser.acceptString() { return name }
      return try parser.variable()
    }
    return .capture(name ?? "", try closedBody(of: piece), piece.span)
  }

  mutating func branch(_ piece: Piece) throws(SyntaxFault) -> Node {
    var arms: [(condition: Expression?, body: [Node])] = []
    var part = piece
    let ends = ["elsif", "else", "end" + piece.name]
    while true {
      var condition: Expression?
      // As in Ruby, whatever follows the word `else` is not read.
      if part.name != "else" {
        condition =
          head(of: part) { parser throws(SyntaxFault) in try parser.condition() } ?? .literal(.null)
      }
      if part.name == "unless" { condition = condition.map { .not($0) } }
      if let last = arms.last, last.condition == nil {
        // Ruby reads what follows a second `else` and never shows it.
        _ = try limitedBody(of: piece, until: ends)
      } else {
        arms.append((condition, try limitedBody(of: piece, until: ends)))
      }
      guard index < pieces.count, pieces[index].name == "elsif" || pieces[index].name == "else"
      else { break }
      part = pieces[index]
      index += 1
    }
    close(piece)
    return .branch(arms, piece.span)
  }

  mutating func choose(_ piece: Piece) throws(SyntaxFault) -> Node {
    let subject = head(of: piece) { parser throws(SyntaxFault) in try parser.primary() }
    // Whatever stands before the first `when` is never shown.
    _ = try limitedBody(of: piece, until: ["when", "else", "endcase"])
    var arms: [(values: [Expression], body: [Node])] = []
    while index < pieces.count, pieces[index].name == "when" || pieces[index].name == "else" {
      let part = pieces[index]
      index += 1
      var values: [Expression] = []
      if part.name == "else" {
        _ = head(of: part) { _ throws(SyntaxFault) in true }
      } else {
        values =
          head(of: part) { parser throws(SyntaxFault) in
            let values = try parser.alternatives()
            if parser.dialect.isIndulgent { parser.skipRest() }
            return values
          } ?? []
      }
      arms.append((values, try limitedBody(of: piece, until: ["when", "else", "endcase"])))
    }
    close(piece)
    return .choose(subject ?? .literal(.null), arms, piece.span)
  }

  mutating func loop(_ piece: Piece) throws(SyntaxFault) -> Node {
    let head = head(of: piece) { parser throws(SyntaxFault) in
      try Parser.loopHead(piece, &parser)
    }
    var loop =
      head
      ?? LoopSyntax(
        variable: "", collectionText: "", collection: .literal(.null),
        isTable: piece.name == "tablerow", span: piece.span)
    loop.body = try limitedBody(of: piece, until: ["else", "end" + piece.name])
    if index < pieces.count, pieces[index].name == "else", piece.name == "for" {
      index += 1
      loop.otherwise = try limitedBody(of: piece, until: ["endfor"])
    }
    close(piece)
    return .loop(loop)
  }

  private static func loopHead(
    _ piece: Piece, _ parser: inout ExpressionParser
  ) throws(SyntaxFault) -> LoopSyntax {
    let variable = try parser.name("tên biến của vòng lặp")
    guard parser.accept(word: "in") else { throw parser.unexpected("Cần “in”") }
    let start = parser.position
    let collection = try parser.primary()
    let isTable = piece.name == "tablerow"
    var loop = LoopSyntax(
      variable: variable, collectionText: parser.wordsRead(since: start), collection: collection,
      isTable: isTable, span: piece.span)
    let isFree = parser.dialect.ordersFreely
    if !isFree, !isTable, parser.accept(word: "reversed") { loop.reversed = true }
    while !parser.isAtEnd {
      if parser.accept(.comma), isFree || isTable, parser.isAtEnd { break }
      let token = parser.token
      switch try parser.name("limit, offset hoặc reversed") {
      case "reversed" where isFree: loop.reversed = true
      case "limit":
        _ = try parser.expect(.colon, "dấu “:”")
        loop.limit = try parser.primary()
      case "offset":
        _ = try parser.expect(.colon, "dấu “:”")
        if !isTable, parser.accept(word: "continue") {
          loop.continues = true
        } else {
          loop.continues = false
          loop.offset = try parser.primary()
        }
      case "cols" where isTable:
        _ = try parser.expect(.colon, "dấu “:”")
        loop.columns = try parser.primary()
      case "range" where isTable && !isFree:
        // Taken and never asked for, as in Liquid.
        _ = try parser.expect(.colon, "dấu “:”")
        _ = try parser.primary()
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
    return .cycle(group: group, values, piece.span)
  }

  mutating func call(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let isolated = piece.name == "render"
    if isolated, parser.token.kind != .string {
      throw parser.unexpected("Thẻ “render” cần tên mẫu trong dấu nháy")
    }
    var call = CallSyntax(name: try parser.primary(), isolated: isolated, span: piece.span)
    if parser.following.kind != .colon, parser.word == "with" || parser.word == "for" {
      call.iterates = parser.word == "for"
      parser.advance()
      call.with = try parser.primary()
    }
    if parser.following.kind != .colon, parser.accept(word: "as") {
      call.alias = try parser.name()
    }
    while !parser.isAtEnd {
      if parser.accept(.comma) { continue }
      let name = try parser.name("tên đối số")
      if !dialect.hasFullExpressions || !parser.accept(.assign) {
        _ = try parser.expect(.colon, "dấu “:”")
      }
      call.arguments.append((name, try parser.primary()))
    }
    return .call(call)
  }

  mutating func extends(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    let name = try parser.label("tên mẫu")
    try parser.expectEnd()
    return .extends(name, piece.span)
  }

  mutating func block(_ piece: Piece) throws(SyntaxFault) -> Node {
    let head = head(of: piece) { parser throws(SyntaxFault) in
      (try parser.label("tên khối"), parser.accept(word: "required"))
    }
    let body = try closedBody(of: piece)
    guard let (name, required) = head else { return .changed(body, piece.span) }
    checkName(atEndOf: piece, name)
    return .block(BlockSyntax(name: name, required: required, body: body, span: piece.span))
  }
}
