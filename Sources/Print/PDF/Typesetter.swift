import Documents
import Drawing
import PDF

/// Sets a document on pages by a profile: text, tables, drawings, frame and signature.
struct Typesetter {
  let profile: PageProfile
  let fonts: FontSet
  /// Footnotes by number, from 1.
  let noteBlocks: [[Block]]
  var pages: [Page] = []
  var bookmarks: [PDFDocument.Bookmark] = []
  var images: [PDFImage] = []
  /// Words for the pictures that could not be read.
  var unreadable: [String] = []
  var structure = StructureTree()
  /// Where the next block may start, from the top of the page.
  var cursor = 0.0
  var isLandscape = false
  /// Headings and lead-in lines that wait for what follows, so that they go to the next page with it.
  var held: [HeldText] = []
  var notes = NoteArea()
  /// What must follow the last line of the block on its page: the signature, for the last block.
  var tail = 0.0
  /// The largest empty foot of the pages of the body that ran full.
  private(set) var emptyFoot = 0.0
  /// The height of the lines above it that would grow with their distance.
  private(set) var textAboveEmptyFoot = 0.0
  /// The height of such lines on the page under way.
  var textHeight = 0.0
  private(set) var bodyPages = 0
  private var isInAppendix = false

  init(_ document: Document, profile: PageProfile, fonts: FontSet) {
    noteBlocks = document.notes
    self.profile = profile
    self.fonts = fonts
    set(document)
  }

  init(_ article: Article, profile: PageProfile, fonts: FontSet) {
    noteBlocks = article.notes
    self.profile = profile
    self.fonts = fonts
    notes.texts = noteTexts()
    beginPage()
    masthead(article)
    blocks(article.body)
    closing(article.closing)
    startBlock(needing: 0)
    finish()
  }

  var pageWidth: Double { points(isLandscape ? profile.height : profile.width) }
  var pageHeight: Double { points(isLandscape ? profile.width : profile.height) }
  private var margins: (top: Double, bottom: Double, left: Double, right: Double) {
    profile.margins(isLandscape: isLandscape)
  }
  var left: Double { points(margins.left) }
  var right: Double { pageWidth - points(margins.right) }
  var top: Double { points(margins.top) }
  /// Where text ends, above the notes that are called on this page.
  var bottom: Double { foot - notes.height }
  var foot: Double { pageHeight - points(margins.bottom) }
  var bodyWidth: Double { right - left }
  var spacing: Double { profile.paragraphSpacing }
  var isAtTop: Bool { cursor <= top + 0.5 }

  private mutating func set(_ document: Document) {
    notes.texts = noteTexts()
    beginPage()
    frame(document.frame)
    let signature = SignatureBlock(document.frame, typesetter: self)
    tail = signature.height
    blocks(document.body)
    tail = 0
    startBlock(needing: signature.height)
    signature.place(on: &self)
    endPage()
    bodyPages = pages.count
    isInAppendix = true
    for (i, appendix) in document.appendices.enumerated() {
      isLandscape = appendix.isLandscape
      beginPage()
      let number = document.appendices.count > 1 ? i + 1 : nil
      tagged(.part) { sheet in
        sheet.title(of: appendix, number: number, document.frame)
        sheet.blocks(appendix.blocks)
      }
      startBlock(needing: 0)
      endPage()
    }
    finish()
  }

  /// Notes that found no room, numbers of pages, and where pictures lie.
  private mutating func finish() {
    if !isInAppendix { endPage() }
    while notes.hasMore {
      beginPage()
      endPage()
    }
    number()
    locateFigures()
  }

  // MARK: Pages

  /// Goes on to a new page because this one is full: its last line is brought down to the foot.
  mutating func newPage() {
    let room = max(bottom - cursor, 0)
    let left = room - stretch(by: room)
    if !isInAppendix, left > emptyFoot { (emptyFoot, textAboveEmptyFoot) = (left, textHeight) }
    breakPage()
  }

  mutating func breakPage() {
    // A page that notes fill wholly has no room for text.
    repeat {
      endPage()
      beginPage()
    } while notes.hasMore
  }

