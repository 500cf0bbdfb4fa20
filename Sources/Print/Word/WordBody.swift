import Documents
import Drawing

/// The body of a DOCX as it grows: paragraphs, tables, pictures and the sections around them.
struct WordBody {
  struct Picture {
    var bytes: [UInt8]
    var suffix: String
  }

  let document: Document
  let writer: WordWriter
  var xml = MarkupBuffer()
  var numbering = WordNumbering()
  var pictures: [Picture] = []
  /// Addresses outside, in the order of their first use.
  var links: [String] = []
  /// The numbering of headings in force; each appendix counts from one again.
  var headings: Int
  /// Ids of drawings and bookmarks must differ within the file.
  private var nextID = 1

  init(_ document: Document, writer: WordWriter) {
    self.document = document
    self.writer = writer
    headings = numbering.addHeadings()
  }

  var profile: PageProfile { writer.profile }

  static let namespaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""

  mutating func write() throws(PrintError) {
    xml.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<w:document \(Self.namespaces)><w:body>")
    frame(document.frame)
    for (i, block) in document.body.enumerated() {
      // The last of the text goes where the signature goes.
      try self.block(block, keepsNext: i == document.body.count - 1)
    }
    signature(document.frame)
    var isLandscape = false
    for (i, appendix) in document.appendices.enumerated() {
      if appendix.isLandscape != isLandscape {
        section(isLandscape: isLandscape, ends: true, isFirst: i == 0)
        isLandscape = appendix.isLandscape
        title(of: appendix, number: i + 1, startsPage: false)
      } else {
        title(of: appendix, number: i + 1, startsPage: true)
      }
      headings = numbering.addHeadings()
      for block in appendix.blocks { try self.block(block) }
    }
    section(
      isLandscape: isLandscape, ends: false,
      isFirst: !document.appendices.contains { $0.isLandscape })
    xml.raw("</w:body></w:document>")
  }

