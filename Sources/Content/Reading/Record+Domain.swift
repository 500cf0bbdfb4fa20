import Campaigns
import Diagnostics
import Records
import Vietnamese

extension Record {
  func string(_ id: String) -> String? { text(id)?.value }
  func strings(_ id: String) -> [String] { list(id).map(\.value) }
  func day(_ id: String) -> PlainDate? { date(id)?.value }
  func flag(_ id: String) -> Bool? { bool(id)?.value }
  func value(_ id: String) -> VNNumber? { number(id)?.value }

  /// A choice as the domain's own type; the schema has already refused all other words.
  func choice<E: RawRepresentable>(_ id: String, as type: E.Type = E.self) -> E?
  where E.RawValue == String {
    text(id).flatMap { E(rawValue: $0.value) }
  }
}

extension Findings {
  /// The id in a field, remembered as a reference to be resolved when all files are read.
  mutating func id(_ kind: ReferenceKind, _ field: String, of record: Record) -> String? {
    guard let found = record.text(field) else { return nil }
    refer(kind, found.value, at: found.location)
    return found.value
  }

  mutating func ids(_ kind: ReferenceKind, _ field: String, of record: Record) -> [String] {
    record.list(field).map { found in
      refer(kind, found.value, at: found.location)
      return found.value
    }
  }

  /// A person shown in public, whose consent is checked.
  mutating func publicPerson(
    _ field: String, as use: Consent.DataClass, of record: Record
  ) -> String? {
    guard let found = record.text(field) else { return nil }
    refer(.person, found.value, at: found.location)
    named.append(NamedPerson(id: found.value, use: use, location: found.location))
    return found.value
  }

  mutating func publicPeople(
    _ field: String, as use: Consent.DataClass, of record: Record
  ) -> [String] {
    record.list(field).map { found in
      refer(.person, found.value, at: found.location)
      named.append(NamedPerson(id: found.value, use: use, location: found.location))
      return found.value
    }
  }

  /// The period in a field; a text that is none is told of.
  mutating func period(_ field: String, of record: Record) -> Period? {
    guard let found = record.text(field) else { return nil }
    if let period = Period.parse(found.value) { return period }
    bag.error(
      "schema.type", at: found.location, "Kỳ “\(found.value)” không đọc được.",
      help: "Ghi năm (2024), giai đoạn (2021-2025) hoặc học kỳ, năm học (HK I 2023-2024).")
    return nil
  }
}
