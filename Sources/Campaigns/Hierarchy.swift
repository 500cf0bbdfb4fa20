package import Vietnamese

/// Who stood above whom on which day (cây đơn vị theo thời gian); units go by their place in the
/// archive.
///
/// A unit is asked for its superior on a day of its own life: one that has ended keeps the superior
/// that it had last. So on any day each unit has one superior at most, and what is added up along
/// the tree of one day is counted once.
struct Hierarchy: Sendable {
  private struct Named: Sendable {
    var administrative: Int?
    var professional: Int?
    /// From `parents.csv`; they go before the others while they hold.
    var dated: [(place: Int, entry: Superior)] = []
  }

  private let units: [Unit]
  private let named: [Named]
  private let successors: [[Int]]
  private let predecessors: [[Int]]
  /// The superior of units for which no day makes a difference, with loops in bad data cut.
  private let steady: [Int??]
  /// Units that stand below each on some day.
  private var below: [[Int]]

  init(_ units: [Unit], _ dated: [Superior], _ index: [String: Int]) {
    self.units = units
    var named = units.enumerated().map { i, unit in
      index[unit.id] == i
        ? Named(
          administrative: unit.parent.flatMap { index[$0] },
          professional: unit.professionalParent.flatMap { index[$0] })
        : Named()
    }
    for entry in dated {
      guard let unit = index[entry.unit], let place = index[entry.parent] else { continue }
      named[unit].dated.append((place, entry))
    }
    self.named = named
    successors = units.map { $0.successors.compactMap { index[$0] } }
    var predecessors = units.map { _ in [Int]() }
    for (i, next) in successors.enumerated() { for place in next { predecessors[place].append(i) } }
    self.predecessors = predecessors
    steady = Self.steady(units, named)
    below = units.map { _ in [] }
    for unit in units.indices {
      for superior in Set(superiors(of: unit)) { below[superior].append(unit) }
    }
  }

  // MARK: Up

  func superior(of unit: Int, _ kind: Superior.Kind, on day: PlainDate) -> Int? {
    let day = units[unit].day(nearestTo: day)
    let named = named[unit]
    let dated = named.dated.first { $0.entry.kind == kind && $0.entry.holds(on: day) }?.place
    let usual = kind == .professional ? named.professional : named.administrative
    return (dated ?? usual).flatMap { standing($0, on: day) }
  }

  /// The superior along which figures of the sector are added up.
  func superior(of unit: Int, on day: PlainDate) -> Int? {
    if let superior = steady[unit] { return superior }
    return superior(of: unit, .professional, on: day)
      ?? superior(of: unit, .administrative, on: day)
  }

  /// The unit and those above it, the unit first.
  func line(upFrom unit: Int, on day: PlainDate) -> [Int] {
    var line = [unit]
    var next = superior(of: unit, on: day)
    while let now = next, !line.contains(now) {
      line.append(now)
      next = superior(of: now, on: day)
    }
    return line
  }

  /// Adds the unit and all that stood above it on some day, up to those that are there already.
  func addAllEverAbove(_ unit: Int, to found: inout Set<Int>) {
    var open = [unit]
    while let next = open.popLast() {
      if found.insert(next).inserted { open += superiors(of: next) }
    }
  }

  /// Whom the unit stood under from when to when, worked out on the days on which that can change.
  func superiors(of unit: Int, _ kind: Superior.Kind) -> [Superior] {
    let first = PlainDate(dayNumber: .min)
    let dated = named[unit].dated.map(\.entry)
    let ends =
      dated.map(\.to) + superiors(of: unit).map { units[$0].validTo }
    let starts = dated.map(\.from) + superiors(of: unit).map { units[$0].validFrom }
    let changes = Set(starts.compactMap { $0 } + ends.compactMap { $0?.adding(days: 1) })
    var spells: [Superior] = []
    for day in ([first] + changes.sorted())
    where units[unit].day(nearestTo: day) == day || day == first {
      guard let place = superior(of: unit, kind, on: day) else {
        if spells.last?.to == nil, !spells.isEmpty {
          spells[spells.count - 1].to = day.adding(days: -1)
        }
        continue
      }
      let parent = units[place].id
      if let last = spells.last, last.to == nil {
        if last.parent == parent { continue }
        spells[spells.count - 1].to = day.adding(days: -1)
      }
      spells.append(
        Superior(
          unit: units[unit].id, parent: parent, kind: kind,
          from: day == first ? units[unit].validFrom : day, to: nil,
          location: units[unit].location))
    }
    if let end = units[unit].validTo, spells.last?.to == nil, !spells.isEmpty {
      spells[spells.count - 1].to = end
    }
    return spells
  }

