import Documents
import PDF

/// The foot of the page under way: the notes called on it, below a short rule.
struct NoteArea {
  struct Piece {
    var text: TextLayout
    var lines: Range<Int>
    var element: Int
  }

  /// What stands on this page, and what is left for the next one.
  var pieces: [Piece] = []
  var rest: [Piece] = []
  /// Height of the pieces with the rule above them.
  var height = 0.0
  /// The element of each note that was called, by its number.
  var elements: [Int: Int] = [:]
  /// The paragraphs of each note.
  var texts: [[TextLayout]] = []
  /// The notes that have their place.
  var done: Set<Int> = []

  var hasMore: Bool { !rest.isEmpty }
}

extension Typesetter {
  private var ruleHeight: Double { profile.note.gap + profile.note.ruleGap }

  /// How much more room the foot of the page takes with these notes; a long one may go on at the
  /// foot of the next page, so that it does not drive the line that calls it away.
  func noteHeight(_ calls: [Int]) -> Double {
    var height = 0.0
    for number in calls where !notes.done.contains(number) && isNote(number) {
      height = notes.texts[number - 1].reduce(height) { $0 + $1.height }
    }
    height = min(height, (foot - top) / 3)
    return height > 0 && notes.pieces.isEmpty ? height + ruleHeight : height
  }

  private func isNote(_ number: Int) -> Bool { notes.texts.indices.contains(number - 1) }

  /// The element of a call.
  ///
  /// The note itself comes right after its first call in reading order, wherever it stands on paper.
  mutating func call(_ number: Int) -> Int {
    let reference = structure.inline(.reference)
    if isNote(number), notes.elements[number] == nil {
      notes.elements[number] = structure.inline(
        .note, after: reference, [.identifier("note-\(number)")])
    }
    return reference
  }

  /// Gives a note that was just called its place at the foot of this page; what does not fit
  /// there goes on at the foot of the next one.
  mutating func put(note number: Int) {
    guard let element = notes.elements[number], notes.done.insert(number).inserted else { return }
    for text in notes.texts[number - 1] {
      for i in text.stretches.indices {
        switch text.stretches[i].meaning {
        case .label: text.stretches[i].element = structure.inline(.label, in: element)
        case .link: text.stretches[i].element = structure.inline(.link, in: element)
        case .call, .leader: break
        }
      }
      put(NoteArea.Piece(text: text, lines: 0..<text.lines.count, element: element))
    }
  }

  private mutating func put(_ piece: NoteArea.Piece) {
    guard !notes.hasMore else { return notes.rest.append(piece) }
    let extra = notes.pieces.isEmpty ? ruleHeight : 0
    let room = bottom - cursor - extra + 0.01
    var end = piece.lines.lowerBound
    while end < piece.lines.upperBound,
      piece.text.height(of: piece.lines.lowerBound..<end + 1) <= room
    {
      end += 1
    }
    var (upper, lower) = (piece, piece)
    upper.lines = piece.lines.lowerBound..<end
    lower.lines = end..<piece.lines.upperBound
    if !upper.lines.isEmpty {
      notes.pieces.append(upper)
      notes.height += extra + upper.text.height(of: upper.lines)
    }
    if !lower.lines.isEmpty { notes.rest.append(lower) }
  }

  /// Begins the foot of a new page with what the last one left.
  mutating func carryNotes() {
    let rest = notes.rest
    notes.rest = []
    for piece in rest { put(piece) }
  }

  /// Writes the foot of the page that ends.
  mutating func setNotes() {
    guard !notes.pieces.isEmpty else { return }
    var y = foot - notes.height + profile.note.gap
    rule(x1: left, y1: y, x2: left + profile.note.ruleLength, y2: y, width: profile.note.ruleWidth)
    y += profile.note.ruleGap
    for piece in notes.pieces {
      let start = piece.text.lines[piece.lines.lowerBound].top
      for i in piece.lines {
        mark(
          .line(piece.text, i, x: left, baseline: y + piece.text.lines[i].baseline - start),
          owner: piece.element)
      }
      y += piece.text.height(of: piece.lines)
    }
    notes.pieces = []
    notes.height = 0
  }

  // MARK: Text of notes

  /// The paragraphs of each note, its number before the first.
  func noteTexts() -> [[TextLayout]] {
    let style = TextStyle(size: profile.noteSize, alignment: .justified)
    return noteBlocks.enumerated().map { n, blocks in
      blocks.flatMap { paragraphs($0) }.enumerated().map { i, runs in
        layout(
          i == 0
            ? StyledText([Run(" ")] + runs, label: String(n + 1), isRaised: true)
            : StyledText(runs), style, width: bodyWidth)
      }
    }
  }

  /// A note is small print: lists and tables within it become lines of text.
  private func paragraphs(_ block: Block) -> [[Run]] {
    switch block {
    case .paragraph(let runs): [runs]
    case .heading(let heading): [heading.runs]
    case .code(let text), .gap(let text): [[Run(text)]]
    case .quote(let blocks): blocks.flatMap { paragraphs($0) }
    case .list(let list):
      list.items.enumerated().flatMap { i, item in
        item.flatMap { paragraphs($0) }.enumerated().map { k, runs in
          k == 0 ? [Run(list.label(of: i) + " ")] + runs : runs
        }
      }
    case .table(let table):
      table.rows.map { Array($0.compactMap { $0?.runs }.joined(separator: [Run("; ")])) }
    case .figure(let figure): [[Run(figure.alternative)]]
    case .pageBreak: []
    }
  }
}
