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
    var drafts = trees.map { Draft(model: model, tree: $0, folders: trees.map(\.folder)) }
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

/// The plan while it is being made.
struct Draft {
  let model: SiteModel
  let tree: PageTree
  /// Folders that languages have for themselves.
  let folders: [String]
  var pages: [PlannedPage] = []
  var problems = DiagnosticBag()
  var pageOfFile: [String: String] = [:]
  private var taken: [String: Location?] = [:]
  /// From a path without regard to case and form of marks to how it was first written.
  private var spellings: [String: String] = [:]

  init(model: SiteModel, tree: PageTree, folders: [String]) {
    self.model = model
    self.tree = tree
    self.folders = folders
  }

  private var isFirst: Bool { tree.folder.isEmpty }

  private func say(_ key: String, _ parameters: (name: String, text: String)...) -> String {
    tree.strings.say(key, parameters)
  }

  mutating func plan() {
    let archive = model.archive
    let own = model.part?.unit
    add(
      PlannedPage(
        Address.home, own.map(PageKind.unit) ?? .home,
        archive.settings.worded(in: tree.language).title))
    lists(model.campaignLists.register, Address.campaigns, PageKind.campaigns)
    for campaign in archive.campaigns {
      add(
        PlannedPage(
          Address.campaign(campaign.id), .campaign(campaign.id), tree.title(of: campaign)),
        from: campaign.location)
      if campaign.exemplars.contains(where: { !$0.followers.isEmpty }) {
        add(
          PlannedPage(
            Address.influence(campaign.id), .influence(campaign.id),
            say("Ai học ai: {campaign}", ("campaign", tree.displayTitle(of: campaign)))))
      }
      if !campaign.duties.isEmpty {
        let title = say(
          "Ai đã gửi, ai trễ: {campaign}", ("campaign", tree.displayTitle(of: campaign)))
        for sheet in 1...DutySheets(model.calendar.boards[campaign.id]).count {
          add(
            PlannedPage(
              Address.progress(campaign.id, sheet: sheet), .progress(campaign.id, sheet),
              numbered(title, sheet)))
        }
      }
    }
    exemplars()
    if own == nil || archive.units.count > 1 {
      add(PlannedPage(Address.units, .units, say("Đơn vị")))
      lists(model.unitLists.register, Address.directory, PageKind.directory)
    }
    for unit in archive.units where unit.id != own {
      let path = Address.unit(unit.id)
      add(PlannedPage(path, .unit(unit.id), tree.name(of: unit)), from: unit.location)
      if let file = unit.introduction?.location.file { pageOfFile[file] = path }
    }
    if !archive.clusters.isEmpty {
      add(PlannedPage(Address.clusters, .clusters, say("Cụm, khối thi đua")))
    }
    for cluster in archive.clusters {
      add(
        PlannedPage(Address.cluster(cluster.id), .cluster(cluster.id), cluster.name),
        from: cluster.location)
    }
    indicators()
    stories()
    lists(model.register.register, Address.awards, PageKind.awards)
    if !archive.rulePacks.isEmpty {
      add(PlannedPage(Address.rules, .rules, say("Quy tắc khen thưởng")))
    }
    add(PlannedPage(Address.calendar, .calendar(nil), say("Lịch")))
    for year in model.calendar.years {
      add(PlannedPage(Address.calendar(year: year), .calendar(year), "\(say("Lịch")) \(year)"))
    }
    lists(model.reportLists, Address.reports, PageKind.reports)
    freePages()
    add(PlannedPage(Address.search, .search, say("Tìm kiếm")))
    if own == nil, isFirst { portal() }
    // One file answers for every wrong address. Its links begin at the root of the server, which
    // nobody knows of a part without an address.
    if isFirst, own == nil || model.baseURL != nil {
      add(PlannedPage(Address.missing, .missing, say("Không tìm thấy trang")))
    }
    // Last, so that an old address that is some page's own is told of as such.
    aliases(but: own)
  }

