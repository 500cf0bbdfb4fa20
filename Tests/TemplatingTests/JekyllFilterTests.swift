import Diagnostics
import Testing
import Vietnamese

@testable import Templating

@Suite struct JekyllFilterTests {
  static let data: [(String, Value)] = [
    ("units", TagTests.units), ("bad", .text("<b>")), ("list", .list([.text("<"), .html("<i>")])),
    ("deep", .list([.list([.int(1), .int(2)]), .int(3)])), ("u", .text("ngoài")),
    ("exp", .text("u.score > 8")), ("day", .day(CivilDate(year: 2024, month: 2, day: 3))),
    ("page", .record(["root": .text("../")])),
  ]

  static let cases: [(String, String)] = [
    // Expressions
    (
      "{{ units | where_exp: 'u', 'u.score >= 9 or u.name contains \"Phố\"' | size }}{{ u }}",
      "2ngoài"
    ),
    (
      "{{ units | where_exp: 'u', 'u.nothing == nil and not u.score > 8' | map: 'name' }}",
      "THCS Phố Ràng"
    ),
    (
      "{{ (1..9) | where_exp: 'n', 'n > 6' | join: ',' }}{{ nil | where_exp: 'n', 'n' | size }}",
      "7,8,90"
    ),
    ("{{ deep | where_exp: 'n', 'n != 2' | join: ',' }}", "1,3"),
    ("{{ 7 | find_exp: 'n', 'n < 3' }}{{ deep | find_exp: 'n', 'n > 1' }}", "2"),
    (
      "{% assign g = units | group_by_exp: 'u', 'u.score | plus: 1' %}"
        + "{% for x in g %}{{ x.name }}:{{ x.items[0].name }};{% endfor %}",
      "10:THPT Bảo Hà;8:THCS Phố Ràng;"
    ),
    ("{% for i in (1..2) %}{{ units | where_exp: 'x', 'x.score > i' | size }}{% endfor %}", "22"),
    (
      "{% assign n = 8 %}{% assign r = units | where_exp: 'n', 'n.score > 8' | size %}{{ n }}{{ r }}",
      "81"
    ),
    // Lists
    ("{{ 'a' | push: 'b' | unshift: 'c' | join: '' }}{{ nil | pop | size }}", "cab0"),
    ("{{ nil | push: 1 | shift | shift | size }}{{ deep | pop | join: '' }}", "012"),
    ("{{ list | array_to_sentence_string }}", "&lt; và <i>"),
    ("{{ 'a,b' | split: ',' | array_to_sentence_string: 'hoặc' }}", "a hoặc b"),
    ("{{ 'a' | array_to_sentence_string }}{{ nil | array_to_sentence_string }}", "a"),
    ("{{ (1..9) | sample: 3 | size }}{{ nil | sample }}{{ (1..3) | sample: -1 | size }}", "30"),
    ("{{ (1..3) | sample: 99 | sort | join: ',' }}", "1,2,3"),
    // Texts and dates
    ("{{ 'a\n\nb\n' | indent: 2, first: true }}|", "  a\n\n  b\n|"),
    ("{{ bad | indent: 1 }}{{ bad | normalize_whitespace }}", "&lt;b&gt;&lt;b&gt;"),
    ("{{ true | to_integer }}{{ 'x' | to_integer }}{{ -2.9 | to_integer }}", "10-2"),
    ("{{ bad | inspect }}", "&quot;\\u003cb\\u003e&quot;"),
    ("{{ day | date_to_xmlschema }}", "2024-02-03T00:00:00+07:00"),
    ("{{ '2024-02-03T10:00:00Z' | date_to_xmlschema }}", "2024-02-03T10:00:00+00:00"),
    ("{{ 0 | date_to_rfc822 }}", "Thu, 01 Jan 1970 00:00:00 +0000"),
    (
      "{{ day | date_to_string }}; {{ day | date_to_long_string }}", "03 Feb 2024; 03 February 2024"
    ),
    ("{{ 'khi nào' | date_to_string }}", "khi nào"),
    // Addresses
    ("{{ 'a.html' | relative_url }} {{ '../a.html' | relative_url }}", "../a.html ../a.html"),
    ("{{ 'https://x.vn/a' | relative_url }} {{ '#a' | relative_url }}", "https://x.vn/a #a"),
    ("{{ '//x.vn' | absolute_url }} {{ '../a' | absolute_url }}", "//x.vn ../a"),
    ("{{ '/index.html' | strip_index }} {{ 'index.html' | strip_index }}", "/ index.html"),
    ("{{ 'a%20b %zz\"' | uri_escape }} {{ bad | cgi_escape }}", "a%20b%20%25zz%22 %3Cb%3E"),
  ]

