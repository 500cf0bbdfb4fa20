/// A language that the program speaks to its user.
package enum Language: String, Sendable, Hashable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}

/// The same words in each language of the program.
package struct Phrase: Sendable, Hashable {
  package let vietnamese: String
  package let english: String

  package init(_ vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  package func text(in language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }
}
