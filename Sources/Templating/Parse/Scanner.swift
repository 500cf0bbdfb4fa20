/// One part of a template's source.
struct Piece: Sendable {
  enum Kind: Sendable { case text, output, tag }

  var kind: Kind
  /// Name of a tag; empty for others.
  var name = ""
  /// Text, or the inside of the braces (for a tag: what follows its name).
  var start: Int
  var end: Int
  /// The whole, with braces, to mark in messages.
  var span: Span
  /// Text from `raw`: never blank.
  var isRaw = false
  /// A tag without its closing brace, which was told.
  var isBroken = false
}

/// Cuts a template into text, outputs and tags, and applies the white space control.
struct Scanner {
  private let source: [UInt8]
  private let trimsLines: Bool
  private var position = 0
  private var textStart = 0
  private var pieces: [Piece] = []
  private var faults: [SyntaxFault] = []

  private struct Mark {
    var name = ""
    var open: Int
    var innerStart: Int
    var innerEnd: Int
    var close: Int
    var trimsLeft: Bool
    var trimsRight: Bool
  }

  private init(_ source: [UInt8], trimsLines: Bool) {
    self.source = source
    self.trimsLines = trimsLines
  }

  /// The parts of `source`; with `trimsLines` a tag alone on its line takes the line with it.
  static func scan(_ source: [UInt8], trimsLines: Bool) -> ([Piece], [SyntaxFault]) {
    var scanner = Scanner(source, trimsLines: trimsLines)
    scanner.run()
    return (scanner.pieces, scanner.faults)
  }

  private mutating func run() {
    while let open = nextOpening(from: position) {
      let isOutput = source[open + 1] == UInt8(ascii: "{")
      if let next = openingWithin(open, isOutput: isOutput) {
        addUnclosed(open, before: next, isOutput: isOutput)
        continue
      }
      guard let mark = readMark(open, isOutput: isOutput) else { return }
      flushText(upTo: open, before: mark, isTag: !isOutput)
      position = mark.close
      textStart = mark.close
      if isOutput {
        pieces.append(
          Piece(
            kind: .output, start: mark.innerStart, end: mark.innerEnd,
            span: Span(open, mark.close)))
        skipSpace(after: mark, isTag: false)
        continue
      }
      switch mark.name {
      case "raw", "comment", "doc":
        guard skipBody(of: mark) else { return }
      default:
        pieces.append(
          Piece(
            kind: .tag, name: mark.name, start: mark.innerStart, end: mark.innerEnd,
            span: Span(open, mark.close)))
        skipSpace(after: mark, isTag: true)
      }
    }
    addText(textStart, source.count)
  }

  private func nextOpening(from start: Int) -> Int? {
    var i = start
    while i + 1 < source.count {
      if source[i] == UInt8(ascii: "{"),
        source[i + 1] == UInt8(ascii: "{") || source[i + 1] == UInt8(ascii: "%")
      {
        return i
      }
      i += 1
    }
    return nil
  }

  /// Where another tag opens before this one is closed, or nil.
  ///
  /// In strings braces are text, and comments may say what they like.
  private func openingWithin(_ open: Int, isOutput: Bool) -> Int? {
    var i = open + 2
    if !isOutput {
      let name = name(at: open)
      if name == "#" || name == "liquid" || name == "comment" || name == "doc" || name == "raw" {
        return nil
      }
    }
    var quote: UInt8 = 0
    while i + 1 < source.count {
      let byte = source[i]
      let pair = (byte, source[i + 1])
      if isOutput ? pair == (125, 125) : pair == (37, 125) { return nil }
      if byte == quote {
        quote = 0
      } else if quote == 0, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if quote == 0, pair == (123, 123) || pair == (123, 37) {
        return i
      }
      i += 1
    }
    return nil
  }

