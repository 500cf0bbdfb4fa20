import Diagnostics
import Testing

@testable import Templating

@Suite struct EscapeTests {
  static let hostile: [(String, Value)] = [
    ("x", .text("<b>\"A\" & 'B'</b>")), ("s", .html("<i>&amp;</i>")),
    ("l", .list([.text("<"), .html("<br>")])),
    ("o", .record([("k", .text("<'>")), ("l", .list([.text("&")]))])), ("n", .null),
    ("d", .date(nil)), ("lines", .text("a<\r\nb")), ("t", .text("A<B")),
  ]

  static let html = "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;"

  static let escapesForHTMLCases: [(String, String)] = [
    ("{{ x }}", html), ("{% echo x %}", html), ("{% cycle x %}", html),
    ("{{ x | raw }}", "<b>\"A\" & 'B'</b>"), ("{{ x | safe }}", "<b>\"A\" & 'B'</b>"),
    ("{{ x | escape }}", html), ("{{ x | escape | escape_once }}", html),
    ("{{ s }}", "<i>&amp;</i>"), ("{{ s | escape }}", "&lt;i&gt;&amp;amp;&lt;/i&gt;"),
    ("{{ s | escape_once }}", "&lt;i&gt;&amp;&lt;/i&gt;"),
    // The author's own text.
    ("{{ '<i>' }}", "<i>"), ("{{ 'A & B' }}", "A & B"), ("{{ n | default: '<hr>' }}", "<hr>"),
    ("{% assign a = '<i>' %}{{ a }}", "<i>"),
    ("{% capture c %}<p>{{ 'q' }}{{ t }}</p>{% endcapture %}{{ c }}", "<p>qA&lt;B</p>"),
    // Kept through changes …
    ("{{ s | upcase }}{{ t | upcase }}", "<I>&AMP;</I>A&lt;B"),
    ("{{ s | strip | lstrip | slice: 0, 3 }}", "<i>"), ("{{ s | remove: '&amp;' }}", "<i></i>"),
    ("{{ s | strip_html }}", "&amp;"),
    ("{% assign l = 'a<b' | split: '<' %}{{ l | join: '<br>' }}", "a<br>b"),
    ("{% assign m = s | split: '&' %}{{ m[0] }}{{ m }}", "<i><i>amp;</i>"),
    // … and lost where the change may make signs of what was none, or cut a tag.
    ("{{ '%3C' | url_decode }}{{ t | url_encode | url_decode }}", "&lt;A&lt;B"),
    ("{{ t | base64_encode | base64_decode }}", "A&lt;B"),
    ("{{ s | truncate: 5 }}{{ s | truncate: 99 }}", "&lt;i...&lt;i&gt;&amp;amp;&lt;/i&gt;"),
    ("{{ t | append: ' c' | truncatewords: 1, '&hellip;' }}", "A&lt;B&hellip;"),
    ("{{ t | append: ' c' | truncatewords: 1 }}", "A&lt;B..."),
    ("{{ t | truncate: 2, t }}", "A&lt;B"),
    // One safe part makes the whole safe, the others being escaped as they join it.
    ("{{ 'a' | append: x | slice: 0, 2 }}", "a&lt;"),
    ("{{ '<i>' | append: x | slice: 0, 7 }}", "<i>&lt;"),
    ("{{ t | prepend: '<i>' }}{{ t | prepend: t }}", "<i>A&lt;BA&lt;BA&lt;B"),
    ("{{ 'a;b' | replace: ';', '<br>' }}", "a<br>b"),
    ("{{ s | replace: 'i', t }}", "<A&lt;B>&amp;</A&lt;B>"),
    ("{{ t | replace: 'B', '<br>' }}{{ t | replace: 'B', t }}", "A&lt;<br>A&lt;A&lt;B"),
    (
      "{{ s | append: l }}{{ s | append: o }}",
      "<i>&amp;</i>[&quot;&lt;&quot;, &quot;&lt;br&gt;&quot;]"
        + "<i>&amp;</i>{&quot;k&quot;=&gt;&quot;&lt;&#39;&gt;&quot;, &quot;l&quot;=&gt;[&quot;&amp;&quot;]}"
    ),
    ("{{ l | join: '|' }}{{ l | join }}", "&lt;|<br>&lt; <br>"),
    ("{{ l | concat: l }}", "&lt;<br>&lt;<br>"),
    // Whole lists and objects.
    ("{{ l }}", "&lt;<br>"), ("{{ l | first }}{{ l | last }}", "&lt;<br>"),
    ("{{ o.l }}{{ o['k'] }}", "&amp;&lt;&#39;&gt;"),
    (
      "{{ o }}",
      "{&quot;k&quot;:&quot;\\u003c\\u0027\\u003e&quot;,&quot;l&quot;:[&quot;\\u0026&quot;]}"
    ),
    (
      "{{ o | upcase }}",
      "{&quot;K&quot;=&gt;&quot;&lt;&#39;&gt;&quot;, &quot;L&quot;=&gt;[&quot;&amp;&quot;]}"
    ),
    ("{{ lines | newline_to_br }}{{ s | newline_to_br }}", "a&lt;<br />\nb<i>&amp;</i>"),
    ("{{ '2024-09-05' | date: '<b>%d</b>' }}{{ t | date: '<b>%d</b>' }}", "<b>05</b>A&lt;B"),
    ("{{ '2024-09-05' | date: t }}", "A&lt;B"), ("{{ n | escape }}{{ n | escape_once }}", ""),
    // JSON is safe in a script and in text; in quotes it is a value as any other.
    (
      "<script>{{ x | json }}</script>",
      "<script>\"\\u003cb\\u003e\\\"A\\\" \\u0026 \\u0027B\\u0027\\u003c/b\\u003e\"</script>"
    ),
    (
      "<p data-o='{{ o | json }}'>",
      "<p data-o='{&quot;k&quot;:&quot;\\u003c\\u0027\\u003e&quot;,&quot;l&quot;:[&quot;\\u0026&quot;]}'>"
    ),
    ("<p class=\"{{ t }} {{ s }}\">", "<p class=\"A&lt;B <i>&amp;</i>\">"),
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

  /// Kind, template, data, result.
  static let otherKindsCases: [(String, String, String, String)] = [
    ("txt", "{{ x }}", "<&>", "<&>"),
    ("txt", "{{ x | csv_cell }}", "a;b", "\"a;b\""),
    ("xml", "{{ x }}", "<\"'\u{1}\u{B}\ta&>", "&lt;&quot;&#39;\ta&amp;&gt;"),
    ("svg", "{{ x | escape }}", "\u{2}<", "&lt;"),
    ("atom", "<![CDATA[{{ x }}]]>", "]]>", "<![CDATA[]]&gt;]]>"),
    ("json", "\"{{ x }}\"", "a\"\n\r\t\\", "\"a\\\"\\n\\r\\t\\\\\""),
    ("json", "\"{{ x }}\"", "\u{7F}\u{1}</script>", "\"\\u007f\\u0001\\u003c/script\\u003e\""),
    ("json", "\"{{ x }}\"", "\u{2028}a\u{2029}b\u{2027}¨", "\"\\u2028a\\u2029b\u{2027}¨\""),
    ("json", "\"{{ 'a\"b' }}{{ x | default: 'c\"d' }}\"", "", "\"a\\\"bc\\\"d\""),
    ("json", "\"{{ x | escape }}\"", "a\"<\n", "\"a\\u0026quot;\\u0026lt;\\n\""),
    ("json", "{{ x | json }}", "a\"", "\"a\\\"\""),
    ("csv", "{{ x }},{{ x }}", "a", "a,a"),
    ("csv", "{{ x }}", "Lê \"A\", b", "\"Lê \"\"A\"\", b\""),
    ("csv", "{{ x }}", "a;b", "\"a;b\""), ("csv", "{{ x }}", "a\nb", "\"a\nb\""),
    ("csv", "{{ x }}", " a", "\" a\""), ("csv", "{{ x }}", "=1+1", "\"'=1+1\""),
    ("csv", "{{ x }}", "@SUM(A1)", "\"'@SUM(A1)\""), ("csv", "{{ x }}", "\t=1", "\"'\t=1\""),
    ("csv", "{{ x }}", "-2+3", "\"'-2+3\""), ("csv", "{{ x }}", "+a", "\"'+a\""),
    ("csv", "{{ x }}", "-5", "-5"), ("csv", "{{ x }}", "-1.234,5%", "\"-1.234,5%\""),
    ("csv", "{{ x }}", "+84 912 345 678", "+84 912 345 678"),
    ("csv", "\"Họ tên: {{ x }}\";{{ x }}", "a;\"b\"", "\"Họ tên: a;\"\"b\"\"\";\"a;\"\"b\"\"\""),
    ("csv", "{% if x %}\"{{ x }}\"{% else %}-{% endif %};{{ x }}", "a,b", "\"a,b\";\"a,b\""),
    ("csv", "{{ 'Họ, tên' }};{{ x | json }}", "a", "\"Họ, tên\";\"\"\"a\"\"\""),
    ("csv", "{{ x | url_encode }};{{ x | csv_cell }}", "-a b", "\"'-a+b\";\"'-a b\""),
  ]

  @Test(arguments: otherKindsCases)
  func otherKindsEscapeInTheirOwnWay(
    _ kind: String, _ template: String, _ value: String, _ wanted: String
  ) throws {
    #expect(try rendered(template, [("x", .text(value))], named: "t.\(kind)") == wanted)
  }

  @Test func aPartialWithoutSuffixTakesTheKindOfItsCaller() throws {
    let partial = [("part", "{{ x }}")]
    for (kind, wanted) in [("html", "&lt;|"), ("txt", "<|"), ("md", "\\<\\|")] {
      for call in ["{% include 'part' %}", "{% render 'part', x: x %}"] {
        #expect(
          try rendered(call, [("x", .text("<|"))], named: "t.\(kind)", with: partial) == wanted)
      }
    }
  }

