/// Text of the encodings of before Unicode (bảng mã cũ), brought to Unicode.
///
/// TCVN3 gives each lower-case letter a byte and shows capitals by a font of their own; VNI puts a
/// byte of marks after the vowel; Windows-1258 has letters with hats and five combining tones.
package enum LegacyText {
  /// The text of bytes in that encoding; nil for one that says nothing of single bytes.
  package static func decode(_ bytes: [UInt8], as encoding: LegacyEncoding) -> String? {
    switch encoding {
    case .tcvn3: return String(bytes.map { tcvn3[Int($0)] })
    case .windows1258: return nfc(String(bytes.map { windows1258[Int($0)] }))
    case .vni: return vni(bytes)
    default: return nil
    }
  }

  /// The same for a text whose letters a program kept as Latin ones, as workbooks do; nil if there
  /// are letters in it that no single byte stands for, so that it is Unicode already.
  package static func decode(_ text: String, as encoding: LegacyEncoding) -> String? {
    bytes(of: text).flatMap { decode($0, as: encoding) }
  }

  /// The bytes of a text of Windows-1252 letters; nil if it holds any other.
  package static func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let byte = UInt8(exactly: scalar.value) {
        bytes.append(byte)
      } else if let place = controls.firstIndex(of: scalar) {
        bytes.append(0x80 + UInt8(place))
      } else {
        return nil
      }
    }
    return bytes
  }

  /// What a font tells of the texts set in it: `.VnTime` is TCVN3, `VNI-Times` is VNI.
  ///
  /// Fonts with an H at the end (`.VnTimeH`) show small letters as capitals.
  package static func encoding(ofFont name: String) -> (encoding: LegacyEncoding, isUpper: Bool)? {
    let low = name.lowercased()
    if low.hasPrefix(".vn") { return (.tcvn3, name.hasSuffix("H")) }
    if low.hasPrefix("vni-") || low.hasPrefix("vni ") { return (.vni, false) }
    return nil
  }

  // MARK: Tables

  private typealias Table = [Unicode.Scalar]

  /// Windows-1252 from 80 to 9F; places without a sign hold the control of their number.
  private static let controls = Table(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  private static let windows1252: Table =
    (0..<128).map { Unicode.Scalar(UInt8($0)) } + controls
    + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }

  private static let windows1258 = changed([
    (0xC3, "Ă"), (0xCC, "\u{300}"), (0xD0, "Đ"), (0xD2, "\u{309}"), (0xD5, "Ơ"), (0xDD, "Ư"),
    (0xDE, "\u{303}"), (0xE3, "ă"), (0xEC, "\u{301}"), (0xF0, "đ"), (0xF2, "\u{323}"), (0xF5, "ơ"),
    (0xFD, "ư₫"),
  ])

  /// With the capitals of TCVN 5712:1993, VN1, where TCVN3 itself has nothing.
  private static let tcvn3 = changed([
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđẰ"),
    (0xB5, "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖ"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵỐ"),
  ])

  private static func changed(_ runs: [(first: Int, letters: String)]) -> Table {
    var table = windows1252
    for (first, letters) in runs {
      for (offset, letter) in letters.unicodeScalars.enumerated() { table[first + offset] = letter }
    }
    return table
  }

  // MARK: VNI

  private static func vni(_ bytes: [UInt8]) -> String {
    var out = String.UnicodeScalarView()
    var vowel = false
    for byte in bytes {
      // The marks of capitals stand 20 lower; both may follow either case.
      let low = byte >= 0xC0 && byte < 0xE0 ? byte + 0x20 : byte
      if vowel, let marks = vniMarks(low) {
        out.append(contentsOf: marks.unicodeScalars)
        vowel = false
      } else if byte >= 0xC0, let letter = vniLetter(low) {
        let scalar = byte < 0xE0 ? letter.upper : letter.lower
        out.append(scalar)
        vowel = low == 0xF4 || low == 0xF6
      } else {
        out.append(windows1252[Int(byte)])
        vowel = "aeouyAEOUY".utf8.contains(byte)
      }
    }
    return nfc(String(out))
  }

  private static func vniMarks(_ byte: UInt8) -> String? {
    switch byte {
    case 0xF8: "\u{300}"
    case 0xF9: "\u{301}"
    case 0xFB: "\u{309}"
    case 0xF5: "\u{303}"
    case 0xEF: "\u{323}"
    case 0xE2: "\u{302}"
    case 0xE1: "\u{302}\u{301}"
    case 0xE0: "\u{302}\u{300}"
    case 0xE5: "\u{302}\u{309}"
    case 0xE3: "\u{302}\u{303}"
    case 0xE4: "\u{302}\u{323}"
    case 0xEA: "\u{306}"
    case 0xE9: "\u{306}\u{301}"
    case 0xE8: "\u{306}\u{300}"
    case 0xFA: "\u{306}\u{309}"
    case 0xFC: "\u{306}\u{303}"
    case 0xEB: "\u{306}\u{323}"
    default: nil
    }
  }

  private static func vniLetter(_ byte: UInt8) -> (lower: Unicode.Scalar, upper: Unicode.Scalar)? {
    switch byte {
    case 0xF4: ("ơ", "Ơ")
    case 0xF6: ("ư", "Ư")
    case 0xF1: ("đ", "Đ")
    case 0xED: ("í", "Í")
    case 0xEC: ("ì", "Ì")
    case 0xE6: ("ỉ", "Ỉ")
    case 0xF3: ("ĩ", "Ĩ")
    case 0xF2: ("ị", "Ị")
    case 0xEE: ("ỵ", "Ỵ")
    default: nil
    }
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
