import Diagnostics
import Drawing
import Markdown

/// Turns the Markdown of a rendered report into blocks of a document.
///
/// What Markdown lacks is said in fenced blocks of one info word, handled here on the tree:
/// `phu-luc` and `phu-luc-ngang` start an appendix (its title inside), `can-bo-sung` marks a gap,
/// `cot` gives the widths of the next table, `bieu-do` a bar chart, `ngat-trang` a new page.
struct DocumentComposer {
  private let markdown: MarkdownDocument
  private var sections: [(title: String, isLandscape: Bool, blocks: [Block])] = []
  private var widths: [Double]?

  static func compose(_ markdown: MarkdownDocument) -> (body: [Block], appendices: [Appendix]) {
    var composer = DocumentComposer(markdown: markdown)
    composer.run()
    let body = composer.sections.first?.blocks ?? []
    let appendices = composer.sections.dropFirst().map {
      Appendix(title: $0.title, isLandscape: $0.isLandscape, blocks: $0.blocks)
    }
    return (body, appendices)
  }

  private init(markdown: MarkdownDocument) {
    self.markdown = markdown
    sections = [("", false, [])]
  }

  private mutating func run() {
    for id in markdown.blocks {
      if case .codeBlock(let info, let literal) = markdown[id].kind {
        fence(markdown.string(info), markdown.string(literal))
      } else if let block = block(id, depth: 0) {
        append(block)
      }
    }
  }

  private mutating func append(_ block: Block) {
    sections[sections.count - 1].blocks.append(block)
  }

  private mutating func fence(_ info: String, _ literal: String) {
    let text = trimmed(literal)
    switch info {
    case "phu-luc": sections.append((text, false, []))
    case "phu-luc-ngang": sections.append((text, true, []))
    case "can-bo-sung": append(.gap(text))
    case "ngat-trang": append(.pageBreak)
    case "cot":
      let parts = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).compactMap { Double($0) }
      let total = parts.reduce(0, +)
      widths = total > 0 && parts.allSatisfy { $0 > 0 } ? parts.map { $0 / total } : nil
    case "bieu-do": if let chart = chart(text) { append(.figure(chart)) }
    default: append(.code(literal))
    }
  }

  /// The first line is the title, then `label | value text | value | goal | ink`.
  private func chart(_ text: String) -> Drawing? {
    let lines = text.split(separator: "\n")
    guard let title = lines.first, lines.count > 1 else { return nil }
    let bars = lines.dropFirst().map { line -> BarChart.Bar in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { trimmed(String($0)) }
      return BarChart.Bar(
        label: parts.first ?? "", value: parts.count > 2 ? Double(parts[2]) : nil,
        valueText: parts.count > 1 ? parts[1] : "",
        goal: parts.count > 3 ? Double(parts[3]) : nil,
        ink: parts.count > 4 ? Drawing.Ink(rawValue: parts[4]) ?? .accent : .accent)
    }
    return BarChart(title: String(title), bars: bars).drawing()
  }

  private mutating func block(_ id: Int, depth: Int) -> Block? {
    switch markdown[id].kind {
    case .heading(let level): return .heading(level: max(level - 1, 1), runs(id))
    case .paragraph: return .paragraph(runs(id))
    case .blockQuote: return .quote(blocks(id, depth: depth))
    case .list(let style):
      let items = markdown.children(of: id).map { blocks($0, depth: depth) }
      return .list(isOrdered: style.isOrdered, start: Int(style.start), items: items)
    case .codeBlock(_, let literal): return .code(markdown.string(literal))
    case .table: return .table(table(id))
    default: return nil
    }
  }

  /// The parser bounds nesting; this is a second belt for a tree that came another way.
  private mutating func blocks(_ id: Int, depth: Int) -> [Block] {
    guard depth < 64 else { return [] }
    var found: [Block] = []
    for child in markdown.children(of: id) {
      if let block = block(child, depth: depth + 1) { found.append(block) }
    }
    return found
  }

  private mutating func table(_ id: Int) -> DocumentTable {
    var head: [[Run]] = []
    var rows: [[[Run]]] = []
    for row in markdown.children(of: id) {
      let cells = markdown.children(of: row).map { runs($0) }
      if case .tableRow(isHeader: true) = markdown[row].kind {
        head = cells
      } else {
        rows.append(cells)
      }
    }
    let alignments = markdown.alignments(of: id).map { alignment -> DocumentTable.Alignment in
      switch alignment {
      case .right: .right
      case .center: .center
      default: .left
      }
    }
    let columns = max(head.count, 1)
    var shares = Array(repeating: 1 / Double(columns), count: columns)
    if let widths, widths.count == columns { shares = widths }
    widths = nil
    return DocumentTable(head: head, rows: rows, alignments: alignments, widths: shares)
  }

  /// The inline text under a node as runs, in one pass over the arena.
  private func runs(_ id: Int) -> [Run] {
    var found: [Run] = []
    var look = Run("")
    var bold = 0
    var italic = 0
    var struck = 0
    markdown.walk(from: id) { (event: MarkdownDocument.Event, node: Int) in
      let step = event == .enter ? 1 : -1
      switch markdown[node].kind {
      case .strong: bold += step
      case .emphasis: italic += step
      case .strikethrough: struck += step
      case .link(let url, _): look.link = event == .enter ? markdown.string(url) : nil
      case .text(let text) where event == .enter: add(markdown.string(text))
      case .code(let text) where event == .enter: add(markdown.string(text), code: true)
      case .softBreak where event == .enter: add(" ")
      case .lineBreak where event == .enter: add("\n")
      default: break
      }
      func add(_ text: String, code: Bool = false) {
        var run = look
        run.text = text
        run.isBold = bold > 0
        run.isItalic = italic > 0
        run.isStruck = struck > 0
        run.isCode = code
        if var last = found.last {
          let text = last.text
          last.text = run.text
          if last == run {
            found[found.count - 1].text = text + run.text
            return
          }
        }
        found.append(run)
      }
    }
    return found
  }

  private func trimmed(_ text: String) -> String {
    var view = text[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