  static let unquotedCases: [(String, String)] = [
    ("<p id={{ x }}>", "<p id=a&#32;on&#61;&#34;b&#34;>"),
    ("<p id={{ x | raw }}>", "<p id=a&#32;on&#61;&#34;b&#34;>"),
    ("<p id={{ s }}>", "<p id=&#60;i&#62;&amp;&#60;&#47;i&#62;>"),
    ("<p id=k{{ l }}>", "<p id=k&lt;&#60;br&#62;>"),
    ("<p id={% include 'part' %}>", "<p id=a&#32;on&#61;&#38;quot;b&#38;quot;>"),
    ("<a href={{ u }}>", "<a href=a&#47;b>"),
    ("<p id={{ 'k' }} {{ 'hidden' }}>", "<p id=k hidden>"),
  ]

  @Test(arguments: unquotedCases)
  func whatHasNoQuotesIsNotEndedByBlanks(_ source: String, _ wanted: String) throws {
    let data: [(String, Value)] = [("x", .text("a on=\"b\"")), ("u", .text("a/b"))]
    let others = Self.hostile.filter { $0.0 != "x" }
    let text = try rendered(
      source, data + others, named: "t.html", with: [("part", "{{ x | escape }}")])
    #expect(text == wanted.replacing("&#38;quot;", with: "&quot;"))
  }

