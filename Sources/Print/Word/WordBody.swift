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
  /// Whether the section in hand lies across.
  private var isLandscape = false
  /// Ids of drawings and bookmarks must differ within the file.
  private var nextID = 1

  init(_ document: Document, writer: WordWriter) {
    self.document = document
    self.writer = writer
    headings = numbering.addHeadings()
  }

  var profile: PageProfile { writer.profile }

  /// Width of the text of the section in hand, in twentieths of a point.
  var textWidth: Int {
    let margins = profile.margins(isLandscape: isLandscape)
    let width = isLandscape ? profile.height : profile.width
    return twips(points(width - margins.left - margins.right))
  }

  mutating func write() throws(PrintError) {
    xml.raw("\(WordParts.declaration)<w:document \(WordNames.declared)><w:body>")
    frame()
    // The last of the text goes where the signature goes.
    try blocks(document.body, keepsLast: true)
    signature(document.frame)
    var isFirst = true
    for (i, appendix) in document.appendices.enumerated() {
      if appendix.isLandscape != isLandscape {
        section(ends: true, isFirst: isFirst)
        isFirst = false
        isLandscape = appendix.isLandscape
        title(of: appendix, number: i + 1, startsPage: false)
      } else {
        title(of: appendix, number: i + 1, startsPage: true)
      }
      headings = numbering.addHeadings()
      try blocks(appendix.blocks)
    }
    section(ends: false, isFirst: isFirst)
    xml.raw("</w:body></w:document>")
  }

  mutating func identifier() -> Int {
    defer { nextID += 1 }
    return nextID
  }

  mutating func link(to address: String) -> Int {
    if let known = links.firstIndex(of: address) { return known + 1 }
    links.append(address)
    return links.count
  }

  /// Ends a section in a paragraph of its own, or the document's last one.
  private mutating func section(ends: Bool, isFirst: Bool) {
    let width = isLandscape ? profile.height : profile.width
    let height = isLandscape ? profile.width : profile.height
    let margins = profile.margins(isLandscape: isLandscape)
    func length(_ millimetres: Double) -> Int { twips(points(millimetres)) }
    // The number stands in the middle of the top margin.
    let header = twips(max(points(margins.top) - profile.pageNumberSize * 1.15, 0) / 2)
    var properties =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader1\"/>"
      + "<w:headerReference w:type=\"first\" r:id=\"rIdHeader2\"/><w:type w:val=\"nextPage\"/>"
      + "<w:pgSz w:w=\"\(length(width))\" w:h=\"\(length(height))\""
      + (isLandscape ? " w:orient=\"landscape\"" : "") + "/>"
      + "<w:pgMar w:top=\"\(length(margins.top))\" w:right=\"\(length(margins.right))\" "
      + "w:bottom=\"\(length(margins.bottom))\" w:left=\"\(length(margins.left))\" "
      + "w:header=\"\(header)\" w:footer=\"\(header)\" w:gutter=\"0\"/>"
    // Only the document's first page is without a number.
    if isFirst { properties += "<w:titlePg/>" }
    properties += "</w:sectPr>"
    if ends {
      hairline(properties)
    } else {
      xml.raw(properties)
    }
  }
}
