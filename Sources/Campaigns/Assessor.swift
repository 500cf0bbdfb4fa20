import Vietnamese

/// Judges targets from results; pure, made once and shared by all workers.
package struct Assessor: Sendable {
  package let directory: Directory
  /// Results by target, unit and period.
  private let results: [Key: TargetResult]
  private let periodsByTargetUnit: [Key: [Period]]
  private let periodsByCampaign: [String: [Period]]
  private let periodsByCampaignUnit: [Key: [Period]]

  private struct Key: Hashable, Sendable {
    var target: String
    var unit: String
    var period: Period?
  }

  package init(_ directory: Directory) {
    self.directory = directory
    var results: [Key: TargetResult] = [:]
    var byTarget: [Key: Set<Period>] = [:]
    var byUnit: [Key: Set<Period>] = [:]
    var byCampaign: [String: [Period]] = [:]
    for campaign in directory.archive.campaigns {
      var seen = Set<Period>()
      for result in campaign.results {
        let key = Key(target: result.target, unit: result.unit, period: result.period)
        if results[key] == nil { results[key] = result }
        byTarget[Key(target: result.target, unit: result.unit), default: []].insert(result.period)
        seen.insert(result.period)
        for unit in directory.lineage(of: result.unit) {
          byUnit[Key(target: campaign.id, unit: unit.id), default: []].insert(result.period)
        }
      }
      byCampaign[campaign.id] = seen.sorted()
    }
    self.results = results
    periodsByTargetUnit = byTarget.mapValues { $0.sorted() }
    periodsByCampaignUnit = byUnit.mapValues { $0.sorted() }
    periodsByCampaign = byCampaign
  }

  /// Periods for which anyone reported, oldest first.
  package func periods(of campaign: Campaign) -> [Period] { periodsByCampaign[campaign.id] ?? [] }

  /// Periods for which the unit, or any unit below it, reported.
  package func periods(of campaign: Campaign, unit: String) -> [Period] {
    periodsByCampaignUnit[Key(target: campaign.id, unit: unit)] ?? []
  }

  package func latestPeriod(of campaign: Campaign, unit: String) -> Period? {
    periods(of: campaign, unit: unit).last
  }

  /// The unit's own row, not rolled up.
  package func result(_ target: String, unit: String, period: Period) -> TargetResult? {
    results[Key(target: target, unit: unit, period: period)]
  }

  /// Whether the unit itself is asked to report on the target.
  package func applies(_ target: Target, to unit: Unit) -> Bool {
    if target.appliesTo.isEmpty { return true }
    return target.appliesTo.contains { scope in
      scope == unit.id || scope == unit.kind.rawValue
        || unit.levels.contains { $0.rawValue == scope }
    }
  }

  /// Whether a page or report of the unit has something to say on the target.
  package func concerns(_ target: Target, unit: Unit) -> Bool {
    applies(target, to: unit)
      || directory.children(of: unit.id).contains { concerns(target, unit: $0) }
  }

  /// The targets of a campaign that concern the unit, each with its state for the period.
  package func assess(_ campaign: Campaign, unit: Unit, period: Period) -> [Assessment] {
    campaign.targets.filter { concerns($0, unit: unit) }
      .map { assess($0, unit: unit.id, period: period) }
  }

  package func assess(_ target: Target, unit: String, period: Period) -> Assessment {
    let figure = figure(target, unit: unit, period: period)
    let verdict = Verdict.of(
      target, figure: figure,
      history: { history(target, unit: unit, upTo: period) })
    return Assessment(
      target: target, unit: unit, period: period, state: verdict.state, figure: figure,
      reason: verdict.reason)
  }

  /// The target over a cluster: its members' figures added up.
  package func assess(_ target: Target, cluster: String, period: Period) -> Assessment {
    let figure = sum(
      target, directory.members(of: cluster), period, depth: 0)
    let verdict = Verdict.of(target, figure: figure, history: { [] })
    return Assessment(
      target: target, unit: cluster, period: period, state: verdict.state, figure: figure,
      reason: verdict.reason)
  }

  /// Earlier figures of the same unit, oldest first, `period` the last.
  private func history(_ target: Target, unit: String, upTo period: Period) -> [(Period, Figure)] {
    let own = periodsByTargetUnit[Key(target: target.id, unit: unit)] ?? []
    let known =
      own.isEmpty
      ? directory.campaign(target.campaign).map { periods(of: $0, unit: unit) } ?? [] : own
    return known.filter { $0 <= period }.compactMap { earlier in
      figure(target, unit: unit, period: earlier).map { (earlier, $0) }
    }
  }

  /// The unit's own figure or, where it has none, that of the units below it.
  package func figure(_ target: Target, unit: String, period: Period) -> Figure? {
    figure(target, unit: unit, period: period, depth: 0)
  }

  private func figure(_ target: Target, unit: String, period: Period, depth: Int) -> Figure? {
    if let own = result(target.id, unit: unit, period: period) { return Figure(own, of: target) }
    return sum(target, directory.children(of: unit), period, depth: depth)
  }

  /// Adds up, numerators to numerators and denominators to denominators: never an average of
  /// percentages, which would let a school of 100 weigh as much as one of 1,000.
  private func sum(_ target: Target, _ units: [Unit], _ period: Period, depth: Int) -> Figure? {
    guard target.rollsUp, target.comparator.addsUp, depth < 16, !units.isEmpty else { return nil }
    var total = Figure(reporting: 0, isRolledUp: true)
    var numerator: VNNumber? = VNNumber(0)
    var denominator: VNNumber? = VNNumber(0)
    var plain: VNNumber? = VNNumber(0)
    for unit in units {
      if let span = period.span, !unit.exists(in: span) { continue }
      guard let part = figure(target, unit: unit.id, period: period, depth: depth + 1) else {
        if applies(target, to: unit) { total.missing.append(unit.id) }
        continue
      }
      total.reporting += part.reporting
      total.sources += part.sources
      total.missing += part.missing
      total.isDraft = total.isDraft || part.isDraft
      numerator = added(numerator, part.numerator)
      denominator = added(denominator, part.denominator)
      plain = added(plain, part.value)
    }
    guard total.reporting > 0 else { return nil }
    if let numerator, let denominator, denominator.units > 0 {
      total.numerator = numerator
      total.denominator = denominator
      total.value = VNNumber.percentage(
        numerator: numerator, denominator: denominator, scale: target.displayScale)
    } else if !target.isPercent {
      total.value = plain
    }
    return total
  }

  private func added(_ a: VNNumber?, _ b: VNNumber?) -> VNNumber? {
    guard let a, let b else { return nil }
    return a.adding(b)
  }
}

extension Target {
  /// Decimals that a computed percentage is shown with: as many as the target has, two at least.
  var displayScale: Int { max(2, value?.scale ?? 0) }
}

extension Figure {
  init(_ row: TargetResult, of target: Target) {
    value = row.value
    numerator = row.numerator
    denominator = row.denominator
    if value == nil, let numerator, let denominator {
      value =
        target.isPercent
        ? VNNumber.percentage(
          numerator: numerator, denominator: denominator, scale: target.displayScale)
        : numerator
    } else if value == nil, !target.isPercent {
      value = numerator
    }
    sources = [row.location]
    isDraft = !row.isConfirmed
    note = row.note
  }
}
