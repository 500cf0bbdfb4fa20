package import Diagnostics
package import Vietnamese

/// A value and the place where it was written.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var location: Location

  package init(_ value: Value, at location: Location) {
    self.value = value
    self.location = location
  }

  package func map<Other: Sendable>(_ change: (Value) -> Other) -> Located<Other> {
    Located<Other>(change(value), at: location)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A row or a mapping read by its schema: values of the right type, absent ones nil.
///
/// A value that was wrong is absent here and told of in the bag. Asking for a field that the schema
/// does not have, or for another type, gives nil too.
package struct Record: Sendable {
  enum Value: Sendable {
    case text(String)
    case integer(Int)
    case number(VNNumber.Parsed)
    case date(PlainDate)
    indirect case partialDate(PartialDate)
    indirect case span(DateSpan)
    case term(SchoolTerm)
    case bool(Bool)
    case record(Record)
  }

  /// Where a value stands; a `Location` is made only for those who ask.
  enum Origin: Sendable {
    case cell(Table.Place)
    indirect case location(Location)

    var location: Location {
      switch self {
      case .cell(let place): place.location
      case .location(let location): location
      }
    }
  }

  struct Item: Sendable {
    var value: Value
    var origin: Origin
  }

  enum Slot: Sendable {
    case none
    case one(Item)
    case many([Item])

    init(_ items: [Item]) {
      self = items.isEmpty ? .none : .many(items)
    }

    var first: Item? {
      switch self {
      case .none: nil
      case .one(let item): item
      case .many(let items): items.first
      }
    }

    var all: [Item] {
      switch self {
      case .none: []
      case .one(let item): [item]
      case .many(let items): items
      }
    }

    var isEmpty: Bool { if case .none = self { true } else { false } }
  }

  /// Which place in `values` a field has; shared by all records of a file.
  final class Layout: Sendable {
    let schema: String
    let places: [String: Int]

    init(schema: String, fields: [Field]) {
      self.schema = schema
      var places: [String: Int] = [:]
      for (index, field) in fields.enumerated() { places[field.id] = index }
      self.places = places
    }
  }

  private let layout: Layout
  /// The row or mapping as a whole.
  package var location: Location { origin.location }
  private let origin: Origin
  private let values: [Slot]

  init(layout: Layout, origin: Origin, values: [Slot]) {
    self.layout = layout
    self.origin = origin
    self.values = values
  }

  /// The name of the schema that read it.
  package var schema: String { layout.schema }

  private func slot(_ id: String) -> Slot { layout.places[id].map { values[$0] } ?? .none }

  private func first<T: Sendable>(_ id: String, _ pick: (Value) -> T?) -> Located<T>? {
    guard let found = slot(id).first, let value = pick(found.value) else { return nil }
    return Located(value, at: found.origin.location)
  }

  private func every<T: Sendable>(_ id: String, _ pick: (Value) -> T?) -> [Located<T>] {
    slot(id).all.compactMap { found in
      pick(found.value).map { Located($0, at: found.origin.location) }
    }
  }

  /// True if the field has a value.
  package func contains(_ id: String) -> Bool { !slot(id).isEmpty }

  /// The place of a field's (first) value, or else of the record.
  package func location(of id: String) -> Location { slot(id).first?.origin.location ?? location }

  /// The text of a field of type text, id, choice (the choice's id), reference or url.
  package func text(_ id: String) -> Located<String>? { first(id, \.text) }

  /// All texts of a list, as `text` gives one.
  package func list(_ id: String) -> [Located<String>] { every(id, \.text) }

  package func integer(_ id: String) -> Located<Int>? {
    first(id) { if case .integer(let value) = $0 { value } else { nil } }
  }

  package func number(_ id: String) -> Located<VNNumber>? { parsedNumber(id)?.map(\.number) }

  /// The number and whether it was written with “%”.
  package func parsedNumber(_ id: String) -> Located<VNNumber.Parsed>? {
    first(id) { if case .number(let value) = $0 { value } else { nil } }
  }

  package func numbers(_ id: String) -> [Located<VNNumber>] {
    every(id) { if case .number(let value) = $0 { value.number } else { nil } }
  }

  package func date(_ id: String) -> Located<PlainDate>? {
    first(id) { if case .date(let value) = $0 { value } else { nil } }
  }

  package func dates(_ id: String) -> [Located<PlainDate>] {
    every(id) { if case .date(let value) = $0 { value } else { nil } }
  }

  package func partialDate(_ id: String) -> Located<PartialDate>? {
    first(id) { if case .partialDate(let value) = $0 { value } else { nil } }
  }

  package func span(_ id: String) -> Located<DateSpan>? {
    first(id) { if case .span(let value) = $0 { value } else { nil } }
  }

  package func term(_ id: String) -> Located<SchoolTerm>? {
    first(id) { if case .term(let value) = $0 { value } else { nil } }
  }

  package func terms(_ id: String) -> [Located<SchoolTerm>] {
    every(id) { if case .term(let value) = $0 { value } else { nil } }
  }

  package func bool(_ id: String) -> Located<Bool>? {
    first(id) { if case .bool(let value) = $0 { value } else { nil } }
  }

  /// The group of keys of a field of type mapping.
  package func record(_ id: String) -> Record? { records(id).first }

  /// The groups of a field of type mappings.
  package func records(_ id: String) -> [Record] {
    slot(id).all.compactMap { if case .record(let value) = $0.value { value } else { nil } }
  }

  /// What two records must not share, as one text; nil if all key fields are absent.
  func key(_ fields: [Int]) -> String? {
    var key = ""
    var isEmpty = true
    for (index, field) in fields.enumerated() {
      if index > 0 { key += "\u{1F}" }
      switch values[field] {
      case .none: continue
      case .one(let item): key += item.value.key
      case .many(let items): key += items.map(\.value.key).joined(separator: ";")
      }
      isEmpty = false
    }
    return isEmpty ? nil : key
  }
}

extension Record.Value {
  fileprivate var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The value as one text that is the same for the same value.
  fileprivate var key: String {
    switch self {
    case .text(let text): text
    case .integer(let value): String(value)
    case .number(let parsed): parsed.number.text
    case .date(let date): date.iso
    case .partialDate(let date): date.text
    case .span(let span): span.iso
    case .term(let term): term.id
    case .bool(let value): value ? "1" : "0"
    case .record: ""
    }
  }
}
