/// The state of one writing: where the output stands and what is still open.
struct HTMLRun {
  typealias Node = MarkdownDocument.Node
  typealias Text = MarkdownDocument.Text

  let document: MarkdownDocument
  let options: HTMLWriter.Options
  var out: [UInt8]
  /// Where this document's output begins; what stands before is not ours to look at.
  let start: Int
  /// In the head row of a table.
  var inHeader = false
  /// The column of the next cell.
  var column = 0
  /// The body of the current table has been opened.
  var bodyOpen = false
  var notesBegun = false
  /// The way back of the current note has been written.
  var backWritten = false
  var ids: HeadingIDs

  init(document: MarkdownDocument, options: HTMLWriter.Options, out: [UInt8]) {
    self.document = document
    self.options = options
    self.out = out
    start = out.count
    ids = HeadingIDs(slug: options.slug)
  }

  /// Nodes stand in reading order, so one pass with a stack of what is open will do.
  mutating func write(from first: Int) {
    let nodes = document.nodes
    var open: [Int32] = []
    var id = first
    let end = Int(nodes[first].end)
    while id < end {
      while let last = open.last, nodes[Int(last)].end <= id {
        open.removeLast()
        exit(Int(last), nodes[Int(last)])
      }
      let node = nodes[id]
      if leaf(id, node) {
        id = Int(node.end)
      } else {
        enter(id, node)
        open.append(Int32(truncatingIfNeeded: id))
        id += 1
      }
    }
    while let last = open.popLast() { exit(Int(last), nodes[Int(last)]) }
    if notesBegun { put("</ol>\n</section>\n") }
  }

  // MARK: Leaves

  /// Writes a node that is done at once; false if it opens something.
  private mutating func leaf(_ id: Int, _ node: Node) -> Bool {
    switch node.kind {
    case .text(let text): escape(text)
    case .softBreak: out.append(UInt8(ascii: "\n"))
    case .lineBreak: put("<br />\n")
    case .code(let text):
      put("<code>")
      escape(text)
      put("</code>")
    case .thematicBreak:
      newLine()
      put("<hr />\n")
    case .codeBlock(let info, let literal): codeBlock(info, literal)
    case .htmlBlock(let text):
      newLine()
      rawHTML(text, isBlock: true)
      newLine()
    case .htmlInline(let text): rawHTML(text, isBlock: false)
    case .image(let url, let title): image(id, node, url, title)
    case .footnoteReference(let note): reference(note)
    default: return false
    }
    return true
  }

