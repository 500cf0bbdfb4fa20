import Diagnostics
import Testing

@testable import Templating

@Suite struct URLTests {
  static let partials: [(String, String)] = [
    ("part", "{{ x }}"), ("base.html", "<a href=\"{% block u %}/{% endblock %}\">"),
  ]

  static let isRefusedCases: [(String, String)] = [
    ("<a href=\"{{ x }}\">", "javascript:alert(1)"), ("<a href='{{ x }}'>", "JavaScript:a"),
    ("<a href={{ x }}>", "javascript:a"), ("<a href=\"{{ x }}\">", " java\nscr\tipt:a"),
    ("<a href=\"{{ x }}\">", "\u{1}javascript:a"), ("<a href=\"{{ x }}\">", "vbscript:a"),
    ("<a href=\"{{ x }}\">", "data:text/html,a"), ("<a href=\"{{ x }}\">", "data:image/png;a"),
    ("<a href=\"{{ x }}\">", ":a"), ("<a href=\"{{ x | raw }}\">", "javascript&#58;a"),
    ("<a href=\"{{ x | raw }}\">", "&Tab;javascript:a"), ("<iframe src='{{ x }}'>", "data:image/a"),
    ("<img src='{{ x }}'>", "data:text/html,a"), ("<form action='{{ x }}'>", "javascript:a"),
    ("<button formaction='{{ x }}'>", "javascript:a"),
    ("<use xlink:href='{{ x }}'/>", "javascript:a"),
    ("<video poster='{{ x }}'>", "javascript:a"), ("<object data='{{ x }}'>", "javascript:a"),
    ("<img srcset='{{ x }}'>", "a.png 1x, javascript:a 2x"),
    ("<img srcset='/a.png 1x, {{ x }} 2x'>", "javascript:a"),
    ("<a href='{{ x | strip }}'>", "javascript:a"), ("<a href='{% echo x %}'>", "javascript:a"),
    ("<a href='java{{ x }}'>", "script:a"), ("<a href='{{ 'javascript' }}{{ x }}'>", ":a"),
    ("<a href='{% if x %}{{ x }}{% else %}/{% endif %}'>", "javascript:a"),
    ("<a href='{% if x == nil %}/{% endif %}{{ x }}'>", "javascript:a"),
    ("<a href='{% case x %}{% when 'a' %}/{% else %}{{ x }}{% endcase %}'>", "javascript:a"),
    ("<a href='{% case x %}{% when 'a' %}/{% endcase %}{{ x }}'>", "javascript:a"),
    ("<a href='{% for i in (1..2) %}{{ x }}{% endfor %}'>", "javascript:a"),
    ("<a href='{% for i in no.list %}/{% else %}{{ x }}{% endfor %}'>", "javascript:a"),
    ("<a href='{% for i in (1..0) %}/{% endfor %}{{ x }}'>", "javascript:a"),
    ("<a href='{% cycle x, x %}'>", "javascript:a"),
    ("<a href='{% include 'part' %}'>", "javascript:a"),
    ("<a href='{% render 'part', x: x %}'>", "javascript:a"),
    ("{% macro m u %}{{ u }}{% endmacro %}<a href='{% call m x %}'>", "javascript:a"),
    ("{% macro m u %}<a href='{{ u }}'>{% endmacro %}{% call m x %}", "javascript:a"),
    ("<a href='{% with u: x %}{{ u }}{% endwith %}'>", "javascript:a"),
    ("{% capture u %}{{ x }}{% endcapture %}<a href='{{ u }}'>", "javascript:a"),
    ("{% capture u %}<a href='{{ x }}'>{% endcapture %}", "javascript:a"),
    ("{% extends 'base.html' %}{% block u %}{{ x }}{% endblock %}", "javascript:a"),
    ("{% assign l = x | split: ' ' %}<a href='{{ l }}'>", "javascript:a"),
    ("<a href='{{ o }}'>", "a"), ("<a href='{{ x if x }}'>", "javascript:a"),
  ]

  @Test(arguments: isRefusedCases)
  func isRefused(_ template: String, _ value: String) throws {
    let data: [(String, Value)] = [
      ("x", .text(value)), ("o", .record(["a": .int(1)])), ("no", .record(["list": .list([])])),
    ]
    let found = try problem(template, data, with: Self.partials)
    #expect(found.id == "template.url")
    #expect(found.location?.line == 1)
  }

  static let isLetThroughCases: [(String, String, String)] = [
    ("<a href=\"{{ x }}\">", "/a:b", "/a:b"),
    ("<a href=\"{{ x }}\">", "https://a.vn", "https://a.vn"),
    ("<a href=\"{{ x }}\">", "HTTP://a.vn", "HTTP://a.vn"),
    ("<a href=\"{{ x }}\">", "#a:b", "#a:b"),
    ("<a href=\"{{ x }}\">", "mailto:a@b.vn", "mailto:a@b.vn"),
    ("<a href=\"{{ x }}\">", "tel:0214", "tel:0214"), ("<a href=\"{{ x }}\">", "?a=b:c", "?a=b:c"),
    ("<a href=\"{{ x }}\">", "a&b", "a&amp;b"), ("<a href=\"{{ x | escape }}\">", "a&b", "a&amp;b"),
    ("<a href=\"/{{ x }}\">", "javascript:a", "/javascript:a"),
    ("<a href=\"{{ '/' }}{{ x }}\">", "a.html", "/a.html"),
    ("<a title=\"{{ x }}\">", "Giờ: 5", "Giờ: 5"), ("<p>{{ x }}</p>", "a: b", "a: b"),
    ("<img src=\"{{ x }}\">", "data:image/png;base64,AA==", "data:image/png;base64,AA=="),
    (
      "<img srcset=\"{{ x }}\">", "a.png 1x, https://b.vn/c.png 2x",
      "a.png 1x, https://b.vn/c.png 2x"
    ),
    (
      "<a href=\"{{ x }}\">", String(repeating: "a", count: 40) + ":b",
      String(repeating: "a", count: 40) + ":b"
    ),
    ("<a href=\"{% include 'part' %}\">", "a.html", "a.html"),
    ("<a href=\"{{ x.size }}\">", "abc", "3"),
    ("<a href=\"{% increment n %}{{ x }}\">", "a", "0a"),
    ("{% for i in (1..2) %}<a href=\"{% include 'stop' %}\">{% endfor %}b", "a", "<a href=\"b"),
  ]

  @Test(arguments: isLetThroughCases)
  func isLetThrough(_ template: String, _ value: String, _ wanted: String) throws {
    let partials = Self.partials + [("stop", "{% break %}")]
    let text = try rendered(template, [("x", .text(value))], named: "t.html", with: partials)
    #expect(text.contains(wanted))
  }

  @Test func outsideOfHTMLNothingIsAnAddress() throws {
    for name in ["t.txt", "t.json", "t.csv"] {
      let template = "<a href='{{ x }}'>{% include 'part' %}"
      let partials = [("part", "<a href='{{ x }}'>")]
      #expect(
        try rendered(template, [("x", .text("javascript:a"))], named: name, with: partials)
          .contains("javascript:a"))
    }
    let found = try problem(
      "{% include 'part' %}", [("x", .text("javascript:a"))],
      with: [("part", "<a href='{{ x }}'>")])
    #expect(found.id == "template.url" && found.location?.file == "part")
  }
}
