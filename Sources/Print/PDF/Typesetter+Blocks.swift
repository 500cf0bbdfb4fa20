import Documents
import Drawing
import PDF
import Vietnamese

extension Typesetter {
  mutating func block(_ block: Block) {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .paragraph(let runs):
      tagged(.paragraph) { sheet in
        let text = sheet.layout(runs, sheet.paragraphStyle, width: sheet.bodyWidth)
        sheet.flow(text, x: sheet.left, after: sheet.spacing)
      }
    case .list(let list):
      tagged(.list, [.numbering(numbering(of: list))]) { sheet in
        for (i, item) in list.items.enumerated() {
          sheet.tagged(.item) { $0.list(item, marker: list.label(of: i) + " ") }
        }
      }
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .quote(let blocks):
      tagged(.quote) { sheet in for block in blocks { sheet.block(block) } }
    case .code(let text):
      var style = paragraphStyle
      style.alignment = .left
      style.firstLineIndent = 0
      tagged(.code) { sheet in
        let text = sheet.layout(Markup.escaped(text), style, width: sheet.bodyWidth)
        sheet.flow(text, x: sheet.left, after: sheet.spacing)
      }
    case .gap(let text): gap(text)
    case .pageBreak: if !isAtTop { newPage() }
    }
  }

  /// Keeps two lines of what follows on the same page as the heading.
  private mutating func heading(_ heading: Heading) {
    var style = paragraphStyle
    style.isBold = heading.level <= 2
    style.alignment = .left
    let text = layout(heading.runs, style, width: bodyWidth)
    need(spacing + text.height + spacing + 2.4 * profile.bodySize * profile.lineSpacing)
    bookmarks.append(
      PDFDocument.Bookmark(
        title: heading.text, level: heading.level, page: pages.count - 1,
        top: cursor + (isAtTop ? 0 : spacing)))
    // The document's own title is the heading of level 1.
    tagged(.heading(level: heading.level + 1)) { $0.flow(text, x: $0.left, after: $0.spacing) }
  }

  fileprivate mutating func list(_ blocks: [Block], marker: String) {
    for (i, block) in blocks.enumerated() {
      if case .paragraph(let runs) = block {
        let lead = i == 0 ? [Run(marker)] : []
        tagged(.itemBody) { sheet in
          let text = sheet.layout(lead + runs, sheet.paragraphStyle, width: sheet.bodyWidth)
          sheet.flow(text, x: sheet.left, after: sheet.spacing)
        }
      } else {
        tagged(.itemBody) { $0.block(block) }
      }
    }
  }

  /// A dotted place that a pen can fill and that nobody can overlook.
  private mutating func gap(_ text: String) {
    var style = paragraphStyle
    style.isItalic = true
    style.alignment = .left
    let dots = String(repeating: ".", count: 60)
    tagged(.paragraph) { sheet in
      let line = sheet.layout(
        Markup.escaped("[Cần bổ sung: \(text)] \(dots)"), style, width: sheet.bodyWidth)
      sheet.flow(line, x: sheet.left, after: sheet.spacing)
    }
  }

  private func numbering(of list: DocumentList) -> StructureTree.Attribute.Numbering {
    switch list.marker {
    case .dash: .disc
    case .decimal: .decimal
    case .letter: .lowerLetter
    }
  }

  private mutating func figure(_ figure: Figure) {
    guard case .drawing(let drawing) = figure.picture else { return }
    var style = paragraphStyle
    style.alignment = .center
    style.firstLineIndent = 0
    style.isItalic = true
    let caption = figure.caption.map { layout($0.runs, style, width: bodyWidth) }
    need(spacing + drawing.height + spacing + (caption?.height ?? 0))
    cursor += isAtTop ? 0 : spacing
    let x = left + (bodyWidth - drawing.width) / 2
    let box = StructureTree.Attribute.box(
      left: x, bottom: pageHeight - cursor - drawing.height, right: x + drawing.width,
      top: pageHeight - cursor)
    tagged(.figure, [.alternative(figure.alternative), box]) { sheet in
      sheet.mark(.drawing(drawing, x: x, y: sheet.cursor), owner: sheet.structure.current)
    }
    cursor += drawing.height
    if let caption { tagged(.paragraph) { $0.flow(caption, x: $0.left, after: 2) } }
  }
}
