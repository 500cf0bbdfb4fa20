import Campaigns
package import Diagnostics
package import Templating
import Vietnamese

/// Renders planned pages, one at a time and from any number of tasks at once.
package struct SiteRenderer: Sendable {
  let plan: SitePlan
  /// The templates in each language.
  let templates: [Language: TemplateSet]

  package init(plan: SitePlan, templates: TemplateSet) {
    self.init(plan: plan, templates: [templates.language: templates])
  }

  package init(plan: SitePlan, templates: [Language: TemplateSet]) {
    self.plan = plan
    self.templates = templates
  }

  /// Appends the page's bytes, none if its template fails; problems of its text and its template go
  /// into the bag.
  ///
  /// - Returns: of the site of a part, the files of the whole site that the page shows and that must
  ///   go with it.
  @discardableResult
  package func render(
    _ page: PlannedPage, into out: inout [UInt8], diagnostics: inout DiagnosticBag
  ) -> Set<String> {
    let start = out.count
    if let data = plan.data(page.kind) {
      out += data
      return []
    }
    let globals = globals(of: page, into: &diagnostics)
    guard let templates = templates[page.tree.language] else { return [] }
    do throws(RenderError) {
      try templates.render(
        page.template, globals: globals, page: page.path, into: &out, warnings: &diagnostics)
    } catch {
      diagnostics.add(error.diagnostic)
      // Half a page is of no use to anybody.
      out.removeSubrange(start...)
      return []
    }
    return plan.turn(&out, from: start, path: page.path)
  }

  /// The same, and puts what the page points at into the book for `LinkCheck`.
  ///
  /// - Parameter number: the page's place in the plan.
  @discardableResult
  package func render(
    _ page: PlannedPage, _ number: Int, into out: inout [UInt8],
    diagnostics: inout DiagnosticBag, links: inout LinkBook
  ) -> Set<String> {
    let start = out.count
    let taken = render(page, into: &out, diagnostics: &diagnostics)
    // A page that failed has no ids, which says nothing of links to them.
    if out.count == start { return taken }
    links.add(
      out[start...], path: page.path, number: number, basePath: plan.model.basePath)
    return taken
  }

  /// What the template of the page sees; `PageKind.vocabularies` says the same to authors.
  func globals(of page: PlannedPage, into diagnostics: inout DiagnosticBag) -> Value {
    let model = plan.model
    let root = page.kind == .missing ? model.basePath : Address.prefix(from: page.path)
    let scope = PageScope(model: model, root: root, tree: page.tree)
    let prose = ProseWriter(plan: plan, page: page, scope: scope)
    let subject = subject(of: page, scope, prose, &diagnostics)
    var globals: [(String, Value)] = [
      ("site", scope.site(plan: plan, page: page, subject)),
      ("page", scope.page(page, subject, in: plan)),
    ]
    if let name = page.kind.subject?.name { globals.append((name, subject.value)) }
    return .record(globals)
  }

  /// What one page shows beside the site itself.
  struct Subject {
    var value: Value
    var description: String?
    var trail: [Value] = []
    var isArticle = false
    var image: String?
    /// The one style that stands in the page itself.
    var style: [UInt8]?
  }

  private func subject(
    of page: PlannedPage, _ scope: PageScope, _ prose: ProseWriter, _ bag: inout DiagnosticBag
  ) -> Subject {
    let model = plan.model
    let archive = model.archive
    switch page.kind {
    case .home:
      return Subject(
        value: scope.home(),
        description: scope.settings.description ?? scope.settings.tagline)
    case .units:
      return Subject(
        value: scope.unitIndex(),
        description: scope.say("Danh bạ các đơn vị tham gia phong trào thi đua."))
    case .unit(let id):
      guard let unit = model.directory.unit(id) else { break }
      let text = unit.introduction.map { prose.html($0, offset: 1, into: &bag) }
      let trail = model.directory.lineage(of: id, on: model.now).dropLast().map {
        scope.unitLink($0.id)
      }
      return Subject(
        value: scope.unit(unit, introduction: text.map(Value.html) ?? .null),
        description: scope.say(
          "{unit}: phong trào thi đua, chỉ tiêu, gương điển hình, khen thưởng.",
          ("unit", scope.tree.name(of: unit))),
        trail: [scope.link(scope.say("Đơn vị"), Address.units)] + trail)
    case .clusters:
      return Subject(
        value: scope.clusterList(),
        description: scope.say(
          "Các cụm, khối thi đua: thành viên, bảng điểm, sinh hoạt chuyên đề."),
        trail: [scope.link(scope.say("Đơn vị"), Address.units)])
    case .directory(let id, let sheet):
      let list = model.unitLists.register.list(id)
      return Subject(
        value: scope.directory(list, sheet),
        description: scope.say(
          "{list}: tên, loại, cấp học, cơ quan quản lý.", ("list", scope.said(list.title))),
        trail: [scope.link(scope.say("Đơn vị"), Address.units)]
          + scope.trail(page, Address.directory, scope.say("Danh bạ")))
    case .campaigns(let id, let sheet):
      let list = model.campaignLists.register.list(id)
      return Subject(
        value: scope.campaigns(list, sheet),
        description: scope.say("Các phong trào thi đua: chủ đề, chỉ tiêu, kết quả và điển hình."),
        trail: scope.trail(page, Address.campaigns, scope.say("Phong trào")))
    case .campaign(let id):
      guard let campaign = model.directory.campaign(id) else { break }
      let text: Value =
        campaign.prose.isEmpty ? .null : .html(prose.html(campaign.prose, offset: 1, into: &bag))
      return Subject(
        value: scope.campaign(campaign, prose: text),
        description: campaign.theme ?? scope.tree.title(of: campaign),
        trail: [scope.link(scope.say("Phong trào"), Address.campaigns)])
    case .exemplars:
      return Subject(
        value: scope.exemplarIndex(),
        description: scope.say("Điển hình tiên tiến được phát hiện, bồi dưỡng và nhân rộng."),
        trail: [scope.link(scope.say("Gương điển hình"), Address.stories(sheet: 1))])
    case .exemplarList(let id, let sheet):
      let list = model.exemplarLists.register.list(id)
      return Subject(
        value: scope.exemplars(list, sheet),
        description: scope.say(
          "{list}: đơn vị, tình trạng.", ("list", scope.said(list.title))),
        trail: [scope.link(scope.say("Gương điển hình"), Address.stories(sheet: 1))]
          + scope.trail(page, Address.exemplars, scope.say("Điển hình tiên tiến")))
    case .exemplar(let id):
      guard let exemplar = model.exemplars[id] else { break }
      return Subject(
        value: scope.exemplar(exemplar), description: exemplar.summary ?? exemplar.name,
        trail: [scope.link(scope.say("Điển hình tiên tiến"), Address.exemplars)])
    case .influence(let id):
      guard let campaign = model.directory.campaign(id) else { break }
      return Subject(
        value: scope.influence(of: campaign.exemplars, page.title, campaign: id),
        description: scope.say("Đơn vị nào học tập, bắt kịp, vượt qua điển hình nào."),
        trail: [
          scope.link(scope.say("Phong trào"), Address.campaigns),
          scope.link(scope.tree.displayTitle(of: campaign), Address.campaign(id)),
        ])
    case .progress(let id, let sheet):
      guard let campaign = model.directory.campaign(id) else { break }
      return Subject(
        value: scope.progress(campaign, sheet: sheet),
        description: scope.say("Đơn vị nào đã gửi, gửi trễ, chưa gửi văn bản mà kế hoạch yêu cầu."),
        trail: [
          scope.link(scope.say("Phong trào"), Address.campaigns),
          scope.link(scope.tree.displayTitle(of: campaign), Address.campaign(id)),
        ])
    case .calendar(let year):
      return Subject(
        value: scope.calendar(of: year),
        description: scope.say(
          "Hạn gửi báo cáo, sơ kết, tổng kết và sự kiện của các phong trào thi đua."),
        trail: year == nil ? [] : [scope.link(scope.say("Lịch"), Address.calendar)])
    case .stories(let id, let sheet):
      let list = model.storyLists.list(id)
      return Subject(
        value: scope.sheet(list, sheet),
        description: id.isEmpty
          ? scope.say("Gương người tốt, việc tốt, điển hình tiên tiến trong thi đua.")
          : scope.said(list.title),
        trail: scope.trail(page, Address.stories, scope.say("Gương điển hình")))
    case .storyLists(let cut):
      return Subject(
        value: scope.storyLists(by: cut), description: page.title,
        trail: [scope.link(scope.say("Gương điển hình"), Address.stories(sheet: 1))])
    case .story(let index):
      return story(index, scope, prose, &bag)
    case .awards(let id, let sheet):
      let list = model.register.register.list(id)
      return Subject(
        value: scope.register(list, sheet: sheet),
        description: id.isEmpty
          ? scope.say("Danh hiệu thi đua và hình thức khen thưởng theo quyết định.")
          : scope.say(
            "{list}: đối tượng, thành tích, quyết định.", ("list", scope.said(list.title))),
        trail: scope.trail(page, Address.awards, scope.say("Khen thưởng")))
    case .rules:
      return Subject(
        value: scope.rulePacks(),
        description: scope.say(
          "Thẩm quyền, tiêu chuẩn, tỷ lệ khen thưởng theo văn bản, có ngày áp dụng."),
        trail: [scope.link(scope.say("Khen thưởng"), Address.awards)])
    case .reports(let id, let sheet):
      let list = model.reportLists.list(id)
      return Subject(
        value: scope.reports(list, sheet),
        description: scope.say("Báo cáo sơ kết, tổng kết của từng đơn vị."),
        trail: scope.trail(page, Address.reports, scope.say("Báo cáo")))
    case .cluster(let id):
      guard let cluster = model.directory.cluster(id) else { break }
      return Subject(
        value: scope.cluster(cluster),
        description: scope.say(
          "{cluster}: thành viên, bảng điểm, mô hình, giao ước.", ("cluster", cluster.name)),
        trail: [
          scope.link(scope.say("Đơn vị"), Address.units),
          scope.link(scope.say("Cụm, khối thi đua"), Address.clusters),
        ])
    case .indicators:
      return Subject(
        value: scope.indicators(),
        description: scope.say("Các chỉ số dùng chung giữa các phong trào, đơn vị và năm học."))
    case .indicator(let id, let unit):
      guard let indicator = archive.indicators.first(where: { $0.id == id }) else { break }
      let whole = scope.link(indicator.name, Address.indicator(id))
      return Subject(
        value: scope.indicator(indicator, group: unit),
        description: scope.say(
          "{indicator}: so sánh giữa các đơn vị, các kỳ và các phong trào.",
          ("indicator", indicator.name)),
        trail: [scope.link(scope.say("Chỉ số"), Address.indicators)] + (unit == nil ? [] : [whole]))
    case .free(let index):
      let text = prose.html(archive.pages[index].prose, offset: 0, into: &bag)
      return Subject(value: .html(text), description: page.title)
    case .moved(let path):
      return Subject(value: scope.href(path), description: page.title)
    case .search:
      return Subject(
        value: scope.search(plan),
        description: scope.say("Tìm bài viết, đơn vị, phong trào, điển hình, khen thưởng theo từ."))
    case .embed(let id), .embedFragment(let id):
      guard let unit = model.directory.unit(id) else { break }
      let isFramed = page.kind == .embed(id)
      return Subject(
        value: scope.embed(unit, UnitData(plan), isFramed: isFramed),
        style: isFramed ? embedStyle(page, &bag) : nil)
    case .embedGuide(let id):
      guard let unit = model.directory.unit(id) else { break }
      return Subject(
        value: scope.embedGuide(unit),
        description: "Cách đưa cột thi đua của \(unit.name) vào trang web của trường.",
        trail: [scope.link("Đơn vị", Address.units), scope.unitLink(id)])
    case .missing, .data, .dataSchema: break
    }
    return Subject(value: .null)
  }

  /// What stands in the `style` element of a frame: one file is all that other portals take.
  private func embedStyle(_ page: PlannedPage, _ bag: inout DiagnosticBag) -> [UInt8] {
    // The template has the element's tags on lines of their own.
    var style = [UInt8(ascii: "\n")]
    do throws(RenderError) {
      try templates[page.tree.language]?.render(
        "embed-style.html", globals: .record([]), page: page.path, into: &style, warnings: &bag)
    } catch {
      bag.add(error.diagnostic)
    }
    return style + [UInt8(ascii: "\n")]
  }

  private func story(
    _ index: Int, _ scope: PageScope, _ prose: ProseWriter, _ bag: inout DiagnosticBag
  ) -> Subject {
    let story = plan.model.stories[index]
    let translation = scope.tree.translation(of: story)
    let text = prose.html(translation?.prose ?? story.prose, offset: 0, into: &bag)
    let image = prose.picture(story.image, at: story.location, into: &bag)
      .map { scope.root + $0.share.path }
    return Subject(
      value: scope.story(at: index, body: .html(text), image: image),
      description: translation.map { $0.summary ?? $0.title } ?? story.summary ?? story.title,
      trail: [scope.link(scope.say("Gương điển hình"), Address.stories(sheet: 1))], isArticle: true,
      image: image)
  }
}
