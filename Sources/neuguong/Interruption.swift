import Dispatch
import Glibc

/// Ctrl-C and other polite ways to end a program, as something that is told rather than suffered.
final class Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let sources: [any DispatchSourceSignal]

  /// - Parameter act: called on another thread, each time.
  init(_ act: @escaping @Sendable () -> Void) {
    sources = Self.signals.map { signal in
      // What ends a program by default would end it before anybody is told.
      Glibc.signal(signal, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
      source.setEventHandler(handler: act)
      source.activate()
      return source
    }
  }

  /// From now on they end the program again.
  deinit {
    for source in sources { source.cancel() }
    for signal in Self.signals { Glibc.signal(signal, SIG_DFL) }
  }
}
