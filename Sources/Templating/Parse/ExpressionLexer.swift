/// A word of the expression language.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case name, string, int, float, dot, dots, openBracket, closeBracket, openParen, closeParen
    case pipe, colon, comma, assign, equal, unequal, less, lessEqual, more, moreEqual, end
  }

  var kind: Kind
  var start: Int
  var end: Int
}

/// Cuts the inside of an output or a tag into tokens.
enum ExpressionLexer {
  static let tokenLimit = 1_000

  static func tokens(
    _ source: [UInt8], _ start: Int, _ end: Int
  ) throws(SyntaxFault) -> [Token] {
    var tokens: [Token] = []
    var i = start
    while true {
      while i < end, source[i].isSpace { i += 1 }
      guard i < end else { break }
      let token = try next(source, i, end)
      tokens.append(token)
      i = token.end
      if tokens.count > tokenLimit {
        throw SyntaxFault(
          "template.too-long", Span(start, end), "Biểu thức quá dài (trên \(tokenLimit) từ).")
      }
    }
    tokens.append(Token(kind: .end, start: end, end: end))
    return tokens
  }

  private static func next(
    _ source: [UInt8], _ start: Int, _ end: Int
  ) throws(SyntaxFault) -> Token {
    let byte = source[start]
    let following: UInt8 = start + 1 < end ? source[start + 1] : 0
    func token(_ kind: Token.Kind, _ length: Int) -> Token {
      Token(kind: kind, start: start, end: start + length)
    }
    if byte.startsName { return name(source, start, end) }
    if byte.isDigit || (byte == UInt8(ascii: "-") && following.isDigit) {
      return number(source, start, end)
    }
    switch byte {
    case UInt8(ascii: "."): return following == byte ? token(.dots, 2) : token(.dot, 1)
    case UInt8(ascii: "["): return token(.openBracket, 1)
    case UInt8(ascii: "]"): return token(.closeBracket, 1)
    case UInt8(ascii: "("): return token(.openParen, 1)
    case UInt8(ascii: ")"): return token(.closeParen, 1)
    case UInt8(ascii: "|"): return token(.pipe, 1)
    case UInt8(ascii: ":"): return token(.colon, 1)
    case UInt8(ascii: ","): return token(.comma, 1)
    case UInt8(ascii: "="):
      return following == UInt8(ascii: "=") ? token(.equal, 2) : token(.assign, 1)
    case UInt8(ascii: "!") where following == UInt8(ascii: "="): return token(.unequal, 2)
    case UInt8(ascii: "<"):
      if following == UInt8(ascii: "=") { return token(.lessEqual, 2) }
      return following == UInt8(ascii: ">") ? token(.unequal, 2) : token(.less, 1)
    case UInt8(ascii: ">"):
      return following == UInt8(ascii: "=") ? token(.moreEqual, 2) : token(.more, 1)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      var i = start + 1
      while i < end, source[i] != byte { i += 1 }
      if i < end { return Token(kind: .string, start: start, end: i + 1) }
      throw SyntaxFault(
        "template.unclosed-string", Span(start, end), "Chuỗi chưa có dấu nháy đóng.")
    default:
      throw SyntaxFault(
        "template.syntax", Span(start, start + 1),
        "Ký tự “\(Character(UnicodeScalar(byte)))” không dùng được ở đây.",
        help: "Không có phép tính bằng dấu: dùng các bộ lọc plus, minus, times, divided_by.")
    }
  }

  private static func name(_ source: [UInt8], _ start: Int, _ end: Int) -> Token {
    var i = start
    while i < end, source[i].continuesName { i += 1 }
    if i < end, source[i] == UInt8(ascii: "?") { i += 1 }
    return Token(kind: .name, start: start, end: i)
  }

  private static func number(_ source: [UInt8], _ start: Int, _ end: Int) -> Token {
    var i = start + 1
    while i < end, source[i].isDigit { i += 1 }
    if i + 1 < end, source[i] == UInt8(ascii: "."), source[i + 1].isDigit {
      i += 1
      while i < end, source[i].isDigit { i += 1 }
      return Token(kind: .float, start: start, end: i)
    }
    return Token(kind: .int, start: start, end: i)
  }
}
