import Documents
import PDF

extension Typesetter {
  /// The head of a story: the site's name over a rule, then what the page has at its head.
  mutating func masthead(_ article: Article) {
    let small = profile.captionSize
    func style(_ size: Double, bold: Bool = false, italic: Bool = false) -> TextStyle {
      TextStyle(size: size, isBold: bold, isItalic: italic, alignment: .left, lineSpacing: 1.1)
    }
    let site = layout(article.site, style(small, bold: true), width: bodyWidth)
    place(site, x: left, y: cursor)
    cursor += site.height + profile.head.ruleGap
    rule(x1: left, y1: cursor, x2: right, y2: cursor, width: profile.head.ruleWidth)
    cursor += profile.head.titleGap
    line(article.meta, style(small), gap: 0)
    line(article.title, style(profile.titleSize * 1.6, bold: true), as: .heading1, gap: spacing / 2)
    if let byline = article.byline { line(byline, style(small, italic: true), gap: spacing / 2) }
    if let lead = article.lead {
      line(lead, style(profile.bodySize, bold: true), gap: spacing * 1.5)
    }
    cursor += spacing
  }

  /// What stands below the text.
  mutating func closing(_ lines: [[Run]]) {
    guard !lines.isEmpty else { return }
    startBlock(needing: spacing * 2)
    cursor += spacing * 2
    rule(
      x1: left, y1: cursor, x2: left + profile.note.ruleLength, y2: cursor,
      width: profile.note.ruleWidth)
    let style = TextStyle(size: profile.captionSize, alignment: .left, lineSpacing: 1.1)
    for runs in lines {
      tagged(.paragraph) { sheet in
        let text = sheet.layout(runs, style, width: sheet.bodyWidth)
        sheet.flow(text, x: sheet.left, after: sheet.spacing / 2)
      }
    }
  }

  private mutating func line(
    _ text: String, _ style: TextStyle, as role: StructureTree.Role = .paragraph, gap: Double
  ) {
    tagged(role) { sheet in
      sheet.flow(
        sheet.layout(text, style, width: sheet.bodyWidth), x: sheet.left, after: gap)
    }
  }
}
