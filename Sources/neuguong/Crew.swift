import Synchronization

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
    private let count: Int
    private let name: String
    private let console: Console

    fileprivate init(count: Int, name: String, console: Console) {
      self.count = count
      self.name = name
      self.console = console
    }

    /// Does all jobs that this worker gets; answers with the outcome of each by its number.
    func map<Outcome>(_ work: (Int) throws -> Outcome) throws -> [(Int, Outcome)] {
      var found: [(Int, Outcome)] = []
      while true {
        try Task.checkCancellation()
        let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard i < count else { return found }
        if i % 50 == 0 { console.progress("\(i)/\(count) \(name)") }
        found.append((i, try work(i)))
      }
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
      return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
