/// What the parts of a picture file are, for those who look for what must not be among them.
enum PictureFile {
  /// The names of segments or chunks, in order; nil for a file that is no picture or ends badly.
  static func parts(_ bytes: [UInt8]) -> [String]? {
    switch bytes.first {
    case 0xFF: segments(bytes)
    case 0x89: chunks(bytes, from: 8, sizeFirst: true, end: bytes.count)
    case 0x52: chunks(bytes, from: 12, sizeFirst: false, end: bytes.count)
    case 0x00: icons(bytes)
    default: nil
    }
  }

  /// What may be in a picture that a site shows: pixels, and how to read them.
  static let allowed: Set<String> = [
    // JPEG: JFIF, tables, frames, the scan, the end.
    "E0 JFIF", "DB", "C0", "C2", "C4", "DD", "DA", "D9",
    // PNG, and the pictures within an ICO.
    "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "gAMA", "cHRM", "pHYs", "ICO",
    // WebP; VP8X is checked apart.
    "VP8 ", "VP8L", "ALPH", "VP8X",
  ]

  private static func segments(_ bytes: [UInt8]) -> [String]? {
    var found: [String] = []
    var at = 2
    while at + 4 <= bytes.count, bytes[at] == 0xFF {
      let kind = bytes[at + 1]
      let length = number(bytes, at + 2, 2, isLittle: false)
      guard at + 2 + length <= bytes.count else { return nil }
      let name = String(kind, radix: 16, uppercase: true)
      let isApplication = (0xE0...0xEF).contains(kind)
      let words = bytes[(at + 4)..<(at + 2 + length)].prefix { $0 != 0 }
      found.append(isApplication ? "\(name) \(String(decoding: words, as: UTF8.self))" : name)
      at += 2 + length
      guard kind == 0xDA else { continue }
      // Pixels: 0xFF is followed by 0 or by the number of a restart.
      while at + 2 <= bytes.count {
        if bytes[at] == 0xFF, bytes[at + 1] != 0, !(0xD0...0xD7).contains(bytes[at + 1]) { break }
        at += 1
      }
      if at + 2 == bytes.count, bytes[at + 1] == 0xD9 { return found + ["D9"] }
    }
    return nil
  }

  private static func chunks(
    _ bytes: [UInt8], from start: Int, sizeFirst: Bool, end: Int
  ) -> [String]? {
    var found: [String] = []
    var at = start
    while at + 8 <= end {
      let size = number(bytes, sizeFirst ? at : at + 4, 4, isLittle: !sizeFirst)
      let name = bytes[(sizeFirst ? at + 4 : at)..<(sizeFirst ? at + 8 : at + 4)]
      found.append(String(decoding: name, as: UTF8.self))
      at += 8 + size + (sizeFirst ? 4 : size % 2)
      if found.last == "IEND" { break }
    }
    return at == end ? found : nil
  }

  /// The parts of all pictures in an ICO.
  private static func icons(_ bytes: [UInt8]) -> [String]? {
    var found = ["ICO"]
    for i in 0..<number(bytes, 4, 2, isLittle: true) {
      let entry = 6 + 16 * i
      let size = number(bytes, entry + 8, 4, isLittle: true)
      let start = number(bytes, entry + 12, 4, isLittle: true)
      guard start + size <= bytes.count,
        let parts = chunks(Array(bytes[start..<start + size]), from: 8, sizeFirst: true, end: size)
      else { return nil }
      found += parts
    }
    return found
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int, isLittle: Bool) -> Int {
    guard at + count <= bytes.count else { return 0 }
    let part = bytes[at..<at + count]
    return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
  }
}
