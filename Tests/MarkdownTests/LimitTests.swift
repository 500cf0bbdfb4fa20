import Diagnostics
import Markdown
import Testing

@Suite struct LimitTests {
  private func parse(
    _ text: String, _ limits: MarkdownParser.Limits = .default, firstLine: Int = 1
  ) -> (document: MarkdownDocument, found: [Diagnostic]) {
    var bag = DiagnosticBag()
    let document = MarkdownParser(limits: limits).parse(
      Array(text.utf8), file: "bai.md", firstLine: firstLine, into: &bag)
    return (document, bag.all)
  }

  private func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func refusesWhatIsTooLarge() {
    let table = { (columns: Int, rows: Int) in
      "|" + times("a|", columns) + "\n|" + times("-|", columns) + "\n" + times("|a\n", rows)
    }
    let texts = [
      times("a", 3 << 20),
      table(300, 1),  // columns
      table(200, 2000),  // cells that short rows are filled up with
      times("a\n", 50_000) + "|-|\n",  // a paragraph searched for its head row
      times("|-", 50_000),
      times("a@b.c ", 50_000),
      "[x]: " + times("u", 50_000) + "\n\n" + times("[x]", 50_000),  // memory
    ]
    for text in texts {
      let (document, found) = parse(text)
      #expect(found.map(\.id) == ["markdown.too-large"], "\(text.prefix(20))")
      #expect(document.isEmpty)
      #expect(HTMLWriter().html(document) == "")
    }
  }

  @Test func refusesWhatIsTooDeep() {
    let texts = [
      times(">", 101) + "a", times("> ", 50_000), times("- ", 50_000), times("1. ", 50_000),
      times("> - ", 200), times("[^1]: ", 5000) + "x[^1]",
      (0..<300).map { times("  ", $0) + "- a\n" }.joined(),
      times("*", 30_000) + "a" + times("*", 30_000),
      times("![", 5000) + "a" + times("](b)", 5000),
    ]
    for text in texts {
      let (document, found) = parse(text)
      #expect(found.map(\.id) == ["markdown.too-deep"], "\(text.prefix(20))")
      #expect(document.isEmpty)
    }
    #expect(parse(times(">", 100) + "a").found.isEmpty)
  }

  @Test func toldWithTheLineOfTheFile() {
    let found = parse("một\n\n" + times("> ", 200) + "hai\n", firstLine: 8).found
    #expect(found.first?.location == Location(file: "bai.md", line: 10))
  }

  @Test func survivesHostileText() {
    let signs = [
      "[", "]", "*a ", "**a", "_a __b ", "~~a ", "`a``b", "![", "[a](", "[](<", "<", "<?", "<!A ",
      "<![CDATA[", "<!--", "<a b=\"", "www.", "a@", "http://", "&a", "\\", "\0", "\r", "\t", "|",
      "*a[", "[^a] ", "a**b_c ", "#", "```\n", "~", "a\n=\n", "[a]: b \"", "<div>\n\n", "\u{FEFF}",
    ]
    for sign in signs {
      let (document, found) = parse(times(sign, 50_000))
      #expect(document.isEmpty == !found.isEmpty || sign == "\r" || sign == "\t", "\(sign)")
      #expect(HTMLWriter().html(document).utf8.count < 8 << 20)
    }
  }

  @Test func bytesThatAreNoTextBecomeReplacementCharacters() {
    var bag = DiagnosticBag()
    let bytes: [UInt8] = [0x61, 0xFF, 0x00, 0xC3, 0x62, 0xF4, 0x90, 0x80, 0x80]
    let document = MarkdownParser().parse(bytes, file: "a.md", into: &bag)
    var out: [UInt8] = []
    HTMLWriter().write(document, into: &out)
    let text = String(validating: out, as: UTF8.self)
    #expect(text?.contains("\u{FFFD}") == true)
    #expect(text?.contains("\0") == false)
  }
}
