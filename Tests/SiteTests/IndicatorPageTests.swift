import Campaigns
import Site
import Testing

@Suite("Pages of indicators and the dashboard of targets")
struct IndicatorPageTests {
  private func page(_ path: String, _ archive: Archive) throws -> String {
    try RenderedSite(archive).page(path)
  }

  @Test func unitsAndPeriodsStandSideBySide() throws {
    let text = try page("chi-so/cs-1/index.html", Fixture.archive())
    #expect(text.contains("<h1>Học sinh &lt;giỏi&gt;"))
    #expect(text.contains("70,00%<span class=\"sr-only\"> Chưa đạt</span>"))
    #expect(text.contains("85,00%<span class=\"sr-only\"> Vượt</span>"))
    #expect(text.contains("Tăng, tốt lên"))
    #expect(text.contains("../../phong-trao/pt/index.html"))
  }

  @Test func aChartIsToldInWordsToo() throws {
    let text = try page("chi-so/cs-1/index.html", Fixture.archive())
    let words = try #require(text.split(separator: "<svg class=\"chart\" role=\"img\"").last)
    #expect(words.contains("<title id="))
    #expect(words.contains("2023 70,00%, kế hoạch 80%"))
  }

  @Test func aUnitWithOthersBelowItHasAPageOfItsOwn() throws {
    var archive = try Fixture.archive()
    var office = Unit(
      id: "phong", name: "Phòng A", kind: .division, location: Fixture.at("units.csv", 9))
    office.professionalParent = "so"
    archive.units.append(office)
    archive.units[1].professionalParent = "phong"
    let whole = try page("chi-so/cs-1/index.html", archive)
    #expect(whole.contains("../../chi-so/cs-1/phong/index.html"))
    #expect(!whole.contains("../../don-vi/truong-a/index.html"))
    let group = try page("chi-so/cs-1/phong/index.html", archive)
    #expect(group.contains("../../../don-vi/truong-a/index.html"))
  }

  @Test func targetsLeadToTheirIndicator() throws {
    let text = try page("don-vi/truong-a/index.html", Fixture.archive())
    #expect(text.contains("href=\"../../chi-so/cs-1/index.html\""))
    #expect(text.contains("class=\"gauge\""))
    let owner = try page("don-vi/so/index.html", Fixture.archive())
    #expect(owner.contains("Đơn vị trực thuộc thực hiện thế nào"))
    #expect(owner.contains("1 chỉ tiêu tốt lên"))
  }

  @Test func withoutIndicatorsThereIsNoSuchPart() throws {
    var archive = try Fixture.archive()
    archive.indicators = []
    let site = try RenderedSite(archive)
    #expect(site.pages["chi-so/index.html"] == nil)
    #expect(try site.page("don-vi/truong-a/index.html").contains("chi-so") == false)
  }
}
