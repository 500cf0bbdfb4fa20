import Campaigns
import Diagnostics
import Site
import Testing
import Vietnamese

/// Lists that can grow: their sheets, their filters, and the directory of units.
@Suite struct ListPageTests {
  private func titles(_ html: String) -> Int {
    RenderedSite.values(of: "href", in: html).filter { $0.contains("../guong/chuyen-") }.count
  }

  @Test func storiesAreCutByYearKindPlaceTopicCampaignAndUnit() throws {
    var archive = try Fixture.archive(stories: 100)
    for i in 0..<40 { archive.stories[i].kind = .model }
    archive.stories[0].tags = ["Chuyển đổi số", "chuyen doi so"]
    let site = try RenderedSite(archive)
    #expect(site.bag.all.map(\.summary) == [])
    for (path, count) in [
      ("nam-hoc/2024-2025", 36), ("nam-hoc/2023-2024", 60), ("nam/2024", 60),
      ("loai/mo-hinh", 40), ("loai/ca-nhan", 60), ("cap/th", 60), ("chu-de/a-b", 60),
      ("chu-de/chuyen-doi-so", 1), ("phong-trao/pt", 60), ("don-vi/truong-a", 60),
      ("nam-hoc/2024-2025/mo-hinh", 36),
    ] {
      #expect(titles(try site.page("guong/\(path)/index.html")) == count, "\(path)")
    }
    #expect(titles(try site.page("guong/phong-trao/pt/trang/2/index.html")) == 40)
    #expect(site.pages["guong/nam-hoc/2024-2025/trang/2/index.html"] == nil)
    #expect(site.pages["guong/loai/tap-the/index.html"] == nil)
    let year = try site.page("guong/nam-hoc/2024-2025/index.html")
    #expect(year.contains("<h1>Gương điển hình năm học 2024-2025</h1>"))
    #expect(year.contains("Loại, trong “2024-2025”"))
    #expect(
      year.contains(
        "href=\"../../../guong/nam-hoc/2024-2025/index.html\" aria-current=\"page\">2024-2025 "
          + "<span class=\"count\">36<"))
    #expect(year.contains("href=\"../../../guong/index.html\">Bỏ lọc, xem tất cả</a>"))
    // A tag on a story leads to its list; the unit's page to that of the unit.
    let story = try site.page("guong/chuyen-0/index.html")
    #expect(story.contains("<a href=\"../../guong/chu-de/chuyen-doi-so/index.html\">Chuyển đổi số"))
    #expect(
      try site.page("don-vi/truong-a/index.html")
        .contains("href=\"../../guong/don-vi/truong-a/index.html\">Xem cả 100 câu chuyện"))
  }

  @Test func fewStoriesOfAUnitNeedNoListOfTheirOwn() throws {
    let site = try RenderedSite(Fixture.archive(stories: 5))
    #expect(site.pages["guong/don-vi/truong-a/index.html"] == nil)
    #expect(try !site.page("don-vi/truong-a/index.html").contains("Xem cả"))
  }

  @Test func aFilterShowsTheBiggestAndLeadsToAll() throws {
    var archive = try Fixture.archive(stories: 40)
    for i in 0..<40 { archive.stories[i].tags = ["Thẻ \(i)", "chung"] }
    let site = try RenderedSite(archive)
    let page = try site.page("guong/index.html")
    #expect(page.contains("Xem cả 41<"))
    #expect(page.split(separator: "guong/chu-de/").count == 1 + 24 + 1)
    #expect(page.contains("chu-de/chung/index.html"))
    let all = try site.page("guong/chu-de/index.html")
    #expect(all.split(separator: "guong/chu-de/").count > 41)
    // As numbers, not as letters.
    let before = try #require(all.split(separator: "Thẻ 2<").first)
    #expect(!before.contains("Thẻ 10<"))
    // One that is not among the biggest is still marked on its own page.
    #expect(
      try site.page("guong/chu-de/the-39/index.html").contains("aria-current=\"page\">Thẻ 39 "))
  }

  private func unit(_ id: String, _ name: String, parent: String? = "so") -> Unit {
    var unit = Unit(id: id, name: name, kind: .school, location: Fixture.at("units.csv", 9))
    unit.professionalParent = parent
    unit.levels = [.lowerSecondary]
    return unit
  }

  @Test func theDirectoryIsInTheOrderOfTheAlphabet() throws {
    var archive = try Fixture.archive()
    let names = [
      "Trường THCS Đinh Tiên Hoàng", "Trường THCS Duy Tân", "Trường THCS Ân Thi",
      "Trường THCS Ăm Rông", "Trường THCS An Hòa", "Trường THCS Ea Kar", "Trường THCS Ê Đê",
      "Trường THCS Ông Ích Khiêm", "Trường THCS Oai Vệ", "Trường THCS Ơn Đền",
    ]
    archive.units += names.enumerated().map { unit("u-\($0)", $1) }
    let site = try RenderedSite(archive)
    let page = try site.page("danh-ba/index.html")
    let headings = page.split(separator: "<h2 id=\"van-").dropFirst().map {
      String($0.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }
    #expect(
      headings == ["A", "Ă", "Â", "D", "Đ", "E", "Ê", "G", "O", "Ô", "Ơ", "Không theo vần"])
    #expect(page.contains("Trường THCS <b>Đinh Tiên Hoàng</b>"))
    #expect(try site.page("danh-ba/van/dd/index.html").contains("<b>Đinh Tiên Hoàng</b>"))
    #expect(try !site.page("danh-ba/van/d/index.html").contains("Đinh Tiên Hoàng"))
    #expect(site.pages["danh-ba/van/ow/index.html"] != nil)
    // One that is no more stands in its own list alone.
    #expect(!page.contains("truong-b/index.html"))
    #expect(
      try site.page("danh-ba/da-sap-xep/index.html").contains("thôi hoạt động từ 01/7/2024"))
    #expect(site.pages["danh-ba/thuoc/so/index.html"] != nil)
  }

  @Test func noPageHoldsAThousandUnits() throws {
    var archive = try Fixture.archive(stories: 3)
    for number in 0..<40 {
      archive.units.append(unit("pgd-\(number)", "Phòng Giáo dục và Đào tạo huyện Số \(number)"))
    }
    archive.units += (0..<1000).map {
      unit("t-\($0)", "Trường THCS Nguyễn Du \($0)", parent: $0 < 400 ? "so" : "pgd-\($0 % 40)")
    }
    let site = try RenderedSite(archive)
    for (path, page) in site.pages { #expect(page.utf8.count < 150_000, "\(path)") }
    #expect(try site.page("danh-ba/van/n/trang/9/index.html").contains("rel=\"prev\""))
    let index = try site.page("don-vi/index.html")
    #expect(index.contains("danh-ba/thuoc/pgd-7/index.html\">15 đơn vị trực thuộc"))
    #expect(!index.contains("don-vi/t-500/"))
    let department = try site.page("don-vi/so/index.html")
    #expect(department.contains("danh-ba/thuoc/so/index.html\">Xem cả 441 đơn vị trực thuộc"))
  }

  @Test func exemplarsReportsAndCampaignsArePaged() throws {
    var archive = try Fixture.archive(stories: 3)
    archive.campaigns[0].exemplars += (0..<100).map {
      Exemplar(
        id: "m-\($0)", campaign: "pt", name: "Mô hình \($0)", kind: .model, unit: "truong-a",
        location: Fixture.at("exemplars.csv", 3))
    }
    for number in 0..<60 {
      var other = archive.campaigns[0]
      other.id = "pt-\(number)"
      other.exemplars = []
      other.awards = []
      archive.campaigns.append(other)
    }
    let site = try RenderedSite(archive)
    let index = try site.page("dien-hinh/index.html")
    #expect(index.contains("dien-hinh/loai/mo-hinh/index.html\">Xem cả 101 điển hình"))
    #expect(try site.page("dien-hinh/loai/mo-hinh/trang/2/index.html").contains("Mô hình 99"))
    #expect(try site.page("phong-trao/trang/2/index.html").contains("rel=\"prev\""))
    #expect(site.pages["phong-trao/cap/nganh/trang/2/index.html"] != nil)
  }

  @Test func theCalendarHasAPageForEachYear() throws {
    var archive = try Fixture.archive()
    archive.campaigns[0].phases[0].due = PartialDate.parse("10/12/2023")
    let site = try RenderedSite(archive)
    let page = try site.page("lich/2023/index.html")
    #expect(page.contains("<h2 id=\"s-year\">Năm 2023</h2>"))
    #expect(page.contains("Tháng 12/2023"))
    #expect(try site.page("lich/index.html").contains("../lich/2023/index.html\">2023 "))
  }
}

