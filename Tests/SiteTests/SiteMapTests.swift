import Campaigns
import Diagnostics
import Site
import Testing
import Vietnamese

@Suite struct SiteMapTests {
  private func changes(_ archive: Archive) throws -> [String: String] {
    let map = try #require(try RenderedSite(archive).files["sitemap.xml"])
    var found: [String: String] = [:]
    for part in map.split(separator: "<url><loc>https://vi.du/thi-dua/").dropFirst() {
      let address = String(part.prefix { $0 != "<" })
      #expect(found[address] == nil, "\(address)")
      found[address] =
        part.contains("<lastmod>")
        ? String(part.split(separator: "<lastmod>")[1].prefix { $0 != "<" }) : ""
    }
    return found
  }

  @Test func daysComeFromTheContentAlone() throws {
    var archive = try Fixture.archive()
    archive.stories[7].updated = try Fixture.date("01/10/2024")
    archive.campaigns[0].awards[0].decisionDate = try Fixture.date("02/10/2024")
    // Planned, and no change yet.
    archive.campaigns[0].results[0].asOf = try Fixture.date("31/12/2024")
    archive.campaigns[0].results[1].asOf = try Fixture.date("03/10/2024")
    archive.pages[0].updated = try Fixture.date("04/3/2024")
    archive.settings.reportDate = try Fixture.date("05/10/2024")
    let days = try changes(archive)
    #expect(days["guong/chuyen-7/"] == "2024-10-01")
    #expect(days["guong/chuyen-6/"] == "2024-08-30")
    #expect(days["guong/"] == "2024-10-01")
    #expect(days["don-vi/truong-a/"] == "2024-10-03")
    #expect(days["phong-trao/pt/"] == "2024-10-03")
    #expect(days["chi-so/cs-1/"] == "2024-10-03")
    #expect(days["khen-thuong/"] == "2024-10-02")
    #expect(days["dien-hinh/dh-1/"] == "2024-03-02")
    #expect(days["gioi-thieu/"] == "2024-03-04")
    #expect(days["don-vi/truong-b/"] == "")
    #expect(days["bao-cao/truong-a/pt.html"] == "2024-10-05")
    #expect(days["bao-cao/truong-a/pt.pdf"] == "2024-10-05")
    #expect(days["bao-cao/truong-a/pt.xlsx"] == nil)
    #expect(days["404.html"] == nil)
    #expect(days["chuyen-cu/"] == nil)
  }

  @Test func picturesOfStoriesAreTold() throws {
    var archive = try Fixture.archive(stories: 2)
    archive.stories[0].image = "/media/anh.jpg"
    archive.stories[0].imageAlt = "Ảnh"
    archive.stories[1].image = "https://noi-khac.vn/anh.jpg"
    archive.stories[1].imageAlt = "Ảnh"
    let map = try #require(try RenderedSite(archive).files["sitemap.xml"])
    #expect(map.split(separator: "<image:image>").count == 2)
    #expect(try map.contains("<image:loc>https://vi.du/thi-dua/\(Fixture.photo())</image:loc>"))
  }

  @Test func aLargeSiteHasSeveralMaps() throws {
    let day = try Fixture.date("04/3/2024")
    var limits = SiteMap.Limits()
    limits.addresses = 2
    let entries = (1...5).map { SiteMap.Entry(path: "a/\($0)/", changed: $0 == 2 ? day : nil) }
    let files = SiteMap(entries, "https://vi.du/", limits: limits).files()
    #expect(
      files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    let texts = files.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(
      texts[0].contains(
        "<sitemap><loc>https://vi.du/sitemap-1.xml</loc><lastmod>2024-03-04</lastmod></sitemap>"))
    #expect(texts[0].contains("<sitemap><loc>https://vi.du/sitemap-2.xml</loc></sitemap>"))
    #expect(texts[1...].map { $0.split(separator: "<loc>").count - 1 } == [2, 2, 1])

    limits = SiteMap.Limits()
    limits.bytes = 300
    let small = SiteMap(entries, "https://vi.du/", limits: limits).files()
    #expect(small.dropFirst().allSatisfy { $0.bytes.count <= 300 })
    #expect(small.count > 2)
  }

  @Test func whatMayNotStandInAnAddressIsEncoded() {
    let file = SiteMap([SiteMap.Entry(path: "ảnh \"<&.pdf")], "https://vi.du/").files()[0]
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        .contains("<loc>https://vi.du/%E1%BA%A3nh%20%22%3C&amp;.pdf</loc>"))
  }
}
