import Vietnamese

/// The fields of a schema, or of a group in it, made ready for reading: names folded once.
///
/// Ten thousand stories have one front matter schema; folding its headings for each of them would
/// cost more than reading their values.
final class FieldPlan: Sendable {
  let fields: [Field]
  let layout: Record.Layout
  let readers: [ValueReader]
  /// The plans of the groups, at the places of their fields.
  let groups: [FieldPlan?]
  /// Places by id as it is written.
  private let ids: [String: Int]
  /// Places by folded id or alias.
  private let headings: [String: Int]

  init(schema: String, fields: [Field]) {
    self.fields = fields
    layout = Record.Layout(schema: schema, fields: fields)
    readers = fields.map(ValueReader.init)
    groups = fields.map { field in
      switch field.type {
      case .mapping(let inner), .mappings(let inner): FieldPlan(schema: schema, fields: inner)
      default: nil
      }
    }
    var headings: [String: Int] = [:]
    var ids: [String: Int] = [:]
    for (index, field) in fields.enumerated() {
      for name in [field.id] + field.aliases where headings[Fold.heading(name)] == nil {
        headings[Fold.heading(name)] = index
      }
      ids[field.id] = headings[Fold.heading(field.id)]
    }
    self.headings = headings
    self.ids = ids
  }

  /// The place of the field that a heading or key means; nil if it means none.
  func place(of heading: String) -> Int? { ids[heading] ?? headings[Fold.heading(heading)] }
}
