/// What lies within nodes and expressions, for those who examine templates without running them.
extension Node {
  /// The bodies that lie in this node, in order.
  var bodies: [[Node]] {
    switch self {
    case .text, .output, .assign, .leave, .count, .cycle, .call, .extends, .invocation: []
    case .capture(_, let body, _), .changed(let body, _): [body]
    case .branch(let arms, _): arms.map(\.body)
    case .choose(_, let arms, _): arms.map(\.body)
    case .loop(let loop): [loop.body] + (loop.otherwise.map { [$0] } ?? [])
    case .block(let block): [block.body]
    case .macro(let macro): [macro.body]
    case .with(_, let body, _): [body]
    }
  }

  /// The values with filters that this node itself computes.
  var chains: [Filtered] {
    switch self {
    case .output(let value, _), .assign(_, let value, _): [value]
    default: []
    }
  }

  /// The values without filters that this node itself computes.
  var expressions: [Expression] {
    switch self {
    case .branch(let arms, _): arms.compactMap(\.condition)
    case .choose(let subject, let arms, _): [subject] + arms.flatMap(\.values)
    case .loop(let loop):
      [loop.collection] + [loop.limit, loop.offset, loop.columns].compactMap { $0 }
    case .cycle(let group, let values, _): (group.map { [$0] } ?? []) + values
    case .call(let call):
      [call.name] + (call.with.map { [$0] } ?? []) + call.arguments.map(\.1)
    case .macro(let macro): macro.parameters.compactMap(\.fallback)
    case .invocation(let call): call.positional + call.named.map(\.1)
    case .with(let values, _, _): values.map(\.1)
    case .text, .output, .assign, .capture, .leave, .count, .extends, .block, .changed: []
    }
  }

  /// The name that this node fills, where it lies in the scope of its template.
  var filledName: (name: String, span: Span)? {
    switch self {
    case .assign(let name, _, let span), .capture(let name, _, let span): (name, span)
    default: nil
    }
  }

  /// Where the node stands in the source.
  var span: Span {
    switch self {
    case .text(let start, let end, _): Span(start, end)
    case .output(_, let span), .assign(_, _, let span), .capture(_, _, let span),
      .branch(_, let span), .choose(_, _, let span), .leave(_, let span), .count(_, _, let span),
      .cycle(_, _, let span), .extends(_, let span), .changed(_, let span),
      .with(_, _, let span):
      span
    case .loop(let loop): loop.span
    case .call(let call): call.span
    case .block(let block): block.span
    case .macro(let macro): macro.span
    case .invocation(let call): call.span
    }
  }

  /// Every name that this node itself reads.
  func readPaths(_ visit: (PathSyntax) -> Void) {
    for chain in chains { chain.readPaths(visit) }
    for expression in expressions { expression.readPaths(visit) }
  }

  /// This node and all below it, in the order of the source.
  func walk(_ visit: (Node) -> Void) {
    visit(self)
    for body in bodies { body.walk(visit) }
  }
}

extension [Node] {
  func walk(_ visit: (Node) -> Void) {
    for node in self { node.walk(visit) }
  }
}

extension Filtered {
  /// This chain and those that it falls back to.
  func alternatives(_ visit: (Filtered) -> Void) {
    visit(self)
    if case .value(let other) = otherwise { other.alternatives(visit) }
  }

  func readPaths(_ visit: (PathSyntax) -> Void) {
    alternatives { chain in
      chain.value.readPaths(visit)
      chain.condition?.readPaths(visit)
      for filter in chain.filters {
        for argument in filter.positional { argument.readPaths(visit) }
        for (_, argument) in filter.named { argument.readPaths(visit) }
      }
    }
  }
}

extension Expression {
  func readPaths(_ visit: (PathSyntax) -> Void) {
    switch self {
    case .literal: break
    case .path(let path):
      visit(path)
      path.rootName?.readPaths(visit)
      for case .dynamic(let key) in path.segments { key.readPaths(visit) }
    case .range(let first, let last, _):
      first.readPaths(visit)
      last.readPaths(visit)
    case .array(let items): for item in items { item.readPaths(visit) }
    case .compare(let left, _, let right, _), .and(let left, let right), .or(let left, let right):
      left.readPaths(visit)
      right.readPaths(visit)
    case .not(let inner): inner.readPaths(visit)
    }
  }
}
