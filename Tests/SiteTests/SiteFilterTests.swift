import Diagnostics
import Templating
import Testing

@testable import Site

@Suite struct SiteFilterTests {
  private func shown(_ template: String, _ data: [(String, Value)] = []) throws -> String {
    var bag = DiagnosticBag()
    var options = TemplateOptions()
    options.filters = SiteFilters.all
    let set = try #require(
      TemplateSet.single(
        TemplateSource(name: "t.html", text: template), options: options, into: &bag))
    return try set.render("t.html", globals: .record(data))
  }

  @Test(arguments: SiteFilters.all.map(\.reference.name))
  func theExampleOfTheReferenceIsTrue(_ name: String) throws {
    let filter = try #require(SiteFilters.all.first { $0.reference.name == name }).reference
    #expect(try shown(filter.example) == filter.result)
  }

  @Test func markupInDataIsNoMarkupOfThePage() throws {
    let text = try shown(
      "{{ t | markdownify }}",
      [("t", .text("<script>x</script>\n\n[a](javascript:x) **đậm**"))])
    #expect(!text.contains("<script") && !text.contains("javascript:"))
    #expect(text.contains("<strong>đậm</strong>"))
    #expect(try shown("{{ nil | markdownify }}").isEmpty)
  }

  @Test func textBeyondTheLimitsIsShownAsItStands() throws {
    let deep = String(repeating: ">", count: 5_000)
    let text = try shown("{{ t | markdownify }}", [("t", .text(deep))])
    #expect(text == String(repeating: "&gt;", count: 5_000))
  }
}
