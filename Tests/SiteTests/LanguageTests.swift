import Campaigns
import Content
import Diagnostics
import Templating
import Testing

@testable import Site

/// A site in two languages: the same pages twice, each speaking its own.
@Suite struct LanguageTests {
  private let english = Strings(.english, ["Đơn vị": Strings.Wording("Units")])

  private func plan(translated: Bool = true) throws -> SitePlan {
    var archive = try Fixture.archive(stories: 2)
    if translated {
      archive.stories[0].translations = [
        Story.Translation(
          language: .english, title: "An English story",
          prose: Fixture.prose("[Units](/don-vi/)", "stories/2024/chuyen-0.en.md"),
          location: archive.stories[0].location)
      ]
    }
    let directory = Directory(archive)
    return SitePlan(
      directory: directory, assessor: Assessor(directory), reports: [],
      now: try Fixture.date("20/11/2024"),
      pictures: PictureBook(.memory([:]), archive: archive), languages: [.vietnamese, english])
  }

  @Test func eachPageLiesBelowTheFolderOfItsLanguage() throws {
    let plan = try plan()
    let paths = Set(plan.pages.map(\.path))
    #expect(paths.contains("en/index.html"))
    #expect(paths.contains("en/don-vi/truong-a/index.html"))
    #expect(!paths.contains("en/404.html"))
    #expect(plan.pages.first { $0.path == "en/don-vi/index.html" }?.title == "Units")
  }

  @Test func alternatesAreCompleteAndReciprocal() throws {
    let plan = try plan()
    var named: [String: [String]] = [:]
    for page in plan.pages { named[page.path] = plan.alternates(of: page).map(\.path) }
    for (path, others) in named where !others.isEmpty {
      #expect(others.contains(path))
      for other in others { #expect(named[other] == others) }
    }
    #expect(named["guong/chuyen-0/index.html"]?.count == 2)
    #expect(named["guong/chuyen-1/index.html"]?.isEmpty == true)
  }

  @Test func theSiteMapNamesTheTwins() throws {
    let plan = try plan()
    let file = try #require(SiteMap(plan, "https://vi.du/").files().first)
    let map = String(decoding: file.bytes, as: UTF8.self)
    func entry(_ path: String) throws -> String {
      let start = "<url><loc>https://vi.du/\(path)</loc>"
      let rest = try #require(map.firstRange(of: start))
      return String(map[rest.upperBound...].prefix { $0 != "\n" })
    }
    let twins = ["vi": "don-vi/", "en": "en/don-vi/", "x-default": "don-vi/"]
    for path in ["don-vi/", "en/don-vi/"] {
      for (code, other) in twins {
        let link = "hreflang=\"\(code)\" href=\"https://vi.du/\(other)\"/>"
        #expect(try entry(path).contains(link))
      }
    }
    #expect(try !entry("guong/chuyen-1/").contains("hreflang"))
    #expect(!map.contains("<loc>https://vi.du/en/guong/chuyen-1/"))
  }

  @Test func anUntranslatedStoryLeadsSearchToItsOriginal() throws {
    let plan = try plan()
    let page = try #require(plan.pages.first { $0.path == "en/guong/chuyen-1/index.html" })
    #expect(page.isUntranslated)
    #expect(!page.isListed)
    #expect(plan.canonical(page) == "guong/chuyen-1/index.html")
  }
}
