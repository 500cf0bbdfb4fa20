import Documents
import PDF

/// A heading that is laid out and waits for what it heads.
struct HeldHeading {
  var heading: Heading
  var text: TextLayout
  var element: Int
}

extension Typesetter {
  mutating func block(_ block: Block) {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .paragraph(let runs): paragraph(StyledText(runs), as: .paragraph, paragraphStyle)
    case .list(let list): self.list(list)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .quote(let blocks): tagged(.quote) { $0.blocks(blocks) }
    case .code(let text):
      var style = paragraphStyle
      style.alignment = .left
      style.firstLineIndent = 0
      paragraph(StyledText(text), as: .code, style)
    case .gap(let text): gap(text)
    case .pageBreak:
      startBlock(needing: 0)
      if !isAtTop { breakPage() }
    }
  }

  /// Blocks of which the last one is followed by what follows them all.
  private mutating func blocks(_ blocks: [Block]) {
    let after = tail
    for (i, block) in blocks.enumerated() {
      tail = i == blocks.count - 1 ? after : 0
      self.block(block)
    }
    tail = after
  }

  private mutating func paragraph(
    _ text: StyledText, as role: StructureTree.Role, _ style: TextStyle
  ) {
    tagged(role) { sheet in
      let text = sheet.layout(text, style, width: sheet.bodyWidth)
      sheet.flow(text, x: sheet.left, after: sheet.spacing)
    }
  }

  // MARK: Headings

  private mutating func heading(_ heading: Heading) {
    var style = paragraphStyle
    style.isBold = heading.level <= 2
    style.alignment = .left
    let text = layout(heading.runs, style, width: bodyWidth)
    // The document's own title is the heading of level 1.
    let element = structure.begin(.heading(level: heading.level + 1))
    adopt(text)
    structure.end()
    held.append(HeldHeading(heading: heading, text: text, element: element))
    // One that is no heading by its length must be broken over pages like a text.
    if text.height > (foot - top) / 3 { startBlock(needing: 0) }
  }

  mutating func place(_ held: HeldHeading) {
    if !isAtTop { cursor += spacing }
    bookmarks.append(
      PDFDocument.Bookmark(
        title: held.heading.text, level: held.heading.level, page: pages.count - 1, top: cursor))
    for (i, line) in held.text.lines.enumerated() {
      let height = line.bottom - line.top
      if cursor + height > bottom, !isAtTop { newPage() }
      mark(
        .line(held.text, i, x: left, baseline: cursor + line.baseline - line.top),
        owner: held.element)
      cursor += height
    }
    for note in held.text.calls(in: held.text.lines.indices) { put(note: note) }
  }

  // MARK: Lists

  private mutating func list(_ list: DocumentList) {
    let after = tail
    tagged(.list, [.numbering(numbering(of: list))]) { sheet in
      for (i, item) in list.items.enumerated() {
        sheet.tail = i == list.items.count - 1 ? after : 0
        sheet.tagged(.item) { $0.item(item, label: list.label(of: i)) }
      }
    }
    tail = after
  }

  private mutating func item(_ blocks: [Block], label: String) {
    let mark = structure.begin(.label)
    structure.end()
    tagged(.itemBody) { sheet in
      guard case .paragraph(let runs) = blocks.first else {
        // The label stands alone above what is no text.
        sheet.labelled([], label, mark)
        return sheet.blocks(blocks)
      }
      let after = sheet.tail
      if blocks.count > 1 { sheet.tail = 0 }
      sheet.labelled(runs, label, mark)
      sheet.tail = after
      sheet.blocks(Array(blocks.dropFirst()))
    }
  }

  private mutating func labelled(_ runs: [Run], _ label: String, _ element: Int) {
    let text = layout(StyledText([Run(" ")] + runs, label: label), paragraphStyle, width: bodyWidth)
    text.stretches[0].element = element
    flow(text, x: left, after: spacing)
  }

  private func numbering(of list: DocumentList) -> StructureTree.Attribute.Numbering {
    switch list.marker {
    case .dash: .disc
    case .decimal: .decimal
    case .letter: .lowerLetter
    }
  }

  // MARK: Gaps

  /// A dotted place that a pen can fill and that nobody can overlook: dots led to the margin, on a
  /// line of their own too where little room is left.
  private mutating func gap(_ text: String) {
    var style = paragraphStyle
    style.isItalic = true
    style.alignment = .left
    let words = StyledText("[Cần bổ sung: \(text)] ")
    let bare = TextStyle(size: style.size, isItalic: true)
    let dot = layout(String(repeating: ".", count: 64), bare, width: nil).width / 64
    guard let last = layout(words, style, width: bodyWidth).lines.last, dot > 0 else { return }
    let room = bodyWidth - last.x - last.width - 1
    var leader = String(repeating: ".", count: max(Int(room / dot), 0))
    if room < bodyWidth / 3 {
      leader += "\n" + String(repeating: ".", count: Int((bodyWidth - 1) / dot))
    }
    paragraph(words.led(by: leader), as: .paragraph, style)
  }
}
