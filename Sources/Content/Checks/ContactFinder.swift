/// Finds mail addresses, phone numbers and numbers of identity cards in the bytes of a text.
enum ContactFinder {
  enum Kind: Sendable {
    case mail, phone, identity
  }

  struct Hit {
    var kind: Kind
    var range: Range<Int>
    /// In the form in which two spellings are equal.
    var key: String
  }

  static func hits(in bytes: ArraySlice<UInt8>) -> [Hit] {
    var hits: [Hit] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "@"):
        if let range = mail(around: index, in: bytes) {
          hits.append(Hit(kind: .mail, range: range, key: key(of: bytes[range], .mail)))
          index = range.upperBound
          continue
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"):
        let range = number(at: index, in: bytes)
        if let kind = kind(of: bytes[range]) {
          hits.append(Hit(kind: kind, range: range, key: key(of: bytes[range], kind)))
        }
        index = max(range.upperBound, index + 1)
        continue
      default: break
      }
      index += 1
    }
    return hits
  }

  /// The key of an address or number as a person writes it into a table.
  static func key(ofContact text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.contains(UInt8(ascii: "@"))
      ? key(of: bytes[...], .mail) : key(of: bytes[...], .phone)
  }

  private static func key(of bytes: ArraySlice<UInt8>, _ kind: Kind) -> String {
    if kind == .mail { return String(decoding: bytes, as: UTF8.self).lowercased() }
    var digits = bytes.filter(isDigit)
    if kind == .phone, digits.starts(with: Array("84".utf8)), digits.count >= 11 {
      digits.replaceSubrange(0..<2, with: [UInt8(ascii: "0")])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  // MARK: Mail

  private static func mail(around at: Int, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var start = at
    while start > bytes.startIndex, isLocal(bytes[start - 1]) { start -= 1 }
    var end = at + 1
    while end < bytes.endIndex, isDomain(bytes[end]) { end += 1 }
    // A full stop after the address ends the sentence.
    while end > at + 1, !isLetter(bytes[end - 1]) && !isDigit(bytes[end - 1]) { end -= 1 }
    guard start < at, let dot = bytes[(at + 1)..<end].lastIndex(of: UInt8(ascii: ".")),
      dot > at + 1, end - dot > 2
    else { return nil }
    return start..<end
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(byte)
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2E || byte == 0x2D
  }

  // MARK: Numbers

  /// Digits with at most two spaces, dots, hyphens or brackets between them.
  private static func number(at start: Int, in bytes: ArraySlice<UInt8>) -> Range<Int> {
    var end = start + 1
    var next = end
    while next < bytes.endIndex, next - end < 3 {
      if isDigit(bytes[next]) {
        end = next + 1
      } else if ![0x20, 0x2E, 0x2D, 0x28, 0x29].contains(bytes[next]) {
        break
      }
      next += 1
    }
    return start..<end
  }

  private static func kind(of bytes: ArraySlice<UInt8>) -> Kind? {
    // Most numbers are short ones.
    if bytes.count < 10 { return nil }
    let digits = bytes.filter(isDigit)
    let text = String(decoding: digits, as: UTF8.self)
    let isForeign = bytes.first == UInt8(ascii: "+")
    if isForeign || text.hasPrefix("84") && digits.count == 11 {
      return text.hasPrefix("84") && (11...12).contains(digits.count) ? .phone : nil
    }
    guard text.hasPrefix("0") else { return nil }
    if digits.count == 12 { return .identity }
    if digits.count == 10, let second = digits.dropFirst().first {
      return [0x32, 0x33, 0x35, 0x37, 0x38, 0x39].contains(second) ? .phone : nil
    }
    return digits.count == 11 && text.hasPrefix("02") ? .phone : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
