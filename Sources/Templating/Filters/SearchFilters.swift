/// Filters that pick members of a list.
enum SearchFilters {
  static let table: [Filter] = [
    Filter(
      "where", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Giữ các mục có thành phần bằng giá trị.",
      "{{ units | where: 'level', 'THCS' | map: 'name' | join: '; ' }}",
      "THCS Phố Ràng; THCS Võ Lao"
    ) { value, arguments, machine throws(Fault) in
      try matches(value, arguments, &machine).map { .array($0.map(\.item)) } ?? .null
    },
    Filter(
      "reject", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Bỏ các mục có thành phần bằng giá trị.",
      "{{ units | reject: 'level', 'THCS' | map: 'name' | join: '; ' }}", "THPT Bảo Hà"
    ) { value, arguments, machine throws(Fault) in
      try matches(value, arguments, &machine, wanted: false).map { .array($0.map(\.item)) } ?? .null
    },
    Filter(
      "find", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Mục đầu tiên có thành phần bằng giá trị.",
      "{% assign tim = units | find: 'score', 7 %}{{ tim.name }}", "THCS Phố Ràng"
    ) { value, arguments, machine throws(Fault) in
      try matches(value, arguments, &machine, limit: 1)?.first?.item ?? .null
    },
    Filter(
      "find_index", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Vị trí, đếm từ 0, của mục đầu tiên có thành phần bằng giá trị.",
      "{{ units | find_index: 'score', 7 }}", "1"
    ) { value, arguments, machine throws(Fault) in
      try matches(value, arguments, &machine, limit: 1)?.first.map { .int($0.index) } ?? .null
    },
    Filter(
      "has", [.required("thành_phần"), .optional("giá_trị", "true")],
      "Có mục nào có thành phần bằng giá trị không.", "{{ units | has: 'level', 'GDTX' }}", "false"
    ) { value, arguments, machine throws(Fault) in
      try matches(value, arguments, &machine, limit: 1).map { .bool(!$0.isEmpty) } ?? .null
    },
  ]

  /// The items that fit, or those that do not; nil if one of them is nothing that could be asked.
  ///
  /// With `limit` the search ends at so many.
  private static func matches(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine, wanted: Bool = true,
    limit: Int = .max
  ) throws(Fault) -> [(index: Int, item: Value)]? {
    let items = ListFilters.flat(value)
    try machine.spend(items.count * 2)
    var found: [(Int, Value)] = []
    for (i, item) in items.enumerated() where found.count < limit {
      if let answer = try ListFilters.answer(to: arguments.first, from: item, &machine) {
        if try fits(answer, arguments, &machine) == wanted { found.append((i, item)) }
      } else if machine.set.options.dialect.skipsOddItems {
        if !wanted { found.append((i, item)) }
      } else {
        return nil
      }
    }
    return found
  }

  private static func fits(
    _ answer: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Bool {
    if arguments.count < 2 { return answer.isTruthy }
    if case .null = arguments.second { return answer.isTruthy }
    return try machine.areEqual(answer, arguments.second)
  }
}
