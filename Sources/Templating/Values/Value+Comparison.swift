extension Value {
  /// Whether the value is nothing to show: null, false, an empty text, list or record.
  var isBlank: Bool {
    switch self {
    case .null, .bool(false), .blank, .empty: true
    case .string(let text), .safe(let text): text.bytes.allSatisfy(\.isSpace)
    case .array(let items): items.isEmpty
    case .object(let object): object.count == 0
    default: false
    }
  }

  var isEmpty: Bool {
    switch self {
    case .blank, .empty: true
    case .string(let text), .safe(let text): text.bytes.isEmpty
    case .array(let items): items.isEmpty
    case .object(let object): object.count == 0
    default: false
    }
  }

  /// Equality, which takes a step for 64 bytes of text or one member; false once none is left.
  func equals(_ other: Value, steps: inout Int, depth: Int = 0) -> Bool {
    if steps < 0 { return false }
    switch (self, other) {
    case (.blank, .blank), (.blank, .empty), (.empty, .blank), (.empty, .empty): return false
    case (.blank, _): return other.isBlank
    case (_, .blank): return isBlank
    case (.empty, _): return other.isEmpty
    case (_, .empty): return isEmpty
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.int(let a), .double(let b)): return Double(a) == b
    case (.double(let a), .int(let b)): return a == Double(b)
    case (.double(let a), .double(let b)): return a == b
    case (.string(let a), .string(let b)), (.safe(let a), .string(let b)),
      (.string(let a), .safe(let b)), (.safe(let a), .safe(let b)):
      if a.bytes.count != b.bytes.count { return false }
      steps -= a.bytes.count >> 6
      return steps >= 0 && a.bytes == b.bytes
    case (.array(let a), .array(let b)):
      if depth >= 32 || a.count != b.count { return false }
      for (x, y) in zip(a, b) {
        steps -= 1
        if !x.equals(y, steps: &steps, depth: depth + 1) { return false }
      }
      return true
    case (.object(let a), .object(let b)):
      if a === b { return true }
      if depth >= 32 || a.count != b.count { return false }
      for (i, name) in a.shape.names.enumerated() {
        steps -= 1
        guard let other = b.member(name),
          a.value(at: i).equals(other, steps: &steps, depth: depth + 1)
        else { return false }
      }
      return true
    case (.range(let a), .range(let b)): return a.first == b.first && a.last == b.last
    case (.day(let a), .day(let b)): return a == b
    default: return false
    }
  }

  /// -1, 0 or 1; nil if the two have no order.
  func order(_ other: Value) -> Int? {
    switch (self, other) {
    case (.int(let a), .int(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.int(let a), .double(let b)): return Value.order(Double(a), b)
    case (.double(let a), .int(let b)): return Value.order(a, Double(b))
    case (.double(let a), .double(let b)): return Value.order(a, b)
    case (.string(let a), .string(let b)), (.safe(let a), .string(let b)),
      (.string(let a), .safe(let b)), (.safe(let a), .safe(let b)):
      if a.bytes == b.bytes { return 0 }
      return a.bytes.lexicographicallyPrecedes(b.bytes) ? -1 : 1
    case (.day(let a), .day(let b)): return a < b ? -1 : a == b ? 0 : 1
    default: return nil
    }
  }

  private static func order(_ a: Double, _ b: Double) -> Int? {
    a < b ? -1 : a > b ? 1 : a == b ? 0 : nil
  }

  fileprivate var hasOrder: Bool {
    switch self {
    case .int, .double, .string, .safe, .day: true
    default: false
    }
  }
}

extension Machine {
  /// Equal and of one kind: 1 and 1.0 are two things here.
  mutating func areSame(_ a: Value, _ b: Value) throws(Fault) -> Bool {
    switch (a, b) {
    case (.int, .double), (.double, .int): false
    default: try areEqual(a, b)
    }
  }

  mutating func compare(
    _ left: Value, _ comparison: Comparison, _ right: Value
  ) throws(Fault) -> Bool {
    if case .object(let figure) = left, figure.isFigure {
      return try compare(left.withoutSource, comparison, right)
    }
    if case .object(let figure) = right, figure.isFigure {
      return try compare(left, comparison, right.withoutSource)
    }
    switch comparison {
    case .equal: return try areEqual(left, right)
    case .unequal: return try !areEqual(left, right)
    case .contains: return try contains(left, right)
    default: break
    }
    switch (left, right) {
    case (.null, _), (_, .null), (.bool, _), (_, .bool), (.blank, _), (_, .blank), (.empty, _),
      (_, .empty):
      return false
    default: break
    }
    try weigh(left)
    guard let order = left.order(right) else {
      if !set.options.dialect.refusesOddComparisons, !(left.hasOrder && right.hasOrder) {
        return false
      }
      throw Fault(
        "template.comparison", "Không so sánh được \(left.kindName) với \(right.kindName).")
    }
    switch comparison {
    case .less: return order < 0
    case .lessEqual: return order <= 0
    case .more: return order > 0
    default: return order >= 0
    }
  }

  private mutating func contains(_ whole: Value, _ part: Value) throws(Fault) -> Bool {
    switch whole {
    case .string(let text), .safe(let text):
      guard part.isTruthy else { return false }
      let word = try self.text(part)
      try weigh(whole)
      try weighSearch(in: text.bytes.count, for: word.count)
      return text.bytes.position(of: word) != nil
    case .array(let items):
      switch part {
      case .blank, .empty: return false
      default: break
      }
      guard part.isTruthy else { return false }
      for item in items {
        try spend(1)
        if try areEqual(item, part) { return true }
      }
      return false
    case .object(let object):
      return object.shape.contains(String(decoding: try text(part), as: UTF8.self))
    case .range(let range):
      if case .int(let int) = part { return int >= range.first && int <= range.last }
      return false
    default: return false
    }
  }
}
