import Campaigns
import Content
import Diagnostics
import Templating
import Testing
import Vietnamese

@testable import Documents

/// All reports of the sample site, made in memory.
enum SampleReports {
  /// Texts of the data that stand in reports as they were written: they may hold numbers.
  struct Words {
    private var texts: [String]

    init(_ archive: Archive, of campaign: Campaign) {
      texts = archive.units.map(\.name) + archive.units.compactMap(\.shortName)
      texts += archive.clusters.map(\.name) + archive.documents.map(\.citation)
      texts += [campaign.title, campaign.displayTitle, campaign.periodText]
      texts += campaign.phases.flatMap { [$0.name, $0.due?.text] }.compactMap(\.self)
      texts += campaign.duties.flatMap { [$0.text, $0.due?.text, $0.event, $0.to, $0.via] }
        .compactMap(\.self)
      texts += campaign.tasks.flatMap { [$0.text, $0.lead].compactMap(\.self) + $0.coordinators }
      texts += campaign.targets.flatMap { [$0.verbatim, $0.name] }
      texts += campaign.registrations.flatMap {
        [$0.item, $0.lead, $0.expected].compactMap(\.self) + $0.coordinators
      }
      texts += campaign.inspections.compactMap(\.findings)
      texts += campaign.awards.flatMap {
        [$0.subject, $0.achievement, $0.decisionNumber, $0.authority].compactMap(\.self)
      }
      texts += campaign.exemplars.flatMap {
        [$0.name, $0.summary].compactMap(\.self) + $0.steps.compactMap(\.note)
      }
      texts = Set(
        texts.map { TracedFigureTests.withoutDates(ReportView.withoutStop($0)).lowercased() }
      )
      .filter { $0.contains { $0.isNumber } }
      .sorted { $0.count == $1.count ? $0 < $1 : $0.count > $1.count }
    }

    /// Longer texts first, for they may hold shorter ones.
    func removed(from text: String) -> String {
      var left = text.lowercased()
      for words in texts where left.contains(where: { $0.isNumber }) {
        left = left.replacing(words, with: "")
      }
      return left
    }
  }

  static func documents() async throws -> [(String, Document, Words)] {
    var bag = DiagnosticBag()
    let date = try #require(PlainDate.parse("31/5/2025"))
    let folder = String(#filePath.dropLast("Tests/DocumentsTests/Kinds/SampleReports.swift".count))
    var archive = try #require(
      await ContentReader.read(.folder(folder + "content"), now: date, jobs: 2, into: &bag))
    // Prose is what units write, not what is generated.
    archive.narratives = []
    let directory = Directory(archive)
    let assessor = Assessor(directory)
    let templates = try #require(TemplateSet.compile(try SmallSector.templates(), into: &bag))
    let builder = ReportBuilder(
      directory: directory, assessor: assessor, templates: templates, date: date)
    var words: [String: Words] = [:]
    for campaign in archive.campaigns { words[campaign.id] = Words(archive, of: campaign) }
    return try ReportPlan(directory: directory, assessor: assessor).keys.map { key in
      var bag = DiagnosticBag()
      let document = try #require(builder.document(key, into: &bag), "\(bag.sorted)")
      return (key.path, document, try #require(words[key.campaign]))
    }
  }
}
