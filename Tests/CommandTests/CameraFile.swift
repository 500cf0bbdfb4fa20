import Deflate
import Images

/// Photos as cameras and telephones write them, with all that must not reach a site.
enum CameraFile {
  /// Stands for a person, a place and a device in every part of a file beside its pixels.
  static let secret = "BIMATVITRICHUPANH"

  /// Green, the upper left corner red: a place to tell every turn by.
  static func bitmap(width: Int, height: Int) -> Bitmap {
    func row(_ parts: [(count: Int, colour: [UInt8])]) -> [UInt8] {
      parts.flatMap { part in
        [[UInt8]](repeating: part.colour, count: part.count).flatMap(\.self)
      }
    }
    let top = row([(width / 4, [220, 20, 20]), (width - width / 4, [20, 160, 40])])
    let below = row([(width, [20, 160, 40])])
    let rows =
      [[UInt8]](repeating: top, count: height / 4)
      + [[UInt8]](repeating: below, count: height - height / 4)
    let pixels = [UInt8](rows.joined())
    return Bitmap(width: width, height: height, hasAlpha: false, pixels: pixels)
  }

  // MARK: Files

  static func jpeg(width: Int, height: Int, orientation: Int) throws -> [UInt8] {
    let plain = try bitmap(width: width, height: height).jpeg(quality: 95)
    let thumbnail = try bitmap(width: 32, height: 24).jpeg(quality: 60)
    func segment(_ kind: UInt8, _ body: [UInt8]) -> [UInt8] {
      [0xFF, kind] + big(body.count + 2, 2) + body
    }
    return plain[..<2]
      + segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation) + thumbnail)
      + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + xmp)
      + segment(0xE2, Array("ICC_PROFILE\0\u{1}\u{1}".utf8) + profile)
      + segment(0xED, Array("Photoshop 3.0\08BIM\u{4}\u{4}\0\0\0\0\0 \(secret)".utf8))
      + segment(0xFE, Array(secret.utf8)) + plain[2...]
      // Telephones hang a film or a map of depths on after the end.
      + Array(secret.utf8)
  }

  static func png(width: Int, height: Int) throws -> [UInt8] {
    let plain = try bitmap(width: width, height: height).png()
    let packed = Deflater(level: 6)?.zlib(profile) ?? []
    return plain[..<33] + chunk("iCCP", Array("Display P3\0\0".utf8) + packed)
      + chunk("tEXt", Array("Author\0\(secret)".utf8))
      + chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0".utf8) + xmp)
      + chunk("tIME", [7, 232, 5, 5, 8, 30, 0]) + chunk("eXIf", exif(6)) + plain[33...]
  }

  static func webp(width: Int, height: Int) throws -> [UInt8] {
    let plain = try bitmap(width: width, height: height).webp(quality: 95)
    func part(_ name: String, _ body: [UInt8]) -> [UInt8] {
      Array(name.utf8) + little(body.count, 4) + body + (body.count % 2 == 1 ? [0] : [])
    }
    // Profile, EXIF and XMP are there.
    let head = [0x2C, 0, 0, 0] + little(width - 1, 3) + little(height - 1, 3)
    let body =
      Array("WEBP".utf8) + part("VP8X", head) + part("ICCP", profile) + plain[12...]
      + part("EXIF", exif(6)) + part("XMP ", xmp)
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  static func animatedPNG() throws -> [UInt8] {
    let plain = try bitmap(width: 32, height: 24).png()
    return plain[..<33] + chunk("acTL", big(2, 4) + big(0, 4)) + plain[33...]
  }

  /// A head that claims a size, and nothing behind it.
  static func claim(width: Int, height: Int) throws -> [UInt8] {
    let plain = try bitmap(width: 32, height: 24).png()
    return plain[..<8] + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0])
      + plain[33...]
  }

  // MARK: What lies beside the pixels

  private static let xmp = Array(
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><exif:GPSLatitude>\(secret)</exif:GPSLatitude>".utf8)

  /// A maker's name, which way is up, and a position.
  private static func exif(_ orientation: Int) -> [UInt8] {
    let name = Array("\(secret)\0".utf8)
    let names = 8 + 2 + 3 * 12 + 4
    let places = names + name.count
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
      little(tag, 2) + little(type, 2) + little(count, 4) + value
    }
    let first =
      little(3, 2) + entry(0x010F, 2, name.count, little(names, 4))
      + entry(0x0112, 3, 1, little(orientation, 4)) + entry(0x8825, 4, 1, little(places, 4))
      + little(0, 4)
    let latitude = places + 2 + 2 * 12 + 4
    let position =
      little(2, 2) + entry(1, 2, 2, Array("N\0\0\0".utf8)) + entry(2, 5, 3, little(latitude, 4))
      + little(0, 4) + [10, 1, 14, 1, 30, 1].flatMap { little($0, 4) }
    return Array("II".utf8) + little(42, 2) + little(8, 4) + first + name + position
  }

  /// Display P3, with a curve of 2.2 (ISO 15076-1).
  private static let profile: [UInt8] = {
    func point(_ values: [Double]) -> [UInt8] {
      Array("XYZ \0\0\0\0".utf8)
        + values.flatMap { big(Int(($0 * 65_536).rounded()) & 0xFFFF_FFFF, 4) }
    }
    let curve = Array("curv\0\0\0\0".utf8) + big(1, 4) + big(0x0233, 2) + [0, 0]
    let copyright = Array("text\0\0\0\0\(secret)\0".utf8)
    let tags: [(name: String, body: [UInt8])] = [
      ("rXYZ", point([0.5151, 0.2412, -0.0011])), ("gXYZ", point([0.2920, 0.6922, 0.0419])),
      ("bXYZ", point([0.1571, 0.0666, 0.7841])), ("wtpt", point([0.9642, 1, 0.8249])),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve), ("cprt", copyright),
    ]
    var table = big(tags.count, 4)
    var bodies: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    for (name, body) in tags {
      table += Array(name.utf8) + big(start + bodies.count, 4) + big(body.count, 4)
      bodies += body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
    }
    var head = big(start + bodies.count, 4) + [0, 0, 0, 0] + big(0x0210_0000, 4)
    head += Array("mntrRGB XYZ ".utf8) + [UInt8](repeating: 0, count: 12) + Array("acsp".utf8)
    head += [UInt8](repeating: 0, count: 28) + big(0xF6D6, 4) + big(0x1_0000, 4) + big(0xD32D, 4)
    return head + [UInt8](repeating: 0, count: 128 - head.count) + table + bodies
  }()

  // MARK: Bytes

  private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let inner = Array(name.utf8) + body
    var sum = UInt32.max
    for byte in inner {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return big(body.count, 4) + inner + big(Int(~sum), 4)
  }

  private static func big(_ value: Int, _ count: Int) -> [UInt8] {
    little(value, count).reversed()
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
  }
}
