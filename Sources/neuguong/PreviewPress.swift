import Campaigns
import Diagnostics
import Documents
import Publication
import Site
import Synchronization

/// Prints the reports, papers of stories, share cards and icons of one state that somebody asks for.
final class PreviewPress: Sendable {
  private enum Job: Sendable {
    case report(ReportKey)
    case story(Story)
    case card(PlannedCard)
    case icons
  }

  /// Made when first needed.
  private struct Presses {
    var report: ReportPress?
    var story: StoryPress?
    var card: CardPress?
    var printed: [String: [UInt8]] = [:]
  }

  private let workspace: Workspace
  private let plan: SitePlan
  private let base: String?
  private let forms: [ReportForm]
  private let fontFolder: String?
  private let cache: ArtefactCache
  /// From the unit of a report to the page that it leads back to.
  private let front: String?
  private let jobs: [String: Job]
  /// Among all states: fonts are used by one at a time.
  private let turn: FontTurn
  private let presses = Mutex<Presses>(Presses())

  /// - Parameters:
  ///   - keys: the reports of the site.
  ///   - stories: those with a paper.
  ///   - front: the unit whose page is the front page; nil for the whole site.
  init(
    _ workspace: Workspace, plan: SitePlan, keys: [ReportKey], stories: [Story], base: String?,
    forms: [ReportForm], fontFolder: String?, cache: ArtefactCache, front: String?, turn: FontTurn
  ) {
    self.workspace = workspace
    self.plan = plan
    self.base = base
    self.forms = forms
    self.fontFolder = fontFolder
    self.cache = cache
    self.front = front
    self.turn = turn
    var jobs: [String: Job] = [:]
    for key in keys {
      for path in forms.map(key.file) + [key.sourcesFile] { jobs[path] = .report(key) }
    }
    for story in stories { jobs[Address.storyPDF(story.slug)] = .story(story) }
    for card in plan.cards { jobs[card.path] = .card(card) }
    for path in [SiteIcons.icoPath] + SiteIcons.pictures.map(\.path) { jobs[path] = .icons }
    self.jobs = jobs
  }

  /// A printed file; nil if there is none of that path.
  ///
  /// - Throws: `Stop` if the machine lacks a font.
  func file(_ path: String, into bag: inout DiagnosticBag) throws(Stop) -> [UInt8]? {
    guard let job = jobs[path] else { return nil }
    let made: Result<(bytes: [UInt8]?, problems: DiagnosticBag), Stop> = turn.turn.withLock { _ in
      presses.withLock { presses in
        if let kept = presses.printed[path] { return .success((kept, DiagnosticBag())) }
        var told = DiagnosticBag()
        do throws(Stop) {
          for (path, bytes) in try print(job, by: &presses, into: &told) {
            presses.printed[path] = bytes
          }
          return .success((presses.printed[path], told))
        } catch { return .failure(error) }
      }
    }
    let file = try made.get()
    bag.add(contentsOf: file.problems)
    return file.bytes
  }

  private func print(
    _ job: Job, by presses: inout Presses, into bag: inout DiagnosticBag
  ) throws(Stop) -> [(path: String, bytes: [UInt8])] {
    // Nobody else prints now.
    let own = Mutex<Void>(())
    switch job {
    case .report(let key):
      let press = try ready(&presses.report) { () throws(Stop) in
        try ReportPress(workspace, keys: [], forms: forms, site: base, fontFolder: fontFolder)
      }
      let page = key.unit == front ? "index.html" : "don-vi/\(key.unit)/index.html"
      return try press.files(key, home: "../../../\(page)", into: &bag)
    case .story(let story):
      let press = try ready(&presses.story) { () throws(Stop) in
        try StoryPress(workspace, base: base, fontFolder: fontFolder, cache: cache, lock: own)
      }
      return try press.file(story, into: &bag).map { [($0.path, $0.bytes)] } ?? []
    case .card(let card):
      let file = try cardPress(&presses, own).file(card)
      return [(file.path, file.bytes)]
    case .icons:
      return try cardPress(&presses, own).files(SiteIcons(plan: plan)).map { ($0.path, $0.bytes) }
    }
  }

  private func cardPress(
    _ presses: inout Presses, _ lock: borrowing Mutex<Void>
  ) throws(Stop) -> CardPress {
    try ready(&presses.card) { () throws(Stop) in
      try CardPress(workspace, fontFolder: fontFolder, cache: cache, lock: lock)
    }
  }

  private func ready<Press>(
    _ press: inout Press?, _ make: () throws(Stop) -> Press
  ) throws(Stop) -> Press {
    if let press { return press }
    let made = try make()
    press = made
    return made
  }
}
