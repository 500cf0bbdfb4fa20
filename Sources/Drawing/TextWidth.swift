import Vietnamese

/// How wide a text will be, without any font at hand: drawings are laid out before a writer sets them.
///
/// The advances are those of Liberation Serif (and of Times New Roman); where a browser has another
/// font, the few hundredths that it differs are kept free.
package struct TextWidth {
  package var size: Double
  package var isBold: Bool

  package init(size: Double, isBold: Bool = false) {
    self.size = size
    self.isBold = isBold
  }

  package func of(_ text: String) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars { thousandths += advance(scalar) }
    return Double(thousandths) * size / 1000
  }

  /// The text in lines of at most so wide, broken at spaces; what does not fit in the last ends
  /// with an ellipsis.
  func lines(_ text: String, width: Double, limit: Int) -> [String] {
    var lines: [String] = []
    var rest = text.split { $0.isWhitespace }[...]
    while !rest.isEmpty, lines.count < limit {
      var line = String(rest.removeFirst())
      while let word = rest.first, of("\(line) \(word)") <= width {
        line += " \(word)"
        rest.removeFirst()
      }
      lines.append(line)
    }
    for index in lines.indices {
      let isCut = index == lines.count - 1 && !rest.isEmpty
      if isCut || of(lines[index]) > width {
        lines[index] = shortened(lines[index], width: width, isCut: isCut)
      }
    }
    return lines
  }

  private func shortened(_ text: String, width: Double, isCut: Bool) -> String {
    var text = text
    while text.count > 1, of(text + "…") > width { text.removeLast() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text + "…"
  }

  private func advance(_ scalar: Unicode.Scalar) -> Int {
    let table = isBold ? Self.bold : Self.regular
    switch scalar.value {
    case 0x20...0x7E: return table[Int(scalar.value) - 0x20]
    case 0x300...0x36F: return 0
    case 0x2013: return 500
    case 0x2014, 0x2026: return 1000
    default:
      // A letter with marks is as wide as its base: “ế” as “e”.
      guard let base = Fold.search(String(scalar)).utf8.first, base >= 0x61, base <= 0x7A else {
        return 600
      }
      let horn = Self.isHorned(scalar.value) ? 40 : 0
      return table[Int(base) - (scalar.properties.isUppercase ? 0x40 : 0x20)] + horn
    }
  }

  /// The letters ơ and ư, which are a little wider than o and u.
  private static func isHorned(_ value: UInt32) -> Bool {
    switch value {
    case 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EDA...0x1EE3, 0x1EE8...0x1EF1: true
    default: false
    }
  }

  private static let regular = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
  ]
  private static let bold = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
    611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
    278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
  ]
}
