import Diagnostics
import Testing

@testable import Templating

/// What must hold for every filter, whatever it is given.
@Suite struct FilterPropertyTests {
  static let names = FilterGroup.allCases.flatMap(\.references).map(\.name)

  /// One value of every kind, the odd ones first of all.
  static let values: [(String, Value)] = [
    ("null", .null), ("yes", .bool(true)), ("zero", .int(0)), ("least", .int(.min)),
    ("most", .int(.max)), ("real", .double(-2.5)), ("huge", .double(1e308)),
    ("nan", .double(.nan)), ("infinite", .double(-.infinity)), ("void", .text("")),
    ("text", .text("Đường 'Nguyễn' <q>\n,;|&amp;%41\u{1F600}")), ("safe", .html("<i>&lt;</i>")),
    ("broken", .text([0xFF, 0x25, 0xC3])), ("digits", .text("-9223372036854775808")),
    ("power", .text("1e400")), ("list", .list([.int(1), .text("<q>"), .null, .list([.int(2)])])),
    ("items", .list([.record(["name": .text("An"), "n": .int(.max)]), .record(["name": .null])])),
    ("none", .list([])), ("record", .record(["name": .text("<q>"), "given": .int(3)])),
    ("lazy", .lazy(["name"]) { _ in .null }), ("range", .range(RangeValue(1, 3))),
    ("hollow", .range(RangeValue(3, 1))), ("day", .day(CivilDate(year: 2024, month: 2, day: 29))),
    ("noDay", .day(CivilDate(year: 0, month: 0, day: 0))),
  ]

  private static func calls(_ name: String) throws -> [String] {
    let filter = try #require(FilterTable.all(in: .extended, with: [])[name])
    if filter.asksCondition != nil { return ["\(name): 'x', 'x'"] }
    var calls: [String] = filter.minimum == 0 ? [name] : []
    if filter.maximum >= 1, filter.minimum <= 1 {
      calls += values.map { "\(name): \($0.0)" }
    }
    if filter.maximum >= 2 {
      calls += values.map { "\(name): text, \($0.0)" } + ["\(name): least, most"]
    }
    return calls
      + filter.named.flatMap { key in
        let places = Array(repeating: "zero", count: filter.minimum).map { "\($0), " }.joined()
        return values.map { "\(name): \(places)\(key): \($0.0)" }
      }
  }

  private static func outcomes(_ name: String) throws -> [String] {
    var bag = DiagnosticBag()
    var sources: [TemplateSource] = []
    for (i, call) in try calls(name).enumerated() {
      for (value, _) in values {
        sources.append(
          TemplateSource(name: "\(value)\(i).html", text: "{{ \(value) | \(call) }}"))
      }
    }
    let set = try #require(
      TemplateSet.compile(sources, into: &bag), "\(bag.all.first?.summary ?? "")")
    var budget = Budget()
    budget.stringBytes = 1 << 20
    return sources.map { source in
      do throws(RenderError) {
        return try set.render(source.name, globals: .record(values), budget: budget)
      } catch {
        return ""
      }
    }
  }

  /// An error is an answer, a trap would end the test run; and only the filters that say so let
  /// markup of the data through.
  @Test(arguments: names)
  func noValueEndsTheProcessOrBecomesMarkup(_ name: String) throws {
    for text in try Self.outcomes(name) where name != "safe" && name != "raw" {
      #expect(!text.contains("<q"), "\(text.prefix(80))")
    }
  }
}
