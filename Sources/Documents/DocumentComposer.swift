import Diagnostics
import Drawing
package import Markdown

/// Turns the Markdown of a rendered report into blocks of a document.
///
/// What Markdown lacks is said in fenced blocks of one info word: see `DocumentComposer+Fences`.
package struct DocumentComposer {
  /// What a document is made of.
  package struct Parts {
    package var body: [Block]
    package var appendices: [Appendix]
    package var notes: [[Block]]
  }

  let markdown: MarkdownDocument
  /// Pictures by their addresses in the text.
  private let images: [String: DocumentImage]
  private var sections: [(title: String, isLandscape: Bool, blocks: [Block])] = [("", false, [])]
  private var numbering = Numbering()
  private var captions: [Caption.Kind: Int] = [:]
  /// Set by a fence for the next table or figure.
  var pending = Pending()

  /// What fences say of the table or figure after them.
  struct Pending {
    var caption: String?
    var columns: [(share: Double, isDecimal: Bool)]?
    var head: [[String]] = []
  }

  package static func compose(
    _ markdown: MarkdownDocument, images: [String: DocumentImage] = [:]
  ) -> Parts {
    var composer = DocumentComposer(markdown: markdown, images: images)
    for id in markdown.blocks { composer.add(id) }
    let notes = markdown.footnotes.map { composer.blocks($0, depth: 0) }
    return Parts(
      body: composer.sections.first?.blocks ?? [],
      appendices: composer.sections.dropFirst().map {
        Appendix(title: $0.title, isLandscape: $0.isLandscape, blocks: $0.blocks)
      },
      notes: notes)
  }

  private init(markdown: MarkdownDocument, images: [String: DocumentImage]) {
    self.markdown = markdown
    self.images = images
  }

  private mutating func add(_ id: Int) {
    if case .codeBlock(let info, let literal) = markdown[id].kind {
      fence(markdown.string(info), markdown.string(literal))
    } else if let block = block(id, depth: 0) {
      append(block)
    }
  }

  /// Whether what is composed now stands on pages that lie across.
  var isLandscape: Bool { sections[sections.count - 1].isLandscape }

  mutating func append(_ block: Block) {
    sections[sections.count - 1].blocks.append(block)
  }

  /// What follows lies in a new appendix, whose headings count from one again.
  mutating func startAppendix(_ title: String, isLandscape: Bool) {
    sections.append((title, isLandscape, []))
    numbering = Numbering()
  }

  /// The caption that a fence gave, or `text`, with the next number of its kind.
  mutating func caption(_ kind: Caption.Kind, or text: String? = nil) -> Caption? {
    defer { pending.caption = nil }
    guard let words = pending.caption ?? text, !words.isEmpty else { return nil }
    captions[kind, default: 0] += 1
    return Caption(kind: kind, number: captions[kind, default: 1], text: [Run(words)])
  }

  private mutating func block(_ id: Int, depth: Int) -> Block? {
    switch markdown[id].kind {
    case .heading(let level):
      let level = max(level - 1, 1)
      return .heading(
        Heading(
          level: level, number: numbering.next(level: level), title: Numbering.title(runs(id))))
    case .paragraph: return picture(id).map(Block.figure) ?? .paragraph(runs(id))
    case .blockQuote: return .quote(blocks(id, depth: depth))
    case .list(let style):
      let items = markdown.children(of: id).map { blocks($0, depth: depth) }
      let marker: DocumentList.Marker =
        !style.isOrdered ? .dash : style.delimiter == .parenthesis ? .letter : .decimal
      return .list(DocumentList(marker: marker, start: Int(style.start), items: items))
    case .codeBlock(_, let literal): return .code(markdown.string(literal))
    case .table: return .table(table(id))
    default: return nil
    }
  }

  /// The picture that a paragraph consists of; its title is the caption.
  private mutating func picture(_ id: Int) -> Figure? {
    let children = Array(markdown.children(of: id))
    guard children.count == 1, case .image(let url, let title) = markdown[children[0]].kind,
      var image = images[markdown.string(url)]
    else { return nil }
    image.alternative = markdown.plainText(of: children[0])
    return Figure(.image(image), caption: caption(.figure, or: markdown.string(title)))
  }

  /// The parser bounds nesting; this is a second belt for a tree that came another way.
  mutating func blocks(_ id: Int, depth: Int) -> [Block] {
    guard depth < 64 else { return [] }
    var found: [Block] = []
    for child in markdown.children(of: id) {
      if let block = block(child, depth: depth + 1) { found.append(block) }
    }
    return found
  }
}
