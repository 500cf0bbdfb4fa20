package import Vietnamese

/// Who learned from whom (lan tỏa): one bond for each unit and exemplar, by how far the unit came.
package struct Influence: Sendable {
  package struct Bond: Sendable {
    package var exemplar: String
    package var unit: String
    /// The furthest that the unit came: it learned, caught up, or went past.
    package var relation: Exemplar.Relation
    package var first: PlainDate?
    package var latest: PlainDate?
    package var note: String?
  }

  package private(set) var bonds: [Bond] = []

  package init(of exemplars: [Exemplar]) {
    for exemplar in exemplars {
      let start = bonds.count
      for follower in exemplar.followers {
        if let place = bonds[start...].firstIndex(where: { $0.unit == follower.unit }) {
          bonds[place].take(follower)
        } else {
          bonds.append(Bond(follower, of: exemplar.id))
        }
      }
    }
  }

  /// Units that follow at least one exemplar, each once, in the order of the bonds.
  package var units: [String] {
    var seen: Set<String> = []
    return bonds.map(\.unit).filter { seen.insert($0).inserted }
  }

  /// Bonds that came just so far.
  package func count(_ relation: Exemplar.Relation) -> Int {
    bonds.count { $0.relation == relation }
  }

  package var first: PlainDate? { bonds.compactMap(\.first).min() }
  package var latest: PlainDate? { bonds.compactMap(\.latest).max() }

  /// How many following units have each level of schooling; a unit of two levels counts for both.
  package func levels(_ directory: Directory) -> [(level: Unit.Level, count: Int)] {
    let reached = units.compactMap { directory.unit($0) }
    return Unit.Level.allCases.compactMap { level in
      let count = reached.count { $0.levels.contains(level) }
      return count == 0 ? nil : (level, count)
    }
  }

  /// How many following units each cluster has, in the order of the archive.
  package func clusters(_ directory: Directory) -> [(cluster: Cluster, count: Int)] {
    let reached = Set(units)
    return directory.archive.clusters.compactMap { cluster in
      let count = directory.members(of: cluster.id).count { reached.contains($0.id) }
      return count == 0 ? nil : (cluster, count)
    }
  }
}

extension Influence.Bond {
  fileprivate init(_ follower: Exemplar.Follower, of exemplar: String) {
    self.init(
      exemplar: exemplar, unit: follower.unit, relation: follower.relation,
      first: follower.date, latest: follower.date, note: follower.note)
  }

  /// Another word on the same unit: the furthest relation stands, with its own note.
  fileprivate mutating func take(_ follower: Exemplar.Follower) {
    if let date = follower.date {
      first = first.map { min($0, date) } ?? date
      latest = latest.map { max($0, date) } ?? date
    }
    if follower.relation > relation {
      relation = follower.relation
      note = follower.note ?? note
    }
  }
}

extension Exemplar.Relation: Comparable {
  package static func < (a: Exemplar.Relation, b: Exemplar.Relation) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
