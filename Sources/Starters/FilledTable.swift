package import Records
import Vietnamese

/// A table with its rows, on its way into a workbook.
package struct FilledTable: Sendable {
  package let schema: Schema
  /// The fields that rows have cells for, in their order.
  let fields: [Field]
  let rows: [[String]]

  /// Columns that the schema does not know are left out.
  package init(_ table: Table, as schema: Schema) {
    let known = table.header.map { cell in
      schema.fields.first { field in
        ([field.id] + field.aliases).contains { Fold.heading($0) == Fold.heading(cell.text) }
      }
    }
    self.schema = schema
    fields = known.compactMap { $0 }
    rows = table.rows.map { row in
      zip(known, row.cells).compactMap { field, cell in field?.shown(cell.text) }
    }
  }

  /// The name of the sheet and of the table's file.
  var name: String { Tables.stem(of: schema) }

  /// What else the table may say; most people never need it.
  var spareFields: [Field] {
    schema.fields.filter { field in !fields.contains { $0.id == field.id } }
  }
}

extension Field {
  /// The word above the column: the first one that the reader takes and a clerk knows.
  var heading: String { aliases.first ?? id }

  var isNumber: Bool {
    switch type {
    case .integer, .number: true
    default: false
    }
  }

  /// The words to choose from; empty where anything may be written.
  var options: [String] {
    switch type {
    case .choice(let choices): choices.map { $0.aliases.first ?? $0.id }
    case .bool: ["có", "không"]
    default: []
    }
  }

  /// A value as the column offers it: ids of choices give way to the words for them.
  func shown(_ text: String) -> String {
    guard case .choice(let choices) = type else { return text }
    let parts = isList ? text.split(separator: ";").map { $0.drop { $0 == " " } } : [text[...]]
    return parts.map { part in
      choices.first { $0.id == part }?.aliases.first ?? String(part)
    }.joined(separator: "; ")
  }

  /// What a person who fills the column in should know.
  var remark: String {
    var lines = [help]
    if isRequired { lines.append("Bắt buộc.") }
    if isList { lines.append("Nhiều giá trị thì cách nhau bằng dấu chấm phẩy.") }
    if !options.isEmpty {
      lines.append("Chọn: \(options.joined(separator: ", ")).")
    } else if !type.example.isEmpty, !isReference {
      lines.append("Ví dụ: \(type.example)")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The name of the table whose ids the column holds.
  var reference: String? {
    guard case .reference(let name) = type else { return nil }
    return name
  }

  private var isReference: Bool { reference != nil || isID }

  private var isID: Bool {
    guard case .id = type else { return false }
    return true
  }
}
