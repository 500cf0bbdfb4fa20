package import Diagnostics
package import Templating

/// The pages of the site in one language (cây trang): where its pages lie and how they speak.
///
/// The first language has the root; another has a folder with the same paths below it.
package struct PageTree: Sendable {
  package let strings: Strings
  /// What stands before each of its paths: `en/`, or nothing.
  let folder: String

  var language: Language { strings.language }

  /// The code for `lang` and `hreflang`.
  var code: String { language.rawValue }

  package static let vietnamese = PageTree(strings: .vietnamese, folder: "")

  /// The trees of a site, that at its root first.
  static func all(of languages: [Strings]) -> [PageTree] {
    languages.enumerated().map { place, strings in
      PageTree(strings: strings, folder: place == 0 ? "" : "\(strings.language.rawValue)/")
    }
  }

  /// The path of one of its pages without its folder.
  func local(_ path: String) -> String {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// Whether each language has its own file at the path: pages, and not what pages share.
  static func isOwn(_ path: String) -> Bool {
    path == Address.home || path.hasSuffix("/" + Address.home)
  }
}

extension Language {
  /// What its speakers call it.
  package var ownName: String {
    switch self {
    case .vietnamese: "Tiếng Việt"
    case .english: "English"
    }
  }

  /// For `og:locale`.
  package var locale: String {
    switch self {
    case .vietnamese: "vi_VN"
    case .english: "en_US"
    }
  }
}
