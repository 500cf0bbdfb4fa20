import Testing

@testable import Templating

/// Plain Liquid, rule by rule, where the suites are not at hand.
@Suite struct PlainLiquidTests {
  static let data: [(String, Value)] = [
    ("s", .text("zoo")), ("n", .int(42)), ("f", .double(2.5)), ("t", .bool(true)),
    ("list", .list([.text("b"), .text("a"), .text("C")])),
    ("mixed", .list([.int(1), .null])), ("nums", .list([.int(3), .double(1.5), .int(1)])),
    ("deep", .list([.list([.int(1), .list([.int(2)])]), .int(3)])),
    ("h", .map([("a", .int(1)), ("b c", .text("x\"\n#{y}"))])),
    (
      "rows",
      .list([
        .map([("k", .text("x")), ("v", .int(2))]), .map([("k", .text("y"))]),
        .map([("k", .text("x")), ("v", .int(1))]),
      ])
    ), ("day", .day(CivilDate(year: 2024, month: 9, day: 5))),
  ]

  static let partials = [
    ("p", "[{{ p }}{{ x }}]"), ("stop", "{% break %}"), ("set", "{% assign x = 5 %}{{ x }}"),
    ("each", "{{ forloop.index }}/{{ forloop.length }}{{ each }}{{ forloop.parentloop }},"),
    ("inc", "{% include 'p' %}"),
    ("cont", "{% for i in (1..9) offset: continue %}{{ i }}{% endfor %}"),
  ]

  static let expressions: [(String, String)] = [
    ("{% if true or false and false %}1{% endif %}", "1"),
    ("{% if false and true or true %}1{% else %}2{% endif %}", "2"),
    (
      "{{ ['s'] }}{{ [s].x }}{% assign zoo = 7 %}{{ [s] }}{{ self['s'] }}{{ self.zoo }}", "zoo7zoo7"
    ),
    ("{{ s.first }}{{ s.last }}{{ s.size }}{{ n.size }}{{ h.size }}{{ h.first }}", "zo382a1"),
    (
      "{{ list.first }}{{ list['first'] }}{{ list[-1] }}{{ list[9] }}{{ list[f] }}{{ list[n] }}",
      "bC"
    ),
    (
      "{{ (1..3) }}{% assign r = (2..4) %}{{ r.first }}{{ r.last }}{{ r.size }}{{ r[1] }}",
      "1..32433"
    ),
    ("{{ (1.9..'3') | join: ',' }}{{ (nil..1) | size }}", "1,2,32"),
    ("{{ nothing }}{{ nothing.more }}{{ s.more }}{{ n[0] }}{{ day.year }}", "2024"),
    ("{% if nil == blank and false == blank and '  ' == blank and '' == empty %}1{% endif %}", "1"),
    ("{% if empty == empty or blank == blank or blank == empty or n == blank %}1{% endif %}", ""),
    (
      "{% assign e = empty %}{% if e == '' and e == empty %}1{% endif %}{{ blank }}{{ e | size }}",
      "10"
    ),
    (
      "{% if n > s.size and f >= 2.5 and 2 < f and 'a' < 'b' and n != 'n' and 1 == 1.0 %}1{% endif %}",
      "1"
    ),
    ("{% if nil < 1 or list > 1 or t > 1 or h <= h or nil >= nil %}1{% endif %}", ""),
    (
      "{% if list contains 'a' and h contains 'a' and s contains 'oo' and (1..3) contains 2 %}1{% endif %}",
      "1"
    ),
    (
      "{% if list contains nil or s contains false or n contains 4 or list contains blank %}1{% endif %}",
      ""
    ),
    (
      "{% if list <> mixed and deep == deep and h == h and (1..2) == (1..2) and day == day %}1{% endif %}",
      "1"
    ),
    (
      "{{ h }}{{ rows[1] }}{{ deep }}{{ mixed }}",
      "{\"a\"=>1, \"b c\"=>\"x\\\"\\n\\#{y}\"}{\"k\"=>\"y\"}1231"
    ),
    ("{{ deep | append: mixed }}", "[[1, [2]], 3][1, nil]"),
    ("{{ 1e }}", "!"), ("{{ s | unknown: 1 | upcase }}{{ s | json }}", "ZOOzoo"),
    ("{{ s | upcase: }}{{ s | append: 'x', }}", "ZOOzoox"),
    (
      "{{ 1.0 }}{{ 100000000000000000000.0 }}|{{ 0.00001 }}|{{ -1000000000000000.0 }}|{{ 123456789012345.6 }}",
      "1.01.0e+20|1.0e-05|-1.0e+15|123456789012345.6"
    ),
  ]

