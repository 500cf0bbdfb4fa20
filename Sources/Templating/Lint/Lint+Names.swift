import Diagnostics

extension Lint {
  /// Variables that are filled and that no template of the same scope reads.
  static func unusedVariables(_ template: ReadTemplate, _ review: TemplateReview) -> [Finding] {
    var filled: [(name: String, span: Span)] = []
    template.nodes.walk { node in
      if let variable = node.filledName { filled.append(variable) }
    }
    if filled.isEmpty { return [] }
    var read = Set<String>()
    for other in review.sharingScope(with: template) {
      other.nodes.walk { node in
        node.readPaths { path in
          // `assign x = x | append: "…"` keeps `x` alive for nobody.
          if node.filledName?.name != path.root { read.insert(path.root) }
        }
      }
    }
    let known = suggestible(read)
    return filled.filter { !read.contains($0.name) }.prefix(limit).map { variable in
      Finding(
        variable.span, "Biến “\(variable.name)” được đặt mà không dùng ở đâu.",
        help: Suggestion.question(for: variable.name, among: known) ?? "Bỏ thẻ này.")
    }
  }

  /// Names to suggest from; among very many the search would take long and help nobody.
  static func suggestible(_ names: Set<String>) -> [String] {
    names.count > 500 ? [] : names.sorted()
  }

  /// Names that a macro or `with` binds for its body, and the body does not read.
  static func unusedParameters(_ template: ReadTemplate) -> [Finding] {
    var found: [Finding] = []
    template.nodes.walk { node in
      let names: [String]
      switch node {
      case .macro(let macro): names = macro.parameters.map(\.name)
      case .with(let values, _, _): names = values.map(\.0)
      default: return
      }
      var read = Set<String>()
      var mayBeElsewhere = false
      node.readPaths { read.insert($0.root) }
      for body in node.bodies {
        body.walk { inner in
          inner.readPaths { read.insert($0.root) }
          // An included template sees them too.
          if case .call(let call) = inner, !call.isolated { mayBeElsewhere = true }
        }
      }
      if mayBeElsewhere { return }
      let known = suggestible(read)
      for name in names.prefix(limit) where !read.contains(name) {
        found.append(
          Finding(
            node.span, "“\(name)” được trao mà không dùng.",
            help: Suggestion.question(for: name, among: known) ?? "Bỏ nó đi."))
      }
    }
    return found
  }

  /// A variable of a loop that something inside the loop takes over.
  static func shadows(_ template: ReadTemplate) -> [Finding] {
    var found: [Finding] = []
    func visit(_ nodes: [Node], _ outer: [String]) {
      for node in nodes {
        var inside = outer
        switch node {
        case .loop(let loop):
          if outer.contains(loop.variable) {
            found.append(
              Finding(
                loop.span, "Vòng lặp trong dùng lại biến “\(loop.variable)” của vòng lặp ngoài.",
                help: "Đặt tên khác cho biến của vòng lặp trong."))
          }
          visit(loop.body, outer + [loop.variable])
          visit(loop.otherwise ?? [], outer)
          continue
        case .block: inside = []
        default:
          if let variable = node.filledName, outer.contains(variable.name) {
            found.append(
              Finding(
                variable.span, "Biến “\(variable.name)” che biến cùng tên của vòng lặp.",
                help: "Đặt tên khác."))
          }
        }
        for body in node.bodies { visit(body, inside) }
      }
    }
    visit(template.nodes, [])
    return found
  }

  /// `include` of a template that could as well be rendered, and see no more than it is given.
  static func includes(_ template: ReadTemplate, _ review: TemplateReview) -> [Finding] {
    var found: [Finding] = []
    var calls: [CallSyntax] = []
    template.nodes.walk { node in
      if case .call(let call) = node, !call.isolated { calls.append(call) }
    }
    for call in calls.prefix(limit) {
      guard let name = call.literalName, let target = review.target(of: name, from: template),
        let needed = target.namesNeeded
      else { continue }
      // What the target fills may be meant for its caller.
      let filled = target.nodesFilling
      var isRead = false
      for other in review.sharingScope(with: template) where other.name != target.name {
        other.nodes.walk { node in
          node.readPaths { if filled.contains($0.root) { isRead = true } }
        }
      }
      if isRead { continue }
      let given = Set(call.arguments.map(\.0) + [call.alias ?? Compiler.variable(of: name)])
      let own = template.boundNames
      let passed = needed.filter { own.contains($0) && !given.contains($0) }
        .map { ", \($0): \($0)" }.joined()
      found.append(
        Finding(
          call.span, "Ở đây dùng “render” thay “include” được.",
          help: "Mẫu “\(name)” khi đó chỉ thấy những gì được trao: "
            + "{% render \"\(name)\"\(passed)\(call.arguments.isEmpty ? "" : ", …") %}"))
    }
    return found
  }
}

extension ReadTemplate {
  /// Names that loops and assignments of this template bind.
  var boundNames: Set<String> {
    var names = nodesFilling
    nodes.walk { node in
      switch node {
      case .loop(let loop): names.insert(loop.variable)
      case .with(let values, _, _): names.formUnion(values.map(\.0))
      default: break
      }
    }
    return names
  }

  var nodesFilling: Set<String> {
    var names = Set<String>()
    nodes.walk { node in
      if let variable = node.filledName { names.insert(variable.name) }
    }
    return names
  }

  /// Names that are read here and bound elsewhere, sorted; nil if the template does something that
  /// `render` cannot: include others, leave the caller's loop, or count along with the caller.
  var namesNeeded: [String]? {
    var cannot = false
    func check(_ nodes: [Node], inLoop: Bool) {
      for node in nodes {
        switch node {
        case .leave: if !inLoop { cannot = true }
        case .call(let call): if !call.isolated { cannot = true }
        case .count, .cycle, .extends, .changed, .macro: cannot = true
        default: break
        }
        var inside = inLoop
        if case .loop = node { inside = true }
        for body in node.bodies { check(body, inLoop: inside) }
      }
    }
    check(nodes, inLoop: false)
    if cannot { return nil }
    var names = Set<String>()
    nodes.walk { node in node.readPaths { names.insert($0.root) } }
    return names.subtracting(boundNames).sorted()
  }
}
