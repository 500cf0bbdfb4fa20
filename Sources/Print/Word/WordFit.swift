import Documents
import Drawing

/// How the body will fall on its pages, reckoned from the widths of the letters alone.
///
/// Word breaks lines and pages by itself. Knowing about where is enough to choose a line spacing at
/// which no page ends far above its foot, as the PDF does.
struct WordFit {
  /// What stands below each other: a paragraph, a row, a picture.
  private struct Piece {
    var before = 0.0
    var lines = 1
    /// Lines at the end that nothing is printed on, such as the room to sign in a cell.
    var blank = 0
    /// Height of a line that stands alone.
    var line: Double
    /// Whether its lines stand as far apart as those of the body.
    var isSpaced = false
    var after = 0.0
    var keepsNext = false
    /// Whether its lines stay together.
    var isWhole = false

    func height(of lines: Int, _ spacing: Double) -> Double {
      Double(lines) * line * (isSpaced ? spacing : 1)
    }
  }

  private let profile: PageProfile
  private let letters: LetterWidths
  private let width: Double
  private var pieces: [Piece] = []

  /// Height of a line of Times New Roman as a share of its size, ascent and descent and gap.
  private static let lineHeight = 1.15

  init(_ document: Document, _ profile: PageProfile, _ letters: LetterWidths) {
    self.profile = profile
    self.letters = letters
    width = points(profile.width - profile.left - profile.right)
    frame(document.frame)
    add(document.body, keepsLast: true)
    signature(document.frame)
  }

  /// The profile's own spacing if it leaves no page too empty, else the next one that does not, or
  /// that leaves least.
  var lineSpacing: Double {
    let own = fall(profile.lineSpacing)
    var best = (spacing: profile.lineSpacing, foot: own.emptyFoot)
    guard profile.adjustablePages.contains(own.pages) else { return best.spacing }
    // A little less than the PDF allows, which knows its lines.
    for spacing in profile.looserLineSpacings + profile.denserLineSpacings
    where best.foot > 0.85 * profile.emptyFoot {
      let foot = fall(spacing).emptyFoot
      if foot < best.foot { best = (spacing, foot) }
    }
    return best.spacing
  }

  // MARK: Pages

  /// The largest empty foot of the pages that ran full, and how many pages there are.
  private func fall(_ spacing: Double) -> (emptyFoot: Double, pages: Int) {
    let room = points(profile.height - profile.top - profile.bottom)
    var y = 0.0
    var blank = 0.0
    var worst = 0.0
    var pages = 1
    var next = 0
    while next < pieces.count {
      // What keeps to the next one goes with the first lines of the one that ends the chain.
      var end = next
      while pieces[end].keepsNext, end + 1 < pieces.count { end += 1 }
      let chain = pieces[next..<end].reduce(0) {
        $0 + $1.before + $1.height(of: $1.lines, spacing) + $1.after
      }
      let last = pieces[end]
      let least = last.isWhole || last.lines < 4 ? last.lines : 2
      if y > 0, y + chain + last.before + last.height(of: least, spacing) > room {
        worst = max(worst, room - y + blank)
        y = 0
        pages += 1
      }
      y += chain + (y > 0 || end > next ? last.before : 0)
      var rest = last.lines
      while y + last.height(of: rest, spacing) > room, least < rest {
        let fitting = Int((room - y) / last.height(of: 1, spacing))
        let placed = min(max(fitting, 1), rest - min(2, rest - 1))
        worst = max(worst, room - y - last.height(of: placed, spacing))
        rest -= placed
        y = 0
        pages += 1
      }
      y += last.height(of: rest, spacing) + last.after
      blank = last.height(of: last.blank, spacing) + last.after
      // Nothing can be kept together that a whole page does not hold.
      y = y.truncatingRemainder(dividingBy: room + last.after)
      next = end + 1
    }
    return (worst, pages)
  }

  // MARK: Pieces

  private func line(_ size: Double) -> Double { size * Self.lineHeight }

  private mutating func frame(_ frame: Frame) {
    let head = profile.head
    let measures = WordHead(frame, profile, letters)
    let upper =
      [frame.superior ?? "", frame.issuer].filter { !$0.isEmpty }.reduce(0) {
        $0
          + letters.lines([Run($1)], size: profile.nationSize, isBold: true, width: measures.left)
          .count
      }
    let rule = head.ruleGap + WordHead.ruleLine
    pieces.append(
      Piece(
        line: max(
          Double(upper) * line(profile.nationSize),
          line(profile.nationSize) + line(profile.mottoSize)) + rule))
    pieces.append(
      Piece(before: head.symbolGap, line: line(max(profile.symbolSize, profile.dateSize))))
    if frame.urgency != nil { pieces.append(Piece(before: 4, line: line(profile.bodySize))) }
    pieces.append(Piece(before: head.titleGap, line: line(profile.titleSize)))
    pieces.append(
      Piece(lines: measures.subjectLines, line: line(profile.titleSize), after: rule + head.bodyGap)
    )
    for i in frame.addressees.indices {
      pieces.append(
        Piece(
          before: i == 0 ? profile.paragraphSpacing : head.addresseeGap,
          line: line(profile.bodySize), after: i == 0 ? head.bodyGap : 0))
    }
    for basis in frame.basisLines { paragraph([Run(basis, italic: true)]) }
  }

