import Campaigns
import Diagnostics
import Site
import Templating
import Testing
import Vietnamese

@Suite struct SitePageTests {
  @Test func everyLinkOfEveryPageLeadsToAFile() throws {
    let site = try RenderedSite(Fixture.archive())
    #expect(site.bag.all.map(\.summary) == [])
    let known = Set(site.pages.keys).union(site.files.keys)
      .union(SiteIcons.paths).union(
        ["html", "pdf", "xlsx", "nguon.json"].map { "bao-cao/truong-a/pt.\($0)" })
    var checked = 0
    for (path, html) in site.pages {
      for link in RenderedSite.values(of: "href", in: html) {
        if link.hasPrefix("#") || link.hasPrefix("http") || link.hasPrefix("mailto:") { continue }
        checked += 1
        let target = resolve(link, from: path)
        #expect(known.contains(target), "\(path): \(link)")
      }
    }
    #expect(checked > 500)
  }

  /// Whoever pays for data knows before what a file is and how big.
  @Test func linksToReportsTellKindAndSize() throws {
    let site = try RenderedSite(Fixture.archive())
    let page = try #require(site.pages["don-vi/truong-a/index.html"])
    #expect(page.contains("pt.pdf\">PDF<span class=\"size\">, 38 KB</span>"))
    #expect(page.contains("pt.xlsx\">Excel<span class=\"size\">, 1,2 MB</span>"))
    #expect(page.contains("pt.nguon.json\">Nguồn số liệu<"))
    #expect(!page.contains(">Word<"))
  }

