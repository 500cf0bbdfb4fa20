import Diagnostics

/// Reads a template into nodes; a tag that is wrong is reported and left out, and reading goes on.
struct Parser {
  static let depthLimit = 100
  /// More problems than this in one template are of no use to anyone.
  static let faultLimit = 100

  let source: SourceText
  let dialect: Dialect
  var pieces: [Piece]
  var index = 0
  var depth = 0
  var faults: [SyntaxFault]
  /// Tags whose bodies are being read, outermost first.
  var openings: [Piece] = []
  /// Ends of tags that are not known; they were told once, at the tag itself.
  var endsOfStrangers: [String] = []
  /// Too deep to read on: what is open is not told to be so.
  var hasGivenUp = false

  init(_ source: SourceText, dialect: Dialect, trimsLines: Bool) {
    self.source = source
    self.dialect = dialect
    (pieces, faults) = Scanner.scan(source.bytes, trimsLines: trimsLines)
  }

  mutating func parse() -> [Node] { body(until: []) }

  /// Nodes up to a tag in `ends`, which is left as the current piece; or to the end of the source.
  mutating func body(until ends: [String]) -> [Node] {
    var nodes: [Node] = []
    depth += 1
    defer { depth -= 1 }
    while index < pieces.count {
      let piece = pieces[index]
      if piece.kind == .tag {
        if ends.contains(piece.name) { return nodes }
        if Parser.isInner(piece.name) {
          if passStray(piece, wanted: ends) { continue }
          return nodes
        }
      }
      index += 1
      do throws(SyntaxFault) {
        switch piece.kind {
        case .text:
          nodes.append(.text(start: piece.start, end: piece.end, isRaw: piece.isRaw))
        case .output: if let node = try output(piece) { nodes.append(node) }
        case .tag: nodes += try tag(piece)
        }
      } catch {
        faults.append(error)
      }
      if faults.count >= Parser.faultLimit { giveUp() }
    }
    return nodes
  }

  /// Body of the tag `opening` up to its end tag, which is taken.
  mutating func closedBody(of opening: Piece) throws(SyntaxFault) -> [Node] {
    let nodes = try limitedBody(of: opening, until: ["end" + opening.name])
    close(opening)
    return nodes
  }

  mutating func limitedBody(of opening: Piece, until ends: [String]) throws(SyntaxFault) -> [Node] {
    if depth >= Parser.depthLimit {
      giveUp()
      throw SyntaxFault(
        "template.nesting", opening.span, "Thẻ lồng quá \(Parser.depthLimit) tầng.")
    }
    openings.append(opening)
    defer { openings.removeLast() }
    return body(until: ends)
  }

  func expressions(_ piece: Piece) throws(SyntaxFault) -> ExpressionParser {
    try ExpressionParser(
      source.bytes, piece.start, piece.end, whole: piece.span, dialect: dialect)
  }

  func output(_ piece: Piece) throws(SyntaxFault) -> Node? {
    var parser = try expressions(piece)
    if parser.isAtEnd { return nil }
    let value = try parser.filtered()
    try parser.expectEnd()
    return .output(value, piece.span)
  }

  private mutating func tag(_ piece: Piece) throws(SyntaxFault) -> [Node] {
    if piece.isBroken {
      expectEnds(ofStranger: piece)
      return []
    }
    guard let tag = TagTable.byName[piece.name], dialect.knows(tag), let read = tag.read else {
      expectEnds(ofStranger: piece)
      throw unknownTag(piece)
    }
    return try read(&self, piece)
  }

  func checkInlineComment(_ piece: Piece) throws(SyntaxFault) {
    var i = piece.start
    while let newline = source.bytes.position(of: [10], from: i), newline < piece.end {
      i = newline + 1
      while i < piece.end, source.bytes[i].isSpace, source.bytes[i] != 10 { i += 1 }
      if i < piece.end, source.bytes[i] != UInt8(ascii: "#"), source.bytes[i] != 10 {
        throw SyntaxFault(
          "template.syntax", piece.span, "Mỗi dòng của chú thích phải bắt đầu bằng “#”.")
      }
    }
  }

  /// Each line of a `liquid` tag is a tag without braces.
  mutating func liquid(_ piece: Piece) throws(SyntaxFault) -> [Node] {
    let bytes = source.bytes
    var lines: [Piece] = []
    var skipping: String?
    var nested = 0
    var start = piece.start
    while start < piece.end {
      var end = start
      while end < piece.end, bytes[end] != 10 { end += 1 }
      let (name, rest) = Scanner.tagName(bytes, start, end)
      var first = start
      while first < end, bytes[first].isSpace { first += 1 }
      defer { start = end + 1 }
      if first == end { continue }
      if let outer = skipping {
        if name == outer { nested += 1 }
        if name == "end" + outer {
          nested -= 1
          if nested == 0 { skipping = nil }
        }
        continue
      }
      if name == "comment" || name == "raw" || name == "doc" {
        skipping = name
        nested = 1
        continue
      }
      lines.append(
        Piece(kind: .tag, name: name, start: rest, end: end, span: Span(first, end)))
    }
    if let skipping {
      throw SyntaxFault(
        "template.unclosed", piece.span, "Thẻ “\(skipping)” chưa được đóng bằng “end\(skipping)”.")
    }
    if depth >= Parser.depthLimit {
      throw SyntaxFault(
        "template.nesting", piece.span, "Thẻ lồng quá \(Parser.depthLimit) tầng.")
    }
    let outer = (pieces, index, openings)
    (pieces, index, openings) = (lines, 0, [])
    depth += 1
    let nodes = parse()
    depth -= 1
    (pieces, index, openings) = outer
    return nodes
  }
}
