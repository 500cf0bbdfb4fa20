package import Diagnostics

/// A Vietnamese text that a template gives to the filter `t`.
package struct WordingUse: Sendable {
  package var key: String
  package var location: Location
  /// Names that the template gives for places in the text.
  package var parameters: [String]
}

extension TemplateReview {
  /// Every text that stands in a template to be worded, in the order of the templates.
  package var wordings: [WordingUse] {
    var found: [WordingUse] = []
    for template in templates {
      Lint.forEachChain(template) { chain in
        guard let key = chain.wordingKey, let filter = chain.filters.first else { return }
        found.append(
          WordingUse(
            key: key, location: template.source.location(filter.span),
            parameters: filter.named.map(\.0)))
      }
      // A part words what it is given: `caption | t`.
      template.nodes.walk { node in
        guard case .call(let call) = node, let name = call.literalName,
          let target = target(of: name, from: template)
        else { return }
        let worded = target.wordedNames
        for case (let name, .literal(.string(let text))) in call.arguments
        where worded.contains(name) {
          found.append(
            WordingUse(
              key: text.description, location: template.source.location(call.span),
              parameters: []))
        }
      }
    }
    return found
  }
}

extension ReadTemplate {
  /// The variables that the template words: `{{ caption | t }}`.
  fileprivate var wordedNames: Set<String> {
    var names: Set<String> = []
    Lint.forEachChain(self) { chain in
      if chain.filters.first?.name == WordingFilter.name, case .path(let path) = chain.value,
        path.segments.isEmpty
      {
        names.insert(path.root)
      }
    }
    return names
  }
}

extension Filtered {
  /// The text before a filter `t` that comes first.
  var wordingKey: String? {
    guard filters.first?.name == WordingFilter.name, case .literal(.string(let key)) = value else {
      return nil
    }
    return key.description
  }
}
