import Diagnostics

/// Follows the names that the host declares through templates, without running them.
///
/// It says what a rendering would say of `{{ unit.nmae }}`, also in branches that no content of
/// today reaches. A part may be called with objects of different shapes and ask which it has; so
/// a name is wrong only if it is wrong wherever the part is called.
struct NameCheck {
  /// Nodes that are looked at; more than this is no template that a person wrote.
  static let stepLimit = 50_000
  static let depthLimit = 200

  let review: TemplateReview
  /// Names that some kind of page sees.
  let known: Set<String>
  private(set) var verdicts: [Place: Verdict] = [:]
  /// Where a number without a source is printed on a page that must account for its numbers.
  private(set) var bareNumbers: Set<Place> = []
  private var seen: Set<Visit> = []
  private var steps = 0
  private(set) var gaveUp = false

  struct Place: Hashable {
    var template: Int
    var span: Span
  }

  enum Verdict {
    case fine
    case wrong(summary: String, help: String, isLenient: Bool)
  }

  /// One way in which a template is called.
  private struct Visit: Hashable {
    var template: Int
    var page: Int
    var arguments: [String]
  }

  /// What is known at one place of one template.
  struct Scope {
    var template: Int
    var page: Int
    var globals: Shape
    var tracesFigures = false
    var variables: [String: Member.Kind] = [:]
    /// Names that this template, or one that shares its variables, may fill.
    var filled: [String: Int] = [:]
    /// Bodies of blocks, the child's before its parent's.
    var blocks: [String: [(template: Int, body: [Node])]] = [:]
    var depth = 0
  }

  init(_ review: TemplateReview, _ vocabularies: [Vocabulary]) {
    self.review = review
    known = Set(vocabularies.flatMap(\.globals.names))
    for (page, vocabulary) in vocabularies.enumerated() {
      guard let template = review.index[vocabulary.template] else { continue }
      var scope = Scope(template: template, page: page, globals: vocabulary.globals)
      scope.tracesFigures = vocabulary.tracesFigures
      scope.filled = filledNames(template)
      enter(template, &scope)
    }
  }

  /// How often each name is filled by this template and those that share its variables.
  private func filledNames(_ template: Int) -> [String: Int] {
    var counts: [String: Int] = [:]
    for other in review.sharingScope(with: review.templates[template]) {
      other.nodes.walk { node in
        if let name = node.filledName?.name { counts[name, default: 0] += 1 }
        if case .count(let name, _, _) = node { counts[name, default: 0] += 2 }
      }
    }
    return counts
  }

  // MARK: Templates

  /// A whole template; of a child only assignments and blocks count, then its parent follows.
  private mutating func enter(_ template: Int, _ scope: inout Scope) {
    let read = review.templates[template]
    let outer = scope.template
    scope.template = template
    defer { scope.template = outer }
    guard let parent = read.parent else { return follow(read.nodes, &scope) }
    for node in read.nodes {
      switch node {
      case .block(let block): scope.blocks[block.name, default: []].append((template, block.body))
      case .assign, .capture, .macro: follow([node], &scope)
      default: break
      }
    }
    guard descend(&scope), let next = review.index(of: parent.name, from: template) else { return }
    enter(next, &scope)
    scope.depth -= 1
  }

  private mutating func call(_ call: CallSyntax, _ scope: inout Scope) {
    var given: [(String, Member.Kind)] = []
    if let with = call.with {
      var kind = self.kind(of: with, &scope, lenient: false)
      if case .list(let item) = kind, call.iterates || !call.isolated { kind = item }
      let name = call.alias ?? call.literalName.map(Compiler.variable)
      if let name { given.append((name, kind)) }
    }
    for (name, value) in call.arguments {
      given.append((name, kind(of: value, &scope, lenient: false)))
    }
    guard let name = call.literalName, let target = review.index(of: name, from: scope.template)
    else { return }
    var inner = scope
    if call.isolated {
      inner.variables = [:]
      inner.blocks = [:]
    }
    for (name, kind) in given { inner.variables[name] = kind }
    let visit = Visit(
      template: target, page: scope.page,
      arguments: inner.variables.map { "\($0.key) \($0.value.key)" }.sorted())
    guard seen.insert(visit).inserted, descend(&inner) else { return }
    if call.isolated { inner.filled = filledNames(target) }
    enter(target, &inner)
  }

  /// One level deeper, unless that would go on without end.
  private mutating func descend(_ scope: inout Scope) -> Bool {
    scope.depth += 1
    if scope.depth > Self.depthLimit { gaveUp = true }
    return !gaveUp
  }

  // MARK: Nodes

  private mutating func follow(_ nodes: [Node], _ scope: inout Scope) {
    guard descend(&scope) else { return }
    for node in nodes {
      steps += 1
      if steps > Self.stepLimit { gaveUp = true }
      if gaveUp { return }
      follow(node, &scope)
    }
    scope.depth -= 1
  }

