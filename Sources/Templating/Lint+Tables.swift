extension Lint {
  /// Tags that break the rows of a Markdown table, which must be one line each and without gaps.
  static func brokenRows(_ template: ReadTemplate) -> [Finding] {
    guard template.kind == .markdown else { return [] }
    var found: [Finding] = []
    template.nodes.walk { node in
      guard case .loop(let loop) = node, !loop.isTable else { return }
      if let problem = brokenRow(loop, template) { found.append(problem) }
    }
    return found
  }

  private static func brokenRow(_ loop: LoopSyntax, _ template: ReadTemplate) -> Finding? {
    let bytes = template.source.bytes
    guard case .text(let start, let end, false)? = loop.body.first else { return nil }
    let head = bytes[start..<end]
    // The row begins at the start of a line: after the loop's tag, which stood alone or first.
    guard let bar = head.firstIndex(where: { !$0.isSpace }), bytes[bar] == UInt8(ascii: "|"),
      startsLine(Int(loop.span.start), bytes)
    else { return nil }
    if head[..<bar].contains(10), template.startsAfterTag(loop, at: start) {
      return Finding(
        loop.span, "Dòng trống ở đầu vòng lặp cắt bảng thành nhiều mảnh.",
        help: "Bỏ dòng trống, hoặc viết “-%}” ở cuối thẻ.")
    }
    var text: [UInt8] = []
    loop.body.walk { node in
      if case .text(let start, let end, _) = node { text += bytes[start..<end] }
    }
    let trailing = text.reversed().prefix { $0.isSpace }.count { $0 == 10 }
    if trailing > 1 {
      return Finding(
        loop.span, "Dòng trống ở cuối vòng lặp cắt bảng thành nhiều mảnh.",
        help: "Bỏ dòng trống trước thẻ đóng.")
    }
    if !text.contains(10) {
      return Finding(
        loop.span, "Các hàng của bảng dính vào nhau trên một dòng.",
        help: "Đặt thẻ đóng của vòng lặp ở dòng riêng, và không viết “{%-” ở đó.")
    }
    return nil
  }

  private static func startsLine(_ position: Int, _ bytes: [UInt8]) -> Bool {
    var i = position
    while i > 0, bytes[i - 1] == 32 || bytes[i - 1] == 9 { i -= 1 }
    return i == 0 || bytes[i - 1] == 10
  }
}

extension ReadTemplate {
  /// Whether the text at `start` is all that follows the loop's tag and its line, which the
  /// scanner took away: then a line break in it is an empty line.
  fileprivate func startsAfterTag(_ loop: LoopSyntax, at start: Int) -> Bool {
    start > Int(loop.span.start) + Int(loop.span.count)
  }
}
