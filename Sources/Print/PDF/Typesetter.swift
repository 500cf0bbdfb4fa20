import Documents
import Drawing
import PDF

/// Sets a document on pages by a profile: text, tables, drawings, frame and signature.
struct Typesetter {
  let profile: PageProfile
  let fonts: FontSet
  let document: Document
  var pages: [Page] = []
  var bookmarks: [PDFDocument.Bookmark] = []
  var images: [PDFImage] = []
  /// Words for the pictures that could not be read.
  var unreadable: [String] = []
  var structure = StructureTree()
  /// Where the next block may start, from the top of the page.
  var cursor = 0.0
  var isLandscape = false
  /// Headings that wait for what they head, so that they go to the next page together.
  var held: [HeldHeading] = []
  var notes = NoteArea()
  /// What must follow the last line of the block on its page: the signature, for the last block.
  var tail = 0.0
  /// The largest empty foot of the pages of the body that ran full.
  private(set) var emptyFoot = 0.0
  private(set) var bodyPages = 0
  private var isInAppendix = false

  init(_ document: Document, profile: PageProfile, fonts: FontSet) {
    self.document = document
    self.profile = profile
    self.fonts = fonts
    set()
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

  private mutating func set() {
    notes.texts = noteTexts()
    beginPage()
    frame(document.frame)
    let signature = SignatureBlock(document.frame, typesetter: self)
    for (i, block) in document.body.enumerated() {
      tail = i == document.body.count - 1 ? signature.height : 0
      self.block(block)
    }
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
        sheet.title(of: appendix, number: number, sheet.document.frame)
        for block in appendix.blocks { sheet.block(block) }
      }
      startBlock(needing: 0)
      endPage()
    }
    while notes.hasMore {
      beginPage()
      endPage()
    }
    number()
  }

  // MARK: Pages

  /// Goes on to a new page because this one is full.
  mutating func newPage() {
    if !isInAppendix { emptyFoot = max(emptyFoot, bottom - cursor) }
    breakPage()
  }

  mutating func breakPage() {
    endPage()
    beginPage()
  }

  private mutating func beginPage() {
    pages.append(Page(width: pageWidth, height: pageHeight))
    cursor = top
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

  /// Begins a block whose first part is so high: on a new page if that does not fit here below the
  /// headings that wait for it.
  mutating func startBlock(needing height: Double) {
    let waiting = held.reduce(0) { $0 + spacing + $1.text.height }
    if cursor + waiting + height > bottom, !isAtTop { newPage() }
    let headings = held
    held = []
    for heading in headings { place(heading) }
  }

  /// Puts all lines down, over as many pages as they take, never one line alone on a page.
  mutating func flow(_ layout: TextLayout, x: Double, after gap: Double) {
    adopt(layout)
    let count = layout.lines.count
    let first = count > 3 ? 0..<2 : 0..<count
    startBlock(
      needing: gap + layout.height(of: first) + noteHeight(layout.calls(in: first))
        + (first.count == count ? tail : 0))
    if !isAtTop { cursor += gap }
    var next = 0
    while next < count {
      var end = end(of: layout, from: next)
      if end == next {
        guard isAtTop else {
          newPage()
          continue
        }
        // Nothing can be kept together that a whole page does not hold.
        end = max(linesThatFit(layout, from: next), next + 1)
      }
      put(layout, next..<end, x: x)
      next = end
      if next < count { newPage() }
    }
  }

  /// Up to where lines may stand on this page; two at least stay together on either side.
  private func end(of layout: TextLayout, from next: Int) -> Int {
    let count = layout.lines.count
    var end = linesThatFit(layout, from: next)
    if end == count {
      let rest = next..<count
      let needed = layout.height(of: rest) + noteHeight(layout.calls(in: rest)) + tail
      if tail == 0 || cursor + needed <= bottom { return count }
    }
    end = min(end, count - 2)
    return end - next < (next == 0 ? 2 : 1) ? next : end
  }

  private func linesThatFit(_ layout: TextLayout, from next: Int) -> Int {
    var end = next
    while end < layout.lines.count {
      let lines = next..<end + 1
      let height = layout.height(of: lines) + noteHeight(layout.calls(in: lines))
      if cursor + height > bottom + 0.01 { break }
      end += 1
    }
    return end
  }

  /// Puts lines of a text at the cursor, and the notes that they call at the foot.
  private mutating func put(_ layout: TextLayout, _ lines: Range<Int>, x: Double) {
    let start = layout.lines[lines.lowerBound].top
    for i in lines {
      mark(
        .line(layout, i, x: x, baseline: cursor + layout.lines[i].baseline - start),
        owner: structure.current)
    }
    cursor += layout.height(of: lines)
    for note in layout.calls(in: lines) { put(note: note) }
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
