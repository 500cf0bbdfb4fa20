import Content
import Diagnostics
import Records
import Terminal

/// `schema`: the format of every file, from the declarations that the reader itself uses.
enum SchemaCommand {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    var schemas = Schemas.all
    if let name = arguments.positional {
      schemas = schemas.filter { $0.name == name }
      if schemas.isEmpty {
        throw Stop(
          exit: .usage,
          text: "Không có định dạng “\(name)”. "
            + (Suggestion.question(for: name, among: Schemas.all.map(\.name))
              ?? "Có: " + Schemas.all.map(\.name).joined(separator: ", ")))
      }
    }
    if arguments.has("json") {
      let parts = schemas.map { "\(JSONText.quoted($0.name)): \($0.jsonSchema())" }
      Console.out(
        parts.count == 1 && arguments.positional != nil
          ? (schemas.first?.jsonSchema() ?? "") + "\n" : "{\(parts.joined(separator: ",\n"))}\n")
    } else {
      Console.out(schemas.map { $0.markdownReference() }.joined(separator: "\n"))
    }
    return .fine
  }
}
