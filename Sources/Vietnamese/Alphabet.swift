/// The Vietnamese alphabet as the headings of directories show it.
package enum Alphabet {
  /// The letter under which a text stands: `Đ` for “Đạt”, `A` for “Ánh”, `Ă` for “Ẵm”; `#` for a
  /// text that does not begin with a letter.
  package static func letter(of text: String) -> String {
    guard let scalar = nfc(text).unicodeScalars.first else { return "#" }
    guard var letter = LetterTable.decompose(scalar) else {
      return scalar.properties.isAlphabetic ? String(scalar).uppercased() : "#"
    }
    letter.tone = 0
    letter.isUpper = true
    return String(LetterTable.compose(letter) ?? Unicode.Scalar(letter.base - 32))
  }
}