  mutating func writeNotes() throws(PrintError) {
    xml.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<w:footnotes \(Self.namespaces)>")
    for (id, type, mark) in [
      (-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"),
    ] {
      xml.raw(
        "<w:footnote w:type=\"\(type)\" w:id=\"\(id)\"><w:p><w:r><w:\(mark)/></w:r></w:p></w:footnote>"
      )
    }
    for (i, blocks) in document.notes.enumerated() {
      xml.raw("<w:footnote w:id=\"\(i + 1)\">")
      var isFirst = true
      for case .paragraph(let runs) in blocks {
        xml.raw("<w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>")
        if isFirst {
          xml.raw(
            "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
              + "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>")
        }
        isFirst = false
        // A note has no relationships of its own; its links stay as text.
        self.runs(
          runs.map { run in
            var plain = run
            plain.link = nil
            return plain
          })
        xml.raw("</w:p>")
      }
      if isFirst { xml.raw("<w:p/>") }
      xml.raw("</w:footnote>")
    }
    xml.raw("</w:footnotes>")
  }

  // MARK: Blocks

  private mutating func block(
    _ block: Block, style: String? = nil, keepsNext: Bool = false
  ) throws(PrintError) {
    switch block {
    case .heading(let heading):
      let level = min(heading.level, 4)
      paragraph(
        style: "Heading\(level)",
        // The style counts the body's headings; an appendix has a count of its own.
        properties: level <= 3 && headings > 1
          ? WordNumbering.properties(headings, level: level - 1) : ""
      ) { $0.runs(heading.title) }
    case .paragraph(let runs):
      paragraph(style: style, properties: keepsNext ? "<w:keepNext/>" : "") { $0.runs(runs) }
    case .list(let list): try self.list(list, depth: 0)
    case .table(let table): self.table(table)
    case .figure(let figure): try self.figure(figure)
    case .quote(let blocks): for one in blocks { try self.block(one, style: "Quote") }
    case .code(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        paragraph(style: "SourceCode") { $0.runs([Run(String(line))]) }
      }
    case .gap(let text):
      // Dots lead to the right edge, as in a form.
      let edge = twips(points(profile.width - profile.left - profile.right))
      let tab = "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"\(edge)\"/></w:tabs>"
      paragraph(style: nil, properties: tab + "<w:jc w:val=\"left\"/>") { body in
        body.xml.raw("<w:r><w:rPr><w:i/><w:highlight w:val=\"yellow\"/></w:rPr>")
        body.text("[Cần bổ sung: \(text)] ")
        body.xml.raw("<w:tab/></w:r>")
      }
    case .pageBreak: paragraph(style: nil) { $0.xml.raw("<w:r><w:br w:type=\"page\"/></w:r>") }
    }
  }

  private mutating func list(_ list: DocumentList, depth: Int) throws(PrintError) {
    let number = numbering.add(list)
    for (i, item) in list.items.enumerated() {
      for (k, block) in item.enumerated() {
        switch block {
        case .paragraph(let runs) where k == 0:
          paragraph(
            style: "ListParagraph",
            properties: WordNumbering.properties(number[min(i, number.count - 1)], level: 0)
          ) { $0.runs(runs) }
        case .list(let inner) where depth < 32: try self.list(inner, depth: depth + 1)
        default: try self.block(block)
        }
      }
    }
  }

  private mutating func figure(_ figure: Figure) throws(PrintError) {
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
    paragraph(style: "Picture", properties: figure.caption == nil ? "" : "<w:keepNext/>") { body in
      let extent = "cx=\"\(metricUnits(size.width))\" cy=\"\(metricUnits(size.height))\""
      body.xml.raw(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
          + "<wp:extent \(extent)/><wp:docPr id=\"\(identifier)\" name=\"Hình \(number)\" descr=\"")
      body.xml.text(figure.alternative)
      body.xml.raw(
        "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
          + "<pic:pic><pic:nvPicPr><pic:cNvPr id=\"\(identifier)\" name=\"image\(number)\"/><pic:cNvPicPr/>"
          + "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdImage\(number)\"/><a:stretch><a:fillRect/>"
          + "</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(extent)/>"
          + "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
          + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
    }
    if let caption = figure.caption { self.caption(caption) }
  }

  /// The number is a field, so that Word counts on when a table is put in between.
  mutating func caption(_ caption: Caption, properties: String = "") {
    paragraph(style: "Caption", properties: properties) { body in
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

  // MARK: Parts of a paragraph

  mutating func paragraph(
    style: String?, properties: String = "", _ content: (inout WordBody) -> Void
  ) {
    xml.raw("<w:p>")
    if style != nil || !properties.isEmpty {
      xml.raw("<w:pPr>")
      if let style { xml.raw("<w:pStyle w:val=\"\(style)\"/>") }
      xml.raw(properties)
      xml.raw("</w:pPr>")
    }
    content(&self)
    xml.raw("</w:p>\n")
  }

  mutating func runs(_ runs: [Run], bold: Bool = false) {
    for run in runs {
      if let note = run.note {
        xml.raw(
          "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
            + "<w:footnoteReference w:id=\"\(note)\"/></w:r>")
        continue
      }
      let address = run.link.flatMap { PDFLink.isAllowed($0) ? $0 : nil }
      if let address { xml.raw("<w:hyperlink r:id=\"rIdLink\(link(to: address))\">") }
      xml.raw("<w:r>")
      var look = ""
      if address != nil { look += "<w:rStyle w:val=\"Hyperlink\"/>" }
      if run.isCode {
        look += "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>"
      }
      if run.isBold || bold { look += "<w:b/>" }
      if run.isItalic { look += "<w:i/>" }
      if run.isStruck { look += "<w:strike/>" }
      if !look.isEmpty { xml.raw("<w:rPr>\(look)</w:rPr>") }
      text(run.text)
      xml.raw("</w:r>")
      if address != nil { xml.raw("</w:hyperlink>") }
    }
  }

  /// Text within an open run; line ends become breaks.
  mutating func text(_ text: String) {
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if i > 0 { xml.raw("<w:br/>") }
      guard !line.isEmpty else { continue }
      xml.raw("<w:t xml:space=\"preserve\">")
      xml.text(String(line))
      xml.raw("</w:t>")
    }
  }

  mutating func field(_ instruction: String, shows text: String) {
    xml.raw("<w:fldSimple w:instr=\" \(instruction) \"><w:r>")
    self.text(text)
    xml.raw("</w:r></w:fldSimple>")
  }

  mutating func identifier() -> Int {
    defer { nextID += 1 }
    return nextID
  }

  private mutating func link(to address: String) -> Int {
    if let known = links.firstIndex(of: address) { return known + 1 }
    links.append(address)
    return links.count
  }

  // MARK: Sections

  /// Ends a section in a paragraph of its own, or the document's last one.
  private mutating func section(isLandscape: Bool, ends: Bool, isFirst: Bool) {
    let width = isLandscape ? profile.height : profile.width
    let height = isLandscape ? profile.width : profile.height
    let margins =
      isLandscape
      ? (profile.right, profile.bottom, profile.right, profile.top)
      : (profile.top, profile.right, profile.bottom, profile.left)
    func length(_ millimetres: Double) -> Int { twips(points(millimetres)) }
    var properties =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader1\"/>"
      + "<w:headerReference w:type=\"first\" r:id=\"rIdHeader2\"/><w:type w:val=\"nextPage\"/>"
      + "<w:pgSz w:w=\"\(length(width))\" w:h=\"\(length(height))\""
      + (isLandscape ? " w:orient=\"landscape\"" : "") + "/>"
      + "<w:pgMar w:top=\"\(length(margins.0))\" w:right=\"\(length(margins.1))\" "
      + "w:bottom=\"\(length(margins.2))\" w:left=\"\(length(margins.3))\" "
      + "w:header=\"\(length(10))\" w:footer=\"\(length(10))\" w:gutter=\"0\"/>"
    // Only the document's first page is without a number.
    if isFirst { properties += "<w:titlePg/>" }
    properties += "</w:sectPr>"
    if ends {
      xml.raw(
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
          + "\(properties)</w:pPr></w:p>\n")
    } else {
      xml.raw(properties)
    }
  }
}