  private mutating func exemplars() {
    add(PlannedPage(Address.exemplars, .exemplars, say("Điển hình tiên tiến")))
    lists(model.exemplarLists.register, Address.exemplars, PageKind.exemplarList) { list, sheet in
      !list.id.isEmpty || sheet > 1
    }
    for exemplar in model.archive.campaigns.flatMap(\.exemplars) {
      add(
        PlannedPage(Address.exemplar(exemplar.id), .exemplar(exemplar.id), exemplar.name),
        from: exemplar.location)
    }
  }

  /// The title of one sheet of a list.
  private func numbered(_ title: String, _ sheet: Int) -> String {
    sheet == 1
      ? title : say("{title}, trang {number}", ("title", title), ("number", String(sheet)))
  }

  /// All sheets of the lists of a register, those left out that are not wanted.
  private mutating func lists(
    _ register: Register, _ address: (String, Int) -> String, _ kind: (String, Int) -> PageKind,
    where isWanted: (Register.List, Int) -> Bool = { _, _ in true }
  ) {
    for list in register.lists {
      for sheet in 1...register.sheets(list) where isWanted(list, sheet) {
        add(
          PlannedPage(
            address(list.id, sheet), kind(list.id, sheet),
            numbered(list.title.text(in: tree, model.directory), sheet)))
      }
    }
  }

  /// A page for each indicator, and one for each unit with units below it that reported on it, so
  /// that none has to hold the schools of a whole province.
  private mutating func indicators() {
    if model.archive.indicators.isEmpty { return }
    add(PlannedPage(Address.indicators, .indicators, say("Chỉ số")))
    for indicator in model.archive.indicators {
      let id = indicator.id
      add(
        PlannedPage(Address.indicator(id), .indicator(id, below: nil), indicator.name),
        from: indicator.location)
      for unit in model.indicators.groups[id] ?? [] {
        let name = tree.name(ofUnit: unit, in: model.directory) ?? unit
        add(
          PlannedPage(
            Address.indicator(id, below: unit), .indicator(id, below: unit),
            "\(indicator.name): \(name)"), from: indicator.location)
      }
    }
  }

  private mutating func stories() {
    let stories = model.stories
    lists(model.storyLists, Address.stories, PageKind.stories) { list, _ in
      // What the unit's own page shows needs no list.
      list.cut != StoryCut.unit.rawValue || list.items.count > SitePlan.shownOnPage
    }
    for cut in StoryCut.allCases where cut != .unit {
      if model.storyLists.lists(ofCut: cut.rawValue).count > PageScope.filterLimit {
        let title = "\(say("Gương điển hình")): \(say(cut.heading))"
        add(PlannedPage(Address.stories(by: cut), .storyLists(cut), title))
      }
    }
    // By place, since a story has many parts to copy.
    for i in stories.indices {
      add(
        PlannedPage(
          Address.story(stories[i].slug), .story(i), stories[i].title),
        from: stories[i].location)
    }
  }

  private mutating func aliases(but own: String?) {
    let archive = model.archive
    /// An old id lies where its successor does; an old address anywhere.
    func address(_ alias: String, in folder: String) -> String {
      alias.contains("/") ? alias : "/\(folder)/\(alias)/"
    }
    for unit in archive.units where unit.id != own {
      for alias in unit.aliases {
        redirect(
          address(alias, in: "don-vi"), to: Address.unit(unit.id), unit.name, from: unit.location)
      }
    }
    for campaign in archive.campaigns {
      for alias in campaign.aliases {
        redirect(
          address(alias, in: "phong-trao"), to: Address.campaign(campaign.id), campaign.title,
          from: campaign.location)
      }
      for exemplar in campaign.exemplars {
        for alias in exemplar.aliases {
          redirect(
            address(alias, in: "dien-hinh"), to: Address.exemplar(exemplar.id), exemplar.name,
            from: exemplar.location)
        }
      }
    }
    for i in model.stories.indices {
      for alias in model.stories[i].aliases {
        redirect(
          alias, to: Address.story(model.stories[i].slug), model.stories[i].title,
          from: model.stories[i].location)
      }
    }
    for page in archive.pages {
      for alias in page.aliases {
        redirect(alias, to: Address.free(page.slug), page.title, from: page.prose.location)
      }
    }
  }

