package import Diagnostics

/// A template read to be examined, not to be rendered.
struct ReadTemplate: Sendable {
  let source: SourceText
  let kind: OutputKind?
  let pieces: [Piece]
  let nodes: [Node]

  init(_ source: TemplateSource) {
    self.source = SourceText(source)
    kind = source.kind ?? OutputKind(name: source.name)
    var parser = Parser(self.source, dialect: .extended, trimsLines: kind == .markdown)
    pieces = parser.pieces
    nodes = parser.parse()
  }

  var name: String { source.name }

  /// The template that this one is built upon.
  var parent: (name: String, span: Span)? {
    for case .extends(let name, let span) in nodes { return (name, span) }
    return nil
  }
}

/// A set of templates under examination: what may be wrong though it compiles.
///
/// It stands beside the compiler, so that rendering pays nothing for it.
package struct TemplateReview: Sendable {
  let templates: [ReadTemplate]
  let index: [String: Int]
  let connections: [Connection]

  /// One template's call of another.
  struct Connection: Sendable {
    enum Kind: Sendable { case extends, include, render }

    var kind: Kind
    var from: Int
    var to: Int
  }

  /// Whether a template is called by a name that is known only when it runs.
  let callsByValue: Bool
  /// Names of the arguments that calls give to each template.
  let given: [Int: Set<String>]

  package init(_ sources: [TemplateSource]) {
    let templates = sources.filter { SourceText($0).problem == nil }.map(ReadTemplate.init)
    var index: [String: Int] = [:]
    for (i, template) in templates.enumerated() { index[template.name] = i }
    var connections: [Connection] = []
    var callsByValue = false
    var given: [Int: Set<String>] = [:]
    for (i, template) in templates.enumerated() {
      func connect(_ kind: Connection.Kind, _ name: String) {
        guard let to = Self.resolve(name, from: template.name, in: index) else { return }
        connections.append(Connection(kind: kind, from: i, to: to))
      }
      template.nodes.walk { node in
        switch node {
        case .extends(let name, _): connect(.extends, name)
        case .call(let call):
          guard let name = call.literalName else {
            callsByValue = true
            return
          }
          connect(call.isolated ? .render : .include, name)
          guard let to = Self.resolve(name, from: template.name, in: index) else { return }
          given[to, default: []].formUnion(call.arguments.map(\.0))
          given[to, default: []].insert(call.alias ?? Compiler.variable(of: name))
        default: break
        }
      }
    }
    self.templates = templates
    self.index = index
    self.connections = connections
    self.callsByValue = callsByValue
    self.given = given
  }

  /// The template that `name` means in the template `caller`: a suffix may be left out.
  static func resolve(_ name: String, from caller: String, in index: [String: Int]) -> Int? {
    if let exact = index[name] { return exact }
    guard let dot = caller.lastIndex(of: ".") else { return nil }
    return index[name + caller[dot...]]
  }

  func target(of name: String, from template: ReadTemplate) -> ReadTemplate? {
    Self.resolve(name, from: template.name, in: index).map { templates[$0] }
  }

  /// The templates that share variables with this one, itself among them.
  ///
  /// Those that include or extend it, and then all that any of these includes or extends; two
  /// children of one layout share nothing.
  func sharingScope(with template: ReadTemplate) -> [ReadTemplate] {
    guard let start = index[template.name] else { return [template] }
    if callsByValue { return templates }
    let roots = closure(of: [start]) { $0.to == $1 ? $0.from : nil }
    return closure(of: roots) { $0.from == $1 ? $0.to : nil }.sorted().map { templates[$0] }
  }

  private func closure(of start: Set<Int>, _ next: (Connection, Int) -> Int?) -> Set<Int> {
    var found = start
    var open = start.sorted()
    while let template = open.popLast() {
      for connection in connections where connection.kind != .render {
        if let other = next(connection, template), found.insert(other).inserted {
          open.append(other)
        }
      }
    }
    return found
  }

  /// Tells of all that the lints find, in every template.
  ///
  /// - Parameters:
  ///   - vocabularies: what the host renders, and the names that each sees; with none, nothing is
  ///     said of names and of templates that nobody uses.
  ///   - spare: templates that come with the program and need not be used.
  package func lint(
    for vocabularies: [Vocabulary] = [], spare: Set<String> = [],
    undefined: TemplateOptions.Undefined = .error, into bag: inout DiagnosticBag
  ) {
    let names = vocabularies.isEmpty ? [:] : wrongNames(vocabularies, undefined)
    let used = vocabularies.isEmpty ? nil : reached(from: vocabularies.map(\.template))
    for (i, template) in templates.enumerated() {
      var allowances = LintAllowance.all(in: template)
      var found = Lint.all.flatMap { lint in
        lint.find(template, self).prefix(Lint.limit).map { finding in
          Diagnostic(
            lint.id, lint.severity, at: template.source.location(finding.span), finding.summary,
            help: finding.help)
        }
      }
      found += names[i] ?? []
      if used?.contains(i) == false, !spare.contains(template.name) {
        found.append(unreached(template, pages: vocabularies.map(\.template)))
      }
      for diagnostic in found where !LintAllowance.silence(diagnostic, &allowances) {
        bag.add(diagnostic)
      }
      for problem in LintAllowance.problems(of: allowances) {
        bag.add(problem.diagnostic(in: template))
      }
    }
  }

  /// The templates that some page leads to, or nil if that is known only when they run.
  private func reached(from pages: [String]) -> Set<Int>? {
    if callsByValue { return nil }
    var open = pages.compactMap { index[$0] }
    var reached = Set(open)
    while let next = open.popLast() {
      for connection in connections where connection.from == next {
        if reached.insert(connection.to).inserted { open.append(connection.to) }
      }
    }
    return reached
  }

  private func unreached(_ template: ReadTemplate, pages: [String]) -> Diagnostic {
    Diagnostic(
      Lint.unreached, .warning, at: Location(file: template.source.file),
      "Không trang nào dùng mẫu “\(template.name)”.",
      help: Suggestion.question(for: template.name, among: pages.filter { index[$0] == nil })
        ?? "Gọi nó bằng `render`, hoặc xóa tệp nếu không cần.")
  }

  /// How often a filter lets text out unescaped, with those for which a reason is given.
  package var rawUses: Int { templates.reduce(0) { $0 + Lint.rawUses($1).count } }

  /// The templates in the order given, each with those that it is made of.
  package var summaries: [TemplateSummary] {
    templates.enumerated().map { i, template in
      let parts = connections.filter { $0.from == i && $0.kind != .extends }
      return TemplateSummary(
        name: template.name, parent: template.parent?.name,
        parts: Set(parts.map { templates[$0.to].name }).sorted())
    }
  }
}

/// A template and those that it is made of.
package struct TemplateSummary: Sendable {
  package let name: String
  /// The template that it extends.
  package let parent: String?
  /// Those that it includes or renders, by name.
  package let parts: [String]
}

extension CallSyntax {
  /// The name of the template, where it is written out.
  var literalName: String? {
    if case .literal(.string(let name)) = name { return name.description }
    return nil
  }
}
