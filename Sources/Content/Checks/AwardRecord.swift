import Campaigns
import Diagnostics
import Vietnamese

/// Awards that count (decided and not revoked), sorted by place, and the questions that several
/// checks ask of them.
struct AwardRecord: Sendable {
  /// What one unit was given for one period.
  struct Group {
    let unit: Unit
    let period: Period
    var awards: [Award]
  }

  let awards: [Award]
  private let directory: Directory
  private let byPerson: [String: [Award]]

  init(_ directory: Directory) {
    self.directory = directory
    awards = directory.archive.allAwards.filter { $0.status == .granted }
      .sorted { $0.location < $1.location }
    byPerson = Dictionary(grouping: awards.filter { $0.person != nil }) { $0.person ?? "" }
  }

  /// Groups in the order of their first award.
  var byUnitAndPeriod: [Group] {
    var places: [String: Int] = [:]
    var groups: [Group] = []
    for award in awards {
      guard let period = award.period, let unit = directory.unit(award.unit) else {
        continue
      }
      let key = "\(unit.id)|\(period.id)"
      if let place = places[key] {
        groups[place].awards.append(award)
      } else {
        places[key] = groups.count
        groups.append(Group(unit: unit, period: period, awards: [award]))
      }
    }
    return groups
  }

  func awards(of person: String) -> [Award] { byPerson[person] ?? [] }

  /// Someone who works in the unit: a share of the staff counts neither pupils nor collectives.
  func isOfStaff(_ award: Award) -> Bool {
    award.subjectKind == .individual
      && award.person.flatMap { directory.person($0) }?.role != .pupil
  }

  /// How many people hold a title or a higher one; nil where nobody was entered with just that
  /// title, since the list of its holders is then not in the data.
  func holders(of title: Award.Form, in awards: [Award]) -> Int? {
    guard awards.contains(where: { $0.form == title }) else { return nil }
    return Set(awards.filter { $0.form.isAtLeast(title) && isOfStaff($0) }.map(Self.holder)).count
  }

  /// Who holds the award; one without a name is nobody else.
  private static func holder(_ award: Award) -> String {
    award.person ?? award.subject ?? "#" + award.id
  }

  /// The packs that bind the unit on a day.
  func packs(for unit: String, on day: PlainDate) -> [RulePack] {
    directory.archive.rulePacks.filter { binds($0, unit) && $0.holds(on: day) }
  }

  func binds(_ pack: RulePack, _ unit: String) -> Bool {
    pack.scope.isEmpty || pack.scope.contains { directory.isUnit(unit, withinOrIs: $0) }
  }

  /// Pack and article as a citation: `Luật số 06/2022/QH15, Điều 80 khoản 1`.
  func citation(_ pack: RulePack, _ article: String) -> String {
    directory.citation(of: pack, article)
  }
}
