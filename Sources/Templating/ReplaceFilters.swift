/// Filters that put several texts together; safe and unsafe parts are joined with care.
enum ReplaceFilters {
  enum Which: Sendable { case all, first, last }

  static let table: [String: Filter] = [
    "append": Filter(1) { value, arguments, machine throws(Fault) in
      try join(value, arguments.first, &machine)
    },
    "prepend": Filter(1) { value, arguments, machine throws(Fault) in
      try join(arguments.first, value, &machine)
    },
    "replace": Filter(1...2) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, arguments.second, .all, &machine)
    },
    "replace_first": Filter(1...2) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, arguments.second, .first, &machine)
    },
    "replace_last": Filter(2) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, arguments.second, .last, &machine)
    },
    "remove": Filter(1) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, .null, .all, &machine)
    },
    "remove_first": Filter(1) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, .null, .first, &machine)
    },
    "remove_last": Filter(1) { value, arguments, machine throws(Fault) in
      try replace(value, arguments.first, .null, .last, &machine)
    },
    "join": Filter(0...1) { value, arguments, machine throws(Fault) in
      try joinList(value, arguments.count > 0 ? arguments.first : .string(" "), &machine)
    },
    "split": Filter(1) { value, arguments, machine throws(Fault) in
      try split(value, arguments.first, &machine)
    },
  ]

  private static func join(
    _ a: Value, _ b: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let safe = a.isSafe || b.isSafe
    let head = safe ? machine.joined(a) : a.textBytes
    let tail = safe ? machine.joined(b) : b.textBytes
    try machine.charge(head.count + tail.count)
    return .make(head + tail, safe: safe)
  }

  private static func replace(
    _ value: Value, _ needle: Value, _ replacement: Value, _ which: Which,
    _ machine: inout Machine
  ) throws(Fault) -> Value {
    let bytes = value.textBytes
    let wanted = needle.textBytes
    let safe = value.isSafe || replacement.isSafe
    let new = safe ? machine.joined(replacement) : replacement.textBytes
    let kind = machine.kind
    // Where the text is unsafe and what comes in is not, the pieces between are escaped.
    func piece(_ range: Range<Int>) -> [UInt8] {
      let part = Array(bytes[range])
      return safe && !value.isSafe ? Escape.escaped(part, as: kind) : part
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
    var start = 0
    for place in places {
      out += piece(start..<place)
      out += new
      start = place + wanted.count
    }
    out += piece(start..<bytes.count)
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
    let between = safe ? machine.joined(separator) : separator.textBytes
    var out: [UInt8] = []
    for (i, item) in items.enumerated() {
      if i > 0 { out += between }
      out += safe ? machine.joined(item) : item.textBytes
      if out.count > machine.budget.stringBytes { break }
    }
    try machine.charge(out.count)
    return .make(out, safe: safe)
  }

  private static func split(
    _ value: Value, _ separator: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let bytes = value.textBytes
    let mark = separator.textBytes
    try machine.charge(bytes.count)
    try machine.spend(bytes.count / 4)
    var parts: [[UInt8]] = []
    if mark.isEmpty {
      parts = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { Array(String($0).utf8) }
    } else if mark == [32] {
      parts = bytes.split(whereSeparator: \.isSpace).map(Array.init)
    } else {
      var start = 0
      while let at = bytes.position(of: mark, from: start) {
        parts.append(Array(bytes[start..<at]))
        start = at + mark.count
      }
      parts.append(Array(bytes[start...]))
      while let last = parts.last, last.isEmpty { parts.removeLast() }
    }
    return .array(parts.map { .make($0, safe: value.isSafe) })
  }
}
