package import Vietnamese

/// What a template can see: a closed set, so that a template can never reach code of the host.
package enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  /// Text that is escaped when it is written.
  case string(Str)
  /// Text that is already in the form of the output.
  case safe(Str)
  case array([Value])
  case object(ObjectValue)
  case range(RangeValue)
  case day(CivilDate)
  /// The words `blank` and `empty` of the language.
  case blank, empty

  package static func text(_ text: String) -> Value { .string(Str(text)) }
  package static func text(_ bytes: [UInt8]) -> Value { .string(Str(bytes)) }
  package static func html(_ text: String) -> Value { .safe(Str(text)) }
  package static func html(_ bytes: [UInt8]) -> Value { .safe(Str(bytes)) }
  package static func list(_ items: [Value]) -> Value { .array(items) }

  /// Text, or null where there is none.
  package static func text(_ text: String?) -> Value { text.map { .string(Str($0)) } ?? .null }

  package static func record(_ pairs: KeyValuePairs<String, Value>) -> Value {
    .object(ObjectValue(Shape(pairs.map(\.key)), pairs.map(\.value)))
  }

  package static func record(_ pairs: [(String, Value)]) -> Value {
    .object(ObjectValue(Shape(pairs.map(\.0)), pairs.map(\.1)))
  }

  /// A record whose shape is shared with others of its kind.
  package static func record(_ shape: Shape, _ values: [Value]) -> Value {
    .object(ObjectValue(shape, values))
  }

  /// A map with free keys: a missing key is null, not an error.
  package static func map(_ pairs: [(String, Value)]) -> Value {
    .object(ObjectValue(Shape(pairs.map(\.0)), pairs.map(\.1), open: true))
  }

  /// An object of the model, asked for a member only when a template asks for it.
  ///
  /// `get` is called for the listed names only and may answer null; every other name is an error.
  package static func lazy(
    _ names: [String], _ get: @escaping @Sendable (String) -> Value
  ) -> Value {
    .object(ObjectValue(Shape(names), get: get))
  }

  package static func lazy(
    _ shape: Shape, _ get: @escaping @Sendable (String) -> Value
  ) -> Value {
    .object(ObjectValue(shape, get: get))
  }
}

/// A lazy range of whole numbers, both ends included; empty if `first > last`.
package final class RangeValue: Sendable {
  package let first: Int
  package let last: Int

  package init(_ first: Int, _ last: Int) {
    self.first = first
    self.last = last
  }

  /// Number of its members, or nil if that is beyond an `Int`.
  var count: Int? {
    if first > last { return 0 }
    let (distance, over) = last.subtractingReportingOverflow(first)
    if over { return nil }
    let (count, again) = distance.addingReportingOverflow(1)
    return again ? nil : count
  }
}

/// A calendar day as templates hold it, small enough to lie within a `Value`.
package struct CivilDate: Sendable, Hashable, Comparable {
  package let year: Int32
  package let month: UInt8
  package let day: UInt8

  package init(year: Int32, month: UInt8, day: UInt8) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension Value {
  /// A calendar day.
  package static func date(_ date: PlainDate) -> Value { .day(CivilDate(date)) }

  package static func date(_ date: PlainDate?) -> Value {
    date.map { .day(CivilDate($0)) } ?? .null
  }
}

extension CivilDate {
  package init(_ date: PlainDate) {
    self.init(
      year: Int32(clamping: date.year), month: UInt8(clamping: date.month),
      day: UInt8(clamping: date.day))
  }

  var plain: PlainDate? { PlainDate(year: Int(year), month: Int(month), day: Int(day)) }
}
