/// A person's name taken apart (họ, tên đệm, tên); titles before it do not count.
package struct PersonName: Sendable, Hashable {
  /// First word of the name; empty for a name of one word.
  package let family: String
  package let middle: String
  package let given: String

  /// `given` says of which words the tên is made, which the full name does not show: “Bảo An”.
  package init(_ fullName: String, given: String? = nil) {
    var words = nfc(fullName).split { $0.isWhitespace }
    while words.count > 1, Self.isTitle(words[0]) { words.removeFirst() }
    var count = min(1, words.count)
    if let given = given.map({ nfc($0).split { $0.isWhitespace } }), given.count < words.count,
      !given.isEmpty, words.suffix(given.count).elementsEqual(given, by: Self.areAlike)
    {
      count = given.count
    }
    let rest = words.dropLast(count)
    self.given = words.suffix(count).joined(separator: " ")
    family = rest.first.map(String.init) ?? ""
    middle = rest.dropFirst().joined(separator: " ")
  }

  private static func areAlike(_ a: Substring, _ b: Substring) -> Bool {
    Fold.search(String(a)) == Fold.search(String(b))
  }

  /// Orders as class lists do: tên, then họ, then tên đệm.
  package var sortKey: SortKey {
    SortKey([given, family, middle].filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// `N.V.A.` for “Nguyễn Văn An”.
  package var initials: String {
    [family, middle, given].flatMap { $0.split(separator: " ") }
      .map { $0.prefix(1).uppercased() + "." }.joined()
  }

  /// The letter of the alphabet under which the person stands in a list: `A` for Ánh, `Đ` for Đạt;
  /// `#` for a name that does not begin with a letter.
  package var letter: String { Alphabet.letter(of: given) }

  /// Capital letters where a name has them: “nguyễn văn an” and “NGUYỄN VĂN AN” are “Nguyễn Văn An”.
  ///
  /// A part after an apostrophe or a hyphen has its own (H'Hen, Kpă-Y); a word that has small and
  /// capital letters already stays.
  package static func capitalized(_ text: String) -> String {
    var result = ""
    var word = ""
    func flush() {
      let isMixed = word.contains { $0.isLowercase } && word.prefix(1).contains { $0.isUppercase }
      result += isMixed ? word : word.prefix(1).uppercased() + word.dropFirst().lowercased()
      word = ""
    }
    for character in nfc(text) {
      if character.isLetter {
        word.append(character)
      } else {
        flush()
        result.append(character)
      }
    }
    flush()
    return result
  }

  /// “ông” and “bà” count only in lower case, since Ông is also a family name.
  private static func isTitle(_ word: Substring) -> Bool {
    if word == "ông" || word == "bà" || word == "em" { return true }
    let parts = word.split { $0 == "." || $0 == "," }.map { $0.lowercased() }
    return parts.allSatisfy { titles.contains($0) }
  }

  private static let titles: Set<String> = [
    "thầy", "cô", "ngưt", "ngnd", "ths", "ts", "tskh", "pgs", "gs", "cn", "bs", "đ/c", "ttưt",
  ]
}
