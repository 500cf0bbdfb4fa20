import Documents
import Drawing

/// Blocks of the body as paragraphs of their styles.
extension WordBody {
  /// Blocks one after the other; what leads to the next one stays on its page.
  ///
  /// - Parameter keepsLast: whether something follows that may not stand alone.
  mutating func blocks(_ blocks: [Block], keepsLast: Bool = false) throws(PrintError) {
    for (i, block) in blocks.enumerated() {
      let next = i + 1 < blocks.count ? blocks[i + 1] : nil
      try self.block(block, keepsNext: next.map { Self.leads(block, to: $0) } ?? keepsLast)
    }
  }

  /// Words right above a table, or that end in a colon above a list, belong to it.
  static func leads(_ block: Block, to next: Block) -> Bool {
    guard case .paragraph(let runs) = block else { return false }
    switch next {
    case .table: return true
    case .list: return runs.last?.text.hasSuffix(":") ?? false
    default: return false
    }
  }

  mutating func block(
    _ block: Block, style: String? = nil, keepsNext: Bool = false
  ) throws(PrintError) {
    switch block {
    case .heading(let heading):
      paragraph(style: "Heading\(min(heading.level, 4))", properties: number(of: heading)) {
        $0.runs(heading.title)
      }
    case .paragraph(let runs):
      paragraph(style: style, keepsNext: keepsNext) { $0.runs(runs) }
    case .list(let list): try self.list(list, depth: 0, keepsNext: keepsNext)
    case .table(let table): self.table(table, keepsNext: keepsNext)
    case .figure(let figure): try self.figure(figure, keepsNext: keepsNext)
    case .quote(let blocks):
      for (i, one) in blocks.enumerated() {
        try self.block(one, style: "Quote", keepsNext: keepsNext && i == blocks.count - 1)
      }
    case .code(let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (i, line) in lines.enumerated() {
        paragraph(style: "SourceCode", keepsNext: keepsNext && i == lines.count - 1) {
          $0.runs([Run(String(line))])
        }
      }
    case .gap(let text):
      // Dots lead to the right edge, as in a form.
      let tab =
        "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(textWidth)\"/></w:tabs>"
      paragraph(
        style: nil, keepsNext: keepsNext, properties: tab + "<w:jc w:val=\"left\"/>"
      ) { body in
        body.xml.raw("<w:r><w:rPr><w:i/><w:highlight w:val=\"yellow\"/></w:rPr>")
        body.text("[Cần bổ sung: \(text)] ")
        body.xml.raw("<w:tab/></w:r>")
      }
    case .pageBreak: paragraph(style: nil) { $0.xml.raw("<w:r><w:br w:type=\"page\"/></w:r>") }
    }
  }

  /// The style counts the body's headings; an appendix has a count of its own, and so has a letter
  /// that Word does not know.
  private mutating func number(of heading: Heading) -> String {
    guard heading.level <= 3 else { return "" }
    if let own = numbering.add(heading) { return WordNumbering.properties(own, level: 0) }
    return headings > 1 ? WordNumbering.properties(headings, level: heading.level - 1) : ""
  }

  private mutating func list(
    _ list: DocumentList, depth: Int, keepsNext: Bool = false
  ) throws(PrintError) {
    let numbers = numbering.add(list, level: depth)
    for (i, item) in list.items.enumerated() {
      for (k, block) in item.enumerated() {
        let keeps = keepsNext && i == list.items.count - 1 && k == item.count - 1
        switch block {
        case .paragraph(let runs) where k == 0:
          paragraph(
            style: "ListParagraph", keepsNext: keeps,
            properties: WordNumbering.properties(numbers[min(i, numbers.count - 1)], level: depth)
          ) { $0.runs(runs) }
        case .list(let inner) where depth < 32:
          try self.list(inner, depth: depth + 1, keepsNext: keeps)
        default: try self.block(block, keepsNext: keeps)
        }
      }
    }
  }

  private mutating func figure(_ figure: Figure, keepsNext: Bool) throws(PrintError) {
    let size: (width: Double, height: Double)
    switch figure.picture {
    case .drawing(let drawing):
      pictures.append(
        Picture(bytes: try DrawingRaster(fonts: writer.fonts).png(drawing), suffix: "png"))
      size = (drawing.width, drawing.height)
    case .image(let image):
      pictures.append(
        Picture(bytes: image.bytes, suffix: image.format == .jpeg ? "jpeg" : "png"))
      size = profile.fitted(width: image.width, height: image.height)
    }
    let number = pictures.count
    let identifier = identifier()
    paragraph(style: "Picture", keepsNext: keepsNext || figure.caption != nil) { body in
      let extent = "cx=\"\(metricUnits(size.width))\" cy=\"\(metricUnits(size.height))\""
      let name = "id=\"\(identifier)\" name=\"Hình \(number)\""
      body.xml.raw(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
          + "<wp:extent \(extent)/><wp:docPr \(name) descr=\"")
      body.xml.text(figure.alternative)
      body.xml.raw(
        "\"/><a:graphic><a:graphicData uri=\"\(WordNames.picture)\">"
          + "<pic:pic><pic:nvPicPr><pic:cNvPr \(name)/><pic:cNvPicPr/></pic:nvPicPr>"
          + "<pic:blipFill><a:blip r:embed=\"rIdImage\(number)\"/>"
          + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
          + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(extent)/></a:xfrm>"
          + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
          + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
    }
    if let caption = figure.caption { self.caption(caption, keepsNext: keepsNext) }
  }

  /// The number is a field, so that Word counts on when a table is put in between.
  mutating func caption(_ caption: Caption, keepsNext: Bool) {
    paragraph(style: "Caption", keepsNext: keepsNext) { body in
      body.xml.raw("<w:r>")
      body.text(caption.kind.rawValue + " ")
      body.xml.raw("</w:r>")
      body.field(
        "SEQ \(caption.kind == .table ? "Bang" : "Hinh") \\* ARABIC", shows: String(caption.number))
      body.xml.raw("<w:r>")
      body.text(". ")
      body.xml.raw("</w:r>")
      body.runs(caption.text)
    }
  }
}
