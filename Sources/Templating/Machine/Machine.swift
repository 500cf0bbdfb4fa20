import Diagnostics

/// Runs compiled templates; one for each rendering, never shared.
struct Machine: ~Copyable {
  let set: TemplateSet
  let globals: ObjectValue?
  let page: String
  let budget: Budget

  var out: [UInt8]
  /// Outputs that wait while a `capture` is filled.
  var waiting: [[UInt8]] = []
  /// Bytes that `out` may hold: the budget less what waits.
  var room: Int
  var stack: [Value] = []
  var steps: Int
  /// Bytes of text and members of lists that filters and captures have made.
  var made = 0
  var depth = 0
  var kind: OutputKind = .plain

  // Variables by number. A value counts only if its epoch is that of the current frame, so that
  // `render` starts with nothing and without clearing anything.
  var locals: [Value]
  var epochs: [Int32]
  var epoch: Int32 = 1
  var lastEpoch: Int32 = 1
  /// What names held before the current frame, a `render` or a block, set them.
  var trail: [(name: Int, value: Value, epoch: Int32, noted: Int32)] = []
  var frame: Int32 = 1
  /// The last frame in which each name was noted in the trail or taken by a loop.
  var noted: [Int32]
  var globalCache: [Value?]
  /// What the names that includes fill stand for outside of them.
  var shades: [Shade] = []

  var loops: [LoopFrame] = []
  /// Loops below this belong to callers of a `render` and are not seen.
  var loopBase = 0
  /// How many `render` are open; `include` is refused within.
  var isolation = 0
  var counters: [Int: Int] = [:]
  var cycles: [String: Int] = [:]
  var continuations: [String: Int] = [:]
  var lastShown: [UInt8]?
  var interrupt = Interrupt.none
  var blockTable: [String: [BlockReference]] = [:]
  var blocks: [(references: [BlockReference], level: Int)] = []
  /// What was wrong and yet no reason to stop.
  var warnings: [Diagnostic] = []

  enum Interrupt { case none, `break`, `continue` }

  init(
    _ set: TemplateSet, globals: Value, page: String, budget: Budget, out: consuming [UInt8]
  ) {
    self.set = set
    if case .object(let object) = globals { self.globals = object } else { self.globals = nil }
    self.page = page
    self.budget = budget
    self.out = out
    steps = budget.steps
    room = budget.outputBytes
    let count = set.names.keys.count
    locals = Array(repeating: .null, count: count)
    epochs = Array(repeating: 0, count: count)
    noted = Array(repeating: 0, count: count)
    globalCache = Array(repeating: nil, count: count)
  }

  /// Runs a whole template, its parents included.
  mutating func render(_ template: Int) throws(Fault) {
    try enter()
    defer { depth -= 1 }
    try runWhole(template)
  }

  mutating func runWhole(_ template: Int) throws(Fault) {
    let program = set.programs[template]
    let outer = (kind, blockTable, blocks)
    try setKind(of: program)
    if program.parent != nil || !program.blocks.isEmpty {
      blockTable = program.blockTable
      blocks = []
    }
    var current = template
    do throws(Fault) {
      while true {
        let (mark, open) = (warnings.count, waiting.count)
        try run(current, from: 0)
        // A `break` outside of every loop ends the template, perhaps within a capture.
        dropCaptures(downTo: open)
        if warnings.count > mark, current != template {
          let notes = extensions(from: template, to: current)
          for i in mark..<warnings.count { warnings[i].notes += notes }
        }
        guard let parent = set.programs[current].parent else { break }
        interrupt = .none
        current = parent
      }
    } catch {
      var fault = error
      fault.diagnostic?.notes += extensions(from: template, to: current)
      throw fault
    }
    (kind, blockTable, blocks) = outer
  }

  mutating func enter() throws(Fault) {
    depth += 1
    if depth > budget.depth { throw .budget("độ sâu lời gọi", budget.depth) }
  }

  /// Runs one program from a step on until its `end`.
  mutating func run(_ template: Int, from start: Int32) throws(Fault) {
    let program = set.programs[template]
    var pc = Int(start)
    while true {
      do throws(Fault) {
        try loop(program, template, &pc)
        return
      } catch {
        try passOver(error, in: program, at: pc)
        pc += 1
      }
    }
  }

