/// An expression as written.
indirect enum Expression: Sendable {
  case literal(Value)
  case path(PathSyntax)
  case range(Expression, Expression, Span)
  case array([Expression])
  case compare(Expression, Comparison, Expression, Span)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case not(Expression)
}

enum Comparison: UInt8, Sendable { case equal, unequal, less, lessEqual, more, moreEqual, contains }

struct PathSyntax: Sendable {
  enum Segment: Sendable {
    case key(String)
    case index(Int)
    case dynamic(Expression)
    /// A name in brackets, which stands for a member only: `['size']` counts nothing.
    case member(String)

    var expression: Expression {
      switch self {
      case .key(let name), .member(let name): .literal(.text(name))
      case .index(let index): .literal(.int(index))
      case .dynamic(let expression): expression
      }
    }
  }

  /// The variable at the head; empty where an expression gives its name.
  var root: String
  var rootName: Expression?
  var segments: [Segment] = []
  var span: Span
}

struct FilterSyntax: Sendable {
  var name: String
  var positional: [Expression] = []
  var named: [(String, Expression)] = []
  var span: Span
}

/// An expression with its filters, and the ternary form `a if c else b`.
struct Filtered: Sendable {
  indirect enum Otherwise: Sendable {
    case none
    case value(Filtered)
  }

  var value: Expression
  var filters: [FilterSyntax] = []
  var condition: Expression?
  var otherwise: Otherwise = .none
}

struct LoopSyntax: Sendable {
  var variable: String
  /// Source of the collection, a part of `forloop.name` and of the key of `offset: continue`.
  var collectionText: String
  var collection: Expression
  var limit: Expression?
  var offset: Expression?
  var continues = false
  var reversed = false
  var isTable: Bool
  var columns: Expression?
  var body: [Node] = []
  var otherwise: [Node]?
  var span: Span
}

struct CallSyntax: Sendable {
  var name: Expression
  var with: Expression?
  var iterates = false
  var alias: String?
  var arguments: [(String, Expression)] = []
  var isolated: Bool
  var span: Span
}

struct BlockSyntax: Sendable {
  var name: String
  var required: Bool
  var body: [Node]
  var span: Span
}

struct MacroSyntax: Sendable {
  var name: String
  var parameters: [(name: String, fallback: Expression?)] = []
  var body: [Node] = []
  var span: Span
}

struct InvocationSyntax: Sendable {
  var name: String
  var positional: [Expression] = []
  var named: [(String, Expression)] = []
  var span: Span
}

/// A part of a template.
enum Node: Sendable {
  case text(start: Int, end: Int, isRaw: Bool)
  case output(Filtered, Span)
  case assign(String, Filtered, Span)
  case capture(String, [Node], Span)
  case branch([(condition: Expression?, body: [Node])], Span)
  case choose(Expression, [(values: [Expression], body: [Node])], Span)
  case loop(LoopSyntax)
  case leave(isBreak: Bool, Span)
  case count(String, up: Bool, Span)
  case cycle(group: Expression?, [Expression], Span)
  case call(CallSyntax)
  case extends(String, Span)
  case block(BlockSyntax)
  case changed([Node], Span)
  case macro(MacroSyntax)
  case invocation(InvocationSyntax)
  case with([(String, Expression)], [Node], Span)

  /// Whether nothing of this can ever be seen but white space; such bodies print nothing.
  func isBlank(in source: [UInt8]) -> Bool {
    switch self {
    case .text(let start, let end, let isRaw):
      return !isRaw && source[start..<end].allSatisfy(\.isSpace)
    case .assign, .capture, .leave, .macro: return true
    case .branch(let arms, _): return arms.allSatisfy { Node.areBlank($0.body, in: source) }
    case .choose(_, let arms, _): return arms.allSatisfy { Node.areBlank($0.body, in: source) }
    case .loop(let loop):
      return !loop.isTable && Node.areBlank(loop.body, in: source)
        && Node.areBlank(loop.otherwise ?? [], in: source)
    default: return false
    }
  }

  static func areBlank(_ nodes: [Node], in source: [UInt8]) -> Bool {
    nodes.allSatisfy { $0.isBlank(in: source) }
  }
}
