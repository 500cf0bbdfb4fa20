import Documents
import PDF
import Vietnamese

extension Typesetter {
  /// The head of page 1 (NĐ 30/2020/NĐ-CP, Phụ lục I, ô 1–5 and 9a).
  mutating func frame(_ frame: Frame) {
    let plain = TextStyle(size: profile.mottoSize, alignment: .center)
    var bold = plain
    bold.isBold = true
    var motto = bold
    motto.size = profile.bodySize
    // Quốc hiệu stays on one line; the issuer takes what is left.
    let nationText = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    let rightWidth = max(bodyWidth * 0.56, layout(nationText, bold, width: nil).width + 4)
    let leftWidth = bodyWidth - rightWidth
    let rightX = left + leftWidth

    var y = cursor
    if let superior = frame.superior {
      let text = layout(Markup.escaped(superior), plain, width: leftWidth - 6)
      place(text, x: left, y: y)
      y += text.height
    }
    let issuer = layout(Markup.escaped(frame.issuer), bold, width: leftWidth - 6)
    place(issuer, x: left, y: y)
    y += issuer.height + 2
    // Ô 2: a rule of one third to one half of the line, centred.
    let issuerLine = issuer.lines.last?.width ?? 0
    centredRule(x: left, width: leftWidth - 6, length: issuerLine * 0.4, y: y)

    let nation = layout(nationText, bold, width: rightWidth)
    place(nation, x: rightX, y: cursor)
    let words = layout("Độc lập - Tự do - Hạnh phúc", motto, width: rightWidth)
    place(words, x: rightX, y: cursor + nation.height)
    let mottoEnd = cursor + nation.height + words.height + 2
    // Ô 1: the rule is as long as the line of words.
    centredRule(x: rightX, width: rightWidth, length: words.lines.first?.width ?? 0, y: mottoEnd)

    let dateY = max(y, mottoEnd) + 8
    var small = plain
    small.size = 13
    let symbol = frame.symbol.hasPrefix("/") ? "        \(frame.symbol)" : frame.symbol
    let number = layout(Markup.escaped("Số: \(symbol)"), small, width: leftWidth - 6)
    place(number, x: left, y: dateY)
    var italic = plain
    italic.size = profile.bodySize
    italic.isItalic = true
    let date = layout(
      Markup.escaped("\(frame.place), \(frame.date.official)"), italic, width: rightWidth)
    place(date, x: rightX, y: dateY)
    cursor = dateY + max(number.height, date.height) + 18

    kindAndSubject(frame)
    addressees(frame.addressees)
  }

  private mutating func kindAndSubject(_ frame: Frame) {
    let bold = TextStyle(size: profile.bodySize, isBold: true, alignment: .center)
    // Kind and subject together are the document's title.
    structure.begin(.heading1)
    defer { structure.end() }
    let kind = layout(Markup.escaped(frame.kind), bold, width: bodyWidth)
    place(kind, as: nil, x: left, y: cursor)
    cursor += kind.height
    let subject = layout(Markup.escaped(frame.subject), bold, width: bodyWidth * 0.86)
    place(subject, as: nil, x: left + bodyWidth * 0.07, y: cursor)
    cursor += subject.height + 3
    centredRule(
      x: left, width: bodyWidth, length: (subject.lines.last?.width ?? 0) * 0.4, y: cursor)
    cursor += 12
  }

  private mutating func addressees(_ names: [String]) {
    guard let first = names.first else { return }
    var style = TextStyle(size: profile.bodySize, alignment: .center)
    if names.count == 1 {
      let line = layout(Markup.escaped("Kính gửi: \(first)"), style, width: bodyWidth)
      tagged(.paragraph) { $0.flow(line, x: $0.left, after: $0.spacing) }
    } else {
      style.alignment = .left
      let lead = layout("Kính gửi:", style, width: bodyWidth)
      tagged(.paragraph) { $0.flow(lead, x: $0.left + $0.bodyWidth * 0.2, after: $0.spacing) }
      for (i, name) in names.enumerated() {
        let mark = i == names.count - 1 ? "." : ";"
        let line = layout(Markup.escaped("- \(name)\(mark)"), style, width: bodyWidth * 0.65)
        tagged(.paragraph) { $0.flow(line, x: $0.left + $0.bodyWidth * 0.34, after: 2) }
      }
    }
    cursor += 6
  }

