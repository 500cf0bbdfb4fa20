import Campaigns
import Diagnostics
import Templating

/// A text that is planned once and said on pages of each language: titles of lists, labels.
struct Phrase: Sendable, ExpressibleByStringLiteral {
  /// What stands in a place of the text.
  enum Part: Sendable {
    case text(String)
    /// The title of a kind of thing, in lower case as within a sentence.
    case said(String)
    /// The same as it is.
    case title(String)
    case unit(Unit)
    /// By its short name.
    case shortly(Unit)
    case campaign(id: String, title: String)
    case phrase(Phrase)
  }

  /// The text as Vietnamese pages have it.
  let vietnamese: String
  private let key: String
  private let parts: [(name: String, part: Part)]

  init(_ key: String, _ parts: (name: String, part: Part)...) {
    self.key = key
    self.parts = parts
    vietnamese = parts.isEmpty ? key : Self.fill(key, parts, in: .vietnamese, nil)
  }

  init(stringLiteral key: String) { self.init(key) }

  /// The name of a campaign alone.
  static func title(ofCampaign id: String, _ title: String) -> Phrase {
    Phrase("{title}", ("title", .campaign(id: id, title: title)))
  }

  func text(in tree: PageTree, _ directory: Directory) -> String {
    tree.language == .vietnamese
      ? vietnamese : Self.fill(key, parts, in: tree, directory)
  }

  private static func fill(
    _ key: String, _ parts: [(name: String, part: Part)], in tree: PageTree,
    _ directory: Directory?
  ) -> String {
    tree.strings.say(
      key,
      parts.map { name, part in
        switch part {
        case .text(let text): (name, text)
        case .said(let title): (name, tree.strings.say(title).lowercased())
        case .title(let title): (name, tree.strings.say(title))
        case .phrase(let phrase):
          (name, directory.map { phrase.text(in: tree, $0) } ?? phrase.vietnamese)
        case .unit(let unit): (name, tree.name(of: unit))
        case .shortly(let unit): (name, tree.shortName(of: unit) ?? tree.name(of: unit))
        case .campaign(let id, let title):
          (name, directory.flatMap { tree.title(ofCampaign: id, in: $0) } ?? title)
        }
      })
  }
}
