import Digests

/// A growing page of HTML or XML: markup as it is, text escaped.
struct MarkupBuffer {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(32 << 10) }

  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      // Neither allows other control characters.
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: break
      default: bytes.append(byte)
      }
    }
  }

  mutating func element(_ tag: String, _ text: String, _ classes: String = "") {
    raw(classes.isEmpty ? "<\(tag)>" : "<\(tag) class=\"\(classes)\">")
    self.text(text)
    raw("</\(tag)>\n")
  }

  mutating func empty(_ tag: String, _ attributes: [(name: String, value: String)]) {
    raw("<\(tag)")
    for (name, value) in attributes {
      raw(" \(name)=\"")
      text(value)
      raw("\"")
    }
    raw(">\n")
  }

  /// Bytes in the alphabet of RFC 4648.
  mutating func base64(_ data: [UInt8]) { bytes += Base64.encoded(data) }
}
