import Diagnostics
import Documents
import Drawing
import Glibc
import Print
import Testing

/// One document in each of its forms.
@Suite struct WriterTests {
  private static let text =
    "## I. ĐẶC ĐIỂM\n\nƯỡ ế ặ <img src=x onerror=alert(1)> [đi](javascript:alert(1)) & hết.\n\n"
    + "```bieu-do\nBiểu <đồ>\nSĩ <số> | 90% | 90 | 80 | good\n```\n\n"
    + "```can-bo-sung\nBài <học>\n```\n\n"
    + "```phu-luc-ngang\nBẢNG NGANG\n```\n\n| Đầu |\n|---|\n"
    + String(repeating: "| Dòng ngưỡng cửa |\n", count: 90)

  private func pdf(_ document: Document) throws -> [UInt8] {
    var bag = DiagnosticBag()
    let bytes = try PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag)
    return try #require(bytes, "\(bag.sorted)")
  }

  @Test func webPageEscapesHostileText() throws {
    let document = try Fixture.document(Self.text)
    let page = String(
      decoding: WebWriter(
        links: WebLinks(home: "../?a&b", forms: [("Tải bản PDF", "a\"b.pdf")])
      ).html(document), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    for bad in ["<script", "<SCRIPT", "<img", "javascript:", "Biểu <đ", "Sĩ <", "Bài <h", "a\"b"] {
      #expect(!page.contains(bad), "\(bad)")
    }
    for good in ["SỞ GIÁO DỤC", "Bài &lt;học&gt;", "Cần bổ sung", "../?a&amp;b", "&lt;đồ&gt;"] {
      #expect(page.contains(good), "\(good)")
    }
  }

  @Test func svgEscapes() {
    let chart = BarChart(
      title: "<a> & \"b\"",
      bars: [
        BarChart.Bar(
          label: "<script>", value: 12.345, valueText: "<i>", goal: 80, ink: .good),
        BarChart.Bar(label: "Trống", value: nil, valueText: "–", goal: nil, ink: .unknown),
      ])
    let svg = SVGWriter().svg(chart.drawing(), id: "x")
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>"))
    #expect(svg.contains("&lt;a&gt; &amp; &quot;b&quot;"))
    #expect(!svg.contains("<script") && !svg.contains("<i>") && !svg.contains("<a>"))
    #expect(svg.contains("<title id=\"x-t\">") && svg.contains("<desc id=\"x-d\">"))
    let odd = Drawing(
      width: .nan, height: .infinity, title: "", description: "",
      items: [.line(x1: -0.004, y1: 1.05, x2: -1.5, y2: 2, ink: .line, width: 1)])
    let numbers = SVGWriter().svg(odd, id: "y")
    #expect(numbers.contains("viewBox=\"0 0 0 0\""))
    #expect(numbers.contains("x1=\"0\" y1=\"1.05\" x2=\"-1.5\" y2=\"2\""))
  }

  @Test func pdfIsTheSameEveryTime() throws {
    let document = try Fixture.document(Self.text)
    let first = try pdf(document)
    #expect(first.starts(with: Array("%PDF-".utf8)))
    #expect(try pdf(document) == first)
  }

  @Test(.enabled(if: unsafe access("/usr/bin/pdftotext", X_OK) == 0, "cần poppler-utils"))
  func pdfPagesAndText() throws {
    let bytes = try pdf(Fixture.document(Self.text))
    let pages = try Tool.run("pdftotext -layout", on: bytes, "-").split(separator: "\u{0C}")
    try #require(pages.count >= 3)
    #expect(pages[0].contains("SỞ GIÁO DỤC"))
    #expect(pages[0].contains("Bến Tre, ngày 05 tháng 6 năm 2024"))
    #expect(pages[0].contains("ĐẶC ĐIỂM"))
    #expect(pages.contains { $0.contains("BẢNG NGANG") })
    // The head of the table is on every page of it.
    for page in pages where page.contains("Dòng ngưỡng cửa") { #expect(page.contains("Đầu")) }
    let info = try Tool.run("pdfinfo -f 1 -l 99", on: bytes)
    let sizes = info.split(separator: "\n").filter {
      $0.hasPrefix("Page ") && $0.contains(" size:")
    }
    .map { $0.split(separator: " ").dropFirst(3).prefix(3).joined(separator: " ") }
    try #require(sizes.count == pages.count)
    #expect(sizes.first?.hasPrefix("595.") == true && sizes.first?.contains("x 841.") == true)
    #expect(sizes.last?.hasPrefix("841.") == true && sizes.last?.contains("x 595.") == true)
  }
}