  private mutating func follow(_ node: Node, _ scope: inout Scope) {
    switch node {
    case .output(let value, let span):
      if case .number = kind(of: value, &scope), scope.tracesFigures {
        bareNumbers.insert(Place(template: scope.template, span: span))
      }
    case .assign(let name, let value, _): fill(name, kind(of: value, &scope), &scope)
    case .capture(let name, let body, _):
      follow(body, &scope)
      fill(name, .safe, &scope)
    case .branch(let arms, _):
      for arm in arms {
        if let condition = arm.condition { _ = kind(of: condition, &scope, lenient: true) }
        follow(arm.body, &scope)
      }
    case .choose, .cycle:
      for value in node.expressions { _ = kind(of: value, &scope, lenient: true) }
      for body in node.bodies { follow(body, &scope) }
    case .loop(let loop): follow(loop, &scope)
    case .call(let call): self.call(call, &scope)
    case .invocation:
      for value in node.expressions { _ = kind(of: value, &scope, lenient: false) }
    case .macro(let macro):
      var inner = scope
      inner.variables = [MacroPlan.args: .any, MacroPlan.kwargs: .any]
      for parameter in macro.parameters { inner.variables[parameter.name] = .any }
      for fallback in node.expressions { _ = kind(of: fallback, &inner, lenient: true) }
      follow(macro.body, &inner)
    case .with(let values, let body, _):
      var inner = scope
      for (name, value) in values {
        inner.variables[name] = kind(of: value, &scope, lenient: false)
      }
      follow(body, &inner)
    case .block(let block):
      // Any of the bodies may be shown, through `block.super`.
      let bodies = (scope.blocks[block.name] ?? []) + [(scope.template, block.body)]
      for (template, body) in bodies {
        var inner = scope
        inner.template = template
        follow(body, &inner)
      }
    case .changed(let body, _): follow(body, &scope)
    case .text, .count, .leave, .extends: break
    }
  }

  private mutating func follow(_ loop: LoopSyntax, _ scope: inout Scope) {
    let collection = kind(of: loop.collection, &scope, lenient: false)
    for value in [loop.limit, loop.offset, loop.columns].compactMap({ $0 }) {
      _ = kind(of: value, &scope, lenient: false)
    }
    let outer = scope.variables[loop.variable]
    if case .list(let item) = collection {
      scope.variables[loop.variable] = item
    } else {
      scope.variables[loop.variable] = .any
    }
    follow(loop.body, &scope)
    scope.variables[loop.variable] = outer
    follow(loop.otherwise ?? [], &scope)
  }

  /// Only a name that is filled at one place has a kind that is sure.
  private func fill(_ name: String, _ kind: Member.Kind, _ scope: inout Scope) {
    scope.variables[name] = scope.filled[name] == 1 ? kind : .any
  }

  // MARK: Verdicts

  mutating func note(_ verdict: Verdict, at span: Span, _ scope: Scope) {
    let place = Place(template: scope.template, span: span)
    switch (verdicts[place], verdict) {
    case (.fine, _): break
    // Where some call is lenient and another not, the strict one is told.
    case (.wrong(_, _, isLenient: false), .wrong): break
    default: verdicts[place] = verdict
    }
  }
}

extension TemplateReview {
  func index(of name: String, from template: Int) -> Int? {
    Self.resolve(name, from: templates[template].name, in: index)
  }

  /// Whether some call gives the template an argument of this name.
  func isGiven(_ name: String, to template: Int) -> Bool { given[template]?.contains(name) == true }

  /// The names that no rendering of these pages could find, by template.
  func wrongNames(
    _ vocabularies: [Vocabulary], _ undefined: TemplateOptions.Undefined
  ) -> [Int: [Diagnostic]] {
    if callsByValue { return [:] }
    let check = NameCheck(self, vocabularies)
    if check.gaveUp { return [:] }
    var found: [Int: [Diagnostic]] = [:]
    for place in check.verdicts.keys.sorted(by: { $0.span.start < $1.span.start }) {
      guard case .wrong(let summary, let help, let isLenient)? = check.verdicts[place],
        found[place.template, default: []].count < Lint.limit
      else { continue }
      let isAdvice = isLenient || undefined == .empty
      found[place.template, default: []].append(
        Diagnostic(
          isAdvice ? Lint.unknownName : "template.undefined",
          isAdvice || undefined == .warn ? .warning : .error,
          at: templates[place.template].source.location(place.span), summary, help: help))
    }
    let order = { (a: NameCheck.Place, b: NameCheck.Place) in a.span.start < b.span.start }
    for place in check.bareNumbers.sorted(by: order).prefix(Lint.limit) {
      found[place.template, default: []].append(
        Diagnostic(
          Lint.bareNumber, .warning, at: templates[place.template].source.location(place.span),
          "In ra một số không kèm nguồn.",
          help: "In một tên có nguồn, như {{ counts.awards }}; số thường chỉ dùng để so sánh."))
    }
    return found
  }
}

extension Member.Kind {
  /// The same for equal kinds, to tell calls apart.
  fileprivate var key: String {
    switch self {
    case .text: "t"
    case .number: "n"
    case .flag: "f"
    case .safe: "s"
    case .any: "a"
    case .list(let item): "l" + item.key
    case .object(let shape): "o\(UInt(bitPattern: ObjectIdentifier(shape())))"
    }
  }
}
