/// One step of the machine; small and plain, so that a program is one flat run of memory.
enum Op: Sendable {
  /// Write source bytes as they stand.
  case text(start: Int32, count: Int32)
  case const(Int32)
  case path(Int32)
  /// Look up and write in one step, the commonest pair.
  case emitPath(Int32)
  case emit
  /// Makes the value on the stack fit for a place where its kind of output is not enough.
  case check(OutputCheck)
  case filter(Int32)
  case jump(Int32)
  case jumpIfFalse(Int32)
  case jumpIfFalseKeep(Int32)
  case jumpIfTrueKeep(Int32)
  case pop
  case compare(Comparison)
  case not
  case range
  case array(Int32)
  case assign(Int32)
  /// Goes on elsewhere if the call gave the macro this argument.
  case jumpIfGiven(name: Int32, target: Int32)
  case beginCapture
  case endCapture(Int32)
  case takeCapture
  case count(name: Int32, up: Bool)
  case cycle(Int32)
  case loopStart(loop: Int32, otherwise: Int32)
  case loopNext(body: Int32)
  case loopEnd
  case tableCell(open: Bool)
  case interrupt(isBreak: Bool)
  case call(Int32)
  case superBlock(writes: Bool, lenient: Bool)
  /// Two values below: does the subject of a `case` equal the value?
  case matches
  /// One flag below the subject: has no arm matched yet?
  case unmatched
  case changed
  /// Ask the expression of a filter of every item of the list on the stack.
  case evaluate(Int32)
  case end
}

/// A name and what follows it.
///
/// Paths and their segments hold plain numbers only, so that walking one counts no references.
struct Path: Sendable {
  enum Segment: Sendable {
    /// The key's number in the set's table of names, and its hash.
    case key(Int, hash: UInt64)
    case index(Int)
    case dynamic
  }

  /// `dynamic`: the name waits on the stack.
  enum Root: Sendable { case name, loop, table, dynamic }

  var root: Root
  var name: Int
  /// Set for the plain `forloop.index` and its like.
  var loopField: LoopField?
  /// Where they lie in the program's list.
  var segments: Range<Int>
  /// How many of the segments wait on the stack.
  var dynamicCount: Int
  /// A missing name is null here, as in a condition.
  var lenient: Bool
}

struct FilterCall: Sendable {
  var function: Filter.Function
  var positional: Int
  var names: [String]
}

struct LoopPlan: Sendable {
  var name: Int
  /// `variable-collection`: what `forloop.name` says and `offset: continue` remembers.
  var label: String
  var hasLimit: Bool
  var hasOffset: Bool
  var continues: Bool
  var reversed: Bool
  var isTable: Bool
  var hasColumns: Bool
}

/// A call of another template, of a macro, or of a body with names of its own.
struct CallPlan: Sendable {
  /// Index of the template if its name is known, else the name lies on the stack.
  var target: Int?
  /// Where in the template the part begins; nil for the whole template.
  var start: Int32?
  /// Number of the block that stands here.
  var block: Int?
  var hasWith = false
  var iterates = false
  var alias: Int?
  /// The names that the arguments get, in the order in which they lie on the stack.
  var arguments: [Int] = []
  /// What becomes of the arguments that are `spare`.
  var rest: Rest?
  var isolated: Bool
  /// Where `break` and `continue` in the included template go; -1 if not within a loop.
  var breakTarget: Int32 = -1
  var continueTarget: Int32 = -1

  /// In place of a name: no parameter is there for the argument.
  static let spare = -1

  /// Arguments beyond the parameters of a macro, by their places.
  struct Rest: Sendable {
    var args: Int
    var kwargs: Int
    var positional: [Int] = []
    var named: [(name: String, place: Int)] = []
  }

  init(isolated: Bool) { self.isolated = isolated }
}

/// A macro as its callers see it.
struct MacroPlan: Sendable {
  struct Parameter: Sendable {
    var name: Int
    var isOptional: Bool
  }

  /// Names under which a macro finds arguments beyond its parameters.
  static let args = "args"
  static let kwargs = "kwargs"

  var name: String
  var parameters: [Parameter] = []
  var takesMore = false
  var takesMoreNamed = false
  var start: Int32

  init(name: String, start: Int32) {
    self.name = name
    self.start = start
  }
}

/// A `call`, whose macro is found when all templates are compiled.
struct InvocationPlan: Sendable {
  var macro: String
  var call: Int
  var positional: Int
  var named: [String]
  var span: Span
}

struct CyclePlan: Sendable {
  var hasGroup: Bool
  var key: String
  var count: Int
}

struct BlockPlan: Sendable {
  var name: String
  var required: Bool
  /// The body, which ends with `.end`.
  var start: Int32
  var span: Span
  /// Whether it stands in a template with `extends`, in no other block: then only a parent shows it.
  var isOverride: Bool
}

/// Where a block's body lies.
struct BlockReference: Sendable {
  var template: Int
  var block: Int
}

/// A template while it is being compiled.
struct Program: Sendable {
  var source: SourceText
  var kind: OutputKind?
  var code: [Op] = []
  /// Source of each step, for messages.
  var spans: [Span] = []
  var constants: [Value] = []
  var paths: [Path] = []
  var segments: [Path.Segment] = []
  var filters: [FilterCall] = []
  var loops: [LoopPlan] = []
  var calls: [CallPlan] = []
  var cycles: [CyclePlan] = []
  var blocks: [BlockPlan] = []
  var expressions: [ExpressionPlan] = []
  var macros: [MacroPlan] = []
  var invocations: [InvocationPlan] = []
  var parent: Int?
  /// The tag `extends`.
  var parentSpan = Span(0, 0)
  /// The blocks in force when this template is the one rendered: most derived first.
  var blockTable: [String: [BlockReference]] = [:]
}

/// A compiled template; a class, so that a call costs one reference and not one for each table.
final class CompiledTemplate: Sendable {
  let source: SourceText
  let kind: OutputKind?
  let code: [Op]
  let spans: [Span]
  let constants: [Value]
  let paths: [Path]
  let segments: [Path.Segment]
  let filters: [FilterCall]
  let loops: [LoopPlan]
  let calls: [CallPlan]
  let cycles: [CyclePlan]
  let blocks: [BlockPlan]
  let expressions: [ExpressionPlan]
  let parent: Int?
  let parentSpan: Span
  let blockTable: [String: [BlockReference]]

  init(_ program: Program) {
    source = program.source
    kind = program.kind
    code = program.code
    spans = program.spans
    constants = program.constants
    paths = program.paths
    segments = program.segments
    filters = program.filters
    loops = program.loops
    calls = program.calls
    cycles = program.cycles
    blocks = program.blocks
    expressions = program.expressions
    parent = program.parent
    parentSpan = program.parentSpan
    blockTable = program.blockTable
  }
}

/// Names of variables numbered over a whole set, so that the machine needs no dictionary.
struct NameTable: Sendable {
  private(set) var keys: [Key] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = keys.count
    keys.append(Key(name))
    return keys.count - 1
  }

  func existing(_ name: String) -> Int? { numbers[name] }
}
