import Drawing

extension DocumentTable {
  /// Makes columns that are too narrow for one of their words wider, at the cost of those with room:
  /// no date or number is broken over two lines.
  ///
  /// A word wider than all the room stays broken.
  mutating func widenColumns(on profile: PageProfile, isLandscape: Bool) {
    let width = profile.textWidth(isLandscape: isLandscape)
    let padding = 2 * profile.table.padding
    let rooms = columns.map { $0.share * width - padding }
    guard zip(rooms, longestWords(above: rooms, profile)).contains(where: { $0 < $1 }) else {
      return
    }
    let needs = longestWords(above: rooms.map { _ in 0 }, profile)
    let spare = zip(rooms, needs).map { max($0 - $1, 0) }
    let missing = zip(rooms, needs).map { max($1 - $0, 0) }
    let (given, taken) = (spare.reduce(0, +), missing.reduce(0, +))
    let moved = min(given, taken)
    guard moved > 0 else { return }
    for i in columns.indices {
      let change = moved * (missing[i] / taken - spare[i] / given)
      columns[i].share += change / width
    }
  }

  /// The width of the widest word of each column; of words that are surely no wider than a limit
  /// nothing is asked.
  private func longestWords(above limits: [Double], _ profile: PageProfile) -> [Double] {
    var longest = limits.map { _ in 0.0 }
    for (rows, isBold) in [(head, true), (rows, false)] {
      let measure = TextWidth(size: profile.tableSize, isBold: isBold)
      for row in rows {
        for (c, cell) in row.prefix(columns.count).enumerated() {
          guard let cell, cell.columns == 1 else { continue }
          for word in cell.unbreakableParts {
            let bound = max(longest[c], limits[c])
            // No letter is wider than its size.
            guard Double(word.utf8.count) * profile.tableSize > bound else { continue }
            // The hundredths that a font differs.
            longest[c] = max(longest[c], measure.of(String(word)) + 1)
          }
        }
      }
    }
    return longest
  }
}

extension DocumentTable.Cell {
  /// Its words; one with hyphens may be broken after those before a letter.
  fileprivate var unbreakableParts: [Substring] {
    let text = runs.map(\.text).joined()
    var parts: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      while let hyphen = rest.dropFirst().firstIndex(of: "-") {
        let next = rest.index(after: hyphen)
        guard next < rest.endIndex, rest[next].isLetter else { break }
        parts.append(rest[..<next])
        rest = rest[next...]
      }
      parts.append(rest)
    }
    return parts
  }
}
