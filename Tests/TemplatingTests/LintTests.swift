import Diagnostics
import Testing

@testable import Templating

/// What the lints say of one template, with others beside it, `id:line:column`.
func linted(
  _ text: String, named name: String = "t.html", with others: [(String, String)] = []
) -> [Diagnostic] {
  var bag = DiagnosticBag()
  let sources = [(name, text)] + others
  TemplateReview(sources.map { TemplateSource(name: $0.0, text: $0.1) }).lint(into: &bag)
  return bag.all.filter { $0.location?.file == name }
}

@Suite struct LintTests {
  static let findings: [(String, String, Int, Int, String)] = [
    ("{% if a and b or c %}{% endif %}", "and-or", 1, 7, "“a and (b or c)”"),
    ("{% if a and b or c %}{% endif %}", "and-or", 1, 7, "“(a and b) or c”"),
    ("{% if a == 1 or b and c %}{% endif %}", "and-or", 1, 7, "“a == 1 or (b and c)”"),
    ("\n{{ 1 if a and b or c else 2 }}", "and-or", 2, 9, "ngoặc"),
    ("{% if x and (a and b or c) %}{% endif %}", "and-or", 1, 14, "“a and (b or c)”"),
    ("{% liquid\n if a and b or c\n echo 1\n endif %}", "and-or", 2, 5, "ngoặc"),
    ("{% unless a or b and c or d %}{% endunless %}", "and-or", 1, 11, "“a or (b and (c or d))”"),
    ("{{ a | raw }}", "raw", 1, 8, "HTML"),
    ("{{ a if b else c | safe }}", "raw", 1, 20, "HTML"),
    ("\n k\n{% extends 'base.html' %}", "outside-block", 2, 2, "block"),
    ("{% extends 'base.html' %}\n{{ a }}", "outside-block", 2, 1, "block"),
    ("{% extends 'base.html' %}{% for x in a %}{{ x }}{% endfor %}", "outside-block", 1, 26, ""),
    ("{% extends 'base.html' %}{% render 'part' %}", "outside-block", 1, 26, ""),
    ("{% extends 'base.html' %}{% cycle a, b %}", "outside-block", 1, 26, ""),
    (
      "{% extends 'base.html' %}{% macro m %}{% endmacro %}{% call m %}", "outside-block", 1, 53, ""
    ),
    ("{{ a | escape | truncate: 5 }}", "cut", 1, 17, "“escape”"),
    ("{{ a | newline_to_br | truncatewords: 5 }}", "cut", 1, 24, "“newline_to_br”"),
    ("{% capture a %}<b>x</b>{% endcapture %}{{ a | slice: 0, 2 }}", "cut", 1, 47, "strip_html"),
    ("{% include 'part.html' %}", "include", 1, 1, "{% render \"part.html\" %}"),
    (
      "{% for item in list %}{% include 'part' %}{% endfor %}", "include", 1, 23,
      "item: item %}"
    ),
    ("<a class={{ a }}>", "unquoted", 1, 10, "thuộc tính=\"{{ … }}\""),
    ("<option {{ a }}>", "unquoted", 1, 9, "thuộc tính lạ"),
    ("<p {% if b %}id={{ a }}{% endif %}>", "unquoted", 1, 17, "thuộc tính="),
    ("<script>var a = '{{ a }}';</script>", "script", 1, 18, "| json }}"),
    ("<script>{% for x in a %}{{ x.b | upcase }}{% endfor %}</script>", "script", 1, 25, "json"),
    ("<style>p { color: {{ a }} }</style>", "style", 1, 19, "class"),
    ("<p style=\"color: {{ a }}\">", "style", 1, 18, "class"),
    ("<p onclick=\"f('{{ a }}')\">", "style", 1, 16, "data-"),
    ("{% assign a = 1 %}", "unused", 1, 1, "Bỏ"),
    ("{% macro m name, b: 2 %}{{ nmae }}{{ b }}{% endmacro %}", "unused-parameter", 1, 1, "nmae"),
    ("{% with a: 1, b: 2 %}{{ a }}{% endwith %}", "unused-parameter", 1, 1, "Bỏ"),
    ("{% assign a = 1 %}{% assign a = a | plus: 1 %}", "unused", 1, 1, "Bỏ"),
    ("{% capture total %}{% endcapture %}{{ totl }}", "unused", 1, 1, "“totl”"),
    ("{% for x in a %}{% for x in b %}{% endfor %}{% endfor %}", "shadow", 1, 17, "tên khác"),
    ("{% for x in a %}{% assign x = 1 %}{{ x }}{% endfor %}", "shadow", 1, 17, "tên khác"),
  ]

