import Diagnostics
import Markdown
import Testing

@Suite struct WriterTests {
  private func html(_ text: String, _ change: (inout HTMLWriter.Options) -> Void = { _ in })
    -> String
  {
    var bag = DiagnosticBag()
    let document = MarkdownParser().parse(Array(text.utf8), file: "a.md", into: &bag)
    var options = HTMLWriter.Options()
    change(&options)
    return HTMLWriter(options).html(document)
  }

  @Test func leavesRawHTMLOut() {
    #expect(
      html("a <b onclick=x>c</b>\n\n<script>alert(1)</script>\n")
        == "<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>\n"
        + "<!-- raw HTML omitted -->\n")
    #expect(!html("<a href='javascript:x'>").contains("javascript"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)",
    "java&#x73;cript&colon;alert(1)", "<java\tscript:alert(1)>", "&#1;javascript:alert(1)",
    "java&Tab;script:x", "java&NewLine;script:x", "vbscript:x", "VBSCRIPT:x", "file:///etc/passwd",
    "data:text/html,x", "data:image/svg+xml,x", "DATA:text/html;base64,x", "<  data:text/html,x>",
  ])
  func blanksAddressesThatRunCode(address: String) {
    for text in ["[a](\(address))", "![a](\(address))", "[a]\n\n[a]: \(address)"] {
      let out = html(text)
      #expect(out.contains("href=\"\"") || out.contains("src=\"\""), "\(out)")
    }
  }

  @Test func keepsHarmlessAddresses() {
    for address in [
      "/a/b.html", "https://a.vn/?x=1", "mailto:a@b.vn", "#m", "data:image/png;base64,AA",
      "DATA:image/webp,x", "javascript.html", "tel:113",
    ] {
      #expect(html("[a](\(address))").contains("href=\"\(address)\""))
    }
    #expect(html("[a](b'c&d)") == "<p><a href=\"b&#x27;c&amp;d\">a</a></p>\n")
    #expect(html("[a](</Ứ b>)").contains("\"/%E1%BB%A8%20b\""))
  }

  @Test func rewrittenAddressesAreCheckedToo() {
    let out = html("[a](trang.md) ![b](anh.jpg) [c](giữ)") { options in
      options.linkRewriter = { url, isImage in
        isImage ? "/anh/\(url)" : (url == "trang.md" ? "javascript:x" : nil)
      }
    }
    #expect(
      out == "<p><a href=\"\">a</a> <img src=\"/anh/anh.jpg\" alt=\"b\" />"
        + " <a href=\"gi%E1%BB%AF\">c</a></p>\n")
  }

  @Test func marksLinksAndPictures() {
    let out = html("[a](https://a.vn) [b](/b) ![c *d*](e.jpg \"f\")") { options in
      options.marksOutboundLinks = true
      options.lazyImages = true
      options.imageAttributes = { $0 == "e.jpg" ? [("width", "8"), ("data-x", "\"")] : [] }
    }
    #expect(
      out == "<p><a href=\"https://a.vn\" rel=\"noopener noreferrer\">a</a> <a href=\"/b\">b</a>"
        + " <img src=\"e.jpg\" alt=\"c d\" title=\"f\" width=\"8\" data-x=\"&quot;\""
        + " loading=\"lazy\" /></p>\n")
  }

  @Test func headingsMoveDownAndStopAtSix() {
    #expect(html("# a\n##### b") { $0.headingOffset = 2 } == "<h3>a</h3>\n<h6>b</h6>\n")
  }

  @Test func notesGetTheirTexts() {
    let out = html("a[^x] b[^x]\n\n[^x]: c") { options in
      options.footnotes.idPrefix = "bai-"
      options.footnotes.backLabel = "Về chỗ \"chú\""
      options.footnotes.headingHTML = "<h2>Chú thích</h2>\n"
    }
    #expect(out.contains("<a href=\"#bai-fn-x\" id=\"bai-fnref-x-2\" data-footnote-ref>1</a>"))
    #expect(out.contains("data-footnotes>\n<h2>Chú thích</h2>\n<ol>\n<li id=\"bai-fn-x\">"))
    #expect(out.contains("href=\"#bai-fnref-x-2\""))
    #expect(out.contains("aria-label=\"Về chỗ &quot;chú&quot;\""))
  }

  @Test func appendsAndWritesSingleBlocks() {
    var bag = DiagnosticBag()
    let document = MarkdownParser().parse(Array("a\n\n- b\n".utf8), file: "a.md", into: &bag)
    var out = Array("<div>".utf8)
    HTMLWriter().write(document, into: &out)
    HTMLWriter().write(document.blocks[1], of: document, into: &out)
    #expect(
      String(decoding: out, as: UTF8.self)
        == "<div><p>a</p>\n<ul>\n<li>b</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n")
  }

  /// Odd notes and nestings that the suites do not hold.
  @Test func writesNotesAsTheLibraryDoes() {
    let texts = [
      "a[^b] x[^a/ü&] y[^b]\n\n[^b]: foo[^a/ü&]\n\n    bar[^b]\n\n[^a/ü&]: - list\n",
      "[^z]\n\n[^z]: ```\n    code\n    ```\n", "[^1]: unused [^2]\n\n[^2]: used by unused\n",
      "a[^1]\n\n> [^1]: in a quote\n>\n> more\n", "a[^1]\n\n[^1]: [^2]: nested\n\n[^2]\n",
      "![a[^1] `b` <i> ~~c~~](d)\n\n[^1]: x", "[^'\"<>%41 ]\n\n[^'\"<>%41 ]: x",
      "- [x] a\n\n  b\n- [ ] c\n", "|a|\n|-|\n\n|b|\n|:-:|\n|~~c~~|\n",
      "- a\n\n      code\n> - b\nc",
    ]
    for text in texts {
      var bag = DiagnosticBag()
      let parser = MarkdownParser()
      let bytes = Array(text.utf8)
      for raw in [true, false] {
        var out: [UInt8] = []
        var options = HTMLWriter.Options()
        options.allowsRawHTML = raw
        HTMLWriter(options).write(parser.parse(bytes, file: "a.md", into: &bag), into: &out)
        let library = parser.libraryHTML(of: bytes, allowsRawHTML: raw)
        #expect(String(decoding: out, as: UTF8.self) == String(decoding: library, as: UTF8.self))
      }
    }
  }
}
