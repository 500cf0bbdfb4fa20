import Diagnostics
import Testing

@testable import Templating

/// Numbers that carry their source: printed as text, compared as numbers.
@Suite struct FigureTests {
  private func render(_ template: String) throws -> String {
    var bag = DiagnosticBag()
    let set = TemplateSet.compile([TemplateSource(name: "a.md", text: template)], into: &bag)
    return try #require(set, "\(bag.sorted)").render(
      "a.md",
      globals: .record([
        ("n", .figure(5, shown: "[05](nguon:0)")), ("none", .figure(0, shown: "0")),
        ("texts", .list([.figure(5, shown: "[05](nguon:0)"), .text("a*b")])),
      ]))
  }

  @Test func printedWithItsSource() throws {
    #expect(try render("{{ n }} / {{ n.number }}") == "[05](nguon:0) / 5")
    #expect(try render("{% capture x %}{{ n }}{% endcapture %}{{ x }}") == "[05](nguon:0)")
  }

  @Test func comparedAsANumber() throws {
    #expect(try render("{% if n > 4 and 4 < n and n == 5 and n != 6 %}đúng{% endif %}") == "đúng")
    #expect(
      try render("{% if none == 0 %}không{% endif %}{% if none > 0 %}có{% endif %}") == "không")
  }

  @Test func aBareNumberInAReportIsToldOf() {
    var bag = DiagnosticBag()
    let template = TemplateSource(
      name: "a.md",
      text: "{{ n }}{{ list.size }}{% if list.size > 0 %}{{ bare }}{% endif %}\n"
        + "{% for x in list %}{{ forloop.index }}{{ x }}{% endfor %}")
    let globals = Shape([
      "n": .figure("n"), "bare": .number("b"), "list": .texts("l"),
    ])
    for traces in [true, false] {
      bag = DiagnosticBag()
      TemplateReview([template]).lint(
        for: [Vocabulary(template: "a.md", meaning: "a", globals: globals, tracesFigures: traces)],
        into: &bag)
      #expect(
        bag.sorted.map(\.id) == (traces ? ["template.lint-source", "template.lint-source"] : []))
    }
  }
}
