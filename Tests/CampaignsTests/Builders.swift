import Diagnostics
import Vietnamese

@testable import Campaigns

/// Short ways to write an archive in a test.
let nowhere = Location(file: "test.csv", line: 1)

func n(_ text: String) -> VNNumber {
  guard case .success(let parsed) = VNNumber.parse(text) else { return VNNumber(-999) }
  return parsed.number
}

func period(_ text: String) -> Period { Period.parse(text) ?? .year(1900) }

// swift-format-ignore: NeverForceUnwrap
func span(_ text: String) -> DateSpan { DateSpan.parse(text)! }

func unit(
  _ id: String, under parent: String? = nil, _ kind: Unit.Kind = .school,
  _ change: (inout Unit) -> Void = { _ in }
) -> Unit {
  var unit = Unit(id: id, name: "Đơn vị \(id)", kind: kind, location: nowhere)
  unit.parent = parent
  change(&unit)
  return unit
}

func target(
  _ comparator: Comparator, _ value: String? = nil, of measure: String = "%",
  _ change: (inout Target) -> Void = { _ in }
) -> Target {
  var target = Target(
    id: "t", campaign: "c", verbatim: "", name: "Chỉ tiêu", comparator: comparator,
    value: value.map(n), unitOfMeasure: measure, location: nowhere)
  change(&target)
  return target
}

/// A row of results; `figure` is `45/50`, `86,5` or empty.
func row(
  _ unit: String, _ when: String, _ figure: String, isDraft: Bool = false, note: String? = nil
) -> TargetResult {
  let parts = figure.split(separator: "/").map { n(String($0)) }
  return TargetResult(
    campaign: "c", target: "t", unit: unit, period: period(when),
    value: parts.count == 1 ? parts[0] : nil, numerator: parts.count == 2 ? parts[0] : nil,
    denominator: parts.count == 2 ? parts[1] : nil, asOf: nil, isConfirmed: !isDraft,
    evidence: nil, note: note, location: nowhere)
}

func campaign(
  owner: String = "so", _ targets: [Target] = [], _ results: [TargetResult] = [],
  participants: [String] = [], in text: String = "2020 - 2030"
) -> Campaign {
  var campaign = Campaign(
    id: "c", title: "Phong trào", kind: .regular, origin: .sector, owner: owner,
    period: span(text), periodText: text, prose: Prose(bytes: [], location: nowhere),
    location: nowhere)
  campaign.targets = targets
  campaign.results = results
  campaign.participants = participants
  return campaign
}

func directory(_ units: [Unit], _ campaigns: [Campaign] = []) -> Directory {
  var archive = Archive(settings: SiteSettings(title: "Thử"))
  archive.units = units
  archive.campaigns = campaigns
  return Directory(archive)
}

/// So > phong > a, b.
let family = [
  unit("so", under: nil, .department), unit("phong", under: "so", .division),
  unit("a", under: "phong"),
  unit("b", under: "phong"),
]

/// The verdict on the rows of one unit, judged for the period of the last; the campaign begins
/// with the first, unless another time is given.
func judge(_ target: Target, _ rows: (String, String)..., in time: String? = nil) -> Assessment {
  judge(target, rows, in: time)
}

func judge(_ target: Target, _ rows: [(String, String)], in time: String? = nil) -> Assessment {
  let results = rows.map { row("a", $0.0, $0.1) }
  let first = rows.first.flatMap { period($0.0).span?.from.year } ?? 2020
  let whole = campaign([target], results, in: time ?? "\(first) - 2030")
  let assessor = Assessor(directory(family, [whole]))
  return assessor.assess(target, unit: "a", period: period(rows.last?.0 ?? "2024"))
}

/// The figures of many units, seen from one of them.
func roll(
  _ target: Target, _ rows: [TargetResult], units: [Unit] = family, seenFrom unit: String = "so",
  participants: [String] = []
) -> Assessment {
  let whole = campaign([target], rows, participants: participants)
  return Assessor(directory(units, [whole])).assess(target, unit: unit, period: .year(2024))
}
