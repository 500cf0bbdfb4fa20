import Campaigns
import Content
import Diagnostics
import Documents
import Site

/// Renders everything into nothing, so that `check` and the preview find what `build` would.
struct Rehearsal {
  private let workspace: Workspace
  private let crew: Crew

  init(_ workspace: Workspace, _ crew: Crew) {
    self.workspace = workspace
    self.crew = crew
  }

  /// What came of one job.
  private struct Outcome: Sendable {
    var problems = DiagnosticBag()
    /// What the pages of a worker point at.
    var links = LinkBook()
  }

  /// What is wrong with the pages, the links among them and the reports.
  func problems(of plan: SitePlan) async throws -> DiagnosticBag {
    var bag = DiagnosticBag()
    var links = LinkBook()
    for outcome in try await pages(of: plan) {
      bag.add(contentsOf: outcome.problems)
      links.merge(outcome.links)
    }
    bag.add(
      contentsOf: LinkCheck(plan: plan, templates: workspace.templateSources).problems(of: links))
    for told in try await reports() { bag.add(contentsOf: told) }
    return bag
  }

  private func pages(of plan: SitePlan) async throws -> [Outcome] {
    try await crew.share(plan.pages.count, of: "trang") { queue in
      let renderer = SiteRenderer(plan: plan, templates: workspace.pageTemplates)
      var buffer: [UInt8] = []
      var book = LinkBook()
      let rendered = try queue.map { index in
        var outcome = Outcome()
        buffer.removeAll(keepingCapacity: true)
        renderer.render(
          plan.pages[index], index, into: &buffer, diagnostics: &outcome.problems, links: &book)
        return outcome
      }
      return rendered + [(plan.pages.count, Outcome(links: book))]
    }
  }

  private func reports() async throws -> [DiagnosticBag] {
    let keys = ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
    return try await crew.share(keys.count, of: "báo cáo") { queue in
      let builder = ReportBuilder(
        directory: workspace.papers, assessor: workspace.paperAssessor,
        templates: workspace.templates, date: workspace.reportDate, images: workspace.images)
      return try queue.map { index in
        var bag = DiagnosticBag()
        _ = builder.document(keys[index], into: &bag)
        return bag
      }
    }
  }

  /// Decodes the pictures that pages show: most that are broken have a good head.
  func pictures() async throws -> DiagnosticBag {
    let pictures = workspace.pictures.pictures
    let darkroom = Darkroom(source: workspace.source, cache: nil)
    let told = try await crew.share(pictures.count, of: "ảnh") { queue in
      try queue.map { index in
        var bag = DiagnosticBag()
        let (picture, location) = pictures[index]
        darkroom.inspect(picture, at: location, into: &bag)
        return bag
      }
    }
    var bag = DiagnosticBag()
    for each in told { bag.add(contentsOf: each) }
    return bag
  }
}
