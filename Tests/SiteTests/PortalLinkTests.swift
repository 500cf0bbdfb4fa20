import Campaigns
import Diagnostics
import Site
import Testing

/// How the finished page of a part is turned: byte by byte, whatever its template was.
@Suite("Links of a part")
struct PortalLinkTests {
  private func turned(
    _ html: String, at path: String = "guong/chuyen-0/index.html"
  ) throws -> (html: String, assets: Set<String>) {
    let whole = try Fixture.plan(Fixture.archive(stories: 2))
    let parts = ArchiveParts(Directory(try Fixture.archive(stories: 2)))
    let plan = try #require(SitePlan(partOf: whole, unit: "truong-a", parts: parts))
    var bytes = Array(html.utf8)
    let assets = plan.turn(&bytes, path: path)
    return (String(decoding: bytes, as: UTF8.self), assets)
  }

  @Test(arguments: [
    ("<a href=\"../../index.html#x\">Nhà</a>", "<a href=\"../../index.html#x\">Nhà</a>"),
    (
      "<a href=\"../../don-vi/truong-a/index.html#s\">A</a>", "<a href=\"../../index.html#s\">A</a>"
    ),
    (
      "<a class='k' href='../../don-vi/so/index.html'>Sở</a>",
      "<a class='k' href='https://vi.du/thi-dua/don-vi/so/'>Sở</a>"
    ),
    ("<a class=\"k\" rel=next href=../../khong/co.html>X</a>.", "<span class=\"k\">X</span>."),
    (
      "<a href=\"../../../ngoai.html\">X</a><a href=\"#a\">Y</a>",
      "<span>X</span><a href=\"#a\">Y</a>"
    ),
    ("<link rel=\"x\" href=\"../../khong/co.xml\"><p>", "<p>"),
    ("<!-- <a href=\"khong.html\"> --> 1 < 2", "<!-- <span> --> 1 < 2"),
    ("<script>\"<a href='khong.html'>\"</script>", "<script>\"<a href='khong.html'>\"</script>"),
    ("<a href=\"mailto:a@vi.du\">thư</a>", "<a href=\"mailto:a@vi.du\">thư</a>"),
    ("<a href=\"không đóng", "<a href=\"không đóng"),
  ])
  func aLinkStaysOrLeadsToTheWholeOrIsWords(html: String, expected: String) throws {
    #expect(try turned(html).html == expected)
  }

  @Test func filesThatAPageShowsGoWithIt() throws {
    let html =
      "<img src=\"../../media/anh.jpg\" srcset=\"../../media/a-1.webp 400w, ../../media/a-2.webp 800w\">"
      + "<a href=\"../../media/tep.pdf\">tệp</a>"
    let found = try turned(html)
    #expect(found.html == html)
    #expect(
      found.assets == ["media/anh.jpg", "media/a-1.webp", "media/a-2.webp", "media/tep.pdf"])
  }
}
