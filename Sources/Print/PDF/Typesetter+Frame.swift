import Documents
import PDF
import Vietnamese

extension Typesetter {
  /// The head of page 1 (NĐ 30/2020/NĐ-CP, Phụ lục I, ô 1–5 and 9a).
  mutating func frame(_ frame: Frame) {
    let head = profile.head
    let plain = TextStyle(size: profile.nationSize, alignment: .center)
    var bold = plain
    bold.isBold = true
    var motto = bold
    motto.size = profile.mottoSize
    // Quốc hiệu stays on one line; the issuer takes what is left.
    let nationText = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    let rightWidth = max(
      bodyWidth * head.nationShare, layout(nationText, bold, width: nil).width + 4)
    let rightX = right - rightWidth
    let leftWidth = bodyWidth - rightWidth - head.gutter

    var y = cursor
    if let superior = frame.superior {
      y += centred(superior, plain, x: left, y: y, width: leftWidth).height
    }
    let issuer = centred(frame.issuer, bold, x: left, y: y, width: leftWidth)
    y += issuer.height + head.ruleGap
    centredRule(below: issuer, x: left, width: leftWidth, share: head.ruleShare, y: y)

    let nation = layout(nationText, bold, width: rightWidth)
    place(nation, x: rightX, y: cursor)
    let words = layout("Độc lập - Tự do - Hạnh phúc", motto, width: rightWidth)
    place(words, x: rightX, y: cursor + nation.height)
    let mottoEnd = cursor + nation.height + words.height + head.ruleGap
    centredRule(below: words, x: rightX, width: rightWidth, share: head.mottoRuleShare, y: mottoEnd)

    cursor = max(y, mottoEnd) + head.symbolGap
    symbolAndDate(frame, left: (left, leftWidth), right: (rightX, rightWidth))
    kindAndSubject(frame)
    addressees(frame.addressees)
    cursor += head.bodyGap
    for line in frame.basisLines { block(.paragraph([Run(line, italic: true)])) }
  }

  /// Centred lines of about one length: a last line of one word looks forgotten.
  ///
  /// - Parameter width: the room in whose middle they stand.
  private mutating func centred(
    _ text: String, _ style: TextStyle, as role: StructureTree.Role? = .paragraph, x: Double,
    y: Double, width: Double
  ) -> TextLayout {
    let wide = layout(text, style, width: width)
    let count = wide.lines.count
    let even = count > 1 ? layout(text, style, width: nil).width / Double(count) : width
    for slack in [1.3, 1.2, 1.45] where even * slack < width {
      let narrow = layout(text, style, width: even * slack)
      guard narrow.lines.count == count else { continue }
      place(narrow, as: role, x: x + (width - even * slack) / 2, y: y)
      return narrow
    }
    place(wide, as: role, x: x, y: y)
    return wide
  }

  /// Ô 3 and 4, on one base line.
  private mutating func symbolAndDate(
    _ frame: Frame, left: (x: Double, width: Double), right: (x: Double, width: Double)
  ) {
    let number = frame.numberLine.map { line in
      layout(line, TextStyle(size: profile.symbolSize, alignment: .center), width: left.width)
    }
    let date = layout(
      "\(frame.place), \(frame.date.official)",
      TextStyle(size: profile.dateSize, isItalic: true, alignment: .center), width: right.width)
    let baseline = max(number?.lines.first?.baseline ?? 0, date.lines.first?.baseline ?? 0)
    for (text, x) in [(number, left.x), (date, right.x)] {
      guard let text else { continue }
      place(text, x: x, y: cursor + baseline - (text.lines.first?.baseline ?? 0))
    }
    cursor += max(number?.height ?? 0, date.height)
    if let urgency = frame.urgency { mark(urgency, below: left) }
    cursor += profile.head.titleGap
  }

