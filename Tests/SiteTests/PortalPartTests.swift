import Campaigns
import Diagnostics
import Site
import Testing
import Vietnamese

/// The site below any path, and the small sites of single units.
@Suite("A site inside another portal")
struct PortalPartTests {
  static let units = [
    "thcs-dam-o-loan-moi", "th-con-phung-moi", "so-gddt-dak-lak", "pgd-ba-lai", "chinh-phu",
  ]

  @Test func everyLinkOfTheSampleIsRelativeAndLeadsToAFile() async throws {
    let audit = try LinkAudit(try await PortalSample().whole)
    #expect(audit.pages.count > 100)
    #expect(audit.problems == [])
    #expect(audit.absolute(to: PortalSample.baseURL).allSatisfy { $0.hasSuffix("/manh.txt") })
  }

  @Test(arguments: units)
  func theSmallSiteOfAUnitStandsByItself(unit: String) async throws {
    let sample = try await PortalSample()
    let audit = try LinkAudit(try sample.part(unit))
    #expect(audit.problems == [])
    let home = try #require(audit.pages["index.html"])
    let name = try #require(sample.directory.name(ofUnit: unit))
    #expect(home.contains("<h1>\(name)</h1>"))
    // What it has itself it does not fetch from the whole site.
    for url in audit.links(to: PortalSample.baseURL) {
      let path = url.dropFirst(PortalSample.baseURL.count)
      #expect(audit.pages["\(path)index.html"] == nil || path.isEmpty, "\(url)")
    }
  }

  @Test func withoutAnAddressOfTheWholeLinksOutAreWords() async throws {
    let sample = try await PortalSample(baseURL: nil)
    let audit = try LinkAudit(try sample.part("thcs-dam-o-loan-moi"))
    #expect(audit.problems == [])
    let home = try #require(audit.pages["index.html"])
    #expect(home.contains("Cơ quan chủ quản"))
    let unlinked = home.contains("<dt>Cơ quan chủ quản</dt><dd><span>Phòng Giáo dục")
    #expect(unlinked)
    #expect(audit.links(to: "http").isEmpty)
    #expect(audit.pages["404.html"] == nil)
  }

  @Test func aSmallSiteTellsOnlyOfItsOwn() async throws {
    let sample = try await PortalSample()
    let archive = try #require(sample.parts.archive(of: "so-gddt-phu-yen"))
    let inside = Set(archive.units.map(\.id))
    #expect(inside.contains("thcs-dam-o-loan-moi"))
    #expect(!inside.contains("so-gddt-dak-lak"))
    #expect(archive.stories.allSatisfy { $0.unit.map(inside.contains) ?? true })
    #expect(!archive.stories.isEmpty)
    for campaign in archive.campaigns {
      #expect(campaign.results.allSatisfy { inside.contains($0.unit) })
      #expect(campaign.awards.allSatisfy { inside.contains($0.unit) })
      #expect(campaign.exemplars.allSatisfy { inside.contains($0.unit) })
    }
    #expect(sample.parts.archive(of: "không-có") == nil)
  }

  /// The cut must not change a figure: not by losing who reported, nor who is missing.
  @Test func figuresOfAPartAreThoseOfTheWhole() async throws {
    let sample = try await PortalSample()
    let assessor = Assessor(sample.directory)
    let now = try Fixture.date("31/5/2025")
    var compared = 0
    for unit in sample.directory.archive.units {
      let archive = try #require(sample.parts.archive(of: unit.id))
      let directory = Directory(archive)
      let own = Assessor(directory)
      let whole = Set(sample.directory.campaigns(of: unit.id).map(\.id))
      #expect(whole.isSubset(of: archive.campaigns.map(\.id)))
      for campaign in archive.campaigns where whole.contains(campaign.id) {
        let full = try #require(sample.directory.campaign(campaign.id))
        let periods = assessor.periods(of: full, unit: unit.id)
        #expect(own.periods(of: campaign, unit: unit.id) == periods)
        for period in periods {
          let here = own.assess(campaign, unit: unit, period: period)
          let there = assessor.assess(full, unit: unit, period: period)
          #expect(here.map(\.reason) == there.map(\.reason), "\(unit.id) \(campaign.id)")
          #expect(here.map(\.valueText) == there.map(\.valueText))
          compared += here.count
        }
        let duties = board(campaign, directory, now, unit.id)
        #expect(duties == board(full, sample.directory, now, unit.id), "\(unit.id) \(campaign.id)")
      }
    }
    #expect(compared > 50)
  }

  private func board(
    _ campaign: Campaign, _ directory: Directory, _ now: PlainDate, _ unit: String
  ) -> [String] {
    DutyBoard(campaign, in: directory, now: now).columns.flatMap { column in
      column.entries.filter { $0.unit == unit }.map {
        "\(column.turn.id) \(column.turn.lastDay?.iso ?? "-") \($0.state.title)"
      }
    }
  }

  @Test func aSmallSiteWithAnAddressHasItsOwnFeedAndMap() async throws {
    let sample = try await PortalSample()
    let base = "https://truong.edu.vn/thi-dua/"
    let plan = try sample.part("thcs-dam-o-loan-moi", baseURL: base)
    var bag = DiagnosticBag()
    let files = SiteAssets(plan: plan, styles: []).files(into: &bag)
    let map = try #require(files.first { $0.path == "sitemap.xml" })
    let text = String(decoding: map.bytes, as: UTF8.self)
    #expect(text.contains("<loc>\(base)</loc>"))
    #expect(!text.contains(PortalSample.baseURL))
    let audit = try LinkAudit(plan)
    #expect(audit.problems == [])
    #expect(audit.pages["404.html"]?.contains("href=\"/thi-dua/") == true)
    #expect(audit.pages["index.html"]?.contains("rel=\"canonical\" href=\"\(base)\"") == true)
  }
}
