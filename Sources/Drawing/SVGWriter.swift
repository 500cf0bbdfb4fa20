/// Writes a drawing as an inline SVG; the page's CSS classes may give its inks other colours.
package struct SVGWriter: Sendable {
  package init() {}

  package func svg(_ drawing: Drawing, id: String) -> String {
    var out =
      "<svg class=\"chart\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" "
      + "viewBox=\"0 0 \(number(drawing.width)) \(number(drawing.height))\" "
      + "xmlns=\"http://www.w3.org/2000/svg\">"
    out += "<title id=\"\(id)-t\">\(escaped(drawing.title))</title>"
    out += "<desc id=\"\(id)-d\">\(escaped(drawing.description))</desc>"
    for item in drawing.items {
      switch item {
      case .rectangle(let x, let y, let width, let height, let ink):
        out +=
          "<rect \(look(ink, "fill")) x=\"\(number(x))\" y=\"\(number(y))\" "
          + "width=\"\(number(width))\" height=\"\(number(height))\"/>"
      case .polygon(let points, let ink):
        let corners = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        out += "<polygon \(look(ink, "fill")) points=\"\(corners)\"/>"
      case .line(let x1, let y1, let x2, let y2, let ink, let width):
        out +=
          "<line \(look(ink, "stroke")) x1=\"\(number(x1))\" y1=\"\(number(y1))\" "
          + "x2=\"\(number(x2))\" y2=\"\(number(y2))\" stroke-width=\"\(number(width))\"/>"
      case .text(let text, let x, let y, let size, let anchor, let ink, let bold):
        out +=
          "<text \(look(ink, "fill")) x=\"\(number(x))\" y=\"\(number(y))\" "
          + "font-size=\"\(number(size))\" text-anchor=\"\(anchor.rawValue)\""
          + (bold ? " font-weight=\"bold\"" : "") + ">\(escaped(text))</text>"
      }
    }
    return out + "</svg>"
  }

  /// The class of an ink and, for pages without styles for it, its colour.
  private func look(_ ink: Drawing.Ink, _ attribute: String) -> String {
    let colour = ink.colour
    let hex = [colour.red, colour.green, colour.blue].map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "class=\"ink-\(ink.rawValue)\" \(attribute)=\"#\(hex.joined())\""
  }

  /// Two decimals at most, so that the bytes do not hang on the last bit of a division.
  private func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let whole = abs(hundredths) / 100
    let rest = abs(hundredths) % 100
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += Array("&amp;".utf8)
      case UInt8(ascii: "<"): out += Array("&lt;".utf8)
      case UInt8(ascii: ">"): out += Array("&gt;".utf8)
      case UInt8(ascii: "\""): out += Array("&quot;".utf8)
      default: if byte >= 0x20 || byte == 0x09 { out.append(byte) }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