  mutating func centredRule(x: Double, width: Double, length: Double, y: Double) {
    let start = x + (width - length) / 2
    rule(x1: start, y1: y, x2: start + length, y2: y, width: 0.7)
  }

  /// “Phụ lục I”, its title and the line that ties it to its document.
  mutating func title(of appendix: Appendix, number: Int?, _ frame: Frame) {
    let bold = TextStyle(size: 14, isBold: true, alignment: .center)
    let name = number.map { "Phụ lục \(Roman.text($0))" } ?? "Phụ lục"
    bookmarks.append(
      PDFDocument.Bookmark(
        title: "\(name). \(appendix.title)", level: 1, page: pages.count - 1, top: cursor))
    let head = [
      layout(name, bold, width: bodyWidth),
      layout(Markup.escaped(appendix.title), bold, width: bodyWidth),
    ]
    tagged(.heading2) { sheet in
      for text in head { sheet.flow(text, x: sheet.left, after: 0) }
    }
    let italic = TextStyle(size: 14, isItalic: true, alignment: .center)
    let tie = layout(Markup.escaped(frame.tie), italic, width: bodyWidth)
    tagged(.paragraph) { $0.flow(tie, x: $0.left, after: 2) }
    cursor += 6
  }
}

/// Recipients on the left, signature on the right (ô 7 and 9b), always in one piece.
struct SignatureBlock {
  private var recipients: [TextLayout] = []
  private var signer: [TextLayout] = []
  private var name: TextLayout?
  private static let room = 76.0
  private let leftWidth: Double
  private let rightWidth: Double

  init(_ frame: Frame, typesetter: Typesetter) {
    let profile = typesetter.profile
    let fonts = typesetter.fonts
    leftWidth = typesetter.bodyWidth * 0.48
    rightWidth = typesetter.bodyWidth - leftWidth
    let head = TextStyle(size: profile.recipientTitleSize, isBold: true, isItalic: true)
    let line = TextStyle(size: profile.recipientSize)
    recipients = [TextLayout("Nơi nhận:", head, width: leftWidth, fonts: fonts)]
    for name in frame.recipients {
      recipients.append(
        TextLayout(Markup.escaped("- \(name);"), line, width: leftWidth - 8, fonts: fonts))
    }
    recipients.append(TextLayout("- Lưu: VT.", line, width: leftWidth - 8, fonts: fonts))
    let bold = TextStyle(size: profile.bodySize, isBold: true, alignment: .center)
    signer = frame.signature.lines.map {
      TextLayout(Markup.escaped($0), bold, width: rightWidth, fonts: fonts)
    }
    name = frame.signature.name.map {
      TextLayout(Markup.escaped($0), bold, width: rightWidth, fonts: fonts)
    }
  }

  private var leftHeight: Double { recipients.reduce(0) { $0 + $1.height } }
  private var rightHeight: Double {
    signer.reduce(0) { $0 + $1.height } + Self.room + (name?.height ?? 0)
  }
  var height: Double { max(leftHeight, rightHeight) + 12 }

  func place(on typesetter: inout Typesetter) {
    let start = typesetter.cursor + 12
    var y = start
    for text in recipients {
      typesetter.place(text, x: typesetter.left, y: y)
      y += text.height
    }
    y = start
    let x = typesetter.left + leftWidth
    for text in signer {
      typesetter.place(text, x: x, y: y)
      y += text.height
    }
    if let name {
      typesetter.place(name, x: x, y: y + Self.room)
    }
    typesetter.cursor = start + max(leftHeight, rightHeight)
  }
}
