/// Writing text in the form of the output: runs without special bytes are copied whole.
enum Escape {
  static func append(_ bytes: [UInt8], as kind: OutputKind, to out: inout [UInt8]) {
    switch kind {
    case .html: html(bytes, to: &out)
    case .xml: xml(bytes, to: &out)
    case .markdown: markdown(bytes, to: &out)
    case .json: json(bytes, to: &out)
    case .csv: csv(bytes, to: &out)
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

  /// The value of an attribute without quotes, which any blank would end.
  static func unquoted(_ bytes: [UInt8], isSafe: Bool) -> [UInt8] {
    var out: [UInt8] = []
    for byte in bytes {
      let isPlain = byte.isAlpha || byte.isDigit || byte >= 128
      let isReference = isSafe && [35, 38, 59].contains(byte)
      if isPlain || isReference { out.append(byte) } else { out.append(text: "&#\(byte);") }
    }
    return out
  }

  // MARK: XML

  /// As HTML, without the control signs that XML cannot hold in any form.
  static func xml(_ bytes: [UInt8], to out: inout [UInt8]) {
    func isRefused(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 && byte != 10 && byte != 13 }
    html(bytes.contains(where: isRefused) ? bytes.filter { !isRefused($0) } : bytes, to: &out)
  }
}
