/// Filters on lists that Jekyll has and sites that move from it use.
enum JekyllLists {
  static let table: [Filter] = [
    Filter(
      "group_by", [.required("thành_phần")],
      "Gom các mục theo thành phần; mỗi nhóm có `name`, `items`, `size`.",
      "{% assign nhom = units | group_by: 'level' %}"
        + "{% for n in nhom %}{{ n.name }}: {{ n.size }}. {% endfor %}", "THPT: 1. THCS: 2. "
    ) { value, arguments, machine throws(Fault) in
      let items = ListFilters.flat(value)
      try machine.spend(items.count * 2)
      var members: [(name: Value, item: Value)] = []
      for item in items {
        members.append((try ListFilters.key(arguments, of: item, &machine), item))
      }
      return try Grouping.groups(members, &machine)
    },
    Filter(
      "where_exp", [.variable("tên"), .condition("điều_kiện")],
      "Giữ các mục thỏa điều kiện; điều kiện viết thẳng trong mẫu.",
      "{{ units | where_exp: 'u', 'u.score > 8' | map: 'name' | join: '; ' }}",
      "THPT Bảo Hà; THCS Võ Lao"
    ) { value, arguments, _ throws(Fault) in
      .array(told(value, arguments).filter(\.answer.isTruthy).map(\.item))
    },
    Filter(
      "find_exp", [.variable("tên"), .condition("điều_kiện")], "Mục đầu tiên thỏa điều kiện.",
      "{% assign tim = units | find_exp: 'u', 'u.score < 8' %}{{ tim.name }}", "THCS Phố Ràng"
    ) { value, arguments, _ throws(Fault) in
      told(value, arguments).first(where: \.answer.isTruthy)?.item ?? .null
    },
    Filter(
      "group_by_exp", [.variable("tên"), .expression("biểu_thức")],
      "Gom các mục theo giá trị của biểu thức, có thể có bộ lọc.",
      "{% assign nhom = units | group_by_exp: 'u', 'u.name | slice: 0, 4' %}"
        + "{% for n in nhom %}{{ n.name }}: {{ n.size }}. {% endfor %}", "THPT: 1. THCS: 2. "
    ) { value, arguments, machine throws(Fault) in
      let told = told(value, arguments)
      try machine.spend(told.count)
      return try Grouping.groups(told.map { ($0.answer, $0.item) }, &machine)
    },
    Filter(
      "push", [.required("mục")], "Thêm một mục vào cuối danh sách.",
      "{{ 'a,b' | split: ',' | push: 'c' | join: ',' }}", "a,b,c",
      changed { $0.append($1) }),
    Filter(
      "pop", "Bỏ mục cuối danh sách.", "{{ 'a,b' | split: ',' | pop | join: ',' }}", "a",
      changed { items, _ in _ = items.popLast() }),
    Filter(
      "unshift", [.required("mục")], "Thêm một mục vào đầu danh sách.",
      "{{ 'a,b' | split: ',' | unshift: 'c' | join: ',' }}", "c,a,b",
      changed { $0.insert($1, at: 0) }),
    Filter(
      "shift", "Bỏ mục đầu danh sách.", "{{ 'a,b' | split: ',' | shift | join: ',' }}", "b",
      changed { items, _ in items = Array(items.dropFirst()) }),
    Filter(
      "sample", [.optional("số_mục", "1")],
      "Lấy vài mục như ngẫu nhiên, nhưng mỗi trang lần nào tạo cũng được những mục ấy.",
      "{{ units | sample: 3 | size }}", "3"
    ) { value, arguments, machine throws(Fault) in try sample(value, arguments, &machine) },
    Filter(
      "array_to_sentence_string", [.optional("từ_nối", "'và'")], "Nối các mục thành lời.",
      "{{ 'Lan, Mai, Cúc' | split: ', ' | array_to_sentence_string }}", "Lan, Mai và Cúc"
    ) { value, arguments, machine throws(Fault) in try sentence(value, arguments, &machine) },
  ]

  /// The items of a list, each with what the expression of the call says of it.
  private static func told(
    _ value: Value, _ arguments: Arguments
  ) -> [(item: Value, answer: Value)] {
    guard case .array(let items) = value, case .array(let answers) = arguments.first else {
      return []
    }
    return zip(items, answers).map { ($0, $1) }
  }

  /// What a filter does that changes one end of a list.
  private static func changed(
    _ change: @escaping @Sendable (inout [Value], Value) -> Void
  ) -> Filter.Function {
    { value, arguments, machine throws(Fault) in
      var items = ListFilters.flat(value)
      // A loop that pushes copies the list at every turn.
      try machine.spend(items.count)
      try machine.charge((items.count + 1) * 16)
      change(&items, arguments.first)
      return .array(items)
    }
  }

  private static func sample(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    var rest = ListFilters.flat(value)
    try machine.spend(rest.count * 2)
    let count = arguments.count > 0 ? try Numbers.int(arguments.first, "sample") : 1
    // Other pages, other items; the same page always the same.
    var state = Key.hash(machine.page) &+ UInt64(rest.count)
    var chosen: [Value] = []
    while chosen.count < count, let last = rest.indices.last {
      // The generator of Knuth's MMIX; its upper bits are the better ones.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      rest.swapAt(Int((state >> 33) % UInt64(rest.count)), last)
      chosen.append(rest.removeLast())
    }
    return arguments.count > 0 ? .array(chosen) : chosen.first ?? .null
  }

  /// “a, b và c”; if any part is safe, the others are escaped as they join.
  private static func sentence(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let items = ListFilters.flat(value)
    try machine.spend(items.count)
    let connector = arguments.count > 0 ? arguments.first : .string("và")
    let isSafe = connector.isSafe || items.contains(where: \.isSafe)
    let word = isSafe ? try machine.joined(connector) : try machine.text(connector)
    var out: [UInt8] = []
    for (i, item) in items.enumerated() {
      if i > 0 { out += i == items.count - 1 ? [32] + word + [32] : [UInt8(ascii: ","), 32] }
      out += isSafe ? try machine.joined(item) : try machine.text(item)
      if out.count > machine.budget.stringBytes { break }
    }
    try machine.charge(out.count)
    return .make(out, safe: isSafe)
  }
}
