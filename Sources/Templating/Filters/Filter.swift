/// A filter: what it is called and may be given, what the reference says of it, what it does.
struct Filter: Sendable {
  typealias Function = @Sendable (Value, Arguments, inout Machine) throws(Fault) -> Value

  let reference: FilterReference
  let function: Function

  /// How many arguments may stand in places, without a name.
  let minimum: Int
  let maximum: Int
  /// Whether the arguments are a name and a condition (or any expression) asked of every item;
  /// the filter is then given the answers as its one argument.
  let asksCondition: Bool?
  /// Names of the arguments that are given by name.
  let named: [String]
  /// Whether arguments of any name are taken.
  let takesAnyName: Bool

  var name: String { reference.name }

  init(_ reference: FilterReference, _ function: @escaping Function) {
    let places = reference.parameters.filter { $0.kind != .named && $0.kind != .others }
    self.reference = reference
    self.function = function
    minimum = places.count { $0.kind != .optional }
    asksCondition =
      places.contains { $0.kind == .condition }
      ? true : places.contains { $0.kind == .expression } ? false : nil
    maximum = places.count
    named = reference.parameters.filter { $0.kind == .named }.map(\.name)
    takesAnyName = reference.parameters.contains { $0.kind == .others }
  }

  /// A filter with a line of Vietnamese and an example for the reference.
  init(
    _ name: String, _ parameters: [FilterReference.Parameter], _ summary: String,
    _ example: String, _ result: String, _ function: @escaping Function
  ) {
    self.init(
      FilterReference(
        name: name, parameters: parameters, summary: summary, example: example, result: result),
      function)
  }

  /// The same without parameters.
  init(
    _ name: String, _ summary: String, _ example: String, _ result: String,
    _ function: @escaping Function
  ) {
    self.init(name, [], summary, example, result, function)
  }

  /// A filter that changes text and keeps its safety.
  init(
    text name: String, _ summary: String, _ example: String, _ result: String,
    _ change: @escaping @Sendable ([UInt8]) -> [UInt8]
  ) {
    self.init(name, summary, example, result) { value, _, machine throws(Fault) in
      let bytes = try machine.text(value)
      try machine.charge(bytes.count)
      let changed = change(bytes)
      // No such filter makes more of a byte than three; that much is there for a moment.
      if changed.count > bytes.count { try machine.charge(changed.count) }
      return .make(changed, safe: value.isSafe)
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
  mutating func apply(_ number: Int, in program: CompiledTemplate) throws(Fault) {
    var arguments = Arguments()
    if !program.filters[number].names.isEmpty {
      let names = program.filters[number].names
      let start = stack.count - names.count
      for (i, name) in names.enumerated() { arguments.named.append((name, stack[start + i])) }
      stack.removeLast(names.count)
    }
    arguments.count = program.filters[number].positional
    if arguments.count > 1 { arguments.second = pop() }
    if arguments.count > 0 { arguments.first = pop() }
    let value = pop()
    try weigh(value)
    if arguments.count > 0 { try weigh(arguments.first) }
    if arguments.count > 1 { try weigh(arguments.second) }
    for argument in arguments.named { try weigh(argument.value) }
    let result = try program.filters[number].function(value, arguments, &self)
    stack.append(result)
  }

  /// Text of a value as the output kind wants it, when it is joined with safe text.
  mutating func joined(_ value: Value) throws(Fault) -> [UInt8] {
    let bytes = try text(value)
    return switch value {
    case .string, .array, .object: Escape.escaped(bytes, as: kind)
    default: bytes
    }
  }
}
