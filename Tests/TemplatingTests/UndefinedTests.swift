import Diagnostics
import Testing

@testable import Templating

/// Names that are not there: an error, a warning or nothing, as the host wants it.
@Suite struct UndefinedTests {
  private static let people = Value.list([.record(["name": .text("An")])])

  /// What the first template prints where missing names are warned of, and the warnings.
  private func warned(
    _ templates: [(String, String)], budget: Budget = .default
  ) throws -> (text: String, warnings: [Diagnostic]) {
    var options = TemplateOptions()
    options.undefined = .warn
    var bag = DiagnosticBag()
    let sources = templates.map { TemplateSource(name: $0.0, text: $0.1) }
    let set = try #require(TemplateSet.compile(sources, options: options, into: &bag))
    var out: [UInt8] = []
    try set.render(
      templates[0].0,
      globals: .record([
        "people": Self.people, "o": .record(["k": .int(1), "s": .text("x")]), "n": .int(5),
      ]),
      page: "trang.html", budget: budget, into: &out, warnings: &bag)
    return (String(decoding: out, as: UTF8.self), bag.all)
  }

  @Test(arguments: [
    ("[{{ none }}]", "[]", "Không có tên “none”."),
    ("[{{ o.none }}]", "[]", "Đối tượng không có thành phần “none”."),
    ("[{{ o['none'] }}]", "[]", "Đối tượng không có thành phần “none”."),
    ("[{{ n.none }}]", "[]", "Không lấy được “none” từ số."),
    ("[{{ none | upcase }}]", "[]", "Không có tên “none”."),
    ("[{{ people | map: 'none' | size }}]", "[0]", "Đối tượng không có thành phần “none”."),
    ("[{% assign a = none %}{{ a }}]", "[]", "Không có tên “none”."),
    ("[{% for i in none %}{{ i }}{% endfor %}]", "[]", "Không có tên “none”."),
    ("[{% for i in (1..3) %}{{ none }}{% endfor %}]", "[]", "Không có tên “none”."),
    ("{% block b %}[{{ block.super }}]{% endblock %}", "[]", "Mẫu khung không có nội dung nào"),
  ])
  func aMissingNameIsToldOnceAndPrintsNothing(
    _ source: String, _ text: String, _ summary: String
  ) throws {
    let (out, warnings) = try warned([("t.html", source)])
    #expect(out == text)
    #expect(warnings.map(\.severity) == [.warning])
    #expect(warnings.first?.summary.hasPrefix(summary) == true, "\(warnings)")
    #expect(warnings.first?.id == "template.undefined")
    #expect(warnings.first?.pages == ["trang.html"])
  }

  @Test func theChainOfCallsIsTold() throws {
    let (out, warnings) = try warned([
      ("t.html", "{% extends 'base.html' %}{% block b %}{% render 'part.html' %}{% endblock %}"),
      ("base.html", "<{% block b %}{% endblock %}>{{ below }}"),
      ("part.html", "{% render 'leaf.html' %}"), ("leaf.html", "{{ none }}"),
    ])
    #expect(out == "<>")
    let chains = warnings.map { warning in
      (["\(warning.location?.file ?? "")"]
        + warning.notes.map { "\($0.location?.file ?? "") \($0.text)" })
    }
    #expect(
      chains == [
        [
          "leaf.html", "part.html được “render” từ đây", "t.html được “render” từ đây",
          "base.html trong khối “b” của mẫu này", "t.html được “extends” từ đây",
        ],
        ["base.html", "t.html được “extends” từ đây"],
      ])
  }

  @Test func whatIsWrongOtherwiseStillEndsThePage() throws {
    #expect(throws: RenderError.self) { try self.warned([("t", "{{ 1 | divided_by: 0 }}")]) }
  }

  @Test func warningsAreFewAndCostSteps() throws {
    let many = (0..<500).map { "{{ none\($0) }}" }.joined()
    #expect(try warned([("t", many)]).warnings.count == 100)
    var budget = Budget()
    budget.steps = 10_000
    #expect(throws: RenderError.self) {
      try self.warned([("t", "{% for i in (1..999) %}{{ none }}{% endfor %}")], budget: budget)
    }
  }
}
