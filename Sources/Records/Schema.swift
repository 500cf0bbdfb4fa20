/// One kind of file of the content folder: its fields, said once for reading and for its reference.
package struct Schema: Sendable {
  package enum Kind: Sendable, Hashable {
    /// A CSV table, a record in each row.
    case table
    /// A YAML file, one record.
    case yaml
    /// The head of a Markdown file, one record.
    case frontMatter
  }

  package let name: String
  /// What the file holds, in Vietnamese.
  package let title: String
  package let kind: Kind
  package let fields: [Field]
  /// The fields that together name a row; two rows with the same are an error.
  package let keyFields: [String]
  /// Made once here and shared by all files that the schema reads.
  let plan: FieldPlan

  package init(
    name: String, title: String, kind: Kind, fields: [Field], keyFields: [String] = []
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.fields = fields
    self.keyFields = keyFields
    plan = FieldPlan(schema: name, fields: fields)
  }
}

/// A column of a table or a key of a YAML mapping.
package struct Field: Sendable {
  package var id: String
  /// Other headings that mean this field, compared without case, marks and punctuation.
  package var aliases: [String]
  package var type: FieldType
  package var isRequired: Bool
  /// Several values: `;` between them in a cell, a list in YAML.
  package var isList: Bool
  /// What to fill in, in Vietnamese.
  package var help: String

  package init(
    id: String, aliases: [String] = [], type: FieldType = .text, isRequired: Bool = false,
    isList: Bool = false, help: String = ""
  ) {
    self.id = id
    self.aliases = aliases
    self.type = type
    self.isRequired = isRequired
    self.isList = isList
    self.help = help
  }
}

/// One of the values that a field may take.
package struct Choice: Sendable, Hashable {
  package var id: String
  /// Other spellings, compared as headings are.
  package var aliases: [String]

  package init(id: String, aliases: [String] = []) {
    self.id = id
    self.aliases = aliases
  }
}

/// What a field holds.
package indirect enum FieldType: Sendable {
  case text
  /// A name of `[a-z0-9-]` that addresses and other files use.
  case id
  case integer, number, date, partialDate, span
  /// A school term or year (học kỳ, năm học).
  case terms
  case bool
  case choice([Choice])
  /// The id of a record of another schema; whether it exists is not known here.
  case reference(String)
  case url
  /// A group of keys; YAML only.
  case mapping([Field])
  /// A list of such groups; YAML only.
  case mappings([Field])

  /// The name of the type for a person.
  package var title: String {
    switch self {
    case .text: "văn bản"
    case .id: "mã"
    case .integer: "số nguyên"
    case .number: "số"
    case .date: "ngày"
    case .partialDate: "mốc thời gian"
    case .span: "khoảng thời gian"
    case .terms: "học kỳ, năm học"
    case .bool: "có/không"
    case .choice: "một trong các giá trị"
    case .reference(let schema): "mã của \(schema)"
    case .url: "địa chỉ web"
    case .mapping: "nhóm"
    case .mappings: "danh sách nhóm"
    }
  }

  /// A right value, shown in messages and in the reference.
  package var example: String {
    switch self {
    case .text: ""
    case .id, .reference: "thpt-buon-ho"
    case .integer: "42"
    case .number: "79,63"
    case .date: "05/9/2024"
    case .partialDate: "tháng 12/2024"
    case .span: "05/9/2024 - 31/5/2025"
    case .terms: "HK I 2023-2024"
    case .bool: "có"
    case .choice(let choices): choices.first?.id ?? ""
    case .url: "https://example.edu.vn/"
    case .mapping, .mappings: ""
    }
  }
}
