/// Writes text as JSON strings.
package enum JSONText {
  /// The text in quotes, with everything escaped that JSON or a careless reader trips over.
  package static func quoted(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 2)
    write(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The same as UTF-8.
  ///
  /// - Parameter isInScript: escapes what could end a `script` element or open a comment in it too.
  package static func write(
    _ text: String, to out: inout [UInt8], isInScript: Bool = false
  ) {
    out.append(UInt8(ascii: "\""))
    // Line separators end a line in old JavaScript; both begin with these two bytes.
    var before: UInt8 = 0
    var first: UInt8 = 0
    for byte in text.utf8 {
      if byte >= 0x80 {
        out.append(byte)
        if byte == 0xA8 || byte == 0xA9, before == 0x80, first == 0xE2 {
          out.removeLast(3)
          escape(0x2000 | UInt32(byte & 0x3F), to: &out)
        }
      } else if byte < 0x20 || byte == 0x7F {
        switch byte {
        case 0x0A: out += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case 0x0D: out += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
        case 0x09: out += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
        default: escape(UInt32(byte), to: &out)
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        out += [UInt8(ascii: "\\"), byte]
      } else if isInScript,
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
          || byte == UInt8(ascii: "&")
      {
        escape(UInt32(byte), to: &out)
      } else {
        out.append(byte)
      }
      first = before
      before = byte
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func escape(_ value: UInt32, to out: inout [UInt8]) {
    let digits = String(value, radix: 16)
    out += "\\u".utf8
    for _ in digits.utf8.count..<max(4, digits.utf8.count) { out.append(UInt8(ascii: "0")) }
    out += digits.utf8
  }
}
