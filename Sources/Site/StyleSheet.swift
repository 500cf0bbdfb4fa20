/// A style sheet as it is sent: without the comments and blanks that serve whoever edits it.
enum StyleSheet {
  /// Where no blank is needed on either side.
  private static let closed = Set("{};,>".utf8)

  /// The same rules in fewer bytes; what stands between quotation marks is left alone.
  static func squeezed(_ css: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(css.count)
    var isApart = false
    var at = 0
    while at < css.count {
      let byte = css[at]
      if css[at...].starts(with: "/*".utf8) {
        at = afterComment(css, from: at + 2)
        isApart = true
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        at += 1
        isApart = true
      } else {
        if isApart, let last = out.last,
          !closed.contains(last), last != UInt8(ascii: ":"), !closed.contains(byte)
        {
          out.append(0x20)
        }
        isApart = false
        if byte == UInt8(ascii: "}"), out.last == UInt8(ascii: ";") { out.removeLast() }
        let end = afterToken(css, from: at)
        out += css[at..<end]
        at = end
      }
    }
    return out
  }

  private static func afterComment(_ css: [UInt8], from start: Int) -> Int {
    var at = start
    while at < css.count {
      if css[at...].starts(with: "*/".utf8) { return at + 2 }
      at += 1
    }
    return at
  }

  /// A quotation with both its marks, an escaped byte, or one byte.
  private static func afterToken(_ css: [UInt8], from start: Int) -> Int {
    let mark = css[start]
    let backslash = UInt8(ascii: "\\")
    if mark == backslash { return min(start + 2, css.count) }
    guard mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return start + 1 }
    var at = start + 1
    while at < css.count, css[at] != mark {
      // A line ends a quotation that nobody closed, for browsers too.
      if css[at] == 0x0A { return at }
      at += css[at] == backslash ? 2 : 1
    }
    return min(at + 1, css.count)
  }
}
