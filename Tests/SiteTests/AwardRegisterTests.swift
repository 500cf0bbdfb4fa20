import Campaigns
import Diagnostics
import Site
import Testing
import Vietnamese

/// The register of awards, its filters, and what it must never count.
@Suite struct AwardRegisterTests {
  private func award(
    _ id: String, _ form: Award.Form = .certificate, _ basis: Award.Basis = .regular,
    decided: String? = "18/7/2024", _ change: (inout Award) throws -> Void = { _ in }
  ) throws -> Award {
    var award = Award(
      id: id, awardClass: form.isTitle ? .title : .form, form: form, subjectKind: .collective,
      unit: "truong-a", basis: basis, location: Fixture.at("awards.csv", 2))
    award.subject = "Tổ \(id)"
    award.decisionDate = try decided.map(Fixture.date)
    award.decisionNumber = decided.map { _ in "\(id)/QĐ-SGDĐT" }
    try change(&award)
    return award
  }

  /// A site with these awards alone, outside any campaign.
  private func site(_ awards: Award..., packs: [RulePack] = []) throws -> RenderedSite {
    try site(awards, packs: packs)
  }

  private func site(_ awards: [Award], packs: [RulePack] = []) throws -> RenderedSite {
    var archive = try Fixture.archive()
    archive.campaigns[0].awards = []
    archive.awards = awards
    archive.rulePacks = packs
    let site = try RenderedSite(archive)
    #expect(site.bag.all.map(\.summary) == [])
    return site
  }

  @Test func awardsOutsideCampaignsAreShown() throws {
    let site = try site(award("1"))
    for path in ["khen-thuong/index.html", "don-vi/truong-a/index.html"] {
      #expect(try site.page(path).contains("1/QĐ-SGDĐT"), "\(path)")
    }
  }

  @Test func aRevokedAwardIsATombstoneAndCountsNowhere() throws {
    let site = try site(
      award("con"), award("huy") { $0.revokedOn = try Fixture.date("14/9/2024") })
    let register = try site.page("khen-thuong/index.html")
    let parts = register.split(separator: "Quyết định đã hủy bỏ")
    try #require(parts.count == 2)
    #expect(!parts[0].contains("huy/QĐ-SGDĐT"))
    #expect(parts[1].contains("<s>Giấy khen: Tổ huy"))
    #expect(parts[1].contains("Đã hủy bỏ ngày 14/9/2024"))
    #expect(register.contains("<dd>1: 0 danh hiệu, 1 hình thức khen thưởng</dd>"))
    // The filter's count, and every page but the register.
    #expect(register.contains("Giấy khen <span class=\"count\">1<"))
    for (path, page) in site.pages where !path.hasPrefix("khen-thuong/") {
      #expect(!page.contains("huy/QĐ-SGDĐT"), "\(path)")
    }
    let home = try site.page("index.html")
    #expect(home.contains("lượt khen thưởng"))
    #expect(!home.contains("Tổ huy"))
  }

  @Test func aListOfRevokedAwardsAloneStillTellsThem() throws {
    let site = try site(award("huy") { $0.revokedOn = try Fixture.date("14/9/2024") })
    let page = try site.page("khen-thuong/giay-khen/index.html")
    #expect(page.contains("Đã hủy bỏ ngày 14/9/2024"))
    #expect(page.contains("Chưa có quyết định khen thưởng nào đang có hiệu lực"))
  }

  @Test func aProposalIsShownOnlyWhileItsNoticeRuns() throws {
    func proposal(_ until: String?) throws -> Award {
      try award("de-nghi", .governmentFlag, decided: nil) {
        $0.proposedOn = try Fixture.date("01/01/2024")
        $0.noticeUntil = try until.map(Fixture.date)
      }
    }
    let open = try site(proposal("31/12/2030"))
    let register = try open.page("khen-thuong/index.html")
    #expect(register.contains("Đang đề nghị, công khai lấy ý kiến"))
    #expect(register.contains("Công khai đến hết ngày 31/12/2030"))
    #expect(register.contains("<dd>0: 0 danh hiệu, 0 hình thức khen thưởng</dd>"))
    #expect(open.pages["khen-thuong/co-cp/index.html"] == nil)
    for until in [nil, "01/02/2024"] {
      for (path, page) in try site(proposal(until)).pages {
        #expect(!page.contains("Tổ de-nghi"), "\(path)")
      }
    }
  }

