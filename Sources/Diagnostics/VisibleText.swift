/// Text of the input as it may be shown: no control character of it reaches a terminal or a page.
package enum VisibleText {
  /// The text on one line, each control character as a picture of itself.
  package static func of(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(of(scalar)) }
    return String(out)
  }

  package static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0x00..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "?"
    case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
