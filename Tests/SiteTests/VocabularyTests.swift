import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

@testable import Site
@testable import Templating

@Suite struct VocabularyTests {
  /// What the reference says that templates see is what they are given, to the last name.
  @Test(arguments: [true, false])
  func everyPageSeesWhatIsDeclared(_ isSample: Bool) async throws {
    var archive = try Fixture.archive()
    for i in archive.stories.indices { archive.stories[i].tags += ["Thẻ \(i)"] }
    let plan = try await isSample ? samplePlan() : Fixture.plan(archive)
    let renderer = SiteRenderer(plan: plan, templates: try Fixture.templates())
    let vocabularies = PageKind.vocabularies
    var bag = DiagnosticBag()
    var seen: [String: Int] = [:]
    for page in plan.pages where !page.template.isEmpty && seen[page.template, default: 0] < 4 {
      seen[page.template, default: 0] += 1
      let words = try #require(vocabularies.first { $0.template == page.template })
      let globals = renderer.globals(of: page, into: &bag)
      guard case .object(let object) = globals else {
        Issue.record("\(page.path)")
        continue
      }
      #expect(object.shape.names.sorted() == words.globals.names.sorted())
      for (name, member) in words.globals.pairs {
        #expect(!member.meaning.isEmpty)
        let value = try #require(object.member(name))
        #expect(differences(value, member.kind, name) == [], "\(page.path)")
      }
    }
    if !isSample { #expect(seen.keys.sorted() == vocabularies.map(\.template).sorted()) }
  }

  private func samplePlan() async throws -> SitePlan {
    let content = String(#filePath.dropLast("Tests/SiteTests/VocabularyTests.swift".count))
    let now = try #require(PlainDate(year: 2025, month: 5, day: 31))
    var bag = DiagnosticBag()
    let archive = try #require(
      await ContentReader.read(.folder(content + "content"), now: now, jobs: 1, into: &bag))
    return try Fixture.plan(archive)
  }

  /// Each name that is declared has a meaning, however deep it lies.
  @Test func everyNameHasAMeaning() {
    for section in LanguageReference(PageKind.vocabularies).sections {
      for name in section.names { #expect(!name.meaning.isEmpty, "\(name.path)") }
    }
  }
}

/// Whether a value is what the vocabulary says; differences come back as `unit.name: chữ ≠ số`.
func differences(_ value: Value, _ kind: Member.Kind, _ path: String, depth: Int = 0) -> [String] {
  if depth > 8 { return [] }
  switch (value, kind) {
  case (.null, _), (.string, .text), (.int, .number), (.bool, .flag), (.safe, .safe): return []
  case (.array(let items), .list(let kind)):
    return items.prefix(6).flatMap { differences($0, kind, path + "[]", depth: depth + 1) }
  case (.object(let object), .object(let shape)):
    if object.shape.names != shape().names {
      return ["\(path): \(object.shape.names) ≠ \(shape().names)"]
    }
    return shape().pairs.enumerated().flatMap { i, pair in
      differences(object.value(at: i), pair.member.kind, "\(path).\(pair.name)", depth: depth + 1)
    }
  default: return ["\(path): \(value) ≠ \(kind.title)"]
  }
}
