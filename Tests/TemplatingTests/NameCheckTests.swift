import Diagnostics
import Testing

@testable import Templating

@Suite struct NameCheckTests {
  static let link = Shape(["name": .text("tên"), "url": .text("địa chỉ")])
  static let unit: Shape = Shape([
    "name": .text("tên"), "count": .number("số"), "parent": .object("cấp trên", link),
    "children": .list("trực thuộc", of: unit), "tags": .texts("thẻ"), "body": .safe("bài"),
    "closed": .flag("đã thôi"),
  ])
  static let pages = [
    Vocabulary(
      template: "unit.html", meaning: "đơn vị",
      globals: Shape(["unit": .object("đơn vị", unit), "site": .object("trang", link)])),
    Vocabulary(
      template: "home.html", meaning: "đầu", globals: Shape(["site": .object("trang", link)])),
  ]

  /// What is said of the names in `unit.html`, with a layout and parts beside it.
  static func told(_ text: String, _ others: [(String, String)] = []) -> [Diagnostic] {
    var bag = DiagnosticBag()
    let sources =
      [("unit.html", text), ("home.html", ""), ("layout.html", "{% block main %}{% endblock %}")]
      + others
    TemplateReview(sources.map { TemplateSource(name: $0.0, text: $0.1) })
      .lint(for: pages, into: &bag)
    return bag.all.filter { ["template.undefined", "template.lint-name"].contains($0.id) }
  }

  static let wrong: [(String, Int, String)] = [
    ("{{ unit.nmae }}", 4, "“name”"), ("{{ unti.name }}", 4, "“unit”"),
    ("{{ unit.parent.nam | upcase }}", 4, "“name”"),
    ("{% for child in unit.children %}{{ child.parnt.name }}{% endfor %}", 36, "“parent”"),
    (
      "{% for c in unit.children %}{% for d in c.children %}{{ d.x }}{% endfor %}{% endfor %}", 57,
      "name, count"
    ),
    ("{{ unit.children[0].nmae }}", 4, "“name”"), ("{{ unit.children.first.nmae }}", 4, "“name”"),
    ("{{ unit.children.name }}", 4, "{% for %}"), ("{{ unit.name.first }}", 4, "Bỏ"),
    ("{{ unit.count.size }}", 4, "Bỏ"),
    ("{% assign p = unit.parent %}{{ p.nmae }}", 32, "“name”"),
    ("{% assign all = unit.children | sort: 'name' %}{{ all[0].nmae }}", 51, "“name”"),
    ("{% assign p = unit.children | where: 'closed' | first %}{{ p.nmae }}", 60, "“name”"),
    ("{% assign all = unit.children | map: 'parent' %}{{ all[0].nmae }}", 52, "“name”"),
    ("{% with p: unit.parent %}{{ p.nmae }}{% endwith %}", 29, "“name”"),
    ("{% for u in unit.children limit: unit.cuont %}{% endfor %}", 34, "“count”"),
    ("{% macro m a %}{{ a.any }}{{ nothing }}{% endmacro %}{% call m unit.nmae %}", 30, "site"),
    ("{% case unit.name %}{% when 1 %}{{ unit.nmae }}{% endcase %}", 36, "“name”"),
    ("{{ unit.nmae if true else unit.name }}", 4, "“name”"),
    ("{{ [unit.nmae] | join }}{{ (1..unit.cuont) }}", 5, "“name”"),
    ("{% capture x %}{{ unit.nmae }}{% endcapture %}{{ x }}", 19, "“name”"),
    ("{% extends 'layout' %}{% block main %}{{ unit.nmae }}{% endblock %}", 42, "“name”"),
    ("{% ifchanged %}{{ unit.tags.x }}{% endifchanged %}", 19, "{% for %}"),
    ("{{ unit[unit.nmae] }}", 9, "“name”"),
  ]

  @Test(arguments: wrong)
  func tellsWhatNoRenderingCouldFind(_ text: String, _ column: Int, _ hint: String) throws {
    let found = try #require(Self.told(text).first)
    #expect(found.id == "template.undefined" && found.severity == .error)
    #expect(found.location?.column == column, "\(found)")
    #expect(found.help?.contains(hint) == true, "\(found)")
  }

  static let silent = [
    "{% if unit.nmae %}{% endif %}", "{{ unit.nmae | default: 'x' }}",
    "{% unless unit.parent.nmae == nil %}{% endunless %}",
    "{{ unit.children | where: 'nmae', 'x' | size }}",
    "{{ unit.children | map: 'parent.nmae' | first }}",
  ]

  /// Where absence is no error a wrong name would never be seen, so it is a warning.
  @Test(arguments: silent)
  func warnsWhereRenderingWouldBeSilent(_ text: String) throws {
    let found = try #require(Self.told(text).first)
    #expect(found.id == "template.lint-name" && found.severity == .warning, "\(found)")
    #expect(found.help?.contains("“name”") == true, "\(found)")
  }

