import Campaigns
import Content
import Diagnostics
import Documents
import Publication
import Site
import Synchronization

/// `build` and `report`: everything rendered straight into the publisher by a few workers.
struct Build {
  let workspace: Workspace
  let console: Console
  let publisher: Publisher
  /// In which reports are written.
  let forms: [ReportForm]
  /// Where the fonts of PDF are; nil for those of the machine.
  let fontFolder: String?

  /// One piece of work: a page of the site or one report.
  private enum Job: Sendable {
    case page(Int)
    case report(Int)
  }

  /// Renders the site and its reports; problems found on the way are in the result.
  func site(baseURL: String?, withReports: Bool) async throws -> DiagnosticBag {
    var bag = DiagnosticBag()
    let keys =
      withReports
      ? ReportPlan(directory: workspace.directory, assessor: workspace.assessor).keys : []
    let plan = SitePlan(
      directory: workspace.directory, assessor: workspace.assessor, reports: links(to: keys),
      now: workspace.now, baseURL: baseURL)
    bag.add(contentsOf: plan.problems)
    for file in SiteAssets(plan: plan, styles: workspace.styles).files(into: &bag) {
      try publisher.write(OutputFile(path: file.path, bytes: file.bytes, origin: "trang web"))
    }
    // Reports first: each is long, and a long job at the end would leave a core idle.
    let jobs = keys.indices.map(Job.report) + plan.pages.indices.map(Job.page)
    bag.add(contentsOf: try await run(jobs, keys: keys, plan: plan))
    return bag
  }

  /// Prints the given reports alone.
  func reports(_ keys: [ReportKey]) async throws -> DiagnosticBag {
    try await run(keys.indices.map(Job.report), keys: keys, plan: nil)
  }

  private func run(_ jobs: [Job], keys: [ReportKey], plan: SitePlan?) async throws -> DiagnosticBag
  {
    let next = Atomic<Int>(0)
    let firstPage = keys.count
    let fontLock = Mutex<Void>(())
    let shared = Shared(next: next, fontLock: fontLock)
    return try await withThrowingTaskGroup(of: [(Int, DiagnosticBag)].self) { group in
      for _ in 0..<min(workspace.jobs, max(jobs.count, 1)) {
        group.addTask {
          try work(jobs, keys: keys, plan: plan, firstPage: firstPage, shared)
        }
      }
      var found: [(Int, DiagnosticBag)] = []
      for try await part in group { found += part }
      var bag = DiagnosticBag()
      for part in found.sorted(by: { $0.0 < $1.0 }) { bag.add(contentsOf: part.1) }
      return bag
    }
  }

  /// What the workers share: which job is next, and whose turn it is to warm fonts up.
  private final class Shared: Sendable {
    let next: Atomic<Int>
    let fontLock: Mutex<Void>

    init(next: consuming Atomic<Int>, fontLock: consuming Mutex<Void>) {
      self.next = next
      self.fontLock = fontLock
    }
  }

  /// One worker: takes jobs until none is left; answers with the problems of each by its number.
  private func work(
    _ jobs: [Job], keys: [ReportKey], plan: SitePlan?, firstPage: Int, _ shared: Shared
  ) throws -> [(Int, DiagnosticBag)] {
    var found: [(Int, DiagnosticBag)] = []
    var press: ReportPress?
    var buffer: [UInt8] = []
    let renderer = plan.map { SiteRenderer(plan: $0, templates: workspace.templates) }
    while true {
      try Task.checkCancellation()
      let i = shared.next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard i < jobs.count else { return found }
      if i % 50 == 0 { console.progress("\(i)/\(jobs.count) trang và báo cáo") }
      var bag = DiagnosticBag()
      switch jobs[i] {
      case .page(let index):
        guard let plan, let renderer else { continue }
        let page = plan.pages[index]
        buffer.removeAll(keepingCapacity: true)
        renderer.render(page, into: &buffer, diagnostics: &bag)
        try publisher.write(
          OutputFile(path: page.path, bytes: buffer, origin: "trang “\(page.title)”"))
      case .report(let index):
        let ready = try press ?? warmPress(keys, shared, site: plan?.address)
        press = ready
        let home = plan == nil ? nil : "../../../don-vi/\(keys[index].unit)/index.html"
        for file in try ready.files(keys[index], home: home, into: &bag) {
          try publisher.write(
            OutputFile(
              path: file.path, bytes: file.bytes,
              origin: "báo cáo của \(keys[index].unit), \(keys[index].campaign)"))
        }
      }
      if !bag.all.isEmpty { found.append((i, bag)) }
    }
  }

  private func warmPress(_ keys: [ReportKey], _ shared: Shared, site: String?) throws -> ReportPress
  {
    let press = try ReportPress(
      workspace, keys: keys, forms: forms, site: site, fontFolder: fontFolder)
    try press.warmUp(shared.fontLock)
    return press
  }

  private func links(to keys: [ReportKey]) -> [ReportLink] {
    keys.map { key in
      func path(_ form: ReportForm) -> String? {
        forms.contains(form) ? "\(key.path).\(form.rawValue)" : nil
      }
      return ReportLink(
        unit: key.unit, campaign: key.campaign,
        title: ReportPlan.title(of: key, directory: workspace.directory), heading: key.kind.title,
        html: path(.html), pdf: path(.pdf), docx: path(.docx), xlsx: path(.xlsx))
    }
  }
}
