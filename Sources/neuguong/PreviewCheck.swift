import Diagnostics
import Site
import Synchronization

/// Finds what `check` would tell of a site that is shown already.
final class PreviewCheck: Sendable {
  /// Pictures that were whole when last looked at, by names that change with their bytes.
  private let whole = Mutex<Set<String>>([])

  /// Stops early if the task is cancelled.
  func problems(of site: PreviewSite) async -> DiagnosticBag {
    let workspace = site.workspace
    // One worker: pages that somebody waits for come first.
    let rehearsal = Rehearsal(workspace, Crew(1, Console(isQuiet: true)))
    var bag = (try? await rehearsal.problems(of: site.plan)) ?? DiagnosticBag()
    let darkroom = Darkroom(source: workspace.source, cache: nil)
    for (picture, location) in workspace.pictures.pictures where !Task.isCancelled {
      if whole.withLock({ $0.contains(picture.name) }) { continue }
      var told = DiagnosticBag()
      darkroom.inspect(picture, at: location, into: &told)
      if told.all.isEmpty { whole.withLock { _ = $0.insert(picture.name) } }
      bag.add(contentsOf: told)
    }
    return bag
  }
}

/// Looks for what is wrong with the pages of a site that is shown already, and says in one line what
/// became of a change.
final class PreviewTrial: Sendable {
  private let site: PreviewSite
  private let ledger: PreviewLedger
  private let check: PreviewCheck
  private let known: DiagnosticBag
  private let console: Console
  private let language: Language
  private let words: String
  private let task = Mutex<Task<Void, Never>?>(nil)
  private let isTold = Atomic<Bool>(false)

  /// Until then the pages that are open have been made again and leave the processor to the trial.
  private static let head = Duration.milliseconds(60)

  /// - Parameters:
  ///   - known: what is wrong with the content.
  ///   - words: what is said before the problems.
  init(
    _ site: PreviewSite, _ ledger: PreviewLedger, _ check: PreviewCheck, known: DiagnosticBag,
    console: Console, language: Language, words: String
  ) {
    self.site = site
    self.ledger = ledger
    self.check = check
    self.known = known
    self.console = console
    self.language = language
    self.words = words
  }

  func start() {
    task.withLock { $0 = Task.detached(priority: .utility) { await self.run() } }
  }

  /// Ends it early, for another state comes.
  func stop() {
    task.withLock { $0?.cancel() }
    say(words)
  }

  private func run() async {
    try? await Task.sleep(for: Self.head)
    var all = known
    all.add(contentsOf: await check.problems(of: site))
    // What was found is not all.
    if Task.isCancelled { return }
    ledger.end(with: all)
    let text = TextDiagnosticWriter.summary(all, in: language)
    let fine = Phrase("không có lỗi", en: "no problems").text(in: language)
    say("\(words); \(text.isEmpty ? fine : text)")
  }

  private func say(_ text: String) {
    if !isTold.exchange(true, ordering: .relaxed) { console.say(text) }
  }
}
