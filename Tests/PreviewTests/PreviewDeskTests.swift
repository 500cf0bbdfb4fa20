import Diagnostics
import Preview
import Testing

@Suite("The preview")
struct PreviewDeskTests {
  static let files: [String: String] = [
    "index.html": "<html><body>Trang chủ</body></html>",
    "guong/a/index.html": "<html><body>A</body></html>",
    "404.html": "<html><body>Không có</body></html>",
    "assets/site.css": "body{}",
    "bao-cao/a.pdf": "0123456789",
    "khoa.html":
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><body></body>",
    "mo.html":
      "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'; "
      + "style-src 'self'; connect-src 'self'\"><body></body>",
  ]

  static func state(
    _ problems: [Diagnostic] = [], isStale: Bool = false, look: Int = 0,
    over other: [String: PreviewFile] = [:]
  ) -> PreviewState {
    PreviewState(
      file: { path in other[path] ?? files[path].map { PreviewFile(Array($0.utf8)) } },
      look: look, panel: panel(problems), isStale: isStale)
  }

  static func panel(_ problems: [Diagnostic]) -> PreviewPanel {
    var bag = DiagnosticBag()
    for problem in problems { bag.add(problem) }
    return PreviewPanel(bag) { _, line in line == 3 ? "title: <Tên>" : nil }
  }

  private func desk(_ state: PreviewState = state()) -> PreviewDesk {
    let desk = PreviewDesk()
    desk.show(state)
    return desk
  }

  private func text(_ response: PreviewResponse) -> String {
    String(decoding: response.bytes, as: UTF8.self)
  }

  private func header(_ name: String, _ response: PreviewResponse) -> String? {
    response.headers.first { $0.name == name }?.value
  }

  private static let wrong = Diagnostic(
    "a.b", at: Location(file: "a.md", line: 3, column: 8, length: 5), "Sai <script>.",
    help: "Sửa & lưu.")

  // MARK: Files

  @Test("gives pages with the script that waits for changes, before their end")
  func pages() {
    for path in ["/", "/index.html", "//"] {
      let response = desk().answer(PreviewRequest(path: path))
      #expect(response.status == 200)
      #expect(header("Content-Type", response) == "text/html; charset=utf-8")
      #expect(header("Cross-Origin-Resource-Policy", response) == "same-origin")
      #expect(text(response).hasPrefix("<html><body>Trang chủ<link"))
      #expect(text(response).hasSuffix("</script>\n</body></html>"))
    }
  }

  @Test("sends a folder without its slash to the right address")
  func folders() {
    let response = desk().answer(PreviewRequest(path: "/guong/a"))
    #expect(response.status == 301)
    #expect(header("Location", response) == "/guong/a/")
    #expect(desk().answer(PreviewRequest(path: "/guong/a/")).status == 200)
  }

  @Test("answers 404 with the page of the site, for whatever is no file of it")
  func missing() {
    for path in ["/x", "/../index.html", "/assets/", "/etc/passwd", "/guong/../index.html"] {
      let response = desk().answer(PreviewRequest(path: path))
      #expect(response.status == 404, "\(path)")
      #expect(text(response).contains("Không có"))
    }
  }

  @Test(
    "gives parts of files",
    arguments: [
      ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=8-", 206, "89", "bytes 8-9/10"),
      ("bytes=-2", 206, "89", "bytes 8-9/10"),
      ("bytes=5-99999999999999999999", 206, "56789", "bytes 5-9/10"),
      ("bytes=-99", 206, "0123456789", "bytes 0-9/10"), ("bytes=10-", 416, "", "bytes */10"),
      ("bytes=-0", 416, "", "bytes */10"), ("bytes=3-1", 200, "0123456789", nil),
      ("bytes=0-1,4-5", 200, "0123456789", nil), ("lines=1-2", 200, "0123456789", nil),
      ("bytes=a-b", 200, "0123456789", nil), ("bytes=-", 200, "0123456789", nil),
    ] as [(String, Int, String, String?)])
  func ranges(range: String, status: Int, body: String, content: String?) {
    let response = desk().answer(PreviewRequest(path: "/bao-cao/a.pdf", range: range))
    #expect(response.status == status)
    #expect(text(response) == body)
    #expect(header("Content-Range", response) == content)
    #expect(status != 200 || header("Content-Type", response) == "application/pdf")
  }