  private mutating func signature(_ frame: Frame) {
    let measures = profile.signature
    let left = frame.recipients.reduce(2 * line(profile.recipientTitleSize)) {
      let lines = letters.lines(
        [Run("- \($1);")], size: profile.recipientSize,
        width: width * measures.recipientShare - measures.recipientInset)
      return $0 + Double(lines.count) * line(profile.recipientSize)
    }
    let right = Double(frame.signature.lines.count + 1) * line(profile.signerSize) + measures.room
    pieces.append(Piece(before: measures.gap, line: max(left, right), isWhole: true))
  }

  private mutating func add(_ blocks: [Block], keepsLast: Bool = false) {
    for (i, block) in blocks.enumerated() {
      let next = i + 1 < blocks.count ? blocks[i + 1] : nil
      add(block, keepsNext: next.map { WordBody.leads(block, to: $0) } ?? keepsLast)
    }
  }

  private mutating func add(_ block: Block, keepsNext: Bool) {
    switch block {
    case .heading(let heading):
      paragraph(heading.runs, isBold: heading.level <= 2, keepsNext: true, isWhole: true)
    case .paragraph(let runs): paragraph(runs, keepsNext: keepsNext)
    case .gap: paragraph([], keepsNext: keepsNext)
    case .list(let list):
      for (i, item) in list.items.enumerated() {
        for (k, block) in item.enumerated() {
          let keeps = keepsNext && i == list.items.count - 1 && k == item.count - 1
          if k == 0, case .paragraph(let runs) = block {
            paragraph([Run(list.label(of: i) + " ")] + runs, keepsNext: keeps)
          } else {
            add(block, keepsNext: keeps)
          }
        }
      }
    case .quote(let blocks): add(blocks, keepsLast: keepsNext)
    case .code(let text):
      for _ in text.split(separator: "\n", omittingEmptySubsequences: false) {
        pieces.append(Piece(line: line(12)))
      }
    case .table(let table): add(table, keepsNext: keepsNext)
    case .figure(let figure):
      let height =
        switch figure.picture {
        case .drawing(let drawing): drawing.height
        case .image(let image): profile.fitted(width: image.width, height: image.height).height
        }
      pieces.append(
        Piece(
          before: profile.paragraphSpacing, line: height + line(profile.bodySize) / 4,
          keepsNext: keepsNext || figure.caption != nil, isWhole: true))
      if let caption = figure.caption { self.caption(caption, keepsNext: keepsNext) }
    case .pageBreak: break
    }
  }

  private mutating func paragraph(
    _ runs: [Run], isBold: Bool = false, keepsNext: Bool = false, isWhole: Bool = false
  ) {
    let lines = letters.lines(
      runs, size: profile.bodySize, isBold: isBold, width: width,
      indent: points(profile.firstLineIndent))
    pieces.append(
      Piece(
        before: profile.paragraphSpacing, lines: lines.count, line: line(profile.bodySize),
        isSpaced: true, keepsNext: keepsNext, isWhole: isWhole))
  }

  private mutating func caption(_ caption: Caption, keepsNext: Bool) {
    let lines = letters.lines(
      caption.runs, size: profile.captionSize, isItalic: true, width: width)
    pieces.append(
      Piece(
        before: profile.paragraphSpacing, lines: lines.count, line: line(profile.captionSize),
        after: profile.table.captionGap, keepsNext: keepsNext))
  }

  private mutating func add(_ table: DocumentTable, keepsNext: Bool) {
    if let caption = table.caption { self.caption(caption, keepsNext: true) }
    for (r, row) in (table.head + table.rows).enumerated() {
      let isHead = r < table.head.count
      let lines = letters.lines(ofRow: row, in: table, profile, width: width, isHead: isHead)
      pieces.append(
        Piece(
          before: WordStyles.cellGap, lines: lines.count, blank: lines.count - lines.inked,
          line: line(profile.tableSize),
          after: WordStyles.cellGap + profile.table.ruleWidth,
          keepsNext: isHead || keepsNext && r == table.head.count + table.rows.count - 1,
          isWhole: !WordBody.mayBreak(lines.count, profile)))
    }
  }
}
