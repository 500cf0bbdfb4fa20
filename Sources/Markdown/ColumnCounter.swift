import Diagnostics

/// Turns the library's byte columns into character columns; going forward it reads a text once.
struct ColumnCounter {
  private let source: ArraySlice<UInt8>
  private let file: String
  private let firstLine: Int
  private var line: Int
  private var lineStart: Int
  /// Byte and character columns already counted on this line.
  private var byteColumn = 1
  private var characterColumn = 1

  init(_ document: MarkdownDocument) {
    source = document.source
    file = document.file
    firstLine = document.firstLine
    line = document.firstLine
    lineStart = document.source.startIndex
  }

  /// The place to show; `opensWith` is the sign that must stand there, where that is known.
  mutating func location(
    of position: MarkdownDocument.SourcePosition, opensWith sign: Unicode.Scalar? = nil
  ) -> Location {
    let wanted = Int(position.line)
    if wanted < firstLine { return Location(file: file) }
    if wanted < line { rewind() }
    while line < wanted, lineStart < source.endIndex { nextLine() }
    if position.column < 1 { return Location(file: file, line: wanted) }
    let column = corrected(Int(position.column), sign)
    if column < byteColumn {
      byteColumn = 1
      characterColumn = 1
    }
    while byteColumn < column, lineStart + byteColumn - 1 < source.endIndex {
      if source[lineStart + byteColumn - 1] & 0xC0 != 0x80 { characterColumn += 1 }
      byteColumn += 1
    }
    // A column in the middle of a character belongs to that character.
    var shown = characterColumn
    let here = lineStart + byteColumn - 1
    if here < source.endIndex, source[here] & 0xC0 == 0x80 { shown -= 1 }
    return Location(file: file, line: wanted, column: max(1, shown))
  }

  /// The library adds the indent of a paragraph's first line to the columns of the other lines.
  ///
  /// So where a bracket should be and is not, the next one to the left is meant.
  private func corrected(_ column: Int, _ sign: Unicode.Scalar?) -> Int {
    guard let sign, line > firstLine else { return column }
    let wanted = UInt8(truncatingIfNeeded: sign.value)
    var place = lineStart + column - 1
    guard place < source.endIndex, source[place] != wanted, source[place] != UInt8(ascii: "<")
    else { return column }
    for back in 1...32 {
      place -= 1
      if place < lineStart { break }
      if source[place] == wanted { return column - back }
    }
    return column
  }

  private mutating func rewind() {
    line = firstLine
    lineStart = source.startIndex
    byteColumn = 1
    characterColumn = 1
  }

  private mutating func nextLine() {
    var place = lineStart
    while place < source.endIndex, source[place] != 10, source[place] != 13 { place += 1 }
    if place < source.endIndex {
      let isReturn = source[place] == 13
      place += 1
      if isReturn, place < source.endIndex, source[place] == 10 { place += 1 }
    }
    lineStart = place
    line += 1
    byteColumn = 1
    characterColumn = 1
  }
}