@Suite struct UnitNameTests {
  @Test(arguments: [
    ("Trường THCS Nguyễn Du", "Nguyễn Du", "N"),
    ("Trường Trung học cơ sở Ăng-ghen", "Ăng-ghen", "Ă"),
    ("Trường Tiểu học và Trung học cơ sở Đoàn Kết", "Đoàn Kết", "Đ"),
    ("Trường Tiểu học số 2 Hòa Xuân", "Hòa Xuân", "H"),
    ("Trường THCS Phong Điền", "Phong Điền", "P"),
    ("Trường Mầm non Quận 1", "Quận 1", "Q"),
    ("Trường Mầm non Thành Phố", "Thành Phố", "T"),
    ("Phòng Giáo dục và Đào tạo huyện Ea Kar", "Ea Kar", "E"),
    ("Sở GDĐT Đắk Lắk", "Đắk Lắk", "Đ"),
    ("Sở Giáo dục và Đào tạo tỉnh Bến Tre", "Bến Tre", "B"),
    ("Ủy ban nhân dân xã Ba Lai", "Ba Lai", "B"),
    ("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Ba Lai", "Ba Lai", "B"),
    ("Bộ Giáo dục và Đào tạo", "Giáo dục và Đào tạo", "G"),
    ("Chính phủ", "Chính phủ", "C"), ("Trường THPT Ỷ La", "Ỷ La", "Y"),
    ("Trường THPT Ơ\u{301}t", "Ớt", "Ơ"), ("30 tháng 4", "30 tháng 4", "#"), ("", "", "#"),
  ]) func ownPart(_ name: String, _ proper: String, _ letter: String) {
    let found = UnitName(name)
    #expect(found.proper == proper)
    #expect(found.letter == letter)
    #expect(found.generic + found.proper == name)
  }
}
