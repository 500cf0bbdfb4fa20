package import Vietnamese

/// Whether something of a person may be shown, and if not, why.
package enum Leave: Sendable, Hashable {
  case yes
  case no(Reason)
  /// Nobody said so; shown no more than after a no.
  case unknown(Reason)

  package enum Reason: Sendable, Hashable {
    /// The short form in `people.csv` says no.
    case refused
    case withdrawn(PlainDate)
    case expired(PlainDate)
    /// There is no paper at all.
    case silent
    /// The papers are for other classes of data or another channel.
    case notCovered
    case notYet(PlainDate)
    /// The short form, which serves no child.
    case shortForm
    case ownMissing
    case guardianMissing
  }

  package var allows: Bool { self == .yes }

  package var reason: Reason? {
    switch self {
    case .yes: nil
    case .no(let reason), .unknown(let reason): reason
    }
  }

  init(against reason: Reason) {
    switch reason {
    case .refused, .withdrawn, .expired: self = .no(reason)
    default: self = .unknown(reason)
    }
  }

  /// The stronger of two answers: a no before a not known before a yes.
  package func and(_ other: Leave) -> Leave {
    switch (self, other) {
    case (.yes, _): other
    case (.no, _), (.unknown, .yes), (.unknown, .unknown): self
    case (.unknown, .no): other
    }
  }
}

/// All consents, asked on the day of a build.
package struct ConsentBook: Sendable {
  package let day: PlainDate
  private let papers: [String: [Consent]]

  package init(_ consents: [Consent], on day: PlainDate) {
    self.day = day
    papers = Dictionary(grouping: consents, by: \.person)
  }

  /// Whether all of these classes may be shown.
  package func may(
    show classes: [Consent.DataClass], of person: Person, on channel: Consent.Channel
  ) -> Leave {
    classes.reduce(.yes) { $0.and(may(show: $1, of: person, on: channel)) }
  }

  /// Whether one class may be shown; the channel `both` asks for both.
  package func may(
    show dataClass: Consent.DataClass, of person: Person, on channel: Consent.Channel
  ) -> Leave {
    if person.consents == false { return .no(.refused) }
    let stage = person.stage(on: day)
    guard let papers = papers[person.id] else {
      guard person.consents == true else { return .unknown(.silent) }
      return stage == .adult ? .yes : .unknown(.shortForm)
    }
    let channels: [Consent.Channel] = channel == .both ? [.site, .print] : [channel]
    return channels.reduce(.yes) { answer, channel in
      let sides = Self.sides(at: stage).map { isGuardian in
        let reason = obstacle(to: dataClass, on: channel, papers, isGuardian: isGuardian, stage)
        return reason.map(Leave.init(against:)) ?? .yes
      }
      return sides.reduce(answer) { $0.and($1) }
    }
  }

  /// Who has to consent: the person (false), a guardian (true) or both.
  private static func sides(at stage: Person.Stage) -> [Bool] {
    switch stage {
    case .infant: [true]
    case .child: [false, true]
    case .adult: [false]
    }
  }

  /// Why the papers of one side give no leave; nil if one does.
  ///
  /// A withdrawal by whomever stops every earlier paper for the same data: a father's is not
  /// outweighed by what a mother signed before.
  private func obstacle(
    to dataClass: Consent.DataClass, on channel: Consent.Channel, _ papers: [Consent],
    isGuardian: Bool, _ stage: Person.Stage
  ) -> Leave.Reason? {
    let about = papers.filter { paper in
      paper.classes.contains(dataClass) && (paper.channel == .both || paper.channel == channel)
    }
    let withdrawn = about.compactMap(\.withdrawnOn).filter { $0 <= day }.max()
    let mine = about.filter { $0.giver.isGuardian == isGuardian }
    if mine.contains(where: { paper in
      paper.holds(on: day) && (withdrawn.map { paper.date > $0 } ?? true)
    }) {
      return nil
    }
    if let withdrawn { return .withdrawn(withdrawn) }
    if let end = mine.compactMap(\.validUntil).filter({ $0 < day }).max() { return .expired(end) }
    if let start = mine.map(\.date).min() { return .notYet(start) }
    if stage == .adult || papers.contains(where: { $0.giver.isGuardian == isGuardian }) {
      return .notCovered
    }
    return isGuardian ? .guardianMissing : .ownMissing
  }
}
