/// The encoding (bảng mã) that a file seems to be in; named in messages, never converted silently.
package enum LegacyEncoding: Sendable, Hashable {
  case utf8, utf8BOM, utf16LE, utf16BE, windows1258, tcvn3, vni, unknown

  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8BOM: "UTF-8 có BOM"
    case .utf16LE: "UTF-16 LE"
    case .utf16BE: "UTF-16 BE"
    case .windows1258: "Windows-1258"
    case .tcvn3: "TCVN3 (ABC)"
    case .vni: "VNI"
    case .unknown: "không rõ"
    }
  }

  /// Byte order marks first, then whether the bytes are UTF-8, then counts of Vietnamese letters.
  package static func detect(_ bytes: [UInt8]) -> LegacyEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8BOM }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BE }
    if let wide = wideWithoutMark(bytes) { return wide }
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    return singleByte(bytes)
  }

  /// UTF-16 without a mark shows in every other byte being 0 for the ASCII in it.
  private static func wideWithoutMark(_ bytes: [UInt8]) -> LegacyEncoding? {
    guard bytes.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    let sample = bytes.prefix(4096)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd * 4 > sample.count, zeros.even == 0 { return .utf16LE }
    if zeros.even * 4 > sample.count, zeros.odd == 0 { return .utf16BE }
    return nil
  }

  /// Each high byte votes for the encodings in which it makes sense after the byte before it.
  private static func singleByte(_ bytes: [UInt8]) -> LegacyEncoding {
    var high = 0
    var core = 0
    var vni = 0
    var windows = 0
    var previous: UInt8 = 0
    for byte in bytes {
      defer { previous = byte }
      guard byte >= 0x80 else { continue }
      high += 1
      // ă â ê ô ơ ư đ and à ả ã á ạ, ằ ẳ ẵ ắ of TCVN3: signs, not letters, in the other two.
      if (0xA7...0xAE).contains(byte) || (0xB5...0xBE).contains(byte) { core += 1 }
      if isVNI(byte, after: previous) { vni += 1 }
      if isWindows(byte, after: previous) { windows += 1 }
    }
    guard high > 0 else { return .unknown }
    if core * 4 >= high { return .tcvn3 }
    let best = max(vni, windows)
    guard best * 2 > high, vni != windows else { return .unknown }
    return vni > windows ? .vni : .windows1258
  }

  /// VNI puts a mark byte after the base letter: `a` F9 is á, `o` E4 is ộ, `a` EA is ă.
  private static func isVNI(_ byte: UInt8, after previous: UInt8) -> Bool {
    let mark = byte < 0xE0 ? byte + 0x20 : byte
    let base = previous < 0x80 || previous >= 0xE0 ? previous | 0x20 : previous + 0x20
    switch mark {
    case 0xF9, 0xF8, 0xFB, 0xF5, 0xEF:
      return "aeouy".utf8.contains(base) || base == 0xF4 || base == 0xF6
    case 0xE2, 0xE1, 0xE0, 0xE5, 0xE3, 0xE4: return "aeo".utf8.contains(base)
    case 0xEA, 0xE9, 0xE8, 0xFA, 0xFC, 0xEB: return base == UInt8(ascii: "a")
    case 0xF1, 0xF4, 0xF6, 0xED, 0xEC, 0xE6, 0xF3, 0xF2, 0xEE: return !isVowel(base)
    default: return false
    }
  }

  /// Windows-1258 has ă â đ ê ô ơ ư as letters and five combining tones after them.
  private static func isWindows(_ byte: UInt8, after previous: UInt8) -> Bool {
    switch byte {
    case 0xCC, 0xEC, 0xD2, 0xDE, 0xF2:
      return isVowel(previous | 0x20)
        || [0xE2, 0xEA, 0xF4, 0xE3, 0xF5, 0xFD, 0xC2, 0xCA, 0xD4, 0xC3, 0xD5, 0xDD].contains(
          previous)
    case 0xF0, 0xFD, 0xD0, 0xDD, 0xE0, 0xE1, 0xE8, 0xE9, 0xF3, 0xF9, 0xED: return true
    case 0xE2, 0xEA, 0xF4, 0xE3, 0xF5, 0xC2, 0xCA, 0xD4, 0xC3, 0xD5:
      return !"aeo".utf8.contains(previous | 0x20)
    default: return false
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
}
