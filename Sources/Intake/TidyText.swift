import Vietnamese

/// Texts of cells without what hands and programs leave in them.
enum TidyText {
  /// On one line, composed, with single spaces and nothing invisible.
  static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isPending = false
    for scalar in nfc(text).unicodeScalars {
      if isInvisible(scalar) { continue }
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        isPending = true
        continue
      }
      if isPending, !out.isEmpty { out.append(" ") }
      isPending = false
      out.append(scalar)
    }
    return withoutApostrophe(String(out))
  }

  /// The lines of a text, each tidy, where it has several.
  static func lines(_ text: String) -> [String] {
    guard text.utf8.contains(0x0A) else { return [] }
    return text.split(whereSeparator: \.isNewline).map { line(String($0)) }.filter { !$0.isEmpty }
  }

  /// Zero-width spaces, joiners, marks of direction and order of bytes, soft hyphens.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
    default: false
    }
  }

  /// The apostrophe that makes a figure a text, typed or exported as a part of it.
  private static func withoutApostrophe(_ text: String) -> String {
    guard let first = text.first, first == "'" || first == "’", text.count > 1 else { return text }
    return String(text.dropFirst())
  }
}

extension String {
  /// The words of the text, folded: “Tỷ lệ (%)” is `ty`, `le`.
  var words: [String] { Fold.heading(self).split(separator: " ").map(String.init) }

  /// The text without anything in parentheses.
  var withoutParentheses: String {
    var depth = 0
    var out = ""
    for letter in self {
      if letter == "(" { depth += 1 }
      if depth == 0 { out.append(letter) }
      if letter == ")", depth > 0 { depth -= 1 }
    }
    return depth == 0 ? out : self
  }
}
