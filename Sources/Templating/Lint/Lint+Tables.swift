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

  /// Outputs with nothing but a separator between them, in a file whose kind escapes nothing.
  ///
  /// In `.csv` the engine itself makes cells of outputs.
  static func bareCells(_ template: ReadTemplate) -> [Finding] {
    guard template.kind == .plain, template.name.hasSuffix(".txt") else { return [] }
    var found: [Finding] = []
    func visit(_ nodes: [Node]) {
      var bare: [Span?] = nodes.map { node in
        guard case .output(let value, let span) = node, !value.isHarmless,
          value.filters.last?.name != "csv_cell"
        else { return nil }
        return span
      }
      for i in nodes.indices.dropFirst().dropLast() {
        guard case .text(let start, let end, false) = nodes[i], end == start + 1,
          [UInt8(ascii: ","), UInt8(ascii: ";"), 9].contains(template.source.bytes[start]),
          case .output = nodes[i - 1], case .output = nodes[i + 1]
        else { continue }
        for neighbour in [i - 1, i + 1] {
          guard let span = bare[neighbour] else { continue }
          bare[neighbour] = nil
          found.append(
            Finding(
              span,
              "Ô của bảng không qua bộ lọc “csv_cell”: dấu phân cách trong dữ liệu làm lệch cột.",
              help: "Viết {{ … | csv_cell }}, hoặc đặt tên mẫu có đuôi .csv."))
        }
      }
      for node in nodes { for body in node.bodies { visit(body) } }
    }
    visit(template.nodes)
    return found
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
