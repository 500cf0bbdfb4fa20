/// Filters that pick members of a list.
enum SearchFilters {
  static let table: [Filter] = [
    Filter(
      "where", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Giữ các mục có thành phần bằng giá trị.",
      "{{ units | where: 'level', 'THCS' | map: 'name' | join: '; ' }}",
      "THCS Phố Ràng; THCS Võ Lao"
    ) { value, arguments, machine throws(Fault) in
      .array(try matches(value, arguments, &machine, wanted: true).map(\.item))
    },
    Filter(
      "reject", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Bỏ các mục có thành phần bằng giá trị.",
      "{{ units | reject: 'level', 'THCS' | map: 'name' | join: '; ' }}", "THPT Bảo Hà"
    ) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      return .array(try matches(value, arguments, &machine, wanted: false).map(\.item))
    },
    Filter(
      "find", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Mục đầu tiên có thành phần bằng giá trị.",
      "{% assign tim = units | find: 'score', 7 %}{{ tim.name }}", "THCS Phố Ràng"
    ) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      return try matches(value, arguments, &machine, wanted: true).first?.item ?? .null
    },
    Filter(
      "find_index", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Vị trí, đếm từ 0, của mục đầu tiên có thành phần bằng giá trị.",
      "{{ units | find_index: 'score', 7 }}", "1"
    ) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      let found = try matches(value, arguments, &machine, wanted: true)
      return found.first.map { .int($0.index) } ?? .null
    },
    Filter(
      "has", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Có mục nào có thành phần bằng giá trị không.", "{{ units | has: 'level', 'GDTX' }}", "false"
    ) { value, arguments, machine throws(Fault) in
      if hasHole(value, machine) { return .null }
      return .bool(try !matches(value, arguments, &machine, wanted: true).isEmpty)
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
}
