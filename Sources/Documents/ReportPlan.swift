package import Campaigns
import Vietnamese

/// One report that is due from a unit: what it covers and where it is published.
package struct ReportKey: Sendable, Hashable {
  package var unit: String
  package var campaign: String
  package var period: Period
  package var review: Campaign.Review

  /// Folder and file name without an extension: `bao-cao/<unit>/<campaign>/<period>`.
  package var path: String { "bao-cao/\(unit)/\(campaign)/\(period.id)" }
}

/// Which reports a content folder calls for, in a fixed order.
package struct ReportPlan: Sendable {
  package let keys: [ReportKey]

  /// A report for each unit that takes part in a campaign and each period with figures of it; a
  /// unit without any figure still owes one, in which every gap is visible.
  package init(directory: Directory, assessor: Assessor) {
    var keys: [ReportKey] = []
    for unit in directory.archive.units {
      for campaign in directory.campaigns(of: unit.id) {
        var periods = assessor.periods(of: campaign, unit: unit.id)
        if periods.isEmpty { periods = [Self.whole(campaign)] }
        for period in periods {
          keys.append(
            ReportKey(
              unit: unit.id, campaign: campaign.id, period: period,
              review: Self.review(of: period, in: campaign)))
        }
      }
    }
    self.keys = keys
  }

  private static func whole(_ campaign: Campaign) -> Period {
    let from = campaign.period.from.year
    let to = campaign.period.to.year
    return from == to ? .year(to) : .years(from, to)
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

  /// The subject line (trích yếu) of a report.
  package static func subject(of key: ReportKey, campaign: Campaign) -> String {
    let verb = key.review == .interim ? "Sơ kết" : "Tổng kết"
    return "\(verb) phong trào thi đua “\(campaign.displayTitle)” \(key.period.name)"
  }
}
