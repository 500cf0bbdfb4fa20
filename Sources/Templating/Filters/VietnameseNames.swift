import Vietnamese

/// Filters for the names of people.
enum VietnameseNames {
  static let table: [Filter] = [
    Filter(
      "sort_name_vi", [.optional("thành_phần")],
      "Xếp họ tên như danh sách lớp: theo tên, rồi họ, rồi tên đệm; mục có `given` thì đó là tên.",
      "{{ 'Lê Văn Bình, Vũ An' | split: ', ' | sort_name_vi | join: ', ' }}", "Vũ An, Lê Văn Bình"
    ) { value, arguments, machine throws(Fault) in
      .array(try sorted(value, arguments, &machine).map(\.item))
    },
    Filter(
      "group_name_vi", [.optional("thành_phần")],
      "Xếp như `sort_name_vi` rồi gom theo chữ cái đầu của tên; mỗi nhóm có `name`, `items`, `size`.",
      "{% assign nhom = 'Lê Ánh,Vũ Đạt,Hồ An' | split: ',' | group_name_vi %}"
        + "{% for n in nhom %}{{ n.name }}: {{ n.items | join: ', ' }}. {% endfor %}",
      "A: Hồ An, Lê Ánh. Đ: Vũ Đạt. "
    ) { value, arguments, machine throws(Fault) in
      let people = try sorted(value, arguments, &machine)
      return try Grouping.groups(
        people.map { (.text($0.name.letter), $0.item) }, &machine)
    },
    name("initial", "Chữ cái xếp danh sách của tên.", "{{ 'Vũ Thị Ánh' | initial }}", "A") {
      $0.letter
    },
    name("given_name", "Tên, không có họ và tên đệm.", "{{ 'Vũ Thị Ánh' | given_name }}", "Ánh") {
      $0.given
    },
    name("initials", "Họ tên viết tắt.", "{{ 'Nguyễn Văn An' | initials }}", "N.V.A.") {
      $0.initials
    },
    Filter(
      text: "name_vi", "Viết hoa họ tên đúng cách.", "{{ 'NGUYỄN THỊ ánh' | name_vi }}",
      "Nguyễn Thị Ánh",
      { Array(PersonName.capitalized(String(decoding: $0, as: UTF8.self)).utf8) }),
    Filter(
      "shown_name", [.optional("cách_gọi")],
      "Tên của người đồng ý công khai (`consents`); nếu không, cách gọi theo vai trò (`role`), hoặc "
        + "cách gọi nêu ở đây, `'viet-tat'` là họ tên viết tắt.",
      "{{ teacher | shown_name }}; {{ pupil | shown_name }}", "cô Trần Thị Cúc; một học sinh"
    ) { value, arguments, machine throws(Fault) in try shown(value, arguments.first, &machine) },
  ]

  private static func name(
    _ name: String, _ summary: String, _ example: String, _ result: String,
    _ part: @escaping @Sendable (PersonName) -> String
  ) -> Filter {
    Filter(name, summary, example, result) { value, _, machine throws(Fault) in
      if case .null = value { return .null }
      try machine.charge(longest)
      return .text(part(person(value, full: value)))
    }
  }

  /// The parts of a name; `given` of a record says which of its words are the tên.
  private static func person(_ item: Value, full: Value) -> PersonName {
    guard case .object(let object) = item else { return PersonName(text(full)) }
    let given = object.member("given").map { text($0) }
    // A record by itself stands for its name.
    if case .object = full { return PersonName(text(object.member("name") ?? .null), given: given) }
    return PersonName(text(full), given: given)
  }

  private static func sorted(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> [(name: PersonName, item: Value)] {
    let items = ListFilters.flat(value)
    try machine.spend(items.count * 8)
    var people: [(name: PersonName, key: SortKey, item: Value)] = []
    for item in items {
      let full = try ListFilters.key(arguments, of: item, &machine)
      let name = person(item, full: full)
      let key = name.sortKey
      try machine.charge(64 + longest)
      people.append((name, key, item))
    }
    try machine.weighSorting(people.map { _ in longest }, count: people.count)
    // Stable, since `sort` of the library is not promised to be.
    let order = people.indices.sorted {
      people[$0].key == people[$1].key ? $0 < $1 : people[$0].key < people[$1].key
    }
    return order.map { (people[$0].name, people[$0].item) }
  }

  /// The name where the person has agreed, else words that do not point at anyone.
  ///
  /// Silence is no consent (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15), and a bare text says nothing
  /// of consent either.
  private static func shown(
    _ value: Value, _ wanted: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    try machine.charge(256)
    guard case .object(let object) = value else {
      return hidden(value, role: .null, wanted)
    }
    let name = object.member("name") ?? .null
    guard case .bool(true)? = object.member("consents") else {
      return hidden(name, role: object.member("role") ?? .null, wanted)
    }
    guard let title = object.member("title"), title.isTruthy else { return name }
    return .text("\(text(title)) \(text(name))")
  }

  private static func hidden(_ name: Value, role: Value, _ wanted: Value) -> Value {
    if wanted.textBytes == Array("viet-tat".utf8) { return .text(PersonName(text(name)).initials) }
    if wanted.isTruthy { return wanted }
    let role = text(role)
    return .text("một " + (role.isEmpty ? "cá nhân" : role))
  }

  /// Bytes of a name; more than this is none.
  private static let longest = 400

  /// A name; lists and records are none.
  private static func text(_ value: Value) -> String {
    value.hasItems ? "" : String(decoding: value.textBytes.prefix(longest), as: UTF8.self)
  }
}
