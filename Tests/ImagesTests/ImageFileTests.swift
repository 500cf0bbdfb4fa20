import Images
import Testing

@Suite struct ImageFileTests {
  private static func forms(_ bitmap: Bitmap) throws -> [[UInt8]] {
    try [bitmap.jpeg(quality: 95), bitmap.png(), bitmap.webp(quality: 95)]
  }

  /// Whether a pixel is near to a colour.
  private func looks(_ bitmap: Bitmap, _ x: Int, _ y: Int, _ colour: [Int]) -> Bool {
    let at = (y * bitmap.width + x) * bitmap.channels
    return (0..<3).allSatisfy { abs(Int(bitmap.pixels[at + $0]) - colour[$0]) < 45 }
  }

  @Test func everyFormatComesBack() throws {
    let bitmap = Sample.corner()
    for (bytes, format) in zip(try Self.forms(bitmap), [ImageFile.Format.jpeg, .png, .webp]) {
      let head = try ImageFile.head(bytes)
      #expect(head.format == format && head.width == 32 && head.height == 16 && !head.hasAlpha)
      let back = try ImageFile.read(bytes)
      #expect(back.width == 32 && back.height == 16)
      #expect(looks(back, 2, 2, [255, 255, 255]), "\(format)")
      #expect(looks(back, 4, 12, [220, 20, 20]), "\(format)")
      #expect(looks(back, 28, 8, [20, 20, 220]), "\(format)")
    }
    #expect(try ImageFile.read(bitmap.png()) == bitmap)
  }

  @Test func alphaIsKeptOrLaidOnWhite() throws {
    let bitmap = Sample.corner(hasAlpha: true)
    #expect(try ImageFile.read(bitmap.png()) == bitmap)
    #expect(try ImageFile.read(bitmap.webp()).hasAlpha)
    let flat = try ImageFile.read(bitmap.jpeg(quality: 95))
    #expect(!flat.hasAlpha && looks(flat, 28, 8, [255, 255, 255]))
  }

  @Test func encodersAlwaysGiveTheSameBytes() throws {
    let bitmap = Sample.corner(width: 300, height: 200)
    #expect(try Self.forms(bitmap) == Self.forms(bitmap))
  }

  @Test(arguments: 1...8, [true, false]) func picturesAreSetUpright(
    orientation: Int, isLittle: Bool
  ) throws {
    let exif = Sample.exif(orientation: orientation, isLittle: isLittle)
    for bytes in try [Sample.jpeg(exif: exif), Sample.png(exif: exif), Sample.webp(exif: exif)] {
      let back = try ImageFile.read(bytes)
      let isTurned = orientation >= 5
      #expect(back.width == (isTurned ? 16 : 32) && back.height == (isTurned ? 32 : 16))
      let head = try ImageFile.head(bytes)
      #expect(head.width == back.width && head.height == back.height)
      // Where the stored upper left corner belongs (CIPA DC-008): left, right, top, bottom.
      let x = [1, 4, 5, 8].contains(orientation) ? 2 : back.width - 3
      let y = [1, 2, 5, 6].contains(orientation) ? 2 : back.height - 3
      #expect(looks(back, x, y, [255, 255, 255]), "\(orientation)")
    }
  }

  @Test func noMetadataSurvives() throws {
    let exif = Sample.exif(orientation: 6)
    for bytes in try [Sample.jpeg(exif: exif), Sample.png(exif: exif), Sample.webp(exif: exif)] {
      #expect(contains(bytes, Sample.position))
      let bitmap = try ImageFile.read(bytes)
      for written in try Self.forms(bitmap) {
        for word in [Sample.position, "Exif", "EXIF", "eXIf", "tEXt", "ICC", "XMP", "http"] {
          #expect(!contains(written, word), "\(word)")
        }
      }
      #expect(try segments(ofJPEG: bitmap.jpeg()).isSubset(of: [0xE0, 0xDB, 0xC2, 0xC4, 0xDA]))
      #expect(try chunks(ofPNG: bitmap.png()).isSubset(of: ["IHDR", "IDAT", "IEND"]))
    }
  }

  @Test func aPhotoIsDecodedSmaller() throws {
    let bytes = try Sample.corner(width: 1600, height: 800).jpeg()
    let small = try ImageFile.read(bytes, reach: 200)
    #expect(small.width == 400 && small.height == 200)
    #expect(try ImageFile.read(bytes, reach: 5000).width == 1600)
    #expect(try ImageFile.read(bytes).width == 1600)
  }

