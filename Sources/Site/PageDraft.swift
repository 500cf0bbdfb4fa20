import Campaigns
import Diagnostics
import Templating
import Vietnamese

/// The plan while it is being made.
struct PageDraft {
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
