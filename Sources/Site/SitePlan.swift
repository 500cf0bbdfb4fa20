package import Campaigns
package import Diagnostics
package import Templating
package import Vietnamese

/// Every page of the site, with its address, before anything is written.
package struct SitePlan: Sendable {
  /// Stories on one sheet of the list.
  package static let storiesPerSheet = 24
  /// Rows on one sheet of any other list.
  package static let rowsPerSheet = 60
  package static let campaignsPerSheet = 48
  /// Reports, each with its files and what screen readers are told of them.
  package static let reportsPerSheet = 40
  /// Names on one sheet of the directory of units.
  package static let unitsPerSheet = 120
  /// Things of one unit that its own page shows before it sends on to their list.
  static let shownOnPage = 12

  let model: SiteModel
  /// The languages of the site, the one at its root first.
  package let trees: [PageTree]
  package let pages: [PlannedPage]
  /// Problems that show only when all addresses are known.
  package private(set) var problems: DiagnosticBag
  /// Paths that links may point at: pages, reports and the files of `SiteAssets`.
  package let paths: Set<String>
  /// From a file of the content folder to the page that it became.
  let pageOfFile: [String: String]

  /// Where a site is published, up to its last slash, if that is known.
  ///
  /// - Parameter baseURL: overrides the address in `site.yaml`.
  package static func address(_ directory: Directory, baseURL: String?) -> String? {
    Address.web(baseURL ?? directory.archive.settings.baseURL).map {
      $0.hasSuffix("/") ? $0 : $0 + "/"
    }
  }

  /// What the pages ask for pictures and documents.
  package var pictures: PictureBook { model.pictures }

  /// - Parameters:
  ///   - baseURL: overrides the address in `site.yaml`.
  ///   - pictures: the book that pages ask for pictures and documents.
  ///   - storyPDF: sizes of the PDF of stories that have one, by slug; nil before it is made.
  ///   - languages: the words of each language of the site, the one at its root first.
  package init(
    directory: Directory, assessor: Assessor, reports: [ReportLink], now: PlainDate,
    pictures: PictureBook, storyPDF: [String: Int?] = [:], baseURL: String? = nil,
    languages: [Strings] = [.vietnamese]
  ) {
    self.init(
      SiteModel(
        directory: directory, assessor: assessor, reports: reports, now: now, baseURL: baseURL,
        pictures: pictures, storyPDF: storyPDF),
      languages: languages)
  }

  init(_ model: SiteModel, languages: [Strings]) {
    self.model = model
    let trees = PageTree.all(of: languages)
    self.trees = trees
    var drafts = trees.map { PageDraft(model: model, tree: $0, folders: trees.map(\.folder)) }
    for place in drafts.indices { drafts[place].plan() }
    pages = drafts.flatMap(\.pages)
    // What is wrong with addresses is so in every language.
    problems = drafts.first?.problems ?? DiagnosticBag()
    pageOfFile = drafts.first?.pageOfFile ?? [:]
    var paths = Set(pages.map(\.path))
    for report in model.reports {
      paths.formUnion([report.html, report.sources].compactMap(\.self) + report.files.map(\.path))
    }
    paths.formUnion(
      model.stories.map(\.slug).filter { model.storyPDF[$0] != nil }.map(Address.storyPDF))
    paths.formUnion(model.calendar.feeds)
    paths.formUnion([
      Address.styles, Address.script, Address.searchScript, Address.robots,
    ])
    if model.baseURL != nil {
      paths.insert(Address.siteMap)
      paths.formUnion(FeedIndex(model).all.flatMap { [$0.atom, $0.json] })
    }
    paths.formUnion(SiteIcons.paths)
    self.paths = paths
    checkMenu()
    checkLogo()
  }

  /// Pages do without a logo that cannot be shown; that it is there at all is checked with content.
  private mutating func checkLogo() {
    let place = Location(file: "site.yaml")
    let name = model.settings.logo ?? ""
    switch model.logoAnswer {
    case .unusable(let why, let help):
      problems.warning(
        "site.logo-unusable", at: place, "Biểu trưng “\(name)” \(why).", help: help)
    case .withheld:
      problems.warning(
        "site.logo-unusable", at: place, "Biểu trưng “\(name)” không được công bố.",
        help: "Chọn một ảnh khác làm biểu trưng.")
    case .picture, .missing, nil: break
    }
  }

  /// The texts that a page shows, whose links are its own.
  func texts(of page: PlannedPage) -> [Prose] {
    switch page.kind {
    case .story(let i): [model.stories[i].prose]
    case .free(let i): [model.archive.pages[i].prose]
    case .unit(let id): [model.directory.unit(id)?.introduction].compactMap(\.self)
    case .campaign(let id): [model.directory.campaign(id)?.prose].compactMap(\.self)
    default: []
    }
  }

  /// An entry of the menu that leads nowhere would be missing without a word.
  private mutating func checkMenu() {
    // Of a part, the menu may lead to what only the whole site has.
    if model.part != nil { return }
    for entry in model.settings.navigation {
      if Address.isExternal(entry.url) {
        if Address.web(entry.url) == nil {
          problems.error(
            "site.menu-address", at: entry.location,
            "Mục “\(entry.title)” có địa chỉ “\(entry.url)” không phải trang web.",
            help: "Chỉ dùng địa chỉ http:// hoặc https://, hoặc đường dẫn như “/don-vi/”.")
        }
        continue
      }
      if menuTarget(entry.url) == nil {
        problems.error(
          "link.missing-page", at: entry.location,
          "Mục “\(entry.title)” dẫn tới “\(entry.url)”, không có trang ấy.",
          help: LinkAdvice.help(
            for: entry.url, among: pages.map { "/" + Address.pretty($0.path) })
            ?? "Viết như “/don-vi/” hoặc “/gioi-thieu/”.")
      }
    }
  }
}
