package import Vietnamese

/// A cluster's score table for one period (bảng điểm thi đua): the criteria in the order of their
/// tree, and what each member was given.
///
/// A score that is not there is not known: it is never counted as 0, and a unit that lacks one has
/// no total and no rank.
package struct ScoreTable: Sendable {
  /// A criterion in the order of the tree.
  package struct Line: Sendable {
    package var criterion: Criterion
    package var depth: Int
    /// Places of its parts in the list of lines; scores are given to lines without any.
    package var parts: [Int] = []
    package var isScored: Bool { parts.isEmpty }
  }

  /// The points of one unit by one judge.
  package struct Points: Sendable {
    /// By line; of a line with parts what these add up to.
    package var lines: [VNNumber?]
    package var total: VNNumber?
  }

  package struct Sheet: Sendable {
    package var unit: String
    /// What the unit gave itself (tự chấm).
    package var own: Points
    /// What the cluster gave (cụm chấm).
    package var given: Points
    /// Lines that the cluster has not scored.
    package var missing: [Int]
    /// Whether anything is written down of the unit.
    package var isOpen: Bool
    /// 1 for the most points; equal totals share a rank and the next is left out.
    package var rank: Int?
    package var isShared = false
    package var grade: Criterion?
  }

  package var cluster: String
  package var period: Period
  package var lines: [Line]
  /// The grades that the table itself sets, the highest first.
  package var grades: [Criterion]
  /// By rank, then those without, each by name.
  package var sheets: [Sheet]
  /// What all base criteria add up to; nil where one does not say.
  package var maximum: VNNumber?

  package init(
    cluster: String, period: Period, criteria: [Criterion], scores: [Score], members: [Unit]
  ) {
    self.cluster = cluster
    self.period = period
    let lines = Self.lines(of: criteria.filter { $0.kind != .grade })
    self.lines = lines
    grades = criteria.filter { $0.kind == .grade && $0.least != nil }
      .sorted { ($1.least ?? VNNumber(0), $0.id) < ($0.least ?? VNNumber(0), $1.id) }
    maximum = Self.sum(
      lines.indices.filter { lines[$0].depth == 0 && lines[$0].criterion.kind == .base },
      of: Self.maxima(of: lines), in: lines)
    sheets = []
    let byUnit = Dictionary(grouping: scores, by: \.unit)
    sheets = members.map { sheet(of: $0.id, byUnit[$0.id] ?? []) }
    rank(by: members)
  }

  /// All tables of the archive by cluster, the newest first.
  package static func tables(in directory: Directory) -> [String: [ScoreTable]] {
    struct Key: Hashable {
      var cluster: String
      var period: Period
    }
    let archive = directory.archive
    let criteria = Dictionary(grouping: archive.criteria) {
      Key(cluster: $0.cluster, period: $0.period)
    }
    let scores = Dictionary(grouping: archive.scores) {
      Key(cluster: $0.cluster, period: $0.period)
    }
    var tables: [String: [ScoreTable]] = [:]
    for key in criteria.keys.sorted(by: { ($1.period, $0.cluster) < ($0.period, $1.cluster) }) {
      tables[key.cluster, default: []].append(
        ScoreTable(
          cluster: key.cluster, period: key.period, criteria: criteria[key] ?? [],
          scores: scores[key] ?? [], members: directory.members(of: key.cluster, in: key.period)))
    }
    return tables
  }

  // MARK: The tree

  /// Depth first in the order of the file; what hangs on nothing stands at the top, and what hangs
  /// on itself is left out.
  private static func lines(of criteria: [Criterion]) -> [Line] {
    let known = Set(criteria.map(\.id))
    var parts: [String: [Int]] = [:]
    var roots: [Int] = []
    for (i, criterion) in criteria.enumerated() {
      if let parent = criterion.parent, known.contains(parent) {
        parts[parent, default: []].append(i)
      } else {
        roots.append(i)
      }
    }
    var lines: [Line] = []
    var open = roots.reversed().map { (place: $0, depth: 0, parent: Int?.none) }
    while let next = open.popLast() {
      let criterion = criteria[next.place]
      if let parent = next.parent { lines[parent].parts.append(lines.count) }
      for part in (parts[criterion.id] ?? []).reversed() {
        open.append((part, next.depth + 1, lines.count))
      }
      lines.append(Line(criterion: criterion, depth: next.depth))
    }
    return lines
  }

  /// What each line says that it may give, or what its base parts add up to.
  private static func maxima(of lines: [Line]) -> [VNNumber?] {
    var maxima: [VNNumber?] = lines.map(\.criterion.max)
    for place in lines.indices.reversed() where maxima[place] == nil {
      let parts = lines[place].parts.filter { lines[$0].criterion.kind == .base }
      if !parts.isEmpty { maxima[place] = sum(parts, of: maxima, in: lines) }
    }
    return maxima
  }

  /// Nil where a number is not known or the sum is too large to be one.
  private static func sum(_ places: [Int], of numbers: [VNNumber?], in lines: [Line]) -> VNNumber? {
    var total: VNNumber? = places.isEmpty ? nil : VNNumber(0)
    for place in places {
      guard let sofar = total, let number = numbers[place] else { return nil }
      total = sofar.adding(number)
    }
    return total
  }

  // MARK: Points

  private func sheet(of unit: String, _ scores: [Score]) -> Sheet {
    let byCriterion = Dictionary(scores.map { ($0.criterion, $0) }) { first, _ in first }
    let rows = lines.map { $0.isScored ? byCriterion[$0.criterion.id] : nil }
    return Sheet(
      unit: unit, own: points(rows.map { $0?.own }), given: points(rows.map { $0?.given }),
      missing: lines.indices.filter { lines[$0].isScored && rows[$0]?.given == nil },
      isOpen: rows.contains { $0?.own != nil || $0?.given != nil })
  }

  /// Adds up from the leaves.
  ///
  /// Penalties (điểm trừ) are written as positive numbers and taken off; a group of bonuses or of
  /// penalties never counts for more than its maximum.
  private func points(_ scored: [VNNumber?]) -> Points {
    var points = scored
    for place in lines.indices.reversed() where !lines[place].isScored {
      let criterion = lines[place].criterion
      let sum = sum(lines[place].parts, of: points, within: criterion.kind)
      if criterion.kind != .base, let sum, let max = criterion.max {
        points[place] = min(sum, max)
      } else {
        points[place] = sum
      }
    }
    let roots = lines.indices.filter { lines[$0].depth == 0 }
    return Points(lines: points, total: sum(roots, of: points, within: .base))
  }

  private func sum(
    _ places: [Int], of points: [VNNumber?], within kind: Criterion.Kind
  ) -> VNNumber? {
    var total: VNNumber? = places.isEmpty ? nil : VNNumber(0)
    for place in places {
      guard let sofar = total, let number = points[place] else { return nil }
      let isTakenOff = lines[place].criterion.kind == .penalty && kind != .penalty
      total = isTakenOff ? sofar.subtracting(number) : sofar.adding(number)
    }
    return total
  }

  // MARK: Ranks

  private mutating func rank(by members: [Unit]) {
    let names = Dictionary(members.map { ($0.id, SortKey($0.name)) }) { first, _ in first }
    let unnamed = SortKey("")
    func name(_ sheet: Sheet) -> SortKey { names[sheet.unit] ?? unnamed }
    sheets.sort { a, b in
      switch (a.given.total, b.given.total) {
      case (let x?, let y?) where x != y: x > y
      case (.some, nil): true
      case (nil, .some): false
      default: (name(a), a.unit) < (name(b), b.unit)
      }
    }
    for place in sheets.indices {
      guard let total = sheets[place].given.total else { break }
      let isEqual = place > 0 && sheets[place - 1].given.total == total
      sheets[place].rank = isEqual ? sheets[place - 1].rank : place + 1
      if isEqual {
        sheets[place].isShared = true
        sheets[place - 1].isShared = true
      }
      sheets[place].grade = grades.first { $0.least.map { $0 <= total } ?? false }
    }
  }
}
