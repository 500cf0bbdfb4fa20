import Documents

/// The styles of a DOCX: what a clerk finds in Word's list of styles.
struct WordStyles {
  let profile: PageProfile
  let language: String

  /// Above and below the words of a cell.
  static let cellGap = 2.0

  /// A paragraph style: id, name shown, look.
  private struct Style {
    var id: String
    var name: String
    var base = "Normal"
    var next: String?
    var size: Double?
    var isBold = false
    var isItalic = false
    var alignment: String?
    var before = 0.0
    var after = 0.0
    var firstLine = 0.0
    var left = 0.0
    var right = 0.0
    var properties = ""
    var outline: Int?
    var colour: String?
  }

  var xml: [UInt8] {
    var out = MarkupBuffer()
    let half = halfPoints(profile.bodySize)
    let padding = twips(profile.table.padding)
    out.raw(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:styles "
        + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n"
        + "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
        + "w:eastAsia=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
        + "<w:sz w:val=\"\(half)\"/><w:szCs w:val=\"\(half)\"/><w:lang w:val=\"\(tag)\" "
        + "w:eastAsia=\"\(tag)\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
        + "<w:pPrDefault/></w:docDefaults>\n")
    out.raw(
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
        + "<w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing "
        + "w:before=\"\(twips(profile.paragraphSpacing))\" w:after=\"0\" "
        + "w:line=\"\(Int((240 * profile.lineSpacing).rounded()))\" w:lineRule=\"auto\"/>"
        + "<w:ind w:firstLine=\"\(indent)\"/><w:jc w:val=\"both\"/></w:pPr></w:style>\n"
        + "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
        + "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/>"
        + "</w:style>\n")
    for style in styles { write(style, &out) }
    out.raw(
      "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
        + "<w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>\n"
        + "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">"
        + "<w:name w:val=\"footnote reference\"/>"
        + "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\n"
        + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\">"
        + "<w:name w:val=\"Normal Table\"/><w:tblPr>"
        + "<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>"
        + "<w:left w:w=\"\(padding)\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/>"
        + "<w:right w:w=\"\(padding)\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n"
        + "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
        + "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>")
    let rule = eighths(profile.table.ruleWidth)
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
      out.raw("<w:\(side) w:val=\"single\" w:sz=\"\(rule)\" w:space=\"0\" w:color=\"000000\"/>")
    }
    out.raw("</w:tblBorders></w:tblPr></w:style>\n</w:styles>")
    return out.bytes
  }

  private var tag: String { Self.tag(of: language) }

  /// The language with its country, as Word wants it.
  static func tag(of language: String) -> String { language == "vi" ? "vi-VN" : language }

  private var indent: Int { twips(points(profile.firstLineIndent)) }
  private func halfPoints(_ size: Double) -> Int { Int((size * 2).rounded()) }

  /// Sizes and looks of NĐ 30/2020/NĐ-CP, Phụ lục I.
  private var styles: [Style] {
    let nation = profile.nationSize
    let head = profile.head
    let width = points(profile.width - profile.left - profile.right)
    let subjectInset = width * (1 - head.subjectShare) / 2
    var all: [Style] = []
    for level in 1...4 {
      all.append(
        Style(
          id: "Heading\(level)", name: "heading \(level)", next: "Normal", isBold: level <= 2,
          before: profile.paragraphSpacing, firstLine: points(profile.firstLineIndent),
          properties: "<w:keepNext/><w:keepLines/>"
            + (level <= 3 ? WordNumbering.properties(1, level: level - 1) : ""),
          outline: level - 1))
    }
    all += [
      Style(
        id: "Title", name: "Title", next: "Subtitle", size: profile.titleSize, isBold: true,
        alignment: "center", before: head.titleGap),
      Style(
        id: "Subtitle", name: "Subtitle", next: "Normal", size: profile.titleSize, isBold: true,
        alignment: "center", left: subjectInset, right: subjectInset),
      Style(id: "Superior", name: "Cơ quan chủ quản", size: nation, alignment: "center"),
      Style(
        id: "Issuer", name: "Cơ quan ban hành", size: nation, isBold: true, alignment: "center"),
      Style(id: "Nation", name: "Quốc hiệu", size: nation, isBold: true, alignment: "center"),
      Style(
        id: "Motto", name: "Tiêu ngữ", size: profile.mottoSize, isBold: true, alignment: "center"),
      Style(
        id: "Symbol", name: "Số, ký hiệu", size: profile.symbolSize, alignment: "center",
        before: head.symbolGap),
      Style(
        id: "PlaceAndDate", name: "Địa danh, ngày tháng", size: profile.dateSize, isItalic: true,
        alignment: "center", before: head.symbolGap),
      Style(
        id: "Addressee", name: "Kính gửi", alignment: "center", before: profile.paragraphSpacing,
        after: head.bodyGap),
      Style(
        id: "AddresseeItem", name: "Nơi gửi đến", alignment: "left", before: head.addresseeGap,
        left: points(54)),
      Style(
        id: "Urgency", name: "Độ khẩn", isBold: true, alignment: "center", before: 4,
        properties: "<w:pBdr>"
          + ["top", "left", "bottom", "right"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"FF0000\"/>"
          }.joined() + "</w:pBdr>",
        colour: "FF0000"),
      Style(
        id: "Basis", name: "Căn cứ", isItalic: true, before: profile.paragraphSpacing,
        firstLine: points(profile.firstLineIndent)),
      Style(
        id: "RecipientsTitle", name: "Nơi nhận", size: profile.recipientTitleSize, isBold: true,
        isItalic: true, alignment: "left", before: profile.signature.gap,
        properties: "<w:keepNext/>"),
      Style(
        id: "Recipient", name: "Tên nơi nhận", size: profile.recipientSize, alignment: "left",
        right: profile.signature.recipientInset),
      Style(
        id: "SignerTitle", name: "Quyền hạn, chức vụ người ký", base: "Signer", next: "Signer",
        size: profile.signerSize, isBold: true, alignment: "center",
        before: profile.signature.gap, properties: "<w:keepNext/>"),
      Style(
        id: "Signer", name: "Chức vụ người ký", size: profile.signerSize, isBold: true,
        alignment: "center", properties: "<w:keepNext/>"),
      // The room above it is that for signature and stamp.
      Style(
        id: "SignerName", name: "Họ tên người ký", base: "Signer", size: profile.signerSize,
        isBold: true, alignment: "center", before: profile.signature.room),
      Style(
        id: "AppendixNumber", name: "Số phụ lục", next: "AppendixTitle", size: profile.appendixSize,
        isBold: true, alignment: "center", properties: "<w:keepNext/>", outline: 0),
      Style(
        id: "AppendixTitle", name: "Tên phụ lục", next: "AppendixTie",
        size: profile.appendixTitleSize,
        isBold: true, alignment: "center", properties: "<w:keepNext/>"),
      Style(
        id: "AppendixTie", name: "Kèm theo", next: "Normal", size: profile.tieSize,
        isItalic: true, alignment: "center", before: head.tieGap, after: head.appendixGap),
      Style(
        id: "ListParagraph", name: "List Paragraph", before: profile.paragraphSpacing,
        firstLine: points(profile.firstLineIndent)),
      Style(
        id: "Quote", name: "Quote", isItalic: true, before: profile.paragraphSpacing,
        left: points(10)),
      Style(id: "SourceCode", name: "Mã", size: 12, alignment: "left"),
      Style(
        id: "Caption", name: "caption", size: profile.captionSize, isItalic: true,
        alignment: "center", before: profile.paragraphSpacing, after: profile.table.captionGap),
      Style(
        id: "Picture", name: "Hình ảnh", alignment: "center", before: profile.paragraphSpacing),
      Style(
        id: "TableText", name: "Chữ trong bảng", size: profile.tableSize, alignment: "left",
        before: Self.cellGap, after: Self.cellGap),
      Style(
        id: "TableHead", name: "Đầu bảng", base: "TableText", size: profile.tableSize,
        isBold: true, alignment: "center", before: Self.cellGap, after: Self.cellGap,
        properties: "<w:keepNext/>"),
      Style(id: "Header", name: "header", size: profile.pageNumberSize, alignment: "center"),
      Style(id: "FootnoteText", name: "footnote text", size: profile.noteSize, alignment: "both"),
    ]
    return all
  }

  private func write(_ style: Style, _ out: inout MarkupBuffer) {
    let isBuiltIn = style.name.utf8.allSatisfy { $0 < 128 }
    out.raw("<w:style w:type=\"paragraph\"\(isBuiltIn ? "" : " w:customStyle=\"1\"") ")
    out.raw("w:styleId=\"\(style.id)\"><w:name w:val=\"")
    out.text(style.name)
    out.raw("\"/><w:basedOn w:val=\"\(style.base)\"/>")
    if let next = style.next { out.raw("<w:next w:val=\"\(next)\"/>") }
    out.raw("<w:qFormat/><w:pPr>\(style.properties)")
    let single = style.firstLine == 0
    out.raw(
      "<w:spacing w:before=\"\(twips(style.before))\" w:after=\"\(twips(style.after))\""
        + (single ? " w:line=\"240\" w:lineRule=\"auto\"" : "") + "/>")
    out.raw("<w:ind w:left=\"\(twips(style.left))\" w:right=\"\(twips(style.right))\" ")
    out.raw("w:firstLine=\"\(twips(style.firstLine))\"/>")
    if let alignment = style.alignment { out.raw("<w:jc w:val=\"\(alignment)\"/>") }
    if let outline = style.outline { out.raw("<w:outlineLvl w:val=\"\(outline)\"/>") }
    out.raw("</w:pPr><w:rPr>")
    if style.isBold { out.raw("<w:b/><w:bCs/>") }
    if style.isItalic { out.raw("<w:i/><w:iCs/>") }
    if let colour = style.colour { out.raw("<w:color w:val=\"\(colour)\"/>") }
    if let size = style.size {
      out.raw("<w:sz w:val=\"\(halfPoints(size))\"/><w:szCs w:val=\"\(halfPoints(size))\"/>")
    }
    out.raw("</w:rPr></w:style>\n")
  }
}