  static let tags: [(String, String)] = [
    (
      "{% for i in list reversed limit: 2 offset: 1 %}{{ i }}{{ forloop.name }};{% endfor %}",
      "Ci-list;ai-list;"
    ),
    ("{% for i in (1 .. 3), limit: 1 %}{{ forloop.name }}{% endfor %}", "i-(1..3)"),
    (
      "{% for i in s limit: 0 offset: 9 %}{{ i }}{% else %}e{% endfor %}{% for i in n %}{% else %}e{% endfor %}",
      "zooe"
    ),
    (
      "{% for i in (1..5) offset: -1 limit: 3 %}{{ i }}{% endfor %}{% for i in (1..5) limit: nil %}{{ i }}{% endfor %}",
      "1212345"
    ),
    (
      "{% for i in (1..9) limit: 2 %}{{ i }}{% endfor %}{% for i in (1..9) offset: continue limit: 2 %}{{ i }}{% endfor %}{% render 'cont' %}",
      "1234123456789"
    ),
    ("{% for i in list %}{% assign i = 9 %}{{ i }}{% endfor %}{{ i }}", "baC9"),
    (
      "{% for i in (1..3) %}{% capture c %}{{ i }}{% if i == 2 %}{% break %}{% endif %}{% endcapture %}{% endfor %}{{ c }}",
      "2"
    ),
    ("{% for p in h %}{{ p[0] }}={{ p | size }};{% endfor %}", "a=2;b c=2;"),
    (
      "{% for i in (1..2) %}{% tablerow j in (5..6) %}{{ forloop.index }}{{ tablerowloop.index }}{% endtablerow %}{% endfor %}",
      "<tr class=\"row1\">\n<td class=\"col1\">11</td><td class=\"col2\">12</td></tr>\n<tr class=\"row1\">\n<td class=\"col1\">21</td><td class=\"col2\">22</td></tr>\n"
    ),
    (
      "{% tablerow i in (1..3) cols: 2 limit: '3' offset: nil range: (1..2) %}{{ i }}{{ tablerowloop.col_last }}{% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\">1false</td><td class=\"col2\">2true</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3false</td></tr>\n"
    ),
    (
      "{% tablerow i in nothing %}{{ i }}{% endtablerow %}{% tablerow i in (1..2) limit: nil %}{{ i }}{% endtablerow %}",
      "<tr class=\"row1\">\n</tr>\n"
    ),
    (
      "{% tablerow i in (1..2) cols: nil %}{{ tablerowloop.col_last }}{% break %}{% endtablerow %}",
      "<tr class=\"row1\">\n<td class=\"col1\">false</td></tr>\n"
    ),
    (
      "{% for a in (1..2) %}{% for b in (1..1) %}{{ forloop.parentloop.index }}{{ forloop.parentloop.parentloop }}{% assign f = forloop %}{{ f.parentloop.last }}{% endfor %}{% endfor %}",
      "1false2true"
    ),
    (
      "{% cycle s, 'b' %}{% cycle s, 'b' %}{% cycle 'a', \"b\" %}{% cycle \"a\", 'b' %}{% cycle g: 1, 2 %}{% cycle g: 1 %}",
      "zoozooab1"
    ),
    (
      "{% case n %}{% when 1, 42 or 'x' %}a{% when 42 %}b{% else %}c{% endcase %}{% case '' %}{% when empty %}e{% endcase %}",
      "abe"
    ),
    ("{% case s %}{% when 'zoo' and x %}a{% else %}b{% endcase %}", "a"),
    ("{% decrement n %}{{ n }}{% increment x %}{{ x }}", "-1-101"),
    ("{% assign 1 = 2 %}{% capture 'q' %}x{% endcapture %}{{ q }}", "x"),
    (
      "{% ifchanged %}{{ s }}{% endifchanged %}{% ifchanged %}zoo{% endifchanged %}{% echo s %}",
      "zoozoo"
    ),
    (" {{-}} a {%- # c -%} b {{- s -}} c", "abzooc"),
    ("{% raw -%} {{ x }} {% no {% {% endraw {%- endraw -%} y", " {{ x }} {% no {% {% endraw y"),
    (
      "{% comment x %}{{ a {% b %}{% raw %}{% endcomment %}{% endraw %}{% comment %}{% endcomment %}{% endcomment-%} y",
      "y"
    ),
    ("{% comment %}{{ } {% endcomment %}x{% doc %}{{ {% enddoc %}", "x"),
    ("{% liquid\nassign a = 1\n\nif a\necho a\nendif\ncomment\nx\nendcomment\n# y\n%}", "1"),
    (
      "{% if true %} {% assign x = 1 %} {% endif %}|{% for i in (1..2) %} {% endfor %}|{% capture c %} {% endcapture %}{{ c }}|",
      "|| |"
    ),
    (
      "{% if false %}{% elsif true %}1{% else x %}2{% endif %}{% unless false %}1{% else %}2{% else %}3{% endunless %}",
      "11"
    ),
  ]

