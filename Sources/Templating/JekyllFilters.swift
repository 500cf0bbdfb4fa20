/// Filters that Jekyll has and sites that move from it use.
enum JekyllFilters {
  static let table: [Filter] = [
    Filter(
      "group_by", [.required("thành_phần")],
      "Gom các mục theo thành phần; mỗi nhóm có `name`, `items`, `size`.",
      "{% assign nhom = units | group_by: 'level' %}{% for n in nhom %}{{ n.name }}: {{ n.size }}. {% endfor %}",
      "THPT: 1. THCS: 2. "
    ) { value, arguments, machine throws(Fault) in
      try group(value, arguments, &machine)
    },
    Filter(
      "push", [.required("mục")], "Thêm một mục vào cuối danh sách.",
      "{{ 'a,b' | split: ',' | push: 'c' | join: ',' }}", "a,b,c"
    ) { value, arguments, machine throws(Fault) in
      let items = ListFilters.flat(value)
      try machine.charge(items.count * 16)
      return .array(items + [arguments.first])
    },
    Filter("number_of_words", "Đếm số từ.", "{{ 'Thi đua yêu nước' | number_of_words }}", "4") {
      value, _, _ throws(Fault) in
      .int(value.textBytes.split(whereSeparator: \.isSpace).count)
    },
    Filter(
      "xml_escape", "Như `escape`.", "{{ 'a & b' | xml_escape }}", "a &amp; b", CodeFilters.escape),
  ]

  private static func group(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let items = ListFilters.flat(value)
    try machine.spend(items.count * 2)
    var members: [(name: Value, item: Value)] = []
    for item in items { members.append((try ListFilters.key(arguments, of: item, machine), item)) }
    return Grouping.groups(members)
  }
}
