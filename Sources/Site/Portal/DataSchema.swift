/// Writes the JSON Schema (draft 2020-12) of declared objects.
struct DataSchema {
  let title: String
  let meaning: String
  /// Kinds of files; each file is of exactly one.
  let roots: [DataObject]

  func value(id: String?) -> JSONOutput {
    var defined: [DataObject] = []
    for root in roots { Self.collect(root, into: &defined) }
    var members: [(String, JSONOutput?)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema"))
    ]
    if let id { members.append(("$id", .text(id))) }
    members += [
      ("title", .text(title)), ("description", .text(meaning)),
      ("oneOf", .list(roots.map(Self.reference))),
      ("$defs", .object(defined.map { ($0.name, Self.object($0)) })),
    ]
    return .object(members)
  }

  private static func collect(_ object: DataObject, into found: inout [DataObject]) {
    if found.contains(where: { $0.name == object.name }) { return }
    found.append(object)
    for member in object.members {
      var type = member.type
      while case .list(let inner) = type { type = inner }
      if case .object(let inner) = type { collect(inner, into: &found) }
    }
  }

  private static func reference(_ object: DataObject) -> JSONOutput {
    .object([("$ref", .text("#/$defs/\(object.name)"))])
  }

  private static func object(_ object: DataObject) -> JSONOutput {
    .object([
      ("type", .text("object")), ("description", .text(object.meaning)),
      ("required", .list(object.members.map { .text($0.name) })),
      ("additionalProperties", .flag(false)),
      ("properties", .object(object.members.map { ($0.name, member($0)) })),
    ])
  }

  private static func member(_ member: DataObject.Member) -> JSONOutput {
    let meaning: (String, JSONOutput?) = ("description", .text(member.meaning))
    guard member.canBeNull else { return .object([meaning] + keywords(member.type)) }
    let null = JSONOutput.object([("type", .text("null"))])
    return .object([meaning, ("anyOf", .list([.object(keywords(member.type)), null]))])
  }

  private static func keywords(_ type: DataType) -> [(String, JSONOutput?)] {
    switch type {
    case .text(let format):
      [("type", .text("string"))] + (format.map { [("format", .text($0))] } ?? [])
    case .choice(let words):
      [("type", .text("string")), ("enum", .list(words.map(JSONOutput.text)))]
    case .count: [("type", .text("integer")), ("minimum", .number(0))]
    case .number: [("type", .text("number"))]
    case .flag: [("type", .text("boolean"))]
    case .object(let object): [("$ref", .text("#/$defs/\(object.name)"))]
    case .list(let item):
      [("type", .text("array")), ("items", .object(keywords(item)))]
    }
  }
}