  /// Tells of a tag that is not closed and goes on at the next; what stands between is left out.
  private mutating func addUnclosed(_ open: Int, before next: Int, isOutput: Bool) {
    addText(textStart, open)
    faults.append(unclosed(open, isOutput: isOutput))
    if !isOutput {
      let (name, start) = Scanner.tagName(
        source, source[open + 2] == UInt8(ascii: "-") ? open + 3 : open + 2, next)
      pieces.append(
        Piece(
          kind: .tag, name: name, start: start, end: start, span: Span(open, start),
          isBroken: true))
    }
    // Of so many the first are enough.
    position = faults.count < Parser.faultLimit ? next : source.count
    textStart = position
  }

  private func unclosed(_ open: Int, isOutput: Bool) -> SyntaxFault {
    SyntaxFault(
      "template.unclosed", Span(open, open + 2),
      isOutput ? "Thiếu “}}” để đóng “{{”." : "Thiếu “%}” để đóng “{%”.")
  }

  private mutating func readMark(_ open: Int, isOutput: Bool) -> Mark? {
    let closer: [UInt8] = isOutput ? [125, 125] : [37, 125]
    guard let end = source.position(of: closer, from: open + 2) else {
      faults.append(unclosed(open, isOutput: isOutput))
      return nil
    }
    var mark = Mark(
      open: open, innerStart: open + 2, innerEnd: end, close: end + 2, trimsLeft: false,
      trimsRight: false)
    if mark.innerStart < end, source[mark.innerStart] == UInt8(ascii: "-") {
      mark.trimsLeft = true
      mark.innerStart += 1
      // One hyphen alone stands for both.
      if mark.innerStart == end { mark.trimsRight = true }
    }
    if mark.innerEnd > mark.innerStart, source[mark.innerEnd - 1] == UInt8(ascii: "-") {
      mark.trimsRight = true
      mark.innerEnd -= 1
    }
    if !isOutput { readName(&mark) }
    return mark
  }

  private func readName(_ mark: inout Mark) {
    (mark.name, mark.innerStart) = Scanner.tagName(source, mark.innerStart, mark.innerEnd)
  }

  /// The name at the head of a tag and where the rest begins.
  static func tagName(_ source: [UInt8], _ start: Int, _ end: Int) -> (String, Int) {
    var i = start
    while i < end, source[i].isSpace { i += 1 }
    let nameStart = i
    if i < end, source[i] == UInt8(ascii: "#") { return ("#", i + 1) }
    while i < end, source[i].continuesName { i += 1 }
    return (String(decoding: source[nameStart..<i], as: UTF8.self), i)
  }

  private mutating func flushText(upTo open: Int, before mark: Mark, isTag: Bool) {
    var end = open
    if mark.trimsLeft {
      while end > textStart, source[end - 1].isSpace { end -= 1 }
    } else if isTag, let lineStart = aloneOnLine(mark), lineStart >= textStart {
      end = lineStart
    }
    addText(textStart, end)
  }

  private mutating func skipSpace(after mark: Mark, isTag: Bool) {
    if mark.trimsRight {
      while textStart < source.count, source[textStart].isSpace { textStart += 1 }
    } else if isTag, aloneOnLine(mark) != nil {
      while textStart < source.count, source[textStart] != 10 { textStart += 1 }
      if textStart < source.count { textStart += 1 }
    }
    position = max(position, textStart)
  }

  /// Start of the line if the tag is alone on it and lines are trimmed.
  private func aloneOnLine(_ mark: Mark) -> Int? {
    guard trimsLines else { return nil }
    var start = mark.open
    while start > 0, source[start - 1] == 32 || source[start - 1] == 9 { start -= 1 }
    guard start == 0 || source[start - 1] == 10 else { return nil }
    var end = mark.close
    while end < source.count, source[end] == 32 || source[end] == 9 || source[end] == 13 {
      end += 1
    }
    return end == source.count || source[end] == 10 ? start : nil
  }

  private mutating func addText(_ start: Int, _ end: Int, isRaw: Bool = false) {
    guard start < end else { return }
    pieces.append(
      Piece(kind: .text, start: start, end: end, span: Span(start, end), isRaw: isRaw))
  }

