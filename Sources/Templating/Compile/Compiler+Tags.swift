extension Compiler {
  mutating func compileBranch(
    _ arms: [(condition: Expression?, body: [Node])], _ span: Span
  ) {
    let blank = Node.branch(arms, span).isBlank(in: program.source.bytes)
    var exits: [Int] = []
    var fork = OutputFork(context)
    for (i, arm) in arms.enumerated() {
      var skip: Int?
      if let condition = arm.condition {
        compile(condition, lenient: true)
        skip = addJump(.jumpIfFalse(0), span)
      }
      context = fork.start
      compile(innerBody: arm.body, blank: blank)
      fork.add(context)
      if i < arms.count - 1 { exits.append(addJump(.jump(0), span)) }
      if let skip { patch(skip) }
    }
    for exit in exits { patch(exit) }
    if !arms.contains(where: { $0.condition == nil }) { fork.add(fork.start) }
    context = fork.end ?? fork.start
  }

  /// Every `when` that matches is shown, as in Ruby; `else` only if none before it did.
  mutating func compileChoose(
    _ subject: Expression, _ arms: [(values: [Expression], body: [Node])], _ span: Span
  ) {
    let blank = Node.choose(subject, arms, span).isBlank(in: program.source.bytes)
    // Below the subject lies whether an arm has matched.
    add(constant: .bool(false), span)
    compile(subject, lenient: true)
    var fork = OutputFork(context)
    for arm in arms {
      defer { fork.add(context) }
      context = fork.start
      if arm.values.isEmpty {
        add(.unmatched, span)
        let skip = addJump(.jumpIfFalse(0), span)
        compile(innerBody: arm.body, blank: blank)
        patch(skip)
        continue
      }
      for value in arm.values {
        compile(value, lenient: true)
        add(.matches, span)
        let skip = addJump(.jumpIfFalse(0), span)
        context = fork.start
        compile(innerBody: arm.body, blank: blank)
        patch(skip)
      }
    }
    add(.pop, span)
    add(.pop, span)
    if !arms.contains(where: { $0.values.isEmpty }) { fork.add(fork.start) }
    context = fork.end ?? fork.start
  }

  mutating func compileLoop(_ loop: LoopSyntax) {
    let span = loop.span
    let blank = Node.loop(loop).isBlank(in: program.source.bytes)
    compile(loop.collection, lenient: false)
    if let limit = loop.limit { compile(limit, lenient: false) }
    if let offset = loop.offset { compile(offset, lenient: false) }
    if let columns = loop.columns { compile(columns, lenient: false) }
    let isTable = loop.isTable
    program.loops.append(
      LoopPlan(
        name: names.number(of: loop.variable),
        label: loop.variable + "-" + loop.collectionText, hasLimit: loop.limit != nil,
        hasOffset: loop.offset != nil, continues: loop.continues, reversed: loop.reversed,
        isTable: isTable, hasColumns: loop.columns != nil))
    let start = addJump(.loopStart(loop: Int32(program.loops.count - 1), otherwise: 0), span)
    let body = here
    loopStack.append(LoopContext())
    var fork = OutputFork(context)
    if loop.otherwise == nil { fork.add(context) }
    if isTable { add(.tableCell(open: true), span) }
    compile(innerBody: loop.body, blank: blank)
    fork.add(context)
    let patches = loopStack.removeLast()
    let next = here
    if isTable { add(.tableCell(open: false), span) }
    add(.loopNext(body: body), span)
    let end = here
    add(.loopEnd, span)
    for at in patches.breakPatches { patch(at, to: end) }
    for at in patches.continuePatches { patch(at, to: next) }
    for at in patches.callPatches {
      program.calls[at].breakTarget = end
      program.calls[at].continueTarget = next
    }
    if let otherwise = loop.otherwise {
      let exit = addJump(.jump(0), span)
      patch(start)
      context = fork.start
      compile(innerBody: otherwise, blank: blank)
      fork.add(context)
      patch(exit)
    } else {
      patch(start)
    }
    context = fork.end ?? fork.start
  }

  /// A cycle without a name goes on where another with the same values left off, but one that asks
  /// variables for its values goes its own way.
  mutating func compileCycle(_ group: Expression?, _ values: [Expression], _ span: Span) {
    if let group { compile(group, lenient: true) }
    var key: [UInt8] = []
    for value in values {
      compile(value, lenient: false)
      if case .literal(let literal) = value {
        literal.appendInspected(to: &key)
      } else {
        key.append(text: "\(program.source.name):\(span.start)")
      }
      key.append(UInt8(ascii: ","))
    }
    program.cycles.append(
      CyclePlan(
        hasGroup: group != nil, key: String(decoding: key, as: UTF8.self), count: values.count))
    add(.cycle(Int32(program.cycles.count - 1)), span)
    addEmit(span)
  }

  mutating func compileLeave(_ isBreak: Bool, _ span: Span) {
    guard !loopStack.isEmpty else {
      add(.interrupt(isBreak: isBreak), span)
      return
    }
    for end in loopStack[loopStack.count - 1].captureEnds.reversed() { add(end, span) }
    let at = addJump(.jump(0), span)
    if isBreak {
      loopStack[loopStack.count - 1].breakPatches.append(at)
    } else {
      loopStack[loopStack.count - 1].continuePatches.append(at)
    }
  }

  mutating func compileCall(_ call: CallSyntax) {
    var plan = CallPlan(isolated: call.isolated)
    plan.hasWith = call.with != nil
    plan.iterates = call.iterates
    if case .literal(.string(let name)) = call.name {
      plan.alias = names.number(of: call.alias ?? Compiler.variable(of: name.description))
      if dialect.checksAhead {
        guard let target = template(named: name.description, call.span) else { return }
        plan.target = target
      } else {
        plan.target = template(named: name.description)
      }
    } else {
      plan.alias = call.alias.map { names.number(of: $0) }
    }
    if plan.target == nil { compile(call.name, lenient: false) }
    if let with = call.with {
      compile(with, lenient: false)
    } else if dialect.includesTakeNamesakes, !call.isolated {
      compile(.path(PathSyntax(root: "", rootName: call.name, span: call.span)), lenient: true)
      plan.hasWith = true
    }
    for (name, value) in call.arguments {
      compile(value, lenient: false)
      plan.arguments.append(names.number(of: name))
    }
    addCall(plan, call.span)
  }

  /// The variable that `include 'partials/card.html' with x` fills: `card`.
  static func variable(of template: String) -> String {
    let file = template.split(separator: "/").last.map(String.init) ?? template
    return file.split(separator: ".").first.map(String.init) ?? file
  }
}
