import Campaigns
import Diagnostics
import Vietnamese

/// What kind of thing a result of the search is, in the order in which equals are shown.
enum SearchKind: String, CaseIterable {
  case unit = "don-vi"
  case campaign = "phong-trao"
  case cluster = "cum-khoi"
  case exemplar = "dien-hinh"
  case indicator = "chi-so"
  case page = "trang"
  case story = "guong"
  case report = "bao-cao"
  case award = "khen-thuong"

  var title: String {
    switch self {
    case .unit: "Đơn vị"
    case .campaign: "Phong trào"
    case .cluster: "Cụm, khối"
    case .exemplar: "Điển hình"
    case .indicator: "Chỉ số"
    case .page: "Trang thông tin"
    case .story: "Gương điển hình"
    case .report: "Báo cáo"
    case .award: "Khen thưởng"
    }
  }
}

/// Everything that can be found in one language: its pages, the reports and the awards.
///
/// They are in order by kind, then as in their lists. All of it comes from the edition that is
/// published.
struct SearchDocuments: Sendable {
  /// Numbers of documents must fit into an entry of the index.
  static let most = 1 << 20

  /// What a document is, and its place among the pages, reports or awards.
  struct Item {
    let kind: SearchKind
    let place: Int
  }

  let plan: SitePlan
  let scope: PageScope
  let items: [Item]

  init(plan: SitePlan, tree: PageTree) {
    self.plan = plan
    scope = PageScope(model: plan.model, root: "", tree: tree)
    var byKind = [[Item]](repeating: [], count: SearchKind.allCases.count)
    func put(_ kind: SearchKind, _ place: Int) {
      byKind[SearchKind.allCases.firstIndex(of: kind) ?? 0].append(Item(kind: kind, place: place))
    }
    for (place, page) in plan.pages.enumerated() where page.tree.folder == tree.folder {
      if let kind = Self.kind(of: page) { put(kind, place) }
    }
    for (place, report) in plan.model.reports.enumerated() where report.address != nil {
      put(.report, place)
    }
    if plan.paths.contains(tree.folder + Address.awards) {
      for place in plan.model.awards.indices { put(.award, place) }
    }
    items = Array(byKind.joined().prefix(Self.most))
  }

  /// Nil for a page that is the same as another, a further sheet of a list, or no page to go to.
  private static func kind(of page: PlannedPage) -> SearchKind? {
    return switch page.kind {
    case .unit: .unit
    case .campaign: .campaign
    case .cluster: .cluster
    case .exemplar: .exemplar
    case .indicator(_, let unit): unit == nil ? .indicator : nil
    case .story: .story
    case .home, .search, .missing, .moved: nil
    case .embed, .embedFragment, .embedGuide, .data, .dataSchema: nil
    case .stories(_, let sheet), .campaigns(_, let sheet), .exemplarList(_, let sheet),
      .awards(_, let sheet), .reports(_, let sheet), .directory(_, let sheet),
      .progress(_, let sheet):
      sheet == 1 ? .page : nil
    default: .page
    }
  }

  // MARK: Words

  /// Puts the words of a document into the table.
  func gather(_ item: Item, into table: inout SearchTable) {
    let archive = plan.model.archive
    switch item.kind {
    case .report: gather(report: plan.model.reports[item.place], into: &table)
    case .award: gather(award: plan.model.awards[item.place], into: &table)
    default:
      table.add(plan.pages[item.place].title, .title)
      switch plan.pages[item.place].kind {
      case .story(let place): gather(story: place, into: &table)
      case .unit(let id): scope.directory.unit(id).map { gather(unit: $0, into: &table) }
      case .campaign(let id):
        scope.directory.campaign(id).map { gather(campaign: $0, into: &table) }
      case .cluster(let id):
        table.add(name(of: scope.directory.cluster(id)?.owner), .name)
      case .exemplar(let id):
        plan.model.exemplars[id].map { gather(exemplar: $0, into: &table) }
      case .indicator(let id, _):
        let indicator = archive.indicators.first { $0.id == id }
        table.add(indicator?.unitOfMeasure, .summary)
        table.add(indicator?.numerator, .summary)
        table.add(indicator?.denominator, .summary)
      case .free(let place): gather(prose: archive.pages[place].prose, into: &table)
      default: break
      }
    }
  }

  private func gather(story place: Int, into table: inout SearchTable) {
    // By place, since a story has many parts to copy.
    let stories = plan.model.stories
    table.add(consented(stories[place].person), .name)
    table.add(name(of: stories[place].unit), .name)
    table.add(stories[place].summary, .summary)
    for tag in stories[place].tags { table.add(tag, .summary) }
    table.add(title(of: stories[place].campaign), .summary)
    table.add(stories[place].kind?.title, .summary)
    table.add(stories[place].author, .summary)
    table.add(stories[place].quote, .summary)
    for fact in stories[place].facts {
      table.add(fact.label, .summary)
      table.add(fact.value, .summary)
    }
    gather(prose: stories[place].prose, into: &table)
  }

  private func gather(unit: Unit, into table: inout SearchTable) {
    table.add(unit.shortName, .title)
    table.add(unit.code, .name)
    table.add(consented(unit.head), .name)
    table.add(unit.place, .name)
    table.add(unit.kind.title, .summary)
    for level in unit.levels { table.add(level.title, .summary) }
    table.add(unit.address, .summary)
    if let text = unit.introduction { gather(prose: text, into: &table) }
  }

