/// One Latin letter of Vietnamese text taken apart: base letter, letter mark, tone and case.
struct Letter: Equatable {
  /// The mark that makes a letter of its own: ă, â ê ô, ơ ư, đ.
  enum Mark: UInt8 { case none, breve, circumflex, horn, stroke, foreign }

  /// The base letter in lower case, ASCII.
  var base: UInt8
  var mark: Mark
  /// Dictionary order: ngang 0, huyền 1, hỏi 2, ngã 3, sắc 4, nặng 5.
  var tone: UInt8
  var isUpper: Bool

  /// What a combining character of Vietnamese adds to the letter before it.
  enum Combining {
    case tone(UInt8)
    case mark(Mark)

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x300: self = .tone(1)
      case 0x309: self = .tone(2)
      case 0x303: self = .tone(3)
      case 0x301: self = .tone(4)
      case 0x323: self = .tone(5)
      case 0x302: self = .mark(.circumflex)
      case 0x306: self = .mark(.breve)
      case 0x31B: self = .mark(.horn)
      default: return nil
      }
    }
  }

  /// The letter with the combining character added, or nil if Vietnamese has no such letter.
  func adding(_ combining: Combining) -> Letter? {
    var result = self
    switch combining {
    case .tone(let tone):
      guard self.tone == 0 else { return nil }
      result.tone = tone
    case .mark(let mark):
      guard self.mark == .none else { return nil }
      result.mark = mark
    }
    return LetterTable.compose(result) == nil ? nil : result
  }
}

/// The letters of Vietnamese and their neighbours in Latin scripts, as look-up tables.
enum LetterTable {
  /// Every vowel with its tones in dictionary order.
  private static let vowels:
    [(base: Unicode.Scalar, mark: Letter.Mark, lower: String, upper: String)] = [
      ("a", .none, "aàảãáạ", "AÀẢÃÁẠ"), ("a", .breve, "ăằẳẵắặ", "ĂẰẲẴẮẶ"),
      ("a", .circumflex, "âầẩẫấậ", "ÂẦẨẪẤẬ"), ("e", .none, "eèẻẽéẹ", "EÈẺẼÉẸ"),
      ("e", .circumflex, "êềểễếệ", "ÊỀỂỄẾỆ"), ("i", .none, "iìỉĩíị", "IÌỈĨÍỊ"),
      ("o", .none, "oòỏõóọ", "OÒỎÕÓỌ"), ("o", .circumflex, "ôồổỗốộ", "ÔỒỔỖỐỘ"),
      ("o", .horn, "ơờởỡớợ", "ƠỜỞỠỚỢ"), ("u", .none, "uùủũúụ", "UÙỦŨÚỤ"),
      ("u", .horn, "ưừửữứự", "ƯỪỬỮỨỰ"), ("y", .none, "yỳỷỹýỵ", "YỲỶỸÝỴ"),
      ("d", .stroke, "đ", "Đ"),
    ]

  /// Letters of other languages that turn up in names; folded, never composed.
  private static let foreign: [(base: Unicode.Scalar, lower: String, upper: String)] = [
    ("a", "äåā", "ÄÅĀ"), ("c", "çćč", "ÇĆČ"), ("e", "ëē", "ËĒ"), ("i", "ïîī", "ÏÎĪ"),
    ("n", "ñ", "Ñ"), ("o", "öøōŏ", "ÖØŌŎ"), ("s", "šś", "ŠŚ"), ("u", "üûūŭ", "ÜÛŪŬ"),
    ("y", "ÿ", "Ÿ"), ("z", "žź", "ŽŹ"), ("e", "ĕ", "Ĕ"), ("i", "ĭ", "Ĭ"),
    // The Icelandic letter is typed for đ by mistake: it looks the same in capitals.
    ("d", "\u{F0}", "\u{D0}"),
  ]

