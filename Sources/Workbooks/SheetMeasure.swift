import Drawing

/// How much room a text takes in a cell: not every spreadsheet finds that out by itself, and none for
/// joined cells.
package struct SheetMeasure {
  /// Sizes and lines of the workbook's letters, in points.
  package static let size = 12.0
  package static let lineHeight = 15.75
  /// Of a column that nothing is said of, in letters.
  static let usualWidth = 8.43
  /// What a column's width counts: a digit of the workbook's letters.
  private static let letter = 6.0

  private let width: TextWidth

  package init(isBold: Bool = false) { width = TextWidth(size: Self.size, isBold: isBold) }

  /// As a column's width, which spreadsheets widen by most of a letter.
  package static func letters(_ millimetres: Double) -> Int {
    max(Int((millimetres * 72 / 25.4 / letter - 0.7).rounded()), 4)
  }

  /// As a column's width, with a little air.
  package func letters(_ text: String) -> Int {
    Int((width.of(text) / Self.letter).rounded(.up)) + 1
  }

  /// How many lines a text makes in a column so many letters wide; what is wider is torn.
  package func lines(_ text: String, in letters: Int) -> Int {
    let room = Double(max(letters, 1)) * Self.letter
    let space = width.of(" ")
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += 1
      var used = 0.0
      for word in line.split(separator: " ") {
        var wide = width.of(String(word))
        if used > 0, used + wide > room {
          lines += 1
          used = 0
        }
        while wide > room {
          lines += 1
          wide -= room
        }
        used += wide + space
      }
    }
    return lines
  }
}
