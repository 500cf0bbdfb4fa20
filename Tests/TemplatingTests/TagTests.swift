import Testing

@testable import Templating

@Suite struct TagTests {
  static let units = Value.list([
    .record(["name": .text("THPT Bảo Hà"), "score": .int(9)]),
    .record(["name": .text("THCS Phố Ràng"), "score": .int(7)]),
  ])

  static let worksCases: [(String, String)] = [
    ("{% if a %}1{% elsif b %}2{% else %}3{% endif %}", "2"),
    ("{% unless a %}1{% else %}2{% endunless %}", "1"),
    ("{% if b and not a %}1{% endif %}", "1"),
    ("{% if (a or b) and n > 3 %}1{% endif %}", "1"),
    ("{% if a and a or b %}1{% endif %}", "1"),
    ("{% if 'Bảo Hà' contains 'Hà' %}1{% endif %}", "1"),
    ("{% if 2 in (1..3) %}1{% endif %}", "1"),
    ("{% case n %}{% when 1, 5 %}x{% when 2 or 3 %}y{% else %}z{% endcase %}", "x"),
    ("{% case n %}{% when 1 %}x{% else %}z{% endcase %}", "z"),
    ("{% for i in (1..3) %}{{ i }}{% endfor %}", "123"),
    ("{% for i in (1..9) limit: 2 offset: 3 reversed %}{{ i }}{% endfor %}", "54"),
    (
      "{% for i in (1..9) limit: 2 %}{{ i }}{% endfor %}-"
        + "{% for i in (1..9) offset: continue limit: 3 %}{{ i }}{% endfor %}", "12-345"
    ),
    ("{% for i in list %}x{% else %}none{% endfor %}", "none"),
    ("{% for i in (1..9) %}{% if i == 3 %}{% break %}{% endif %}{{ i }}{% endfor %}", "12"),
    ("{% for i in (1..3) %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13"),
    (
      "{% for i in (1..2) %}{% for j in (1..2) %}{{ forloop.parentloop.index }}{{ forloop.index }}"
        + "{% unless forloop.last %},{% endunless %}{% endfor %};{% endfor %}", "11,12;21,22;"
    ),
    ("{% for p in map %}{{ p[0] }}={{ p[1] }};{% endfor %}", "k=1;l=2;"),
    ("{% for i in (1..3) %}{% capture x %}{% break %}{% endcapture %}{% endfor %}{{ n }}", "5"),
    ("{% assign x = 'a' | append: 'b' %}{{ x }}", "ab"),
    ("{% capture x %}<{{ n }}>{% endcapture %}{{ x }}", "<5>"),
    ("{% increment c %}{% increment c %}{% decrement d %}", "01-1"),
    ("{% for i in (1..3) %}{% cycle 'a', 'b' %}{% endfor %}", "aba"),
    ("{% comment %}{{ oops {% if %}{% endcomment %}x", "x"),
    ("{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    ("{% # a note %}{% echo n | plus: 1 %}", "6"),
    ("{% liquid\n assign x = n\n if x > 1\n echo x\n endif\n # note\n %}", "5"),
    ("{{ 'yes' if a else 'no' }}{{ 'yes' if b }}", "noyes"),
    ("{% assign l = ['x', n, true] %}{{ l | join: '-' }}", "x-5-true"),
    ("{% ifchanged %}a{% endifchanged %}{% ifchanged %}a{% endifchanged %}", "a"),
    (" a {%- if b -%} x {%- endif -%} b ", " axb "),
    ("{{ map.k }}{{ map['l'] }}{{ l2[1] }}{{ l2[-1] }}{{ l2.size }}{{ l2.first }}", "12zz2y"),
  ]

  @Test(arguments: worksCases)
  func works(_ source: String, _ wanted: String) throws {
    let data: [(String, Value)] = [
      ("a", .bool(false)), ("b", .bool(true)), ("n", .int(5)), ("list", .list([])),
      ("map", .map([("k", .int(1)), ("l", .int(2))])), ("l2", .list([.text("y"), .text("z")])),
    ]
    #expect(try rendered(source, data) == wanted)
  }

  @Test func includeSharesAndRenderIsolates() throws {
    let partials = [
      ("show", "{{ x }}{% assign y = 'set' %}"),
      ("alone", "{{ x | default: 'none' }}{% assign y = 'lost' %}"),
      ("unit", "{{ forloop.index }}.{{ unit.name }};"), ("card.html", "[{{ card.name }}]"),
    ]
    let data: [(String, Value)] = [("units", Self.units), ("x", .text("global"))]
    #expect(
      try rendered("{% assign x = 1 %}{% include 'show' %}{{ y }}", data, with: partials)
        == "1set")
    #expect(
      try rendered("{% include 'show', x: 7 %}{{ x }}", data, with: partials) == "7global")
    #expect(
      try rendered(
        "{% assign y = 1 %}{% render 'alone', x: 2 %}{{ y }}{% render 'alone' %}", data,
        with: partials) == "21global")
    #expect(
      try rendered("{% render 'unit' for units %}", data, with: partials)
        == "1.THPT Bảo Hà;2.THCS Phố Ràng;")
    #expect(
      try rendered(
        "{% render 'unit' with units[1] as unit %}", [("units", Self.units)],
        with: partials, options: lax) == ".THCS Phố Ràng;")
    #expect(
      try rendered("{% render 'card' with units[0] %}", data, named: "t.html", with: partials)
        == "[THPT Bảo Hà]")
    #expect(
      try rendered(
        "{% for i in (1..3) %}{% include 'stop' %}{{ i }}{% endfor %}", data,
        with: [("stop", "{% if i == 2 %}{% break %}{% endif %}")]) == "1")
  }

  private var lax: TemplateOptions {
    var options = TemplateOptions()
    options.undefined = .empty
    return options
  }

  @Test func childrenFillTheBlocksOfTheirParents() throws {
    let layouts = [
      (
        "base.html",
        "<title>{{ title }}</title>{% block main %}base{% endblock %}"
          + "{% block foot %}{{ x }}{% endblock foot %}"
      ),
      ("mid.html", "{% extends 'base.html' %}{% block main %}mid({{ block.super }}){% endblock %}"),
    ]
    let page =
      "{% extends 'mid.html' %}text is dropped{% assign title = 'A & B' %}"
      + "{% block main %}page({{ block.super | upcase }}){% endblock %}"
    let text = try rendered(page, [("x", .int(1))], named: "p.html", with: layouts)
    #expect(text == "<title>A & B</title>page(MID(BASE))1")
  }

  @Test func aPartialMayExtendToo() throws {
    let all = [
      ("frame.html", "<i>{% block b %}{% endblock %}</i>"),
      ("part.html", "{% extends 'frame.html' %}{% block b %}{{ v }}{% endblock %}"),
    ]
    #expect(
      try rendered(
        "{% block b %}own{% endblock %}{% render 'part.html', v: 2 %}", named: "p.html", with: all)
        == "own<i>2</i>")
  }

  @Test func linesOfTagsVanishInMarkdown() throws {
    let source = "- a\n{% for i in (1..2) %}\n- {{ i }}\n  {% endfor %}\nend\n"
    #expect(try rendered(source, named: "r.md") == "- a\n- 1\n- 2\nend\n")
  }

  @Test func breakOutsideOfLoopsEndsTheTemplateWithItsCaptures() throws {
    let source = "before {% capture c %}in{% break %}{% endcapture %}after"
    #expect(try rendered(source) == "before ")
    let child = "{% extends 'p' %}{% capture c %}{% break %}{% endcapture %}"
    let parent = "a{% include 'q' %}b"
    #expect(try rendered(child, with: [("p", parent), ("q", "-")]) == "a-b")
  }
}
