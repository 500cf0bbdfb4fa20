import Glibc
import Testing

/// Pictures that cannot be shown are told with file and line, and nothing is published.
@Suite struct BrokenPictureTests {
  private let site = PictureSite()
  private let file = "stories/2025/bai.md"

  /// What is said of each picture at its line of a text, by a build and by a check; the old site
  /// stays as it was.
  private func expect(
    _ said: [(name: String, word: String)], _ place: SourceLocation = #_sourceLocation
  ) throws {
    let before = try Tool.listing(site.folder.path + "/public")
    let lines = said.map { "![Vườn trường](/media/\($0.name))" }
    try site.story(head: "author: Thầy Bình", text: lines.joined(separator: "\n"))
    for outcome in [try site.check(), try site.build()] {
      #expect(outcome.code == 1, "\(outcome.err)", sourceLocation: place)
      for (i, (name, word)) in said.enumerated() {
        let told = outcome.err.split(separator: "\n").contains {
          $0.contains("\(file):\(9 + i):") && $0.contains("lỗi") && $0.contains(name)
            && $0.contains(word)
        }
        #expect(told, "\(name), \(word): \(outcome.err)", sourceLocation: place)
      }
    }
    let after = try Tool.listing(site.folder.path + "/public")
    #expect(after == before, sourceLocation: place)
  }

  private func plant(_ name: String, _ bytes: [UInt8]) throws {
    try site.folder.put("truong/media/" + name, bytes)
  }

  @Test func picturesThatCannotBeShownStopABuild() throws {
    try site.plant()
    #expect(try site.build().code == 0)
    try plant("empty.jpg", [])
    try plant("text.jpg", Array("Đây không phải ảnh".utf8))
    try plant("moves.png", try CameraFile.animatedPNG())
    try plant("huge.png", try CameraFile.claim(width: 29_000, height: 29_000))
    try plant("draws.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8))
    site.folder.makeFolder("truong/media/folder.jpg")
    try site.folder.put("ngoai.jpg", CameraFile.jpeg(width: 320, height: 240, orientation: 1))
    try expect([
      ("empty.jpg", "không phải ảnh"), ("text.jpg", "không phải ảnh"), ("moves.png", "ảnh động"),
      ("huge.png", "quá lớn"), ("draws.svg", "SVG"), ("folder.jpg", "Không tìm thấy"),
      ("../../../ngoai.jpg", "Không tìm thấy"),
    ])
  }

  /// The head of the file is good; that the rest is not, only decoding tells.
  @Test func picturesCutShortStopABuild() throws {
    try site.plant()
    #expect(try site.build().code == 0)
    let jpeg = try CameraFile.jpeg(width: 320, height: 240, orientation: 1)
    let png = try CameraFile.png(width: 320, height: 240)
    let webp = try CameraFile.webp(width: 320, height: 240)
    try plant("cut.jpg", Array(jpeg[..<(jpeg.count * 3 / 4)]))
    try plant("cut.png", Array(png[..<(png.count - 40)]))
    try plant("cut.webp", Array(webp[..<(webp.count - webp.count / 4)]))
    try expect([("cut.jpg", "hỏng"), ("cut.png", "hỏng"), ("cut.webp", "hỏng")])
    // The same at the head of a story is told there.
    try site.story(head: "image: /media/cut.jpg\nimage_alt: Vườn trường")
    let outcome = try site.build()
    #expect(outcome.code == 1 && outcome.err.contains("\(file):"), "\(outcome.err)")
    #expect(outcome.err.contains("cut.jpg") && outcome.err.contains("hỏng"), "\(outcome.err)")
  }

  @Test func whatIsNoFileOfTheFolderIsNotRead() throws {
    try site.plant()
    #expect(try site.build().code == 0)
    let before = try Tool.listing(site.folder.path + "/public")
    let media = site.folder.path + "/truong/media/"
    try #require(unsafe mkfifo(media + "pipe.jpg", 0o644) == 0)
    try site.folder.put("ngoai.jpg", CameraFile.jpeg(width: 320, height: 240, orientation: 1))
    try #require(unsafe symlink("../../ngoai.jpg", media + "link.jpg") == 0)
    try site.story(text: "![Vườn](/media/pipe.jpg)\n![Vườn](/media/link.jpg)")
    for outcome in [try site.check(), try site.build()] {
      #expect(outcome.code == 1)
      for name in ["pipe.jpg", "link.jpg"] {
        #expect(outcome.err.contains("media/\(name): lỗi"), "\(outcome.err)")
      }
    }
    #expect(try Tool.listing(site.folder.path + "/public") == before)
  }

  @Test func aPictureWithoutWordsIsAnError() throws {
    try site.plant()
    #expect(try site.build().code == 0)
    let before = try Tool.listing(site.folder.path + "/public")
    func expectErrors(
      _ lines: ClosedRange<Int>, _ place: SourceLocation = #_sourceLocation
    ) throws {
      for outcome in [try site.check(), try site.build()] {
        #expect(outcome.code == 1, sourceLocation: place)
        let told = outcome.err.split(separator: "\n").filter { $0.contains("lời tả") }
        for line in lines {
          #expect(
            told.contains { $0.contains("\(file):\(line):") }, "\(outcome.err)",
            sourceLocation: place)
        }
      }
    }
    try site.story(head: "image: /media/doc.jpg")
    try expectErrors(5...5)
    try site.story(
      head: "author: Thầy Bình",
      text: ["", "  ", "ngang.png"].map { "![\($0)](/media/ngang.png)" }.joined(separator: "\n"))
    try expectErrors(9...11)
    #expect(try Tool.listing(site.folder.path + "/public") == before)
    try site.story(head: "author: Thầy Bình", text: "![(trang trí)](/media/ngang.png)")
    #expect(try site.build().code == 0)
    #expect(site.folder.text("public/guong/bai/index.html").contains("alt=\"\""))
  }
}