  /// On the page for missing addresses links begin at the site's own root.
  private func resolve(_ link: String, from path: String) -> String {
    if link.hasPrefix("/thi-dua/") { return String(link.dropFirst("/thi-dua/".count)) }
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in link.prefix(while: { $0 != "#" }).split(separator: "/") {
      if part == ".." { parts.removeLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }

  @Test func hostileNamesStayText() throws {
    let site = try RenderedSite(Fixture.archive())
    for (path, html) in site.pages {
      // Our own have a source; one in a name would stand alone.
      #expect(!html.contains("<script>"), "\(path)")
      #expect(!html.contains("<b>đậm"), "\(path)")
      #expect(!html.contains("<i>nghiêng"), "\(path)")
      #expect(!html.contains("javascript:"), "\(path)")
    }
    let unit = try site.page("don-vi/truong-a/index.html")
    #expect(unit.contains("<h1>Trường &lt;script&gt;"))
  }

  @Test func unitPageTellsEverythingOfTheUnit() throws {
    let page = try RenderedSite(Fixture.archive()).page("don-vi/truong-a/index.html")
    for text in [
      "1.234", "85,00%", "70,00%", "state-exceeded", "Vượt", "Ít nhất 80%", "Kỳ trước",
      "Công trình",
      "Đang thực hiện",
      "Huân chương", "12/QĐ-SGDĐT", "Thư viện mở", "Bổ sung sổ", "pt.pdf", "Cô Trần Thị An",
      "Hiệu trưởng", "Trường B", "Cụm 1", "Dữ liệu minh họa", "Về trường",
      "role=\"region\"",
    ] {
      #expect(page.contains(text), "thiếu “\(text)”")
    }
  }

  @Test func campaignRollsUpAtItsOwner() throws {
    let page = try RenderedSite(Fixture.archive()).page("phong-trao/pt/index.html")
    #expect(page.contains("Cộng dồn từ các đơn vị trực thuộc"))
    #expect(page.contains("Kết quả theo đơn vị"))
    #expect(page.contains("bước tiếp theo"))
    #expect(page.contains("Kế hoạch không ghi") == false)
    #expect(page.contains("khi xong"))
    #expect(page.contains("<h3 id=\"i-muc-dich\">I. Mục đích</h3>"))
  }

  @Test func closedUnitPointsToItsSuccessor() throws {
    let page = try RenderedSite(Fixture.archive()).page("don-vi/truong-b/index.html")
    #expect(page.contains("sắp xếp lại từ ngày 01/7/2024"))
    #expect(page.contains("../../don-vi/truong-a/index.html"))
  }

  @Test func awardsAreInTheOrderOfConferringAndHideWhoDidNotConsent() throws {
    let page = try RenderedSite(Fixture.archive()).page("khen-thuong/index.html")
    let order = try #require(page.split(separator: "Huân chương").first)
    #expect(!order.contains("Giấy khen"))
    #expect(page.contains("Một giáo viên"))
    #expect(!page.contains("Lê Văn Kín"))
    // The third award was revoked.
    let list = try #require(page.split(separator: "Quyết định đã hủy bỏ").first)
    #expect(list.split(separator: "12/QĐ-SGDĐT").count == 3)
  }

  @Test func storiesArePaged() throws {
    let site = try RenderedSite(Fixture.archive())
    let first = try site.page("guong/index.html")
    let second = try site.page("guong/trang/2/index.html")
    #expect(first.split(separator: "<article").count == 25)
    #expect(second.split(separator: "<article").count == 7)
    #expect(first.contains("rel=\"next\""))
    #expect(!second.contains("rel=\"next\""))
    #expect(second.contains("aria-current=\"page\"><span class=\"sr-only\">Trang </span>2</a>"))
    #expect(site.pages["guong/trang/3/index.html"] == nil)
  }

  @Test func oldAddressSendsOn() throws {
    let page = try RenderedSite(Fixture.archive()).page("chuyen-cu/index.html")
    #expect(page.contains("url=../guong/chuyen-1/index.html"))
  }

  @Test func missingPageWorksFromAnyDepth() throws {
    let page = try RenderedSite(Fixture.archive()).page("404.html")
    #expect(page.contains("href=\"/thi-dua/assets/site.css\""))
    #expect(page.contains("href=\"/thi-dua/index.html\""))
    #expect(!page.contains("rel=\"canonical\""))
  }

  @Test func emptySiteStillHasAllItsParts() throws {
    let site = try RenderedSite(Archive(settings: SiteSettings(title: "Trống")))
    #expect(site.bag.all.map(\.id) == ["site.no-base-url"])
    // The parts of a site, the directory, the search, and the filter of the one report.
    #expect(site.pages.count == 12)
    #expect(
      site.files.keys.sorted() == [
        "assets/site.css", "assets/tim-kiem.js", "assets/trang.js", "manifest.webmanifest",
        "robots.txt",
      ])
    #expect(try site.page("404.html").contains("href=\"/index.html\""))
  }
}

@Suite struct SiteLinkTests {
  private func site(_ text: String) throws -> RenderedSite {
    try RenderedSite(Fixture.archive(storyText: text, stories: 2))
  }

  @Test func linksToContentFilesBecomeLinksToPages() throws {
    let page = try site(
      "[a](../../campaigns/pt/campaign.md#i-muc-dich) [b](chuyen-1.md) [c](/don-vi/truong-a/) "
        + "[d](/gioi-thieu) [e](https://a.vn) [f](#x) ![g](/media/anh.jpg)"
    ).page("guong/chuyen-0/index.html")
    for address in [
      "../../phong-trao/pt/index.html#i-muc-dich", "../../guong/chuyen-1/index.html",
      "../../don-vi/truong-a/index.html", "../../gioi-thieu/index.html", "https://a.vn",
    ] {
      #expect(page.contains("href=\"\(address)\""), "\(address)")
    }
    #expect(page.contains("src=\"../../media/anh-"))
  }

  @Test func tablesOfATextScrollInTheirOwnBox() throws {
    let page = try site("| a | b |\n|---|--:|\n| 1 | 2 |\n").page("guong/chuyen-0/index.html")
    #expect(page.contains("tabindex=\"0\"><table>"))
    #expect(page.contains("<td class=\"to-right\">2</td>"))
    #expect(!page.contains("align=\""))
  }

