package import Vietnamese

/// Who was in a cluster, and when. The column `clusters` of `units.csv` means always; rows of
/// `memberships.csv` on the same unit and cluster go before it.
extension Directory {
  /// By unit and then by time.
  package func memberships(of cluster: String) -> [Membership] { membershipsOf[cluster] ?? [] }

  /// By cluster and then by time.
  package func memberships(ofUnit unit: String) -> [Membership] { membershipsOfUnit[unit] ?? [] }

  /// All that ever were members.
  package func members(of cluster: String) -> [Unit] { members(of: cluster) { _, _ in true } }

  package func members(of cluster: String, on day: PlainDate) -> [Unit] {
    members(of: cluster) { $0.holds(on: day) && $1.exists(on: day) }
  }

  /// Members on at least one day of the span; all that ever were where it is not known.
  package func members(of cluster: String, in span: DateSpan?) -> [Unit] {
    guard let span else { return members(of: cluster) }
    return members(of: cluster) { $0.holds(in: span) && $1.exists(in: span) }
  }

  package func members(of cluster: String, in period: Period) -> [Unit] {
    members(of: cluster, in: period.span)
  }

  package func leader(of cluster: String, on day: PlainDate) -> Unit? {
    memberships(of: cluster).first { $0.isLeader && $0.holds(on: day) }.flatMap { unit($0.unit) }
  }

  private func members(
    of cluster: String, _ isWanted: (Membership, Unit) -> Bool
  ) -> [Unit] {
    var found: [Unit] = []
    for membership in memberships(of: cluster) where membership.unit != found.last?.id {
      guard let place = index(ofUnit: membership.unit) else { continue }
      if isWanted(membership, units[place]) { found.append(units[place]) }
    }
    return found
  }

  static func memberships(in archive: Archive) -> [Membership] {
    struct Pair: Hashable {
      var cluster: String
      var unit: String
    }
    let dated = Set(archive.memberships.map { Pair(cluster: $0.cluster, unit: $0.unit) })
    var all = archive.memberships
    for unit in archive.units {
      for cluster in unit.clusters where !dated.contains(Pair(cluster: cluster, unit: unit.id)) {
        all.append(
          Membership(
            cluster: cluster, unit: unit.id, from: nil, to: nil, isLeader: false,
            location: unit.location))
      }
    }
    let first = PlainDate(dayNumber: .min)
    return all.sorted {
      ($0.cluster, $0.unit, $0.from ?? first) < ($1.cluster, $1.unit, $1.from ?? first)
    }
  }
}