  @Test func everyFilterIsAPageOfItsOwn() throws {
    let site = try site(
      award("1") { $0.period = .term(try #require(SchoolTerm(startYear: 2023, part: .whole))) },
      award("2", .advancedCollective), award("3", .certificate, .adHoc, decided: "05/02/2025"))
    func rows(_ list: String) throws -> Int {
      try site.page("khen-thuong/\(list)/index.html").split(separator: "/QĐ-SGDĐT").count - 1
    }
    #expect(try rows("2023-2024") == 1)
    #expect(try rows("2024") == 2)
    #expect(try rows("2025") == 1)
    #expect(try rows("danh-hieu") == 1)
    #expect(try rows("hinh-thuc") == 2)
    #expect(try rows("giay-khen") == 2)
    #expect(try rows("dot-xuat") == 1)
    #expect(try rows("tap-the") == 3)
    #expect(try rows("th") == 3)
    #expect(site.pages["khen-thuong/cong-hien/index.html"] == nil)
    let page = try site.page("khen-thuong/dot-xuat/index.html")
    #expect(page.contains("<h1>Khen thưởng đột xuất</h1>"))
    #expect(page.contains("href=\"../../khen-thuong/dot-xuat/index.html\" aria-current=\"page\""))
    #expect(!page.contains("<script>"))
  }

  @Test func aThousandAwardsArePaged() throws {
    let site = try site((1...1000).map { try award(String($0)) })
    let first = try site.page("khen-thuong/index.html")
    let last = try site.page("khen-thuong/trang/10/index.html")
    #expect(first.split(separator: "/QĐ-SGDĐT").count == 101)
    #expect(last.split(separator: "/QĐ-SGDĐT").count == 101)
    #expect(last.contains("<td class=\"tt\">1000</td>"))
    #expect(last.contains("rel=\"prev\""))
    #expect(!last.contains("rel=\"next\""))
    #expect(first.contains("<dt>Lượt khen thưởng</dt><dd>1.000:"))
    #expect(!last.contains("<dt>Lượt khen thưởng</dt>"))
    #expect(site.pages["khen-thuong/giay-khen/trang/10/index.html"] != nil)
  }

  @Test func rulesOfYesterdayAndTodayStandWithTheirArticles() throws {
    let act = "luat"
    func pack(_ id: String, from: String, to: String?) throws -> RulePack {
      var pack = RulePack(
        id: id, title: "Bộ \(id)", act: act, from: try Fixture.date(from),
        to: try to.map(Fixture.date), scope: [], location: Fixture.at("rules/\(id).yaml"))
      pack.authorities = [
        RulePack.Authority(
          office: "Giám đốc Sở | Giám đốc sở khác", forms: [.certificate], article: "Điều 80",
          location: Fixture.at("rules/\(id).yaml", 4)),
        RulePack.Authority(
          office: "Chủ tịch huyện", forms: [], article: "Điều 2",
          location: Fixture.at("rules/\(id).yaml", 8)),
      ]
      return pack
    }
    let page = try site(
      [],
      packs: [
        pack("cu", from: "01/01/2017", to: "31/12/2020"), pack("moi", from: "01/01/2021", to: nil),
      ]
    ).page("quy-tac/index.html")
    let order = try #require(page.split(separator: "Bộ cu").first)
    #expect(order.contains("Bộ moi"))
    #expect(page.contains("từ ngày 01/01/2017 đến hết ngày 31/12/2020"))
    #expect(page.contains("Giám đốc Sở, Giám đốc sở khác: Giấy khen"))
    #expect(page.contains("Chủ tịch huyện: không còn chức vụ này"))
    #expect(page.contains("Điều 80"))
    #expect(try site().pages["quy-tac/index.html"] == nil)
  }
}
