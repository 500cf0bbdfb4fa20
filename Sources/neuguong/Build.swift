import Campaigns
import Content
import Diagnostics
import Documents
import Publication
import Site

/// `build` and `report`: everything rendered straight into the publisher by a few workers.
struct Build {
  let workspace: Workspace
  let console: Console
  let publisher: Publisher
  /// What earlier builds have kept of pictures and the like.
  let cache: ArtefactCache
  /// In which reports are written.
  let forms: [ReportForm]
  /// Where the fonts of PDF are; nil for those of the machine.
  let fontFolder: String?
  /// The unit whose small site alone is made, with those below it; nil for the whole.
  let unit: String?

  /// What came of one job.
  private struct Outcome: Sendable {
    var problems = DiagnosticBag()
    /// Sizes of the files written, by path.
    var sizes: [String: Int] = [:]
    /// What the pages rendered point at.
    var links = LinkBook()
  }

  /// Renders the site and its reports; problems found on the way are in the result.
  ///
  /// Reports come first: pages tell how big their files are.
  ///
  /// - Parameter baseURL: overrides the address in `site.yaml`; of the site of a unit it is where
  ///   that will be, and `site.yaml` tells where the whole is.
  func site(baseURL: String?, withReports: Bool) async throws -> DiagnosticBag {
    let part = try SitePart(workspace, unit: unit)
    let keys =
      withReports
      ? ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
        .filter { part.contains(unit: $0.unit) } : []
    let address = SitePlan.address(workspace.directory, baseURL: baseURL)
    let printed = try await print(keys, isOnSite: true, address: address)
    let papers = try await printStories(
      withReports ? StoryPress.stories(workspace).filter(part.contains) : [], address: address)
    let whole = SitePlan(
      directory: workspace.directory, assessor: workspace.assessor,
      reports: links(to: keys, sizes: printed.sizes), now: workspace.now,
      pictures: workspace.pictures, storyPDF: papers.sizes, baseURL: unit == nil ? baseURL : nil,
      languages: workspace.languages)
    let plan = part.plan(from: whole, baseURL: baseURL)
    var bag = plan.problems
    let assets = SiteAssets(plan: plan, styles: workspace.styles, scripts: workspace.scripts)
    for file in assets.files(into: &bag) {
      try publisher.write(OutputFile(path: file.path, bytes: file.bytes, origin: "trang web"))
    }
    for file in await search(plan) {
      try publisher.write(OutputFile(path: file.path, bytes: file.bytes, origin: "tìm kiếm"))
    }
    bag.add(contentsOf: printed.problems)
    bag.add(contentsOf: papers.problems)
    try await paint(plan)
    let rendered = try await render(plan)
    bag.add(contentsOf: rendered.problems)
    // A site that will not be published needs no pictures.
    if !bag.hasErrors { bag.add(contentsOf: try await makeMedia()) }
    // When everything is written: links may point at any file of the site.
    let written = Set(publisher.paths)
    bag.add(
      contentsOf: LinkCheck(
        plan: plan, templates: workspace.templateSources, isWritten: written.contains
      ).problems(of: rendered.links))
    return bag
  }

  /// What the page of search reads, in each language.
  private func search(_ plan: SitePlan) async -> [SiteAssets.File] {
    var files: [SiteAssets.File] = []
    for tree in plan.trees {
      let index = SearchIndex(plan: plan, tree: tree, synonyms: workspace.synonyms)
      files += await index.files(jobs: workspace.jobs)
    }
    return files
  }

  /// Prints the given reports alone.
  func reports(_ keys: [ReportKey]) async throws -> DiagnosticBag {
    try await print(keys, isOnSite: false, address: nil).problems
  }

  // MARK: Work

  private func render(_ plan: SitePlan) async throws -> Outcome {
    try await share(plan.pages.count, of: "trang") { queue in
      let renderer = SiteRenderer(plan: plan, templates: workspace.pageTemplates)
      var buffer: [UInt8] = []
      // One book for all pages of a worker, handed over after the last.
      var book = LinkBook()
      let rendered = try queue.map { index in
        var outcome = Outcome()
        let page = plan.pages[index]
        buffer.removeAll(keepingCapacity: true)
        renderer.render(
          page, index, into: &buffer, diagnostics: &outcome.problems, links: &book)
        try publisher.write(
          OutputFile(path: page.path, bytes: buffer, origin: "trang “\(page.title)”"))
        return outcome
      }
      return rendered + [(plan.pages.count, Outcome(links: book))]
    }
  }

