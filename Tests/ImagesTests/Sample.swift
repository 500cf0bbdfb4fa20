import Images

/// Pictures made here, and files that carry what cameras put into them.
enum Sample {
  /// Left half red, right half blue, the upper left corner white; a place to tell every turn by.
  static func corner(width: Int = 32, height: Int = 16, hasAlpha: Bool = false) -> Bitmap {
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let isCorner = x < width / 4 && y < height / 2
        pixels += isCorner ? [255, 255, 255] : x < width / 2 ? [220, 20, 20] : [20, 20, 220]
        if hasAlpha { pixels.append(x < width / 2 ? 255 : 0) }
      }
    }
    return Bitmap(width: width, height: height, hasAlpha: hasAlpha, pixels: pixels)
  }

  /// Words that stand for a position in the metadata.
  static let position = "21.0285N-105.8542E-GPS"

  /// EXIF with an orientation and a description that must never be seen again.
  static func exif(orientation: Int, isLittle: Bool = true) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
      return isLittle ? bytes : bytes.reversed()
    }
    var bytes = Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
    bytes += number(0x010E, 2) + number(2, 2) + number(position.utf8.count, 4) + number(38, 4)
    bytes += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2)
    return bytes + number(0, 2) + number(0, 4) + Array(position.utf8)
  }

  static func jpeg(exif: [UInt8], of bitmap: Bitmap = corner()) throws -> [UInt8] {
    let plain = try bitmap.jpeg(quality: 95)
    let body = Array("Exif\0\0".utf8) + exif
    let length = body.count + 2
    return plain[..<2] + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + body + plain[2...]
  }

  static func png(exif: [UInt8]) throws -> [UInt8] {
    let plain = try corner().png()
    // After the signature and IHDR.
    return plain[..<33] + chunk("tEXt", Array("Comment\0\(position)".utf8)) + chunk("eXIf", exif)
      + plain[33...]
  }

  static func webp(exif: [UInt8]) throws -> [UInt8] {
    let plain = try corner().webp(quality: 95)
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    let head = Array("VP8X".utf8) + little(10, 4) + [0x08, 0, 0, 0] + little(31, 3) + little(15, 3)
    let padding: [UInt8] = exif.count % 2 == 1 ? [0] : []
    let tail = Array("EXIF".utf8) + little(exif.count, 4) + exif + padding
    let body = Array("WEBP".utf8) + head + plain[12...] + tail
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  /// A chunk of a PNG.
  static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let inner = Array(name.utf8) + body
    return big(UInt32(body.count)) + inner + big(checksum(inner))
  }

  private static func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }

  /// CRC-32 as PNG has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
