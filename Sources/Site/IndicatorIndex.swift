import Campaigns

/// Which targets share an indicator, and below which units it was reported.
struct IndicatorIndex: Sendable {
  let names: [String: String]
  /// Targets by indicator, in the order of their campaigns.
  let targets: [String: [Target]]
  /// Units by indicator that have a page of their own for it, since units below them reported.
  ///
  /// Those right below the owner of a campaign stand on the page of the indicator itself.
  let groups: [String: [String]]

  init(_ directory: Directory) {
    names = Dictionary(
      directory.archive.indicators.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }
    )
    var targets: [String: [Target]] = [:]
    var above: [String: Set<String>] = [:]
    for campaign in directory.archive.campaigns {
      var indicators: [String: String] = [:]
      for target in campaign.targets {
        guard let indicator = target.indicator, names[indicator] != nil else { continue }
        targets[indicator, default: []].append(target)
        indicators[target.id] = indicator
      }
      for result in campaign.results {
        guard let indicator = indicators[result.target], result.unit != campaign.owner else {
          continue
        }
        let line = directory.line(of: result.unit).dropFirst()
        above[indicator, default: []].formUnion(line.prefix { $0 != campaign.owner })
      }
    }
    self.targets = targets
    let order = directory.archive.units.map(\.id)
    groups = above.mapValues { found in order.filter(found.contains) }
  }
}
