import Vietnamese

/// A growing text of HTML or XML: markup as it is, all else escaped.
package struct MarkupText: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Text in composed characters (NFC), as fonts and searches of browsers want it.
  package mutating func text(_ text: String) { self.text(nfc(text).utf8) }

  /// Text in UTF-8; characters that XML 1.0 has no place for, escaped or not, are left out.
  package mutating func text(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "\""): raw("&quot;")
      case 0x00...0x08, 0x0B...0x1F, 0x7F: continue
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF are no characters of XML.
        if bytes.last == 0xBF, bytes.dropLast().last == 0xEF {
          bytes.removeLast(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
  }

  package mutating func element(_ name: String, _ content: String) {
    raw("<\(name)>")
    text(content)
    raw("</\(name)>\n")
  }

  package mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    raw("<\(name)")
    for (key, value) in attributes {
      raw(" \(key)=\"")
      text(value)
      raw("\"")
    }
    raw("/>\n")
  }
}
