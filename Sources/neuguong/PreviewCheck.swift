import Diagnostics
import Site
import Synchronization

/// Finds what `check` would tell of a site that is shown already.
final class PreviewCheck: Sendable {
  /// Pictures that were whole when last looked at, by names that change with their bytes.
  private let whole = Mutex<Set<String>>([])

  /// Stops early if the task is cancelled.
  func problems(of site: PreviewSite) -> DiagnosticBag {
    let workspace = site.workspace
    var bag = CheckCommand.rehearse(site.plan, workspace)
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

/// Looks for what is wrong with the pages of a site that is shown already, and tells the outcome.
struct PreviewTrial: Sendable {
  let site: PreviewSite
  let ledger: PreviewLedger
  let check: PreviewCheck
  /// What is wrong with the content.
  let known: DiagnosticBag
  let console: Console
  let language: Language
  /// What is told before the problems.
  let words: String

  /// Until then the pages that are open have been made again and leave the processor to the trial.
  private static let head = Duration.milliseconds(60)

  func run() async {
    try? await Task.sleep(for: Self.head)
    var all = known
    all.add(contentsOf: check.problems(of: site))
    // A newer state is on its way, and what was found is not all.
    if Task.isCancelled { return }
    ledger.end(with: all)
    let text = TextDiagnosticWriter.summary(all, in: language)
    let fine = Phrase("không có lỗi", en: "no problems").text(in: language)
    console.say("\(words); \(text.isEmpty ? fine : text)")
  }
}