  static let fine: [(String, [(String, String)])] = [
    ("{{ unit.name }}{{ unit.children.size }}{{ unit.name.size }}{{ unit.size }}", []),
    ("{% for x in unit.tags %}{{ x }}{{ forloop.index }}{% endfor %}", []),
    ("{% if show %}{{ 1 }}{% endif %}{{ other | default: 2 }}", []),
    ("{% assign a = 1 %}{% assign a = unit %}{{ a.whatever }}", []),
    ("{% increment n %}{{ n }}{% assign d = unit.name | split: ',' %}{{ d.first.x }}", []),
    ("{% render 'part', item: unit, extra: 1 %}", [("part.html", "{{ item.name }}{{ extra }}")]),
    (
      "{% render 'part', item: unit %}{% render 'part', item: site %}",
      [("part.html", "{% if item.url %}{{ item.url }}{% endif %}{{ item.name }}")]
    ),
    (
      "{% render 'node', node: unit %}",
      [("node.html", "{% for n in node.children %}{% render 'node', node: n %}{% endfor %}")]
    ),
    ("{% render 'part' for unit.children as u %}", [("part.html", "{{ u.name }}{{ site.url }}")]),
    ("{% assign x = 1 %}{% include 'part' %}", [("part.html", "{{ x }}{{ unit.name }}")]),
    ("{% for x in unit %}{{ x.y }}{% endfor %}{{ ['unit'].name }}", []),
    ("{% include unit.name %}{{ unit.nmae }}", []),
    ("{% extends 'frame' %}{% assign m = unit %}", [("frame.html", "{{ m.name }}{{ unit.name }}")]),
    ("{% extends 'layout' %}{% block main %}{{ block.super }}{% endblock %}", []),
    ("{{ 'unit' | size }}{{ [1, 2] | first }}{% cycle unit.name, 'b' %}", []),
  ]

  @Test(arguments: fine)
  func saysNothingOfNamesThatMayBeThere(_ text: String, _ others: [(String, String)]) {
    let found = Self.told(text, others)
    #expect(found.isEmpty, "\(found)")
  }

  /// A question about a name that is not there may be allowed; printing it may not.
  @Test func aReasonSilencesAWarningAndNoError() {
    let allow = "{% # lint: allow lint-name: mẫu dùng chung -%}\n"
    #expect(Self.told(allow + "{% if unit.nmae %}{% endif %}").isEmpty)
    #expect(Self.told(allow + "{{ unit.nmae }}").count == 1)
  }

  @Test func childrenOfOneLayoutShareNoVariables() {
    let sources = [
      ("unit.html", "{% extends 'layout' %}{% assign a = 1 %}"),
      ("home.html", "{% extends 'layout' %}{% block main %}{{ a | default: b }}{% endblock %}"),
      ("layout.html", "{% assign b = 1 %}{% block main %}{% endblock %}"),
    ]
    var bag = DiagnosticBag()
    TemplateReview(sources.map { TemplateSource(name: $0.0, text: $0.1) })
      .lint(for: Self.pages, into: &bag)
    #expect(
      bag.all.map { "\($0.id) \($0.location?.file ?? "")" } == ["template.lint-unused unit.html"])
  }

  @Test func followsPartsAsTheyAreCalled() throws {
    let part = [("part.html", "{{ item.name }}{{ item.nmae }}{{ missing }}")]
    let found = Self.told("{% render 'part', item: unit %}{% render 'part', item: site %}", part)
    #expect(found.map(\.location?.file) == ["part.html", "part.html"])
    #expect(found.map(\.location?.column) == [19, 34])
    let included = Self.told(
      "{% for u in unit.children %}{% include 'p' %}{% endfor %}",
      [
        ("p.html", "{{ u.nmae }}")
      ])
    #expect(included.map(\.location?.file) == ["p.html"])
  }

  /// Calls without end, or templates too large to follow, end the examination silently.
  @Test func endsOnHostileTemplates() {
    let ring = [
      ("part.html", "{% include 'part', a: a %}{% include 'other', b: a %}"),
      ("other.html", "{% include 'part', a: b %}"),
    ]
    #expect(Self.told("{% include 'part', a: unit %}", ring).isEmpty)
    let chain = (0..<300).map { ("p\($0).html", "{% render 'p\($0 + 1)', a: a %}") }
    #expect(Self.told("{% render 'p0', a: unit %}{{ unit.nmae }}", chain).isEmpty)
    let long = String(repeating: "{{ unit.name }}", count: NameCheck.stepLimit + 1)
    #expect(Self.told(long + "{{ unit.nmae }}").isEmpty)
  }
}
