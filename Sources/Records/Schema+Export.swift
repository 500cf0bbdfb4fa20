import Diagnostics

extension Schema {
  /// The schema as JSON Schema 2020-12, for editors and other programs; the same text every time.
  ///
  /// A table is described by the object of one row, with ids for keys.
  package func jsonSchema() -> String {
    var json = JSONOutline()
    json.open("{")
    json.pair("$schema", "https://json-schema.org/draft/2020-12/schema")
    json.pair("title", title)
    json.pair("description", name)
    Schema.object(fields, into: &json)
    json.close("}")
    return json.text + "\n"
  }

  private static func object(_ fields: [Field], into json: inout JSONOutline) {
    json.pair("type", "object")
    json.raw("additionalProperties", "false")
    let required = fields.filter(\.isRequired).map { JSONText.quoted($0.id) }
    if !required.isEmpty { json.raw("required", "[\(required.joined(separator: ", "))]") }
    json.open("{", key: "properties")
    for field in fields {
      json.open("{", key: field.id)
      if let title = field.aliases.first { json.pair("title", title) }
      if !field.help.isEmpty { json.pair("description", field.help) }
      switch field.type {
      case .mapping(let inner): object(inner, into: &json)
      case .mappings(let inner):
        json.pair("type", "array")
        json.open("{", key: "items")
        object(inner, into: &json)
        json.close("}")
      default:
        if field.isList {
          json.pair("type", "array")
          json.open("{", key: "items")
          value(field.type, into: &json)
          json.close("}")
        } else {
          value(field.type, into: &json)
        }
      }
      json.close("}")
    }
    json.close("}")
  }

  private static func value(_ type: FieldType, into json: inout JSONOutline) {
    switch type {
    case .choice(let choices):
      let names = choices.flatMap { [$0.id] + $0.aliases }.map(JSONText.quoted)
      json.raw("enum", "[\(names.joined(separator: ", "))]")
      return
    case .integer: json.raw("type", "[\"integer\", \"string\"]")
    case .number: json.raw("type", "[\"number\", \"string\"]")
    case .bool: json.raw("type", "[\"boolean\", \"string\"]")
    case .partialDate, .span: json.raw("type", "[\"string\", \"integer\"]")
    case .id, .reference:
      json.pair("type", "string")
      json.pair("pattern", "^[a-z0-9-]+$")
    default: json.pair("type", "string")
    }
    if !type.example.isEmpty {
      json.raw("examples", "[\(JSONText.quoted(type.example))]")
    }
  }

  /// The schema as a Markdown table in Vietnamese, with one table more for each group of keys.
  package func markdownReference() -> String {
    var text = "### \(title)\n\n`\(name)`"
    switch kind {
    case .table: text += ": bảng CSV, mỗi dòng một bản ghi."
    case .yaml: text += ": tệp YAML."
    case .frontMatter: text += ": phần khai báo (YAML) ở đầu tệp Markdown."
    }
    if !keyFields.isEmpty {
      let keys = keyFields.map { "`\($0)`" }.joined(separator: " + ")
      text += " Không có hai dòng cùng \(keys)."
    }
    text += "\n\n"
    Schema.reference(fields, isTable: kind == .table, path: "", into: &text)
    return text
  }

  private static func reference(
    _ fields: [Field], isTable: Bool, path: String, into text: inout String
  ) {
    text += isTable ? "| Cột | Tên tiếng Việt |" : "| Khóa | Tên khác |"
    text += " Kiểu | Bắt buộc | Ví dụ | Giải thích |\n|---|---|---|---|---|---|\n"
    for field in fields {
      var type = field.type.title
      var help = field.help
      if case .choice(let choices) = field.type {
        let names = choices.map { choice in
          choice.aliases.first.map { "`\(choice.id)` (\($0))" } ?? "`\(choice.id)`"
        }
        help += (help.isEmpty ? "" : " ") + "Giá trị: " + names.joined(separator: ", ") + "."
      }
      if field.isList { type += isTable ? ", nhiều giá trị cách nhau bằng `;`" : ", danh sách" }
      let example = field.type.example.isEmpty ? "" : "`\(field.type.example)`"
      let cells = [
        "`\(field.id)`", field.aliases.joined(separator: ", "), type,
        field.isRequired ? "có" : "", example, help,
      ]
      text += "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
    }
    for field in fields {
      switch field.type {
      case .mapping(let inner), .mappings(let inner):
        let name = path.isEmpty ? field.id : "\(path).\(field.id)"
        text += "\nCác khóa của `\(name)`:\n\n"
        reference(inner, isTable: false, path: name, into: &text)
      default: continue
      }
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|": result += "\\|"
      case "<": result += "&lt;"
      case "\n", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}

/// Indented JSON, written in order.
private struct JSONOutline {
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  private mutating func begin(_ key: String?) {
    if depth > 0 { text += isFirst ? "\n" : ",\n" }
    text += String(repeating: "  ", count: depth)
    if let key { text += JSONText.quoted(key) + ": " }
    isFirst = false
  }

  mutating func open(_ bracket: String, key: String? = nil) {
    begin(key)
    text += bracket
    depth += 1
    isFirst = true
  }

  mutating func close(_ bracket: String) {
    depth -= 1
    text += isFirst ? "" : "\n" + String(repeating: "  ", count: depth)
    text += bracket
    isFirst = false
  }

  mutating func pair(_ key: String, _ value: String) { raw(key, JSONText.quoted(value)) }

  mutating func raw(_ key: String, _ value: String) {
    begin(key)
    text += value
  }
}
