import Campaigns
import Templating
import Vietnamese

/// The facts that the template of a report sees; figures come from data, never from prose, and
/// each that is printed brings its source along.
struct ReportView {
  let directory: Directory
  let assessor: Assessor
  let key: ReportKey
  let unit: Unit
  let campaign: Campaign
  let narrative: NarrativeSections
  /// The date that the document bears.
  let date: PlainDate
  let ledger = SourceLedger()
  /// The targets that concern the unit, or the members of the cluster, and how they stand.
  let assessments: [Assessment]

  init(
    directory: Directory, assessor: Assessor, key: ReportKey, unit: Unit, campaign: Campaign,
    narrative: NarrativeSections, date: PlainDate
  ) {
    self.directory = directory
    self.assessor = assessor
    self.key = key
    self.unit = unit
    self.campaign = campaign
    self.narrative = narrative
    self.date = date
    guard key.kind.tellsTargets else {
      assessments = []
      return
    }
    if let cluster = key.cluster {
      let members = directory.members(of: cluster, in: key.period)
      assessments = campaign.targets
        .filter { target in members.contains { assessor.concerns(target, unit: $0) } }
        .map { assessor.assess($0, cluster: cluster, period: key.period) }
    } else {
      assessments = assessor.assess(campaign, unit: unit, period: key.period)
    }
  }

  var globals: Value {
    .record(Self.shape(of: key.kind), Self.names(of: key.kind).map { $0.value(self) })
  }

  /// Whose figures are told, as a sentence calls it.
  var whose: String { key.cluster.flatMap(directory.cluster)?.name ?? unit.name }

  var phase: Campaign.Phase? { campaign.phases.first { $0.id == key.phase } }

  /// The time that the report covers, as a sentence calls it.
  var time: String {
    guard let phase else { return key.told.name }
    return phase.name.prefix(1).lowercased() + phase.name.dropFirst()
  }

  /// Whether what happened in a unit is told here.
  func isInScope(_ id: String) -> Bool {
    func isWithin(_ above: String) -> Bool {
      directory.isUnit(
        id, withinOrIs: above, on: directory.day(of: above, in: key.period.span))
    }
    guard let cluster = key.cluster else { return isWithin(unit.id) }
    return directory.members(of: cluster, in: key.period).contains { isWithin($0.id) }
  }

  /// Whether a day lies in the time that is told; lists tell of the whole campaign.
  func isInTime(_ day: PlainDate) -> Bool {
    if phase == nil, case .term(let term) = key.told, term.part == .whole {
      return SchoolTerm(containing: day, whole: true) == term
    }
    return (phase?.span ?? key.period.span).map { $0.contains(day) } ?? false
  }

  /// The items of an enumeration: each ends with a semicolon, the last with a full stop.
  func marked<Item>(_ items: [Item], _ make: (Item, String) -> Value) -> [Value] {
    items.enumerated().map { make($0.element, $0.offset == items.count - 1 ? "." : ";") }
  }

  static func withoutStop(_ text: String) -> String {
    var text = text
    while text.hasSuffix(".") || text.hasSuffix(";") { text.removeLast() }
    return text
  }
}

extension ReportKind {
  var tellsTargets: Bool { self == .review || self == .phase || self == .consolidated }
}
