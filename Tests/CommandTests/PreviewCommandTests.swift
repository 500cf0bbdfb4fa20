import Testing

/// `preview` as a person uses it: started, looked at, and left to see what becomes of changes.
@Suite struct PreviewCommandTests {
  private let site = PictureSite()
  private static let panel = "<details id=\"neuguong-xem-truoc\" open>"
  private static let old = "Trang bên trên là bản trước khi có lỗi."

  private func start(_ options: String...) throws -> PreviewRun {
    try PreviewRun(["truong", "--now", "2025-05-31"] + options, in: site.folder)
  }

  private func run(_ command: String) throws {
    #expect(try Tool.run(["sh", "-c", command], in: site.folder.path).code == 0)
  }

  @Test func aStoryIsShownAsItChangesAndStaysAsItWasWhileItIsWrong() throws {
    try site.plant()
    let files = try site.files("truong")
    let preview = try start()
    try preview.get("/guong/bai/") { $0.hasPrefix("200 ") && $0.contains("vườn rau xanh trở lại") }

    try site.story(text: "Chữ thứ hai.")
    try preview.get("/guong/bai/") { $0.contains("Chữ thứ hai.") }

    try site.story(head: "campaign: khong-co", text: "Chữ thứ ba.")
    let wrong = try preview.get("/guong/bai/") { $0.contains(Self.panel) }
    #expect(wrong.contains("Chữ thứ hai.") && !wrong.contains("Chữ thứ ba."))
    #expect(wrong.contains(Self.old) && wrong.contains("“khong-co”"))
    #expect(wrong.contains("<p>stories/2025/bai.md, dòng 5</p>"))

    // Half a file, as an editor without care leaves it for a while.
    try site.folder.put("truong/stories/2025/bai.md", Array("---\ntitle: Vườn".utf8))
    try preview.get("/guong/bai/") { $0.contains(Self.panel) && !$0.contains("“khong-co”") }

    try site.story(text: "Chữ thứ tư.")
    try preview.get("/guong/bai/") { $0.contains("Chữ thứ tư.") && !$0.contains(Self.panel) }

    try run("mv truong di")
    let gone = try preview.get("/guong/bai/") { $0.contains(Self.panel) }
    #expect(gone.contains("Chữ thứ tư."))
    try run("mv di truong")
    try preview.get("/guong/bai/") { !$0.contains(Self.panel) }
    try run("rm truong/stories/2025/bai.md")
    try preview.get("/guong/bai/") { $0.hasPrefix("404 ") }

    #expect(preview.stop() == 0)
    #expect(try site.files("tam").isEmpty)
    #expect(try site.files("truong") == files.filter { $0 != "stories/2025/bai.md" })
    let said = site.folder.text("err")
    #expect(
      said.contains("đã dựng lại sau ") && said.contains("chưa dựng lại được: 1 lỗi"), "\(said)")
  }

  @Test func whatIsWrongFromTheStartIsShownUntilItIsMended() throws {
    try site.plant()
    try site.story(head: "campaign: khong-co")
    let preview = try start("--no-reports")
    let first = try preview.get("/") { $0.contains(Self.panel) }
    #expect(first.hasPrefix("503 ") && first.contains("“khong-co”") && !first.contains(Self.old))
    try site.story()
    try preview.get("/") { $0.hasPrefix("200 ") && !$0.contains(Self.panel) }
    #expect(preview.stop() == 0)
  }

  @Test func aTemplateThatFailsLeavesThePageAsItWas() throws {
    try site.plant()
    site.folder.makeFolder("mau")
    let template = "mau/part-story-card.html"
    try site.put(template, "<b>{{ story.title }}</b>")
    let preview = try start("--no-reports", "--templates", "mau")
    try preview.get("/guong/") { $0.contains("<b>Vườn rau của lớp</b>") }
    // One that cannot be read, and one that fails when its page is made.
    for (text, words) in [
      ("<b>{{ story.title </b>", "part-story-card"), ("{{ titel }}", "“titel”"),
    ] {
      try site.put(template, text)
      let page = try preview.get("/guong/") { $0.contains(Self.panel) && $0.contains(words) }
      #expect(page.contains("<b>Vườn rau của lớp</b>") && page.contains(Self.old))
    }
    try site.put(template, "<i>{{ story.title }}</i>")
    try preview.get("/guong/") { $0.contains("<i>Vườn rau của lớp</i>") }
    #expect(preview.stop() == 0)
  }

  @Test func everyFileOfTheSiteIsThereWithItsTypeAndNoOtherFileIs() throws {
    try site.plant()
    try run("echo 1 > truong/media/thua.pdf")
    try site.story(text: "![Lớp học](/media/ngang.png)")
    let preview = try start()
    let page = try preview.get("/guong/bai/") { $0.hasPrefix("200 ") }
    let picture = try #require(
      page.split(separator: "\"").first { $0.contains("media/ngang-") && $0.hasSuffix(".png") })
    for (path, type) in [
      ("/guong/bai/", "text/html; charset=utf-8"), ("/assets/site.css", "text/css; charset=utf-8"),
      ("/assets/trang.js", "text/javascript; charset=utf-8"), ("/favicon.ico", "image/x-icon"),
      ("/feed.xml", "application/xml"), ("/tim-kiem/chi-muc/goc.js", "text/javascript"),
      ("/guong/bai/bai.pdf", "application/pdf"), ("/guong/bai/chia-se.jpg", "image/jpeg"),
      ("/manifest.webmanifest", "application/manifest+json"),
      ("/" + picture.drop { "./".contains($0) }, "image/png"),
    ] {
      let answer = try preview.get(path)
      #expect(answer.hasPrefix("200 OK"), "\(path): \(answer.prefix(200))")
      #expect(answer.contains("Content-Type: \(type)"), "\(path): \(answer.prefix(200))")
    }
    let reports = try preview.get("/bao-cao/")
    let report = try #require(
      reports.split(separator: "\"").first { $0.hasSuffix(".html") && $0.contains("bao-cao/") })
    let words = String("/" + report.drop { "./".contains($0) })
    #expect(try preview.get(words).hasPrefix("200 OK"))

    let part = try preview.get("/guong/bai/bai.pdf", "Range: bytes=0-7")
    #expect(part.hasPrefix("206 ") && part.contains("Content-Range: bytes 0-7/"))
    #expect(part.hasSuffix("\r\n\r\n%PDF-1.7"), "\(part)")
    #expect(try preview.get("/guong/bai/bai.pdf", "Range: bytes=99999999-").hasPrefix("416 "))
    let folder = try preview.get("/guong/bai")
    #expect(folder.hasPrefix("301 ") && folder.contains("Location: /guong/bai/\r\n"))

    for path in [
      "/../../etc/hostname", "/%2e%2e/%2e%2e/etc/hostname", "/..%2f..%2fetc%2fhostname",
      "//etc/hostname", "/etc/hostname", "/guong/../../truong/site.yaml", "/site.yaml",
      "/truong/site.yaml", "/units.csv", "/stories/2025/bai.md", "/media/may.txt",
      "/media/thua.pdf", "/media/ngang.png", "/media/../site.yaml", "/index.html%00.png",
      "/assets/%2e%2e/index.html", "/..%5c..%5cetc%5chostname", "/.neuguong",
    ] {
      #expect(try preview.get(path).hasPrefix("404 "), "\(path)")
    }
    // What leads out of the folder is an error, and still no file.
    try run("ln -s /etc/hostname truong/media/may.txt")
    try preview.get("/") { $0.contains(Self.panel) && $0.contains("media/may.txt") }
    #expect(try preview.get("/media/may.txt").hasPrefix("404 "))
    for host in ["xau.example", "xau.example:\(preview.port)"] {
      #expect(try preview.get("/", host: host).hasPrefix("421 "))
    }
    #expect(preview.stop() == 0)
    #expect(try site.files("tam").isEmpty)
  }

  @Test func theSmallSiteOfAUnitIsShownAlone() throws {
    let unit = try PreviewRun(
      [Tool.content, "--now", "2025-05-31", "--unit", "thpt-da-bia", "--no-reports"],
      in: site.folder)
    let home = try unit.get("/") { $0.hasPrefix("200 ") }
    #expect(home.contains("<link rel=\"stylesheet\""))
    #expect(try unit.get("/don-vi/thpt-da-bia/").hasPrefix("404 "))
    #expect(unit.stop() == 0)
  }

  @Test func whatCannotBeStartedIsTold() throws {
    try site.plant()
    let preview = try start("--no-reports")
    let second = try Tool.neuguong(
      ["preview", "truong", "--port", preview.port], in: site.folder.path)
    #expect(second.code == 3 && second.err.contains("--port"), "\(second.err)")
    #expect(preview.stop() == 0)
    for words in [
      ["khong-co"], ["truong", "--templates", "khong-co"], ["truong", "--unit", "x-y"],
    ] {
      let outcome = try Tool.neuguong(["preview"] + words, in: site.folder.path)
      #expect(outcome.code == 2 && outcome.err.contains("Không có"), "\(words): \(outcome.err)")
    }
  }
}
