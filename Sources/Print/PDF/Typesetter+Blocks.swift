import Documents
import Drawing
import Vietnamese

extension Typesetter {
  mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let runs): heading(level, runs)
    case .paragraph(let runs):
      flow(layout(Markup.text(runs), paragraphStyle, width: bodyWidth), x: left, after: spacing)
    case .list(let isOrdered, let start, let items):
      for (i, item) in items.enumerated() {
        list(item, marker: isOrdered ? "\(start + i). " : "- ")
      }
    case .table(let table): self.table(table)
    case .figure(let drawing): figure(drawing)
    case .quote(let blocks): for block in blocks { self.block(block) }
    case .code(let text):
      var style = paragraphStyle
      style.alignment = .left
      style.firstLineIndent = 0
      flow(layout(Markup.escaped(text), style, width: bodyWidth), x: left, after: spacing)
    case .gap(let text): gap(text)
    case .pageBreak: if !isAtTop { newPage() }
    }
  }

  /// Keeps two lines of what follows on the same page as the heading.
  private mutating func heading(_ level: Int, _ runs: [Run]) {
    var style = paragraphStyle
    style.isBold = level <= 2
    style.alignment = .left
    let text = layout(Markup.text(runs), style, width: bodyWidth)
    need(spacing + text.height + spacing + 2.4 * profile.bodySize * profile.lineSpacing)
    outline.append(
      OutlineEntry(
        title: runs.map(\.text).joined(), level: level, page: pages.count,
        y: cursor + (isAtTop ? 0 : spacing)))
    flow(text, x: left, after: spacing)
  }

  private mutating func list(_ blocks: [Block], marker: String) {
    for (i, block) in blocks.enumerated() {
      if case .paragraph(let runs) = block {
        let lead = i == 0 ? [Run(marker)] : []
        flow(
          layout(Markup.text(lead + runs), paragraphStyle, width: bodyWidth), x: left,
          after: spacing)
      } else {
        self.block(block)
      }
    }
  }

  /// A dotted place that a pen can fill and that nobody can overlook.
  private mutating func gap(_ text: String) {
    var style = paragraphStyle
    style.isItalic = true
    style.alignment = .left
    let dots = String(repeating: ".", count: 60)
    flow(
      layout(Markup.escaped("[Cần bổ sung: \(text)] \(dots)"), style, width: bodyWidth), x: left,
      after: spacing)
  }

  private mutating func figure(_ drawing: Drawing) {
    var style = paragraphStyle
    style.alignment = .center
    style.firstLineIndent = 0
    style.isItalic = true
    let caption = layout(Markup.escaped(drawing.title), style, width: bodyWidth)
    need(spacing + drawing.height + spacing + caption.height)
    cursor += isAtTop ? 0 : spacing
    mark(.drawing(drawing, x: left + (bodyWidth - drawing.width) / 2, y: cursor))
    cursor += drawing.height
    flow(caption, x: left, after: 2)
  }
}