  /// U+00C0…U+01B0 first, then U+1EA0…U+1EF9; 0 for a scalar that is no letter of ours.
  private static let decompositions: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0xF1 + 0x5A)
    func set(_ scalar: Unicode.Scalar, _ letter: Letter) {
      if let slot = slot(scalar.value) { table[slot] = pack(letter) }
    }
    for row in vowels {
      for (text, isUpper) in [(row.lower, false), (row.upper, true)] {
        for (tone, scalar) in text.unicodeScalars.enumerated() {
          let base = UInt8(truncatingIfNeeded: row.base.value)
          set(
            scalar, Letter(base: base, mark: row.mark, tone: UInt8(tone), isUpper: isUpper))
        }
      }
    }
    for row in foreign {
      for (text, isUpper) in [(row.lower, false), (row.upper, true)] {
        for scalar in text.unicodeScalars {
          let base = UInt8(truncatingIfNeeded: row.base.value)
          set(scalar, Letter(base: base, mark: .foreign, tone: 0, isUpper: isUpper))
        }
      }
    }
    return table
  }()

  /// Packed letter without case to its lower and upper scalar.
  private static let compositions: [UInt16: (lower: Unicode.Scalar, upper: Unicode.Scalar)] = {
    var table: [UInt16: (lower: Unicode.Scalar, upper: Unicode.Scalar)] = [:]
    for row in vowels {
      for (tone, pair) in zip(row.lower.unicodeScalars, row.upper.unicodeScalars).enumerated() {
        let base = UInt8(truncatingIfNeeded: row.base.value)
        let letter = Letter(base: base, mark: row.mark, tone: UInt8(tone), isUpper: false)
        table[pack(letter)] = (lower: pair.0, upper: pair.1)
      }
    }
    return table
  }()

  private static func slot(_ value: UInt32) -> Int? {
    if value >= 0xC0, value <= 0x1B0 { return Int(value) - 0xC0 }
    if value >= 0x1EA0, value <= 0x1EF9 { return Int(value) - 0x1EA0 + 0xF1 }
    return nil
  }

  private static func pack(_ letter: Letter) -> UInt16 {
    UInt16(letter.base) | UInt16(letter.mark.rawValue) << 8 | UInt16(letter.tone) << 11
      | (letter.isUpper ? 1 << 14 : 0)
  }

  /// The parts of a letter, ASCII included; nil for anything else.
  static func decompose(_ scalar: Unicode.Scalar) -> Letter? {
    let value = scalar.value
    if value < 0x80 {
      let lower = UInt8(value) | 0x20
      guard lower >= 0x61, lower <= 0x7A, value >= 0x41 else { return nil }
      return Letter(base: lower, mark: .none, tone: 0, isUpper: value < 0x61)
    }
    guard let slot = slot(value) else { return nil }
    let packed = decompositions[slot]
    guard packed != 0, let mark = Letter.Mark(rawValue: UInt8(packed >> 8 & 7)) else {
      return nil
    }
    return Letter(
      base: UInt8(packed & 0xFF), mark: mark, tone: UInt8(packed >> 11 & 7),
      isUpper: packed >> 14 != 0)
  }

  /// The ASCII lower-case base of a precomposed letter, or 0: the fast half of `decompose`.
  static func base(_ value: UInt32) -> UInt8 {
    guard let slot = slot(value) else { return 0 }
    return UInt8(decompositions[slot] & 0xFF)
  }

  /// Base, mark and tone in one number, or 0 for what is no letter of ours: see `pack`.
  @inline(__always)
  static func packed(_ value: UInt32) -> UInt16 {
    guard let slot = slot(value) else { return 0 }
    return decompositions[slot]
  }

  /// The one scalar of a Vietnamese vowel or đ; nil if there is none.
  static func compose(_ letter: Letter) -> Unicode.Scalar? {
    var key = letter
    key.isUpper = false
    guard let pair = compositions[pack(key)] else { return nil }
    return letter.isUpper ? pair.upper : pair.lower
  }

  /// Combining diacritical marks, U+0300…U+036F.
  static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.value <= 0x36F
  }
}

/// Vietnamese letters written with combining marks (NFD, Windows-1258) as one scalar each (NFC).
///
/// Bytes, file names, addresses and the search index do not know canonical equivalence, so text is
/// brought to one form where it enters. Marks that make no Vietnamese letter stay as they are.
package func nfc(_ text: String) -> String {
  // U+0300…U+036F begin with the bytes CC and CD: most text needs one scan and no copy.
  guard text.utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return text }
  var result = String.UnicodeScalarView()
  var held: Letter?
  func flush(into result: inout String.UnicodeScalarView) {
    guard let letter = held else { return }
    if let scalar = LetterTable.compose(letter) {
      result.append(scalar)
    } else {
      result.append(Unicode.Scalar(letter.isUpper ? letter.base - 0x20 : letter.base))
    }
    held = nil
  }
  for scalar in text.unicodeScalars {
    if let letter = held, let combining = Letter.Combining(scalar),
      let joined = letter.adding(combining)
    {
      held = joined
      continue
    }
    flush(into: &result)
    if let letter = LetterTable.decompose(scalar), letter.mark != .foreign {
      held = letter
    } else {
      result.append(scalar)
    }
  }
  flush(into: &result)
  return String(result)
}
