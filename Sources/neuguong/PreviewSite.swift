import Campaigns
import Content
import Diagnostics
import Documents
import Preview
import Publication
import Site
import Synchronization

/// The site of one state of the content, each file made when somebody asks for it.
///
/// No address is ever looked for on the disk: what is no file of the plan, no picture that a page
/// shows and no document that a page links to, is not there.
final class PreviewSite: Sendable {
  let workspace: Workspace
  let plan: SitePlan
  /// Differs where style sheet or scripts do.
  let look: Int
  private let renderer: SiteRenderer
  private let press: PreviewPress
  private let darkroom: Darkroom
  private let ledger: PreviewLedger
  /// Places of pages in the plan.
  private let pages: [String: Int]
  /// Style sheet and scripts.
  private let dress: [String: [UInt8]]
  /// Pages of the states before, as they were last seen whole.
  private let before: [String: [UInt8]]
  /// Pages that were asked for.
  private let seen = Mutex<[String: PreviewFile]>([:])
  private let assets = Once<[String: [UInt8]]>()
  private let search = Once<[String: [UInt8]]>()
  private let everyPage = Once<Void>()
  private let pictureTurn = Mutex<Void>(())

  init(
    _ workspace: Workspace, address: String, unit: String?, forms: [ReportForm],
    fontFolder: String?, cache: ArtefactCache, turn: FontTurn, before: PreviewSite?,
    ledger: PreviewLedger
  ) throws(Stop) {
    // A site that has no address yet has no feeds, here or anywhere.
    let base = workspace.directory.archive.settings.baseURL.map { _ in address }
    let parts = try SitePart(workspace, unit: unit)
    let keys =
      forms.isEmpty
      ? []
      : ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
        .filter { parts.contains(unit: $0.unit) }
    let stories = forms.isEmpty ? [] : StoryPress.stories(workspace).filter(parts.contains)
    let whole = SitePlan(
      directory: workspace.directory, assessor: workspace.assessor,
      reports: keys.map {
        ReportLink($0, directory: workspace.papers, forms: forms, sizes: nil)
      },
      now: workspace.now, pictures: workspace.pictures,
      storyPDF: Dictionary(stories.map { ($0.slug, nil) }) { first, _ in first },
      baseURL: unit == nil ? base : nil, languages: workspace.languages)
    let plan = parts.plan(from: whole, baseURL: base)
    self.workspace = workspace
    self.plan = plan
    self.ledger = ledger
    self.before = before.map { $0.before.merging($0.whole) { _, new in new } } ?? [:]
    renderer = SiteRenderer(plan: plan, templates: workspace.pageTemplates)
    press = PreviewPress(
      workspace, plan: plan, keys: keys, stories: stories, base: base, forms: forms,
      fontFolder: fontFolder, cache: cache, front: unit, turn: turn)
    darkroom = Darkroom(source: workspace.source, cache: cache)
    pages = Dictionary(plan.pages.indices.map { (plan.pages[$0].path, $0) }) { first, _ in first }
    var ignored = DiagnosticBag()
    let dress = SiteAssets(plan: plan, styles: workspace.styles, scripts: workspace.scripts)
      .look(into: &ignored)
    self.dress = Self.byPath(dress)
    var hasher = Hasher()
    for file in dress { hasher.combine(file.bytes) }
    look = hasher.finalize()
  }

  /// The site as the desk shows it.
  func state(_ panel: PreviewPanel, isStale: Bool = false) -> PreviewState {
    PreviewState(file: { self.file($0) }, look: look, panel: panel, isStale: isStale)
  }

  /// A file of the site by its path.
  func file(_ path: String) -> PreviewFile? {
    if let number = pages[path] { return page(number) }
    if let bytes = dress[path] ?? medium(path) { return PreviewFile(bytes) }
    var bag = DiagnosticBag()
    do throws(Stop) {
      if let bytes = try press.file(path, into: &bag) { return PreviewFile(bytes) }
    } catch {
      bag.error("preview.not-printed", at: nil, error.text)
    }
    ledger.add(bag)
    if path.contains(SearchIndex.folder) { return searchFiles[path].map { PreviewFile($0) } }
    return plan.paths.contains(path) ? otherFiles[path].map { PreviewFile($0) } : nil
  }

  // MARK: Pages

  private func page(_ number: Int) -> PreviewFile {
    let page = plan.pages[number]
    if let seen = seen.withLock({ $0[page.path] }) { return seen }
    var bytes: [UInt8] = []
    var bag = DiagnosticBag()
    renderer.render(page, into: &bytes, diagnostics: &bag)
    var file = PreviewFile(bytes)
    if bytes.isEmpty, bag.hasErrors {
      file = before[page.path].map { PreviewFile($0, .old) } ?? .failed
    }
    seen.withLock { $0[page.path] = file }
    ledger.add(bag)
    return file
  }

  /// Pages that were asked for and could be made.
  private var whole: [String: [UInt8]] {
    seen.withLock { seen in seen.filter { $0.value.condition == .fresh }.mapValues(\.bytes) }
  }

  // MARK: Files beside them

  private static func byPath(_ files: [SiteAssets.File]) -> [String: [UInt8]] {
    Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  private var searchFiles: [String: [UInt8]] {
    search.get {
      Self.byPath(
        plan.trees.flatMap { tree in
          SearchIndex(plan: plan, tree: tree, synonyms: workspace.synonyms).files()
        })
    }
  }

  /// Feeds, calendars and what programs read.
  private var otherFiles: [String: [UInt8]] {
    assets.get {
      var ignored = DiagnosticBag()
      return Self.byPath(
        SiteAssets(plan: plan, styles: workspace.styles, scripts: workspace.scripts)
          .files(into: &ignored))
    }
  }

  // MARK: Pictures and documents

  private func medium(_ path: String) -> [UInt8]? {
    guard path.hasPrefix("media/") else { return nil }
    if let found = shown(path) { return found }
    // A page left open may ask for a picture before it is itself made again.
    everyPage.get {
      var bytes: [UInt8] = []
      var ignored = DiagnosticBag()
      for page in plan.pages {
        bytes.removeAll(keepingCapacity: true)
        renderer.render(page, into: &bytes, diagnostics: &ignored)
      }
    }
    return shown(path)
  }

  /// A picture or a document that one of the pages made so far shows.
  private func shown(_ path: String) -> [UInt8]? {
    let book = workspace.pictures
    if let (picture, location) = book.picture(ofFile: path) {
      var bag = DiagnosticBag()
      // All sizes of a picture are made at once; those who ask for the next find it made.
      let files = pictureTurn.withLock { _ in
        var told = DiagnosticBag()
        let files = darkroom.files(of: picture, at: location, into: &told)
        return (files, told)
      }
      bag.add(contentsOf: files.1)
      ledger.add(bag)
      return files.0.first { $0.path == path }?.bytes
    }
    return book.document(ofFile: path).flatMap { try? workspace.source.read($0.source) }
  }
}

/// A value that is made once, when first wanted; others who want it wait meanwhile.
private final class Once<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func get(_ make: () -> Value) -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
