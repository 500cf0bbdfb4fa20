import Testing
import Vietnamese

@testable import Templating

/// The reference cannot lie: every filter has an example, and every example is run.
@Suite struct FilterReferenceTests {
  static let references = FilterGroup.allCases.flatMap(\.references)

  @Test(arguments: references.map(\.name))
  func exampleIsTrue(_ name: String) throws {
    let filter = try #require(Self.references.first { $0.name == name })
    #expect(filter.example.contains(name), "the example does not use the filter")
    #expect(!filter.result.isEmpty, "the example shows nothing")
    let shown = try rendered(
      filter.example, FilterReference.sample, named: "vi-du.\(kind(of: name))", options: options)
    #expect(shown == filter.result)
  }

  @Test func everyFilterIsToldOnce() {
    #expect(Set(Self.references.map(\.name)).count == Self.references.count)
    #expect(Self.references.allSatisfy { $0.summary.hasSuffix(".") })
    #expect(FilterGroup.allCases.allSatisfy { !$0.title.isEmpty && !$0.references.isEmpty })
  }

  @Test func usageIsWrittenAsInATemplate() throws {
    let usages = Dictionary(uniqueKeysWithValues: Self.references.map { ($0.name, $0.usage) })
    #expect(usages["upcase"] == "upcase")
    #expect(usages["truncate"] == "truncate: [số_ký_tự = 50], [dấu = '...']")
    #expect(usages["default"] == "default: [giá_trị = ''], [allow_false: false]")
    #expect(usages["compact"] == "compact: [thành_phần]")
  }

  private func kind(of name: String) -> String {
    name.hasPrefix("md") ? "md" : name == "csv_cell" ? "csv" : "html"
  }

  private var options: TemplateOptions {
    var options = TemplateOptions()
    options.language = .vietnamese
    options.now = PlainDate(year: 2026, month: 11, day: 21).map { Moment($0) }
    return options
  }
}
