import Content
import Records
import Vietnamese

/// A table of the content folder that a sheet can become, with every heading that means its fields.
struct TableKind: Sendable {
  /// Where the table stands: at the root, in the folder of a campaign or in that of a unit.
  enum Scope: Sendable { case root, campaign, unit }

  /// As the file is called, without its ending.
  let name: String
  let schema: Schema
  let scope: Scope
  /// Fields by folded heading.
  private let headings: [String: String]

  init(_ schema: Schema) {
    self.schema = schema
    let parts = schema.name.split(separator: "/").map(String.init)
    name = String((parts.last ?? schema.name).split(separator: ".").first ?? "")
    scope = parts.first == "campaigns" ? .campaign : parts.count > 1 ? .unit : .root
    var headings: [String: String] = [:]
    for field in schema.fields {
      for text in [field.id] + field.aliases { headings[Fold.heading(text)] = field.id }
    }
    for field in schema.fields {
      for text in OfficeHeadings.spellings(of: field.id, in: name)
      where headings[Fold.heading(text)] == nil {
        headings[Fold.heading(text)] = field.id
      }
    }
    self.headings = headings
  }

  /// All that a sheet may be, those of the root and of campaigns.
  static let all: [TableKind] = kinds.filter { $0.scope != .unit }
  static let ofUnits: [TableKind] = kinds.filter { $0.scope == .unit }

  private static let kinds: [TableKind] = {
    let names: Set<String> = [
      "units", "clusters", "people", "documents", "targets", "results", "registrations", "awards",
      "exemplars", "steps", "followers", "inspections", "submissions", "events",
    ]
    return Schemas.all.filter { $0.kind == .table }.map(TableKind.init)
      .filter { names.contains($0.name) }
  }()

  /// The field that a heading means; nil for none.
  func field(_ heading: String) -> String? { headings[Fold.heading(heading)] }

  func declaration(of field: String) -> Field? { schema.fields.first { $0.id == field } }

  /// All spellings, for suggestions.
  var spellings: [String] { schema.fields.flatMap { $0.aliases + [$0.id] } }

  /// Words that a message calls the table by: “Đăng ký thi đua (registrations)”.
  var title: String { "\(schema.title) (\(name))" }

  /// Its place in the content folder.
  func path(campaign: String?, unit: String?) -> String {
    let id = scope == .campaign ? campaign : unit
    return schema.name.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0 == "<id>" ? id ?? "" : String($0) }.joined(separator: "/")
  }
}
