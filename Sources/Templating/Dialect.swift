/// How a template is read: one engine, two dialects.
package enum Dialect: String, Sendable, CaseIterable {
  /// Liquid as Shopify's own implementation has it, for tests of conformance.
  case plain
  /// Liquid with escaping, blocks and fuller expressions: the language of our templates.
  case extended

  /// Whether `not`, `in`, parentheses, `a if b else c` and lists in brackets are understood, and
  /// `and` binds tighter than `or`.
  var hasFullExpressions: Bool { self == .extended }

  /// Whether outputs are escaped for their kind and lines of tags are trimmed.
  var mindsKinds: Bool { self == .extended }

  func knows(_ tag: Tag) -> Bool { self == .extended || !tag.isExtension }

  /// Whether the name of a partial, an unknown filter and the like are checked for parts of a
  /// template that may never run; Liquid finds out when it gets there.
  var checksAhead: Bool { self == .extended }

  /// Whether records and lists are written as Ruby would show them.
  var printsAsRuby: Bool { self == .plain }
}
