import Diagnostics

extension Compiler {
  mutating func add(constant: Value, _ span: Span) {
    program.constants.append(constant)
    add(.const(Int32(program.constants.count - 1)), span)
  }

  mutating func compileOutput(_ value: Filtered, _ span: Span) {
    if value.filters.isEmpty, value.condition == nil, context.checks().isEmpty,
      case .path(let path) = value.value
    {
      context.readOutput()
      if isSuper(path) {
        add(.superBlock(writes: true, lenient: false), span)
        return
      }
      let number = compile(path, lenient: false)
      add(.emitPath(number), path.span)
      return
    }
    compile(value, span)
    addEmit(span, lastFilter: value.filters.last?.name)
  }

  /// Writes the value on the stack, made fit for its place.
  mutating func addEmit(_ span: Span, lastFilter: String? = nil) {
    for check in context.checks(lastFilter: lastFilter) { add(.check(check), span) }
    add(.emit, span)
    context.readOutput()
  }

  mutating func compile(_ value: Filtered, _ span: Span) {
    if let condition = value.condition {
      compile(condition, lenient: true)
      let skip = addJump(.jumpIfFalse(0), span)
      compileChain(value)
      let exit = addJump(.jump(0), span)
      patch(skip)
      switch value.otherwise {
      case .none: add(constant: .null, span)
      case .value(let other): compile(other, span)
      }
      patch(exit)
    } else {
      compileChain(value)
    }
  }

  private mutating func compileChain(_ value: Filtered) {
    let lenient = value.filters.contains { $0.name == "default" }
    var filters = value.filters[...]
    if let key = value.wordingKey, self.filters[WordingFilter.name] != nil {
      // The words of a language are the same on every page. They come from other files than the
      // template, so they are escaped like data.
      let isWhole = filters.first?.named.isEmpty ?? true
      add(constant: .string(Str(isWhole ? strings.say(key) : key)), Span(0, 0))
      if isWhole { filters = filters.dropFirst() }
    } else {
      compile(value.value, lenient: lenient)
    }
    for filter in filters { compile(filter) }
  }

  private mutating func compile(_ syntax: FilterSyntax) {
    guard let filter = filters[syntax.name] else {
      // Plain Liquid passes the value on.
      guard dialect.checksAhead else { return }
      faults.append(
        SyntaxFault(
          "template.unknown-filter", syntax.span, "Không có bộ lọc “\(syntax.name)”.",
          help: Suggestion.question(for: syntax.name, among: filters.keys.sorted())))
      return
    }
    if !allowsRaw, syntax.name == "raw" || syntax.name == "safe" {
      faults.append(
        SyntaxFault(
          "template.raw", syntax.span, "Bộ lọc “\(syntax.name)” không được phép ở đây."))
    }
    let count = syntax.positional.count
    if count < filter.minimum || count > filter.maximum {
      let wanted =
        filter.minimum == filter.maximum
        ? "\(filter.minimum)" : "\(filter.minimum) đến \(filter.maximum)"
      faults.append(
        SyntaxFault(
          "template.filter-arguments", syntax.span,
          "Bộ lọc “\(syntax.name)” cần \(wanted) đối số, ở đây có \(count)."))
      return
    }
    for (name, _) in syntax.named where !filter.takesAnyName && !filter.named.contains(name) {
      faults.append(
        SyntaxFault(
          "template.filter-arguments", syntax.span,
          "Bộ lọc “\(syntax.name)” không có đối số “\(name)”.",
          help: Suggestion.question(for: name, among: filter.named)))
      return
    }
    if let isCondition = filter.asksCondition {
      compileExpression(of: syntax, isCondition: isCondition)
    } else {
      for argument in syntax.positional { compile(argument, lenient: false) }
    }
    for (_, argument) in syntax.named { compile(argument, lenient: false) }
    program.filters.append(
      FilterCall(
        function: filter.function, positional: filter.asksCondition == nil ? count : 1,
        names: syntax.named.map(\.0)))
    add(.filter(Int32(program.filters.count - 1)), syntax.span)
  }

