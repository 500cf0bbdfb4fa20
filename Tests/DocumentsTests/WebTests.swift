import Diagnostics
import Digests
import Documents
import Print
import Testing

/// What a browser finds in a report.
@Suite struct WebTests {
  private func page(_ report: String, links: WebLinks = WebLinks()) throws -> String {
    String(decoding: WebWriter(links: links).html(try Fixture.document(report)), as: UTF8.self)
  }

  @Test func onlySafeLinksAreKept() throws {
    let page = try page(
      "[a](https://vi.du/?x=1&y=2) [b](javascript:alert(1)) [c](DATA:text/html,x) [d](../e)")
    #expect(
      page.contains("<a href=\"https://vi.du/?x=1&amp;y=2\" rel=\"noopener noreferrer\">a</a>"))
    for bad in ["javascript:", "DATA:", "../e"] { #expect(!page.contains(bad), "\(bad)") }
  }

  @Test func thePolicyAllowsItsOwnStyleAlone() throws {
    for text in ["x", "```cot\n1d 1\n```\n\n| a | b |\n|---|---|\n| 8,50 | x |\n"] {
      let page = try page(text, links: WebLinks(canonical: "https://vi.du/\"a\".html"))
      let styles = page.split(separator: "<style>")
      try #require(styles.count == 2)
      let style = try #require(styles[1].split(separator: "</style>").first)
      let hash = SHA256(of: Array(style.utf8)).base64
      #expect(styles[0].contains("default-src 'none';"))
      #expect(styles[0].contains("style-src 'sha256-\(hash)'\">"))
      #expect(
        styles[0].contains("<meta property=\"og:url\" content=\"https://vi.du/&quot;a&quot;.html"))
      #expect(!page.contains(" style=") && !page.contains("<script"))
    }
    #expect(!(try page("x").contains("og:url")))
  }

  @Test func lettersHaveDWithStrokeAfterD() throws {
    let page = try page("3) a\n4) b\n")
    #expect(page.contains("symbols: a b c d đ e g h i k l m n o p q r s t u v x y;"))
    #expect(page.contains("<ol class=\"letters\" start=\"3\">"))
  }

  @Test func headingsHaveNames() throws {
    let page = try page(
      "## A\n\n### B\n\n### C\n\n## D\n\n### E\n\n```phu-luc\nP\n```\n\n## F\n")
    for id in ["muc-1", "muc-1-1", "muc-1-2", "muc-2", "muc-2-1", "phu-luc-1", "phu-luc-1-1"] {
      #expect(page.ranges(of: " id=\"\(id)\"").count == 1, "\(id)")
    }
  }

  @Test func decimalsLieBelowEachOther() throws {
    let page = try page(
      "```cot\n1d 1\n```\n\n| a | b |\n|---|---|\n| 8,50 | x |\n| 12 | x |\n| 98,5% | x |\n")
    // `,5%` takes six quarters of an em, `,50` five, nothing none.
    for cell in ["d1\">8,50<", "d6\">12<", "d0\">98,5%<"] {
      #expect(page.contains(cell), "\(cell)")
    }
    #expect(page.contains("#bang-1 col:nth-child(1) { width: 50.0%; }"))
  }

  /// Lengths of rules, margins and sizes are those of the profile.
  @Test func measuresComeFromTheProfile() throws {
    var profile = PageProfile.decree30Small
    profile.top = 25
    profile.head.ruleShare = 0.375
    profile.head.nationShare = 0.6
    profile.signature.room = 81.5
    let page = String(
      decoding: WebWriter(profile: profile).html(try Fixture.document("x")), as: UTF8.self)
    for rule in [
      "@page { size: 210mm 297mm; margin: 25mm 20mm 20mm 30mm;", "width: 37.5%;",
      "minmax(60%, max-content)", "margin-top: 81.5pt;", "font: 13pt/1.321 \"Times New Roman\"",
    ] { #expect(page.contains(rule), "\(rule)") }
  }

  @Test func chartsSayTheirFiguresInATableToo() throws {
    let page = try page(
      "```bieu-do\nTỷ lệ\nLớp <1> | 90% | 90 | 80 | good\nLớp 2 |  |  | 80 | unknown\n```\n")
    let table = try #require(page.firstRange(of: "<details class=\"data\">"))
    let rows = page[table.lowerBound...].prefix { $0 != "!" }
    #expect(rows.contains("<th scope=\"row\">Lớp &lt;1&gt;</th><td class=\"right\">90%</td>"))
    #expect(rows.contains("<th scope=\"col\">Kế hoạch</th>") && !rows.contains("col\"></th>"))
  }

  @Test func whoeverHasNoMouseSkipsTheTools() throws {
    let bare = try page("x")
    #expect(!bare.contains("class=\"skip\""))
    let page = try page("x", links: WebLinks(home: "../index.html"))
    let skip = try #require(page.firstRange(of: "<a class=\"skip\" href=\"#noi-dung\">"))
    let tools = try #require(page.firstRange(of: "<nav"))
    #expect(skip.lowerBound < tools.lowerBound)
    #expect(page.ranges(of: " id=\"noi-dung\"").count == 1)
  }

  @Test func picturesAreInThePage() throws {
    var document = try Fixture.document("x")
    let image = DocumentImage(
      bytes: Array("nêu".utf8), format: .png, width: 2, height: 1, alternative: "Ảnh \"lớp\"")
    document.body = [.figure(Figure(.image(image), caption: nil))]
    let page = String(decoding: WebWriter().html(document), as: UTF8.self)
    #expect(page.contains("<img src=\"data:image/png;base64,bsOqdQ==\" width=\"2\" height=\"1\""))
    #expect(page.contains("alt=\"Ảnh &quot;lớp&quot;\""))
  }

  @Test func figuresLeadToTheirCellsAndBack() throws {
    var document = try Fixture.document("x")
    var figure = Run("98,5%")
    figure.source = 0
    var unknown = Run("7")
    unknown.source = 5
    document.body = [.paragraph([figure, Run(" và "), figure, unknown])]
    let cell = Location(
      file: "a/<b>.csv", line: 3, column: 9,
      cell: Location.Cell(row: 3, column: 5, heading: "Giá trị"))
    document.sources = [
      FigureSource(
        text: "98,5%", meaning: "Chỉ tiêu 1", rule: "tổng của 9 đơn vị",
        cells: Array(repeating: cell, count: 9))
    ]
    let page = String(
      decoding: WebWriter(links: WebLinks(sources: "2024.nguon.json")).html(document),
      as: UTF8.self)
    #expect(page.ranges(of: "href=\"#nguon-1\"").count == 2)
    #expect(
      page.ranges(of: "id=\"so-1\"").count == 1 && page.contains("<a href=\"#so-1\">98,5%</a>"))
    #expect(page.contains("a/&lt;b&gt;.csv: E3, E3, E3, E3, E3, E3, E3, E3 (Giá trị); và 1 ô khác"))
    #expect(page.contains("và 1 ô khác") && page.contains("2024.nguon.json"))
    #expect(!page.contains("nguon-6"))
    let json = String(decoding: SourceListing().json(document), as: UTF8.self)
    #expect(json.contains("\"text\":\"98,5%\",\"meaning\":\"Chỉ tiêu 1\""))
    #expect(json.ranges(of: "\"cell\":\"E3\"").count == 9)
    // A file that is named goes on with the next heading.
    let other = Location(
      file: "a/<b>.csv", line: 3, column: 9,
      cell: Location.Cell(row: 3, column: 6, heading: "Mẫu số"))
    document.sources[0].cells = [cell, other, Location(file: "u.csv", line: 7)]
    #expect(
      String(decoding: WebWriter().html(document), as: UTF8.self)
        .contains("a/&lt;b&gt;.csv: E3 (Giá trị), F3 (Mẫu số); u.csv: dòng 7</span>"))
  }
}
