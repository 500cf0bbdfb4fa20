import Diagnostics
import Preview
import Synchronization

/// What is wrong with the state that is shown, as it comes to light: with the content at once, with
/// a page when somebody opens it, with all others when they have been tried.
final class PreviewLedger: Sendable {
  private struct State: Sendable {
    var known = DiagnosticBag()
    var isOpen = true
  }

  private let state = Mutex<State>(State())
  private let desk: PreviewDesk
  private let panel: @Sendable (DiagnosticBag) -> PreviewPanel

  init(_ desk: PreviewDesk, _ panel: @escaping @Sendable (DiagnosticBag) -> PreviewPanel) {
    self.desk = desk
    self.panel = panel
  }

  /// What is known when the state is shown.
  func begin(with bag: DiagnosticBag) { state.withLock { $0.known = bag } }

  /// What the making of one page brought up.
  func add(_ bag: DiagnosticBag) {
    if bag.all.isEmpty { return }
    state.withLock { state in
      let before = state.known.sorted.count
      state.known.add(contentsOf: bag)
      if state.isOpen, state.known.sorted.count > before { desk.tell(panel(state.known)) }
    }
  }

  /// All there is; nothing comes after it.
  func end(with bag: DiagnosticBag) {
    state.withLock { state in
      if state.isOpen, bag.sorted != state.known.sorted { desk.tell(panel(bag)) }
      state.isOpen = false
    }
  }

  /// Another state is about to be shown.
  func close() { state.withLock { $0.isOpen = false } }
}
