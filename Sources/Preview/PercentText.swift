/// Percent signs of addresses, undone and put in.
enum PercentText {
  /// The text that an address means; nil if it is no UTF-8 or holds a NUL, at which C would end it.
  static func decoded(_ address: String) -> String? {
    var out: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = digit(rest[rest.startIndex]),
        let low = digit(rest[rest.startIndex + 1])
      {
        out.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return out.contains(0) ? nil : String(validating: out, as: UTF8.self)
  }

  /// A path as it stands in an address; slashes stay.
  static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      let letter = byte | 0x20
      let isPlain =
        (97...122).contains(letter) || (45...57).contains(byte) || byte == UInt8(ascii: "_")
      out += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70, 97...102: (byte | 0x20) - 87
    default: nil
    }
  }
}
