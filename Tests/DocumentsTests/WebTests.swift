import Diagnostics
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
    #expect(page.contains("<a href=\"https://vi.du/?x=1&amp;y=2\">a</a>"))
    for bad in ["javascript:", "DATA:", "../e"] { #expect(!page.contains(bad), "\(bad)") }
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
  }
}
