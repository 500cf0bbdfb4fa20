import Diagnostics
import Testing

@testable import Records

@Suite struct JSONTests {
  private func parse(_ text: String) -> (node: JSONNode?, problems: [Diagnostic]) {
    var bag = DiagnosticBag()
    let node = JSON.parse(Array(text.utf8), file: "a.json", into: &bag)
    return (node, bag.all)
  }

  @Test func keepsTheOrderOfMembersAndTheKindsOfNumbers() throws {
    let node = try #require(
      parse(#"{"z": 1, "a": [true, null, 2.5, "đ\u00e0\u0000x"], "m": {}}"#).node)
    #expect(node.members.map(\.name) == ["z", "a", "m"])
    #expect(node["z"]?.int == 1)
    let items = try #require(node["a"]?.items)
    #expect(items.count == 4)
    #expect(items[0].isTrue)
    guard case .null = items[1], case .double(2.5) = items[2] else {
      Issue.record("kinds: \(items)")
      return
    }
    #expect(items[3].text == "đà\0x")
    #expect(node["m"]?.members.isEmpty ?? false)
    #expect(node["none"] == nil)
  }

  @Test func numbersBeyondAWholeNumberAreDoubles() throws {
    let items = try #require(
      parse("[9223372036854775807, 9223372036854775808, -9223372036854775808]").node?.items)
    #expect(items[0].int == .max)
    guard case .double = items[1] else {
      Issue.record("kind: \(items[1])")
      return
    }
    #expect(items[2].int == .min)
  }

  @Test func tellsWhereItIsWrong() {
    let found = parse("{\n  \"a\": 1,\n  \"b\" 2\n}").problems
    #expect(found.map(\.id) == ["json.syntax"])
    #expect(found.first?.location?.line == 3)
    for text in ["", "[1", "[1] 2", "[1,]", "nulL"] {
      #expect(parse(text).problems.map(\.id) == ["json.syntax"], "\(text)")
    }
  }

  @Test func depthHasALimit() {
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(parse(deep).problems.first?.summary.contains("lồng") ?? false)
    #expect(parse(String(repeating: "[", count: 100_000)).node == nil)
  }

  @Test func onlyUTF8IsRead() {
    var bag = DiagnosticBag()
    #expect(JSON.parse([0x22, 0xFF, 0x22, 0x20], file: "a.json", into: &bag) == nil)
    #expect(bag.all.map(\.id) == ["json.encoding"])
  }
}
