import Diagnostics
import Markdown
import Testing

@Suite struct DocumentTests {
  private func parse(_ text: String, firstLine: Int = 1) -> MarkdownDocument {
    var bag = DiagnosticBag()
    defer { #expect(bag.all.isEmpty) }
    return MarkdownParser().parse(
      Array(text.utf8), file: "bai.md", firstLine: firstLine, into: &bag)
  }

  private func outline(_ document: MarkdownDocument) -> String {
    var line = ""
    document.walk { event, node in
      if event == .exit {
        line += ")"
        return
      }
      line += "("
      switch node.kind {
      case .document: line += "doc"
      case .heading(let level): line += "h\(level)"
      case .paragraph: line += "p"
      case .list(let style):
        line += style.isOrdered ? "ol\(style.start)" : "ul"
        line += style.isTight ? "" : " loose"
        if style.delimiter == .parenthesis { line += " )" }
      case .item(let task): line += task.map { $0 ? "done" : "open" } ?? "li"
      case .table: line += "table"
      case .tableRow(let isHeader): line += isHeader ? "head" : "row"
      case .tableCell: line += "cell"
      case .text(let text): line += "“\(document.string(text))”"
      case .codeBlock(let info, let literal):
        line += "\(document.string(info)):\(document.string(literal))"
      case .link(let url, let title): line += "\(document.string(url))|\(document.string(title))"
      case .footnoteReference(let note): line += "→\(note.ordinal).\(note.count)"
      case .footnoteDefinition(let note):
        line += "\(note.ordinal) \(document.string(note.anchor)) ×\(note.count)"
      default: line += "\(node.kind)".prefix { $0 != "(" }
      }
    }
    return line
  }

  @Test func copiesEveryKind() {
    #expect(outline(parse("# Một *hai*\n")) == "(doc(h1(“Một ”)(emphasis(“hai”))))")
    #expect(
      outline(parse("- [x] a\n- [ ] b\n")) == "(doc(ul(done(p(“a”)))(open(p(“b”)))))")
    #expect(
      outline(parse("3) a\n\n   b\n4) c")) == "(doc(ol3 loose )(li(p(“a”))(p(“b”)))(li(p(“c”)))))")
    #expect(
      outline(parse("|a|b|\n|-|-:|\n|c|")).hasPrefix(
        "(doc(table(head(cell(“a”))(cell(“b”)))(row(cell(“c”))(cell))))"))
    #expect(outline(parse("```swift x\nlet a\n```")) == "(doc(swift x:let a\n))")
    #expect(outline(parse("[a](/b 'c') ~~d~~  \ne")).contains("(/b|c(“a”))(“ ”)(strikethrough"))
    #expect(
      outline(parse("x[^ghi] y[^ghi]\n\n[^ghi]: z"))
        == "(doc(p(“x”)(→1.1)(“ y”)(→1.2))(1 ghi ×2(p(“z”))))")
    #expect(outline(parse("")) == "(doc)")
  }

  @Test func columnsOfATableKnowTheirSide() {
    let document = parse("|a|b|c|d|\n|-|:-|:-:|-:|\n")
    #expect(document.alignments(of: document.blocks[0]) == [.none, .left, .center, .right])
    #expect(document.alignments(of: 0).isEmpty)
  }

  @Test func childrenAndParents() {
    let document = parse("một\n\n> hai\n\nba[^1]\n\n[^1]: bốn")
    #expect(document.blocks.count == 3)
    #expect(document.footnotes.count == 1)
    #expect(Array(document.children(of: 0)).count == 4)
    for id in document.nodes.indices.dropFirst() {
      let parent = document.parent(of: id)
      #expect(parent.map { Array(document.children(of: $0)).contains(id) } == true)
    }
    #expect(document.parent(of: 0) == nil)
  }

  @Test func positionsCountFromTheStartOfTheFile() {
    let document = parse("# Đầu\n\nThăm đội [Đội](/x) và ![ảnh](a.jpg)\nrồi [b](c)\n", firstLine: 5)
    let heading = document.headings[0]
    #expect(heading.location == Location(file: "bai.md", line: 5, column: 1))
    #expect(heading.text == "Đầu")
    #expect(document[heading.node].location.line == 5)
    let links = document.links
    #expect(links.map(\.url) == ["/x", "a.jpg", "c"])
    #expect(links.map(\.isImage) == [false, true, false])
    #expect(links.map(\.alt) == ["Đội", "ảnh", "b"])
    #expect(links.map(\.location.line) == [7, 7, 8])
    #expect(links.map(\.location.column) == [10, 23, 5])
    #expect(document.location(of: links[2].node) == links[2].location)
  }

  @Test func positionsTheLibraryGetsWrong() {
    let document = parse("   một\nhai [b](c) ![d](e)\nwww.a.vn\nhttp://b.vn <http://c.vn>\n")
    #expect(
      document.links.map(\.url) == ["c", "e", "http://www.a.vn", "http://b.vn", "http://c.vn"])
    let places = document.links.map { [$0.location.line, $0.location.column] }
    #expect(Array(places.prefix(2)) == [[2, 5], [2, 12]])
    #expect(places.map { $0[0] } == [2, 2, 3, 4, 4])
  }

  @Test func headingsGetIdsOfTheirOwn() {
    let document = parse("# A\n## A\n## !\n## A-2\n## A")
    let slug: @Sendable (String) -> String? = { $0 == "!" ? nil : $0.lowercased() }
    let ids = document.headings(slug: slug).map(\.id)
    #expect(ids == ["a", "a-2", "muc", "a-2-2", "a-3"])
    var options = HTMLWriter.Options()
    options.headingIDs = true
    options.slug = slug
    let html = HTMLWriter(options).html(document)
    for id in ids { #expect(html.contains(" id=\"\(id)\">")) }
    #expect(parse("# A\n# B").headings.map(\.id) == ["muc", "muc-2"])
  }

  @Test func plainTextAndWords() {
    let document = parse("# Tiêu đề\n\nMột **hai** ba,\nbốn - `năm` <b>sáu</b> ước Ứng.\n\n- ê\n")
    #expect(document.plainText() == "Tiêu đề\n\nMột hai ba, bốn - năm sáu ước Ứng.\n\nê")
    #expect(document.wordCount == 11)
    #expect(parse("a**b**c d").wordCount == 2)
    #expect(parse("").wordCount == 0)
  }
}
