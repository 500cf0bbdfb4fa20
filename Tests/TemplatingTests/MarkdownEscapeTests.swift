import Diagnostics
import Markdown
import Testing

@testable import Templating

/// Data in Markdown, judged by the library that reads it: whatever a cell holds, the document has
/// the blocks and inlines that its template has, and shows the data as it is.
@Suite struct MarkdownEscapeTests {
  static let frames = [
    "| A | B |\n| - | - |\n| {{ x }} | k |\n", "| A | B |\n| - | - |\n| a | k {{ x }} |\n",
    "A | B\n- | -\n{{ x }} | k\n", "| {{ x }} | B |\n| - | - |\n", "# {{ x }}\n\nend\n",
    "## {{ x }} ##\n", "- {{ x }}\n- k\n", "  * {{ x }}\n", "1. {{ x }}\n2. k\n", "3) k {{ x }}\n",
    "> {{ x }}\n", "> - {{ x }}\n", "{{ x }}\n", "a\n{{ x }}\nb\n", "{{ x }}{{ x }}\n",
    "{{ x }} {{ x }}\n", "Lớp {{ x }} **đậm**\n", "*k* **b {{ x }} b**\n", "[{{ x }}](a.html)\n",
    "![{{ x }}](a.png)\n", "{% capture c %}{{ x }}{% endcapture %}- {{ c }}\n",
    "{% assign l = x | split: '¤' %}- {{ l }}\n- {{ l | join: ', ' }}\n- {{ 'k: ' | append: x }}\n",
    "| A |\n| - |\n| {{ x | escape }} |\n", "- {{ x | escape }}\n", "- {{ x | escape_once }}\n",
    "- {{ x | md }}\n", "- {{ x | replace: 'a', 'z' }} {{ x | upcase }}\n",
  ]

  static let hostile = [
    "|", "a|b", "||", "\\|", "*a*", "**", "_a_", "`a`", "``", "`", "<b>a</b>", "<!--", "<script>",
    "</td>", "a\nb", "a\n\nb", "a\r\nb", "\na", "# a", "#", "- a", "-", "+ a", "* a", "1. a", "1.",
    "1) a", "1986. a", "10", "> a", "    a", "\ta", "a\n    b", "---", "===", "=", "***", "- - -",
    "~~~", "```\na\n```", "[a](b)", "[a]: b", "[^1]", "[^1]: a", "![a](b)", "\\", "a\\", "\\\\",
    "&lt;", "&#124;", "&", "a  ", "~~a~~", "~a~", ":--", "|-|", "a | b\n--- | ---", "[ ] a", "$a$",
    "{{ a }}", "{% a %}", "!", "a\u{2028}b", ". a", ") a", "*", "a\n# b", "a\n- b", "a\n===",
  ]

  @Test(arguments: frames)
  func theStructureStays(_ frame: String) throws {
    let wanted = shape(try rendered(frame, [("x", .text("x"))], named: "t.md"))
    for value in Self.hostile {
      let text = try rendered(frame, [("x", .text(value))], named: "t.md")
      #expect(shape(text) == wanted, "\(value.debugDescription) → \(text.debugDescription)")
    }
  }

  static let plainFrames = [
    "| A |\n| - |\n| k{{ x }}k |\n", "# k{{ x }}k\n", "- k{{ x }}k\n", "{{ x }}\n",
    "- k{{ x | escape }}k\n", "- k{{ x | md }}k\n",
  ]

  @Test(arguments: plainFrames)
  func theDataIsShownAsItIs(_ frame: String) throws {
    for value in Self.hostile where !value.contains("\u{2028}") {
      let text = try rendered(frame, [("x", .text(value))], named: "t.md")
      let plain = document(text).plainText()
      #expect(
        words(plain).contains(words(value)),
        "\(value.debugDescription) → \(text.debugDescription) → \(plain.debugDescription)")
    }
  }

  static let linesCases: [(String, String, String)] = [
    ("{{ x | md_cell }}", "a|b\nc", "a\\|b<br> c"),
    ("{{ x | newline_to_br }}", "*a*\r\n- b", "\\*a\\*<br> - b"),
    ("{{ x | raw | md_cell }}", "a|b\\|c\r\n*d*\\", "a\\|b\\|c<br> *d*\\\\"),
    ("{{ x | raw }}", "**a**", "**a**"),
    ("{{ x | escape }}", "a|<b>*c*\n'd'", "a&#124;&#60;b&#62;&#42;c&#42; &#39;d&#39;"),
    ("{{ x | escape_once }}", "&#39;|&lt;&", "&#39;&#124;&lt;&#38;"),
    ("- {{ x }}", "1. a", "- 1\\. a"),
    ("a - {{ x }}", "- 5.", "a - - 5."),
    ("{{ x }}.", "5", "5."), ("{{ '1. ' }}{{ x }}", "a", "1. a"),
    ("{{ x | raw | newline_to_br }}", "*a*\n-", "*a*<br> -"),
    ("{{ x | json }}", "*a*", "\"*a*\""),
    ("{{ '**a**' }}{{ x }}", "*", "**a**\\*"),
  ]

  @Test(arguments: linesCases)
  func linesAndMarks(_ template: String, _ value: String, _ wanted: String) throws {
    #expect(try rendered(template, [("x", .text(value))], named: "t.md") == wanted)
  }

  private func document(_ text: String) -> MarkdownDocument {
    var bag = DiagnosticBag()
    return MarkdownParser().parse(Array(text.utf8), file: "t.md", into: &bag)
  }

  /// All that the document is made of, without its words.
  private func shape(_ text: String) -> [String] {
    let document = document(text)
    return document.nodes.compactMap { node in
      switch node.kind {
      case .text, .softBreak: nil
      case .heading(let level): "heading \(level)"
      case .list(let style): "list \(style.isOrdered) \(style.isTight)"
      case .item(let task): "item \(task == nil)"
      default: node.kind.name
      }
    }
  }

  private func words(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
      .joined(separator: " ")
  }
}

extension MarkdownDocument.Kind {
  /// The name of the case.
  fileprivate var name: String {
    switch self {
    case .document: "document"
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .blockQuote: "blockQuote"
    case .list: "list"
    case .item: "item"
    case .codeBlock: "codeBlock"
    case .htmlBlock: "htmlBlock"
    case .thematicBreak: "thematicBreak"
    case .table: "table"
    case .tableRow: "tableRow"
    case .tableCell: "tableCell"
    case .footnoteDefinition: "footnoteDefinition"
    case .text: "text"
    case .softBreak: "softBreak"
    case .lineBreak: "lineBreak"
    case .code: "code"
    case .htmlInline: "htmlInline"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .link: "link"
    case .image: "image"
    case .footnoteReference: "footnoteReference"
    }
  }
}
