import Campaigns
import Content
import Diagnostics
import Records
import Testing
import Vietnamese

@Suite struct ReadingTests {
  @Test func aSoundFolderGivesNoProblemAndEverythingInOrder() async throws {
    let (found, problems) = try await Sample().read()
    #expect(problems.isEmpty, "\(problems.map(\.summary))")
    let archive = try #require(found)
    #expect(archive.settings.publisher == "so-a")
    #expect(archive.units.map(\.id) == ["so-a", "th-c", "thpt-b"])
    #expect(archive.units.last?.introduction != nil)
    #expect(archive.stories.map(\.slug) == ["cau-lac-bo", "tu-sach"])
    #expect(archive.stories.first?.unit == "thpt-b")
    #expect(archive.stories.last?.prose.location.line == 9)
    #expect(archive.narratives.map(\.campaign) == ["thi-dua"])
    #expect(archive.pages.map(\.isInMenu) == [true])
    let campaign = try #require(archive.campaigns.first)
    #expect(campaign.periodText == "giai đoạn 2021-2025")
    #expect(campaign.terms.count == 2)
    #expect(
      campaign.phases.map(\.span.text) == ["01/01/2021 - 31/12/2023", "01/01/2024 - 31/12/2025"])
    #expect(campaign.basis.map(\.isImplemented) == [true])
    #expect(campaign.duties.first?.due?.last.iso == "2024-12-09")
    #expect(campaign.results.map(\.unit) == ["so-a", "thpt-b", "thpt-b"])
    #expect(campaign.results.first?.location.cell?.name == "D2")
    #expect(campaign.exemplars.first?.steps.map(\.step) == [.discover, .foster])
    #expect(campaign.awards.count == 2)
  }

  @Test func theNumberOfWorkersChangesNothing() async throws {
    var sample = Sample()
    for i in 0..<200 {
      sample = sample.with("stories/2023/bai-\(i).md", "---\ntitle: Bài \(i)\n---\nChữ.\n")
    }
    let one = try await sample.read(jobs: 1)
    let four = try await sample.read(jobs: 4)
    #expect(one.problems.count == 200)
    #expect(one.problems == four.problems)
  }

  @Test func draftsAndHiddenFilesAreLeftOut() async throws {
    let (archive, problems) = try await Sample()
      .with("stories/2024/nhap.md", "---\ntitle: Nháp\ndraft: có\n---\n")
      .with("stories/2024/.tu-sach.md.swp", "x").read()
    #expect(problems.isEmpty)
    #expect(archive?.stories.count == 2)
  }

  @Test func aLineOfAFileCanBeShown() {
    let text = SourceText(.memory(["a.md": Array("\u{FEFF}một\r\nhai\n".utf8)]))
    #expect(text.line(of: "a.md", number: 1) == "một")
    #expect(text.line(of: "a.md", number: 2) == "hai")
    #expect(text.line(of: "a.md", number: 3) == nil)
    #expect(text.line(of: "b.md", number: 1) == nil)
    #expect(text.line(of: "../a.md", number: 1) == nil)
    let book = SourceText(.memory(["a.xlsx": Array("PK\n".utf8)]))
    #expect(book.line(of: "a.xlsx", number: 1) == nil)
  }

  @Test func everySchemaIsListedOnceWithHelp() {
    #expect(Set(Schemas.all.map(\.name)).count == Schemas.all.count)
    for schema in Schemas.all {
      #expect(Set(schema.fields.map(\.id)).count == schema.fields.count, "\(schema.name)")
      #expect(schema.fields.allSatisfy { !$0.help.isEmpty }, "\(schema.name)")
    }
  }
}
