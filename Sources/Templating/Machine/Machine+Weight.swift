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

  /// A list of the values on top of the stack.
  mutating func makeArray(_ count: Int) throws(Fault) {
    let list = Value.array(Array(stack.suffix(count)))
    stack.removeLast(count)
    try weigh(list)
    stack.append(list)
  }

  /// Pays for comparing two values: lists are compared member by member, however deep.
  mutating func weigh(
    _ left: Value, _ right: Value, _ comparison: Comparison = .equal
  ) throws(Fault) {
    try weigh(left)
    switch (left, right) {
    case (.array, _): try weigh(right)
    case (.string(let text), .string(let word)), (.safe(let text), .string(let word)),
      (.string(let text), .safe(let word)), (.safe(let text), .safe(let word)):
      if comparison == .contains { try weighSearch(in: text.bytes.count, for: word.bytes.count) }
    default: break
    }
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
