/// Roman numerals, for the parts of a document and school terms.
package enum Roman {
  private static let parts: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// `IV` for 4; outside 1…3999, where Roman numerals end, plain digits.
  package static func text(_ n: Int) -> String {
    guard (1...3999).contains(n) else { return String(n) }
    var rest = n
    var text = ""
    for (value, letters) in parts {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}

/// The letters that number the points of an article: a, b, c, d, đ, e, g … (Vietnamese alphabet).
package enum ListLetter {
  private static let letters = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t",
    "u", "v", "x", "y",
  ]

  /// The letter at an index that starts at 0.
  ///
  /// After `y` comes `aa`; a negative index has no letter and gives an empty text.
  package static func text(_ index: Int) -> String {
    var rest = index
    var text = ""
    while rest >= 0 {
      text = letters[rest % letters.count] + text
      rest = rest / letters.count - 1
    }
    return text
  }
}
