/// Text that Markdown shows as it stands, wherever it is put: in a line, at its head, in a cell.
extension Escape {
  /// How a sign is kept from meaning anything.
  enum Shield { case backslash, reference }

  static func markdown(_ bytes: [UInt8], to out: inout [UInt8]) {
    markdown(bytes, .backslash, to: &out)
  }

  /// The same in the form of HTML, so that it may also stand in an attribute.
  static func markdownReferences(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    markdown(bytes, .reference, to: &out)
    return out
  }

  /// A cell of a pipe table: one line, pipes escaped, Markdown otherwise left alone.
  static func markdownCell(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var slashes = 0
    for byte in bytes {
      switch byte {
      case 10: out.append(text: "<br> ")
      case 13: break
      case UInt8(ascii: "|") where slashes % 2 == 0: out += [UInt8(ascii: "\\"), byte]
      default: out.append(byte)
      }
      slashes = byte == UInt8(ascii: "\\") ? slashes + 1 : 0
    }
    // A backslash at the end would take the sign that closes the cell.
    if slashes % 2 == 1 { out.append(UInt8(ascii: "\\")) }
    return out
  }

  /// Several lines within one line of Markdown.
  static func markdownLines(_ bytes: [UInt8], isSafe: Bool) -> [UInt8] {
    var out: [UInt8] = []
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line.startIndex > 0 { out.append(text: "<br> ") }
      let text = line.filter { $0 != 13 }
      if isSafe { out += text } else { markdown(text, .backslash, to: &out) }
    }
    return out
  }

  private static func markdown(_ bytes: [UInt8], _ shield: Shield, to out: inout [UInt8]) {
    var head = LineHead(endOf: out)
    // Lines become one: a line of its own would end a cell, a heading or an item.
    var waitsForSpace = false
    for byte in bytes {
      if byte.isSpace {
        // At the head four blanks would make code.
        waitsForSpace = !head.isEmpty
        continue
      }
      if waitsForSpace {
        out.append(32)
        waitsForSpace = false
      }
      if isSign(byte, head) || (shield == .reference && isQuote(byte)) {
        put(byte, shield, to: &out)
      } else {
        out.append(byte)
      }
      head.read(byte)
    }
    if waitsForSpace { out.append(32) }
  }

  private static func isSign(_ byte: UInt8, _ head: LineHead) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "&"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"):
      head.isEmpty
    case UInt8(ascii: "."), UInt8(ascii: ")"): head.isNumber
    default: false
    }
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func put(_ byte: UInt8, _ shield: Shield, to out: inout [UInt8]) {
    switch shield {
    case .backslash: out += [UInt8(ascii: "\\"), byte]
    case .reference: out.append(text: "&#\(byte);")
    }
  }

  /// What has been seen of a line: as long as there are only marks of lists and quotes, the next
  /// sign may still begin a list, a rule or the underline of a heading.
  private struct LineHead {
    private(set) var isEmpty = true
    /// Whether there is only a number, which a dot would turn into an item.
    private(set) var isNumber = false

    init(endOf out: [UInt8]) {
      var i = out.count
      // A longer row of marks is no less a head, and not worth looking at for every value.
      let limit = max(0, i - 64)
      while i > limit, out[i - 1] != 10 {
        switch out[i - 1] {
        case 32, 9, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
          UInt8(ascii: "."), UInt8(ascii: ")"):
          break
        case let byte where byte.isDigit: break
        default:
          isEmpty = false
          return
        }
        i -= 1
      }
      if out.count > i, let last = out.last, last.isDigit { read(last) }
    }

    mutating func read(_ byte: UInt8) {
      isNumber = byte.isDigit && (isEmpty || isNumber)
      isEmpty = false
    }
  }
}