  @Test func brokenLinkIsToldWithItsLine() throws {
    let found = try site("Một.\n\nXem [đây](/don-vi/truong-c/) và ![ảnh](khong-co.jpg).").bag.sorted
    let link = try #require(found.first { $0.id == "link.missing-page" })
    #expect(link.location?.file == "stories/2024/chuyen-0.md")
    #expect(link.location?.line == 12)
    #expect(link.summary == "Liên kết “/don-vi/truong-c/” không dẫn tới trang nào.")
    #expect(link.help == "Có phải ý bạn là “/don-vi/truong-a/”?")
    #expect(found.contains { $0.id == "link.missing-file" })
  }

  @Test func linkOutOfTheFolderIsBroken() throws {
    let found = try site("[x](../../../../etc/passwd)").bag.all
    #expect(Set(found.map(\.id)) == ["link.missing-page"])
  }

  @Test func addressesTakenTwiceAndReservedNamesAreErrors() throws {
    var archive = try Fixture.archive(stories: 2)
    archive.stories[1].aliases = ["/don-vi/so/", "../ra-ngoai", ""]
    archive.pages.append(
      FreePage(
        slug: "guong", title: "Gương", isInMenu: false, order: 0,
        prose: Fixture.prose("x", "pages/guong.md")))
    let ids = try Fixture.plan(archive).problems.all.map(\.id)
    #expect(
      ids == ["page.reserved-name", "page.same-address", "page.bad-alias", "page.bad-alias"])
  }
}

@Suite struct SiteAssetTests {
  @Test func feedHasWhatReadersNeed() throws {
    let feed = try #require(try RenderedSite(Fixture.archive(stories: 40)).files["feed.xml"])
    #expect(feed.split(separator: "<entry>").count == 31)
    #expect(feed.contains("<id>https://vi.du/thi-dua/</id>"))
    #expect(feed.contains("<id>https://vi.du/thi-dua/guong/chuyen-0/</id>"))
    #expect(feed.contains("<updated>2024-09-05T00:00:00+07:00</updated>"))
    #expect(feed.contains("<title>Chuyện &lt;b&gt;đậm&lt;/b&gt;</title>"))
    #expect(feed.contains("term=\"a &amp; b\""))
    #expect(isBalanced(feed))
  }

  @Test func siteMapListsPagesForReaders() throws {
    let site = try RenderedSite(Fixture.archive())
    let map = try #require(site.files["sitemap.xml"])
    #expect(map.contains("<loc>https://vi.du/thi-dua/don-vi/truong-a/</loc>"))
    #expect(map.contains("<lastmod>2024-09-05</lastmod>"))
    #expect(!map.contains("404"))
    #expect(!map.contains("chuyen-cu"))
    #expect(isBalanced(map))
    #expect(
      site.files["robots.txt"]?.contains("Sitemap: https://vi.du/thi-dua/sitemap.xml") == true)
  }

  @Test func themeColourIsMadeReadable() throws {
    let css = try #require(try RenderedSite(Fixture.archive()).files["assets/site.css"])
    #expect(css.hasPrefix("a{}\n:root{--primary:#"))
    // The yellow asked for is too light for text on paper, and fine on dark wood.
    #expect(!css.prefix(40).contains("ffcc00"))
    #expect(css.contains("dark){:root{--primary:#ffcc00;"))
    // As a band it stays, under dark words.
    #expect(css.contains("--band:#ffcc00;--band-ink:#1f1a15;"))
  }

  @Test func badColourIsAnError() throws {
    var archive = try Fixture.archive(stories: 0)
    archive.settings.accentColor = "red;}"
    let site = try RenderedSite(archive)
    #expect(site.bag.all.map(\.id) == ["site.bad-color"])
    #expect(site.files["assets/site.css"]?.contains("red") == false)
  }

  /// Whether every element is closed in turn; enough for XML that we write ourselves.
  private func isBalanced(_ xml: String) -> Bool {
    var open: [Substring] = []
    for part in xml.split(separator: "<").dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.hasSuffix("/") || tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty
  }
}
