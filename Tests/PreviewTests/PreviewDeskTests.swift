import Preview
import Testing

@Suite("The preview")
struct PreviewDeskTests {
  private static let files: [String: String] = [
    "index.html": "<html><body>Trang chủ</body></html>",
    "guong/a/index.html": "<html><body>A</body></html>",
    "404.html": "<html><body>Không có</body></html>",
    "assets/site.css": "body{}",
    "bao-cao/a.pdf": "0123456789",
    "khoa.html":
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><body></body>",
  ]

  private func desk(problems: String = "", isStale: Bool = false) -> PreviewDesk {
    let desk = PreviewDesk()
    desk.show(
      PreviewState(
        file: { path in Self.files[path].map { Array($0.utf8) } }, problems: problems,
        verdict: problems.isEmpty ? "" : "1 lỗi", isStale: isStale))
    return desk
  }

  private func text(_ response: PreviewResponse) -> String {
    String(decoding: response.bytes, as: UTF8.self)
  }

  private func header(_ name: String, _ response: PreviewResponse) -> String? {
    response.headers.first { $0.name == name }?.value
  }

  @Test("gives pages with the script that waits for changes, before their end")
  func pages() {
    for path in ["/", "/index.html", "//"] {
      let response = desk().answer(PreviewRequest(path: path))
      #expect(response.status == 200)
      #expect(header("Content-Type", response) == "text/html; charset=utf-8")
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

  @Test("shows what is wrong on the page, as text")
  func problems() {
    let page = text(
      desk(problems: "a.md:1: lỗi: <script>", isStale: true).answer(PreviewRequest(path: "/")))
    #expect(page.contains("<details id=\"neuguong-xem-truoc\" open>"))
    #expect(page.contains("a.md:1: lỗi: &lt;script&gt;"))
    #expect(page.contains("bản trước khi có lỗi"))
    #expect(!text(desk().answer(PreviewRequest(path: "/"))).contains("<details"))
  }

  @Test("shows problems alone while nothing can be built")
  func nothing() {
    let desk = PreviewDesk()
    desk.show(PreviewState(file: nil, problems: "thiếu", verdict: "1 lỗi", isStale: true))
    let response = desk.answer(PreviewRequest(path: "/guong/"))
    #expect(response.status == 503)
    #expect(text(response).contains("thiếu"))
  }

  @Test("lifts a policy under which a page could not learn of changes")
  func policies() {
    let page = text(desk().answer(PreviewRequest(path: "/khoa.html")))
    #expect(page.hasPrefix("<body><link"))
  }

  @Test("tells a page that waits when there is something new, at once if it is behind")
  func waiting() async throws {
    let desk = desk()
    let page = text(desk.answer(PreviewRequest(path: "/")))
    let number = try #require(
      page.split(separator: "data-so=\"").last?.split(separator: "\"").first.flatMap { Int($0) })
    let wait = PreviewRequest(path: "/_xem-truoc/doi.js", after: number)
    #expect(
      text(desk.answer(PreviewRequest(path: "/_xem-truoc/doi.js", after: number - 1)))
        .contains("reload"))
    let answer = Task.detached { desk.answer(wait) }
    desk.show(PreviewState(file: { _ in nil }, problems: "", verdict: "", isStale: false))
    #expect(text(await answer.value).contains("reload"))
  }
}
