package import Vietnamese

/// One turn of a duty (một lần của việc): a yearly duty has one for each year, others have one.
package struct DutyTurn: Sendable {
  /// Where the last day comes from.
  package enum Source: Sendable, Hashable {
    case stated
    /// The day of an event of the campaign, by its id.
    case event(String)
    /// Set by the plan of that campaign, for a duty to be done by rule (theo quy định).
    case inherited(campaign: String)
  }

  package var campaign: String
  package var duty: Campaign.Duty
  /// The year, school year or term, of a repeated duty.
  package var period: Period?
  package var due: PartialDate?
  package var source = Source.stated

  /// Names the turn within its campaign: `bao-cao`, `bao-cao/2023`.
  package var id: String { period.map { "\(duty.id)/\($0.id)" } ?? duty.id }

  /// The last day that counts as in time; nil where none is known, or only a provisional one: what
  /// is said to be provisional (dự kiến) binds nobody.
  package var lastDay: PlainDate? { due.flatMap { $0.tentative ? nil : $0.last } }

  /// The day by which papers are told apart when a duty has several turns.
  var anchor: PlainDate? { due?.last ?? period?.span?.to }
}

extension Directory {
  /// All turns of a campaign's duties, in the order of the plan.
  package func dutyTurns(of campaign: Campaign) -> [DutyTurn] {
    campaign.duties.flatMap { turns(of: $0, in: campaign) }
  }

  package func turns(of duty: Campaign.Duty, in campaign: Campaign) -> [DutyTurn] {
    var turns = statedTurns(of: duty, in: campaign)
    guard duty.isByRule else { return turns }
    for index in turns.indices where turns[index].due == nil {
      if let above = inherited(turns[index], in: campaign) {
        turns[index].due = above.due
        turns[index].source = .inherited(campaign: above.campaign)
      }
    }
    return turns
  }

  /// With the days of the plan itself and of its events.
  private func statedTurns(of duty: Campaign.Duty, in campaign: Campaign) -> [DutyTurn] {
    guard let every = duty.every else {
      var turn = DutyTurn(campaign: campaign.id, duty: duty)
      turn.due = duty.due
      if turn.due == nil, let event = campaign.event(of: duty) {
        turn.due = event.date
        turn.source = .event(event.id)
      }
      return [turn]
    }
    return campaign.periods(every).enumerated().map { index, period in
      let place = index % every.turnsAYear
      return DutyTurn(
        campaign: campaign.id, duty: duty, period: period,
        due: duty.dues.indices.contains(place)
          ? duty.dues[place].later(years: index / every.turnsAYear) : nil)
    }
  }

  /// The same kind of duty in the nearest plan above.
  ///
  /// That is the parent campaign's, else those of the units above the owner. Plans that differ settle nothing.
  private func inherited(_ turn: DutyTurn, in campaign: Campaign) -> DutyTurn? {
    func sole(_ plans: [Campaign]) -> (isSettled: Bool, turn: DutyTurn?) {
      let found = plans.flatMap { plan in
        plan.duties.filter { $0.kind == turn.duty.kind }
          .flatMap { statedTurns(of: $0, in: plan) }
      }.filter { $0.due != nil && $0.period == turn.period }
      let isOne = Set(found.compactMap { $0.due?.last }).count == 1
      return (!found.isEmpty, isOne ? found.first : nil)
    }
    var seen: Set<String> = [campaign.id]
    var above = campaign.parent.flatMap { self.campaign($0) }
    while let plan = above, seen.insert(plan.id).inserted {
      let found = sole([plan])
      if found.isSettled { return found.turn }
      above = plan.parent.flatMap { self.campaign($0) }
    }
    let day = day(of: campaign.owner, in: campaign.period)
    for unit in line(of: campaign.owner, on: day).dropFirst() {
      let found = sole(
        campaigns.filter {
          $0.owner == unit && $0.id != campaign.id && $0.period.overlaps(campaign.period)
        })
      if found.isSettled { return found.turn }
    }
    return nil
  }
}

extension Campaign {
  /// The years, school years or terms in which a repeated duty comes back, first to last.
  fileprivate func periods(_ every: Duty.Repetition) -> [Period] {
    // No campaign lasts longer; more is a slip of the pen that must not cost memory.
    let years = period.from.year...min(period.to.year, period.from.year + 50)
    if every == .year { return years.map { .year($0) } }
    var halves = Set(terms.flatMap(\.halves))
    if halves.isEmpty {
      // A term belongs to the campaign in which it ends.
      halves = Set(
        (years.lowerBound - 1...years.upperBound)
          .compactMap { SchoolTerm(startYear: $0, part: .whole) }
          .flatMap(\.halves).filter { period.contains($0.span.to) })
    }
    if every == .term { return halves.sorted().map { .term($0) } }
    // A school year is reported on when its second term is over.
    return halves.filter { $0.part == .second }.sorted()
      .compactMap { SchoolTerm(startYear: $0.startYear, part: .whole) }.map { .term($0) }
  }
}

extension SchoolTerm {
  fileprivate var halves: [SchoolTerm] {
    part == .whole
      ? [.first, .second].compactMap { SchoolTerm(startYear: startYear, part: $0) } : [self]
  }
}

extension PartialDate {
  /// The same day, month or year some years later, told in the same words; 29/02 becomes 28/02.
  fileprivate func later(years: Int) -> PartialDate? {
    if years == 0 { return self }
    let next = year + years
    let words = text.split(separator: String(year), omittingEmptySubsequences: false)
      .joined(separator: String(next))
    let last = month.map { PlainDate.days(inMonth: $0, of: next) }
    let held = day.flatMap { day in last.map { min(day, $0) } }
    return PartialDate(
      year: next, month: month, day: held, bound: bound, tentative: tentative, text: words)
  }
}
