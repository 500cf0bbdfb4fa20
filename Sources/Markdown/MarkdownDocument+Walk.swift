extension MarkdownDocument {
  package enum Event: Sendable { case enter, exit }

  /// The direct children of a node, in order.
  package struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var next_: Int
    let end: Int

    package mutating func next() -> NodeID? {
      guard next_ < end else { return nil }
      defer { next_ = Int(nodes[next_].end) }
      return next_
    }
  }

  package func children(of id: NodeID) -> Children {
    Children(nodes: nodes, next_: id + 1, end: Int(nodes[id].end))
  }

  /// The top-level blocks, without the notes.
  package var blocks: [NodeID] {
    children(of: Self.root).filter {
      if case .footnoteDefinition = nodes[$0].kind { false } else { true }
    }
  }

  package func parent(of id: NodeID) -> NodeID? {
    let parent = Int(nodes[id].parent)
    return parent < 0 ? nil : parent
  }

  /// Visits every node of the subtree twice, before and after its children, without recursion.
  package func walk(from start: NodeID = 0, _ visit: (Event, NodeID) throws -> Void) rethrows {
    var open: [Int] = []
    for id in start..<Int(nodes[start].end) {
      while let last = open.last, Int(nodes[last].end) <= id {
        open.removeLast()
        try visit(.exit, last)
      }
      try visit(.enter, id)
      open.append(id)
    }
    while let last = open.popLast() { try visit(.exit, last) }
  }

  /// As `walk`, with the node instead of its id.
  package func walk(_ visit: (Event, Node) throws -> Void) rethrows {
    try walk(from: Self.root) { (event: Event, id: NodeID) in try visit(event, nodes[id]) }
  }
}