  /// Spreads room over the distances between the blocks of the page, as far as they may grow.
  ///
  /// - Returns: how much it took.
  private mutating func stretch(by room: Double) -> Double {
    let page = pages.count - 1
    guard !pages[page].gaps.isEmpty else { return 0 }
    let count = Double(pages[page].gaps.count)
    let extra = min(room / count, profile.largestSpacing - profile.paragraphSpacing)
    for i in bookmarks.indices.reversed().prefix(while: { bookmarks[$0].page == page }) {
      bookmarks[i].top += pages[page].shift(of: bookmarks[i].top, by: extra)
    }
    pages[page].stretch(by: extra)
    return extra * count
  }

  private mutating func beginPage() {
    pages.append(Page(width: pageWidth, height: pageHeight))
    cursor = top
    textHeight = 0
    carryNotes()
  }

  private mutating func endPage() { setNotes() }

  /// From page 2 on, centred in the top margin.
  private mutating func number() {
    for i in pages.indices.dropFirst() {
      let isLandscape = pages[i].width > pages[i].height
      let text = layout(
        String(i + 1), TextStyle(size: profile.pageNumberSize, alignment: .center),
        width: pages[i].width)
      guard let line = text.lines.first else { continue }
      let middle = points(profile.margins(isLandscape: isLandscape).top) / 2
      pages[i].marks.append(
        Page.Placed(
          mark: .line(text, 0, x: 0, baseline: middle + line.baseline - text.height / 2),
          owner: nil))
    }
  }

  /// Says where each picture lies, once nothing moves any more.
  private mutating func locateFigures() {
    for page in pages {
      for placed in page.marks {
        let box: (x: Double, y: Double, width: Double, height: Double)
        switch placed.mark {
        case .drawing(let drawing, let x, let y): box = (x, y, drawing.width, drawing.height)
        case .image(_, let x, let y, let width, let height): box = (x, y, width, height)
        case .line, .rule, .box: continue
        }
        guard let figure = placed.owner else { continue }
        structure.add(
          .box(
            left: box.x, bottom: page.height - box.y - box.height, right: box.x + box.width,
            top: page.height - box.y), to: figure)
      }
    }
  }

  // MARK: Marks

  /// Puts a mark down for an element; rules and the like say nothing.
  mutating func mark(_ mark: Page.Mark, owner: Int?) {
    pages[pages.count - 1].marks.append(Page.Placed(mark: mark, owner: owner))
  }

  mutating func rule(x1: Double, y1: Double, x2: Double, y2: Double, width: Double) {
    mark(.rule(x1: x1, y1: y1, x2: x2, y2: y2, width: width), owner: nil)
  }

  /// What `body` sets belongs to a new element within the one that is open.
  mutating func tagged(
    _ role: StructureTree.Role, _ attributes: [StructureTree.Attribute] = [],
    _ body: (inout Typesetter) -> Void
  ) {
    structure.begin(role, attributes)
    body(&self)
    structure.end()
  }

  /// Gives what stands within a text elements of its own.
  mutating func adopt(_ layout: TextLayout) {
    for i in layout.stretches.indices where layout.stretches[i].element == nil {
      switch layout.stretches[i].meaning {
      case .link: layout.stretches[i].element = structure.inline(.link)
      case .label: layout.stretches[i].element = structure.inline(.label)
      case .call(let number): layout.stretches[i].element = call(number)
      case .leader: break
      }
    }
  }

  // MARK: Text

  func layout(_ text: StyledText, _ style: TextStyle, width: Double?) -> TextLayout {
    var style = style
    style.call = (profile.callShare, profile.callRise)
    return TextLayout(text, style, width: width, fonts: fonts)
  }

  func layout(_ text: String, _ style: TextStyle, width: Double?) -> TextLayout {
    layout(StyledText(text), style, width: width)
  }

  func layout(_ runs: [Run], _ style: TextStyle, width: Double?) -> TextLayout {
    layout(StyledText(runs), style, width: width)
  }

  /// Places a layout that is known to fit, as a new element or, if nil, within the open one.
  mutating func place(
    _ layout: TextLayout, as role: StructureTree.Role? = .paragraph, x: Double, y: Double
  ) {
    if let role { structure.begin(role) }
    defer { if role != nil { structure.end() } }
    adopt(layout)
    for (i, line) in layout.lines.enumerated() {
      mark(.line(layout, i, x: x, baseline: y + line.baseline), owner: structure.current)
    }
  }

  var paragraphStyle: TextStyle {
    TextStyle(
      size: profile.bodySize, alignment: .justified,
      firstLineIndent: points(profile.firstLineIndent), lineSpacing: profile.lineSpacing)
  }
}
