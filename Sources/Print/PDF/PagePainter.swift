import CPangoCairo
import CPangoShim
import Drawing
import PDF

/// Draws laid-out lines, rules and drawings on pages of a PDF, each within its element.
struct PagePainter {
  private(set) var document: PDFDocument
  private let fonts: FontSet
  private var page: PDFDocument.Page
  /// The element whose marks are open: none yet, marks of no meaning, or an element.
  private var open: Owner = .none
  /// Whether the next line goes on with an element from another text, such as the subject after
  /// the kind in a title.
  private var isContinued = false
  /// Letters that no font has, each with the first text that it stands in.
  private(set) var missing: [(letter: String, text: String)] = []

  private enum Owner: Equatable {
    case none, artifact
    case element(Int)
  }

  init(_ document: PDFDocument, fonts: FontSet) {
    self.document = document
    self.fonts = fonts
    page = PDFDocument.Page(width: 0, height: 0)
  }

  mutating func draw(_ page: Page) {
    self.page = PDFDocument.Page(width: page.width, height: page.height)
    var last: (layout: TextLayout, owner: Int)?
    for placed in page.marks {
      enter(placed.owner)
      switch placed.mark {
      case .line(let layout, let line, let x, let baseline):
        isContinued = placed.owner != nil && last?.owner == placed.owner && last?.layout !== layout
        last = placed.owner.map { (layout, $0) }
        draw(
          layout, line: line, x: x, y: baseline, owner: placed.owner,
          colour: layout.isUrgent ? .urgent : .black)
      case .rule(let x1, let y1, let x2, let y2, let width):
        self.page.content.line(x1: x1, y1: y1, x2: x2, y2: y2, width: width, .black)
      case .box(let x, let y, let width, let height):
        for (x1, y1, x2, y2) in [
          (x, y, x + width, y), (x, y + height, x + width, y + height),
          (x, y, x, y + height), (x + width, y, x + width, y + height),
        ] {
          self.page.content.line(x1: x1, y1: y1, x2: x2, y2: y2, width: 1, .urgent)
        }
      case .drawing(let drawing, let x, let y): draw(drawing, x: x, y: y, owner: placed.owner)
      case .image(let number, let x, let y, let width, let height):
        self.page.content.image(number, x: x, y: y, width: width, height: height)
      }
    }
    leave()
    document.pages.append(self.page)
  }

  // MARK: Elements

  private mutating func enter(_ owner: Int?) {
    let wanted = owner.map { Owner.element($0) } ?? .artifact
    guard open != wanted else { return }
    leave()
    open = wanted
    if let owner {
      page.begin(document.structure.role(of: owner), element: owner)
    } else {
      page.content.beginArtifact("Pagination")
    }
  }

  private mutating func leave() {
    if open != .none { page.content.end() }
    open = .none
  }

  // MARK: Text

  private mutating func draw(
    _ layout: TextLayout, line: Int, x: Double, y: Double, owner: Int?,
    colour: ContentStream.Colour = .black
  ) {
    layout.forEachRun(of: line, fonts: fonts) { run in
      var pen = Pen(start: x + layout.lines[line].x + run.x, size: run.face.size)
      var glyphs = GlyphString()
      var inside: Int?
      func flush(_ painter: inout PagePainter) {
        glyphs.finish()
        painter.page.content.set(fill: colour)
        painter.page.content.show(
          font: run.face.number, size: run.face.size, x: pen.origin, y: y - pen.rise, glyphs)
        glyphs = GlyphString()
      }
      func show(_ code: (code: UInt16, advance: Double)?, advance: Double) {
        guard let code else { return }
        glyphs.append(code: code.code)
        pen.wrote(code.advance, advance: advance)
      }
      for glyph in run.glyphs {
        let stretch = owner == nil ? nil : layout.stretch(at: glyph.letters.lowerBound)
        if stretch != inside || glyph.rise != pen.rise {
          flush(&self)
          inside = stretch
          pen.restart(rise: glyph.rise)
          enter(element(of: stretch, in: layout, owner))
        }
        guard let number = glyph.number else {
          if layout.bytes[glyph.letters].first == UInt8(ascii: " ") {
            show(space(in: run.face), advance: 0)
          }
          pen.skip(glyph.advance)
          continue
        }
        if glyph.isMissing { note(missing: glyph, in: layout) }
        let code = document.fonts[run.face.number].code(
          of: number, saying: layout.words(of: glyph))
        if isContinued {
          show(space(in: run.face), advance: 0)
          isContinued = false
        }
        let gap = pen.gap(before: glyph.shift)
        if abs(gap) > 0.5 {
          glyphs.move(back: gap)
          pen.moved(back: gap)
        }
        show(code, advance: glyph.advance)
        if let stretch {
          note(layout.stretches[stretch], from: pen, glyph.advance, layout, line, y)
        }
      }
      flush(&self)
      if inside != nil { enter(owner) }
      if run.isStruck {
        let height = y - run.face.size * 0.27
        page.content.line(
          x1: pen.start, y1: height, x2: pen.end, y2: height, width: run.face.size * 0.05, colour)
      }
    }
  }

