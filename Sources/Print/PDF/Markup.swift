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

  /// Markup is XML: five signs are named, and control characters, which XML forbids, are dropped.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\n", "\t": out.append(scalar)
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFFFE
        || scalar.value == 0xFFFF:
        break
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
