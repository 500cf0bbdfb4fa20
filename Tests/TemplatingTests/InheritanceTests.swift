import Diagnostics
import Testing

@testable import Templating

@Suite struct InheritanceTests {
  static let layouts: [(String, String)] = [
    ("base", "<{% block a %}base{% endblock %}>{% block b %}{% endblock b %}"),
    ("mid", "{% extends 'base' %}{% block a %}mid({{ block.super }}){% endblock 'a' %}"),
    ("must", "{% block a required %}{% endblock %}"),
    ("must2", "{% extends 'base' %}{% block a required %}x{% endblock %}"),
    (
      "scope",
      "{% assign v = 1 %}{% for i in (1..2) %}{% block a %}{% endblock %}{{ v }}{{ i }};{% endfor %}{{ w }}"
    ),
    (
      "nest",
      "{% block a %}[{% block c %}c{% endblock %}{% if true %}{% block d %}d{% endblock %}{% endif %}]{% endblock %}"
    ),
    ("loop", "{% for i in (1..4) %}{% block a %}{{ i }}{% endblock %},{% endfor %}"),
    ("card", "{% extends 'base' %}{% block a %}card {{ v }}{% endblock %}"),
    ("attr", "<p class=\"{% block a %}k{% endblock %}\">"),
  ]

  static let worksCases: [(String, String)] = [
    ("{% extends 'base' %}", "<base>"), ("{% extends base %}", "<base>"),
    ("text {% extends 'base' %} more {{ 1 }}", "<base>"),
    ("{% extends 'mid' %}", "<mid(base)>"),
    (
      "{% extends 'mid' %}{% block a %}{{ block.super | upcase }}!{{ block.super }}{% endblock %}",
      "<MID(BASE)!mid(base)>"
    ),
    (
      "{% extends 'mid' %}{% block a %}{% for i in (1..2) %}{{ i }}{{ block.super }}{% endfor %}{% endblock %}",
      "<1mid(base)2mid(base)>"
    ),
    (
      "{% extends 'base' %}{% block b %}{% if block.super %}{{ block.super }}{% endif %}b{% endblock %}",
      "<base>b"
    ),
    ("{% extends 'must' %}{% block a %}{{ block.super }}x{% endblock %}", "x"),
    ("{% extends 'must2' %}{% block a %}{{ block.super }}y{% endblock %}", "<xy>"),
    // What a block sets is gone behind it; it sees what holds where it stands.
    (
      "{% extends 'scope' %}{% block a %}{{ v }}{{ i }}{% assign v = 7 %}{% assign w = 8 %}"
        + "{% capture i %}9{% endcapture %}{{ v }}{{ w }}{{ i }}{% endblock %}", "1178911;1278912;"
    ),
    (
      "{% extends 'scope' %}{% block a %}{% for v in (3..3) %}{{ v }}{% assign v = 5 %}{% endfor %}"
        + "{{ v }}{% endblock %}", "3511;3512;"
    ),
    (
      "{% block a %}{% assign x = 1 %}{% for i in (1..2) %}{% assign i = 9 %}{% endfor %}{% endblock %}"
        + "{{ x }}{{ i }}", ""
    ),
    (
      "{% assign x = 0 %}{% block a %}{% assign x = 1 %}{% block b %}{{ x }}{% assign x = 2 %}{{ x }}"
        + "{% endblock %}{{ x }}{% endblock %}{{ x }}", "1210"
    ),
    (
      "{% for x in (1..2) %}{% block a %}{% assign x = 5 %}{{ x }}{% endblock %}{{ x }}{% endfor %}",
      "5152"
    ),
    (
      "{% block a %}{% render 'set', x: 1 %}{% assign x = 2 %}{% render 'set', x: x %}{{ x }}"
        + "{% endblock %}{{ x }}", "1222"
    ),
    // Blocks in blocks, branches and loops.
    ("{% extends 'nest' %}", "[cd]"), ("{% extends 'nest' %}{% block d %}D{% endblock %}", "[cD]"),
    (
      "{% extends 'nest' %}{% block a %}{{ block.super }}!{% endblock %}{% block c %}C{% endblock %}",
      "[Cd]!"
    ),
    ("{% extends 'base' %}{% block a %}{% block new %}n{% endblock %}{% endblock %}", "<n>"),
    ("{% extends 'base' %}{% if false %}{% block a %}x{% endblock %}{% endif %}", "<x>"),
    (
      "{% extends 'loop' %}{% block a %}{% if i == 2 %}{% continue %}{% endif %}"
        + "{% if i == 4 %}{% break %}{% endif %}{{ i }}{{ forloop.index }}{% endblock %}", "11,33,"
    ),
    (
      "{% extends 'loop' %}{% block a %}{% capture c %}{% if i > 1 %}{% break %}{% endif %}{% endcapture %}"
        + "{{ i }}{% endblock %}", "1,"
    ),
    (
      "{% extends 'loop' %}{% block a %}{{ block.super }}{% for j in (1..9) %}{% break %}{% endfor %}{% endblock %}",
      "1,2,3,4,"
    ),
    // A template with blocks may be a part of others too.
    (
      "{% block a %}own{% endblock %}{% include 'card', v: 3 %}{% render 'card', v: 4 %}",
      "own<card 3><card 4>"
    ),
    ("{% block a %}own{% endblock %}{% include 'base' %}", "own<base>"),
    ("{% extends 'base' %}{% block a %}{% include 'nest' %}{% endblock %}", "<[cd]>"),
    ("{% extends 'attr' %}{% block a %}x y{% endblock %}", "<p class=\"x y\">"),
  ]