  /// An alias is a folder or a file below the root; anything else would escape it.
  private mutating func redirect(
    _ alias: String, to target: String, _ title: String, from location: Location
  ) {
    // Old addresses are those of the site as it was, in its own language.
    guard isFirst else { return }
    let trimmed = alias.split(separator: "/", omittingEmptySubsequences: true)
    let isPlain = trimmed.allSatisfy { part in
      part != ".." && part != "."
        && part.utf8.allSatisfy {
          ($0 | 0x20 >= 97 && $0 | 0x20 <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 45 || $0 == 46
            || $0 == 95
        }
    }
    guard isPlain, !trimmed.isEmpty else {
      problems.error(
        "page.bad-alias", at: location, "Địa chỉ cũ “\(alias)” không dùng được.",
        help: "Viết như “/guong/ten-cu/”: chữ thường không dấu, số và gạch nối.")
      return
    }
    var path = trimmed.joined(separator: "/")
    if !path.hasSuffix(".html") { path += "/index.html" }
    if path == target {
      problems.error(
        "page.alias-of-itself", at: location,
        "Địa chỉ cũ “\(alias)” chính là địa chỉ của trang nên sẽ dẫn vòng.", help: "Bỏ dòng ấy.")
      return
    }
    if let other = spellings[path.lowercased()], other != path {
      problems.error(
        "page.case-clash", at: location,
        "Địa chỉ cũ “\(alias)” chỉ khác “/\(other)” ở chữ hoa, chữ thường.",
        help: "Máy Windows và máy Mac coi hai địa chỉ là một; bỏ hoặc đổi địa chỉ cũ.")
      return
    }
    add(PlannedPage(path, .moved(to: target), title), from: location)
  }

  private mutating func freePages() {
    for (i, page) in model.archive.pages.enumerated() {
      guard !Address.reserved.contains(page.slug), !folders.contains(page.slug + "/") else {
        problems.error(
          "page.reserved-name", at: page.prose.location,
          "Trang “\(page.slug)” trùng với một mục có sẵn của trang web.",
          help: "Đổi tên tệp, ví dụ “\(page.slug)-gioi-thieu.md”.")
        continue
      }
      add(PlannedPage(Address.free(page.slug), .free(i), page.title), from: page.prose.location)
    }
  }

  mutating func add(_ planned: PlannedPage, from location: Location? = nil) {
    var page = planned
    page.path = tree.folder + planned.path
    page.tree = tree
    page.isUntranslated = !isTranslated(page.kind)
    if let other = taken[page.path] {
      problems.error(
        "page.same-address", at: location, "Hai nội dung cùng có địa chỉ “/\(page.path)”.",
        help: "Đổi tên tệp, mã hoặc địa chỉ cũ của một trong hai.",
        notes: [Diagnostic.Note("Nội dung kia ở đây.", at: other)])
      return
    }
    taken[page.path] = .some(location)
    spellings[page.path.lowercased()] = page.path
    if let location, location.file.hasSuffix(".md"), pageOfFile[location.file] == nil {
      pageOfFile[location.file] = page.path
    }
    pages.append(page)
  }

  private func title(of story: Story) -> String {
    tree.translation(of: story)?.title ?? story.title
  }

  /// Whether the text of a page is there in the language of the tree.
  private func isTranslated(_ kind: PageKind) -> Bool {
    switch kind {
    case .story(let place):
      tree.language == .vietnamese || model.stories[place].translation(tree.language) != nil
    case .free: tree.language == .vietnamese
    default: true
    }
  }
}
