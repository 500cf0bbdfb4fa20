import Bundles
import Testing

@Suite("Shards")
struct ShardTests {
  @Test(
    "are read as number and count",
    arguments: ["", "0/4", "5/4", "1", "a/2", "1/2/3", "-1/2", "1/1001"])
  func wrong(text: String) { #expect(Shard(text) == nil) }

  @Test("give each item to one of them, in order", arguments: [1, 2, 3, 4, 7, 40])
  func union(count: Int) throws {
    let weights = (0..<37).map { $0 * 7919 % 101 }
    let shares = try (1...count).map { try #require(Shard("\($0)/\(count)")).share(of: weights) }
    #expect(shares.flatMap(\.self).sorted() == Array(weights.indices))
    #expect(shares.allSatisfy { $0 == $0.sorted() })
  }

  @Test("carry nearly equal loads")
  func balance() throws {
    let weights = (0..<200).map { $0 % 10 == 0 ? 50 : 3 + $0 % 4 }
    let loads = try (1...4).map { number in
      try #require(Shard(number: number, count: 4)).share(of: weights).reduce(0) {
        $0 + weights[$1]
      }
    }
    let (least, most) = (try #require(loads.min()), try #require(loads.max()))
    #expect(most - least <= 6, "\(loads)")
    let light = try (1...4).map { try #require(Shard("\($0)/4")).share(of: [0, 0, 0, 0]) }
    #expect(light.allSatisfy { $0.count == 1 })
  }
}
