import Diagnostics
import Testing

@testable import Templating

@Suite struct ProblemTests {
  static let data: [(String, Value)] = [
    ("title", .text("x")), ("unit", .record(["name": .text("THPT"), "parent": .null])),
    ("lazy", .lazy(["name", "empty"]) { $0 == "name" ? .int(1) : .null }),
  ]

  static let tellsPlaceAndSuggestionCases: [(String, String, Int, Int, String)] = [
    ("a\n  {{ titel }}", "template.undefined", 2, 6, "title"),
    ("{{ unit.nmae }}", "template.undefined", 1, 9, "name"),
    ("{{ lazy.nam }}", "template.undefined", 1, 9, "name"),
    ("{% for x in titles %}{% endfor %}", "template.undefined", 1, 13, "title"),
    ("ệ{{ title | upcas }}", "template.unknown-filter", 1, 13, "upcase"),
    ("\n{% fro x in y %}", "template.unknown-tag", 2, 1, "for"),
    ("{% include 'car.html' %}", "template.missing-template", 1, 1, "card.html"),
    ("{{ title | append }}", "template.filter-arguments", 1, 12, ""),
    ("{% if title %}\nx", "template.unclosed", 1, 1, ""),
    ("{% for x in title %}{% endif %}{% endfor %}", "template.wrong-end", 1, 21, ""),
    ("{{ title", "template.unclosed", 1, 1, ""),
    ("{{ 1 + 2 }}", "template.syntax", 1, 6, ""),
    ("{{ 'abc }}", "template.unclosed-string", 1, 4, ""),
    ("{% extends 'none.html' %}", "template.missing-template", 1, 1, ""),
    ("{{ 1 | divided_by: 0 }}", "template.division", 1, 8, ""),
    ("{{ 9223372036854775807 | plus: 1 }}", "template.overflow", 1, 26, ""),
    ("{{ 9223372036854775808 }}", "template.number", 1, 4, ""),
    ("{% if 1 < 'a' %}{% endif %}", "template.comparison", 1, 7, ""),
    ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "template.block", 1, 28, ""),
    ("{% block a required %}{% endblock %}", "template.block", 1, 1, ""),
  ]

  @Test(arguments: tellsPlaceAndSuggestionCases)
  func tellsPlaceAndSuggestion(
    _ source: String, _ id: String, _ line: Int, _ column: Int, _ suggestion: String
  ) throws {
    let found = try problem(source, Self.data, with: [("card.html", "")])
    #expect(found.id == id)
    #expect(found.location?.file == "t.html")
    #expect(found.location?.line == line)
    #expect(found.location?.column == column)
    if !suggestion.isEmpty { #expect(found.help?.contains("“\(suggestion)”") ?? false) }
  }

  @Test func whereAbsenceIsExpectedItIsNoError() throws {
    let source = """
      {% if no.such %}{% endif %}{% unless nope %}{% endunless %}{% case nope %}{% endcase %}\
      {% if no == nil or no == blank %}y{% endif %}{{ no | default: 1 }}{{ lazy.empty }}\
      {{ unit.parent.name }}
      """
    #expect(try rendered(source, Self.data) == "y1")
  }

  @Test func allProblemsOfAllTemplatesAreToldInOneRun() {
    var bag = DiagnosticBag()
    let set = TemplateSet.compile(
      [
        TemplateSource(
          name: "a.html", text: "{{ x | nope }}\n{% nix %}\n{% if %}{{ ( }}{% endif %}"),
        TemplateSource(name: "b.html", text: "{% include 'zzz' %}{% render 'yyy' %}"),
      ], into: &bag)
    #expect(set == nil)
    #expect(bag.all.count == 6)
    #expect(Set(bag.all.compactMap(\.location?.file)) == ["a.html", "b.html"])
  }

  @Test func theChainAndThePageAreNotes() throws {
    let found = try problem(
      "\n{% include 'a.html' %}",
      with: [("a.html", "{% render 'b.html' %}"), ("b.html", "{{ x }}")])
    #expect(found.location?.description == "b.html:1:4")
    #expect(found.notes.compactMap(\.location?.description) == ["a.html:1:1", "t.html:2:1"])
    #expect(found.pages == ["trang.html"])
  }

  @Test func afterAnErrorTheBufferIsAsBefore() throws {
    var bag = DiagnosticBag()
    let set = try #require(
      TemplateSet.single(
        TemplateSource(name: "r.md", text: "a{% capture x %}b{{ no }}{% endcapture %}"), into: &bag)
    )
    var buffer = Array("kept".utf8)
    #expect(throws: RenderError.self) {
      try set.render("r.md", globals: .record([:]), into: &buffer)
    }
    #expect(buffer == Array("kept".utf8))
    #expect(throws: RenderError.self) { try set.render("q.md", globals: .null, into: &buffer) }
  }
}
