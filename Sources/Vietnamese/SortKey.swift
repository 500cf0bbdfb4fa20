/// A key that sorts Vietnamese text as a dictionary does, syllable by syllable.
///
/// Inside a syllable the letters decide (a ă â b c d đ e ê … o ô ơ … u ư …), then the tone (ngang,
/// huyền, hỏi, ngã, sắc, nặng); letter case decides last of all, lower case first. So “Hoa Sen”
/// stands before “Hòa An”, which locale collation gets wrong. Numbers sort by value before letters;
/// punctuation only parts syllables. Texts that differ only in the place of the tone mark are equal.
package struct SortKey: Comparable, Hashable, Sendable {
  private let bytes: [UInt8]

  package init(_ text: String) {
    var builder = Builder()
    builder.add(text)
    bytes = builder.finish()
  }

  package static func < (a: SortKey, b: SortKey) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }

  /// The key of a person's name as class lists sort: tên, then họ, then tên đệm.
  ///
  /// Titles before the name (thầy, cô, NGƯT, ThS., PGS.TS. …) do not count.
  package static func name(_ fullName: String, given: String? = nil) -> SortKey {
    PersonName(fullName, given: given).sortKey
  }
}

/// Writes the bytes of a key: `letters 01 tone` for each syllable, `00`, then the letter cases.
private struct Builder {
  private var bytes: [UInt8] = []
  private var cases: [UInt8] = []
  private var tone: UInt8 = 0
  private var isInside = false
  private var digits: [UInt8] = []

  mutating func add(_ text: String) {
    bytes.reserveCapacity(text.utf8.count * 2)
    for scalar in text.unicodeScalars {
      if let letter = LetterTable.decompose(scalar) {
        endNumber()
        isInside = true
        bytes.append(Builder.order(letter.base, letter.mark))
        tone = max(tone, letter.tone)
        cases.append(letter.isUpper ? 2 : 1)
      } else if let combining = Letter.Combining(scalar), isInside {
        combine(combining)
      } else if LetterTable.isCombining(scalar) {
        continue
      } else if scalar.value >= 0x30, scalar.value <= 0x39 {
        if isInside { endSyllable() }
        digits.append(UInt8(scalar.value))
      } else if scalar.properties.isAlphabetic {
        endNumber()
        isInside = true
        let value = scalar.value
        bytes.append(0xFE)
        bytes.append(UInt8(value >> 16 & 0xFF))
        bytes.append(UInt8(value >> 8 & 0xFF))
        bytes.append(UInt8(value & 0xFF))
      } else {
        endNumber()
        endSyllable()
      }
    }
    endNumber()
    endSyllable()
  }

  mutating func finish() -> [UInt8] { bytes + [0] + cases }

  private mutating func combine(_ combining: Letter.Combining) {
    switch combining {
    case .tone(let value):
      tone = max(tone, value)
    case .mark(let mark):
      guard let last = bytes.last, last >= 0x20, last < 0xFE, last % 4 == 0 else { return }
      bytes[bytes.count - 1] = Builder.order((last - 0x20) / 4 + 0x61, mark)
    }
  }

  /// Four codes to a base letter leave room for the letters made by marks, in alphabet order.
  private static func order(_ base: UInt8, _ mark: Letter.Mark) -> UInt8 {
    let place: UInt8
    switch (mark, base) {
    case (.breve, _), (.stroke, _): place = 1
    case (.circumflex, UInt8(ascii: "a")): place = 2
    case (.circumflex, _): place = 1
    case (.horn, UInt8(ascii: "o")): place = 2
    case (.horn, _): place = 1
    case (.foreign, _): place = 3
    case (.none, _): place = 0
    }
    return 0x20 + (base - 0x61) * 4 + place
  }

  private mutating func endSyllable() {
    guard isInside else { return }
    bytes += [1, 2 + tone]
    tone = 0
    isInside = false
  }

  /// A number is its count of digits, then the digits: 9 before 10.
  private mutating func endNumber() {
    guard !digits.isEmpty else { return }
    let value = digits.drop { $0 == 0x30 }.prefix(255)
    bytes += [0x10, UInt8(value.count)] + value + [1, 2]
    digits.removeAll(keepingCapacity: true)
  }
}
