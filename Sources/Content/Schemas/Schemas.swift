package import Records

/// Every table and front matter of the content folder, described once.
///
/// Reading, messages, `neuguong schema` and the reference in README all come from here.
package enum Schemas {
  package static let all: [Schema] = [
    site, units, parents, clusters, memberships, people, consents, documents, indicators, campaign,
    targets, results, unitResults, registrations, awards, unitAwards, exemplars, steps, followers,
    inspections, submissions, events, criteria, scores, rules, waivers, synonyms, story,
    translation, page, about, narrative,
  ]

  static func field(
    _ id: String, _ alias: String, _ type: FieldType, required: Bool = false,
    list: Bool = false, _ help: String
  ) -> Field {
    Field(
      id: id, aliases: alias.isEmpty ? [] : [alias], type: type, isRequired: required,
      isList: list, help: help)
  }

  /// A field of plain text.
  static func field(
    _ id: String, _ alias: String, required: Bool = false, list: Bool = false, _ help: String
  ) -> Field {
    field(id, alias, .text, required: required, list: list, help)
  }

  /// The choices of an enum of the domain, with their Vietnamese titles as other spellings.
  static func choices<E: RawRepresentable & CaseIterable>(
    _ type: E.Type, _ title: (E) -> String
  ) -> FieldType where E.RawValue == String {
    .choice(E.allCases.map { Choice(id: $0.rawValue, aliases: [title($0)]) })
  }

  static let sample = field(
    "sample", "Minh họa", .bool, "“có” nếu là dữ liệu minh họa, không có thật.")
  static let note = field("note", "Ghi chú", "Ghi chú nội bộ hoặc lời giải thích thêm.")
}
