/// How a template is read: one engine, and plain Liquid as well as our own.
package enum Dialect: String, Sendable, CaseIterable {
  /// Liquid as Shopify's own implementation has it, for tests of conformance.
  case plain
  /// The same without what its strictest mode no longer lets pass.
  case strictest
  /// Liquid with escaping, blocks and fuller expressions: the language of our templates.
  case extended

  /// Whether `not`, `in`, parentheses, `a if b else c` and lists in brackets are understood, and
  /// `and` binds tighter than `or`.
  var hasFullExpressions: Bool { self == .extended }

  /// Whether outputs are escaped for their kind and lines of tags are trimmed.
  var mindsKinds: Bool { self == .extended }

  /// Whether unknown filters, and templates that are not there, are found before they are needed.
  var checksAhead: Bool { self == .extended }

  /// Whether there are filters beyond the standard ones.
  var knowsAllFilters: Bool { self == .extended }

  /// Whether a filter's colon and commas may have nothing behind them.
  var allowsEmptyArguments: Bool { self != .extended }

  /// Whether filters take `a.b` for a member of a member.
  var readsDottedNames: Bool { self == .extended }

  /// Whether the options of a loop may stand in any order.
  var ordersFreely: Bool { self == .extended }

  /// Whether names in brackets, names of digits and what follows a `when` are let pass.
  var isIndulgent: Bool { self == .plain }

  /// Whether a list may hold what has no members, such as null, and still be searched.
  var skipsOddItems: Bool { self == .extended }

  /// Whether `include 'card'` fills `card` with the variable of that name, for each of its items.
  var includesTakeNamesakes: Bool { self != .extended }

  /// Whether asking which of two lists is the larger is a mistake, and not just false.
  var refusesOddComparisons: Bool { self == .extended }

  /// Whether a record is written as Ruby shows it, and not as JSON.
  var showsRecordsAsRuby: Bool { self != .extended }

  /// Whether `self` stands for all variables.
  var hasSelf: Bool { self != .extended }

  /// Whether a whole number has a size, that of its memory, as in Ruby.
  var countsBytesOfIntegers: Bool { self != .extended }

  func knows(_ tag: Tag) -> Bool { self == .extended || !tag.isExtension }
}
