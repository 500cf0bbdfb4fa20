/// Filters that put several texts together; safe and unsafe parts are joined with care.
enum ReplaceFilters {
  enum Which: Sendable { case all, first, last }

  static let table: [Filter] = [
    Filter(
      "append", [.required("chuỗi")], "Nối thêm vào cuối.", "{{ 'thi' | append: ' đua' }}",
      "thi đua"
    ) { value, arguments, machine throws(Fault) in
      try join(value, arguments.first, &machine)
    },
    Filter(
      "prepend", [.required("chuỗi")], "Nối thêm vào đầu.", "{{ 'Bảo Hà' | prepend: 'THPT ' }}",
      "THPT Bảo Hà"
    ) { value, arguments, machine throws(Fault) in
      try join(arguments.first, value, &machine)
    },
    Filter(
      "replace", [.required("chuỗi_cũ"), .optional("chuỗi_mới", "''")], "Thay mọi chỗ có chuỗi cũ.",
      "{{ '2023-2024' | replace: '-', '/' }}", "2023/2024"
    ) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, arguments.second, .all, &machine)
    },
    Filter(
      "replace_first", [.required("chuỗi_cũ"), .optional("chuỗi_mới", "''")],
      "Thay chỗ đầu tiên có chuỗi cũ.", "{{ 'a-b-c' | replace_first: '-', '+' }}", "a+b-c"
    ) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, arguments.second, .first, &machine)
    },
    Filter(
      "replace_last", [.required("chuỗi_cũ"), .required("chuỗi_mới")],
      "Thay chỗ cuối cùng có chuỗi cũ.", "{{ 'Lan, Mai, Cúc' | replace_last: ',', ' và' }}",
      "Lan, Mai và Cúc"
    ) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, arguments.second, .last, &machine)
    },
    Filter(
      "remove", [.required("chuỗi")], "Bỏ mọi chỗ có chuỗi này.",
      "{{ 'Trường THPT Bảo Hà' | remove: 'Trường ' }}", "THPT Bảo Hà"
    ) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, .null, .all, &machine)
    },
    Filter(
      "remove_first", [.required("chuỗi")], "Bỏ chỗ đầu tiên có chuỗi này.",
      "{{ 'a-b-c' | remove_first: '-' }}", "ab-c"
    ) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, .null, .first, &machine)
    },
    Filter(
      "remove_last", [.required("chuỗi")], "Bỏ chỗ cuối cùng có chuỗi này.",
      "{{ 'a-b-c' | remove_last: '-' }}", "a-bc"
    ) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, .null, .last, &machine)
    },
    Filter(
      "join", [.optional("dấu_nối", "' '")], "Nối các mục của danh sách thành một chuỗi.",
      "{{ units | map: 'score' | join: ', ' }}", "9, 7, 9"
    ) { value, arguments, machine throws(Fault) in
      try joinList(value, arguments.count > 0 ? arguments.first : .string(" "), &machine)
    },
    Filter(
      "split", [.required("dấu_ngăn")], "Tách chuỗi thành danh sách ở mỗi dấu ngăn.",
      "{% assign ten = 'Lan, Mai' | split: ', ' %}{{ ten[1] }}", "Mai"
    ) { value, arguments, machine throws(Fault) in
      try split(value, arguments.first, &machine)
    },
  ]

  private static func join(
    _ a: Value, _ b: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let safe = a.isSafe || b.isSafe
    let head = safe ? try machine.joined(a) : try machine.text(a)
    let tail = safe ? try machine.joined(b) : try machine.text(b)
    try machine.charge(head.count + tail.count)
    return .make(head + tail, safe: safe)
  }

  private static func replace(
    _ value: Value, _ needle: Value, _ replacement: Value, _ which: Which,
    _ machine: inout Machine
  ) throws(Fault) -> Value {
    let bytes = try machine.text(value)
    let wanted = try machine.text(needle)
    try machine.weighSearch(in: bytes.count, for: wanted.count)
    let safe = value.isSafe || replacement.isSafe
    let new = safe ? try machine.joined(replacement) : try machine.text(replacement)
    // Where the text is unsafe and what comes in is not, the pieces between are escaped.
    let kind = safe && !value.isSafe ? machine.kind : .plain
    if kind != .plain { try machine.charge(bytes.count * 6) }
    func keep(_ piece: ArraySlice<UInt8>, in out: inout [UInt8]) {
      if kind == .plain { out += piece } else { Escape.append(Array(piece), as: kind, to: &out) }
    }
    var places: [Int] = []
    switch which {
    case .first: if let at = bytes.position(of: wanted) { places = [at] }
    case .last: if let at = bytes.lastPosition(of: wanted) { places = [at] }
    case .all: places = all(bytes, wanted)
    }
    if places.isEmpty { return .make(bytes, safe: value.isSafe) }
    let (growth, overflow) = places.count.multipliedReportingOverflow(by: new.count)
    if overflow { throw .budget("cỡ một chuỗi", machine.budget.stringBytes) }
    try machine.charge(bytes.count + growth)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + growth)
    var start = 0
    for place in places {
      keep(bytes[start..<place], in: &out)
      out += new
      start = place + wanted.count
    }
    keep(bytes[start...], in: &out)
    return .make(out, safe: safe)
  }

  private static func all(_ bytes: [UInt8], _ wanted: [UInt8]) -> [Int] {
    if wanted.isEmpty {
      return bytes.indices.filter { !bytes[$0].isContinuation } + [bytes.count]
    }
    var places: [Int] = []
    var i = 0
    while let at = bytes.position(of: wanted, from: i) {
      places.append(at)
      i = at + wanted.count
    }
    return places
  }

  private static func joinList(
    _ value: Value, _ separator: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let items = ListFilters.flat(value)
    try machine.spend(items.count)
    let safe = separator.isSafe || items.contains(where: \.isSafe)
    let between = safe ? try machine.joined(separator) : try machine.text(separator)
    var out: [UInt8] = []
    for (i, item) in items.enumerated() {
      if i > 0 { out += between }
      out += safe ? try machine.joined(item) : try machine.text(item)
      if out.count > machine.budget.stringBytes {
        throw .budget("cỡ một chuỗi", machine.budget.stringBytes)
      }
    }
    try machine.charge(out.count)
    return .make(out, safe: safe)
  }

  private static func split(
    _ value: Value, _ separator: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let bytes = try machine.text(value)
    let mark = try machine.text(separator)
    try machine.charge(bytes.count)
    try machine.spend(bytes.count / 4)
    try machine.weighSearch(in: bytes.count, for: mark.count)
    // Each part costs more than its bytes.
    let limit = machine.budget.rangeLength
    if mark.isEmpty, bytes.scalarCount > limit { throw .budget("số phần tử của danh sách", limit) }
    var parts: [ArraySlice<UInt8>] = []
    if mark.isEmpty {
      var start = 0
      while start < bytes.count {
        let end = bytes[(start + 1)...].firstIndex { !$0.isContinuation } ?? bytes.count
        parts.append(bytes[start..<end])
        start = end
      }
    } else if mark == [32] {
      parts = bytes.split(maxSplits: limit, whereSeparator: \.isSpace)
    } else {
      var start = 0
      while parts.count <= limit, let at = bytes.position(of: mark, from: start) {
        parts.append(bytes[start..<at])
        start = at + mark.count
      }
      parts.append(bytes[start...])
      while let last = parts.last, last.isEmpty { parts.removeLast() }
    }
    if parts.count > limit { throw .budget("số phần tử của danh sách", limit) }
    try machine.chargeList(parts.count, each: 64)
    return .array(parts.map { .make(Array($0), safe: value.isSafe) })
  }
}