  // MARK: Down

  func children(of unit: Int, on day: PlainDate) -> [Int] {
    below[unit].filter { superior(of: $0, on: day) == unit }
  }

  /// The unit and all that stood below it on some day, in the order of the archive.
  func everBelow(_ unit: Int) -> [Int] {
    var found: Set<Int> = [unit]
    var open = [unit]
    while let next = open.popLast() {
      for child in below[next] where !found.contains(child) && stood(child, below: next) {
        found.insert(child)
        open.append(child)
      }
    }
    return found.sorted()
  }

  private func stood(_ unit: Int, below superior: Int) -> Bool {
    if steady[unit] != nil { return true }
    let spells = superiors(of: unit, .professional) + superiors(of: unit, .administrative)
    return spells.contains {
      self.superior(of: unit, on: $0.from ?? PlainDate(dayNumber: .min)) == superior
    }
  }

  /// The unit itself where it stood on the day, else the one that took over from it or that it took
  /// over from; nil where the data name none or more than one.
  func standing(_ unit: Int, on day: PlainDate) -> Int? {
    if units[unit].exists(on: day) { return unit }
    let next = units[unit].validTo.map { $0 < day } ?? false ? successors : predecessors
    var seen: Set<Int> = [unit]
    var open = [unit]
    var found: Int?
    while let place = open.popLast() {
      for other in next[place] where seen.insert(other).inserted {
        if !units[other].exists(on: day) {
          open.append(other)
        } else if found == nil {
          found = other
        } else {
          return nil
        }
      }
    }
    return found
  }

  // MARK: Made once

  /// All that the unit's superior may be on some day.
  private func superiors(of unit: Int) -> [Int] {
    if let superior = steady[unit] { return superior.map { [$0] } ?? [] }
    let named = named[unit]
    var found = [named.administrative, named.professional].compactMap { $0 }
    found += named.dated.map(\.place)
    var seen = Set(found)
    var open = found
    while let next = open.popLast() {
      for other in successors[next] + predecessors[next] where seen.insert(other).inserted {
        found.append(other)
        open.append(other)
      }
    }
    return found
  }

  private static func steady(_ units: [Unit], _ named: [Named]) -> [Int??] {
    var superiors = named.map { names -> Int?? in
      guard names.dated.isEmpty else { return .none }
      guard let superior = names.professional ?? names.administrative else { return .some(nil) }
      return units[superior].hasNoDates ? .some(superior) : .none
    }
    cutLoops(of: &superiors)
    return superiors
  }

  /// Cuts each loop at the unit that comes first in the archive, so that no walk along steady
  /// superiors has to look out for loops.
  private static func cutLoops(of above: inout [Int??]) {
    func superior(_ unit: Int) -> Int? { above[unit].flatMap { $0 } }
    var isDone = Array(repeating: false, count: above.count)
    for start in above.indices {
      var path: Set<Int> = []
      var next: Int? = start
      while let now = next, !isDone[now], path.insert(now).inserted { next = superior(now) }
      if let looped = next, !isDone[looped] {
        var first = looped
        var walker = superior(looped)
        while let now = walker, now != looped {
          first = min(first, now)
          walker = superior(now)
        }
        above[first] = .some(nil)
      }
      for i in path { isDone[i] = true }
    }
  }
}

extension Unit {
  package func exists(on day: PlainDate) -> Bool {
    !(validFrom.map { day < $0 } ?? false) && !(validTo.map { $0 < day } ?? false)
  }

  /// The day itself, or the first or last of the unit's life where it did not stand on the day.
  package func day(nearestTo day: PlainDate) -> PlainDate {
    if let validTo, validTo < day { return validTo }
    if let validFrom, day < validFrom { return validFrom }
    return day
  }

  fileprivate var hasNoDates: Bool { validFrom == nil && validTo == nil }
}
