extension Lint {
  /// What a template with `extends` writes outside its blocks, where nothing shows it.
  static func outsideBlocks(_ template: ReadTemplate) -> [Finding] {
    let nodes = template.nodes
    guard nodes.contains(where: { if case .extends = $0 { true } else { false } }) else {
      return []
    }
    return nodes.compactMap { node in
      node.spanOfOutput(in: template.source.bytes).map {
        Finding(
          $0, "Phần này đứng ngoài các khối của mẫu có “extends” nên không bao giờ hiện.",
          help: "Đặt nó vào một khối {% block tên %}…{% endblock %}.")
      }
    }
  }
}

extension Node {
  /// Where this node stands, if it is one that writes or decides what is written.
  fileprivate func spanOfOutput(in source: [UInt8]) -> Span? {
    switch self {
    case .text(let start, let end, _):
      guard let first = source[start..<end].firstIndex(where: { !$0.isSpace }) else { return nil }
      let rest = source[first..<end]
      return Span(first, rest.firstIndex(of: 10) ?? end)
    case .output(_, let span), .branch(_, let span), .choose(_, _, let span),
      .changed(_, let span), .with(_, _, let span), .leave(_, let span), .count(_, _, let span),
      .cycle(_, _, let span):
      return span
    case .loop(let loop): return loop.span
    case .invocation(let call): return call.span
    case .call(let call): return call.isolated ? call.span : nil
    case .assign, .capture, .macro, .block, .extends: return nil
    }
  }
}
