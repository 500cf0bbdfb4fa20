import Campaigns
package import Diagnostics
import Templating

extension SitePlan {
  /// The same page in each language in which its text is, itself among them.
  ///
  /// Empty where there is nothing to choose: a site of one language, a text without translation.
  package func alternates(of page: PlannedPage) -> [(language: Language, path: String)] {
    guard trees.count > 1, isInEveryLanguage(page) else { return [] }
    let local = page.localPath
    return trees.map { ($0.language, $0.folder + local) }
  }

  private func isInEveryLanguage(_ page: PlannedPage) -> Bool {
    switch page.kind {
    case .missing, .moved, .free, .embed, .embedFragment, .embedGuide, .data,
      .dataSchema:
      false
    case .story(let place):
      trees.allSatisfy {
        $0.language == .vietnamese || model.stories[place].translation($0.language) != nil
      }
    default: true
    }
  }

  /// Where search engines are to look: for a text that is not translated, at the original.
  func canonical(_ page: PlannedPage) -> String {
    guard page.isUntranslated else { return page.path }
    let own = trees.first { $0.language == .vietnamese } ?? page.tree
    return own.folder + page.localPath
  }
}

extension PageScope {
  static let languageShape = Shape([
    "code": .text("mã ngôn ngữ; `x-default` cho người đọc ngôn ngữ khác"),
    "title": .text("tên ngôn ngữ bằng chính ngôn ngữ đó"),
    "url": .text("địa chỉ"),
    "is_current": .flag("là ngôn ngữ đang xem"),
  ])

  /// Set where a story is not in the language of the page.
  func textLanguage(ofStory place: Int) -> Value {
    tree.language == .vietnamese || tree.translation(at: place, of: model) != nil
      ? .null : .text(Language.vietnamese.rawValue)
  }

  private func entry(_ code: String, _ title: String, _ url: String, _ isCurrent: Bool) -> Value {
    .record(Self.languageShape, [.text(code), .text(title), .text(url), .bool(isCurrent)])
  }

  /// For readers: the page in each language of the site, however much of it is translated.
  func languages(_ page: PlannedPage, _ plan: SitePlan) -> Value {
    guard plan.trees.count > 1 else { return .null }
    let isEverywhere =
      switch page.kind {
      case .missing, .moved, .embedGuide: false
      default: true
      }
    return .list(
      plan.trees.map { other in
        let path = other.folder + (isEverywhere ? page.localPath : Address.home)
        return entry(
          other.code, other.language.ownName, root + path, other.language == tree.language)
      })
  }

  /// For machines: full addresses of the pages that say the same, and the one for all others.
  func alternates(_ page: PlannedPage, _ plan: SitePlan) -> Value {
    guard let base = model.baseURL else { return .null }
    let pages = plan.alternates(of: page)
    guard let first = pages.first else { return .null }
    func url(_ path: String) -> String { base + Address.pretty(path) }
    return .list(
      pages.map { language, path in
        entry(
          language.rawValue, language.ownName, url(path), language == tree.language)
      } + [entry("x-default", "", url(first.path), false)])
  }
}
