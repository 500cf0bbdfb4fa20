import Campaigns
import Diagnostics
import Markdown
import Testing
import Vietnamese

@testable import Documents
@testable import Templating

@Suite struct VocabularyTests {
  /// What the reference says that a report's template sees is what it is given.
  @Test func aReportSeesWhatIsDeclared() throws {
    let directory = Directory(try Fixture.archive())
    let assessor = Assessor(directory)
    let campaign = try #require(directory.campaign("pt"))
    let words = ReportBuilder.vocabularies
    #expect(words.map(\.template) == ReportKind.allCases.map(\.template))
    for key in ReportPlan(directory: directory, assessor: assessor).keys {
      var bag = DiagnosticBag()
      let view = ReportView(
        directory: directory, assessor: assessor, key: key,
        unit: try #require(directory.unit(key.unit)), campaign: campaign,
        narrative: NarrativeSections(nil, parser: MarkdownParser(), into: &bag),
        date: try #require(PlainDate.parse("05/6/2024")))
      let globals = try #require(words.first { $0.template == key.kind.template }).globals
      #expect(differences(view.globals, .object { globals }, "") == [])
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
