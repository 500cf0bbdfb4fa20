import Bundles
import Campaigns
import Content
import Diagnostics
import Documents
import Publication
import Records
import Site
import Synchronization
import Vietnamese

/// Makes the bundles of a run, shared among workers.
struct BundleRun {
  private let workspace: Workspace
  private let console: Console
  private let publisher: Publisher
  private let cache: ArtefactCache
  private let forms: [ReportForm]
  private let fontFolder: String?

  init(
    _ workspace: Workspace, console: Console, publisher: Publisher, cache: ArtefactCache,
    forms: [ReportForm], fontFolder: String?
  ) {
    self.workspace = workspace
    self.console = console
    self.publisher = publisher
    self.cache = cache
    self.forms = forms
    self.fontFolder = fontFolder
  }

  /// What came of a run.
  struct Summary {
    var problems = DiagnosticBag()
    var made = 0
    /// Bundles left out, since their reports say what they said before.
    var unchanged = 0
  }

  private struct Outcome: Sendable {
    var problems = DiagnosticBag()
    var entry: BundleIndex.Entry?
  }

  /// Makes the bundles of these reports, their index and their sums.
  ///
  /// - Parameters:
  ///   - shard: nil for all of them.
  ///   - old: fingerprints of bundles made before, by id; nil makes all.
  func bundles(
    of reports: [ReportKey], shard: Shard?, since old: [String: String]?
  ) async throws -> Summary {
    let papers = ArchiveParts(workspace.papers)
    let plans = PlannedBundle.all(of: reports)
    let own =
      shard.map { PlannedBundle.share(plans, of: $0, forms: forms.count, parts: papers) } ?? plans
    let outcomes = try await pack(own, papers: papers, since: old)
    var summary = Summary()
    for outcome in outcomes { summary.problems.add(contentsOf: outcome.problems) }
    let entries = outcomes.compactMap(\.entry)
    summary.made = entries.count
    summary.unchanged = outcomes.count - entries.count
    let index = BundleIndex(
      program: Program.version, day: workspace.reportDate.iso, entries: entries)
    try publisher.write(
      OutputFile(path: BundleIndex.path, bytes: index.bytes, origin: "mục lục các gói"))
    try publisher.write(
      OutputFile(path: BundleIndex.sumsPath, bytes: index.sums, origin: "mục lục các gói"))
    return summary
  }

  private func pack(
    _ plans: [PlannedBundle], papers: ArchiveParts, since old: [String: String]?
  ) async throws -> [Outcome] {
    let keys = plans.flatMap(\.reports)
    let whole = SitePlan(
      directory: workspace.directory, assessor: workspace.assessor, reports: [],
      now: workspace.now, pictures: workspace.pictures, languages: workspace.languages)
    let parts = ArchiveParts(workspace.directory)
    let darkroom = Darkroom(source: workspace.source, cache: cache)
    let inputs = InputPrints(workspace.source)
    let turn = FontTurn()
    return try await Crew(workspace.jobs, console).share(plans.count, of: "gói") { queue in
      let reports = try ReportPress(
        workspace, keys: keys, forms: forms, site: nil, fontFolder: fontFolder)
      try reports.warmUp(turn.turn)
      let cards = try CardPress(
        workspace, fontFolder: fontFolder, cache: cache, lock: turn.turn)
      let press = BundlePress(
        workspace, reports: reports,
        sites: BundleSite(workspace, whole: whole, parts: parts, darkroom: darkroom, cards: cards),
        forms: forms, papers: papers, inputs: inputs)
      return try queue.map { place in
        var outcome = Outcome()
        let plan = plans[place]
        guard let draft = press.draft(plan, into: &outcome.problems) else { return outcome }
        if let old, old[plan.id] == draft.essence { return outcome }
        guard let made = try press.bundle(draft, into: &outcome.problems) else { return outcome }
        try publisher.write(
          OutputFile(path: made.entry.file.path, bytes: made.zip, origin: "gói \(plan.id)"))
        outcome.entry = made.entry
        return outcome
      }
    }
  }
}
