/// A name in an object that templates see: what stands behind it and what it means.
package struct Member: Sendable {
  /// What a value is, as a template's author needs to know it.
  package indirect enum Kind: Sendable {
    case text, number, flag
    /// Text already in the form of the output, which is not escaped.
    case safe
    /// Shapes are asked for late, for they may form rings: a unit has units.
    case object(@Sendable () -> Shape)
    case list(Kind)
    /// Nothing is known of it.
    case any
  }

  package let kind: Kind
  /// A few words of Vietnamese; empty where nobody declared the name.
  package let meaning: String

  init(_ kind: Kind, _ meaning: String) {
    self.kind = kind
    self.meaning = meaning
  }

  package static func text(_ meaning: String) -> Member { Member(.text, meaning) }
  package static func number(_ meaning: String) -> Member { Member(.number, meaning) }
  package static func flag(_ meaning: String) -> Member { Member(.flag, meaning) }
  package static func safe(_ meaning: String) -> Member { Member(.safe, meaning) }
  package static func texts(_ meaning: String) -> Member { Member(.list(.text), meaning) }

  package static func object(
    _ meaning: String, _ shape: @autoclosure @escaping @Sendable () -> Shape
  ) -> Member {
    Member(.object(shape), meaning)
  }

  package static func list(
    _ meaning: String, of shape: @autoclosure @escaping @Sendable () -> Shape
  ) -> Member {
    Member(.list(.object(shape)), meaning)
  }
}

extension Member.Kind {
  /// The shape of this object, or of the items of this list.
  package var shape: Shape? {
    switch self {
    case .object(let shape): shape()
    case .list(let item): item.shape
    case .text, .number, .flag, .safe, .any: nil
    }
  }
}

/// The names that the templates of one kind see: of a page, or of a report.
package struct Vocabulary: Sendable {
  /// The template that the host renders.
  package let template: String
  /// What it makes, in a few words of Vietnamese.
  package let meaning: String
  package let globals: Shape
  /// The heading of the names that templates of its family share.
  package let family: String
  /// Whether what is printed must account for its numbers, so that a bare one is told of.
  package let tracesFigures: Bool

  package init(
    template: String, meaning: String, globals: Shape, family: String = "Mọi trang",
    tracesFigures: Bool = false
  ) {
    self.template = template
    self.meaning = meaning
    self.globals = globals
    self.family = family
    self.tracesFigures = tracesFigures
  }
}
