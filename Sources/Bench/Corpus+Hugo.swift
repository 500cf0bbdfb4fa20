extension Corpus {
  /// The same stories and the same kinds of page for Hugo: story, unit, home, RSS and sitemap.
  func writeHugo(to root: String) throws(BenchError) {
    for folder in ["layouts/_default", "content/guong", "content/don-vi"] {
      try Files.makeFolder("\(root)/\(folder)")
    }
    try Files.write("\(root)/hugo.toml", Self.config)
    try Files.write("\(root)/layouts/_default/baseof.html", Self.base)
    try Files.write("\(root)/layouts/_default/single.html", Self.single)
    try Files.write("\(root)/layouts/_default/list.html", Self.list)
    try Files.write("\(root)/layouts/index.html", Self.home)
    for unit in 0..<units {
      let folder = "\(root)/content/don-vi/\(unitID(unit))"
      try Files.makeFolder(folder)
      try Files.write("\(folder)/_index.md", "---\ntitle: \"\(unitName(unit))\"\n---\n")
    }
    for number in 0..<stories {
      let story = Story(number: number, units: units)
      let folder = "\(root)/content/guong/\(story.year)"
      try Files.makeFolder(folder)
      let tags = story.tags.map { "\"\($0)\"" }.joined(separator: ", ")
      try Files.write(
        "\(folder)/\(story.slug).md",
        """
        ---
        title: "\(story.title)"
        date: \(story.date)
        slug: \(story.slug)
        author: "\(story.author)"
        summary: "\(story.summary)"
        don-vi: ["\(unitID(story.unit))"]
        nhan: [\(tags)]
        ---
        \(story.body)
        """)
    }
  }

  private static let config = """
    baseURL = "https://vi-du.edu.vn/"
    languageCode = "vi"
    title = "Nêu gương – kho mẫu đo tốc độ"
    buildFuture = true
    disableKinds = ["section", "taxonomy"]
    [taxonomies]
    unit = "don-vi"
    [permalinks]
    guong = "/guong/:slug/"
    [outputs]
    home = ["html", "rss"]
    term = ["html"]
    page = ["html"]
    [services.rss]
    limit = 20

    """

  private static let base = """
    <!doctype html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{{ .Title }} – {{ site.Title }}</title>
    <meta name="description" content="{{ .Summary | plainify }}">
    <link rel="canonical" href="{{ .Permalink }}">
    <link rel="alternate" type="application/rss+xml" href="{{ "index.xml" | absURL }}">
    </head>
    <body>
    <header><a href="{{ "/" | relURL }}">{{ site.Title }}</a>
    <nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/don-vi/">Đơn vị</a></li></ul></nav>
    </header>
    <main>{{ block "main" . }}{{ end }}</main>
    <footer><p>Dữ liệu minh họa</p></footer>
    </body>
    </html>

    """

  private static let single = """
    {{ define "main" }}
    <article>
    <h1>{{ .Title }}</h1>
    <p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time>
    · {{ .Params.author }}{{ range .GetTerms "don-vi" }} ·
    <a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
    <p>{{ .Summary }}</p>
    {{ .Content }}
    <ul>{{ range .Params.nhan }}<li>{{ . }}</li>{{ end }}</ul>
    </article>
    {{ end }}

    """

  private static let list = """
    {{ define "main" }}
    <h1>{{ .Title }}</h1>
    <ul>{{ range .Pages }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
    <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time>
    <p>{{ .Summary }}</p></li>{{ end }}
    </ul>
    {{ end }}

    """

  private static let home = """
    {{ define "main" }}
    <h1>{{ site.Title }}</h1>
    <ul>{{ range first 20 (where site.RegularPages "Section" "guong") }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Summary }}</p></li>{{ end }}
    </ul>
    {{ end }}

    """
}
