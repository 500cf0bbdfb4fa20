import Campaigns
import Content
import Diagnostics
import Testing

/// Which stories are ready to be published.
@Suite struct StoryReleaseTests {
  private let story = "stories/2024/tu-sach.md"
  private let club = "units/thpt-b/stories/cau-lac-bo.md"

  private func asking() throws -> Sample {
    try Sample().replacing(
      "title: Thi đua", with: "title: Thi đua\nrequireApproval: có", in: "site.yaml")
  }

  private func adding(_ head: String, to sample: Sample? = nil) throws -> Sample {
    try (sample ?? Sample()).replacing(
      "campaign: thi-dua\n", with: "campaign: thi-dua\n\(head)\n", in: story)
  }

  private func slugs(_ sample: Sample) async throws -> [String]? {
    try await sample.read().archive?.stories.map(\.slug)
  }

  @Test func withoutTheQuestionNoApprovalIsNeeded() async throws {
    #expect(try await slugs(Sample()) == ["cau-lac-bo", "tu-sach"])
  }

  @Test func whereAskedForOnlyApprovedStoriesAreShown() async throws {
    let both = try await asking().read()
    #expect(both.archive?.stories.isEmpty == true)
    #expect(both.problems.filter { $0.id == "story.unapproved" && $0.severity == .note }.count == 2)
    let head = "approval: da-duyet\napproved_by: Hiệu trưởng\napproved_on: 20/10/2024"
    #expect(try await slugs(adding(head, to: asking())) == ["tu-sach"])
    let later = "approval: đã duyệt\napproved_by: Hiệu trưởng\napproved_on: 01/6/2025"
    #expect(try await slugs(adding(later, to: asking())) == [])
  }

  @Test func anApprovalNamesWhoAndWhen() async throws {
    let sample = try adding("approval: da-duyet\napproved_by: Hiệu trưởng", to: asking())
    try await sample.expect("story.approval-incomplete", .warning, at: "\(story):8:11")
    #expect(try await slugs(sample) == [])
  }

  @Test func draftsAreNeverShown() async throws {
    #expect(try await slugs(adding("approval: nhap")) == ["cau-lac-bo"])
    #expect(try await slugs(adding("draft: có")) == ["cau-lac-bo"])
  }

  @Test func laterStoriesWaitForTheirDay() async throws {
    let sample = try Sample().replacing("2025-01-05", with: "2025-06-01", in: club)
    try await sample.expect("story.embargoed", .note, at: "\(club):2:8")
    #expect(try await slugs(sample) == ["tu-sach"])
    #expect(
      try await slugs(Sample().replacing("2025-01-05", with: "2025-05-31", in: club))
        == ["cau-lac-bo", "tu-sach"])
  }

  @Test func sensitivity() async throws {
    let inner = try adding("sensitivity: noi-bo")
    try await inner.expect("story.internal", .note, at: "\(story):2:8")
    #expect(try await slugs(inner) == ["cau-lac-bo"])
    try await adding("sensitivity: nhạy cảm").expect("story.unapproved", .note, at: "\(story):2:8")
    let head = "sensitivity: nhay-cam\napproval: da-duyet\napproved_by: A\napproved_on: 1/1/2025"
    #expect(try await slugs(adding(head)) == ["cau-lac-bo", "tu-sach"])
  }

  @Test func aStoryHeldBackTellsNothingOfPersonsAndKeepsItsPicture() async throws {
    let sample = try adding("draft: có\nimage: x.png\nimage_alt: Ảnh")
      .with("media/x.png", "x")
      .replacing("gv,thpt-b,có", with: "gv,thpt-b,", in: "people.csv")
    let (archive, problems) = try await sample.read()
    #expect(!problems.contains { $0.location?.file == story })
    #expect(archive?.withheldMedia == ["media/x.png"])
  }
}
