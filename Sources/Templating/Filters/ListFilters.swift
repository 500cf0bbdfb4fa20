import Diagnostics

/// Filters on lists.
enum ListFilters {
  static let table: [Filter] = [
    Filter("size", "Số ký tự của chuỗi hoặc số mục của danh sách.", "{{ units | size }}", "3") {
      value, _, machine throws(Fault) in
      switch value {
      case .array(let items): return .int(items.count)
      case .object(let object): return .int(object.count)
      case .range(let range): return .int(range.count ?? 0)
      case .string(let text), .safe(let text): return .int(text.bytes.scalarCount)
      case .int where machine.set.options.dialect.countsBytesOfIntegers: return .int(8)
      default: return .int(0)
      }
    },
    Filter(
      "first", "Mục đầu tiên của danh sách.", "{{ units | map: 'name' | first }}", "THPT Bảo Hà"
    ) { value, _, _ throws(Fault) in end(value, first: true) },
    Filter(
      "last", "Mục cuối cùng của danh sách.", "{{ units | map: 'name' | last }}", "THCS Võ Lao"
    ) { value, _, _ throws(Fault) in end(value, first: false) },
    Filter(
      "reverse", "Đảo ngược thứ tự danh sách.", "{{ 'a,b,c' | split: ',' | reverse | join: ',' }}",
      "c,b,a", list { items, _, _ throws(Fault) in items.reversed() }),
    Filter(
      "compact", [.optional("thành_phần")], "Bỏ các mục trống.",
      "{{ units | map: 'score' | compact | size }}", "3",
      list { items, arguments, machine throws(Fault) in
        var kept: [Value] = []
        for item in items {
          guard let value = try answer(arguments, from: item, &machine) else { return nil }
          if case .null = value { continue }
          kept.append(item)
        }
        return kept
      }),
    Filter(
      "concat", [.required("danh_sách")], "Nối hai danh sách.",
      "{% assign them = 'x,y' | split: ',' %}{{ 'a,b' | split: ',' | concat: them | join: ',' }}",
      "a,b,x,y"
    ) { value, arguments, machine throws(Fault) in
      switch arguments.first {
      case .array: break
      default:
        throw Fault("template.filter-argument", "Bộ lọc “concat” cần đối số là danh sách.")
      }
      let (head, tail) = (flat(value), ListFilters.items(arguments.first))
      let limit = machine.budget.rangeLength
      if head.count + tail.count > limit { throw .budget("số phần tử của danh sách", limit) }
      let items = head + tail
      try machine.charge(items.count * 16)
      return .array(items)
    },
    Filter(
      "map", [.required("thành_phần")], "Lấy một thành phần của từng mục.",
      "{{ units | map: 'name' | join: '; ' }}", "THPT Bảo Hà; THCS Phố Ràng; THCS Võ Lao",
      list { items, arguments, machine throws(Fault) in
        var out: [Value] = []
        for item in items {
          if machine.set.options.undefined == .error, !isObject(item) {
            throw Fault("template.filter-argument", "Bộ lọc “map” cần danh sách đối tượng.")
          }
          out.append(try answer(to: arguments.first, from: item, &machine) ?? .null)
        }
        return out
      }),
    Filter(
      "sum", [.optional("thành_phần")], "Cộng các số của danh sách.", "{{ units | sum: 'score' }}",
      "25"
    ) { value, arguments, machine throws(Fault) in
      let items = flat(value)
      try machine.spend(items.count)
      var sum = NumberFilters.Sum()
      for item in items {
        if arguments.count > 0, machine.set.options.undefined == .error, !isObject(item) {
          throw Fault("template.filter-argument", "Bộ lọc “sum” cần danh sách đối tượng.")
        }
        let answer = try answer(arguments, from: item, &machine) ?? .null
        try machine.weigh(answer)
        for number in flat(answer) { try sum.add(Numbers.number(number)) }
      }
      return sum.value
    },
    Filter(
      "uniq", [.optional("thành_phần")], "Bỏ các mục trùng với mục đứng trước.",
      "{{ units | map: 'score' | uniq | join: ', ' }}", "9, 7",
      list { items, arguments, machine throws(Fault) in
        var seen: [Value] = []
        var texts = Set<[UInt8]>()
        var kept: [Value] = []
        for item in items {
          guard let value = try answer(arguments, from: item, &machine) else { return nil }
          if case .string(let text) = value {
            if texts.insert(text.bytes).inserted { kept.append(item) }
            continue
          }
          var isNew = true
          for other in seen where isNew {
            try machine.spend(1)
            isNew = try !machine.areSame(other, value)
          }
          if !isNew { continue }
          seen.append(value)
          kept.append(item)
        }
        return kept
      }),
    Filter(
      "sort", [.optional("thành_phần")],
      "Xếp theo mã ký tự hoặc theo số; tiếng Việt thì dùng `sort_vi`.",
      "{{ units | map: 'score' | sort | join: ', ' }}", "7, 9, 9",
      list { items, arguments, machine throws(Fault) in
        try sorted(items, arguments, &machine) { a, b throws(Fault) in
          guard let order = a.order(b) else {
            throw Fault(
              "template.comparison", "Không xếp được \(a.kindName) với \(b.kindName).")
          }
          return order < 0
        }
      }),
    Filter(
      "sort_natural", [.optional("thành_phần")],
      "Xếp như `sort` nhưng không phân biệt chữ hoa, chữ thường.",
      "{{ 'b,C,a' | split: ',' | sort_natural | join: ',' }}", "a,b,C",
      list { items, arguments, machine throws(Fault) in
        try sorted(items, arguments, &machine, by: folded) { a, b throws(Fault) in
          a.order(b) == -1
        }
      }),
  ]