  private func gather(campaign: Campaign, into table: inout SearchTable) {
    table.add(campaign.shortTitle, .title)
    table.add(name(of: campaign.owner), .name)
    table.add(campaign.theme, .summary)
    table.add(campaign.motto, .summary)
    table.add(campaign.slogan, .summary)
    table.add(campaign.periodText, .summary)
    for target in campaign.targets {
      table.add(target.name, .body)
      table.add(target.verbatim, .body)
    }
    gather(prose: campaign.prose, into: &table)
  }

  private func gather(exemplar: Exemplar, into table: inout SearchTable) {
    table.add(consented(exemplar.person), .name)
    table.add(name(of: exemplar.unit), .name)
    table.add(exemplar.summary, .summary)
    table.add(exemplar.kind.title, .summary)
    table.add(title(of: exemplar.campaign), .summary)
  }

  private func gather(report: ReportLink, into table: inout SearchTable) {
    table.add(report.title, .title)
    table.add(report.heading, .summary)
    table.add(name(of: report.unit), .name)
    table.add(title(of: report.campaign), .summary)
  }

  private func gather(award: Award, into table: inout SearchTable) {
    table.add(award.form.title, .title)
    table.add(scope.subject(of: award), .title)
    table.add(name(of: award.unit), .name)
    table.add(award.achievement, .summary)
    table.add(award.decisionNumber, .summary)
    table.add(award.authority, .summary)
    table.add(award.period?.shortName, .summary)
    table.add(title(of: award.campaign), .summary)
  }

  private func gather(prose: Prose, into table: inout SearchTable) {
    for piece in SearchProse(bytes: prose.bytes).pieces { table.add(piece, .body) }
  }

  // MARK: Cards

  /// What a result shows: title, address from the root, a line about it, an opening.
  func card(_ item: Item) -> [String?] {
    let model = plan.model
    switch item.kind {
    case .report:
      let report = model.reports[item.place]
      return [
        report.title, report.address.map { up + $0 },
        line(name(of: report.unit), title(of: report.campaign)), nil,
      ]
    case .award:
      let award = model.awards[item.place]
      let sheet = item.place / AwardRegister.perSheet + 1
      let decision = award.decisionNumber.map { "Quyết định số \($0)" }
      return [
        "\(award.form.title): \(scope.subject(of: award))",
        "\(Address.awards("", sheet: sheet))#\(PageScope.anchor(of: award))",
        line(name(of: award.unit), decision, award.decisionDate?.short),
        award.achievement.map(opening),
      ]
    default:
      let page = plan.pages[item.place]
      let (about, text) = told(of: page)
      return [page.title, page.localPath, about, text.map(opening)]
    }
  }

  /// The way from the folder of the language to the root, where reports lie.
  private var up: String { Address.prefix(from: scope.tree.folder) }

  private func told(of page: PlannedPage) -> (String?, String?) {
    switch page.kind {
    case .story(let place):
      let stories = plan.model.stories
      return (
        line(name(of: stories[place].unit), stories[place].date.short),
        stories[place].summary
          ?? SearchProse(bytes: stories[place].prose.bytes).opening(to: Self.opening)
      )
    case .unit(let id):
      guard let unit = scope.directory.unit(id) else { break }
      return (
        line(unit.kind.title, unit.place),
        unit.introduction.flatMap { SearchProse(bytes: $0.bytes).opening(to: Self.opening) }
      )
    case .campaign(let id):
      guard let campaign = scope.directory.campaign(id) else { break }
      return (line(name(of: campaign.owner), campaign.periodText), campaign.theme)
    case .cluster(let id): return (name(of: scope.directory.cluster(id)?.owner), nil)
    case .exemplar(let id):
      guard let exemplar = plan.model.exemplars[id] else { break }
      return (line(exemplar.kind.title, name(of: exemplar.unit)), exemplar.summary)
    case .free(let place):
      let prose = plan.model.archive.pages[place].prose
      return (nil, SearchProse(bytes: prose.bytes).opening(to: Self.opening))
    default: break
    }
    return (nil, nil)
  }

  private static let opening = 200

  private func opening(_ text: String) -> String { text.shortened(to: Self.opening) }

  private func line(_ parts: String?...) -> String? {
    let parts = parts.compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  // MARK: Filters

  func unit(of item: Item) -> String? {
    switch item.kind {
    case .report: plan.model.reports[item.place].unit
    case .award: plan.model.awards[item.place].unit
    default:
      switch plan.pages[item.place].kind {
      case .unit(let id): id
      case .story(let place): plan.model.stories[place].unit
      case .exemplar(let id): plan.model.exemplars[id]?.unit
      case .campaign(let id): scope.directory.campaign(id)?.owner
      default: nil
      }
    }
  }

  func campaign(of item: Item) -> String? {
    switch item.kind {
    case .report: plan.model.reports[item.place].campaign
    case .award: plan.model.awards[item.place].campaign
    default:
      switch plan.pages[item.place].kind {
      case .campaign(let id), .progress(let id, _), .influence(let id): id
      case .story(let place): plan.model.stories[place].campaign
      case .exemplar(let id): plan.model.exemplars[id]?.campaign
      default: nil
      }
    }
  }

  func name(of unit: String?) -> String? { unit.flatMap(scope.directory.name(ofUnit:)) }
  func title(of campaign: String?) -> String? {
    campaign.flatMap(scope.directory.title(ofCampaign:))
  }

  /// The name of a person who may be named.
  private func consented(_ person: String?) -> String? {
    person.flatMap(scope.directory.person).flatMap {
      $0.consents == true ? scope.name(of: $0) : nil
    }
  }
}

extension ReportLink {
  /// Its page, else the first file to keep.
  var address: String? { html ?? files.first?.path }
}