  /// A space to be shown where it takes no room: words on two lines are two words also for those
  /// who do not see the lines.
  private mutating func space(in face: FontSet.Face) -> (code: UInt16, advance: Double)? {
    fonts.files[face.number].space.map {
      document.fonts[face.number].code(of: $0, saying: [UInt8(ascii: " ")])
    }
  }

  /// What a letter belongs to: its stretch, if that is one of its own.
  private func element(of stretch: Int?, in layout: TextLayout, _ owner: Int?) -> Int? {
    guard let stretch else { return owner }
    if case .leader = layout.stretches[stretch].meaning { return nil }
    return layout.stretches[stretch].element ?? owner
  }

  /// Widens the place of a link on this line by one glyph.
  private mutating func note(
    _ stretch: StyledText.Stretch, from pen: Pen, _ advance: Double, _ layout: TextLayout,
    _ line: Int, _ y: Double
  ) {
    guard case .link(let address) = stretch.meaning, let element = stretch.element else { return }
    let box = layout.lines[line]
    let (top, bottom) = (y - (box.baseline - box.top), y + (box.bottom - box.baseline))
    if let last = page.links.indices.last, page.links[last].element == element,
      page.links[last].top == top
    {
      page.links[last].right = pen.end
    } else {
      page.links.append(
        PDFDocument.Link(
          left: pen.end - advance, top: top, right: pen.end, bottom: bottom, address: address,
          text: String(decoding: layout.bytes[stretch.range], as: UTF8.self), element: element))
    }
  }

  /// Remembers a letter that no font has, once, with the text that it stands in.
  private mutating func note(missing glyph: Glyph, in layout: TextLayout) {
    let letter = String(decoding: layout.bytes[glyph.letters], as: UTF8.self)
    if !missing.contains(where: { $0.letter == letter }) {
      missing.append((letter, String(decoding: layout.bytes, as: UTF8.self)))
    }
  }

  /// Where the viewer's pen stands and where it should, so that no rounding adds up.
  private struct Pen {
    let start: Double
    let size: Double
    /// Where the string of glyphs under way began, and the rise above the base line.
    private(set) var origin: Double
    private(set) var rise = 0.0
    /// Where the next glyph belongs.
    private(set) var end: Double
    /// Where the viewer will put it if not told otherwise.
    private var drawn: Double

    init(start: Double, size: Double) {
      self.start = start
      self.size = max(size, 0.01)
      origin = start
      end = start
      drawn = start
    }

    mutating func restart(rise: Double) {
      self.rise = rise
      origin = end
      drawn = end
    }

    mutating func skip(_ advance: Double) { end += advance }

    /// Thousandths of the size that the viewer's pen is ahead.
    func gap(before shift: Double) -> Double { (drawn - end - shift) * 1000 / size }

    mutating func moved(back thousandths: Double) { drawn -= thousandths * size / 1000 }

    mutating func wrote(_ thousandths: Double, advance: Double) {
      drawn += thousandths * size / 1000
      end += advance
    }
  }

  // MARK: Drawings

  private mutating func draw(
    _ drawing: Drawing, x originX: Double, y originY: Double, owner: Int?
  ) {
    for item in drawing.items {
      switch item {
      case .rectangle(let x, let y, let width, let height, let ink):
        page.content.rectangle(
          x: originX + x, y: originY + y, width: width, height: height, .init(ink))
      case .polygon(let points, let ink):
        page.content.polygon(points.map { (originX + $0.x, originY + $0.y) }, .init(ink))
      case .line(let x1, let y1, let x2, let y2, let ink, let width):
        page.content.line(
          x1: originX + x1, y1: originY + y1, x2: originX + x2, y2: originY + y2, width: width,
          .init(ink))
      case .text(let text, let x, let y, let size, let anchor, let ink, let bold):
        let layout = TextLayout(
          text, TextStyle(size: size, isBold: bold), width: nil, fonts: fonts)
        draw(
          layout, line: 0, x: originX + x - layout.shift(for: anchor), y: originY + y, owner: owner,
          colour: ContentStream.Colour(ink))
      }
    }
  }
}

extension ContentStream.Colour {
  /// Bright red, as marks of urgency are (Phụ lục I, II.11).
  fileprivate static let urgent = ContentStream.Colour(red: 1, green: 0, blue: 0)
}