  @Test(arguments: cases)
  func works(_ source: String, _ wanted: String) throws {
    let shown = try rendered(source, Self.data, named: "t.html")
    #expect(shown == wanted)
  }

  static let refused: [(String, String)] = [
    // Data is never run as a template.
    ("{{ units | where_exp: 'u', exp }}", "template.expression"),
    ("{{ units | where_exp: u, 'u.score' }}", "template.expression"),
    ("{{ units | where_exp: 'u', 'u.score >' }}", "template.syntax"),
    ("{{ units | where_exp: 'u', 'u.score 8' }}", "template.syntax"),
    ("{{ units | where_exp: 'u.x', 'u' }}", "template.syntax"),
    ("{{ units | where_exp: '', 'u' }}", "template.syntax"),
    ("{{ units | where_exp: 'u', 'u.score > \"a\"' }}", "template.comparison"),
    ("{{ units | group_by_exp: 'u', 'u.scor' }}", "template.undefined"),
    ("{{ units | group_by_exp: 'u', 'u.score | nope' }}", "template.unknown-filter"),
    ("{{ units | where_exp: 'u' }}", "template.filter-arguments"),
    ("{{ bad | indent: -1 }}", "template.filter-argument"),
    ("{{ bad | indent: 9999999999 }}", "template.filter-argument"),
    ("{{ units | sample: 'x' }}", "template.filter-argument"),
  ]

  @Test(arguments: refused)
  func refuses(_ source: String, _ id: String) throws {
    let found = try problem(source, Self.data)
    #expect(found.id == id)
    // Places within the quoted expression are those of the filter.
    #expect(found.location?.line == 1)
  }

  @Test func aSampleIsThePagesOwnAndAlwaysTheSame() throws {
    var bag = DiagnosticBag()
    let set = try #require(
      TemplateSet.single(
        TemplateSource(name: "t", text: "{{ (1..100) | sample: 9 | join: ' ' }}"), into: &bag))
    func sample(_ page: String) throws -> String {
      try set.render("t", globals: .record([:]), page: page)
    }
    #expect(try sample("a.html") == sample("a.html"))
    #expect(try sample("a.html") != sample("b.html"))
    #expect(Set(try sample("a.html").split(separator: " ")).count == 9)
  }

  @Test func highlightShowsCodeAsItIs() throws {
    let source = """
      {% highlight html linenos %}<b>{{ bad }}</b> &amp;
      {% endhighlight %}{% highlight swift %}{% raw %}{{ x }}{% endraw %}{% endhighlight %}
      """
    let open = "<figure class=\"highlight\"><pre><code class=\"language-"
    let close = "</code></pre></figure>"
    #expect(
      try rendered(source, Self.data, named: "t.html")
        == open + "html\" data-lang=\"html\">&lt;b&gt;&amp;lt;b&amp;gt;&lt;/b&gt; &amp;amp;" + close
        + open + "swift\" data-lang=\"swift\">{{ x }}" + close)
    #expect(try problem("{% highlight %}x{% endhighlight %}").id == "template.syntax")
    #expect(try problem("{% highlight 'a' %}{% if x %}{% endhighlight %}").id == "template.syntax")
  }

  static let charged: [String] = [
    "{% assign l = 'a,b' | split: ',' %}{% for i in (1..5000) %}{% assign l = l | push: i %}"
      + "{% endfor %}",
    "{{ (1..900000) | where_exp: 'x', 'x > 1' | size }}",
    "{% assign s = 'a' %}{% for i in (1..18) %}{% assign s = s | append: '\n' | append: s %}"
      + "{% endfor %}{{ s | indent: 200 }}",
    "{% assign s = 'aaaaaaaa' %}{% for i in (1..16) %}{% assign s = s | append: s %}{% endfor %}"
      + "{{ s | uri_escape }}",
  ]

  @Test(arguments: charged)
  func whatGrowsIsChargedFor(_ source: String) throws {
    var budget = Budget()
    budget.steps = 800_000
    budget.outputBytes = 1 << 20
    budget.stringBytes = 1 << 20
    #expect(try problem(source, budget: budget).id == "template.budget")
  }

  @Test func plainLiquidKnowsTheStandardFiltersOnly() throws {
    let known = FilterTable.all(in: .plain, with: [])
    #expect(known["where"] != nil && known["date"] != nil && known["base64_encode"] != nil)
    for name in ["where_exp", "json", "safe", "date_vi", "slugify", "push"] {
      #expect(known[name] == nil, "\(name)")
    }
  }
}
