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

  func equals(_ other: Value, depth: Int = 0) -> Bool {
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
      return a.bytes == b.bytes
    case (.array(let a), .array(let b)):
      return depth < 32 && a.count == b.count
        && zip(a, b).allSatisfy { $0.equals($1, depth: depth + 1) }
    case (.object(let a), .object(let b)):
      if a === b { return true }
      if depth >= 32 || a.count != b.count { return false }
      return a.shape.names.enumerated().allSatisfy { i, name in
        b.member(name).map { a.value(at: i).equals($0, depth: depth + 1) } ?? false
      }
    case (.range(let a), .range(let b)): return a.first == b.first && a.last == b.last
    case (.day(let a), .day(let b)): return a == b
    default: return false
    }
  }

  /// Equal and of one kind: 1 and 1.0 are two things here.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.int, .double), (.double, .int): false
    default: equals(other)
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

  func compare(
    _ comparison: Comparison, _ other: Value, in dialect: Dialect
  ) throws(Fault) -> Bool {
    if case .object(let object) = self, object.isFigure {
      return try withoutSource.compare(comparison, other, in: dialect)
    }
    if case .object(let object) = other, object.isFigure {
      return try compare(comparison, other.withoutSource, in: dialect)
    }
    switch comparison {
    case .equal: return equals(other)
    case .unequal: return !equals(other)
    case .contains: return contains(other)
    default: break
    }
    switch (self, other) {
    case (.null, _), (_, .null), (.bool, _), (_, .bool), (.blank, _), (_, .blank), (.empty, _),
      (_, .empty):
      return false
    default: break
    }
    guard let order = order(other) else {
      if !dialect.refusesOddComparisons, !(hasOrder && other.hasOrder) { return false }
      throw Fault(
        "template.comparison", "Không so sánh được \(kindName) với \(other.kindName).")
    }
    switch comparison {
    case .less: return order < 0
    case .lessEqual: return order <= 0
    case .more: return order > 0
    default: return order >= 0
    }
  }

  private var hasOrder: Bool {
    switch self {
    case .int, .double, .string, .safe, .day: true
    default: false
    }
  }

  private func contains(_ other: Value) -> Bool {
    switch self {
    case .string(let text), .safe(let text):
      return other.isTruthy && text.bytes.position(of: other.textBytes) != nil
    case .array(let items):
      switch other {
      case .blank, .empty: return false
      default: return other.isTruthy && items.contains { $0.equals(other) }
      }
    case .object(let object):
      return object.shape.names.contains(String(decoding: other.textBytes, as: UTF8.self))
    case .range(let range):
      if case .int(let int) = other { return int >= range.first && int <= range.last }
      return false
    default: return false
    }
  }
}
