import Vietnamese

/// Judges targets from results; pure, made once and shared by all workers.
package struct Assessor: Sendable {
  package let directory: Directory
  /// Results by target, unit and period.
  private let results: [Key: TargetResult]
  private let periodsByTargetUnit: [Key: [Period]]
  private let periodsByCampaign: [String: [Period]]
  private let periodsByCampaignUnit: [Key: [Period]]
  /// For each list of scopes that a target names: the units that match it and all above them.
  private let concerned: [[String]: Set<String>]

  private struct Key: Hashable, Sendable {
    var campaign: String
    /// Nil for all targets of the campaign.
    var target: String?
    var unit: String
    var period: Period?
  }

  package init(_ directory: Directory) {
    self.directory = directory
    var results: [Key: TargetResult] = [:]
    var byTarget: [Key: Set<Period>] = [:]
    var byUnit: [Key: Set<Period>] = [:]
    var byCampaign: [String: [Period]] = [:]
    var concerned: [[String]: Set<String>] = [:]
    for campaign in directory.archive.campaigns {
      var seen = Set<Period>()
      for result in campaign.results {
        let key = Key(
          campaign: campaign.id, target: result.target, unit: result.unit, period: result.period)
        if results[key] == nil { results[key] = result }
        seen.insert(result.period)
        for unit in directory.line(of: result.unit, in: result.period) {
          let key = Key(campaign: campaign.id, target: result.target, unit: unit)
          byTarget[key, default: []].insert(result.period)
          byUnit[Key(campaign: campaign.id, unit: unit), default: []].insert(result.period)
        }
      }
      for target in campaign.targets where concerned[target.appliesTo] == nil {
        concerned[target.appliesTo] = Self.concerned(target, directory)
      }
      byCampaign[campaign.id] = seen.sorted()
    }
    self.results = results
    periodsByTargetUnit = byTarget.mapValues { $0.sorted() }
    periodsByCampaignUnit = byUnit.mapValues { $0.sorted() }
    periodsByCampaign = byCampaign
    self.concerned = concerned
  }

  private static func concerned(_ target: Target, _ directory: Directory) -> Set<String> {
    var found = Set<Int>()
    for (place, unit) in directory.units.enumerated() where applies(target, to: unit) {
      directory.hierarchy.addAllEverAbove(place, to: &found)
    }
    return Set(found.map { directory.units[$0].id })
  }

  /// Periods for which anyone reported, oldest first.
  package func periods(of campaign: Campaign) -> [Period] { periodsByCampaign[campaign.id] ?? [] }

  /// Periods for which the unit, or any unit below it, reported.
  package func periods(of campaign: Campaign, unit: String) -> [Period] {
    periodsByCampaignUnit[Key(campaign: campaign.id, unit: unit)] ?? []
  }

  package func latestPeriod(of campaign: Campaign, unit: String) -> Period? {
    periods(of: campaign, unit: unit).last
  }

  /// The unit's own row, not rolled up.
  package func result(_ target: Target, unit: String, period: Period) -> TargetResult? {
    results[Key(campaign: target.campaign, target: target.id, unit: unit, period: period)]
  }

  /// Whether the unit itself is asked to report on the target.
  package func applies(_ target: Target, to unit: Unit) -> Bool { Self.applies(target, to: unit) }

  private static func applies(_ target: Target, to unit: Unit) -> Bool {
    unit.isMeant(by: target.appliesTo)
  }

  /// Whether a page or report of the unit has something to say on the target: the target asks the
  /// unit itself or any unit below it.
  package func concerns(_ target: Target, unit: Unit) -> Bool {
    concerned[target.appliesTo]?.contains(unit.id) ?? applies(target, to: unit)
  }

  /// The targets of a campaign that concern the unit, each with its state for the period.
  package func assess(_ campaign: Campaign, unit: Unit, period: Period) -> [Assessment] {
    campaign.targets.filter { concerns($0, unit: unit) }
      .map { assess($0, unit: unit.id, period: period) }
  }

  package func assess(_ target: Target, unit: String, period: Period) -> Assessment {
    let figure = figure(target, unit: unit, period: period)
    let verdict = Verdict.of(
      target, figure: figure, in: period, of: directory.campaign(target.campaign)?.period,
      history: { history(target, unit: unit, upTo: period) })
    return Assessment(
      target: target, unit: unit, period: period, state: verdict.state, figure: figure,
      reason: verdict.reason)
  }

  /// How the unit's figure moved since its last one of the same kind of period: term against term,
  /// year against year.
  package func trend(of assessment: Assessment) -> Trend {
    let target = assessment.target
    let period = assessment.period
    let earlier = periods(of: target, unit: assessment.unit).last {
      $0 < period && $0.isComparable(with: period)
    }
    return Trend(
      from: earlier.flatMap { figure(target, unit: assessment.unit, period: $0) },
      to: assessment.figure, of: target)
  }

  /// The target over a cluster: its members' figures added up.
  package func assess(_ target: Target, cluster: String, period: Period) -> Assessment {
    let members = directory.members(of: cluster, in: period)
    let figure = sum(target, members, period, on: nil, depth: 0).reported
    let span = directory.campaign(target.campaign)?.period
    let verdict = Verdict.of(target, figure: figure, in: period, of: span) {
      let known = Set(members.flatMap { periods(of: target, unit: $0.id) }).sorted()
      return known.filter { $0 <= period }.compactMap { earlier in
        sum(target, directory.members(of: cluster, in: earlier), earlier, on: nil, depth: 0)
          .reported.map { (earlier, $0) }
      }
    }
    return Assessment(
      target: target, unit: cluster, period: period, state: verdict.state, figure: figure,
      reason: verdict.reason)
  }

  /// Periods for which the unit, or any unit below it, reported on the target.
  package func periods(of target: Target, unit: String) -> [Period] {
    periodsByTargetUnit[Key(campaign: target.campaign, target: target.id, unit: unit)] ?? []
  }

  /// Figures of the same unit, oldest first, that of `period` the last.
  private func history(_ target: Target, unit: String, upTo period: Period) -> [(Period, Figure)] {
    periods(of: target, unit: unit).filter { $0 <= period }.compactMap { earlier in
      figure(target, unit: unit, period: earlier).map { (earlier, $0) }
    }
  }

  /// The unit's own figure or, where it has none, that of the units below it; nobody is below a
  /// unit in a time in which it was not there.
  package func figure(_ target: Target, unit: String, period: Period) -> Figure? {
    if let span = period.span, !directory.stands(unit, in: span) {
      return result(target, unit: unit, period: period).map { Figure($0, of: target) }
    }
    return figure(
      target, unit: unit, period: period, on: directory.day(of: unit, in: period.span), depth: 0
    ).reported
  }

  /// What the units below report, whatever the unit says itself.
  package func below(_ target: Target, unit: String, period: Period) -> Figure? {
    if let span = period.span, !directory.stands(unit, in: span) { return nil }
    let day = directory.day(of: unit, in: period.span)
    return sum(target, directory.children(of: unit, on: day), period, on: day, depth: 0).reported
  }

  /// As above, along the tree of a day; where nobody reported, a figure that only names who is
  /// missing.
  private func figure(
    _ target: Target, unit: String, period: Period, on day: PlainDate, depth: Int
  ) -> Figure {
    guard let own = result(target, unit: unit, period: period) else {
      return sum(target, directory.children(of: unit, on: day), period, on: day, depth: depth)
    }
    let figure = Figure(own, of: target)
    if figure.hasNumber || target.comparator.isUnquantified { return figure }
    // A row without a number, perhaps only with a note, does not hide those below.
    let below = sum(
      target, directory.children(of: unit, on: day), period, on: day, depth: depth)
    return below.reporting > 0 || depth > 0 ? below : figure
  }

  /// Adds up, numerators to numerators and denominators to denominators: never an average of
  /// percentages, which would let a school of 100 weigh as much as one of 1,000.
  ///
  /// Without a day each unit is added up along the tree of its own.
  private func sum(
    _ target: Target, _ units: [Unit], _ period: Period, on day: PlainDate?, depth: Int
  ) -> Figure {
    var total = Figure(reporting: 0, isRolledUp: true)
    guard target.rollsUp, target.comparator.addsUp, depth < 64 else { return total }
    var numerator: VNNumber? = VNNumber(0)
    var denominator: VNNumber? = VNNumber(0)
    var plain: VNNumber? = VNNumber(0)
    for unit in units {
      if let span = period.span, !unit.exists(in: span) { continue }
      let part = figure(
        target, unit: unit.id, period: period,
        on: day ?? directory.day(of: unit.id, in: period.span), depth: depth + 1)
      total.missing += part.missing
      guard part.reporting > 0 else {
        if part.missing.isEmpty, applies(target, to: unit),
          directory.takesPart(unit.id, in: target.campaign)
        {
          total.missing.append(unit.id)
        }
        continue
      }
      total.reporting += part.reporting
      total.sources += part.sources
      total.isDraft = total.isDraft || part.isDraft
      total.evidenced += part.evidenced
      numerator = added(numerator, part.numerator)
      denominator = added(denominator, part.denominator)
      plain = added(plain, part.value)
    }
    guard total.reporting > 0 else { return total }
    if target.isPercent {
      guard let numerator, let denominator, denominator.units > 0 else { return total }
      total.numerator = numerator
      total.denominator = denominator
      total.value = VNNumber.percentage(
        numerator: numerator, denominator: denominator, scale: target.displayScale)
    } else {
      total.value = plain
      if let numerator, let denominator {
        total.numerator = numerator
        total.denominator = denominator
      }
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
  /// Nil where it was added up from nobody.
  fileprivate var reported: Figure? { reporting > 0 ? self : nil }
  fileprivate var hasNumber: Bool { value != nil || numerator != nil }

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
    sources = row.cells.isEmpty ? [row.location] : row.cells
    isDraft = !row.isConfirmed
    evidenced = row.evidence == nil ? 0 : 1
    note = row.note
  }
}
