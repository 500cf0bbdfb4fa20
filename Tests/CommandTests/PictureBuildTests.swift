import Images
import Testing

/// Pictures on their way from a folder of content to a site, through real builds.
@Suite struct PictureBuildTests {
  private let site = PictureSite()

  // MARK: What a site shows

  /// One build, looked at from several sides.
  @Test func aSiteShowsItsPicturesAndNothingElseOfThem() throws {
    try site.plant()
    let media = site.folder.bytes("truong/media/doc.jpg")
    #expect(Self.contains(media, CameraFile.secret) && Self.contains(media, "ICC_PROFILE"))
    #expect(try ImageFile.head(media).hasPosition)
    let outcome = try site.build()
    try #require(outcome.code == 0, "\(outcome.err)")
    try nothingOfACameraReachesASite()
    try picturesStandUprightInTheirTrueColours()
    try sourceSetsNameFilesThatAreThereInTheirWidths()
    try theFirstPictureIsFetchedAtOnceOthersWhenNear()
  }

  private func nothingOfACameraReachesASite() throws {
    let files = try site.files("public")
    var kinds: Set<String> = []
    for path in files {
      let bytes = site.folder.bytes("public/" + path)
      #expect(!Self.contains(bytes, CameraFile.secret), "\(path)")
      guard
        path.hasSuffix("png") || path.hasSuffix("jpg") || path.hasSuffix("webp")
          || path.hasSuffix("ico")
      else { continue }
      kinds.insert(String(path.split(separator: ".").last ?? ""))
      let parts = try #require(PictureFile.parts(bytes), "\(path)")
      #expect(Set(parts).subtracting(PictureFile.allowed).isEmpty, "\(path): \(parts)")
      // Neither profile, EXIF nor XMP nor animation in an extended WebP.
      if parts.contains("VP8X") { #expect(bytes[20] & ~0x10 == 0, "\(path)") }
    }
    #expect(kinds == ["png", "jpg", "webp", "ico"])
    let photos = files.filter { $0.hasPrefix("media/") }
    for name in ["doc", "ngang", "mang"] {
      #expect(photos.contains { $0.hasPrefix("media/\(name)-") }, "\(name)")
    }
    // Originals are not among them.
    #expect(
      !photos.contains { ["media/doc.jpg", "media/ngang.png", "media/mang.webp"].contains($0) })
    #expect(files.contains("guong/bai/chia-se.jpg") && files.contains("favicon.ico"))
  }

  private func picturesStandUprightInTheirTrueColours() throws {
    // Lying 1500 × 1000 in the file, shown standing: the red corner is now at the upper right.
    let files = try site.files("public").filter { $0.hasPrefix("media/doc-") }
    #expect(files.count >= 5)
    for file in files {
      let picture = try ImageFile.read(site.folder.bytes("public/" + file))
      let (width, height) = (picture.width, picture.height)
      #expect(abs(width * 3 - height * 2) <= 4, "\(file): \(width) × \(height)")
      func pixel(_ x: Int, _ y: Int) -> [Int] {
        let at = (y * width + x) * picture.channels
        return picture.pixels[at..<at + 3].map(Int.init)
      }
      let corner = pixel(width * 9 / 10, height / 10)
      let ground = pixel(width / 10, height / 10)
      // (220, 20, 20) of Display P3 is a red that sRGB has only at its edge.
      #expect(corner[0] > 232 && corner[1] < 20 && corner[2] < 24, "\(file): \(corner)")
      #expect(ground[1] > ground[0] + 80 && ground[1] > 150, "\(file): \(ground)")
    }
  }

