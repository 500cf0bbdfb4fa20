import Diagnostics
import Testing

@testable import Templating

@Suite struct MacroTests {
  static let data: [(String, Value)] = [
    ("a", .record(["b": .text("Bảo Hà")])), ("title", .text("trang")), ("n", .int(3)),
  ]

  static let worksCases: [(String, String)] = [
    ("{% macro f %}x{% endmacro %}", ""),
    ("{% call f %}{% macro 'f' %}x{% endmacro %}{% call 'f' %}", "xx"),
    (
      "{% macro f, you %}[{{ you }}]{% endmacro %}{% call f 1 %}{% call f, you: a.b %}",
      "[1][Bảo Hà]"
    ),
    (
      "{% macro f x = a.b, y: x %}{{ x }}/{{ y }};{% endmacro %}{% call f %}{% call f 1 %}{% call f y = 2 %}",
      "Bảo Hà/Bảo Hà;1/1;Bảo Hà/2;"
    ),
    ("{% macro f x: nil %}{{ x }}{{ title }}{% endmacro %}{% assign x = 1 %}{% call f %}", "trang"),
    ("{% macro f title: nil %}[{{ title }}]{% endmacro %}{% call f %}", "[]"),
    (
      "{% macro f %}{{ args | join: '-' }}|{% for k in kwargs %}{{ k[0] }}={{ k[1] }}{% endfor %}"
        + "{% endmacro %}{% call f 1, 2, b: 3, %}{% call f %}", "1-2|b=3|"
    ),
    (
      "{% macro f x %}{{ x }}:{{ args.first }}:{{ kwargs.z }}{% endmacro %}{% call f 1, 2, z: 3 %}",
      "1:2:3"
    ),
    // A macro sees its arguments and the names of the page, and leaves nothing behind.
    (
      "{% macro f %}{% assign y = 2 %}{{ y }}{% increment c %}{% endmacro %}{% assign y = 1 %}"
        + "{% increment c %}{% call f %}{% call f %}{{ y }}", "020201"
    ),
    (
      "{% macro f %}{{ forloop.index | default: '-' }}{% break %}x{% endmacro %}"
        + "{% for i in (1..2) %}{% call f %}{{ i }}{% endfor %}", "-1-2"
    ),
    (
      "{% macro f k %}{{ k }}{% if k > 0 %}{% assign m = k | minus: 1 %}{% call f m %}{% endif %}"
        + "{% endmacro %}{% call f n %}", "3210"
    ),
    ("{% include 'lib' %}{% call shared 5 %}", "(5)"),
    (
      "{% extends 'base' %}{% macro own %}o{% endmacro %}"
        + "{% block b %}{% call own %}{% call deep %}{% endblock %}", "<od>"
    ),
    ("{% with x: 1, y = a.b %}{{ x }}{{ y }}{% endwith %}", "1Bảo Hà"),
    (
      "{% assign x = 1 %}{% with x: 2, y: x %}{{ x }}{{ y }}{% assign x = 3 %}{% assign z = 4 %}"
        + "{{ x }}{% endwith %}{{ x }}{{ z }}", "21234"
    ),
    (
      "{% for i in (1..4) %}{% with x: i %}{% if x == 2 %}{% continue %}{% endif %}"
        + "{% if x == 4 %}{% break %}{% endif %}{{ x }}{{ forloop.index }}{% endwith %},{% endfor %}",
      "11,33,"
    ),
    ("{% for i in (1..2) %}{% with i: 9 %}{{ i }}{% endwith %}{{ i }}{% endfor %}", "9192"),
    ("{% block b %}{% with x: 1 %}[{{ x }}]{% endwith %}{% endblock %}", "[1]"),
  ]

  @Test(arguments: worksCases)
  func works(_ source: String, _ wanted: String) throws {
    let others = [
      ("lib", "{% macro shared v %}({{ v }}){% endmacro %}"),
      ("base", "{% macro deep %}d{% endmacro %}<{% block b %}{% endblock %}>"),
    ]
    #expect(try rendered(source, Self.data, with: others) == wanted)
  }

  static let isRefusedCases: [(String, String, String)] = [
    ("{% call nope %}", "template.macro", "Không có macro “nope”"),
    ("{% macro shout %}{% endmacro %}{% call shot %}", "template.macro", "“shout”"),
    ("{% macro f %}{% endmacro %}{% macro f %}{% endmacro %}", "template.macro", "đã có"),
    ("{% macro f a, a %}{% endmacro %}", "template.macro", "“a” đã có"),
    ("{% macro f a %}{% endmacro %}{% call f %}", "template.macro", "thiếu đối số “a”"),
    ("{% macro f a: 1 %}{% endmacro %}{% call f 1, 2 %}", "template.macro", "nhiều nhất 1"),
    ("{% macro f name: 1 %}{% endmacro %}{% call f nmae: 2 %}", "template.macro", "“name”"),
    ("{% macro f %}{% endmacro %}{% call f x: 2 %}", "template.macro", "không có tham số"),
    ("{% macro f %}{% call f %}{% endmacro %}{% call f %}", "template.budget", "độ sâu"),
    ("{% macro f a,, b %}{% endmacro %}", "template.syntax", "“,”"),
    ("{% macro 5 %}{% endmacro %}", "template.syntax", "tên macro"),
    ("{% macro f %}", "template.unclosed", "macro"),
    ("{% with 5 %}{% endwith %}", "template.syntax", "“tên: giá trị”"),
    (
      "{% macro f %}{{ n }}{{ m }}{% endmacro %}{% assign m = 1 %}{% call f %}",
      "template.undefined", "“m”"
    ),
    ("{% macro f %}{% block b %}{% endblock %}{% endmacro %}", "template.block", "macro"),
    ("{% with x: 1 %}{% endwith %}{{ x }}", "template.undefined", "“x”"),
  ]

  @Test(arguments: isRefusedCases)
  func isRefused(_ source: String, _ id: String, _ part: String) throws {
    let found = try problem(source, Self.data)
    #expect(found.id == id)
    #expect((found.summary + (found.help ?? "")).contains(part))
  }
}
