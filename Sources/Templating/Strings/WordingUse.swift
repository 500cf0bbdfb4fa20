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
        guard case .call(let call) = node else { return }
        for case (_, .literal(.string(let text))) in call.arguments {
          let key = text.description
          guard key.utf8.contains(where: { $0 >= 0x80 }) else { continue }
          found.append(
            WordingUse(
              key: key, location: template.source.location(call.span), parameters: []))
        }
      }
    }
    return found
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
