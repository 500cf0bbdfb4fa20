import Documents
import Vietnamese

extension WordBody {
  /// The head of page 1 (NĐ 30/2020/NĐ-CP, Phụ lục I, ô 1–5 and 9a): a table without rules, as
  /// clerks make it by hand.
  mutating func frame() {
    let frame = document.frame
    let head = WordHead(frame, profile, writer.letters)
    let width = twips(points(profile.width - profile.left - profile.right))
    let gutter = twips(profile.head.gutter)
    let right = twips(head.right)
    let left = width - right
    let gap = "<w:tcMar><w:right w:w=\"\(gutter)\" w:type=\"dxa\"/></w:tcMar>"
    openBareTable([left, right])
    xml.raw("<w:tr>")
    cell(width: left, properties: gap) { body in
      if let superior = frame.superior {
        body.line(superior, style: "Superior")
      }
      body.line(frame.issuer, style: "Issuer")
      // Ô 2: a rule of one third to one half of the line.
      body.rule(head.issuerRule, in: left - gutter)
    }
    cell(width: right) { body in
      body.line(WordHead.nation, style: "Nation")
      body.line(WordHead.motto, style: "Motto")
      // Ô 1: the rule is as long as the line of words.
      body.rule(head.mottoRule, in: right)
    }
    xml.raw("</w:tr></w:tbl>\n")
    hairline()
    openBareTable([left, right])
    xml.raw("<w:tr>")
    cell(width: left, properties: gap) { body in
      body.line(frame.numberLine ?? "", style: "Symbol")
      if let urgency = frame.urgency {
        // A border within the cell: indents make it as wide as its box.
        let indent = max((left - gutter - twips(points(urgency.boxWidth))) / 2, 0)
        body.paragraph(
          style: "Urgency",
          properties: "<w:ind w:left=\"\(indent)\" w:right=\"\(indent)\" w:firstLine=\"0\"/>"
        ) { $0.runs([Run(urgency.rawValue)]) }
      }
    }
    cell(width: right) {
      $0.line("\(frame.place), \(frame.date.official)", style: "PlaceAndDate")
    }
    xml.raw("</w:tr></w:tbl>\n")
    line(frame.kind, style: "Title")
    let inset = (width - twips(head.subjectWidth)) / 2
    paragraph(
      style: "Subtitle", properties: "<w:ind w:left=\"\(inset)\" w:right=\"\(inset)\"/>"
    ) { $0.runs([Run(frame.subject)]) }
    rule(head.subjectRule, in: width, after: profile.head.bodyGap)
    if frame.addressees.count == 1, let only = frame.addressees.first {
      line("Kính gửi: \(only)", style: "Addressee")
    } else if !frame.addressees.isEmpty {
      line("Kính gửi:", style: "Addressee")
      for (i, name) in frame.addressees.enumerated() {
        line("- \(name)\(i == frame.addressees.count - 1 ? "." : ";")", style: "AddresseeItem")
      }
    }
    for basis in frame.basisLines { line(basis, style: "Basis") }
  }

  /// Recipients on the left, signature on the right (ô 7 and 9b), never parted.
  mutating func signature(_ frame: Frame) {
    let width = twips(points(profile.width - profile.left - profile.right))
    let left = Int((Double(width) * profile.signature.recipientShare).rounded())
    openBareTable([left, width - left])
    xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
    cell(width: left) { body in
      body.line("Nơi nhận:", style: "RecipientsTitle")
      for name in frame.recipients { body.line("- \(name);", style: "Recipient") }
      body.line("- Lưu: VT.", style: "Recipient")
    }
    cell(width: width - left) { body in
      // Level with “Nơi nhận”.
      for (i, line) in frame.signature.lines.enumerated() {
        body.line(line, style: i == 0 ? "SignerTitle" : "Signer")
      }
      body.line(frame.signature.name ?? "", style: "SignerName")
    }
    xml.raw("</w:tr></w:tbl>\n")
    // A table may not be the last of a section.
    hairline()
  }

  /// “Phụ lục I”, its title and the line that ties it to its document.
  mutating func title(of appendix: Appendix, number: Int, startsPage: Bool) {
    let name = document.appendices.count > 1 ? "Phụ lục \(Roman.text(number))" : "Phụ lục"
    paragraph(
      style: "AppendixNumber", properties: startsPage ? "<w:pageBreakBefore/>" : ""
    ) { $0.runs([Run(name)]) }
    line(appendix.title, style: "AppendixTitle")
    line(document.frame.tie, style: "AppendixTie")
  }

  private mutating func line(_ text: String, style: String) {
    paragraph(style: style) { body in
      guard !text.isEmpty else { return }
      body.xml.raw("<w:r>")
      body.text(text)
      body.xml.raw("</w:r>")
    }
  }

  /// A paragraph of no height, where Word wants one.
  mutating func hairline(_ section: String = "", keepsNext: Bool = false) {
    xml.raw(
      "<w:p><w:pPr>\(keepsNext ? "<w:keepNext/>" : "")"
        + "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>"
        + "\(section)</w:pPr></w:p>\n")
  }

  private mutating func openBareTable(_ widths: [Int]) {
    xml.raw(
      "<w:tbl><w:tblPr><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>"
        + "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>"
        + "<w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>")
    for width in widths { xml.raw("<w:gridCol w:w=\"\(width)\"/>") }
    xml.raw("</w:tblGrid>")
  }

  /// A centred rule: the upper border of a low paragraph, drawn in from both sides; no shape, so
  /// that it moves with the text above.
  private mutating func rule(_ length: Double, in width: Int, after: Double = 0) {
    let indent = max((width - twips(length)) / 2, 0)
    xml.raw(
      "<w:p><w:pPr><w:pBdr>"
        + "<w:top w:val=\"single\" w:sz=\"\(eighths(profile.head.ruleWidth))\" w:space=\"0\" "
        + "w:color=\"000000\"/></w:pBdr>"
        + "<w:spacing w:before=\"\(twips(profile.head.ruleGap))\" w:after=\"\(twips(after))\" w:line=\"\(twips(WordHead.ruleLine))\" w:lineRule=\"exact\"/>"
        + "<w:ind w:left=\"\(indent)\" w:right=\"\(indent)\" w:firstLine=\"0\"/></w:pPr></w:p>\n")
  }
}