  /// What a filter does that turns one list into another; without an answer it gives null.
  static func list(
    _ function:
      @escaping @Sendable ([Value], Arguments, inout Machine) throws(Fault) -> [Value]?
  ) -> Filter.Function {
    { value, arguments, machine throws(Fault) in
      let items = flat(value)
      try machine.spend(items.count * 4)
      try machine.charge(items.count)
      return try function(items, arguments, &machine).map { .array($0) } ?? .null
    }
  }

  /// The value as a flat list: nested lists are opened, a single value is a list of one.
  static func flat(_ value: Value) -> [Value] {
    switch value {
    case .null, .blank, .empty: return []
    case .range(let range):
      return range.first <= range.last ? (range.first...range.last).map { .int($0) } : []
    case .array(let items):
      guard items.contains(where: { if case .array = $0 { true } else { false } }) else {
        return items
      }
      var out: [Value] = []
      for item in items {
        if case .array = item { out += flat(item) } else { out.append(item) }
      }
      return out
    default: return [value]
    }
  }

  private static func isObject(_ value: Value) -> Bool {
    if case .object = value { true } else { false }
  }

  static func end(_ value: Value, first: Bool) -> Value {
    switch value {
    case .array(let items): return (first ? items.first : items.last) ?? .null
    case .range(let range): return .int(first ? range.first : range.last)
    case .object(let object):
      // A record has a first pair but, as in Ruby, no last.
      guard first, object.count > 0 else { return .null }
      return .array([.text(object.shape.names[0]), object.value(at: 0)])
    case .string(let text), .safe(let text):
      let at = first ? 0 : text.bytes.scalarCount - 1
      return .make(text.bytes.scalar(at), safe: value.isSafe)
    default: return .null
    }
  }

  /// The member named by the first argument, or the item itself if no name was given.
  ///
  /// Nil if the item is nothing that could have members.
  private static func answer(
    _ arguments: Arguments, from item: Value, _ machine: inout Machine
  ) throws(Fault) -> Value? {
    if arguments.count == 0 { return item }
    if case .null = arguments.first { return item }
    return try answer(to: arguments.first, from: item, &machine)
  }

  /// The same, with null for an item that has no members.
  static func key(
    _ arguments: Arguments, of item: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    try answer(arguments, from: item, &machine) ?? .null
  }

