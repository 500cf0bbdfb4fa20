package import Campaigns
import Vietnamese

/// Which reports a content folder calls for, in a fixed order; no empty list is printed.
package struct ReportPlan: Sendable {
  package let keys: [ReportKey]

  /// A unit owes each campaign that it takes part in a report on every period with figures of it;
  /// one without any figure still owes a report, in which every gap is visible.
  package init(directory: Directory, assessor: Assessor) {
    var keys: [ReportKey] = []
    let told = Dictionary(
      directory.archive.campaigns.map { ($0.id, UnitsTold($0, directory)) }
    ) { first, _ in first }
    for unit in directory.archive.units {
      for campaign in directory.campaigns(of: unit.id) {
        guard let told = told[campaign.id] else { continue }
        let due = DueReports(
          directory: directory, assessor: assessor, unit: unit, campaign: campaign, told: told)
        keys += due.reviews + due.phases + due.consolidated + due.lists
      }
    }
    self.keys = keys
  }

  /// The first term of a school year and a year inside a longer campaign are reviewed (sơ kết);
  /// the end of a school year and the last year of a campaign are closed (tổng kết).
  static func review(of period: Period, in campaign: Campaign) -> Campaign.Review {
    switch period {
    case .term(let term): term.part == .first ? .interim : .final
    case .year(let year): year < campaign.period.to.year ? .interim : .final
    case .years(_, let to): to < campaign.period.to.year ? .interim : .final
    }
  }

  /// What the report is about (trích yếu), as it stands within a sentence or begins one.
  package static func subject(of key: ReportKey, directory: Directory) -> String {
    let campaign = directory.campaign(key.campaign)
    let title = "phong trào thi đua \(quoted(campaign?.displayTitle ?? key.campaign))"
    let phase = campaign?.phases.first { $0.id == key.phase }
    let whose = key.cluster.flatMap(directory.cluster).map { " của \($0.name)" } ?? ""
    switch key.kind {
    case .review, .phase:
      let time = phase.map { lowered($0.name) } ?? key.told.name
      return "\(raised(key.review.title)) \(title) \(time)"
    case .consolidated:
      return "Tổng hợp kết quả thực hiện \(title) \(key.period.name)\(whose)"
    case .awards: return "Tập thể, cá nhân được khen thưởng trong \(title)"
    case .exemplars: return "Điển hình tiên tiến trong \(title)"
    case .commitment: return "Thực hiện \(title)\(whose)"
    case .duties: return "Theo dõi việc thực hiện nhiệm vụ trong \(title)"
    }
  }

  /// The title in a list of reports: `Báo cáo sơ kết phong trào …`.
  package static func title(of key: ReportKey, directory: Directory) -> String {
    let subject = subject(of: key, directory: directory)
    switch key.kind {
    case .commitment: return "Đăng ký, giao ước " + lowered(subject)
    case .awards, .exemplars: return "Danh sách " + lowered(subject)
    default: return "Báo cáo " + lowered(subject)
    }
  }

  /// A title as it stands in a sentence: in quotes, unless it has some of its own.
  static func quoted(_ title: String) -> String {
    title.contains { "“”\"".contains($0) } ? title : "“\(title)”"
  }

  private static func lowered(_ text: String) -> String {
    text.prefix(1).lowercased() + text.dropFirst()
  }

  private static func raised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

/// The units of which a campaign's lists have something to tell, with all units above them.
private struct UnitsTold {
  var awarded: Set<String> = []
  var exemplary: Set<String> = []
  /// Those that registered themselves.
  var registered: Set<String>

  init(_ campaign: Campaign, _ directory: Directory) {
    registered = Set(campaign.registrations.map(\.unit))
    for award in campaign.awards where award.status == .granted {
      awarded.formUnion(directory.line(everOf: award.unit))
    }
    for exemplar in campaign.exemplars {
      exemplary.formUnion(directory.line(everOf: exemplar.unit))
    }
  }
}

/// What one unit owes one campaign.
private struct DueReports {
  let directory: Directory
  let assessor: Assessor
  let unit: Unit
  let campaign: Campaign
  let told: UnitsTold
  private let periods: [Period]

  init(directory: Directory, assessor: Assessor, unit: Unit, campaign: Campaign, told: UnitsTold) {
    self.directory = directory
    self.assessor = assessor
    self.unit = unit
    self.campaign = campaign
    self.told = told
    periods = assessor.periods(of: campaign, unit: unit.id)
  }

  /// The whole time of the campaign, for lists that know no periods.
  private var whole: Period {
    let from = campaign.period.from.year
    let to = campaign.period.to.year
    return from == to ? .year(to) : .years(from, to)
  }

  private func key(_ kind: ReportKind, _ period: Period? = nil) -> ReportKey {
    let period = period ?? whole
    return ReportKey(
      kind, unit: unit.id, campaign: campaign.id, period: period,
      review: review(of: period))
  }

  /// Where a unit has figures of the whole school year, those close it and not the second term's.
  private func review(of period: Period) -> Campaign.Review {
    if case .term(let term) = period, term.part == .second,
      term.schoolYear.map({ periods.contains(.term($0)) }) ?? false
    {
      return .interim
    }
    return ReportPlan.review(of: period, in: campaign)
  }

  /// Of a movement that a plan only names there is nothing to report.
  private var isBare: Bool {
    campaign.targets.isEmpty && campaign.registrations.isEmpty && campaign.awards.isEmpty
      && campaign.exemplars.isEmpty
  }

  var reviews: [ReportKey] {
    isBare ? [] : (periods.isEmpty ? [whole] : periods).map { key(.review, $0) }
  }

  /// Phases that the plan wants reviewed and of which the unit has figures; those who lead the
  /// campaign report on each of them.
  var phases: [ReportKey] {
    campaign.phases.compactMap { phase in
      guard !isBare, let review = phase.review else { return nil }
      let within = periods.filter { period in
        period.span.map { $0.overlaps(phase.span) && $0.to <= phase.span.to } ?? false
      }
      guard let period = within.last ?? (campaign.owner == unit.id ? whole : nil) else {
        return nil
      }
      var key = key(.phase, period)
      key.phase = phase.id
      key.review = review
      return key
    }
  }

  /// Of units with others below them, and of clusters in the name of the unit that looks after it.
  var consolidated: [ReportKey] {
    var keys: [ReportKey] = []
    let day = directory.day(of: unit.id, in: campaign.period)
    if directory.children(of: unit.id, on: day).contains(where: takesPart) {
      keys += periods.map { key(.consolidated, $0) }
    }
    for cluster in clusters {
      let reported = Set(members(cluster).flatMap { assessor.periods(of: campaign, unit: $0.id) })
      for period in reported.sorted() {
        var key = key(.consolidated, period)
        key.cluster = cluster.id
        keys.append(key)
      }
    }
    return keys
  }

  var lists: [ReportKey] {
    var keys: [ReportKey] = []
    if told.awarded.contains(unit.id) { keys.append(key(.awards)) }
    if told.exemplary.contains(unit.id) { keys.append(key(.exemplars)) }
    if told.registered.contains(unit.id) { keys.append(key(.commitment)) }
    for cluster in clusters where members(cluster).contains(where: hasRegistered) {
      var key = key(.commitment)
      key.cluster = cluster.id
      keys.append(key)
    }
    let leads = campaign.owner == unit.id
    if leads && !(campaign.duties.isEmpty && campaign.tasks.isEmpty) { keys.append(key(.duties)) }
    return keys
  }

  /// Clusters of two or more members that the unit looks after.
  private var clusters: [Cluster] {
    directory.archive.clusters.filter { $0.owner == unit.id && members($0).count > 1 }
  }

  private func members(_ cluster: Cluster) -> [Unit] {
    directory.members(of: cluster.id, in: campaign.period).filter(takesPart)
  }

  private func takesPart(_ other: Unit) -> Bool {
    other.id != unit.id && directory.takesPart(other.id, in: campaign.id)
  }

  private func hasRegistered(_ other: Unit) -> Bool { told.registered.contains(other.id) }
}
