import Campaigns
import Content
import Diagnostics
import Starters
import Testing
import Vietnamese

struct SkeletonTests {
  private static let day = PlainDate(dayNumber: 20_779)

  @Test("A new story is a draft that nothing is wrong with, whatever its title")
  func story() async throws {
    let title = "“Xe lớp”: cô H’Lan #1 & \"dây\" {{ x }}"
    let answers = StarterAnswers(kind: .commune, today: Self.day)
    let story = Skeleton.Story(
      title: title, date: Self.day, unit: "truong-hoa-mai", campaign: "nam-hoc",
      person: "co-an-nhien")
    let path = try #require(story.path)
    #expect(path == "stories/\(Self.day.year)/xe-lop-co-h-lan-1-day-x.md")
    var files = Dictionary(
      uniqueKeysWithValues: try Starter(answers, tables: .csv).files().map { ($0.path, $0.bytes) })
    files[path] = try Skeleton.story(story)
    let (before, after) = (Array("draft: true".utf8), Array("draft: false".utf8))
    var bag = DiagnosticBag()
    let held = await ContentReader.read(.memory(files), now: Self.day, jobs: 1, into: &bag)
    #expect(bag.all.filter { $0.severity != .note }.map(\.summary) == [])
    #expect(held?.stories.contains { $0.title == title } == false)
    files[path] = files[path].map { $0.replacing(before, with: after) }
    bag = DiagnosticBag()
    let told = await ContentReader.read(.memory(files), now: Self.day, jobs: 1, into: &bag)
    #expect(!bag.hasErrors)
    let published = try #require(told?.stories.first { $0.title == title })
    #expect(published.unit == "truong-hoa-mai" && published.person == "co-an-nhien")
  }

  @Test("A new campaign is read with its empty tables", arguments: Starter.TableForm.allCases)
  func campaign(form: Starter.TableForm) async throws {
    let answers = StarterAnswers(kind: .school, today: Self.day)
    var files = Dictionary(
      uniqueKeysWithValues: try Starter(answers, tables: form).files().map { ($0.path, $0.bytes) })
    let added = try Skeleton.campaign(
      Skeleton.Campaign(
        id: "thu-vien-xanh", title: "Thư viện \"xanh\"", owner: "truong-toi", year: answers.year),
      tables: form, today: Self.day)
    #expect(added.map(\.path).contains("campaigns/thu-vien-xanh/targets.\(form.rawValue)"))
    for file in added { files[file.path] = file.bytes }
    var bag = DiagnosticBag()
    let archive = await ContentReader.read(.memory(files), now: Self.day, jobs: 1, into: &bag)
    #expect(bag.all.filter { $0.severity != .note }.map(\.summary) == [])
    #expect(archive?.campaigns.contains { $0.title == "Thư viện \"xanh\"" } == true)
  }

  @Test func slugs() {
    #expect(Skeleton.slug("Cô giáo xe lớp", longest: 80) == "co-giao-xe-lop")
    #expect(Skeleton.slug("Một hai ba bốn", longest: 9) == "mot-hai")
    #expect(Skeleton.slug("Mộthaibabốn", longest: 4) == "moth")
    #expect(Skeleton.slug("…!?", longest: 9) == nil)
  }
}
