import Documents
import PDF

/// How wide words are by the sum of their letters, as Word sets them: unshaped and without kerning.
///
/// A whole report takes microseconds, where laying it out takes milliseconds. Not safe to share
/// between threads; each worker makes its own.
final class LetterWidths {
  private let files: [FontFile]
  /// Widths as shares of the size, by face and letter; a negative one was not asked for yet.
  private var known: [[Float]]

  /// Vietnamese lies below, and the marks of punctuation that texts are written with.
  private static let kept = 0x2100

  init(_ fonts: FontSet) {
    files = fonts.files
    known = files.map { _ in [Float](repeating: -1, count: Self.kept) }
  }

  /// A text broken into lines.
  struct Lines {
    var count = 1
    /// As many of them up to the last one with words.
    var inked = 1
    var last = 0.0
  }

  /// Breaks a text where Word does: at blanks and after hyphens.
  ///
  /// - Parameter indent: of the first line.
  func lines(
    _ runs: [Run], size: Double, isBold: Bool = false, isItalic: Bool = false,
    width: Double = .infinity, indent: Double = 0
  ) -> Lines {
    var lines = Lines()
    var x = indent
    var word = 0.0
    var blanks = 0.0
    func place(_ lines: inout Lines) {
      if x + blanks + word > width, x > 0 {
        lines.count += 1
        x = 0
        blanks = 0
      }
      x += blanks + word
      word = 0
      blanks = 0
    }
    for run in runs {
      let face = (run.isBold || isBold ? 1 : 0) + (run.isItalic || isItalic ? 2 : 0)
      for letter in run.text.unicodeScalars {
        switch letter {
        case " ":
          place(&lines)
          blanks = self.width(of: letter, face) * size
        case "\n":
          place(&lines)
          if x > 0 { lines.inked = lines.count }
          lines.count += 1
          x = 0
          blanks = 0
        default:
          word += self.width(of: letter, face) * size
          if letter == "-" { place(&lines) }
        }
      }
    }
    place(&lines)
    if x > 0 { lines.inked = lines.count }
    lines.last = x
    return lines
  }

  private func width(of letter: Unicode.Scalar, _ face: Int) -> Double {
    let number = Int(letter.value)
    guard number < Self.kept else { return files[face].advance(of: letter) }
    if known[face][number] < 0 { known[face][number] = Float(files[face].advance(of: letter)) }
    return Double(known[face][number])
  }

  /// The lines of the highest cell of a row; one that reaches over several rows is left out.
  func lines(
    ofRow row: [DocumentTable.Cell?], in table: DocumentTable, _ profile: PageProfile,
    width: Double, isHead: Bool = false
  ) -> Lines {
    zip(table.columns.indices, row).reduce(Lines()) { most, place in
      guard let cell = place.1, cell.rows <= 1 else { return most }
      let columns = table.columns[place.0...].prefix(max(cell.columns, 1))
      let share = columns.reduce(0) { $0 + $1.share }
      let lines = lines(
        cell.runs, size: profile.tableSize, isBold: isHead,
        width: width * share - 2 * profile.table.padding)
      return Lines(count: max(most.count, lines.count), inked: max(most.inked, lines.inked))
    }
  }
}
