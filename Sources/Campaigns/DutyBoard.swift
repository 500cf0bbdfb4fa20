package import Vietnamese

/// Who owes what in a campaign, who sent it and who is late (ai đã gửi, ai trễ), as of a day.
package struct DutyBoard: Sendable {
  /// What one unit owes.
  package struct Entry: Sendable {
    package var unit: String
    package var state: DutyState
    package var sentOn: PlainDate?
    /// Number and code of the paper.
    package var number: String?
    package var note: String?
  }

  package struct Column: Sendable {
    package var turn: DutyTurn
    /// By the order of the units in the archive.
    package var entries: [Entry]

    /// Ids of the units that sent nothing by the last day.
    package var late: [String] { entries.filter(\.state.isOverdue).map(\.unit) }
  }

  package var columns: [Column]

  /// - Parameter only: one duty of the campaign; nil for all.
  package init(
    _ campaign: Campaign, only: Campaign.Duty? = nil, in directory: Directory, now: PlainDate
  ) {
    let participants = directory.participants(of: campaign)
    // What is dated after the day was not yet sent on it.
    let papers = Dictionary(
      grouping: campaign.submissions.filter { $0.sentOn <= now }, by: { Key($0.duty, $0.unit) })
    let isTracked =
      !campaign.submissions.isEmpty || directory.archive.surroundings.tracked.contains(campaign.id)
    let registrations = Dictionary(grouping: campaign.registrations, by: \.unit)
    columns = (only.map { [$0] } ?? campaign.duties).flatMap { duty -> [Column] in
      let turns = directory.turns(of: duty, in: campaign)
      var columns = turns.map { Column(turn: $0, entries: []) }
      for unit in Self.owing(duty, among: participants, directory) {
        let sent = Self.deal(papers[Key(duty.id, unit.id)] ?? [], among: turns)
        for place in turns.indices {
          let paper = sent[place]
          guard paper != nil || Self.stood(unit, for: turns[place]) else { continue }
          // What a unit registered is itself the paper that a duty to register asks for.
          let undertaken =
            duty.kind == .registration && turns.count == 1
            ? (registrations[unit.id] ?? []).filter { $0.signedOn.map { $0 <= now } ?? true } : []
          let sentOn = paper?.sentOn ?? undertaken.compactMap(\.signedOn).min()
          columns[place].entries.append(
            Entry(
              unit: unit.id,
              state: DutyState(
                lastDay: turns[place].lastDay, isSent: paper != nil || !undertaken.isEmpty,
                sentOn: sentOn, isTracked: isTracked, now: now),
              sentOn: sentOn, number: paper?.number, note: paper?.note))
        }
      }
      return columns
    }
  }

  private struct Key: Hashable {
    let duty, unit: String
    init(_ duty: String, _ unit: String) {
      self.duty = duty
      self.unit = unit
    }
  }

  /// The units that owe a duty: those it names, or all that take part, but never the receiver.
  private static func owing(
    _ duty: Campaign.Duty, among participants: [Unit], _ directory: Directory
  ) -> [Unit] {
    let meant = participants.filter {
      $0.isMeant(by: duty.from) && ($0.id != duty.to || duty.from.contains($0.id))
    }
    let others = duty.from.filter { id in !meant.contains { $0.id == id } }
    return meant
      + others.filter { !directory.isSurrounding($0) }.compactMap { directory.unit($0) }
  }

  /// Nobody owes a paper for a day on which it was not there.
  private static func stood(_ unit: Unit, for turn: DutyTurn) -> Bool {
    if let last = turn.due?.last { return unit.exists(on: last) }
    return turn.period?.span.map { unit.exists(in: $0) } ?? true
  }

  /// The first paper for each turn: by the period that it names, else for the nearest day.
  private static func deal(_ papers: [Submission], among turns: [DutyTurn]) -> [Submission?] {
    var dealt = [Submission?](repeating: nil, count: turns.count)
    for paper in papers.sorted(by: { $0.sentOn < $1.sentOn }) {
      let place =
        turns.firstIndex { $0.period != nil && $0.period == paper.period }
        ?? turns.indices.min { distance(paper, turns[$0]) < distance(paper, turns[$1]) }
      if let place, dealt[place] == nil { dealt[place] = paper }
    }
    return dealt
  }

  private static func distance(_ paper: Submission, _ turn: DutyTurn) -> Int {
    turn.anchor.map { abs($0.dayNumber - paper.sentOn.dayNumber) } ?? .max
  }
}
