/// Writes text as JSON strings.
package enum JSONText {
  /// The text in quotes, with everything escaped that JSON or a careless reader trips over.
  package static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      // Line separators end a line in old JavaScript.
      case "\u{2028}", "\u{2029}": out += escape(scalar.value)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: out += escape(scalar.value)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
