/// Filters that pick members of a list.
enum SearchFilters {
  static let table: [String: Filter] = [
    "where": Filter(1...2) { value, arguments, machine throws(Fault) in
      .array(try matches(value, arguments, &machine, wanted: true).map(\.item))
    },
    "reject": Filter(1...2) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      return .array(try matches(value, arguments, &machine, wanted: false).map(\.item))
    },
    "find": Filter(1...2) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      return try matches(value, arguments, &machine, wanted: true).first?.item ?? .null
    },
    "find_index": Filter(1...2) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      let found = try matches(value, arguments, &machine, wanted: true)
      return found.first.map { .int($0.index) } ?? .null
    },
    "has": Filter(1...2) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      return .bool(try !matches(value, arguments, &machine, wanted: true).isEmpty)
    },
    "group_by": Filter(1) { value, arguments, machine throws(Fault) in
      try group(value, arguments, &machine)
    },
  ]

  /// As Ruby has it, a list with a null in it finds nothing; only where names may be missing too.
  private static func hasHole(_ value: Value, _ machine: borrowing Machine) -> Bool {
    guard machine.set.options.undefined == .empty, case .array(let items) = value else {
      return false
    }
    return items.contains { if case .null = $0 { true } else { false } }
  }

  private static func matches(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine, wanted: Bool
  ) throws(Fault) -> [(index: Int, item: Value)] {
    let items = ListFilters.flat(value)
    try machine.spend(items.count * 2)
    var found: [(Int, Value)] = []
    for (i, item) in items.enumerated() {
      if try fits(item, arguments, machine) == wanted { found.append((i, item)) }
    }
    return found
  }

  private static func fits(
    _ item: Value, _ arguments: Arguments, _ machine: borrowing Machine
  ) throws(Fault) -> Bool {
    let name = arguments.first.textBytes
    switch item {
    case .object:
      let member = try ListFilters.member(name, of: item, machine)
      if arguments.count < 2 { return member.isTruthy }
      if case .null = arguments.second { return member.isTruthy }
      return member.equals(arguments.second)
    case .string(let text), .safe(let text):
      if arguments.count > 1 { return arguments.second.equals(item) }
      return text.bytes.position(of: name) != nil
    case .int, .double:
      guard case .int = arguments.first else {
        throw Fault(
          "template.filter-argument", "Cần danh sách đối tượng, gặp \(item.kindName).")
      }
      return item.equals(arguments.first)
    default: return false
    }
  }

  /// Groups in the order in which their names first come: `name`, `items`, `size`.
  private static func group(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let items = ListFilters.flat(value)
    try machine.spend(items.count * 2)
    var places: [[UInt8]: Int] = [:]
    var groups: [(name: Value, items: [Value])] = []
    for item in items {
      let name = try ListFilters.key(arguments, of: item, machine)
      let text = name.textBytes
      if let place = places[text] {
        groups[place].items.append(item)
      } else {
        places[text] = groups.count
        groups.append((name, [item]))
      }
    }
    let shape = Shape(["name", "items", "size"])
    return .array(
      groups.map { .record(shape, [$0.name, .array($0.items), .int($0.items.count)]) })
  }
}