  @Test("is for this machine: other names for it are refused, whoever made them")
  func hosts() {
    for host in ["localhost:8000", "127.0.0.1:8000", "127.0.0.1", "[::1]:80", "[::1]"] {
      #expect(desk().answer(PreviewRequest(path: "/", host: host)).status == 200, "\(host)")
    }
    for host in ["xau.example", "xau.example:8000", "localhost.xau.example", "", "[::1"] {
      #expect(desk().answer(PreviewRequest(path: "/", host: host)).status == 421, "\(host)")
    }
  }

  @Test("lifts a policy under which a page could not learn of changes, and no other")
  func policies() {
    #expect(text(desk().answer(PreviewRequest(path: "/khoa.html"))).hasPrefix("<body><link"))
    #expect(text(desk().answer(PreviewRequest(path: "/mo.html"))).hasPrefix("<meta http-equiv"))
  }

  // MARK: Problems

  @Test("shows what is wrong on the page, as text, with the words that are wrong marked")
  func problems() {
    let page = text(desk(Self.state([Self.wrong], isStale: true)).answer(PreviewRequest(path: "/")))
    #expect(page.contains("<details id=\"neuguong-xem-truoc\" open><summary>1 lỗi</summary>"))
    #expect(page.contains("</strong> Sai &lt;script&gt;.</p>"))
    #expect(page.contains("<p>a.md, dòng 3</p>"))
    #expect(page.contains("<pre>title: <mark>&lt;Tên&gt;</mark></pre>"))
    #expect(page.contains("Cách sửa: Sửa &amp; lưu."))
    #expect(page.contains("bản trước khi có lỗi"))
    #expect(!text(desk().answer(PreviewRequest(path: "/"))).contains("<details"))
  }

  @Test("is closed over a page that is as it should be, and says nothing of an older one")
  func freshPage() {
    let page = text(desk(Self.state([Self.wrong])).answer(PreviewRequest(path: "/")))
    #expect(page.contains("<details id=\"neuguong-xem-truoc\"><summary>"))
    #expect(!page.contains("bản trước khi có lỗi"))
  }

  @Test("tells of a page that could not be made anew, and of one that never could")
  func brokenPages() {
    let old = PreviewFile(Array("<body>Cũ</body>".utf8), .old)
    let desk = desk(Self.state([Self.wrong], over: ["a.html": old, "b.html": .failed]))
    let first = desk.answer(PreviewRequest(path: "/a.html"))
    #expect(first.status == 200)
    #expect(text(first).contains("Cũ") && text(first).contains("bản trước khi có lỗi"))
    let second = desk.answer(PreviewRequest(path: "/b.html"))
    #expect(second.status == 500)
    #expect(text(second).contains("Trang này chưa tạo được"))
    #expect(text(second).contains("<details id=\"neuguong-xem-truoc\" open>"))
  }

  @Test("shows problems alone while nothing can be built")
  func nothing() {
    let desk = PreviewDesk()
    let first = desk.answer(PreviewRequest(path: "/"))
    #expect(first.status == 503 && text(first).contains("Đang đọc nội dung"))
    desk.show(PreviewState(file: nil, panel: Self.panel([Self.wrong]), isStale: true))
    let response = desk.answer(PreviewRequest(path: "/guong/"))
    #expect(response.status == 503)
    #expect(text(response).contains("Sai &lt;script&gt;."))
    #expect(!text(response).contains("bản trước khi có lỗi"))
  }