  mutating func compile(_ expression: Expression, lenient: Bool) {
    let none = Span(0, 0)
    switch expression {
    case .literal(.string(let text)) where needsCare(text):
      add(constant: .safe(text), none)
    case .literal(let value): add(constant: value, none)
    case .path(let path):
      if isSuper(path) {
        add(.superBlock(writes: false, lenient: lenient), path.span)
      } else {
        let number = compile(path, lenient: lenient)
        add(.path(number), path.span)
      }
    case .range(.literal(let first), .literal(let last), let span):
      // Fractions are cut off here; those of variables are mistakes.
      add(constant: .int(Numbers.truncated(first) ?? 0), span)
      add(constant: .int(Numbers.truncated(last) ?? 0), span)
      add(.range, span)
    case .range(let first, let last, let span):
      compile(first, lenient: lenient)
      compile(last, lenient: lenient)
      add(.range, span)
    case .array(let items):
      for item in items { compile(item, lenient: lenient) }
      add(.array(Int32(items.count)), none)
    case .compare(let left, let comparison, let right, let span):
      compile(left, lenient: lenient)
      compile(right, lenient: lenient)
      add(.compare(comparison), span)
    case .and(let left, let right):
      compile(left, lenient: lenient)
      let exit = addJump(.jumpIfFalseKeep(0), none)
      compile(right, lenient: lenient)
      patch(exit)
    case .or(let left, let right):
      compile(left, lenient: lenient)
      let exit = addJump(.jumpIfTrueKeep(0), none)
      compile(right, lenient: lenient)
      patch(exit)
    case .not(let inner):
      compile(inner, lenient: lenient)
      add(.not, none)
    }
  }

  /// Literals are the author's own text and are not escaped; plain words need not even be marked.
  private func needsCare(_ text: Str) -> Bool {
    switch program.kind {
    case let kind? where kind.isData: return false
    // `1. ` would begin a list.
    case .markdown where text.bytes.first?.isDigit ?? false: return true
    default: break
    }
    return text.bytes.contains { byte in
      !(byte.isAlpha || byte.isDigit || byte >= 128 || byte == 32 || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%"))
    }
  }

  private func isSuper(_ path: PathSyntax) -> Bool {
    guard blockDepth > 0, path.root == "block", path.segments.count == 1,
      case .key("super") = path.segments[0]
    else { return false }
    return true
  }

  private mutating func compile(_ syntax: PathSyntax, lenient: Bool) -> Int32 {
    var path = Path(
      root: .name, name: 0, loopField: nil, segments: 0..<0, dynamicCount: 0, lenient: lenient)
    var syntax = syntax
    if dialect.hasSelf, syntax.root == "self", let first = syntax.segments.first {
      syntax.rootName = first.expression
      syntax.segments.removeFirst()
    }
    if let name = syntax.rootName {
      compile(name, lenient: lenient)
      path.root = .dynamic
      path.dynamicCount = 1
    } else {
      path.name = names.number(of: syntax.root)
      if syntax.root == "forloop" { path.root = .loop }
      if syntax.root == "tablerowloop" { path.root = .table }
    }
    var segments: [Path.Segment] = []
    for segment in syntax.segments {
      switch segment {
      case .key(let name): segments.append(.key(names.number(of: name), hash: Key.hash(name)))
      case .member(let name) where Key(name).builtin == .none:
        segments.append(.key(names.number(of: name), hash: Key.hash(name)))
      case .index(let index): segments.append(.index(index))
      case .dynamic, .member:
        compile(segment.expression, lenient: lenient)
        segments.append(.dynamic)
        path.dynamicCount += 1
      }
    }
    if path.root == .loop, segments.count == 1, case .key(let name) = syntax.segments[0] {
      path.loopField = LoopField(rawValue: name)
    }
    // Paths within a dynamic segment have put theirs down by now.
    path.segments = program.segments.count..<(program.segments.count + segments.count)
    program.segments += segments
    program.paths.append(path)
    return Int32(program.paths.count - 1)
  }
}
