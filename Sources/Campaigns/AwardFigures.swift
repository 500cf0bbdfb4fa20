package import Vietnamese

/// What a list of awards tells about the way of awarding (số liệu về cách khen).
///
/// Plans ask to award those who teach and work directly, small collectives, and what was achieved
/// beyond the plan, soon after it. These are figures and no verdict; who is not known stands apart.
package struct AwardFigures: Sendable {
  /// So many of those of whom it is known.
  package struct Share: Sendable {
    package var count = 0
    package var known = 0
    package var unknown = 0

    package init() {}

    /// In per cent with one digit; nil where nothing is known.
    package var percentage: VNNumber? {
      .percentage(numerator: VNNumber(count), denominator: VNNumber(known), scale: 1)
    }

    mutating func add(_ fact: Bool?) {
      guard let fact else {
        unknown += 1
        return
      }
      known += 1
      if fact { count += 1 }
    }
  }

  package private(set) var total = 0
  package private(set) var titles = 0
  package private(set) var bySubject: [SubjectCount]
  /// Persons who work directly among the persons awarded, pupils apart.
  package private(set) var direct = Share()
  /// Teams, classes and sections among the collectives awarded.
  package private(set) var smallCollectives = Share()
  package private(set) var adHoc = Share()
  /// Days from achievement to decision, sorted, where both are known.
  package private(set) var days: [Int] = []

  package struct SubjectCount: Sendable {
    package let kind: Award.SubjectKind
    package var count: Int
  }

  /// - Parameter awards: only what was granted and holds.
  package init(_ awards: some Sequence<Award>, in directory: Directory) {
    bySubject = Award.SubjectKind.allCases.map { SubjectCount(kind: $0, count: 0) }
    for award in awards {
      total += 1
      if award.form.isTitle { titles += 1 }
      bySubject[award.subjectKind.rank].count += 1
      adHoc.add(award.basis == .adHoc)
      if let wait = award.daysToDecision { days.append(wait) }
      switch award.subjectKind {
      case .individual:
        let person = award.person.flatMap { directory.person($0) }
        if person?.role != .pupil { direct.add(person?.isDirect) }
      case .collective:
        smallCollectives.add(
          award.subject != nil || directory.unit(award.unit)?.kind == .section)
      case .household: break
      }
    }
    days.sort()
  }

  /// The wait that half of the awards did not exceed.
  package var medianDays: Int? { days.isEmpty ? nil : days[(days.count - 1) / 2] }
}
