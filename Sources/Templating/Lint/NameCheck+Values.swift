import Diagnostics

/// What kind of value an expression gives, noting the names that are wrong on the way.
extension NameCheck {
  mutating func kind(of chain: Filtered, _ scope: inout Scope) -> Member.Kind {
    if let condition = chain.condition { _ = kind(of: condition, &scope, lenient: true) }
    let lenient = chain.filters.contains { $0.name == "default" }
    var result = kind(of: chain.value, &scope, lenient: lenient)
    for filter in chain.filters {
      for argument in filter.positional { _ = kind(of: argument, &scope, lenient: false) }
      for (_, argument) in filter.named { _ = kind(of: argument, &scope, lenient: false) }
      result = kind(of: result, through: filter, scope)
    }
    if case .value(let other) = chain.otherwise { _ = kind(of: other, &scope) }
    return chain.condition == nil ? result : .any
  }

  mutating func kind(of expression: Expression, _ scope: inout Scope, lenient: Bool)
    -> Member.Kind
  {
    switch expression {
    case .literal: return .any
    case .path(let path): return kind(of: path, &scope, lenient: lenient)
    case .range(let first, let last, _):
      _ = kind(of: first, &scope, lenient: lenient)
      _ = kind(of: last, &scope, lenient: lenient)
      return .list(.number)
    case .array(let items):
      for item in items { _ = kind(of: item, &scope, lenient: lenient) }
      return .list(.any)
    case .compare(let left, _, let right, _), .and(let left, let right), .or(let left, let right):
      _ = kind(of: left, &scope, lenient: lenient)
      _ = kind(of: right, &scope, lenient: lenient)
      return .flag
    case .not(let inner):
      _ = kind(of: inner, &scope, lenient: lenient)
      return .flag
    }
  }

  private mutating func kind(of path: PathSyntax, _ scope: inout Scope, lenient: Bool)
    -> Member.Kind
  {
    for case .dynamic(let key) in path.segments {
      _ = kind(of: key, &scope, lenient: lenient)
    }
    if let name = path.rootName {
      _ = kind(of: name, &scope, lenient: lenient)
      return .any
    }
    guard var kind = root(path, scope, lenient: lenient) else { return .any }
    for segment in path.segments {
      switch segment {
      case .key(let name), .member(let name):
        switch member(name, of: kind) {
        case .success(let found): kind = found
        case .failure(let problem):
          note(
            .wrong(summary: problem.summary, help: problem.help, isLenient: lenient),
            at: path.span, scope)
          return .any
        }
      case .index, .dynamic:
        if case .list(let item) = kind { kind = item } else { kind = .any }
      }
    }
    note(.fine, at: path.span, scope)
    return kind
  }

  /// What the first name of a path is, or nil if there is none of that name.
  private mutating func root(_ path: PathSyntax, _ scope: Scope, lenient: Bool) -> Member.Kind? {
    let name = path.root
    if ["forloop", "tablerowloop", "block"].contains(name) { return .any }
    if let variable = scope.variables[name] { return variable }
    if scope.filled[name] != nil { return .any }
    if let i = scope.globals.names.firstIndex(of: name) {
      return scope.globals.members.isEmpty ? .any : scope.globals.members[i].kind
    }
    // Other pages, or other calls, may have the name, and the template may have asked first.
    if lenient || known.contains(name) || review.isGiven(name, to: scope.template) { return .any }
    let names = Lint.suggestible(
      known.union(scope.variables.keys).union(
        scope.filled.count > 500 ? [] : Array(scope.filled.keys)))
    note(
      .wrong(
        summary: "Không có tên “\(name)”.",
        help: Suggestion.question(for: name, among: names)
          ?? "Các tên dùng được: \(names.joined(separator: ", ")).", isLenient: lenient),
      at: path.span, scope)
    return nil
  }

  private struct Problem: Error {
    var summary: String
    var help: String
  }

  private func member(_ name: String, of kind: Member.Kind) -> Result<Member.Kind, Problem> {
    switch kind {
    case .any: return .success(.any)
    case .object(let shape):
      let shape = shape()
      if let i = shape.names.firstIndex(of: name) {
        return .success(shape.members.isEmpty ? .any : shape.members[i].kind)
      }
      if name == "size" { return .success(.number) }
      return .failure(
        Problem(
          summary: "Đối tượng không có thành phần “\(name)”.",
          help: Suggestion.question(for: name, among: shape.names)
            ?? "Các thành phần: \(shape.names.joined(separator: ", "))."))
    case .list(let item):
      if name == "size" { return .success(.number) }
      if name == "first" || name == "last" { return .success(item) }
      return .failure(
        Problem(
          summary: "Danh sách không có thành phần “\(name)”.",
          help: "Lặp bằng {% for %}, hoặc dùng “first”, “last”, “size”."))
    case .text, .safe:
      if name == "size" { return .success(.number) }
      return .failure(Problem(summary: "Chữ không có thành phần “\(name)”.", help: "Bỏ phần này."))
    case .number, .flag:
      return .failure(
        Problem(summary: "Giá trị này không có thành phần “\(name)”.", help: "Bỏ phần này."))
    }
  }

  private static let byProperty: Set<String> = [
    "where", "reject", "find", "find_index", "has", "map", "sort", "sort_natural", "sum",
    "group_by", "uniq", "compact",
  ]
  private static let keepsItems: Set<String> = [
    "where", "reject", "sort", "sort_natural", "uniq", "compact", "reverse",
  ]

  /// What comes out of a filter, as far as that is known; `where: "kind"` must name a member.
  private mutating func kind(
    of input: Member.Kind, through filter: FilterSyntax, _ scope: Scope
  ) -> Member.Kind {
    guard case .list(let item) = input else { return .any }
    if Self.byProperty.contains(filter.name),
      case .literal(.string(let property))? = filter.positional.first
    {
      var kind = item
      for name in property.description.split(separator: ".") {
        switch member(String(name), of: kind) {
        case .success(let found): kind = found
        case .failure(let problem):
          note(
            .wrong(summary: problem.summary, help: problem.help, isLenient: true),
            at: filter.span, scope)
          return .any
        }
      }
      note(.fine, at: filter.span, scope)
      if filter.name == "map" { return .list(kind) }
    }
    switch filter.name {
    case let name where Self.keepsItems.contains(name): return input
    case "first", "last", "find": return item
    default: return .any
    }
  }
}
