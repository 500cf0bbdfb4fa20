import Conformance
import Diagnostics
import Records
import Templating

/// A page to render: `templates/list.liquid`, its partial, and `data.json`.
///
/// The same folder holds the page in Jinja's language, for the engine we measure ourselves by.
struct TemplatePage {
  var folder: String

  func text(_ file: String) throws(BenchError) -> [UInt8] { try Files.read("\(folder)/\(file)") }

  /// Sources as the engine takes them.
  func sources() throws(BenchError) -> [TemplateSource] {
    [
      TemplateSource(name: "list", bytes: try text("templates/list.liquid"), kind: .html),
      TemplateSource(name: "byline", bytes: try text("templates/byline.liquid"), kind: .html),
    ]
  }

  func compile() throws(BenchError) -> TemplateSet { try Self.compile(sources()) }

  static func compile(_ sources: [TemplateSource]) throws(BenchError) -> TemplateSet {
    var problems = DiagnosticBag()
    guard let set = TemplateSet.compile(sources, into: &problems) else {
      throw BenchError(problems.all.first?.summary ?? "mẫu sai")
    }
    return set
  }

  func data() throws(BenchError) -> Value {
    var problems = DiagnosticBag()
    guard let node = JSON.parse(try text("data.json"), file: "data.json", into: &problems) else {
      throw BenchError(problems.all.first?.summary ?? "không đọc được data.json")
    }
    return ConformanceCase.value(node)
  }
}

/// The house's own page of this kind: a hundred stories, five tags each, all of it invented.
extension TemplatePage {
  static func make(in folder: String) throws(BenchError) -> TemplatePage {
    try Files.makeFolder("\(folder)/templates")
    let files = [
      "list.liquid": page(jinja: false), "byline.liquid": byline(jinja: false),
      "list.jinja.html": page(jinja: true), "byline.jinja.html": byline(jinja: true),
    ]
    for (name, text) in files { try Files.write("\(folder)/templates/\(name)", text) }
    try Files.write("\(folder)/data.json", json())
    return TemplatePage(folder: folder)
  }

  /// The two languages differ in five places of this page.
  private static func page(jinja: Bool) -> String {
    """
    <!DOCTYPE html>
    <html lang="vi">
    <head><title>{{ page.title }} · {{ site.title }}</title></head>
    <body>
    <h1>{{ page.title | \(jinja ? "upper" : "upcase") }}</h1>
    {% for story in stories %}
    <article id="guong-{{ story.id }}"{% if story.pinned %} class="ghim"{% endif %}>
      <h2><a href="{{ site.base }}{{ story.url }}">{{ story.title }}</a></h2>
      {% include \(jinja ? "'byline.html'" : "'byline'") %}
      <p>{{ story.summary | \(jinja
        ? #"truncate(length=120, killwords=true, end="...", leeway=0)"# : "truncate: 120") }}</p>
      {% if story.score > 75 %}<b>Nổi bật</b>{% \(jinja ? "elif" : "elsif") \
    story.score > 40 %}<b>Đáng đọc</b>{% else %}<i>Tin thường</i>{% endif %}
      <ul>{% for tag in story.tags %}
        <li class="t{{ \(jinja ? "loop" : "forloop").index }}">\
    <a href="{{ site.base }}{{ tag.url }}" title="{{ tag.name }}">\
    {{ tag.name | \(jinja ? #"replace("_", " ") | upper"# : #"replace: "_", " " | upcase"#) }}</a>\
    {% \(jinja ? "if not loop.last" : "unless forloop.last") %}, \
    {% \(jinja ? "endif" : "endunless") %}</li>
      {% endfor %}</ul>
    </article>
    {% endfor %}
    </body>
    </html>

    """
  }

  private static func byline(jinja: Bool) -> String {
    let name = jinja ? #"default("Khuyết danh", true)"# : #"default: "Khuyết danh""#
    return """
      <p class="by">{{ story.author.name | \(name) }} \
      <a href="/tac-gia/{{ story.author.slug }}">xem thêm</a> \
      <time datetime="{{ story.date }}">{{ story.date }}</time></p>

      """
  }

  private static func json() -> String {
    var stories: [String] = []
    for number in 1...100 {
      let story = Story(number: number, units: 20)
      var random = Random(seed: UInt64(number))
      let tags = (0..<5).map { _ in
        let tag = random.pick(Prose.tags)
        return """
          {"name": \(quoted(tag.replacing(" ", with: "_"))), "url": \(quoted("/the/" + tag))}
          """
      }
      let name = random.percent(80) ? quoted(story.author) : "null"
      stories.append(
        """
        {"id": \(number), "title": \(quoted(story.title + " <\"hay\" & mới>")),
        "url": "/guong/\(story.slug)", "summary": \(quoted("10A & 10B: " + story.summary)),
        "author": {"name": \(name), "slug": "tac-gia-\(number % 9)"}, "date": "\(story.date)",
        "score": \(random.below(100)), "pinned": \(random.percent(10)),
        "tags": [\(tags.joined(separator: ", "))]}
        """)
    }
    return """
      {"site": {"title": "Trường THPT \\"Bình Minh\\"", "base": "https://truong.example.vn"},
      "page": {"title": "Gương người tốt, việc tốt"},
      "stories": [
      \(stories.joined(separator: ",\n"))
      ]}

      """
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