  private func sourceSetsNameFilesThatAreThereInTheirWidths() throws {
    let page = site.folder.text("public/guong/bai/index.html")
    var seen: Set<String> = []
    var sets = 0
    for tag in Self.tags(page, ["img", "source"]) {
      let set = Self.attribute("srcset", of: tag) ?? ""
      var widest = (width: 0, height: 0)
      for part in set.split(separator: ",") {
        let words = part.split(separator: " ")
        let path = String(words[0].drop { $0 == "." || $0 == "/" })
        let head = try ImageFile.head(site.folder.bytes("public/" + path))
        #expect("\(head.width)w" == words[1], "\(part)")
        #expect((head.format == .webp) == (Self.attribute("type", of: tag) == "image/webp"))
        if head.width > widest.width { widest = (head.width, head.height) }
        seen.insert(path)
      }
      sets += set.isEmpty ? 0 : 1
      guard tag.hasPrefix("img"), !set.isEmpty else { continue }
      #expect(Self.attribute("width", of: tag) == "\(widest.width)", "\(tag)")
      #expect(Self.attribute("height", of: tag) == "\(widest.height)", "\(tag)")
      let source = Self.attribute("src", of: tag) ?? ""
      #expect(set.contains(source) && Self.attribute("sizes", of: tag) != nil, "\(tag)")
    }
    #expect(sets == 6 && seen.count >= 10)
    // Every file made for a picture is named on some page.
    let pages = try site.files("public").filter { $0.hasSuffix("html") || $0.hasSuffix("xml") }
      .map { site.folder.text("public/" + $0) }.joined()
    for file in try site.files("public") where file.hasPrefix("media/") {
      #expect(pages.contains(file), "\(file)")
    }
  }

  private func theFirstPictureIsFetchedAtOnceOthersWhenNear() throws {
    let page = site.folder.text("public/guong/bai/index.html")
    let images = Self.tags(page, ["img"]).filter { $0.contains("media/") }
    #expect(images.count == 3)
    for (i, image) in images.enumerated() {
      #expect((Self.attribute("loading", of: image) == "lazy") == (i > 0), "\(image)")
      #expect((Self.attribute("fetchpriority", of: image) == "high") == (i == 0), "\(image)")
    }
  }

  // MARK: Same bytes

  @Test func neitherWorkersNorTheCacheDecideTheBytes() throws {
    try site.plant()
    #expect(try site.build("--jobs", "1", into: "mot").code == 0)
    let first = try site.sums("mot")
    try #require(first.count > 30)
    #expect(try site.build("--jobs", "4", into: "bon").code == 0)
    #expect(try site.sums("bon") == first)
    // What is kept is used, and gives the same.
    #expect(try site.build("--jobs", "4", into: "bon").code == 0)
    #expect(try site.sums("bon") == first)
    // Every entry damaged in another way: a byte changed, cut short, emptied.
    let entries = try site.files(".bon.neuguong-cache").filter { $0.utf8.count == 64 }
    try #require(entries.count > 10)
    for (i, entry) in entries.enumerated() {
      var bytes = site.folder.bytes(".bon.neuguong-cache/" + entry)
      switch i % 3 {
      case 0: bytes[bytes.count - 5] ^= 0x55
      case 1: bytes.removeLast(bytes.count / 2)
      default: bytes = []
      }
      try site.folder.put(".bon.neuguong-cache/" + entry, bytes)
    }
    #expect(try site.build("--jobs", "3", into: "bon").code == 0)
    #expect(try site.sums("bon") == first)
  }

  // MARK: Consent

  @Test func aWithheldPictureIsNowhere() throws {
    try site.plant()
    try site.plantPupil(consents: true)
    #expect(try site.build().code == 0)
    let before = try site.files("public")
    #expect(before.contains { $0.hasPrefix("media/em-lan-") })
    #expect(before.contains("guong/em/chia-se.jpg"))
    try site.plantPupil(consents: false)
    // The story's person did not consent to the photo; the story itself may tell of the class.
    let outcome = try site.build()
    #expect(outcome.code == 0, "\(outcome.err)")
    for file in try site.files("public") + site.files(".public.neuguong-cache") {
      #expect(!file.contains("em-lan"), "\(file)")
    }
    #expect(try site.files("public").contains("guong/em/chia-se.png"))
    #expect(!(try site.files("public").contains("guong/em/chia-se.jpg")))
    for file in try site.files("public") where !file.hasSuffix("webp") && !file.hasSuffix("jpg") {
      #expect(!Self.contains(site.folder.bytes("public/" + file), "em-lan"), "\(file)")
    }
  }

  // MARK: Looking

  static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    bytes.firstRange(of: Array(word.utf8)) != nil
  }

  /// Each tag of these names, without its brackets.
  static func tags(_ page: String, _ names: [String]) -> [String] {
    page.split(separator: "<").compactMap { part in
      let tag = part.prefix { $0 != ">" }
      return names.contains(String(tag.prefix { $0 != " " })) ? String(tag) : nil
    }
  }

  static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }
}
