import Documents
import Drawing
import PDF
import Vietnamese

extension Typesetter {
  mutating func block(_ block: Block) {
    switch block {
    case .heading(let level, let runs): heading(level, runs)
    case .paragraph(let runs):
      tagged(.paragraph) { sheet in
        let text = sheet.layout(runs, sheet.paragraphStyle, width: sheet.bodyWidth)
        sheet.flow(text, x: sheet.left, after: sheet.spacing)
      }
    case .list(let isOrdered, let start, let items):
      tagged(.list, [.numbering(isOrdered ? .decimal : .disc)]) { sheet in
        for (i, item) in items.enumerated() {
          sheet.tagged(.item) { $0.list(item, marker: isOrdered ? "\(start + i). " : "- ") }
        }
      }
    case .table(let table): self.table(table)
    case .figure(let drawing): figure(drawing)
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
  private mutating func heading(_ level: Int, _ runs: [Run]) {
    var style = paragraphStyle
    style.isBold = level <= 2
    style.alignment = .left
    let text = layout(runs, style, width: bodyWidth)
    need(spacing + text.height + spacing + 2.4 * profile.bodySize * profile.lineSpacing)
    bookmarks.append(
      PDFDocument.Bookmark(
        title: runs.map(\.text).joined(), level: level, page: pages.count - 1,
        top: cursor + (isAtTop ? 0 : spacing)))
    // The document's own title is the heading of level 1.
    tagged(.heading(level: level + 1)) { $0.flow(text, x: $0.left, after: $0.spacing) }
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

  private mutating func figure(_ drawing: Drawing) {
    var style = paragraphStyle
    style.alignment = .center
    style.firstLineIndent = 0
    style.isItalic = true
    let caption = layout(Markup.escaped(drawing.title), style, width: bodyWidth)
    need(spacing + drawing.height + spacing + caption.height)
    cursor += isAtTop ? 0 : spacing
    let x = left + (bodyWidth - drawing.width) / 2
    let box = StructureTree.Attribute.box(
      left: x, bottom: pageHeight - cursor - drawing.height, right: x + drawing.width,
      top: pageHeight - cursor)
    let words = StructureTree.Attribute.alternative("\(drawing.title): \(drawing.description)")
    tagged(.figure, [words, box]) { sheet in
      sheet.mark(.drawing(drawing, x: x, y: sheet.cursor), owner: sheet.structure.current)
    }
    cursor += drawing.height
    tagged(.paragraph) { $0.flow(caption, x: $0.left, after: 2) }
  }
}
