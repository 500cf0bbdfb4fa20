import Campaigns
import Content
import Diagnostics
import Testing

/// Stories in other languages: who may be told of is as in the original.
@Suite struct TranslationTests {
  private let story = "stories/2024/tu-sach.md"
  private let club = "units/thpt-b/stories/cau-lac-bo.md"
  private let english = "units/thpt-b/stories/cau-lac-bo.en.md"

  private func sample(
    _ head: String = "title: The reading club", body: String = "Every Friday.", at path: String,
    _ base: Sample? = nil
  ) throws -> Sample {
    let text = "---\n\(head)\n---\n\(body)\n"
    return try (base ?? Sample()).with(path, text).replacing(
      "title: Thi đua", with: "title: Thi đua\nlanguages: [vi, en]", in: "site.yaml")
  }

  private func silent() throws -> Sample {
    try Sample().replacing("gv,thpt-b,có", with: "gv,thpt-b,", in: "people.csv")
  }

  @Test func aTranslationLivesInItsOriginal() async throws {
    let (archive, problems) = try await sample(
      "title: The reading club\nquote: Read on\nsummary: Short", at: english
    ).read()
    #expect(!problems.contains { $0.severity == .error })
    let found = try #require(archive?.stories.first { $0.slug == "cau-lac-bo" })
    let text = try #require(found.translation(.english))
    #expect(text.title == "The reading club")
    #expect(text.quote == "Read on")
    #expect(found.translation(.vietnamese) == nil)
    #expect(archive?.stories.count == 2)
    #expect(archive?.settings.languages == [.vietnamese, .english])
  }

  @Test func aDraftOfATranslationIsNotShown() async throws {
    let archive = try await sample("title: Club\ndraft: có", at: english).read().archive
    #expect(archive?.stories.allSatisfy { $0.translations.isEmpty } == true)
  }

  @Test func aTranslationNeedsItsOriginal() async throws {
    let path = "stories/2024/khong-co.en.md"
    try await sample(at: path).expect("translation.without-original", at: path)
  }

  @Test func anUnknownLanguageIsToldOf() async throws {
    let path = "units/thpt-b/stories/cau-lac-bo.fr.md"
    try await sample(at: path).expect("translation.unknown-language", at: path)
    let own = "units/thpt-b/stories/cau-lac-bo.vi.md"
    try await sample(at: own).expect("translation.unknown-language", at: own)
  }

  @Test func theDayIsThatOfTheOriginal() async throws {
    try await sample("title: Club\ndate: 01/1/2020", at: english)
      .expect("translation.date", at: "\(english):3:7")
  }

  @Test func aTranslationHasAText() async throws {
    try await sample(body: "", at: english).expect("translation.empty", at: "\(english):4")
  }

  @Test func whatWithholdsTheOriginalWithholdsTheTranslation() async throws {
    let path = "stories/2024/tu-sach.en.md"
    let withheld = try await sample(at: path, silent()).read().archive
    #expect(withheld?.stories.map(\.slug) == ["cau-lac-bo"])
    let inner = try Sample().replacing(
      "campaign: thi-dua\n", with: "campaign: thi-dua\nsensitivity: noi-bo\n", in: story)
    let archive = try await sample(at: path, inner).read().archive
    #expect(archive?.stories.map(\.slug) == ["cau-lac-bo"])
  }

  @Test func namesAreHiddenInTheHeadOfATranslation() async throws {
    for name in ["Trần Thị Hoa", "Tran Thi Hoa", "TRAN THI HOA"] {
      let read = try await sample("title: \"Books of Ms \(name) travel\"", at: english, silent())
        .read()
      let found = read.archive?.stories.first { $0.slug == "cau-lac-bo" }
      #expect(found?.translation(.english)?.title == "Books of a teacher travel", "\(name)")
      #expect(
        read.problems.contains {
          $0.id == "consent.name-replaced" && $0.location?.file == english
        })
    }
  }

  @Test(arguments: ["Trần Thị Hoa", "Tran Thi Hoa"])
  func aNameInTheTextOfATranslationIsAnError(_ name: String) async throws {
    try await sample(body: "Ask \(name) about it.", at: english, silent())
      .expect("consent.name-in-text", at: "\(english):4")
  }

  @Test func privateNumbersInATranslationAreFound() async throws {
    let problems = try await sample(body: "Call 0912 345 678.", at: english).read().problems
    let plain = try await Sample().replacing("5 người", with: "5 người, 0912 345 678", in: club)
      .read().problems
    let id = try #require(plain.first { $0.location?.file == club }?.id)
    #expect(problems.contains { $0.id == id && $0.location?.file == english })
  }
}