  @Test func resizingKeepsPlacesAndShape() throws {
    let bitmap = Sample.corner(width: 320, height: 160, hasAlpha: true)
    let small = try bitmap.resized(width: 32, height: 16)
    #expect(looks(small, 2, 2, [255, 255, 255]) && looks(small, 4, 12, [220, 20, 20]))
    let fitted = try bitmap.fitted(width: 100, height: 100)
    #expect(fitted.width == 100 && fitted.height == 50)
    #expect(try bitmap.fitted(width: 1000, height: 1000) == bitmap)
    #expect(throws: ImageError.tooLarge(width: 40_000, height: 1)) {
      _ = try bitmap.resized(width: 40_000, height: 0)
    }
    // A fine pattern keeps its brightness: half black and half white is not grey 128 but lighter.
    let stripes = Bitmap(
      width: 64, height: 64, hasAlpha: false,
      pixels: (0..<64 * 64).flatMap { [UInt8](repeating: $0 % 2 == 0 ? 0 : 255, count: 3) })
    let grey = try stripes.resized(width: 16, height: 16).pixels[16 * 3 * 8 + 24]
    #expect((175...200).contains(grey), "\(grey)")
  }

  // MARK: Hostile files

  @Test func aMissingEndIsAnError() throws {
    for bytes in try Self.forms(Sample.corner(width: 200, height: 200)) {
      for part in [bytes.count / 2, bytes.count * 9 / 10, 30, 12] {
        #expect(throws: ImageError.broken) { _ = try ImageFile.read(Array(bytes[..<part])) }
      }
    }
  }

  @Test func othersAreNoPictures() {
    for bytes in [[], [0xFF], Array("GIF89a".utf8), Array("<svg xmlns=".utf8), [0, 0, 0, 1]] {
      #expect(throws: ImageError.unknownFormat) { _ = try ImageFile.read(bytes) }
    }
  }

  @Test func aClaimOfGreatSizeIsRefused() throws {
    let wide = try Sample.corner(width: 30_000, height: 1).png()
    #expect(try ImageFile.read(wide).width == 30_000)
    var jpeg = try Sample.corner().jpeg()
    let frame = try #require(
      jpeg.indices.first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC2 && jpeg[$0 + 2] == 0 })
    for offset in [5, 7] { jpeg[frame + offset] = 0xFF }
    for offset in [6, 8] { jpeg[frame + offset] = 0 }
    #expect(throws: ImageError.tooLarge(width: 65_280, height: 65_280)) {
      _ = try ImageFile.read(jpeg)
    }
    #expect(throws: ImageError.tooLarge(width: 65_280, height: 65_280)) {
      _ = try ImageFile.read(jpeg, reach: 100)
    }
  }

  @Test func damageNeverCrashes() throws {
    var state: UInt64 = 20_251_121
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let exif = Sample.exif(orientation: 7)
    let sources = try [
      Sample.jpeg(exif: exif), Sample.png(exif: exif), Sample.webp(exif: exif),
      Sample.corner(hasAlpha: true).webp(),
    ]
    var read = 0
    for round in 0..<1200 {
      var bytes = sources[round % sources.count]
      for _ in 0...next(6) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if let bitmap = try? ImageFile.read(bytes, reach: next(3) * 8) {
        read += 1
        #expect(bitmap.pixels.count == bitmap.width * bitmap.height * bitmap.channels)
      }
    }
    #expect(read > 0)
  }

  // MARK: Looking into files

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let word = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: word) }
  }

  private func segments(ofJPEG bytes: [UInt8]) -> Set<UInt8> {
    var found: Set<UInt8> = []
    var at = 2
    while at + 4 <= bytes.count, bytes[at] == 0xFF, bytes[at + 1] != 0xDA {
      found.insert(bytes[at + 1])
      at += 2 + Int(bytes[at + 2]) << 8 + Int(bytes[at + 3])
    }
    return found
  }

  private func chunks(ofPNG bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    var at = 8
    while at + 8 <= bytes.count {
      found.insert(String(decoding: bytes[at + 4..<at + 8], as: UTF8.self))
      at += 12 + bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return found
  }
}
