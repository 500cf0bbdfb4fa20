import Campaigns
import Testing
import Vietnamese

/// Results of a campaign cut by school year and by calendar year.
@Suite struct CampaignSliceTests {
  private func page(_ periods: [Period]) throws -> String {
    var archive = try Fixture.archive()
    let pattern = try #require(archive.campaigns[0].results.first)
    archive.campaigns[0].results = periods.enumerated().map { i, period in
      var result = pattern
      result.period = period
      result.numerator = VNNumber(81 + i)
      return result
    }
    return try RenderedSite(archive).page("phong-trao/pt/index.html")
  }

  @Test func bothCutsStandBesideEachOther() throws {
    let term = Period.term(try #require(SchoolTerm(startYear: 2023, part: .first)))
    let page = try page([term, .year(2024)])
    let cuts = page.split(separator: "<caption>Theo ")
    #expect(cuts.count == 3)
    #expect(cuts[1].hasPrefix("năm học, học kỳ"))
    #expect(cuts[1].contains("HK I 2023-2024"))
    #expect(cuts[1].contains("81,00%"))
    #expect(!cuts[1].contains("82,00%"))
    #expect(cuts[2].hasPrefix("năm<"))
    #expect(cuts[2].contains("82,00%"))
  }

  @Test func aCutWithoutResultsIsLeftOut() throws {
    #expect(try !page([.year(2024)]).contains("Theo năm học, học kỳ"))
    #expect(try !page([]).contains("Kết quả qua các kỳ"))
  }
}
