import Documents

/// Paragraphs, and what stands in them.
extension WordBody {
  mutating func paragraph(
    style: String?, keepsNext: Bool = false, properties: String = "",
    _ content: (inout WordBody) -> Void
  ) {
    xml.raw("<w:p>")
    if style != nil || keepsNext || !properties.isEmpty {
      xml.raw("<w:pPr>")
      if let style { xml.raw("<w:pStyle w:val=\"\(style)\"/>") }
      if keepsNext { xml.raw("<w:keepNext/>") }
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
}