  @Test(arguments: findings)
  func finds(_ text: String, _ lint: String, _ line: Int, _ column: Int, _ hint: String) throws {
    let all = linted(text, with: [("part.html", "{{ item }}")])
    let found = try #require(all.first { $0.id == "template.lint-\(lint)" }, "\(all)")
    #expect(found.severity == (lint == "raw" ? .note : .warning))
    #expect(found.location?.line == line && found.location?.column == column, "\(found)")
    #expect(found.help?.contains(hint) == true, "\(found)")
  }

  static let clean: [(String, String)] = [
    ("t.html", "{% if a and b and c %}{% elsif a or b %}{% endif %}"),
    ("t.html", "{% if (a and b) or c %}{% endif %}{% if (a or b) and c %}{% endif %}"),
    ("t.html", "{% case a %}{% when 1 or 2 %}{% endcase %}"),
    ("t.html", "{{ a | where: 'x and y or z' }}{{ 1 if a and b else c or d }}"),
    ("t.html", "{{ a | truncate: 5 | escape }}{{ a | newline_to_br | strip_html | slice: 1 }}"),
    ("t.html", "{% assign a = 1 %}{% if a %}{% endif %}"),
    ("t.html", "{% assign a = b %}{{ c[a] }}{% capture d %}{% endcapture %}{{ e | append: d }}"),
    ("t.html", "{% for x in a %}{{ x }}{% endfor %}{% for x in b %}{{ x }}{% endfor %}"),
    ("t.html", "{% assign a = 1 %}{% for x in (a..3) %}{{ x }}{% endfor %}"),
    ("t.html", "{% assign a = 1 %}{% assign b = 2 %}{% if not (a == 1) and b %}{% endif %}"),
    ("t.html", "{% assign shared = 1 %}{% include 'reads.html' %}"),
    ("t.html", "{% include 'fills.html' %}{{ filled }}"),
    ("t.html", "{% include 'leaves.html' %}{% include 'nests.html' %}"),
    ("t.html", "{% include kind %}{% assign a = 1 %}{% render 'byname.html' %}"),
    ("t.html", "{% extends 'layout.html' %}{% assign menu = 1 %}"),
    ("t.html", "{% comment %}{{ a | raw }}{% if a and b or c %}{% endcomment %}"),
    ("t.html", "<script>var a = {{ a | json }}, n = {{ a.size }}, i = {{ 1 }};</script>"),
    ("t.html", "<a href=\"{{ a }}\" {% if b %}class=\"x\"{% endif %}>{{ c }}</a><h{{ n }}>"),
    ("t.html", "<script>x</script>{{ a }}<style>y</style>{{ b }}<p id='{{ c }}'>"),
    ("t.html", "<a {% capture x %}{{ a }}{% endcapture %}title=\"{{ x }}\">"),
    ("t.html", "{% case a %}{% when 1 %}<b title=\"{% else %}<b id=\"{% endcase %}{{ a }}\">"),
    ("t.html", "{% macro m a, b %}{{ args }}{% if a %}{{ b }}{% endif %}{% endmacro %}"),
    ("t.html", "{% with a: 1 %}{% include 'nests.html' %}{% endwith %}"),
    ("t.html", "{{ a }},{{ b }}"), ("t.csv", "{{ a }},{{ b }}"), ("t.txt", "{{ a }}, {{ b }}"),
    ("t.txt", "{{ a | csv_cell }};{{ b | csv_cell }},{{ c.size }}"),
    ("t.txt", "<script>{{ a }}</script>"),
    ("t.md", "| a |\n|---|\n{% for x in xs %}\n| {{ x }} |\n{% endfor %}\n"),
    ("t.md", "{% for x in xs %}\n\n- {{ x }}\n{% endfor %}"),
    ("t.html", "{% for x in xs %}| x |{% endfor %}"),
  ]

  @Test(arguments: clean)
  func saysNothing(_ name: String, _ text: String) {
    let others = [
      ("reads.html", "{{ shared }}{% include 'x.html' %}"), ("x.html", ""),
      ("fills.html", "{% assign filled = 2 %}"), ("leaves.html", "{% break %}"),
      ("nests.html", "{% include 'x.html' %}"), ("byname.html", "{{ a }}"),
      ("layout.html", "{{ menu }}"),
    ]
    let found = linted(text, named: name, with: others)
    #expect(found.isEmpty, "\(found)")
  }

