import Synchronization

/// Whose turn it is to warm fonts up, see `ReportPress`.
final class FontTurn: Sendable {
  let turn = Mutex<Void>(())
}
