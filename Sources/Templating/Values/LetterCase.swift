/// Upper and lower case of text in Latin letters, Vietnamese ones above all, byte for byte.
///
/// Unicode's own tables know every script but cost a hundred times more. Here the letters of the
/// Latin blocks are looked up in a table made from those; text with anything else in it, or with
/// a letter whose other case takes more or fewer bytes, is left to them.
struct LetterCase: Sendable {
  static let upper = LetterCase { $0.properties.uppercaseMapping }
  static let lower = LetterCase { $0.properties.lowercaseMapping }

  private let mapping: @Sendable (Unicode.Scalar) -> String
  /// The other case of each scalar below U+0370, then of U+1E00 to U+1EFF; 0 if it is not as long.
  private let table: [UInt16]
  private static let low: UInt32 = 0x370
  private static let high: Range<UInt32> = 0x1E00..<0x1F00

  private init(_ mapping: @escaping @Sendable (Unicode.Scalar) -> String) {
    self.mapping = mapping
    table = [0..<Self.low, Self.high].joined().map { code in
      guard let scalar = Unicode.Scalar(code) else { return 0 }
      let mapped = mapping(scalar)
      guard let other = mapped.unicodeScalars.first, mapped.utf8.count == scalar.utf8.count,
        mapped.unicodeScalars.count == 1
      else { return 0 }
      return UInt16(truncatingIfNeeded: other.value)
    }
  }

  func callAsFunction(_ bytes: [UInt8]) -> [UInt8] { quick(bytes) ?? slow(bytes) }

  /// Nil if some letter is none of the table's, or the bytes are no UTF-8.
  private func quick(_ bytes: [UInt8]) -> [UInt8]? {
    var out = bytes
    var i = 0
    while i < bytes.count {
      let byte = UInt32(bytes[i])
      if byte < 0x80 {
        out[i] = UInt8(truncatingIfNeeded: table[Int(byte)])
        i += 1
      } else if byte >= 0xC2, byte < 0xCE, i + 1 < bytes.count, bytes[i + 1].isContinuation {
        let code = (byte & 0x1F) << 6 | UInt32(bytes[i + 1] & 0x3F)
        guard code < Self.low, case let other = table[Int(code)], other != 0 else { return nil }
        out[i] = 0xC0 | UInt8(truncatingIfNeeded: other >> 6)
        out[i + 1] = 0x80 | UInt8(truncatingIfNeeded: other & 0x3F)
        i += 2
      } else if byte == 0xE1, i + 2 < bytes.count, bytes[i + 1].isContinuation,
        bytes[i + 2].isContinuation
      {
        let code = 0x1000 | UInt32(bytes[i + 1] & 0x3F) << 6 | UInt32(bytes[i + 2] & 0x3F)
        guard Self.high.contains(code),
          case let other = table[Int(code - Self.high.lowerBound + Self.low)], other != 0
        else { return nil }
        out[i + 1] = 0x80 | UInt8(truncatingIfNeeded: other >> 6 & 0x3F)
        out[i + 2] = 0x80 | UInt8(truncatingIfNeeded: other & 0x3F)
        i += 3
      } else {
        return nil
      }
    }
    return out
  }

  private func slow(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      out.append(contentsOf: mapping(scalar).utf8)
    }
    return out
  }
}
