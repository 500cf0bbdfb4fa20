import Documents
import PDF

extension Typesetter {
  /// - Parameter next: what follows it.
  mutating func block(_ block: Block, before next: Block? = nil) {
    switch block {
    case .heading(let heading): self.heading(heading)
    case .paragraph(let runs):
      paragraph(StyledText(runs), as: .paragraph, paragraphStyle, before: next)
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
  mutating func blocks(_ blocks: [Block]) {
    let after = tail
    for (i, block) in blocks.enumerated() {
      let isLast = i == blocks.count - 1
      tail = isLast ? after : 0
      self.block(block, before: isLast ? nil : blocks[i + 1])
    }
    tail = after
  }

  private mutating func paragraph(
    _ text: StyledText, as role: StructureTree.Role, _ style: TextStyle, before next: Block? = nil
  ) {
    tagged(role) { sheet in
      let text = sheet.layout(text, style, width: sheet.bodyWidth)
      sheet.flow(text, x: sheet.left, after: sheet.spacing, leads: text.leads(to: next))
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
    hold(
      HeldText(
        text: text, lines: text.lines.indices, element: element, gap: spacing, heading: heading))
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
        sheet.labelled([], label, mark, before: blocks.first)
        return sheet.blocks(blocks)
      }
      let after = sheet.tail
      if blocks.count > 1 { sheet.tail = 0 }
      sheet.labelled(runs, label, mark, before: blocks.dropFirst().first)
      sheet.tail = after
      sheet.blocks(Array(blocks.dropFirst()))
    }
  }

  private mutating func labelled(
    _ runs: [Run], _ label: String, _ element: Int, before next: Block?
  ) {
    let text = layout(StyledText([Run(" ")] + runs, label: label), paragraphStyle, width: bodyWidth)
    text.stretches[0].element = element
    flow(text, x: left, after: spacing, leads: text.leads(to: next))
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
      let width = bodyWidth - style.firstLineIndent - 1
      leader += "\n" + String(repeating: ".", count: Int(width / dot))
    }
    paragraph(words.led(by: leader), as: .paragraph, style)
  }
}

extension TextLayout {
  /// Whether it says what comes next: it ends with a colon, or is a line or two above a table.
  fileprivate func leads(to next: Block?) -> Bool {
    switch next {
    case nil, .pageBreak: false
    case .table where lines.count <= 2: true
    default: bytes.last { $0 != UInt8(ascii: " ") } == UInt8(ascii: ":")
    }
  }
}
