extension Compiler {
  /// The body of a macro; it starts by giving the parameters that a call left out their values.
  mutating func compileMacro(_ macro: MacroSyntax) {
    if program.macros.contains(where: { $0.name == macro.name }) {
      faults.append(
        SyntaxFault(
          "template.macro", macro.span, "Macro “\(macro.name)” đã có trong mẫu này."))
    }
    let skip = addJump(.jump(0), macro.span)
    var plan = MacroPlan(name: macro.name, start: here)
    let firstPath = program.paths.count
    for (name, fallback) in macro.parameters {
      let number = names.number(of: name)
      if plan.parameters.contains(where: { $0.name == number }) {
        faults.append(
          SyntaxFault("template.macro", macro.span, "Tham số “\(name)” đã có."))
      }
      plan.parameters.append(MacroPlan.Parameter(name: number, isOptional: fallback != nil))
      let given = addJump(.jumpIfGiven(name: Int32(number), target: 0), macro.span)
      if let fallback {
        compile(fallback, lenient: false)
      } else {
        add(constant: .null, macro.span)
      }
      add(.assign(Int32(number)), macro.span)
      patch(given)
    }
    let outer = inMacro
    inMacro = true
    let place = context
    context = OutputContext(kind: program.kind)
    compileApart(macro.body, inBlock: false)
    inMacro = outer
    context = place
    patch(skip)
    let read = Set(program.paths[firstPath...].map(\.name))
    plan.takesMore = read.contains(names.number(of: MacroPlan.args))
    plan.takesMoreNamed = read.contains(names.number(of: MacroPlan.kwargs))
    program.macros.append(plan)
  }

  /// Which macro is meant is known when all templates are compiled.
  mutating func compileInvocation(_ call: InvocationSyntax) {
    for value in call.positional { compile(value, lenient: false) }
    for (_, value) in call.named { compile(value, lenient: false) }
    var plan = CallPlan(isolated: true)
    plan.arguments = Array(repeating: CallPlan.spare, count: call.positional.count)
    plan.arguments += call.named.map { names.number(of: $0.0) }
    program.invocations.append(
      InvocationPlan(
        macro: call.name, call: program.calls.count, positional: call.positional.count,
        named: call.named.map(\.0), span: call.span))
    addCall(plan, call.span)
  }

  /// The body runs as a part that is included, which sees and sets all but its own names.
  mutating func compileWith(_ values: [(String, Expression)], _ body: [Node], _ span: Span) {
    for (_, value) in values { compile(value, lenient: false) }
    var plan = CallPlan(isolated: false)
    plan.target = templates[program.source.name]
    plan.arguments = values.map { names.number(of: $0.0) }
    let number = program.calls.count
    addCall(plan, span)
    let skip = addJump(.jump(0), span)
    program.calls[number].start = here
    compileApart(body, inBlock: blockDepth > 0)
    patch(skip)
  }

  /// A body that is run by itself: a `break` in it is left to the caller.
  mutating func compileApart(_ body: [Node], inBlock: Bool) {
    let outer = (loopStack, blockDepth)
    loopStack = []
    blockDepth = inBlock ? blockDepth + 1 : 0
    compile(body: body)
    (loopStack, blockDepth) = outer
    add(.end, Span(program.source.bytes.count, program.source.bytes.count))
  }

  mutating func addCall(_ plan: CallPlan, _ span: Span) {
    program.calls.append(plan)
    if !loopStack.isEmpty {
      loopStack[loopStack.count - 1].callPatches.append(program.calls.count - 1)
    }
    add(.call(Int32(program.calls.count - 1)), span)
  }
}
