import Testing

@testable import Templating

@Suite struct EscapeTests {
  static let hostile: [(String, Value)] = [("x", .text("<b>\"A\" & 'B'</b>"))]

  static let escapesForHTMLCases: [(String, String)] = [
    ("{{ x }}", "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;"),
    ("{{ x | raw }}", "<b>\"A\" & 'B'</b>"),
    ("{{ x | escape }}", "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;"),
    ("{{ '<i>' }}", "<i>"),
    ("{{ 'a' | append: x | slice: 0, 2 }}", "a&lt;"),
    ("{{ '<i>' | append: x | slice: 0, 7 }}", "<i>&lt;"),
    ("{{ 'a;b' | replace: ';', '<br>' }}", "a<br>b"),
    ("{{ x | replace: 'A', '<br>' | slice: 0, 6 }}", "&lt;b&"),
    ("{% capture c %}<p>{{ 'q' }}</p>{% endcapture %}{{ c }}", "<p>q</p>"),
    ("{% assign l = 'a<b' | split: '<' %}{{ l | join: '<br>' }}", "a<br>b"),
    ("{{ x | json }}", "\"\\u003cb\\u003e\\\"A\\\" \\u0026 'B'\\u003c/b\\u003e\""),
  ]

  @Test(arguments: escapesForHTMLCases)
  func escapesForHTML(_ source: String, _ wanted: String) throws {
    #expect(try rendered(source, Self.hostile, named: "t.html") == wanted)
  }

  @Test func everyPlaceInALongTextIsSeen() throws {
    for special in ["&", "<", ">", "\"", "'"] {
      for at in 0..<20 {
        let text = String(repeating: "ă", count: at) + special + String(repeating: "z", count: 9)
        let escaped = try rendered("{{ x }}", [("x", .text(text))], named: "t.xml")
        #expect(!escaped.contains(special) || special == "&")
        #expect(escaped.hasSuffix("zzzzzzzzz") && escaped.hasPrefix(String(text.prefix(at))))
        #expect(escaped.unicodeScalars.count > text.unicodeScalars.count)
      }
    }
  }

  @Test func otherKindsEscapeInTheirOwnWay() throws {
    let x: [(String, Value)] = [("x", .text("# *A*_b_ | [c](d)\n1. - e <f>"))]
    #expect(
      try rendered("{{ x }}", x, named: "t.md")
        == "\\# \\*A\\*\\_b\\_ \\| \\[c\\](d)\n1\\. - e \\<f\\>")
    #expect(try rendered("{{ x }}", [("x", .text("- a"))], named: "t.md") == "\\- a")
    #expect(try rendered("{{ x }}", [("x", .text("a - b 5."))], named: "t.md") == "a - b 5.")
    #expect(
      try rendered("\"{{ x }}\"", [("x", .text("a\"\n\\"))], named: "t.json")
        == "\"a\\\"\\n\\\\\"")
    #expect(try rendered("{{ x }}", [("x", .text("<&>"))], named: "t.txt") == "<&>")
    #expect(
      try rendered("{{ x | md_cell }}", [("x", .text("a|b\nc"))], named: "t.md")
        == "a\\|b<br>c")
  }

  @Test func aPartialWithoutSuffixTakesTheKindOfItsCaller() throws {
    let partial = [("part", "{{ x }}")]
    #expect(
      try rendered("{% include 'part' %}", [("x", .text("<"))], named: "t.html", with: partial)
        == "&lt;")
    #expect(
      try rendered("{% render 'part', x: x %}", [("x", .text("<"))], named: "t.txt", with: partial)
        == "<")
  }

  @Test func valuesOfTheHostThatAreHTMLStayAsTheyAre() throws {
    #expect(try rendered("{{ x }}", [("x", .html("<p>ok</p>"))], named: "t.html") == "<p>ok</p>")
  }
}
