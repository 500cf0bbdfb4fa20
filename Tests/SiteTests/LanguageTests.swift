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

  @Test func anUntranslatedStoryLeadsSearchToItsOriginal() throws {
    let plan = try plan()
    let page = try #require(plan.pages.first { $0.path == "en/guong/chuyen-1/index.html" })
    #expect(page.isUntranslated)
    #expect(!page.isListed)
    #expect(plan.canonical(page) == "guong/chuyen-1/index.html")
  }
}
