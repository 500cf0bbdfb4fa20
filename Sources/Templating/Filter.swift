/// A filter: what it may be given and what it does.
struct Filter: Sendable {
  typealias Function = @Sendable (Value, Arguments, inout Machine) throws(Fault) -> Value

  var minimum: Int
  var maximum: Int
  var named: [String] = []
  var function: Function

  init(_ count: ClosedRange<Int>, named: [String] = [], _ function: @escaping Function) {
    minimum = count.lowerBound
    maximum = count.upperBound
    self.named = named
    self.function = function
  }

  init(_ count: Int, named: String? = nil, _ function: @escaping Function) {
    self.init(count...count, named: named.map { [$0] } ?? [], function)
  }

  /// A filter that changes text and keeps its safety.
  init(text function: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.init(0) { value, _, machine throws(Fault) in
      let bytes = value.textBytes
      try machine.charge(bytes.count)
      return .make(function(bytes), safe: value.isSafe)
    }
  }
}

/// What a call gives a filter; no filter takes more than two places.
struct Arguments {
  var count = 0
  var first = Value.null
  var second = Value.null
  var named: [(name: String, value: Value)] = []

  func named(_ name: String) -> Value? { named.first { $0.name == name }?.value }
}

extension Value {
  static func make(_ bytes: [UInt8], safe: Bool) -> Value {
    safe ? .safe(Str(bytes)) : .string(Str(bytes))
  }
}

extension Machine {
  mutating func apply(_ call: FilterCall) throws(Fault) {
    var arguments = Arguments()
    if !call.names.isEmpty {
      let start = stack.count - call.names.count
      for (i, name) in call.names.enumerated() {
        arguments.named.append((name, stack[start + i]))
      }
      stack.removeLast(call.names.count)
    }
    arguments.count = call.positional
    if call.positional > 1 { arguments.second = pop() }
    if call.positional > 0 { arguments.first = pop() }
    let value = pop()
    let result = try call.filter.function(value, arguments, &self)
    stack.append(result)
  }

  /// Text of a value as the output kind wants it, when it is joined with safe text.
  func joined(_ value: Value) -> [UInt8] {
    if case .string(let text) = value { return Escape.escaped(text.bytes, as: kind) }
    return value.textBytes
  }
}

/// All filters by name.
enum FilterTable {
  private static let builtIn: [String: Filter] = {
    var all: [String: Filter] = [:]
    for group in [
      TextFilters.table, ReplaceFilters.table, ListFilters.table, SearchFilters.table,
      NumberFilters.table, CodeFilters.table, VietnameseFilters.table,
    ] {
      all.merge(group) { first, _ in first }
    }
    return all
  }()

  static func all(with host: [HostFilter]) -> [String: Filter] {
    var all = builtIn
    for filter in host {
      let apply = filter.apply
      all[filter.name] = Filter(filter.minimum...max(filter.minimum, filter.maximum)) {
        value, arguments, _ throws(Fault) in
        apply(value, Array([arguments.first, arguments.second].prefix(arguments.count)))
      }
    }
    return all
  }
}