  /// Passes over the body of `raw`, `comment` or `doc`, whose content need not be well formed.
  private mutating func skipBody(of opening: Mark) -> Bool {
    checkHead(of: opening)
    guard let closing = end(of: opening) else {
      faults.append(
        SyntaxFault(
          "template.unclosed", Span(opening.open, opening.close),
          "Thẻ “\(opening.name)” chưa được đóng bằng “end\(opening.name)”."))
      return false
    }
    if opening.name == "raw" { addText(opening.close, closing.open, isRaw: true) }
    position = closing.close
    textStart = closing.close
    skipSpace(after: closing, isTag: true)
    return true
  }

  private mutating func checkHead(of opening: Mark) {
    let rest = source[opening.innerStart..<max(opening.innerStart, opening.innerEnd)]
    if opening.name == "comment" || rest.allSatisfy(\.isSpace) { return }
    faults.append(
      SyntaxFault(
        "template.syntax", Span(opening.open, opening.close),
        "Thẻ “\(opening.name)” không có đối số."))
  }

  /// The end tag of `raw`, `comment` or `doc`.
  private func end(of opening: Mark) -> Mark? {
    var depth = 1
    var i = opening.close
    while let tag = nextTag(from: i, inComment: opening.name == "comment") {
      i = tag.close
      switch tag.name {
      case "end" + opening.name:
        depth -= 1
        if depth == 0 { return tag }
      case "comment" where opening.name == "comment": depth += 1
      case "raw" where opening.name == "comment":
        guard let close = endOfRaw(from: tag.close) else { return nil }
        i = close
      case "doc" where opening.name == "doc": return nil
      default: break
      }
    }
    return nil
  }

  /// The next tag within such a body; what opens before it and is not closed is text.
  ///
  /// Comments are cut as the rest of a template is: an output that is open takes tags into itself.
  private func nextTag(from start: Int, inComment: Bool) -> Mark? {
    var i = start
    while let open = nextOpening(from: i) {
      if source[open + 1] == UInt8(ascii: "{") {
        i = inComment ? endOfOutput(from: open + 2) : open + 1
        continue
      }
      guard let end = source.position(of: [37, 125], from: open + 2) else { return nil }
      var start = open
      if !inComment {
        while let next = source.position(of: [123, 37], from: start + 2), next < end {
          start = next
        }
      }
      var mark = Mark(
        open: start, innerStart: start + 2, innerEnd: end, close: end + 2,
        trimsLeft: source[start + 2] == UInt8(ascii: "-"),
        trimsRight: source[end - 1] == UInt8(ascii: "-"))
      if mark.trimsLeft { mark.innerStart += 1 }
      if mark.trimsRight { mark.innerEnd -= 1 }
      if mark.innerStart <= mark.innerEnd { readName(&mark) }
      return mark
    }
    return nil
  }

  /// Where an output in a comment ends: at a brace, or with the tag that it runs into.
  private func endOfOutput(from start: Int) -> Int {
    var i = start
    while i < source.count {
      if source[i] == UInt8(ascii: "}") {
        return i + 1 < source.count && source[i + 1] == UInt8(ascii: "}") ? i + 2 : i + 1
      }
      if source[i] == UInt8(ascii: "{"), i + 1 < source.count, source[i + 1] == UInt8(ascii: "%") {
        return source.position(of: [37, 125], from: i + 2).map { $0 + 2 } ?? source.count
      }
      i += 1
    }
    return source.count
  }

  private func name(at open: Int) -> String {
    let start = open + 2
    let isTrimmed = start < source.count && source[start] == UInt8(ascii: "-")
    return Scanner.tagName(source, isTrimmed ? start + 1 : start, source.count).0
  }

  private func endOfRaw(from start: Int) -> Int? {
    var i = start
    while let tag = nextTag(from: i, inComment: false) {
      if tag.name == "endraw" { return tag.close }
      i = tag.close
    }
    return nil
  }
}
