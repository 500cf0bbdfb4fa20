import Dispatch
import Glibc

/// Ctrl-C and other polite ways to end a program, as something that is told rather than suffered.
final class Interruption {
  private let sources: [any DispatchSourceSignal]
  private let signals: [CInt]

  /// - Parameter act: called on another thread, each time, with the number of the signal.
  init(_ act: @escaping @Sendable (CInt) -> Void) {
    // What `nohup` or a shell has turned off stays off.
    signals = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }
    sources = signals.map { signal in
      // What ends a program by default would end it before anybody is told.
      Glibc.signal(signal, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
      source.setEventHandler { act(signal) }
      source.activate()
      return source
    }
  }

  /// From now on they end the program again.
  deinit {
    for source in sources { source.cancel() }
    for signal in signals { Glibc.signal(signal, SIG_DFL) }
  }

  /// Ends the program by the signal, so that shells and scripts see what ended it: `$?` is 130
  /// after Ctrl-C.
  static func end(by signal: CInt) -> Never {
    Glibc.signal(signal, SIG_DFL)
    var mask = sigset_t()
    unsafe sigemptyset(&mask)
    unsafe sigaddset(&mask, signal)
    unsafe pthread_sigmask(SIG_UNBLOCK, &mask, nil)
    raise(signal)
    _exit(128 + signal)
  }

  private static func isIgnored(_ signal: CInt) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == ignored
  }
}
