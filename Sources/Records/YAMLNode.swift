package import Diagnostics

/// A YAML value with the place where it stands; aliases are already put in place.
package indirect enum YAMLNode: Sendable, Hashable {
  package struct Scalar: Sendable, Hashable {
    package var text: String
    package var location: Location
    /// Quoted or a block (`|`, `>`): always a text, never empty by itself.
    package var isQuoted: Bool

    package init(text: String, location: Location, isQuoted: Bool = false) {
      self.text = text
      self.location = location
      self.isQuoted = isQuoted
    }
  }

  package struct Entry: Sendable, Hashable {
    package var key: Scalar
    package var value: YAMLNode

    package init(key: Scalar, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  case scalar(Scalar)
  case sequence([YAMLNode], Location)
  case mapping([Entry], Location)

  package var location: Location {
    switch self {
    case .scalar(let scalar): scalar.location
    case .sequence(_, let location), .mapping(_, let location): location
    }
  }

  /// The value of a key; nil if this is no mapping or has no such key.
  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries, _) = self else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let scalar) = self { return scalar.text }
    return nil
  }
}
