extension DocumentComposer {
  /// Acts on a fenced block that says what Markdown lacks.
  ///
  /// - `phu-luc`, `phu-luc-ngang`: an appendix begins, upright or across; its title inside.
  /// - `can-bo-sung`: something still to be written.
  /// - `chu-thich`: caption of the next table or figure.
  /// - `cot`: shares of the next table's columns; `d` after one sets decimals below each other.
  /// - `dau-bang`: upper rows of the next table's head, cells between `|`; in all rows of a table a
  ///   cell of `<` alone joins the one on the left and `^` the one above.
  /// - `bieu-do`, `bieu-do-nhom`, `bieu-do-duong`: bars, bars in groups, lines: see
  ///   `DocumentComposer+Charts`.
  /// - `ngat-trang`: a new page.
  mutating func fence(_ info: String, _ literal: String) {
    let text = Self.trimmed(literal)
    switch info {
    case "phu-luc": startAppendix(text, isLandscape: false)
    case "phu-luc-ngang": startAppendix(text, isLandscape: true)
    case "can-bo-sung": append(.gap(text))
    case "ngat-trang": append(.pageBreak)
    case "chu-thich": pending.caption = text
    case "cot": pending.columns = columns(text)
    case "dau-bang":
      pending.head = text.split(separator: "\n").map { line in
        var inner = Self.trimmed(String(line))[...]
        if inner.hasPrefix("|") { inner = inner.dropFirst() }
        if inner.hasSuffix("|") { inner = inner.dropLast() }
        return inner.split(separator: "|", omittingEmptySubsequences: false)
          .map { Self.trimmed(String($0)) }
      }
    case "bieu-do": if let chart = bars(text) { append(.figure(chart)) }
    case "bieu-do-nhom": if let chart = groupedBars(text) { append(.figure(chart)) }
    case "bieu-do-duong": if let chart = lines(text) { append(.figure(chart)) }
    default: append(.code(literal))
    }
  }

  private func columns(_ text: String) -> [(share: Double, isDecimal: Bool)]? {
    let parts = text.split { $0 == " " || $0 == "\n" }.compactMap { word in
      Double(word.hasSuffix("d") ? word.dropLast() : word).map {
        (share: $0, isDecimal: word.hasSuffix("d"))
      }
    }
    let total = parts.reduce(0) { $0 + $1.share }
    guard total > 0, parts.allSatisfy({ $0.share > 0 }) else { return nil }
    return parts.map { ($0.share / total, $0.isDecimal) }
  }

  static func trimmed(_ text: String) -> String {
    var view = text[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
