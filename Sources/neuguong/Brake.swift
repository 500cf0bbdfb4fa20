import Dispatch
import Publication
import Synchronization

/// Stops the work of a run when a signal comes, and leaves the output as it was.
///
/// From its making on, a signal cancels the work that runs. Work that does not stop soon, or a
/// second signal, ends the program at once; what was staged goes in either case. Only an exchange
/// of folders that has begun is carried through.
final class Brake {
  /// The run was stopped; nothing has changed.
  struct Stopped: Error {
    var signal: CInt
  }

  private struct Course: Sendable {
    var signal: CInt?
    var cancel: (@Sendable () -> Void)?
    /// The work has stopped by itself; the run ends in good order.
    var hasStopped = false
  }

  /// What the thread that hears signals shares with the run.
  private final class Ear: Sendable {
    let course = Mutex(Course())
  }

  /// How long work may take to stop by itself: longer than a page, shorter than patience.
  private static let patience = DispatchTimeInterval.milliseconds(1500)

  private let publisher: Publisher
  private let ear = Ear()
  private let interruption: Interruption

  init(_ publisher: Publisher) {
    self.publisher = publisher
    interruption = Interruption { [ear] signal in
      let (isFirst, cancel) = ear.course.withLock { course in
        let isFirst = course.signal == nil
        if isFirst { course.signal = signal }
        return (isFirst, course.cancel)
      }
      cancel?()
      // A disk may take seconds to remove what was staged.
      Console(isQuiet: false).progress("đang dừng và dọn phần đã ghi tạm…")
      @Sendable func end() {
        if ear.course.withLock(\.hasStopped) { return }
        publisher.abandon()
        Self.end(by: signal)
      }
      if !isFirst { end() }
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience, execute: end)
    }
  }

  /// Does work that a signal cancels.
  func run<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
    let task = Task { try await work() }
    ear.course.withLock { $0.cancel = { task.cancel() } }
    // The signal may have come before there was anything to cancel.
    if ear.course.withLock({ $0.signal }) != nil { task.cancel() }
    let result = await task.result
    ear.course.withLock { $0.cancel = nil }
    // What work throws when it is cancelled is no fault of the content or the machine.
    try check()
    return try result.get()
  }

  /// Throws if a signal has come.
  func check() throws(Stopped) {
    let signal = ear.course.withLock { course in
      course.hasStopped = course.signal != nil
      return course.signal
    }
    guard let signal else { return }
    publisher.abandon()
    throw Stopped(signal: signal)
  }

  /// The last words of a run that was stopped.
  static func end(by signal: CInt) -> Never {
    Console.clearLine()
    Console.err("neuguong: đã dừng; mọi thứ giữ nguyên như trước khi chạy.")
    Interruption.end(by: signal)
  }
}
