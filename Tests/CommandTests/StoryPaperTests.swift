import Testing

/// Stories as PDF to print and save, through real builds.
@Suite struct StoryPaperTests {
  private let site = PictureSite()
  private let paper = "guong/bai/bai.pdf"

  private func build(_ options: String..., into output: String = "public") throws -> Outcome {
    try Tool.neuguong(
      ["build", "truong", "--output", output, "--now", "2025-05-31"] + options,
      in: site.folder.path)
  }

  @Test func aStoryIsOfferedAsATaggedPaper() throws {
    try site.plant()
    #expect(try build("--jobs", "1").code == 0)
    let path = site.folder.path + "/public/" + paper
    let text = try Tool.run(["pdftotext", "-layout", path, "-"]).out
    for words in [
      "Vườn rau của lớp", "Cả lớp cùng trồng rau.", "Sau 3 tháng, vườn rau xanh trở lại.",
      "Giờ ra chơi", "https://truong.example.vn/thi-dua/guong/bai/", "01 tháng 4 năm 2025",
    ] {
      #expect(text.contains(words), "\(words): \(text)")
    }
    #expect(!text.contains("CỘNG HÒA") && !text.contains("Nơi nhận"))
    let facts = try Tool.run(["pdfinfo", path]).out
    #expect(facts.contains("Vườn rau của lớp") && facts.contains("(A4)"))
    #expect(facts.split(separator: "\n").contains { $0.hasPrefix("Tagged") && $0.contains("yes") })
    // The leading picture and two in the text, without the camera's words.
    let images = try Tool.run(["pdfimages", "-list", path]).out.split(separator: "\n")
    #expect(images.filter { $0.contains(" image ") }.count == 3, "\(images)")
    let bytes = site.folder.bytes("public/" + paper)
    #expect(!PictureBuildTests.contains(bytes, CameraFile.secret))
    let page = site.folder.text("public/guong/bai/index.html")
    let size = (bytes.count + 512) / 1024
    #expect(page.contains("href=\"../../\(paper)\" download>Lưu bản PDF"))
    #expect(page.contains(", \(size) KB") || page.contains(", \(bytes.count / 1000) KB"), "\(size)")

    // The same bytes by other workers, and from what was kept.
    let first = site.folder.bytes("public/" + paper)
    #expect(try build("--jobs", "4", into: "bon").code == 0)
    #expect(site.folder.bytes("bon/" + paper) == first)
    #expect(try build("--jobs", "4", into: "bon").code == 0)
    #expect(site.folder.bytes("bon/" + paper) == first)
    // What changes beside the text changes the paper.
    try site.story(head: "author: Thầy Bình", text: "Hết.")
    #expect(try build("--jobs", "4", into: "bon").code == 0)
    #expect(site.folder.bytes("bon/" + paper) != first)
  }

  @Test func papersCanBeSwitchedOffAndOneThatCannotBePrintedIsLeftOut() throws {
    try site.plant()
    try site.story(head: "author: Thầy Bình", text: "Vui quá 🎉 cả lớp.")
    let outcome = try build()
    #expect(outcome.code == 0 && outcome.err.contains("story.without-pdf"), "\(outcome.err)")
    #expect(outcome.err.contains("stories/2025/bai.md") && outcome.err.contains("🎉"))
    let files = try site.files("public")
    #expect(!files.contains(paper) && files.contains("guong/bai/index.html"))
    #expect(files.contains { $0.hasPrefix("guong/") && $0.hasSuffix(".pdf") })
    #expect(!site.folder.text("public/guong/bai/index.html").contains("bản PDF"))
    try site.put(
      "truong/site.yaml", site.folder.text("truong/site.yaml") + "\nstoryPDF: không")
    #expect(try build().code == 0)
    #expect(!(try site.files("public").contains { $0.hasPrefix("guong/") && $0.hasSuffix("pdf") }))
  }

  @Test func aLogoIsShownWithoutItsMetadata() throws {
    try site.plant()
    try site.put(
      "truong/site.yaml", site.folder.text("truong/site.yaml") + "\nlogo: media/ngang.png")
    #expect(try site.build().code == 0)
    let tag = PictureBuildTests.tags(site.folder.text("public/index.html"), ["img"])
      .first { $0.contains("ngang-dau-") }
    let source = try #require(tag.flatMap { PictureBuildTests.attribute("src", of: $0) })
    let bytes = site.folder.bytes("public/" + source)
    let parts = try #require(PictureFile.parts(bytes), "\(source)")
    #expect(Set(parts).subtracting(PictureFile.allowed).isEmpty)
    #expect(!PictureBuildTests.contains(bytes, CameraFile.secret))
    // One that browsers would run is told, and not shown.
    try site.folder.put("truong/media/dau.svg", Array("<svg/>".utf8))
    try site.put("truong/site.yaml", site.folder.text("truong/site.yaml") + "# dau")
    let settings = site.folder.text("truong/site.yaml").split(separator: "ngang.png")
    try site.put("truong/site.yaml", settings.joined(separator: "dau.svg"))
    let outcome = try site.build()
    #expect(outcome.code == 0 && outcome.err.contains("site.logo-unusable"), "\(outcome.err)")
  }
}