  /// Ô 10b: red words in a red box below the number.
  private mutating func mark(_ urgency: Frame.Urgency, below left: (x: Double, width: Double)) {
    let width = points(urgency.boxWidth)
    let height = points(Frame.Urgency.boxHeight)
    let x = left.x + (left.width - width) / 2
    let y = cursor + profile.head.ruleGap
    let text = layout(
      urgency.rawValue, TextStyle(size: profile.bodySize, isBold: true, alignment: .center),
      width: width)
    text.isUrgent = true
    mark(.box(x: x, y: y, width: width, height: height), owner: nil)
    place(text, x: x, y: y + (height - text.height) / 2)
    cursor = y + height
  }

  private mutating func kindAndSubject(_ frame: Frame) {
    let bold = TextStyle(size: profile.titleSize, isBold: true, alignment: .center)
    // Kind and subject together are the document's title.
    structure.begin(.heading1)
    defer { structure.end() }
    let kind = layout(frame.kind, bold, width: bodyWidth)
    place(kind, as: nil, x: left, y: cursor)
    cursor += kind.height
    let width = bodyWidth * profile.head.subjectShare
    let subject = centred(
      frame.subject, bold, as: nil, x: left + (bodyWidth - width) / 2, y: cursor, width: width)
    cursor += subject.height + profile.head.ruleGap
    centredRule(
      below: subject, x: left, width: bodyWidth, share: profile.head.ruleShare, y: cursor)
  }

  /// One on the line of “Kính gửi:”; several on lines of their own, aligned under the colon.
  private mutating func addressees(_ names: [String]) {
    guard let first = names.first else { return }
    cursor += profile.head.bodyGap
    var style = TextStyle(size: profile.bodySize, alignment: .center)
    if names.count == 1 {
      let line = layout("Kính gửi: \(first)", style, width: bodyWidth)
      return tagged(.paragraph) { $0.flow(line, x: $0.left, after: $0.spacing) }
    }
    style.alignment = .left
    let colon = layout("Kính gửi", style, width: nil).width
    let lines = names.enumerated().map { i, name in
      layout(
        "- \(name)\(i == names.count - 1 ? "." : ";")", style, width: (bodyWidth - colon) * 0.8)
    }
    let widest = lines.map(\.width).max() ?? 0
    let x = left + max(bodyWidth - colon - widest, 0) / 2
    let lead = layout("Kính gửi:", style, width: bodyWidth)
    tagged(.paragraph) { $0.flow(lead, x: x, after: $0.spacing) }
    for line in lines {
      tagged(.paragraph) { $0.flow(line, x: x + colon, after: $0.profile.head.addresseeGap) }
    }
  }

  /// A rule below the last line of a text, as long as a share of it.
  private mutating func centredRule(
    below text: TextLayout, x: Double, width: Double, share: Double, y: Double
  ) {
    let length = (text.lines.last?.width ?? 0) * share
    let start = x + (width - length) / 2
    rule(x1: start, y1: y, x2: start + length, y2: y, width: profile.head.ruleWidth)
  }

  /// “Phụ lục I”, its title and the line that ties it to its document.
  mutating func title(of appendix: Appendix, number: Int?, _ frame: Frame) {
    var bold = TextStyle(size: profile.appendixSize, isBold: true, alignment: .center)
    let name = number.map { "Phụ lục \(Roman.text($0))" } ?? "Phụ lục"
    bookmarks.append(
      PDFDocument.Bookmark(
        title: "\(name). \(appendix.title)", level: 1, page: pages.count - 1, top: cursor))
    let label = layout(name, bold, width: bodyWidth)
    bold.size = profile.appendixTitleSize
    let title = layout(appendix.title, bold, width: bodyWidth)
    tagged(.heading2) { sheet in
      for text in [label, title] { sheet.flow(text, x: sheet.left, after: 0) }
    }
    let italic = TextStyle(size: profile.tieSize, isItalic: true, alignment: .center)
    let tie = layout(frame.tie, italic, width: bodyWidth)
    tagged(.paragraph) { $0.flow(tie, x: $0.left, after: $0.profile.head.tieGap) }
    cursor += profile.head.appendixGap
  }
}
