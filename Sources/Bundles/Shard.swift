/// One of several machines that share the work of a run: the second of four is `2/4`.
package struct Shard: Sendable, Hashable {
  /// From 1 to `count`.
  package let number: Int
  package let count: Int

  /// Nil unless 1 ≤ number ≤ count ≤ 1000.
  package init?(number: Int, count: Int) {
    guard (1...1000).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/4`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number: number, count: count)
  }

  /// The places of what falls to this shard, in order.
  ///
  /// The heaviest goes first to the shard that has least so far, so the loads are nearly equal; ties
  /// go by place, so that every machine comes to the same division.
  ///
  /// - Parameter weights: how much work each item is, in any unit.
  package func share(of weights: [Int]) -> [Int] {
    var loads = [Int](repeating: 0, count: count)
    var mine: [Int] = []
    for place in weights.indices.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) {
      let least = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      // Work without weight is work still, and must not all fall to one.
      loads[least] += max(weights[place], 1)
      if least == number - 1 { mine.append(place) }
    }
    return mine.sorted()
  }
}
