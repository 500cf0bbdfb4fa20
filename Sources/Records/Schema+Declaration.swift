import Vietnamese

extension Schema {
  /// What is wrong with the declaration itself, in English; empty for a sound schema.
  ///
  /// For the tests of whoever declares schemas: a heading that means two fields, or a key that is
  /// no field, would otherwise show only in somebody's table.
  package var declarationProblems: [String] {
    var problems = Schema.problems(of: fields, in: name, isTable: kind == .table)
    for key in keyFields {
      guard let field = fields.first(where: { $0.id == key }) else {
        problems.append("\(name): key field “\(key)” is no field")
        continue
      }
      if field.isList { problems.append("\(name): key field “\(key)” is a list") }
    }
    return problems
  }

  private static func problems(of fields: [Field], in path: String, isTable: Bool) -> [String] {
    var problems: [String] = []
    var owners: [String: String] = [:]
    for field in fields {
      let place = "\(path).\(field.id)"
      for name in [field.id] + field.aliases {
        let key = Fold.heading(name)
        if key.isEmpty { problems.append("\(place): “\(name)” folds to nothing") }
        if let owner = owners[key], owner != field.id {
          problems.append("\(place): “\(name)” means “\(owner)” too")
        }
        owners[key] = field.id
      }
      switch field.type {
      case .choice(let choices):
        var meanings: [String: String] = [:]
        for choice in choices {
          for name in [choice.id] + choice.aliases {
            if let other = meanings[Fold.heading(name)], other != choice.id {
              problems.append("\(place): choice “\(name)” means “\(other)” too")
            }
            meanings[Fold.heading(name)] = choice.id
          }
        }
        if choices.isEmpty { problems.append("\(place): no choices") }
      case .mapping(let inner), .mappings(let inner):
        if isTable { problems.append("\(place): a table holds no groups") }
        problems += Schema.problems(of: inner, in: place, isTable: false)
      default: continue
      }
    }
    return problems
  }
}
