import Documents

/// Writes runs as Pango markup, escaped.
enum Markup {
  static func text(_ runs: [Run]) -> String {
    var out = ""
    for run in runs {
      let inner = escaped(run.text)
      var open = ""
      var close = ""
      if run.isBold { (open, close) = (open + "<b>", "</b>" + close) }
      if run.isItalic { (open, close) = (open + "<i>", "</i>" + close) }
      if run.isStruck { (open, close) = (open + "<s>", "</s>" + close) }
      out += open + inner + close
    }
    return out
  }

  /// Where links lie in the text that Pango keeps of `text(runs)`; neighbours of one address are
  /// one link.
  static func links(_ runs: [Run]) -> [TextLayout.Link] {
    var links: [TextLayout.Link] = []
    var start = 0
    for run in runs {
      let count = cleaned(run.text).utf8.count
      defer { start += count }
      guard let address = run.link, PDFLink.isAllowed(address), count > 0 else { continue }
      if let last = links.last, last.address == address, last.range.upperBound == start {
        links[links.count - 1].range = last.range.lowerBound..<(start + count)
        links[links.count - 1].text += run.text
      } else {
        links.append(
          TextLayout.Link(range: start..<(start + count), address: address, text: run.text))
      }
    }
    return links
  }

  /// What `escaped` leaves of a text, before signs are named.
  private static func cleaned(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    out.append(contentsOf: text.unicodeScalars.lazy.filter { !isForbidden($0) })
    return String(out)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0x7F
      || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  /// Markup is XML: five signs are named, and control characters, which XML forbids, are dropped.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case _ where isForbidden(scalar): break
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}

/// Which addresses a printed document may lead to: whole ones, for a file has no place of its own.
enum PDFLink {
  static func isAllowed(_ address: String) -> Bool {
    let lower = address.lowercased()
    return ["https://", "http://", "mailto:", "tel:"].contains { lower.hasPrefix($0) }
  }
}
