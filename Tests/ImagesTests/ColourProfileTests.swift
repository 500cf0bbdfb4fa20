import Deflate
import Images
import Testing

/// Numbers of pixels mean what the profile of their file says; what is read is sRGB.
@Suite struct ColourProfileTests {
  /// The colours of sRGB, but with numbers in proportion to light (ISO 15076-1): 55 of 255 is what
  /// sRGB calls 128.
  private static let linear: [UInt8] = {
    func number(_ value: Int, _ count: Int = 4) -> [UInt8] {
      (0..<count).reversed().map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    func point(_ values: [Double]) -> [UInt8] {
      Array("XYZ \0\0\0\0".utf8) + values.flatMap { number(Int(($0 * 65_536).rounded())) }
    }
    // A curve of no points is a straight one.
    let curve = Array("curv\0\0\0\0".utf8) + number(0)
    let tags: [(name: String, body: [UInt8])] = [
      ("rXYZ", point([0.4361, 0.2225, 0.0139])), ("gXYZ", point([0.3851, 0.7169, 0.0971])),
      ("bXYZ", point([0.1431, 0.0606, 0.7141])), ("wtpt", point([0.9642, 1, 0.8249])),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = number(tags.count)
    var bodies: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    for (name, body) in tags {
      table += Array(name.utf8) + number(start + bodies.count) + number(body.count)
      bodies += body
    }
    var head = number(start + bodies.count) + Array("\0\0\0\0".utf8) + number(0x0210_0000)
    head += Array("mntrRGB XYZ ".utf8) + [UInt8](repeating: 0, count: 12) + Array("acsp".utf8)
    head += [UInt8](repeating: 0, count: 28) + number(0xF6D6) + number(0x1_0000) + number(0xD32D)
    return head + [UInt8](repeating: 0, count: 128 - head.count) + table + bodies
  }()

  private static let grey = Bitmap(
    width: 16, height: 16, hasAlpha: false, pixels: [UInt8](repeating: 55, count: 768))

  /// The same grey in each format, with a profile.
  private static func files(_ profile: [UInt8]) throws -> [[UInt8]] {
    let jpeg = try grey.jpeg(quality: 95)
    let half = profile.count / 2
    func segment(_ number: UInt8, _ part: ArraySlice<UInt8>) -> [UInt8] {
      let body = Array("ICC_PROFILE\0".utf8) + [number, 2] + part
      return [0xFF, 0xE2, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
    }
    let png = try grey.png()
    let packed = Deflater(level: 6)?.zlib(profile) ?? []
    let webp = try grey.webp(quality: 95)
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    let head = Array("VP8X".utf8) + little(10, 4) + [0x20, 0, 0, 0] + little(15, 3) + little(15, 3)
    let chunk = Array("ICCP".utf8) + little(profile.count, 4) + profile
    let body = Array("WEBP".utf8) + head + chunk + (profile.count % 2 == 1 ? [0] : []) + webp[12...]
    return [
      // The parts may come in any order.
      jpeg[..<2] + segment(2, profile[half...]) + segment(1, profile[..<half]) + jpeg[2...],
      png[..<33] + Sample.chunk("iCCP", Array("mau\0\0".utf8) + packed) + png[33...],
      Array("RIFF".utf8) + little(body.count, 4) + body,
    ]
  }

  @Test func coloursAreTakenToSRGB() throws {
    for (bytes, name) in zip(try Self.files(Self.linear), ["jpeg", "png", "webp"]) {
      let pixels = try ImageFile.read(bytes).pixels
      #expect(pixels.allSatisfy { abs(Int($0) - 128) <= 4 }, "\(name): \(pixels.prefix(3))")
    }
  }

  @Test func aBrokenProfileLeavesThemAsTheyAre() throws {
    for profile in [Array("khong phai profile".utf8), Array(Self.linear.prefix(200))] {
      for bytes in try Self.files(profile) {
        let pixels = try ImageFile.read(bytes).pixels
        #expect(pixels.allSatisfy { abs(Int($0) - 55) <= 4 }, "\(pixels.prefix(3))")
      }
    }
  }
}
