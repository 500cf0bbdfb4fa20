/// Reads expressions by recursive descent; nesting is limited, as the input may be hostile.
struct ExpressionParser {
  static let depthLimit = 100

  let source: [UInt8]
  private let tokens: [Token]
  private(set) var position = 0
  private var depth = 0
  private let whole: Span
  let dialect: Dialect

  init(
    _ source: [UInt8], _ start: Int, _ end: Int, whole: Span, dialect: Dialect
  ) throws(SyntaxFault) {
    self.source = source
    self.whole = whole
    self.dialect = dialect
    tokens = try ExpressionLexer.tokens(source, start, end)
  }

  // MARK: Tokens

  var token: Token { tokens[position] }
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }
  var isAtEnd: Bool { token.kind == .end }

  func text(_ token: Token) -> String {
    String(decoding: source[token.start..<token.end], as: UTF8.self)
  }

  var word: String? { token.kind == .name ? text(token) : nil }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  mutating func skipRest() { position = tokens.count - 1 }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  mutating func accept(word: String) -> Bool {
    guard self.word == word else { return false }
    advance()
    return true
  }

  /// The inside of a string, if one stands here.
  mutating func acceptString() -> String? {
    let found = token
    return accept(.string) ? String(text(found).dropFirst().dropLast()) : nil
  }

  mutating func expect(_ kind: Token.Kind, _ what: String) throws(SyntaxFault) -> Token {
    let found = token
    guard accept(kind) else { throw unexpected("Cần \(what)") }
    return found
  }

  mutating func name(_ what: String = "một tên") throws(SyntaxFault) -> String {
    text(try expect(.name, what))
  }

  /// The name that a tag fills; digits are let through, as in Liquid, though nothing can read it.
  mutating func variable() throws(SyntaxFault) -> String {
    let digits = token
    return dialect.isIndulgent && accept(.int) ? text(digits) : try name("tên biến")
  }

  func expectEnd() throws(SyntaxFault) {
    if !isAtEnd { throw unexpected("Phần này không hiểu được") }
  }

  func unexpected(_ problem: String) -> SyntaxFault {
    if isAtEnd {
      return SyntaxFault("template.syntax", whole, "\(problem), nhưng thẻ đã hết.")
    }
    return SyntaxFault(
      "template.syntax", Span(token.start, token.end), "\(problem), gặp “\(text(token))”.")
  }

  // MARK: Values

  mutating func filtered() throws(SyntaxFault) -> Filtered {
    try enter()
    defer { depth -= 1 }
    var result = Filtered(value: try primary())
    result.filters = try filters()
    if dialect.hasFullExpressions, accept(word: "if") {
      result.condition = try condition()
      if accept(word: "else") { result.otherwise = .value(try filtered()) }
    }
    return result
  }

  private mutating func filters() throws(SyntaxFault) -> [FilterSyntax] {
    var filters: [FilterSyntax] = []
    while accept(.pipe) {
      let head = try expect(.name, "tên bộ lọc")
      var filter = FilterSyntax(name: text(head), span: Span(head.start, head.end))
      if accept(.colon) {
        while !isAtEnd, token.kind != .pipe, word != "if", word != "else" {
          if token.kind == .name, following.kind == .colon {
            let name = text(token)
            advance()
            advance()
            filter.named.append((name, try primary()))
          } else {
            filter.positional.append(try primary())
          }
          if !accept(.comma) { break }
          if !dialect.allowsEmptyArguments, isAtEnd || token.kind == .pipe {
            throw unexpected("Cần đối số")
          }
        }
        if !dialect.allowsEmptyArguments, filter.positional.isEmpty, filter.named.isEmpty {
          throw unexpected("Cần đối số")
        }
      }
      filters.append(filter)
    }
    return filters
  }

  mutating func condition() throws(SyntaxFault) -> Expression {
    dialect.hasFullExpressions ? try disjunction() : try rightToLeft()
  }

  /// Liquid's own reading: `a and b or c` is `a and (b or c)`.
  private mutating func rightToLeft() throws(SyntaxFault) -> Expression {
    var chain: [(left: Expression, isAnd: Bool)] = []
    var last = try comparison()
    while word == "and" || word == "or" {
      chain.append((last, word == "and"))
      advance()
      last = try comparison()
    }
    return chain.reversed().reduce(last) { right, link in
      link.isAnd ? .and(link.left, right) : .or(link.left, right)
    }
  }

  private mutating func disjunction() throws(SyntaxFault) -> Expression {
    var left = try conjunction()
    while accept(word: "or") { left = .or(left, try conjunction()) }
    return left
  }

  private mutating func conjunction() throws(SyntaxFault) -> Expression {
    var left = try negation()
    while accept(word: "and") { left = .and(left, try negation()) }
    return left
  }

  private mutating func negation() throws(SyntaxFault) -> Expression {
    guard accept(word: "not") else { return try comparison() }
    try enter()
    defer { depth -= 1 }
    return .not(try negation())
  }

  private mutating func comparison() throws(SyntaxFault) -> Expression {
    let start = token.start
    let left = try operand(allowsCondition: true)
    let kind: Comparison
    switch token.kind {
    case .equal: kind = .equal
    case .unequal: kind = .unequal
    case .less: kind = .less
    case .lessEqual: kind = .lessEqual
    case .more: kind = .more
    case .moreEqual: kind = .moreEqual
    case .name where word == "contains": kind = .contains
    case .name where dialect.hasFullExpressions && word == "in":
      advance()
      let right = try operand(allowsCondition: true)
      return .compare(right, .contains, left, Span(start, tokens[position - 1].end))
    default: return left
    }
    advance()
    let right = try operand(allowsCondition: true)
    return .compare(left, kind, right, Span(start, tokens[position - 1].end))
  }

  /// The values of a `when`.
  mutating func alternatives() throws(SyntaxFault) -> [Expression] {
    var values = [try operand()]
    while accept(.comma) || accept(word: "or") { values.append(try operand()) }
    return values
  }

  /// A value that is compared: only here do `blank` and `empty` ask how the other one is.
  private mutating func operand(allowsCondition: Bool = false) throws(SyntaxFault) -> Expression {
    if following.kind != .dot, following.kind != .openBracket {
      if accept(word: "blank") { return .literal(.blank) }
      if accept(word: "empty") { return .literal(.empty) }
    }
    return try primary(allowsCondition: allowsCondition)
  }

  mutating func primary(allowsCondition: Bool = false) throws(SyntaxFault) -> Expression {
    try enter()
    defer { depth -= 1 }
    let start = token
    switch start.kind {
    case .string:
      advance()
      return .literal(.string(Str(Array(source[(start.start + 1)..<(start.end - 1)]))))
    case .int:
      advance()
      guard let int = Int(text(start)) else {
        throw SyntaxFault(
          "template.number", Span(start.start, start.end), "Số “\(text(start))” quá lớn.")
      }
      return .literal(.int(int))
    case .float:
      advance()
      return .literal(.double(Double(text(start)) ?? 0))
    case .openParen: return try parenthesis(allowsCondition: allowsCondition)
    case .openBracket where dialect.hasFullExpressions: return try array()
    case .openBracket where dialect.isIndulgent: return .path(try bracketedName())
    case .name where word == "contains" && source[start.end...].first?.isSpace ?? false:
      throw unexpected("Cần một giá trị")
    case .name: return try nameOrPath()
    default: throw unexpected("Cần một giá trị")
    }
  }

  private mutating func parenthesis(allowsCondition: Bool) throws(SyntaxFault) -> Expression {
    let open = token
    advance()
    let isGroup = dialect.hasFullExpressions
    let first = allowsCondition && isGroup ? try condition() : try primary()
    if !isGroup, token.kind != .dots { throw unexpected("Cần “..”") }
    if accept(.dots) {
      let last = try primary()
      let close = try expect(.closeParen, "dấu “)”")
      return .range(first, last, Span(open.start, close.end))
    }
    _ = try expect(.closeParen, "dấu “)” hoặc “..”")
    return first
  }

  private mutating func array() throws(SyntaxFault) -> Expression {
    let open = token
    // `['name']` alone is a name in brackets, as in Liquid; lists of one name are not wanted.
    if following.kind == .string, tokens[min(position + 2, tokens.count - 1)].kind == .closeBracket
    {
      let string = following
      position += 3
      return .path(
        try segments(
          of: String(decoding: source[(string.start + 1)..<(string.end - 1)], as: UTF8.self),
          from: open.start))
    }
    advance()
    var items: [Expression] = []
    while token.kind != .closeBracket {
      items.append(try primary())
      if !accept(.comma) { break }
    }
    _ = try expect(.closeBracket, "dấu “]”")
    return .array(items)
  }

  /// `[name]` asks for the variable whose name `name` holds.
  private mutating func bracketedName() throws(SyntaxFault) -> PathSyntax {
    let open = token
    advance()
    let name = try primary()
    _ = try expect(.closeBracket, "dấu “]”")
    var path = try segments(of: "", from: open.start)
    path.rootName = name
    return path
  }

  private mutating func nameOrPath() throws(SyntaxFault) -> Expression {
    let head = token
    let name = text(head)
    advance()
    if token.kind != .dot, token.kind != .openBracket {
      switch name {
      case "true": return .literal(.bool(true))
      case "false": return .literal(.bool(false))
      case "nil", "null": return .literal(.null)
      case "blank", "empty": return .literal(.string(""))
      default: break
      }
    }
    return .path(try segments(of: name, from: head.start))
  }

  private mutating func segments(
    of root: String, from start: Int
  ) throws(SyntaxFault) -> PathSyntax {
    var path = PathSyntax(root: root, segments: [], span: Span(start, tokens[position - 1].end))
    while true {
      if accept(.dot) {
        path.segments.append(.key(try name("tên thành phần sau dấu chấm")))
      } else if accept(.openBracket) {
        switch try primary() {
        case .literal(.int(let index)): path.segments.append(.index(index))
        case .literal(.string(let key)): path.segments.append(.member(key.description))
        case let other: path.segments.append(.dynamic(other))
        }
        _ = try expect(.closeBracket, "dấu “]”")
      } else {
        break
      }
      path.span = Span(start, tokens[position - 1].end)
    }
    return path
  }

  private mutating func enter() throws(SyntaxFault) {
    depth += 1
    if depth > ExpressionParser.depthLimit {
      throw SyntaxFault(
        "template.nesting", Span(token.start, token.end),
        "Biểu thức lồng quá \(ExpressionParser.depthLimit) tầng.")
    }
  }

  /// The words from a position on up to this one, without the space between them: names that the
  /// language builds from source.
  func wordsRead(since start: Int) -> String { tokens[start..<position].map(text).joined() }
}
