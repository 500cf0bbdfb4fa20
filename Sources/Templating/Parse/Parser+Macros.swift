extension Parser {
  /// `macro name a, b: 'default'`: a part that is called by its name, with arguments.
  mutating func macro(_ piece: Piece) throws(SyntaxFault) -> Node {
    let head = head(of: piece) { parser throws(SyntaxFault) in
      var macro = MacroSyntax(name: try parser.label("tên macro"), span: piece.span)
      try parser.list { parser throws(SyntaxFault) in
        let name = try parser.name("tên tham số")
        var fallback: Expression?
        if parser.accept(.colon) || parser.accept(.assign) { fallback = try parser.primary() }
        macro.parameters.append((name, fallback))
      }
      return macro
    }
    let body = try closedBody(of: piece)
    guard var macro = head else { return .changed(body, piece.span) }
    macro.body = body
    checkName(atEndOf: piece, macro.name)
    return .macro(macro)
  }

  /// `call name 1, b: 2`.
  mutating func invocation(_ piece: Piece) throws(SyntaxFault) -> Node {
    var parser = try expressions(piece)
    var call = InvocationSyntax(name: try parser.label("tên macro"), span: piece.span)
    try parser.list { parser throws(SyntaxFault) in
      if let name = parser.acceptArgumentName() {
        call.named.append((name, try parser.primary()))
      } else {
        call.positional.append(try parser.primary())
      }
    }
    return .invocation(call)
  }

  /// `with a: 1, b: x`: names that hold in the body only.
  mutating func with(_ piece: Piece) throws(SyntaxFault) -> Node {
    let names = head(of: piece) { parser throws(SyntaxFault) in
      var names: [(String, Expression)] = []
      try parser.list { parser throws(SyntaxFault) in
        guard let name = parser.acceptArgumentName() else {
          throw parser.unexpected("Cần “tên: giá trị”")
        }
        names.append((name, try parser.primary()))
      }
      return names
    }
    return .with(names ?? [], try closedBody(of: piece), piece.span)
  }
}

extension Parser {
  /// `endblock name` and `endmacro name` may say again what they end.
  mutating func checkName(atEndOf opening: Piece, _ name: String) {
    guard index > 0, pieces[index - 1].name == "end" + opening.name else { return }
    let end = pieces[index - 1]
    do throws(SyntaxFault) {
      var parser = try expressions(end)
      if parser.isAtEnd { return }
      let given = try parser.label("tên như ở thẻ mở")
      try parser.expectEnd()
      if given == name { return }
      faults.append(
        SyntaxFault(
          "template.wrong-end", end.span, "“\(end.name) \(given)” đóng “\(name)”.",
          help: "Viết {% \(end.name) \(name) %}."))
    } catch {
      faults.append(error)
    }
  }
}

extension ExpressionParser {
  /// The name of a macro or template, in quotes or without.
  mutating func label(_ what: String) throws(SyntaxFault) -> String {
    let word = token
    if accept(.string) { return String(text(word).dropFirst().dropLast()) }
    return try name(what)
  }

  /// `name:` or `name =`, which is taken, or nil.
  fileprivate mutating func acceptArgumentName() -> String? {
    guard let name = word, following.kind == .colon || following.kind == .assign else {
      return nil
    }
    advance()
    advance()
    return name
  }

  /// Members up to the end of the tag; commas may be left out or follow the last.
  fileprivate mutating func list(
    _ member: (inout ExpressionParser) throws(SyntaxFault) -> Void
  ) throws(SyntaxFault) {
    _ = accept(.comma)
    while !isAtEnd {
      try member(&self)
      _ = accept(.comma)
    }
  }
}
