import Bundles
import Campaigns
import Documents

/// A bundle to make: the reports of one unit on one campaign and period.
struct PlannedBundle: Sendable {
  let unit: String
  let campaign: String
  let period: Period
  var reports: [ReportKey]

  /// As `BundleManifest.id`.
  var id: String { "\(unit)_\(campaign)_\(period.id)" }

  /// The bundles that hold these reports, in the order of the first of each.
  static func all(of reports: [ReportKey]) -> [PlannedBundle] {
    var bundles: [PlannedBundle] = []
    var places: [String: Int] = [:]
    for key in reports {
      let own = PlannedBundle(
        unit: key.unit, campaign: key.campaign, period: key.period, reports: [key])
      if let place = places[own.id] {
        bundles[place].reports.append(key)
      } else {
        places[own.id] = bundles.count
        bundles.append(own)
      }
    }
    return bundles
  }

  /// Those of them that fall to one shard.
  ///
  /// A report is several files of some milliseconds each, and the site grows with the units and
  /// stories in it.
  static func share(
    _ bundles: [PlannedBundle], of shard: Shard, forms: Int, parts: ArchiveParts
  ) -> [PlannedBundle] {
    var sizes: [String: Int] = [:]
    for unit in Set(bundles.map(\.unit)) {
      sizes[unit] = parts.archive(of: unit).map { $0.units.count * 2 + $0.stories.count }
    }
    let weights = bundles.map { 10 * forms * $0.reports.count + (sizes[$0.unit] ?? 0) }
    return shard.share(of: weights).map { bundles[$0] }
  }
}
