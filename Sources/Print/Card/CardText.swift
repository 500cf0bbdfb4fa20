import CPangoCairo

/// Words of a card: cleaned of what cannot be shown, and set as large as a box allows.
struct CardText {
  let fonts: FontSet

  /// A box and the sizes of letters to try in it, largest first.
  struct Box {
    var width: Double
    var height: Double
    var sizes: [Double]
    var isBold = false
    var lineSpacing = 1.0
  }

  /// More is never shown.
  private static let longest = 400
  /// A letter of Vietnamese has two marks at most; a heap of them would run over its line.
  private static let marks = 2

  // MARK: Cleaning

  /// The words without what has no look or no letter in the fonts; one space between them.
  func clean(_ text: String) -> String {
    let plain = Self.plain(text)
    let layout = TextLayout(plain, TextStyle(size: 20), width: nil, fonts: fonts)
    var lost: [Range<Int>] = []
    layout.forEachRun(of: 0, fonts: fonts) { run in
      lost += run.glyphs.filter(\.isMissing).map(\.letters)
    }
    if lost.isEmpty { return plain }
    var kept = layout.bytes
    for range in lost { for i in range { kept[i] = UInt8(ascii: " ") } }
    return Self.plain(String(decoding: kept, as: UTF8.self))
  }

  private static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var marks = 0
    for scalar in text.unicodeScalars {
      if out.count == longest { break }
      switch scalar.properties.generalCategory {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
        if let last = out.last, last != " " { out.append(" ") }
        marks = 0
      // Also those that turn the direction of writing.
      case .format, .privateUse, .surrogate, .unassigned: break
      case .nonspacingMark, .enclosingMark, .spacingMark:
        // A wish for the look of the letter before says nothing by itself.
        if scalar.properties.isVariationSelector { continue }
        marks += 1
        if marks <= Self.marks, !out.isEmpty { out.append(scalar) }
      default:
        marks = 0
        out.append(scalar)
      }
    }
    if out.last == " " { out.removeLast() }
    return String(out)
  }

  // MARK: Setting

  /// The words in the largest size at which they fit, in lines of about one length.
  ///
  /// No word is broken; where no size is small enough, their beginning is taken. Nil if nothing is
  /// left of them.
  ///
  /// - Parameter boxes: tried one after the other.
  func fit(_ text: String, _ boxes: Box...) -> TextLayout? {
    let words = clean(text).split(separator: " ").map(String.init)
    guard let box = boxes.last, !words.isEmpty else { return nil }
    let whole = words.joined(separator: " ")
    for box in boxes {
      for size in box.sizes {
        if let layout = set(whole, size, box) { return balanced(layout, whole, size, box) }
      }
    }
    let size = box.sizes.last ?? 12
    return beginning(words, size, box).map { balanced($0.layout, $0.text, size, box) }
  }

  /// The text in the box, or nil if it does not fit there.
  private func set(_ text: String, _ size: Double, _ box: Box) -> TextLayout? {
    let layout = layout(text, size, box, width: box.width)
    let fits =
      layout.height <= box.height + 0.5
      && layout.lines.allSatisfy { $0.width <= box.width + 0.5 }
    return fits ? layout : nil
  }

  private func layout(_ text: String, _ size: Double, _ box: Box, width: Double) -> TextLayout {
    TextLayout(
      text,
      TextStyle(
        size: size, isBold: box.isBold, lineSpacing: box.lineSpacing, breaksWords: false),
      width: width, fonts: fonts)
  }

  /// As many words as fit with an ellipsis; of a single word that is too long, its first letters.
  private func beginning(
    _ words: [String], _ size: Double, _ box: Box
  ) -> (layout: TextLayout, text: String)? {
    func longest(_ count: Int, _ text: (Int) -> String) -> (TextLayout, String)? {
      var found: (TextLayout, String)?
      var (low, high) = (1, count)
      while low <= high {
        let middle = (low + high) / 2
        let words = text(middle)
        if let layout = set(words, size, box) {
          found = (layout, words)
          low = middle + 1
        } else {
          high = middle - 1
        }
      }
      return found
    }
    func cut(_ text: String) -> String {
      var text = text[...]
      while let last = text.last, last.isPunctuation || last.isWhitespace { text.removeLast() }
      return text + "…"
    }
    if let found = longest(words.count, { cut(words.prefix($0).joined(separator: " ")) }) {
      return found
    }
    return longest(words[0].count) { cut(String(words[0].prefix($0))) }
  }

  /// The same lines, none much shorter than the others: a last line of one word looks forgotten.
  private func balanced(
    _ layout: TextLayout, _ text: String, _ size: Double, _ box: Box
  ) -> TextLayout {
    let count = layout.lines.count
    guard count > 1 else { return layout }
    var best = layout
    var (low, high) = (layout.width / Double(count), layout.width)
    while high - low > 4 {
      let middle = (low + high) / 2
      let narrow = self.layout(text, size, box, width: middle)
      if narrow.lines.count == count, narrow.lines.allSatisfy({ $0.width <= middle + 0.5 }) {
        best = narrow
        high = middle
      } else {
        low = middle
      }
    }
    return best
  }
}
