import Documents

/// Measures of the head of page 1, reckoned from its words.
struct WordHead {
  static let nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
  /// Height of the low paragraph whose upper border is a rule.
  static let ruleLine = 3.0
  static let motto = "Độc lập - Tự do - Hạnh phúc"

  /// Widths of the columns of the issuer, without the gutter behind it, and of Quốc hiệu.
  let left: Double
  let right: Double
  /// Where the lines of the subject break so that they are about as long as each other.
  let subjectWidth: Double
  /// Lines of the subject, and the lengths of the rules below issuer, Tiêu ngữ and subject.
  let subjectLines: Int
  let issuerRule: Double
  let mottoRule: Double
  let subjectRule: Double

  init(_ frame: Frame, _ profile: PageProfile, _ letters: LetterWidths) {
    let head = profile.head
    let width = points(profile.width - profile.left - profile.right)
    func bold(_ text: String, _ size: Double, width: Double = .infinity) -> LetterWidths.Lines {
      letters.lines([Run(text)], size: size, isBold: true, width: width)
    }
    // Quốc hiệu stays on one line, with a little to spare; the issuer takes what is left.
    right = max(width * head.nationShare, bold(Self.nation, profile.nationSize).last + 1)
    left = max(width - right - head.gutter, 1)
    issuerRule = bold(frame.issuer, profile.nationSize, width: left).last * head.ruleShare
    mottoRule = bold(Self.motto, profile.mottoSize).last * head.mottoRuleShare

    var widest = width * head.subjectShare
    subjectLines = bold(frame.subject, profile.titleSize, width: widest).count
    var narrowest = subjectLines > 1 ? widest / 2 : widest
    while widest - narrowest > 1 {
      let middle = (widest + narrowest) / 2
      if bold(frame.subject, profile.titleSize, width: middle).count > subjectLines {
        narrowest = middle
      } else {
        widest = middle
      }
    }
    subjectWidth = widest
    subjectRule = bold(frame.subject, profile.titleSize, width: widest).last * head.ruleShare
  }
}
