import Campaigns
import Diagnostics
import Vietnamese

/// A column of a sheet by what stands above it.
struct Column: Sendable {
  enum Measure: String, Sendable {
    case value, numerator, denominator
    /// A numerator or a value, by what the target is measured in.
    case count
  }

  /// What of a figure the head says; the rest is said by its row, its sheet or the user.
  struct Figure: Sendable {
    var target: String?
    var unit: String?
    var period: PeriodWords.Found?
    var measure = Measure.value
    var saysPercent = false
    /// Whether a heading below the target says what is measured in words that are not known.
    var isImplied = false

    /// The same for columns of the same figures.
    var coordinates: [String] {
      [target ?? "", unit ?? "", period.map { "\($0)" } ?? "", measure.rawValue]
    }
  }

  enum Meaning: Sendable {
    /// Numbers of rows (STT).
    case ordinal
    case field(String)
    case figure(Figure)
    /// Worked out of the others, or what was planned.
    case surplus
    case unknown
  }

  var number: Int
  /// The headings above it, from top to bottom.
  var path: [String]
  var meaning: Meaning

  var heading: String { path.joined(separator: " / ") }
  var letters: String { Location.letters(ofColumn: number) }

  var field: String? { if case .field(let id) = meaning { id } else { nil } }
  var figure: Figure? { if case .figure(let figure) = meaning { figure } else { nil } }
}

/// Reads headings of one kind of table.
struct HeadingReader: Sendable {
  let kind: TableKind
  /// For results, whose headings may name targets, units and periods.
  let books: NameBooks
  let campaign: String?
  /// Headings that the user wants left out, folded.
  let ignored: Set<String>

  func meaning(of path: [String]) -> Column.Meaning {
    if path.contains(where: { ignored.contains(Fold.heading($0)) }) { return .surplus }
    if kind.name == "results" { return result(path) }
    return record(path)
  }

  private func record(_ path: [String]) -> Column.Meaning {
    let joined = path.joined(separator: " ")
    if OfficeWords.ordinals.contains(Fold.heading(path.last ?? "")) { return .ordinal }
    let spellings =
      [joined, path.reversed().joined(separator: " ")] + path.reversed()
      + path.reversed().map(\.withoutParentheses)
    for spelling in spellings {
      if let field = kind.field(spelling) { return .field(field) }
    }
    return .unknown
  }

  // MARK: Results

  private enum Word {
    case ordinal, surplus, measure(Column.Measure), field(String), none
  }

  private func result(_ path: [String]) -> Column.Meaning {
    let targets = books.targets(of: campaign)
    var figure = Column.Figure()
    var measure: Column.Measure?
    var last = Word.none
    for heading in path {
      figure.saysPercent = figure.saysPercent || heading.contains("%")
      last = word(heading)
      if case .measure(let found) = last { measure = found }
      guard case .none = last else { continue }
      if let target = targets.one(heading) {
        figure.target = target
      } else if let unit = books.units.one(heading) {
        figure.unit = unit
      } else {
        let words = PeriodWords(heading)
        var period = words.found.first
        // “2024” alone above a column of figures is a year.
        if period == nil, let year = PeriodWords.year(heading.trimmingSpaces) {
          period = .period(.year(year))
        }
        guard let period else { continue }
        figure.period = period
        let rest = words.rest.joined(separator: " ")
        if case .measure(let found) = word(rest) { measure = found }
        if let target = targets.one(rest) { figure.target = target }
      }
    }
    figure.measure = measure ?? .value
    if case .none = last, measure == nil, path.count > 1 {
      figure.isImplied =
        PeriodWords(path.last ?? "").found.isEmpty
        && targets.one(path.last ?? "") == nil && books.units.one(path.last ?? "") == nil
    }
    let isPlaced = figure.target != nil || figure.unit != nil
    switch last {
    case .ordinal: return .ordinal
    case .surplus: return .surplus
    case .field(let field):
      // “Chỉ tiêu” beside “Thực hiện” under a target is what was planned.
      return isPlaced || figure.period != nil ? .surplus : .field(field)
    case .measure: return .figure(figure)
    case .none:
      return isPlaced || figure.period != nil ? .figure(figure) : .unknown
    }
  }

  private func word(_ heading: String) -> Word {
    let key = Fold.heading(heading)
    if key.isEmpty { return heading.contains("%") ? .measure(.value) : .none }
    let short = Fold.heading(heading.withoutParentheses)
    for key in [key, short] where !key.isEmpty {
      if OfficeWords.ordinals.contains(key) { return .ordinal }
      if OfficeWords.counts.contains(key) { return .measure(.count) }
      if let field = kind.field(key) {
        if let measure = Column.Measure(rawValue: field) { return .measure(measure) }
        return .field(field)
      }
      if OfficeWords.surplus.contains(key) { return .surplus }
    }
    return .none
  }
}

extension String {
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
