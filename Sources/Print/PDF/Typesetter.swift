import Documents
import Drawing
import PDF

/// Sets a document on pages by a profile: text, tables, drawings, frame and signature.
///
/// One pass: layouts are kept as marks and drawn once the number of pages is known.
struct Typesetter {
  let profile: PageProfile
  let fonts: FontSet
  var pages: [Page] = []
  var bookmarks: [PDFDocument.Bookmark] = []
  var structure = StructureTree()
  var missingGlyphs = 0
  /// Where the next block may start, from the top of the page.
  var cursor = 0.0
  var isLandscape = false

  init(profile: PageProfile, fonts: FontSet) {
    self.profile = profile
    self.fonts = fonts
  }

  var pageWidth: Double { points(isLandscape ? profile.height : profile.width) }
  var pageHeight: Double { points(isLandscape ? profile.width : profile.height) }
  var left: Double { points(isLandscape ? profile.top : profile.left) }
  var right: Double { pageWidth - points(isLandscape ? profile.bottom : profile.right) }
  var top: Double { points(isLandscape ? profile.right : profile.top) }
  var bottom: Double { pageHeight - points(isLandscape ? profile.right : profile.bottom) }
  var bodyWidth: Double { right - left }
  var spacing: Double { profile.paragraphSpacing }
  var isAtTop: Bool { cursor <= top + 0.5 }

  mutating func set(_ document: Document) {
    newPage()
    frame(document.frame)
    let signature = SignatureBlock(document.frame, typesetter: self)
    for (i, block) in document.body.enumerated() {
      if i == document.body.count - 1 { keepWithSignature(block, signature.height) }
      keepHeadings(document.body[i...])
      self.block(block)
    }
    if cursor + spacing + signature.height > bottom { newPage() }
    signature.place(on: &self)
    for (i, appendix) in document.appendices.enumerated() {
      isLandscape = appendix.isLandscape
      newPage()
      let number = document.appendices.count > 1 ? i + 1 : nil
      tagged(.part) { sheet in
        sheet.title(of: appendix, number: number, document.frame)
        for (j, block) in appendix.blocks.enumerated() {
          sheet.keepHeadings(appendix.blocks[j...])
          sheet.block(block)
        }
      }
    }
  }

  mutating func newPage() {
    pages.append(Page(width: pageWidth, height: pageHeight))
    cursor = top
  }

  /// Puts a mark down for the element that is open; rules and the like say nothing.
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

  /// Gives the links of a text their elements.
  private mutating func adopt(_ layout: TextLayout) {
    for i in layout.links.indices where layout.links[i].element == 0 {
      layout.links[i].element = structure.inline(.link)
    }
  }

  mutating func layout(_ markup: String, _ style: TextStyle, width: Double?) -> TextLayout {
    let layout = TextLayout(markup, style, width: width, fonts: fonts)
    missingGlyphs += layout.missingGlyphs
    return layout
  }

  mutating func layout(_ runs: [Run], _ style: TextStyle, width: Double?) -> TextLayout {
    let layout = layout(Markup.text(runs), style, width: width)
    layout.links = Markup.links(runs)
    return layout
  }

  /// A look ahead: what is set again later must not count its missing letters twice.
  private func measured(_ runs: [Run], _ style: TextStyle) -> TextLayout {
    TextLayout(Markup.text(runs), style, width: bodyWidth, fonts: fonts)
  }

  /// Starts a new page unless `height` still fits on this one.
  mutating func need(_ height: Double) {
    if cursor + height > bottom, !isAtTop { newPage() }
  }

  /// Puts all lines down, over as many pages as they take, never one line alone on a page.
  mutating func flow(_ layout: TextLayout, x: Double, after gap: Double) {
    adopt(layout)
    if !isAtTop { cursor += gap }
    let lines = layout.lines
    var next = 0
    while next < lines.count {
      let start = lines[next].top
      var fit = next
      while fit < lines.count, cursor + lines[fit].bottom - start <= bottom { fit += 1 }
      if fit < lines.count {
        let left = lines.count - fit
        if left == 1, fit - next > 2 { fit -= 1 }
        let isStump = fit - next == 1 && next == 0 && lines.count > 1
        if fit == next || isStump || (left == 1 && fit - next <= 2 && next == 0) {
          if !isAtTop {
            newPage()
            continue
          }
          fit = max(fit, next + 1)
        }
      }
      for i in next..<fit {
        mark(
          .line(layout, i, x: x, baseline: cursor + lines[i].baseline - start),
          owner: structure.current)
      }
      cursor += lines[fit - 1].bottom - start
      next = fit
      if next < lines.count { newPage() }
    }
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

  /// Headings that follow each other go to the next page together, rather than part from what they
  /// head; the last of them sees to the text itself.
  private mutating func keepHeadings(_ blocks: ArraySlice<Block>) {
    var height = 0.0
    var count = 0
    for block in blocks {
      guard case .heading(let heading) = block else { break }
      var style = paragraphStyle
      style.isBold = true
      height += spacing + measured(heading.runs, style).height
      count += 1
    }
    if count > 1 { need(height + spacing + 2.4 * profile.bodySize * profile.lineSpacing) }
  }

  /// If the last block would leave the signature alone on the next page, it goes there whole.
  private mutating func keepWithSignature(_ block: Block, _ height: Double) {
    guard case .paragraph(let runs) = block else { return }
    let last = measured(runs, paragraphStyle)
    let end = cursor + spacing + last.height
    if end <= bottom, end + spacing + height > bottom, last.height < (bottom - top) / 3 {
      newPage()
    }
  }

  var paragraphStyle: TextStyle {
    TextStyle(
      size: profile.bodySize, alignment: .justified,
      firstLineIndent: points(profile.firstLineIndent), lineSpacing: profile.lineSpacing)
  }
}
