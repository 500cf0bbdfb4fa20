/// What it costs to look at a value, paid before anything looks at it.
///
/// Values share their parts, so a list made by `[a, a]` again and again is small in memory and
/// endless to walk through; and one long text is read anew by every filter.
extension Machine {
  /// Lists within lists may go this deep.
  static let deepest = 64

  /// Pays for going through a value once: a step for 64 bytes of text or one member of a list.
  @inline(__always)
  mutating func weigh(_ value: Value) throws(Fault) {
    switch value {
    case .string(let text), .safe(let text):
      if text.bytes.count >= 64 { try spend(text.bytes.count >> 6) }
    case .array, .range: try weighList(value)
    default: break
    }
  }

  private mutating func weighList(_ value: Value) throws(Fault) {
    var left = budget.rangeLength
    let depth = Weight.nesting(of: value, left: &left)
    guard left >= 0 else { throw .budget("số phần tử của danh sách", budget.rangeLength) }
    guard depth <= Machine.deepest else {
      throw .budget("số tầng danh sách lồng nhau", Machine.deepest)
    }
    try spend(budget.rangeLength - left)
  }

  /// How deep lists and records lie in a member of a list that was weighed.
  static func nesting(of member: Value) -> Int {
    if case .object(let object) = member { object.nesting } else { 0 }
  }

  /// How deep lists and records lie in values that go into a record.
  mutating func nesting(within values: [Value]) throws(Fault) -> Int {
    var deepest = 0
    for value in values {
      try weigh(value)
      var left = budget.rangeLength
      deepest = max(deepest, Weight.nesting(of: value, left: &left))
    }
    guard deepest < Machine.deepest else {
      throw .budget("số tầng danh sách lồng nhau", Machine.deepest)
    }
    return deepest + 1
  }

  /// The text of a value, paid for; that of a list or a record is made anew each time.
  mutating func text(_ value: Value) throws(Fault) -> [UInt8] {
    switch value {
    case .string(let text), .safe(let text):
      try weigh(value)
      return text.bytes
    default:
      let bytes = value.textBytes
      try spend(bytes.count >> 2)
      if bytes.count > budget.stringBytes { throw .budget("cỡ một chuỗi", budget.stringBytes) }
      return bytes
    }
  }

  /// A list of the values on top of the stack.
  mutating func makeArray(_ count: Int) throws(Fault) {
    let list = Value.array(Array(stack.suffix(count)))
    stack.removeLast(count)
    try weigh(list)
    stack.append(list)
  }

  /// Whether two values are equal, paid for as far as they are compared: lists and records are
  /// compared member by member, and views on the model point at each other without end.
  mutating func areEqual(_ a: Value, _ b: Value) throws(Fault) -> Bool {
    let same = a.equals(b, steps: &steps)
    if steps < 0 { throw .budget("số bước", budget.steps) }
    return same
  }

  /// Pays for sorting by texts of these lengths: each takes part in one comparison at each halving.
  mutating func weighSorting(_ lengths: some Sequence<Int>, count: Int) throws(Fault) {
    let halvings = Int.bitWidth - count.leadingZeroBitCount
    for length in lengths { try spend((length >> 6) * halvings) }
  }

  /// Pays for looking for a long word, which at worst is compared at every place of the text.
  mutating func weighSearch(in text: Int, for word: Int) throws(Fault) {
    if word > 16 { try spend(text.multipliedReportingOverflow(by: word).partialValue >> 10) }
  }
}

private enum Weight {
  /// How deep lists lie within lists; takes from `left` one for each member on the way and stops
  /// where nothing is left.
  static func nesting(of value: Value, left: inout Int) -> Int {
    switch value {
    case .range(let range):
      left -= min(range.count ?? .max, left + 1)
      return 1
    case .array(let items):
      left -= items.count
      var deepest = 0
      for item in items where left >= 0 {
        switch item {
        case .array, .object: deepest = max(deepest, nesting(of: item, left: &left))
        default: break
        }
        if deepest > Machine.deepest { break }
      }
      return deepest + 1
    case .object: return Machine.nesting(of: value)
    default: return 0
    }
  }
}