  static let calls: [(String, String)] = [
    (
      "{% include 'p' with s %}{% include 'p' for list %}{% include 'p', x: 1 %}",
      "[zoo][b][a][C][1]"
    ),
    (
      "{% assign p = list %}{% include 'p' %}{% assign q = 'p' %}{% include q with 1 as x %}",
      "[b][a][C][baC1]"
    ),
    (
      "{% include 'set', x: 1 %}{{ x }}{% for i in (1..2) %}{{ i }}{% include 'stop' %}{% endfor %}",
      "151"
    ),
    (
      "{% render 'each' for list %}{% render 'each' for h as each %}{% render 'each' for n %}{% render 'each' for nothing %}",
      "1/3b,2/3a,3/3C,1/2a1,2/2b cx\"\n#{y},/42,/,"
    ),
    (
      "{% render 'p' with nil, p: 1, x: s %}{% render 'p' with s as x %}{% render 'set' %}{{ x }}",
      "[1zoo][zoo]5"
    ),
    ("{% if false %}{% include 'none' %}{% endif %}x", "x"), ("{% include 'none' %}", "!"),
    ("{% render 'inc' %}", "!"),
  ]

  static let refused = [
    "{% if not t %}{% endif %}", "{% if 1 in list %}{% endif %}", "{% if (t or t) %}{% endif %}",
    "{{ 1 if t }}", "{% assign x = [1, 2] %}", "{% extends 'p' %}", "{% block b %}{% endblock %}",
    "{% for i in (1..3) limit: 2 reversed %}{% endfor %}", "{% for i in list, %}{% endfor %}",
    "{% for i in list cols: 2 %}{% endfor %}", "{% tablerow i in list reversed %}{% endtablerow %}",
    "{% doc x %}{% enddoc %}", "{% raw x %}{% endraw %}", "{% comment %}{% raw %}{% endcomment %}",
    "{% comment %}{{ x {% endcomment %}", "{% doc %}{% doc %}{% enddoc %}", "{% raw %}",
    "{% case s %}{% when 1 %}{% else x %}{% endcase %}", "{{ contains }}", "{{ s.['a'] }}",
    "{{ (f..3) }}", "{{ s | slice: 1.5 }}", "{{ s | truncate: 'x' }}",
    "{{ 'zoo' | sort: 'k' | map: 1.5 | map: nil }}",
    "{% for i in list limit: 'x' %}{% endfor %}",
    "{% tablerow i in list limit: t %}{% endtablerow %}",
    "{% if 1 < 'a' %}{% endif %}", "{{ 1 | divided_by: 0.0 }}", "{{ 1 | modulo: 0 }}",
    "{{ list | concat: 1 }}", "{{ nums | map: 'x' }}",
    "{{ 'b,1' | split: ',' | sort: 'x' | where: nil }}",
    "{{ 'a' | base64_decode }}", "{{ 'YWJj YQ==' | base64_decode }}",
    "{{ '/w==' | base64_decode }}",
  ]

  static let refusedAtTheStrictest = [
    "{{ [s] }}", "{% assign 1 = 2 %}", "{% capture 1 %}{% endcapture %}",
    "{% for i in ['list'] %}{% endfor %}",
    "{% case s %}{% when 'zoo' and x %}a{% endcase %}",
  ]

  @Test(arguments: expressions + tags + calls)
  func prints(_ source: String, _ wanted: String) throws {
    if wanted == "!" {
      #expect(throws: (any Error).self) { try plain(source) }
    } else {
      #expect(try plain(source) == wanted)
    }
  }

  @Test(arguments: refused)
  func refuses(_ source: String) {
    #expect(throws: (any Error).self) { try plain(source) }
  }

  @Test(arguments: refusedAtTheStrictest)
  func theStrictestModeRefusesMore(_ source: String) throws {
    #expect(throws: (any Error).self) { try plain(source, .strictest) }
    _ = try plain(source)
  }

  func plain(_ source: String, _ dialect: Dialect = .plain) throws -> String {
    var options = TemplateOptions()
    options.dialect = dialect
    options.undefined = .empty
    return try rendered(source, Self.data, with: Self.partials, options: options)
  }
}
