import Campaigns
import Diagnostics
import Site
import Testing
import Vietnamese

@Suite struct FeedTests {
  private static let base = "https://vi.du/thi-dua/"

  private func site(_ change: (inout Archive) throws -> Void = { _ in }) throws -> RenderedSite {
    var archive = try Fixture.archive(
      storyText: "Xem [trường](/don-vi/truong-a/), [kế hoạch](../../campaigns/pt/campaign.md#i), "
        + "![ảnh](/media/anh.jpg)[^1]\n\n[^1]: Ghi chú.\n\n<b onclick=\"x()\">thô</b>\n\n"
        + "| a | b |\n|---|--:|\n| 1 | 2 |\n", stories: 40)
    try change(&archive)
    return try RenderedSite(archive)
  }

  @Test func unitsAndCampaignsHaveTheirOwn() throws {
    let site = try site()
    #expect(
      Set(site.files.keys.filter { $0.hasSuffix("feed.xml") || $0.hasSuffix("feed.json") }) == [
        "feed.xml", "feed.json", "don-vi/truong-a/feed.xml", "don-vi/truong-a/feed.json",
        "phong-trao/pt/feed.xml", "phong-trao/pt/feed.json",
      ])
    let own = try #require(site.files["don-vi/truong-a/feed.xml"])
    #expect(own.contains("rel=\"self\" type=\"application/atom+xml\""))
    #expect(own.contains("href=\"\(Self.base)don-vi/truong-a/feed.xml\""))
    #expect(own.contains("<title>Trường &lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;bạn"))
    #expect(own.split(separator: "<entry>").count == 31)
    #expect(!own.contains("<content"))
  }

  @Test func pagesTellOfTheirFeeds() throws {
    let site = try site()
    func feeds(_ path: String) throws -> [String] {
      try site.page(path).split(separator: "rel=\"alternate\" type=\"").dropFirst().map {
        String($0.split(separator: "href=\"")[1].prefix { $0 != "\"" })
      }
    }
    #expect(try feeds("guong/index.html") == ["../feed.xml", "../feed.json"])
    #expect(
      try feeds("don-vi/truong-a/index.html") == [
        "../../feed.xml", "../../feed.json", "../../don-vi/truong-a/feed.xml",
        "../../don-vi/truong-a/feed.json",
      ])
    #expect(try feeds("don-vi/truong-b/index.html") == ["../../feed.xml", "../../feed.json"])
    #expect(try feeds("phong-trao/pt/index.html").count == 4)
  }

  @Test func wholeTextsHaveAbsoluteAddressesAndNoMarkupOfOurPages() throws {
    let site = try site { archive in
      archive.stories[0].image = "/media/anh.jpg"
      archive.stories[0].imageAlt = "Cô \"An\" <b>"
    }
    let atom = try #require(site.files["feed.xml"])
    let json = try #require(site.files["feed.json"])
    let photo = try Fixture.photo()
    for feed in [atom, json] {
      for address in ["don-vi/truong-a/", "phong-trao/pt/#i", photo] {
        #expect(feed.contains(Self.base + address), "\(address)")
      }
      for word in ["onclick", "tabindex", "loading", "srcset", "class=\\\"scroll", "../"] {
        #expect(!feed.contains(word), "\(word)")
      }
    }
    #expect(
      atom.contains(
        "<link rel=\"enclosure\" type=\"image/jpeg\" href=\"\(Self.base)\(photo)\"/>"))
    #expect(atom.contains("alt=&quot;Cô &amp;quot;An&amp;quot; &amp;lt;b&amp;gt;&quot;"))
    #expect(json.contains("\"image\":\"\(Self.base)\(photo)\""))
  }

  @Test func aChangeIsToldAndADayBeforeTheFirstIsNot() throws {
    let changed = try Fixture.date("01/10/2024")
    let atom = try #require(
      try site { archive in
        archive.stories[2].updated = changed
        archive.stories[3].updated = PlainDate(dayNumber: 1)
      }.files["feed.xml"])
    #expect(atom.split(separator: "<updated>2024-10-01T00:00:00+07:00</updated>").count == 3)
    #expect(atom.contains("<published>2024-09-03T00:00:00+07:00</published>"))
    #expect(atom.contains("<updated>2024-09-02T00:00:00+07:00</updated>"))
  }

  @Test func idsStayWhenTheSiteMoves() throws {
    let before = try site()
    let after = try site { archive in
      archive.settings.baseURL = "https://moi.vn"
      archive.settings.feedBase = "https://vi.du/thi-dua"
    }
    func ids(_ site: RenderedSite, _ path: String) throws -> [Substring] {
      try #require(site.files[path]).split(separator: "<id>").dropFirst().map {
        $0.prefix { $0 != "<" }
      }
    }
    for path in ["feed.xml", "don-vi/truong-a/feed.xml"] {
      #expect(try ids(before, path) == ids(after, path))
    }
    #expect(after.files["feed.xml"]?.contains("href=\"https://moi.vn/guong/chuyen-1/\"") == true)
    #expect(after.files["feed.json"]?.contains("\"id\":\"https://vi.du/thi-dua/guong/") == true)
  }

  @Test func hostileTextBreaksNeitherFormat() throws {
    let hostile = "</title>]]>\u{1}\u{8}\u{FFFE}\u{FFFF}\u{7F}</script> \u{2028} “e\u{301}”"
    let site = try site { archive in
      archive.stories[0].title = hostile
      archive.stories[0].summary = hostile
      archive.stories[0].tags = [hostile]
      archive.stories[0].author = hostile
    }
    for path in ["feed.xml", "don-vi/truong-a/feed.xml"] {
      let atom = try #require(site.files[path])
      #expect(atom.contains("<title>&lt;/title&gt;]]&gt;&lt;/script&gt; \u{2028} “é”</title>"))
      for scalar in ["\u{1}", "\u{8}", "\u{FFFE}", "\u{FFFF}", "\u{7F}", "e\u{301}"] {
        #expect(!atom.unicodeScalars.contains(scalar.unicodeScalars), "\(scalar.debugDescription)")
      }
    }
    let json = try #require(site.files["feed.json"])
    #expect(json.contains("\\u003c/title\\u003e]]\\u003e\\u0001\\u0008"))
    #expect(!json.contains("<") && !json.unicodeScalars.contains("\u{2028}"))
  }

  @Test func aSiteWithoutStoriesHasNoFeed() throws {
    let site = try RenderedSite(Fixture.archive(stories: 0))
    #expect(site.files.keys.filter { $0.contains("feed") }.isEmpty)
    #expect(!(try site.page("index.html").contains("feed.xml")))
  }
}
