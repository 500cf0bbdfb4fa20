import Diagnostics

/// Turns nodes into steps.
struct Compiler {
  let templates: [String: Int]
  let filters: [String: Filter]
  let allowsRaw: Bool
  let dialect: Dialect
  let strings: Strings
  var names: NameTable
  var program: Program
  var faults: [SyntaxFault] = []
  var loopStack: [LoopContext] = []
  var blockDepth = 0
  var blockNames: Set<String> = []
  var inMacro = false
  /// Where the next output stands.
  var context = OutputContext.other
  /// Whether the template extends another.
  var isChild = false

  struct LoopContext {
    var breakPatches: [Int] = []
    var continuePatches: [Int] = []
    var callPatches: [Int] = []
    /// What ends the captures that are open within the loop, the outermost first.
    var captureEnds: [Op] = []
  }

  // MARK: Emission

  mutating func add(_ op: Op, _ span: Span) {
    program.code.append(op)
    program.spans.append(span)
  }

  var here: Int32 { Int32(program.code.count) }

  /// Adds a jump whose target is not known yet.
  mutating func addJump(_ op: Op, _ span: Span) -> Int {
    add(op, span)
    return program.code.count - 1
  }

  mutating func patch(_ at: Int) { patch(at, to: here) }

  mutating func patch(_ at: Int, to target: Int32) {
    switch program.code[at] {
    case .jump: program.code[at] = .jump(target)
    case .jumpIfFalse: program.code[at] = .jumpIfFalse(target)
    case .jumpIfFalseKeep: program.code[at] = .jumpIfFalseKeep(target)
    case .jumpIfTrueKeep: program.code[at] = .jumpIfTrueKeep(target)
    case .jumpIfGiven(let name, _):
      program.code[at] = .jumpIfGiven(name: name, target: target)
    case .loopStart(let loop, _):
      program.code[at] = .loopStart(loop: loop, otherwise: target)
    default: break
    }
  }

  // MARK: Whole templates

  mutating func compile(_ nodes: [Node]) {
    context = OutputContext(kind: program.kind)
    let parents = nodes.compactMap { node -> (String, Span)? in
      if case .extends(let name, let span) = node { (name, span) } else { nil }
    }
    if let (name, span) = parents.first {
      compileChild(nodes, parent: name, span)
      if parents.count > 1 {
        faults.append(
          SyntaxFault("template.extends", parents[1].1, "Mẫu chỉ được có một thẻ “extends”."))
      }
    } else {
      compile(body: nodes)
    }
    add(.end, Span(program.source.bytes.count, program.source.bytes.count))
  }

  /// Of a child only assignments run; its blocks wait for the parent to ask for them.
  private mutating func compileChild(_ nodes: [Node], parent: String, _ span: Span) {
    program.parent = template(named: parent, span)
    program.parentSpan = span
    isChild = true
    for node in nodes {
      switch node {
      case .assign, .capture, .macro: compile(node)
      case .block(let block):
        let skip = addJump(.jump(0), block.span)
        compileBody(of: block)
        patch(skip)
      case .extends: break
      default:
        // Never run, but its problems are problems all the same.
        let skip = addJump(.jump(0), span)
        compile(node)
        patch(skip)
      }
    }
  }

  mutating func compile(body nodes: [Node]) {
    for node in nodes where faults.count < Parser.faultLimit { compile(node) }
  }

  /// The body of a tag that can only show white space, in all its bodies, shows nothing.
  mutating func compile(innerBody nodes: [Node], blank: Bool) {
    if blank {
      for node in nodes {
        if case .text = node { continue }
        compile(node)
      }
    } else {
      compile(body: nodes)
    }
  }

