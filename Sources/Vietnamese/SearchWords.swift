/// Takes text apart into the words that a search compares, one after another and without a string
/// for any of them.
///
/// A word is its letters without marks in lower case, then its marks as one types them: “Đường” is
/// `duong` and `dwwf`. The tone comes last, so “hòa” and “hoà” are the same; a last y after
/// consonants is i, so “kỹ” and “kĩ” are too. `tim-kiem.js` does the same with what is asked, and a
/// test holds the two together.
package struct SearchWords {
  /// Longer ones are addresses, hashes and the like: nobody asks for them.
  package static let longest = 24
  /// Between the letters of a key and its marks.
  package static let separator = UInt8(ascii: "!")

  /// The word found last: its letters, the separator, its marks.
  package private(set) var key: [UInt8] = []
  /// How many of the key's bytes are letters.
  package private(set) var length = 0
  private var marks: [UInt8] = []
  private var tone: UInt8 = 0

  package init() {
    key.reserveCapacity(64)
    marks.reserveCapacity(32)
  }

  /// Goes on in UTF-8 bytes to the end of the next word, which is in `key` and `length` then; false
  /// where there is none.
  package mutating func next(in bytes: ArraySlice<UInt8>, from position: inout Int) -> Bool {
    begin()
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if byte < 0x80 {
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if (lower >= 0x61 && lower <= 0x7A) || (lower >= 0x30 && lower <= 0x39) {
          key.append(lower)
        } else if !key.isEmpty, finish() {
          return true
        }
      } else if !take(Self.scalar(byte, in: bytes, from: &position)), !key.isEmpty, finish() {
        return true
      }
    }
    return !key.isEmpty && finish()
  }

  /// The scalar that begins with a byte beyond ASCII; 0 for what is no UTF-8.
  @inline(__always)
  private static func scalar(
    _ first: UInt8, in bytes: ArraySlice<UInt8>, from position: inout Int
  ) -> UInt32 {
    var left = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    if left == 0 { return 0 }
    var value = UInt32(first) & (left == 3 ? 0x07 : left == 2 ? 0x0F : 0x1F)
    while left > 0, position < bytes.endIndex, bytes[position] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(bytes[position] & 0x3F)
      position += 1
      left -= 1
    }
    return left > 0 ? 0 : value
  }

  /// Whether the scalar belongs to a word.
  @inline(__always)
  private mutating func take(_ value: UInt32) -> Bool {
    if value >= 0x300, value <= 0x36F {
      if let base = key.last { combine(value, with: base) }
      return !key.isEmpty
    }
    let packed = LetterTable.packed(value)
    if packed == 0 { return false }
    key.append(UInt8(truncatingIfNeeded: packed))
    switch packed >> 8 & 7 {
    case UInt16(Letter.Mark.circumflex.rawValue): marks.append(UInt8(ascii: "a"))
    case UInt16(Letter.Mark.breve.rawValue), UInt16(Letter.Mark.horn.rawValue):
      marks.append(UInt8(ascii: "w"))
    case UInt16(Letter.Mark.stroke.rawValue): marks.append(UInt8(ascii: "d"))
    default: break
    }
    let tone = packed >> 11 & 7
    if tone != 0 { self.tone = Self.tone(tone) }
    return true
  }

  /// A mark of decomposed text belongs to the letter before it.
  private mutating func combine(_ value: UInt32, with base: UInt8) {
    guard let scalar = Unicode.Scalar(value), let combining = Letter.Combining(scalar) else {
      return
    }
    switch (combining, base) {
    case (.tone(let tone), 0x61), (.tone(let tone), 0x65), (.tone(let tone), 0x69),
      (.tone(let tone), 0x6F), (.tone(let tone), 0x75), (.tone(let tone), 0x79):
      self.tone = Self.tone(UInt16(tone))
    case (.mark(.circumflex), 0x61), (.mark(.circumflex), 0x65), (.mark(.circumflex), 0x6F):
      marks.append(UInt8(ascii: "a"))
    case (.mark(.breve), 0x61), (.mark(.horn), 0x6F), (.mark(.horn), 0x75):
      marks.append(UInt8(ascii: "w"))
    default: break
    }
  }

  /// As Telex has it: huyền f, hỏi r, ngã x, sắc s, nặng j.
  @inline(__always)
  private static func tone(_ tone: UInt16) -> UInt8 {
    switch tone {
    case 1: UInt8(ascii: "f")
    case 2: UInt8(ascii: "r")
    case 3: UInt8(ascii: "x")
    case 4: UInt8(ascii: "s")
    default: UInt8(ascii: "j")
    }
  }

  private mutating func begin() {
    key.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    tone = 0
  }

  /// False for what is too long to be a word.
  private mutating func finish() -> Bool {
    guard key.count <= Self.longest else {
      begin()
      return false
    }
    length = key.count
    if key[length - 1] == UInt8(ascii: "y"), hasOneVowel {
      key[length - 1] = UInt8(ascii: "i")
    }
    key.append(Self.separator)
    key.append(contentsOf: marks)
    if tone != 0 { key.append(tone) }
    return true
  }

  /// Consonants, or qu, then a y.
  private var hasOneVowel: Bool {
    let last = length - 1
    if last == 0 { return false }
    if last == 2, key[0] == UInt8(ascii: "q"), key[1] == UInt8(ascii: "u") { return true }
    for i in 0..<last {
      switch key[i] {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: return false
      case 0x30...0x39: return false
      default: break
      }
    }
    return true
  }

  /// The words of a text as strings: `dak!wf` and the like, for tables and tests.
  package static func keys(of text: String) -> [String] {
    var words = SearchWords()
    var keys: [String] = []
    var position = 0
    let bytes = Array(text.utf8)[...]
    while words.next(in: bytes, from: &position) {
      keys.append(String(decoding: words.key, as: UTF8.self))
    }
    return keys
  }

  /// The letters of a text's words with a space between them: “Thi đua” is `thi dua`.
  package static func letters(of text: String) -> String {
    keys(of: text).map { $0.prefix { $0 != "!" } }.joined(separator: " ")
  }
}