  /// The pictures that pages have asked for, and the documents that they link to.
  private func makeMedia() async throws -> DiagnosticBag {
    let book = workspace.pictures
    let pictures = book.pictures
    let darkroom = Darkroom(source: workspace.source, cache: cache)
    var bag = book.notes
    bag.add(
      contentsOf: try await share(pictures.count, of: "ảnh") { queue in
        try queue.map { index in
          var outcome = Outcome()
          let (picture, location) = pictures[index]
          for file in darkroom.files(of: picture, at: location, into: &outcome.problems) {
            try publisher.write(file)
          }
          return outcome
        }
      }.problems)
    let documents = book.documents
    bag.add(
      contentsOf: try await share(documents.count, of: "tài liệu") { queue in
        try queue.map { index in
          var outcome = Outcome()
          let document = documents[index]
          do {
            let bytes = try workspace.source.read(document.source)
            try publisher.write(
              OutputFile(path: document.path, bytes: bytes, origin: document.source))
          } catch let fault as ContentFault {
            outcome.problems.add(fault.diagnostic(of: document.source))
          }
          return outcome
        }
      }.problems)
    return bag
  }

  private func print(
    _ keys: [ReportKey], isOnSite: Bool, address: String?
  ) async throws -> Outcome {
    let fonts = FontTurn()
    return try await share(keys.count, of: "báo cáo") { queue in
      var press: ReportPress?
      return try queue.map { index in
        var outcome = Outcome()
        let key = keys[index]
        let ready = try press ?? warmPress(keys, fonts, address: address)
        press = ready
        let page = key.unit == unit ? "index.html" : "don-vi/\(key.unit)/index.html"
        let home = isOnSite ? "../../../\(page)" : nil
        for file in try ready.files(key, home: home, into: &outcome.problems) {
          outcome.sizes[file.path] = file.bytes.count
          try publisher.write(
            OutputFile(
              path: file.path, bytes: file.bytes,
              origin: "báo cáo của \(key.unit), \(key.campaign)"))
        }
        return outcome
      }
    }
  }

  /// The PDF of each of these stories; the sizes are by slug.
  private func printStories(_ stories: [Story], address: String?) async throws -> Outcome {
    let fonts = FontTurn()
    return try await share(stories.count, of: "bản PDF của bài") { queue in
      let press = try StoryPress(
        workspace, base: address, fontFolder: fontFolder, cache: cache, lock: fonts.turn)
      return try queue.map { index in
        var outcome = Outcome()
        if let file = try press.file(stories[index], into: &outcome.problems) {
          outcome.sizes[stories[index].slug] = file.bytes.count
          try publisher.write(file)
        }
        return outcome
      }
    }
  }

  /// Share cards and icons.
  private func paint(_ plan: SitePlan) async throws {
    let fonts = FontTurn()
    let cards = plan.cards
    let icons = SiteIcons(plan: plan)
    _ = try await share(cards.count + 1, of: "thẻ chia sẻ") { queue in
      let press = try CardPress(
        workspace, fontFolder: fontFolder, cache: cache, lock: fonts.turn)
      return try queue.map { index in
        let files =
          index == cards.count ? try press.files(icons) : [try press.file(cards[index])]
        for file in files { try publisher.write(file) }
        return Outcome()
      }
    }
  }

  private func warmPress(
    _ keys: [ReportKey], _ fonts: FontTurn, address: String?
  ) throws -> ReportPress {
    let press = try ReportPress(
      workspace, keys: keys, forms: forms, site: address, fontFolder: fontFolder)
    try press.warmUp(fonts.turn)
    return press
  }

  // MARK: Workers

  /// Shares jobs among workers; what came of them is gathered in the order of the jobs.
  private func share(
    _ count: Int, of name: String,
    _ work: @escaping @Sendable (Crew.Queue) throws -> [(Int, Outcome)]
  ) async throws -> Outcome {
    var all = Outcome()
    for part in try await Crew(workspace.jobs, console).share(count, of: name, work) {
      all.problems.add(contentsOf: part.problems)
      all.sizes.merge(part.sizes) { first, _ in first }
      all.links.merge(part.links)
    }
    return all
  }

  // MARK: Links

  private func links(to keys: [ReportKey], sizes: [String: Int]) -> [ReportLink] {
    keys.map { ReportLink($0, directory: workspace.papers, forms: forms, sizes: sizes) }
  }
}
