import Campaigns
import Diagnostics
import Documents
import Templating
import Testing
import Vietnamese

/// A department and one school with three targets; the school's template is the test's own.
enum Fixture {
  static let hostile = "Trường <script>alert('x')</script> & \"bạn\""

  static func at(_ file: String) -> Location { Location(file: file, line: 1) }

  static func archive(narrative: String? = nil) throws -> Archive {
    var department = Unit(id: "so", name: "Sở Giáo dục", kind: .department, location: at("u.csv"))
    department.place = "Bến Tre"
    var school = Unit(id: "th-a", name: hostile, kind: .school, location: at("u.csv"))
    school.parent = "so"
    school.code = "THA"
    school.headTitle = "HIỆU TRƯỞNG"
    let first = try #require(PlainDate.parse("01/01/2024"))
    let last = try #require(PlainDate.parse("31/12/2024"))
    let span = try #require(DateSpan(from: first, to: last))
    var campaign = Campaign(
      id: "pt", title: "Dạy tốt", kind: .regular, origin: .sector, owner: "so", period: span,
      periodText: "năm 2024", prose: Prose(bytes: [], location: at("c.md")), location: at("c.md"))
    campaign.participants = ["th-a"]
    for (id, value) in [("ct-1", 90), ("ct-2", 10), ("ct-3", nil)] as [(String, Int?)] {
      var target = Target(
        id: id, campaign: "pt", verbatim: "\(id) đạt 80% trở lên", name: "Chỉ tiêu \(id)",
        comparator: .atLeast, value: VNNumber(80), unitOfMeasure: "%", location: at("t.csv"))
      target.appliesTo = ["truong"]
      campaign.targets.append(target)
      guard let value else { continue }
      campaign.results.append(
        TargetResult(
          campaign: "pt", target: id, unit: "th-a", period: .year(2024), value: VNNumber(value),
          numerator: nil, denominator: nil, asOf: nil, isConfirmed: true, evidence: nil, note: nil,
          location: at("r.csv")))
    }
    var archive = Archive(settings: SiteSettings(title: "Nêu gương"))
    archive.units = [department, school]
    archive.campaigns = [campaign]
    if let narrative {
      archive.narratives = [
        Narrative(
          unit: "th-a", campaign: "pt", review: nil,
          prose: Prose(bytes: Array(narrative.utf8)[...], location: at("n.md")))
      ]
    }
    return archive
  }

  /// The report of the school for 2024, made with a template of the test's own.
  static func document(_ template: String, narrative: String? = nil) throws -> Document {
    var bag = DiagnosticBag()
    let document = try document(template, narrative: narrative, images: nil, into: &bag)
    #expect(bag.sorted.isEmpty, "\(bag.sorted)")
    return document
  }

  /// The same with its problems, and with the pictures that the narrative shows.
  static func document(
    _ template: String, narrative: String?, images: ReportImages?, into bag: inout DiagnosticBag
  ) throws -> Document {
    let templates = TemplateSet.compile(
      [TemplateSource(name: "report.md", bytes: Array(template.utf8))], into: &bag)
    let directory = Directory(try archive(narrative: narrative))
    let assessor = Assessor(directory)
    let keys = ReportPlan(directory: directory, assessor: assessor).keys
    let builder = ReportBuilder(
      directory: directory, assessor: assessor,
      templates: try #require(templates, "\(bag.sorted)"),
      date: try #require(PlainDate.parse("05/6/2024")), images: images)
    let key = try #require(keys.first { $0.unit == "th-a" })
    return try #require(builder.document(key, into: &bag))
  }
}

extension Array where Element == Run {
  var text: String { map(\.text).joined() }
}