  mutating func pop() -> Value { stack.popLast() ?? .null }

  private mutating func loop(
    _ program: CompiledTemplate, _ template: Int, _ pc: inout Int
  ) throws(Fault) {
    let (ops, bytes) = (program.code, program.source.bytes)
    let (code, source) = (ops.span, bytes.span)
    while true {
      steps -= 1
      if steps < 0 { throw .budget("số bước", budget.steps) }
      if out.count > room { throw .budget("cỡ đầu ra", budget.outputBytes) }
      switch code[pc] {
      case .text(let start, let count):
        steps -= Int(count >> 6)
        unsafe source.extracting(Int(start)..<Int(start + count)).withUnsafeBufferPointer {
          unsafe out.append(contentsOf: $0)
        }
      case .emitPath(let number):
        let value = try look(up: program.paths[Int(number)], in: program)
        try emit(value)
      case .path(let number):
        let value = try look(up: program.paths[Int(number)], in: program)
        stack.append(value)
      case .const(let number): stack.append(program.constants[Int(number)])
      case .emit: try emit(pop())
      case .check(let check): try self.check(check)
      case .takeCapture:
        let bytes = captured()
        try charge(bytes.count)
        stack.append(.safe(Str(bytes)))
      case .filter(let number): try apply(Int(number), in: program)
      case .jump(let target):
        pc = Int(target)
        continue
      case .jumpIfFalse(let target):
        if !pop().isTruthy {
          pc = Int(target)
          continue
        }
      case .jumpIfFalseKeep(let target):
        if !(stack.last?.isTruthy ?? false) {
          pc = Int(target)
          continue
        }
        stack.removeLast()
      case .jumpIfTrueKeep(let target):
        if stack.last?.isTruthy ?? false {
          pc = Int(target)
          continue
        }
        stack.removeLast()
      case .pop: _ = pop()
      case .compare(let comparison):
        let right = pop()
        let left = pop()
        stack.append(.bool(try compare(left, comparison, right)))
      case .not:
        let value = pop()
        stack.append(.bool(!value.isTruthy))
      case .range: try makeRange()
      case .array(let count): try makeArray(Int(count))
      case .assign(let name):
        let value = pop()
        assign(Int(name), value)
      case .jumpIfGiven(let name, let target):
        if epochs[Int(name)] == epoch {
          pc = Int(target)
          continue
        }
      case .beginCapture: beginCapture()
      case .endCapture(let name): try endCapture(Int(name))
      case .count(let name, let up): try count(Int(name), up: up)
      case .cycle(let number): try cycle(program.cycles[Int(number)])
      case .loopStart(let number, let otherwise):
        if try !startLoop(program.loops[Int(number)]) {
          pc = Int(otherwise)
          continue
        }
      case .loopNext(let body):
        if nextTurn() {
          pc = Int(body)
          continue
        }
      case .loopEnd: endLoop()
      case .tableCell(let open): tableCell(open: open)
      case .interrupt(let isBreak):
        interrupt = isBreak ? .break : .continue
        return
      case .call(let number):
        let plan = program.calls[Int(number)]
        let mark = warnings.count
        try call(plan, from: program)
        if warnings.count > mark { traceWarnings(since: mark, in: program, at: pc) }
        if interrupt != .none {
          let target = interrupt == .break ? plan.breakTarget : plan.continueTarget
          if target < 0 { return }
          interrupt = .none
          pc = Int(target)
          continue
        }
      case .superBlock(let writes, let lenient):
        let mark = warnings.count
        try superBlock(writes: writes, lenient: lenient)
        if warnings.count > mark { traceWarnings(since: mark, in: program, at: pc) }
      case .matches:
        let value = pop()
        let subject = stack[stack.count - 1]
        let same = try areEqual(subject, value)
        if same { stack[stack.count - 2] = .bool(true) }
        stack.append(.bool(same))
      case .unmatched: stack.append(.bool(!stack[stack.count - 2].isTruthy))
      case .changed: try changed()
      case .evaluate(let number): try evaluate(program.expressions[Int(number)], template)
      case .end: return
      }
      pc += 1
    }
  }
}
