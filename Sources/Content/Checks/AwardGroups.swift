import Campaigns
import Diagnostics
import Vietnamese

/// Awards that count (not revoked), sorted by place, and the questions that several checks ask.
struct AwardRecord {
  let awards: [Award]
  private let context: CheckContext
  private let byPerson: [String: [Award]]

  init(_ context: CheckContext) {
    self.context = context
    awards = context.archive.campaigns.flatMap(\.awards).filter { $0.revokedOn == nil }
      .sorted { $0.location < $1.location }
    byPerson = Dictionary(grouping: awards.filter { $0.person != nil }) { $0.person ?? "" }
  }

  /// Awards of one unit for one period, groups in the order of their first award.
  var byUnitAndPeriod: [(unit: Unit, period: Period, awards: [Award])] {
    var places: [String: Int] = [:]
    var groups: [(unit: Unit, period: Period, awards: [Award])] = []
    for award in awards {
      guard let period = award.period, let unit = context.directory.unit(award.unit) else {
        continue
      }
      let key = "\(unit.id)|\(period.id)"
      if let place = places[key] {
        groups[place].awards.append(award)
      } else {
        places[key] = groups.count
        groups.append((unit, period, [award]))
      }
    }
    return groups
  }

  func awards(of person: String) -> [Award] { byPerson[person] ?? [] }

  /// The packs that bind the unit on a day.
  func packs(for unit: String, on day: PlainDate) -> [RulePack] {
    context.archive.rulePacks.filter { pack in
      pack.holds(on: day)
        && (pack.scope.isEmpty
          || pack.scope.contains { context.directory.isUnit(unit, withinOrIs: $0) })
    }
  }

  /// Pack and article as a citation: `Luật số 06/2022/QH15, Điều 80 khoản 1`.
  func citation(_ pack: RulePack, _ article: String) -> String {
    guard let act = context.directory.document(pack.act) else { return article }
    return "\(act.kind.title) \(act.symbol.map { "số \($0)" } ?? act.id), \(article)"
  }
}