  private mutating func compile(_ node: Node) {
    switch node {
    case .text(let start, let end, _):
      add(.text(start: Int32(start), count: Int32(end - start)), Span(start, end))
      context.read(program.source.bytes[start..<end])
    case .output(let value, let span): compileOutput(value, span)
    case .assign(let name, let value, let span):
      compile(value, span)
      add(.assign(Int32(names.number(of: name))), span)
    case .capture(let name, let body, let span):
      compileHeld(body, ending: .endCapture(Int32(names.number(of: name))), span)
    case .branch(let arms, let span): compileBranch(arms, span)
    case .choose(let subject, let arms, let span): compileChoose(subject, arms, span)
    case .loop(let loop): compileLoop(loop)
    case .leave(let isBreak, let span): compileLeave(isBreak, span)
    case .count(let name, let up, let span):
      context.readOutput()
      add(.count(name: Int32(names.number(of: name)), up: up), span)
    case .cycle(let group, let values, let span): compileCycle(group, values, span)
    case .call(let call):
      compileChecked(call.span) { $0.compileCall(call) }
    case .extends(_, let span):
      faults.append(
        SyntaxFault(
          "template.extends", span, "Thẻ “extends” không được nằm trong thẻ khác."))
    case .block(let block):
      if inMacro {
        faults.append(
          SyntaxFault(
            "template.block", block.span, "Khối “\(block.name)” không được nằm trong macro."))
      }
      let skip = addJump(.jump(0), block.span)
      let outer = context
      let number = compileBody(of: block)
      let inner = context
      patch(skip)
      context = outer
      var plan = CallPlan(isolated: true)
      plan.target = templates[program.source.name]
      plan.block = number
      compileChecked(block.span) { $0.addCall(plan, block.span) }
      context = inner
    case .changed(let body, let span):
      compileHeld(body, ending: .changed, span)
    case .macro(let macro): compileMacro(macro)
    case .invocation(let call):
      compileChecked(call.span) { $0.compileInvocation(call) }
    case .with(let values, let body, let span): compileWith(values, body, span)
    }
  }

  /// A body whose text is held back for the step `end`, also when a `break` cuts it short.
  private mutating func compileHeld(_ body: [Node], ending end: Op, _ span: Span) {
    let outer = context
    // What is captured is written at another place than this.
    if case .endCapture = end { context = OutputContext(kind: program.kind) }
    let loop = loopStack.indices.last
    add(.beginCapture, span)
    if let loop { loopStack[loop].captureEnds.append(end) }
    compile(body: body)
    if let loop { loopStack[loop].captureEnds.removeLast() }
    add(end, span)
    if case .endCapture = end { context = outer }
  }

  /// A step that writes what other templates give; where that needs a check, it is captured first.
  private mutating func compileChecked(_ span: Span, _ write: (inout Compiler) -> Void) {
    guard !context.checks().isEmpty else {
      write(&self)
      context.readOutput()
      return
    }
    add(.beginCapture, span)
    write(&self)
    add(.takeCapture, span)
    addEmit(span)
  }

  @discardableResult
  private mutating func compileBody(of block: BlockSyntax) -> Int {
    if !blockNames.insert(block.name).inserted {
      faults.append(
        SyntaxFault(
          "template.block", block.span, "Khối “\(block.name)” đã có trong mẫu này."))
    }
    let number = program.blocks.count
    program.blocks.append(
      BlockPlan(
        name: block.name, required: block.required, start: here, span: block.span,
        isOverride: isChild && blockDepth == 0))
    compileApart(block.body, inBlock: true)
    return number
  }

  func template(named name: String) -> Int? {
    if let exact = templates[name] { return exact }
    guard let dot = program.source.name.lastIndex(of: ".") else { return nil }
    return templates[name + program.source.name[dot...]]
  }

  /// Number of a template that must be there.
  mutating func template(named name: String, _ span: Span) -> Int? {
    if let found = template(named: name) { return found }
    faults.append(
      SyntaxFault(
        "template.missing-template", span, MissingTemplate.summary(name),
        help: MissingTemplate.help(name, among: templates.keys.sorted())))
    return nil
  }
}