  private mutating func codeBlock(_ info: Text, _ literal: Text) {
    newLine()
    let language = document.bytes(info).prefix { !isSpace($0) }
    if info.isEmpty {
      put("<pre><code>")
    } else {
      put("<pre><code class=\"language-")
      escape(Text(offset: info.offset, length: Int32(truncatingIfNeeded: language.count)))
      put("\">")
    }
    escape(literal)
    put("</code></pre>\n")
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  // MARK: What opens and closes

  private mutating func enter(_ id: Int, _ node: Node) {
    switch node.kind {
    case .paragraph:
      if isTight(node) { return }
      newLine()
      if isFigure(id) { return }
      put("<p>")
    case .emphasis: put("<em>")
    case .strong: put("<strong>")
    case .strikethrough: put("<del>")
    case .link(let url, let title): openLink(url, title)
    case .heading(let level): openHeading(id, level)
    case .list(let style):
      newLine()
      if !style.isOrdered {
        put("<ul>\n")
      } else if style.start == 1 {
        put("<ol>\n")
      } else {
        put("<ol start=\"")
        put(number: Int(style.start))
        put("\">\n")
      }
    case .item(let task):
      newLine()
      put("<li>")
      if let task {
        put("<input type=\"checkbox\" ")
        if task { put("checked=\"\" ") }
        put("disabled=\"\" /> ")
      }
    case .blockQuote:
      newLine()
      put("<blockquote>\n")
    case .table:
      newLine()
      put("<table>")
      bodyOpen = false
    case .tableRow(let isHeader): openRow(isHeader)
    case .tableCell: openCell(node)
    case .footnoteDefinition(let note): openNote(note)
    default: break
    }
  }

  private mutating func exit(_ id: Int, _ node: Node) {
    switch node.kind {
    case .paragraph:
      if isTight(node) { return }
      if isFigure(id) {
        newLine()
        return
      }
      if node.parent >= 0, node.end == document.nodes[Int(node.parent)].end,
        case .footnoteDefinition(let note) = document.nodes[Int(node.parent)].kind
      {
        out.append(UInt8(ascii: " "))
        waysBack(note)
      }
      put("</p>\n")
    case .emphasis: put("</em>")
    case .strong: put("</strong>")
    case .strikethrough: put("</del>")
    case .link: put("</a>")
    case .heading(let level):
      put("</h")
      out.append(headingDigit(level))
      put(">\n")
    case .list(let style): put(style.isOrdered ? "</ol>\n" : "</ul>\n")
    case .item: put("</li>\n")
    case .blockQuote:
      newLine()
      put("</blockquote>\n")
    case .table:
      if bodyOpen {
        newLine()
        put("</tbody>\n")
      }
      bodyOpen = false
      newLine()
      put("</table>\n")
    case .tableRow(let isHeader):
      newLine()
      put("</tr>")
      if isHeader {
        newLine()
        put("</thead>")
        inHeader = false
      }
    case .tableCell: put(inHeader ? "</th>" : "</td>")
    case .footnoteDefinition(let note):
      if !backWritten {
        waysBack(note)
        out.append(UInt8(ascii: "\n"))
      }
      put("</li>\n")
    default: break
    }
  }

  /// Whether a paragraph is one picture that comes as ready HTML.
  private func isFigure(_ paragraph: Int) -> Bool {
    !options.pictures.isEmpty && options.pictures[paragraph + 1] != nil
      && document.isAlone(paragraph + 1)
  }

  /// In a tight list a paragraph has no tags of its own.
  private func isTight(_ node: Node) -> Bool {
    guard node.parent > 0 else { return false }
    let above = document.nodes[Int(node.parent)].parent
    guard above >= 0, case .list(let style) = document.nodes[Int(above)].kind else { return false }
    return style.isTight
  }

  private func headingDigit(_ level: Int) -> UInt8 {
    UInt8(ascii: "0") + UInt8(clamping: min(max(level + options.headingOffset, 1), 6))
  }

  private mutating func openHeading(_ id: Int, _ level: Int) {
    newLine()
    put("<h")
    out.append(headingDigit(level))
    if options.headingIDs {
      put(" id=\"")
      escape(string: ids.next(for: document.plainText(of: id)))
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
  }

  // MARK: Tables

  private mutating func openRow(_ isHeader: Bool) {
    newLine()
    column = 0
    if isHeader {
      inHeader = true
      put("<thead>\n")
    } else if !bodyOpen {
      put("<tbody>\n")
      bodyOpen = true
    }
    put("<tr>")
  }

  private mutating func openCell(_ node: Node) {
    newLine()
    put(inHeader ? "<th" : "<td")
    switch alignment(of: node) {
    case UInt8(ascii: "l"): put(" align=\"left\"")
    case UInt8(ascii: "c"): put(" align=\"center\"")
    case UInt8(ascii: "r"): put(" align=\"right\"")
    default: break
    }
    out.append(UInt8(ascii: ">"))
    column += 1
  }

  private func alignment(of cell: Node) -> UInt8 {
    guard cell.parent > 0 else { return 0 }
    let table = document.nodes[Int(cell.parent)].parent
    guard table >= 0, case .table(let alignments) = document.nodes[Int(table)].kind,
      column < Int(alignments.length)
    else { return 0 }
    return document.text[Int(alignments.offset) + column]
  }
}