  @Test(arguments: worksCases)
  func works(_ source: String, _ wanted: String) throws {
    var options = TemplateOptions()
    options.undefined = wanted.isEmpty || source.contains("'scope'") ? .empty : .error
    let others = Self.layouts + [("set", "{{ x }}{% assign x = 3 %}")]
    let data: [(String, Value)] = source.contains("'set'") ? [("x", .int(2))] : []
    #expect(try rendered(source, data, with: others, options: options) == wanted)
  }

  static let isRefusedCases: [(String, String, String)] = [
    ("{% extends 'must' %}", "template.block", "bắt buộc"),
    ("{% extends 'must2' %}", "template.block", "bắt buộc"),
    ("{% block a required %}{% endblock %}", "template.block", "bắt buộc"),
    ("{% extends 'base' %}{% extends 'mid' %}", "template.extends", "một thẻ"),
    ("{% if true %}{% extends 'base' %}{% endif %}", "template.extends", "trong thẻ khác"),
    ("{% extends 'bsae' %}", "template.missing-template", "“base”"),
    ("{% block 47 %}{% endblock %}", "template.syntax", "tên khối"),
    ("{% block a %}{% endblock b %}", "template.wrong-end", "{% endblock a %}"),
    ("{% block a %}{% endblock 5 %}", "template.syntax", "thẻ mở"),
    ("{% macro m %}{% endmacro n %}", "template.wrong-end", "{% endmacro m %}"),
    ("{% block a %}{{ block.super }}{% endblock %}", "template.undefined", "block.super"),
    (
      "{% extends 'base' %}{% block a %}{{ block.name }}{% endblock %}", "template.undefined",
      "“block”"
    ),
    (
      "{% extends 'base' %}{% block a %}{% endblock %}{% block a %}{% endblock %}",
      "template.block", "đã có"
    ),
    ("{% extends 't.html' %}", "template.extends", "vòng"),
    ("{% block a %}{% include 't.html' %}{% endblock %}", "template.budget", "độ sâu"),
  ]

  @Test(arguments: isRefusedCases)
  func isRefused(_ source: String, _ id: String, _ part: String) throws {
    let found = try problem(source, with: Self.layouts)
    #expect(found.id == id)
    #expect((found.summary + (found.help ?? "")).contains(part))
  }

  static let includesCases: [(String, String)] = [
    ("{% include 'show' with l as x %}", "[a][b]"), ("{% include 'show' with 'k' as x %}", "[k]"),
    ("{% include name, x: 1 %}", "[1]"), ("{% include dotted with l as x %}", "[a][b]"),
    ("{% for i in (1..3) %}{% include 'stop' with l as x %}{{ i }}{% endfor %}", "a"),
    ("{% for i in (1..2) %}{% include dotted, x: i %}{% endfor %}", "[1][2]"),
  ]

  @Test(arguments: includesCases)
  func includesTakeListsAndNamesFromData(_ source: String, _ wanted: String) throws {
    let data: [(String, Value)] = [
      ("l", .list([.text("a"), .text("b")])), ("name", .text("show.html")),
      ("dotted", .text("show")), ("bad", .text("shwo.html")),
    ]
    let parts = [("show.html", "[{{ x }}]"), ("stop.html", "{{ x }}{% break %}")]
    #expect(try rendered(source, data, named: "t.html", with: parts) == wanted)
    let missing = try problem("{% include bad %}", data, with: parts)
    #expect(missing.id == "template.missing-template")
    #expect(missing.help?.contains("“show.html”") ?? false)
    let inner = [("outer.html", "{% include name, x: 1 %}")] + parts
    #expect(
      try problem("{% render 'outer.html' %}", data, with: inner).id
        == "template.include-in-render")
  }

  @Test func withoutStrictnessAMissingSuperIsNothing() throws {
    var options = TemplateOptions()
    for mode in [TemplateOptions.Undefined.empty, .warn] {
      options.undefined = mode
      let source = "{% block a %}[{{ block.super }}{{ block.super | upcase }}]{% endblock %}"
      #expect(try rendered(source, options: options) == "[]")
    }
  }
}
