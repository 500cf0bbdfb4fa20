import Campaigns
import Diagnostics
import Site
import Testing
import Vietnamese

@Suite struct StructuredDataTests {
  /// The text of the element; the test fails if there is not exactly one.
  private func data(_ site: RenderedSite, _ path: String) throws -> String {
    let parts = try site.page(path).split(separator: "<script type=\"application/ld+json\">")
    try #require(parts.count == 2, "\(path)")
    return String(try #require(parts[1].split(separator: "</script>").first))
  }

  @Test func eachKindOfPageHasItsType() throws {
    var archive = try Fixture.archive()
    archive.settings.publisher = nil
    let site = try RenderedSite(archive)
    for (path, types) in [
      ("index.html", ["WebSite", "Organization"]),
      ("guong/chuyen-0/index.html", ["Article", "BreadcrumbList"]),
      ("don-vi/truong-a/index.html", ["ElementarySchool", "BreadcrumbList"]),
      ("don-vi/so/index.html", ["GovernmentOrganization", "BreadcrumbList"]),
      ("phong-trao/pt/index.html", ["Event", "BreadcrumbList"]),
      ("guong/trang/2/index.html", ["CollectionPage", "ItemList", "BreadcrumbList"]),
      ("gioi-thieu/index.html", ["WebPage", "BreadcrumbList"]),
    ] {
      let data = try data(site, path)
      for type in types { #expect(data.contains("\"@type\":\"\(type)\""), "\(path): \(type)") }
    }
    for path in ["404.html", "chuyen-cu/index.html"] {
      #expect(!(try site.page(path).contains("ld+json")), "\(path)")
    }
  }

  @Test func aStoryTellsWhenByWhomAndOfWhom() throws {
    var archive = try Fixture.archive(stories: 2)
    archive.stories[0].author = "Tổ Ngữ văn"
    archive.stories[0].updated = try Fixture.date("01/10/2024")
    archive.stories[0].image = "/media/anh.jpg"
    archive.stories[0].imageAlt = "Ảnh"
    archive.stories[1].author = "Tô Văn Nam"
    let site = try RenderedSite(archive)
    let data = try data(site, "guong/chuyen-0/index.html")
    for part in [
      "\"datePublished\":\"2024-09-05\",\"dateModified\":\"2024-10-01\"",
      "\"author\":{\"@type\":\"Organization\",\"name\":\"Tổ Ngữ văn\"}",
      "\"image\":\"https://vi.du/thi-dua/media/anh-",
      "\"publisher\":{\"@type\":\"GovernmentOrganization\",",
      "\"mainEntityOfPage\":\"https://vi.du/thi-dua/guong/chuyen-0/\"",
      "\"isPartOf\":{\"@type\":\"WebSite\",", "\"mentions\":{\"@type\":\"Event\",",
    ] {
      #expect(data.contains(part), "\(part)")
    }
    // Of those whom it names the page tells; this is for machines.
    #expect(!data.contains("Trần Thị An"))
    let other = try self.data(site, "guong/chuyen-1/index.html")
    #expect(other.contains("\"author\":{\"@type\":\"Person\",\"name\":\"Tô Văn Nam\"}"))
  }

  @Test func aUnitTellsItsSuperiorAddressAndItsOwnAwardsOnly() throws {
    var archive = try Fixture.archive()
    archive.units[1].address = "1 Lê Lợi"
    archive.units[1].phone = "0257 1234"
    archive.campaigns[0].awards[0].subjectKind = .collective
    archive.campaigns[0].awards[0].person = nil
    let data = try data(try RenderedSite(archive), "don-vi/truong-a/index.html")
    for part in [
      "\"parentOrganization\":{\"@type\":\"GovernmentOrganization\",",
      "\"telephone\":\"0257 1234\"",
      "\"address\":{\"@type\":\"PostalAddress\",\"streetAddress\":\"1 Lê Lợi\"",
      "\"award\":[\"Giấy khen, 12/QĐ-SGDĐT\"]",
    ] {
      #expect(data.contains(part), "\(part)")
    }
    #expect(!data.contains("Huân chương"))
    #expect(!data.contains("javascript:"))
  }

  @Test func breadcrumbsAreThoseOfThePage() throws {
    let data = try data(RenderedSite(Fixture.archive()), "don-vi/truong-a/index.html")
    let list = try #require(data.split(separator: "BreadcrumbList").last)
    let root = "https://vi.du/thi-dua/"
    #expect(
      list.contains(
        "{\"@type\":\"ListItem\",\"position\":1,\"name\":\"Trang chủ\",\"item\":\"\(root)\"},"
          + "{\"@type\":\"ListItem\",\"position\":2,\"name\":\"Đơn vị\",\"item\":\"\(root)don-vi/\"},"
          + "{\"@type\":\"ListItem\",\"position\":3,\"name\":\"Sở Giáo dục\","
          + "\"item\":\"\(root)don-vi/so/\"},{\"@type\":\"ListItem\",\"position\":4,"))
  }

  @Test func noTextEndsTheElement() throws {
    let hostile = "</script><script>alert(1)</script><!-- \u{2028} \u{1} \"\\ &amp; -->"
    var archive = try Fixture.archive(stories: 2)
    archive.stories[0].title = hostile
    archive.stories[0].summary = hostile
    archive.stories[0].tags = [hostile]
    archive.units[1].name = hostile
    archive.campaigns[0].title = hostile
    archive.settings.tagline = hostile
    let site = try RenderedSite(archive)
    for (path, html) in site.pages where html.contains("ld+json") {
      let data = try data(site, path)
      for sign in ["<", ">", "&", "\u{2028}", "\u{1}"] {
        #expect(!data.unicodeScalars.contains(sign.unicodeScalars), "\(path)")
      }
      #expect(
        html.split(separator: "</script").count == html.split(separator: "<script ").count,
        "\(path)")
    }
    #expect(
      try data(site, "guong/chuyen-0/index.html").contains(
        "\"headline\":\"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e"
          + "\\u003c!-- \\u2028 \\u0001 \\\"\\\\ \\u0026amp; --\\u003e\""))
  }

  @Test func withoutAnAddressOfTheSiteThereIsNone() throws {
    var archive = try Fixture.archive(stories: 2)
    archive.settings.baseURL = nil
    for (path, html) in try RenderedSite(archive).pages {
      #expect(!html.contains("ld+json"), "\(path)")
    }
  }
}