  @Test("keeps a page light when hundreds of things are wrong, errors first")
  func many() {
    let many = (1...300).map { number in
      Diagnostic("a.b", .warning, at: Location(file: "a.md", line: number), "Cảnh \(number)#")
    }
    let page = text(desk(Self.state(many + [Self.wrong])).answer(PreviewRequest(path: "/")))
    #expect(page.contains("<summary>1 lỗi, 300 cảnh báo</summary>"))
    #expect(page.contains("Sai &lt;script&gt;."))
    #expect(page.contains("Cảnh 49#") && !page.contains("Cảnh 50#"))
    #expect(page.contains("Còn 251 vấn đề nữa"))
  }

  // MARK: Waiting

  /// What the page at an address says of itself when it waits.
  private func waiting(at path: String, of desk: PreviewDesk) throws -> PreviewRequest {
    let page = text(desk.answer(PreviewRequest(path: path)))
    func value(_ name: String) throws -> String {
      let rest = try #require(page.components(after: "\(name)=\""))
      return String(rest.prefix { $0 != "\"" })
    }
    return PreviewRequest(
      path: "/_xem-truoc/doi.json",
      waiting: PreviewRequest.Waiting(
        after: try #require(Int(try value("data-so"))), page: path, stamp: try value("data-dau")))
  }

  private func news(_ request: PreviewRequest, _ desk: PreviewDesk) -> String {
    text(desk.answer(request))
  }

  @Test("loads a page again when it has changed, and only then")
  func reload() throws {
    let desk = desk()
    let home = try waiting(at: "/", of: desk)
    let story = try waiting(at: "/guong/a/", of: desk)
    desk.show(Self.state(over: ["index.html": PreviewFile(Array("<body>Mới</body>".utf8))]))
    #expect(news(home, desk) == "{\"reload\":true}")
    #expect(news(story, desk).hasPrefix("{\"number\":"))
    // The style sheet has changed, so every page looks otherwise.
    desk.show(Self.state(look: 1))
    #expect(news(story, desk) == "{\"reload\":true}")
  }

  @Test("shows problems that come to light later without loading the page again")
  func later() throws {
    let desk = desk()
    let page = try waiting(at: "/", of: desk)
    desk.tell(Self.panel([Self.wrong]))
    let told = news(page, desk)
    #expect(told.hasPrefix("{\"number\":"))
    #expect(told.contains("Sai &lt;script&gt;."), "\(told)")
    #expect(text(desk.answer(PreviewRequest(path: "/"))).contains("Sai &lt;script&gt;."))
    desk.tell(.none)
    #expect(news(page, desk).hasSuffix(",\"html\":\"\"}"))
  }

  @Test("loads a page that was missing when it comes to be there")
  func comes() throws {
    let desk = desk()
    let page = try waiting(at: "/moi/", of: desk)
    desk.show(Self.state(over: ["moi/index.html": PreviewFile(Array("<body></body>".utf8))]))
    #expect(news(page, desk) == "{\"reload\":true}")
  }

  @Test("tells a page that waits when there is something new, and sends all away at the end")
  func waits() async throws {
    let desk = desk()
    let page = try waiting(at: "/", of: desk)
    let answer = Task.detached { desk.answer(page) }
    desk.show(Self.state(look: 1))
    #expect(text(await answer.value).contains("reload"))
    let next = try waiting(at: "/", of: desk)
    let last = Task.detached { desk.answer(next) }
    desk.close()
    #expect(await last.value.status == 204)
  }

  @Test("has nothing to say to a page that says nothing of itself")
  func silent() {
    #expect(desk().answer(PreviewRequest(path: "/_xem-truoc/doi.json")).status == 400)
    #expect(desk().answer(PreviewRequest(path: "/_xem-truoc/khac.js")).status == 404)
  }
}

extension String {
  /// What follows the first place of some words.
  fileprivate func components(after words: String) -> Substring? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return self[start...].dropFirst(words.count) }
      start = index(after: start)
    }
    return nil
  }
}