  /// What an item has under a name; nil if it is nothing that could be asked.
  ///
  /// A text has the texts that are in it, and a number its bits: so it is in Ruby.
  static func answer(
    to name: Value, from item: Value, _ machine: inout Machine
  ) throws(Fault) -> Value? {
    switch (item, name) {
    case (.object, .string), (.object, .safe):
      return try member(name.textBytes, of: item, &machine)
    case (.object, _): return .null
    case (.string(let text), .string(let part)), (.string(let text), .safe(let part)),
      (.safe(let text), .string(let part)), (.safe(let text), .safe(let part)):
      try machine.weigh(item)
      try machine.weighSearch(in: text.bytes.count, for: part.bytes.count)
      return text.bytes.position(of: part.bytes) == nil ? .null : name
    case (.string, .double(let index)), (.safe, .double(let index)):
      guard let whole = Int(exactly: index.rounded(.towardZero)) else { return .null }
      return try answer(to: .int(whole), from: item, &machine)
    case (.string(let text), .int(let index)), (.safe(let text), .int(let index)):
      try machine.weigh(item)
      let character = text.bytes.scalar(index)
      return character.isEmpty ? .null : .make(character, safe: item.isSafe)
    case (.int(let number), .int(let place)):
      return .int(place < 0 ? 0 : number >> min(place, 63) & 1)
    case (.int, _), (.string, _), (.safe, _):
      throw Fault(
        "template.filter-argument", "Cần danh sách đối tượng, gặp \(item.kindName).")
    default: return nil
    }
  }

  /// A member by a dotted name; a name that the object does not declare is an error.
  static func member(_ path: [UInt8], of item: Value, _ machine: inout Machine) throws(Fault)
    -> Value
  {
    var current = item
    if path.isEmpty { return .null }
    try machine.spend(path.count >> 6)
    let parts =
      machine.set.options.dialect.readsDottedNames
      ? path.split(separator: UInt8(ascii: ".")) : [path[...]]
    for part in parts {
      guard case .object(let object) = current else { return .null }
      let name = String(decoding: part, as: UTF8.self)
      if let found = object.member(name) {
        current = found
        continue
      }
      if object.isOpen || machine.set.options.undefined == .empty { return .null }
      throw Fault.undefinedMember(name, of: object)
    }
    return current
  }

  /// The items of a list or a range as they are.
  static func items(_ value: Value) -> [Value] {
    if case .array(let items) = value { items } else { flat(value) }
  }

  private static func folded(
    _ value: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let bytes = try machine.text(value)
    try machine.charge(bytes.count)
    return .text(LetterCase.lower(bytes))
  }

  private static func asItIs(
    _ value: Value, _ machine: inout Machine
  ) throws(Fault) -> Value { value }

  /// A stable sort by key; items without one stand last.
  static func sorted(
    _ items: [Value], _ arguments: Arguments, _ machine: inout Machine,
    by key: (Value, inout Machine) throws(Fault) -> Value = asItIs,
    _ less: (Value, Value) throws(Fault) -> Bool
  ) throws(Fault) -> [Value]? {
    var keyed: [(key: Value, item: Value)] = []
    var rest: [Value] = []
    for item in items {
      guard let value = try answer(arguments, from: item, &machine) else { return nil }
      if case .null = value {
        rest.append(item)
      } else {
        keyed.append((try key(value, &machine), item))
      }
    }
    try machine.weighSorting(keyed.lazy.map(\.key.textLength), count: keyed.count)
    try mergeSort(&keyed, less)
    return keyed.map(\.item) + rest
  }

  private static func mergeSort(
    _ list: inout [(key: Value, item: Value)], _ less: (Value, Value) throws(Fault) -> Bool
  ) throws(Fault) {
    if list.count < 2 { return }
    var head = Array(list[..<(list.count / 2)])
    var tail = Array(list[(list.count / 2)...])
    try mergeSort(&head, less)
    try mergeSort(&tail, less)
    var i = 0
    var k = 0
    for at in list.indices {
      var takesTail = i == head.count
      if !takesTail, k < tail.count { takesTail = try less(tail[k].key, head[i].key) }
      if takesTail {
        list[at] = tail[k]
        k += 1
      } else {
        list[at] = head[i]
        i += 1
      }
    }
  }
}
