import Documents

/// Recipients on the left, signature on the right (ô 7 and 9b), always in one piece.
struct SignatureBlock {
  private let recipients: [TextLayout]
  private let signer: [TextLayout]
  private let name: TextLayout?
  private let measures: PageProfile.Signature
  private let leftWidth: Double

  init(_ frame: Frame, typesetter: Typesetter) {
    let profile = typesetter.profile
    measures = profile.signature
    let leftWidth = typesetter.bodyWidth * measures.recipientShare
    let rightWidth = typesetter.bodyWidth - leftWidth
    self.leftWidth = leftWidth
    let head = TextStyle(size: profile.recipientTitleSize, isBold: true, isItalic: true)
    let small = TextStyle(size: profile.recipientSize)
    let bold = TextStyle(size: profile.signerSize, isBold: true, alignment: .center)
    let inner = leftWidth - measures.recipientInset
    recipients =
      [typesetter.layout("Nơi nhận:", head, width: leftWidth)]
      + frame.recipients.map { typesetter.layout("- \($0);", small, width: inner) }
      + [typesetter.layout("- Lưu: VT.", small, width: inner)]
    signer = frame.signature.lines.map { typesetter.layout($0, bold, width: rightWidth) }
    name = frame.signature.name.map { typesetter.layout($0, bold, width: rightWidth) }
  }

  var height: Double {
    let left = recipients.reduce(0) { $0 + $1.height }
    let right = signer.reduce(0) { $0 + $1.height } + measures.room + (name?.height ?? 0)
    return measures.gap + max(left, right)
  }

  func place(on typesetter: inout Typesetter) {
    var y = typesetter.cursor + measures.gap
    for text in recipients {
      typesetter.place(text, x: typesetter.left, y: y)
      y += text.height
    }
    y = typesetter.cursor + measures.gap
    let x = typesetter.left + leftWidth
    for text in signer {
      typesetter.place(text, x: x, y: y)
      y += text.height
    }
    if let name { typesetter.place(name, x: x, y: y + measures.room) }
    typesetter.cursor += height
  }
}
