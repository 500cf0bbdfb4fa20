import Diagnostics

extension Machine {
  /// Runs another template, a macro, a block or a body with names of its own.
  mutating func call(_ plan: CallPlan, from caller: CompiledTemplate) throws(Fault) {
    if let number = plan.block {
      try block(caller.blocks[number], number, plan.target ?? 0)
      return
    }
    if !plan.isolated, plan.start == nil, isolation > 0 {
      throw Fault(
        "template.include-in-render", "Mẫu được gọi bằng “render” không dùng “include” được.",
        help: "Đổi “include” thành “render” và trao các giá trị cần dùng làm đối số.")
    }
    let argumentStart = stack.count - plan.arguments.count
    let arguments = Array(stack[argumentStart...])
    stack.removeLast(plan.arguments.count)
    let with = plan.hasWith ? pop() : nil
    var alias = plan.alias
    let target: Int
    if let known = plan.target {
      target = known
    } else {
      let name = String(decoding: try text(pop()), as: UTF8.self)
      target = try template(named: name, from: caller)
      alias = alias ?? set.names.existing(Compiler.variable(of: name))
    }
    let marks = (stack.count, waiting.count, loops.count)
    if plan.isolated {
      try render(plan, target, alias, with, arguments)
    } else {
      try include(plan, target, alias, with, arguments)
    }
    if stack.count > marks.0 { stack.removeLast(stack.count - marks.0) }
    while loops.count > marks.2 { endLoop() }
    dropCaptures(downTo: marks.1)
  }

  private func template(named name: String, from caller: CompiledTemplate) throws(Fault) -> Int {
    if let found = set.index[name] { return found }
    if let dot = caller.source.name.lastIndex(of: "."),
      let found = set.index[name + caller.source.name[dot...]]
    {
      return found
    }
    throw Fault(
      "template.missing-template", MissingTemplate.summary(name),
      help: MissingTemplate.help(name, among: set.templateNames))
  }

  private mutating func include(
    _ plan: CallPlan, _ target: Int, _ alias: Int?, _ with: Value?, _ arguments: [Value]
  ) throws(Fault) {
    try enter()
    let touched = plan.arguments + (with == nil ? [] : [alias].compactMap { $0 })
    let mark = shades.count
    for name in touched {
      shades.append(
        Shade(
          name: name, value: locals[name], epoch: epochs[name], frame: frame, loops: loops.count))
    }
    let outerKind = kind
    try setKind(of: set.programs[target])
    for (name, value) in zip(plan.arguments, arguments) { setLocal(name, value) }
    if let with, let alias {
      if case .array(let items) = with {
        for item in items {
          setLocal(alias, item)
          try runIncluded(target, plan)
          if interrupt != .none { break }
        }
      } else {
        setLocal(alias, with)
        try runIncluded(target, plan)
      }
    } else {
      try runIncluded(target, plan)
    }
    while shades.count > mark, let shade = shades.popLast() {
      (locals[shade.name], epochs[shade.name]) = (shade.value, shade.epoch)
    }
    kind = outerKind
    depth -= 1
  }

  private mutating func runIncluded(_ target: Int, _ plan: CallPlan) throws(Fault) {
    let program = set.programs[target]
    if plan.start == nil, program.parent != nil || !program.blocks.isEmpty {
      try runWhole(target)
    } else {
      try run(target, from: plan.start ?? 0)
    }
  }

  private mutating func render(
    _ plan: CallPlan, _ target: Int, _ alias: Int?, _ with: Value?, _ arguments: [Value]
  ) throws(Fault) {
    let outer = (epoch, loopBase, counters, cycles, trail.count, frame)
    let memory = (continuations, lastShown)
    loopBase = loops.count
    isolation += 1
    defer { isolation -= 1 }
    counters = [:]
    cycles = [:]
    (continuations, lastShown) = ([:], nil)
    if plan.iterates, let with, let alias, with.hasItems {
      let (values, total) = try iterated(with)
      for i in 0..<total {
        try isolate(plan, arguments)
        loops.append(
          LoopFrame(
            items: values, start: 0, count: total, index: i, reversed: false, name: alias,
            saved: .null, savedEpoch: 0, savedNote: 0, frame: frame,
            label: set.names.keys[alias].name,
            stackCount: stack.count, captureCount: waiting.count, isCall: true))
        setUnlessNull(alias, loops[loops.count - 1].current)
        try render(target)
        while loops.count > loopBase { loops.removeLast() }
        unwindTrail(to: outer.4)
        if interrupt == .break { break }
        interrupt = .none
      }
    } else {
      try isolate(plan, arguments)
      if let with, let alias { setUnlessNull(alias, with) }
      if let start = plan.start {
        try runMacro(target, from: start)
      } else {
        try render(target)
      }
      unwindTrail(to: outer.4)
    }
    interrupt = .none
    (epoch, loopBase, counters, cycles, _, frame) = outer
    (continuations, lastShown) = memory
  }

  /// What is null takes no argument's place.
  private mutating func setUnlessNull(_ name: Int, _ value: Value) {
    if case .null = value { return }
    setLocal(name, value)
  }

  /// Opens an empty frame with these arguments.
  private mutating func isolate(_ plan: CallPlan, _ arguments: [Value]) throws(Fault) {
    epoch = try newFrame()
    frame = epoch
    for (name, value) in zip(plan.arguments, arguments) where name != CallPlan.spare {
      setLocal(name, value)
    }
    if let rest = plan.rest {
      setLocal(rest.args, .array(rest.positional.map { arguments[$0] }))
      let values = rest.named.map { arguments[$0.place] }
      let nesting = try nesting(within: values)
      let record = ObjectValue(
        Shape(rest.named.map(\.name)), values, open: true, nesting: nesting)
      setLocal(rest.kwargs, .object(record))
    }
  }

  private mutating func runMacro(_ template: Int, from start: Int32) throws(Fault) {
    try enter()
    let outer = kind
    try setKind(of: set.programs[template])
    try run(template, from: start)
    kind = outer
    depth -= 1
  }
}
