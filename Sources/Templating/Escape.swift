/// Writing text in the form of the output: runs without special bytes are copied whole.
enum Escape {
  static func append(_ bytes: [UInt8], as kind: OutputKind, to out: inout [UInt8]) {
    switch kind {
    case .html: html(bytes, to: &out)
    case .markdown: markdown(bytes, to: &out)
    case .json: json(bytes, to: &out)
    case .plain: out.append(contentsOf: bytes)
    }
  }

  static func escaped(_ bytes: [UInt8], as kind: OutputKind) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    append(bytes, as: kind, to: &out)
    return out
  }

  // MARK: HTML

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// A top bit for every byte of `word` that may be zero; exact as to whether there is any.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }

  /// `& ' < > "`: the first two and the next two differ in one bit only.
  @inline(__always)
  private static func hasSpecial(_ word: UInt64) -> Bool {
    let ampersands = zeros((word | ones) ^ (0x27 &* ones))
    let angles = zeros((word | (2 &* ones)) ^ (0x3E &* ones))
    let quotes = zeros(word ^ (0x22 &* ones))
    return ampersands | angles | quotes != 0
  }

  static func html(_ bytes: [UInt8], to out: inout [UInt8]) {
    unsafe bytes.withUnsafeBytes { raw in
      let count = raw.count
      var start = 0
      var i = 0
      while i < count {
        if i + 8 <= count {
          let word = unsafe raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          if !hasSpecial(word) {
            i += 8
            continue
          }
        }
        let end = min(i + 8, count)
        while i < end {
          let replacement: StaticString
          switch unsafe raw[i] {
          case 0x26: replacement = "&amp;"
          case 0x3C: replacement = "&lt;"
          case 0x3E: replacement = "&gt;"
          case 0x22: replacement = "&quot;"
          case 0x27: replacement = "&#39;"
          default:
            i += 1
            continue
          }
          unsafe out.append(contentsOf: UnsafeRawBufferPointer(rebasing: raw[start..<i]))
          unsafe out.append(
            contentsOf: UnsafeBufferPointer(
              start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
          i += 1
          start = i
        }
      }
      unsafe out.append(contentsOf: UnsafeRawBufferPointer(rebasing: raw[start..<count]))
    }
  }

  // MARK: Markdown

  /// Text that Markdown shows as it stands, wherever it is put: in a line, at its head, in a cell.
  static func markdown(_ bytes: [UInt8], to out: inout [UInt8]) {
    var atHead = out.isEmpty || out[out.count - 1] == 10
    var digits = 0
    for byte in bytes {
      switch byte {
      case 10, 13:
        if byte == 10 { out.append(10) }
        atHead = true
        digits = 0
        continue
      case 9, 32:
        // Four blanks at the head would make code.
        if !atHead { out.append(32) }
        digits = 0
        continue
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "&"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"):
        out.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: ":"):
        if atHead { out.append(UInt8(ascii: "\\")) }
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        if digits > 0 { out.append(UInt8(ascii: "\\")) }
        digits = 0
      default: break
      }
      if byte.isDigit, atHead || digits > 0 { digits += 1 } else { digits = 0 }
      out.append(byte)
      atHead = false
    }
  }

  /// A cell of a pipe table: one line, pipes escaped, Markdown otherwise left alone.
  static func markdownCell(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 10: out += Array("<br>".utf8)
      case 13: break
      case UInt8(ascii: "|") where i == 0 || bytes[i - 1] != UInt8(ascii: "\\"):
        out += [UInt8(ascii: "\\"), byte]
      default: out.append(byte)
      }
    }
    return out
  }

  // MARK: JSON

  /// The inside of a JSON string; also safe within a `script` element.
  static func json(_ bytes: [UInt8], to out: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 10: out.append(text: "\\n")
      case 13: out.append(text: "\\r")
      case 9: out.append(text: "\\t")
      case 0..<32, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 127:
        let hex = Array("0123456789abcdef".utf8)
        out.append(text: "\\u00")
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      default: out.append(byte)
      }
    }
  }
}