  @Test func findsCellsThatNothingProtects() {
    let found = linted(
      "{% for x in a %}{{ x.b }};{{ x.c | upcase }};{{ 1 }}\n{% endfor %}", named: "t.txt")
    #expect(found.map(\.id) == ["template.lint-csv", "template.lint-csv"], "\(found)")
    #expect(found.map(\.location?.column) == [17, 27])
  }

  static let tables = [
    "{% for x in xs %}| {{ x }} |{% endfor %}",
    "{% for x in xs %}\n| {{ x }} |\n{%- endfor %}",
    "{% for x in xs %}\n\n| {{ x }} |\n{% endfor %}",
    "{% for x in xs %}\n| {{ x }} |\n\n{% endfor %}",
  ]

  @Test(arguments: tables)
  func findsBrokenTables(_ loop: String) {
    let found = linted("| a |\n|---|\n" + loop, named: "t.md")
    #expect(found.map(\.id) == ["template.lint-table-row"], "\(found)")
    #expect(found.first?.location?.line == 3)
  }

  @Test func aReasonOnTheLineBeforeSilencesOneLint() {
    let silent = "{% # lint: allow lint-raw: HTML của chính chương trình %}\n{{ a | raw }}"
    #expect(linted(silent).isEmpty)
    #expect(linted(silent + "\n{{ a | raw }}").map(\.location?.line) == [3])
    let whole = "{%- # lint: allow template.lint-unused: dành cho sau -%}\n{% assign a = 1 %}"
    #expect(linted(whole).isEmpty)
  }

  static let allowances = [
    ("{% # lint: allow lint-raw %}\n{{ a | raw }}", 2, "lý do"),
    ("{% # lint: allow lint-rwa: x %}\n{{ a | raw }}", 2, "“lint-raw”"),
    ("{% # lint: allow lint-raw: x %}\n\n{{ a | raw }}", 2, "ngay trên dòng"),
    ("{% # lint: allow lint-cut: x %}\n{{ a }}", 1, "ngay trên dòng"),
  ]

  @Test(arguments: allowances)
  func anAllowanceThatDoesNothingIsTold(_ text: String, _ count: Int, _ hint: String) throws {
    let found = linted(text)
    #expect(found.count == count, "\(found)")
    let problem = try #require(found.first { $0.id == "template.lint-allow" })
    #expect(problem.location?.line == 1)
    #expect(problem.help?.contains(hint) == true, "\(problem)")
  }

  @Test func summariesTellWhatATemplateIsMadeOf() {
    let sources = [
      ("a.html", "{% extends 'l' %}{% block x %}{% render 'p' %}{% include 'p' %}{% endblock %}"),
      ("l.html", "{% block x %}{% endblock %}"), ("p.html", ""),
    ]
    let found = TemplateReview(sources.map { TemplateSource(name: $0.0, text: $0.1) }).summaries
    #expect(found.map(\.name) == ["a.html", "l.html", "p.html"])
    #expect(found.map(\.parent) == ["l", nil, nil])
    #expect(found.map(\.parts) == [["p.html"], [], []])
  }

  @Test func templatesThatNoPageLeadsToAreTold() {
    func unreached(_ extra: [(String, String)]) -> [String] {
      var bag = DiagnosticBag()
      let sources =
        [("home.html", "{% extends 'layout.html' %}"), ("layout.html", "{% render 'part' %}")]
        + [("part.html", "")] + extra
      TemplateReview(sources.map { TemplateSource(name: $0.0, text: $0.1) })
        .lint(
          for: ["home.html", "units.html"].map {
            Vocabulary(template: $0, meaning: "", globals: Shape(["a"]))
          }, into: &bag)
      return bag.all.map { "\($0.id) \($0.location?.file ?? "") \($0.help ?? "")" }
    }
    #expect(unreached([]).isEmpty)
    let found = unreached([("unit.html", "")])
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("template.lint-unreached unit.html Có phải") == true)
    #expect(unreached([("old.html", "{% # lint: allow lint-unreached: để sau %}")]).isEmpty)
    #expect(unreached([("any.html", ""), ("units.html", "{% include a %}")]).isEmpty)
  }
}
