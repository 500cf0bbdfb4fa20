/// What may follow an option or stand as a word of a verb.
///
/// Parsing checks what can be checked by the word alone; help shows the placeholder, and shells
/// offer what fits. A value of which nothing is known is written as its placeholder alone.
package struct Value: Sendable, ExpressibleByStringLiteral {
  package enum Kind: Sendable {
    /// Anything; the words are some that a shell may offer.
    case free(offers: @Sendable () -> [String])
    case folder
    /// A file whose name ends in one of these, without the dot; in anything if there are none.
    case file(suffixes: [String])
    case date
    case number(ClosedRange<Int>)
    /// One of these and no other.
    case word([String])
    /// One or more of these, commas between.
    case words([String])
  }

  /// What stands for it in help: `THƯ MỤC`.
  package let placeholder: String
  package let kind: Kind

  private init(_ placeholder: String, _ kind: Kind) {
    self.placeholder = placeholder
    self.kind = kind
  }

  package init(stringLiteral placeholder: String) {
    self.init(placeholder, .free { [] })
  }

  package static func free(
    _ placeholder: String, offers: @escaping @Sendable () -> [String]
  ) -> Value {
    Value(placeholder, .free(offers: offers))
  }

  package static func folder(_ placeholder: String = "THƯ MỤC") -> Value {
    Value(placeholder, .folder)
  }

  package static func file(_ placeholder: String = "TỆP", of suffixes: [String] = []) -> Value {
    Value(placeholder, .file(suffixes: suffixes))
  }

  package static let date = Value("NGÀY", .date)

  package static func number(_ range: ClosedRange<Int>) -> Value { Value("SỐ", .number(range)) }

  package static func word(_ words: [String]) -> Value {
    Value(words.joined(separator: "|"), .word(words))
  }

  package static func words(_ words: [String]) -> Value {
    Value(words.joined(separator: ","), .words(words))
  }

  /// One of the cases, by its raw value.
  package static func word<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) -> Value {
    word(type.allCases.map(\.rawValue))
  }

  /// Several of the cases, by their raw values.
  package static func words<T: CaseIterable & RawRepresentable<String>>(_ type: T.Type) -> Value {
    words(type.allCases.map(\.rawValue))
  }
}