  /// Kinds of a template and of the part that it calls, and whether that may be.
  static let kindsCases: [(String, String, Bool)] = [
    ("html", "html", true), ("html", "svg", true), ("xml", "html", true), ("html", "json", true),
    ("md", "html", true), ("md", "md", true), ("txt", "html", true), ("csv", "csv", true),
    ("html", "txt", false), ("html", "md", false), ("html", "csv", false), ("xml", "js", false),
    ("json", "html", false), ("csv", "txt", false), ("md", "txt", false), ("json", "md", false),
  ]

  @Test(arguments: kindsCases)
  func aPartOfAnotherKindMustBeSafeWhereItIsPut(
    _ outer: String, _ inner: String, _ isAllowed: Bool
  ) throws {
    let part = "part.\(inner)"
    let lib = [(part, "{{ x }}{% macro m %}{% endmacro %}")]
    let calls = [
      "{% render '\(part)', x: 1 %}", "{% include '\(part)' %}", "{% include name %}",
      "{% extends '\(part)' %}",
    ]
    for call in calls {
      let data: [(String, Value)] = [("x", .int(1)), ("name", .text(part))]
      if isAllowed {
        #expect(try rendered(call, data, named: "t.\(outer)", with: [lib[0]]) == "1")
      } else {
        let found = try problem(call, data, named: "t.\(outer)", with: [lib[0]])
        #expect(found.id == "template.kind" && found.location?.column == 1)
      }
    }
  }

  @Test func whatDoesNotBelongInJSONIsRefusedInsteadOfWrittenWithoutEnd() throws {
    final class Page: Sendable {
      func value() -> Value {
        .lazy(["title", "self", "site"]) { name in
          name == "title" ? .text("a") : Page().value()
        }
      }
    }
    for template in ["{{ page | json }}", "{{ page }}", "{{ list }}", "{{ list | json }}"] {
      let data = [("page", Page().value()), ("list", Value.list([Page().value()]))]
      let found = try problem(template, data)
      #expect(found.id == "template.json")
      #expect(found.summary.contains("self.self") || found.summary.contains("[].self"))
    }
    var budget = Budget()
    budget.stringBytes = 1_000
    let long = Value.list((0..<500).map { .int($0) })
    #expect(try problem("{{ x | json }}", [("x", long)], budget: budget).id == "template.json")
    budget.steps = 100
    #expect(try problem("{{ x | json }}", [("x", long)], budget: budget).id == "template.budget")
    // Where an object is taken as text, its head is enough.
    #expect(
      try rendered("{{ page | size }}{{ page | slice: 0, 9 }}", [("page", Page().value())])
        == "3{\"title\"=")
    let all: Value = .list([.null, .bool(true), .double(.infinity), .double(1.5), .int(2)])
    #expect(try rendered("{{ x | json }}", [("x", all)]) == "[null,true,null,1.5,2]")
  }
}
