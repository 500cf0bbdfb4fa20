import Documents
import PDF

/// A heading, or lines that lead to what follows, laid out and waiting for it.
struct HeldText {
  var text: TextLayout
  var lines: Range<Int>
  var element: Int
  /// The distance above; none where lines of the same text stand there already.
  var gap: Double
  var heading: Heading?

  var height: Double { text.height(of: lines) }
}

/// Lines over pages: which of them stay together, and what goes to the next page with them.
extension Typesetter {
  /// Begins a block whose first part is so high: on a new page if that does not fit here below the
  /// texts that wait for it.
  mutating func startBlock(needing height: Double) {
    if cursor + waiting + height > bottom, !isAtTop { newPage() }
    let texts = held
    held = []
    for text in texts { place(text) }
  }

  /// Leaves the distance above a block, unless it begins the page.
  mutating func leave(_ gap: Double) {
    guard !isAtTop else { return }
    cursor += gap
    if gap >= spacing { pages[pages.count - 1].gaps.append(cursor) }
  }

  /// Puts all lines down, over as many pages as they take, never one line alone on a page.
  ///
  /// - Parameter leads: whether what comes next must be seen together with the last lines.
  mutating func flow(_ layout: TextLayout, x: Double, after gap: Double, leads: Bool = false) {
    adopt(layout)
    let lines = layout.lines.indices
    let kept = leads ? (lines.count > 3 ? lines.suffix(2) : lines) : lines.suffix(0)
    let count = kept.lowerBound
    if count > 0 {
      flow(layout, 0..<count, x: x, after: gap)
    }
    if leads {
      let lead = count > 0 ? layout.lines[count].top - layout.lines[count - 1].bottom : gap
      hold(HeldText(text: layout, lines: kept, element: structure.current, gap: lead))
    }
  }

  private mutating func flow(
    _ layout: TextLayout, _ lines: Range<Int>, x: Double, after gap: Double
  ) {
    let count = lines.count
    let first = count > 3 ? 0..<2 : lines
    startBlock(
      needing: gap + layout.height(of: first) + noteHeight(layout.calls(in: first))
        + (first.count == count ? tail : 0))
    leave(gap)
    var rest = lines
    while !rest.isEmpty {
      var end = end(of: layout, rest)
      if end == rest.lowerBound {
        guard isAtTop else {
          newPage()
          continue
        }
        // Nothing can be kept together that a whole page does not hold.
        end = max(linesThatFit(layout, rest), rest.lowerBound + 1)
      }
      put(layout, rest.lowerBound..<end, x: x, owner: structure.current)
      rest = end..<count
      if !rest.isEmpty { newPage() }
    }
  }

  /// Up to where lines may stand on this page; two at least stay together on either side.
  private func end(of layout: TextLayout, _ lines: Range<Int>) -> Int {
    let count = lines.upperBound
    var end = linesThatFit(layout, lines)
    if end == count {
      let needed = layout.height(of: lines) + noteHeight(layout.calls(in: lines)) + tail
      if tail == 0 || cursor + needed <= bottom { return count }
    }
    end = min(end, count - 2)
    return end - lines.lowerBound < (lines.lowerBound == 0 ? 2 : 1) ? lines.lowerBound : end
  }

  func linesThatFit(_ layout: TextLayout, _ lines: Range<Int>) -> Int {
    var end = lines.lowerBound
    while end < lines.upperBound {
      let lines = lines.lowerBound..<end + 1
      let height = layout.height(of: lines) + noteHeight(layout.calls(in: lines))
      if cursor + height > bottom + 0.01 { break }
      end += 1
    }
    return end
  }

  /// Puts lines of a text at the cursor, and the notes that they call at the foot.
  mutating func put(_ layout: TextLayout, _ lines: Range<Int>, x: Double, owner: Int) {
    let start = layout.lines[lines.lowerBound].top
    for i in lines {
      mark(
        .line(layout, i, x: x, baseline: cursor + layout.lines[i].baseline - start), owner: owner)
    }
    cursor += layout.height(of: lines)
    textHeight += layout.height(of: lines)
    for note in layout.calls(in: lines) { put(note: note) }
  }

  // MARK: What waits for what follows

  /// The height of the texts that wait, with their notes.
  var waiting: Double {
    held.reduce(0) { $0 + $1.gap + $1.height + noteHeight($1.text.calls(in: $1.lines)) }
  }

  mutating func hold(_ text: HeldText) {
    held.append(text)
    // What is no heading or lead by its length must be broken over pages like any text.
    if waiting > (foot - top) / 3 { startBlock(needing: 0) }
  }

  mutating func place(_ held: HeldText) {
    leave(held.gap)
    if let heading = held.heading {
      bookmarks.append(
        PDFDocument.Bookmark(
          title: heading.text, level: heading.level, page: pages.count - 1, top: cursor))
    }
    var rest = held.lines
    while !rest.isEmpty {
      let end = linesThatFit(held.text, rest)
      if end == rest.lowerBound, !isAtTop {
        newPage()
        continue
      }
      let upper = rest.prefix(max(end - rest.lowerBound, 1))
      put(held.text, upper, x: left, owner: held.element)
      rest = upper.upperBound..<rest.upperBound
    }
  }
}
