import Synchronization
import Terminal

/// Workers who share the jobs of one kind of work, and tell how far they are.
struct Crew: Sendable {
  private let workers: Int
  private let console: Console

  init(_ workers: Int, _ console: Console) {
    self.workers = workers
    self.console = console
  }

  /// Jobs that workers take one by one until none is left.
  final class Queue: Sendable {
    private let next = Atomic<Int>(0)
    private let done = Atomic<Int>(0)
    private let count: Int
    private let console: Console
    private let progress: Mutex<Progress>

    fileprivate init(count: Int, name: String, console: Console) {
      self.count = count
      self.console = console
      progress = Mutex(Progress(count, of: name, now: Clock.seconds()))
      tell(0)
    }

    /// Does all jobs that this worker gets; answers with the outcome of each by its number.
    func map<Outcome>(_ work: (Int) throws -> Outcome) throws -> [(Int, Outcome)] {
      var found: [(Int, Outcome)] = []
      while true {
        try Task.checkCancellation()
        let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard i < count else { return found }
        found.append((i, try work(i)))
        tell(done.wrappingAdd(1, ordering: .relaxed).newValue)
      }
    }

    private func tell(_ done: Int) {
      guard console.showsProgress else { return }
      // Whoever comes while another tells has nothing newer to say.
      let line = progress.withLockIfAvailable { $0.line(done: done, now: Clock.seconds()) }
      if let line, let line { console.progress(line) }
    }
  }

  /// What came of the jobs, in their order, whoever did them.
  func share<Outcome: Sendable>(
    _ count: Int, of name: String,
    _ work: @escaping @Sendable (Queue) throws -> [(Int, Outcome)]
  ) async throws -> [Outcome] {
    let queue = Queue(count: count, name: name, console: console)
    return try await withThrowingTaskGroup(of: [(Int, Outcome)].self) { group in
      for _ in 0..<min(workers, count) { group.addTask { try work(queue) } }
      var parts: [(Int, Outcome)] = []
      for try await part in group { parts += part }
      console.endProgress()
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
