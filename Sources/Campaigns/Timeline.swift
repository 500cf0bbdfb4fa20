import Vietnamese

/// The figures of one target over the time of its campaign (chuỗi số liệu).
struct Timeline {
  /// Oldest first, cut the same way as the period judged: school years with school years, calendar
  /// years with calendar years; none lies within another, so that nothing is counted twice.
  private(set) var entries: [(period: Period, figure: Figure)] = []
  /// The last figure from before the campaign.
  private(set) var before: Mark?
  /// The last figure of a period that was over before the one judged began, however it is cut.
  private(set) var previous: Mark?
  /// Years that the plan counts, from its first to that of the period judged.
  private var years: ClosedRange<Int>
  private var lastYear: Int

  init(_ history: [(Period, Figure)], of target: Target, in span: DateSpan?, at now: Period) {
    for (period, figure) in history {
      if let own = period.span, let start = now.span?.from, own.to < start {
        previous = Mark(figure, at: period)
      }
      guard period.isOfSchool == now.isOfSchool else { continue }
      if let span, let own = period.span, own.to < span.from {
        before = Mark(figure, at: period)
      } else {
        entries.append((period, figure))
      }
    }
    entries = Self.widest(entries)
    let reported = entries.map(\.period.yearsCovered)
    let end = max(now.yearsCovered.upperBound, reported.map(\.upperBound).max() ?? .min)
    let start = span.map { now.isOfSchool ? Self.schoolYear(of: $0.from) : $0.from.year }
    let first = min(start ?? .max, reported.map(\.lowerBound).min() ?? end)
    years = first...max(first, end)
    lastYear = max(
      end, span.map { now.isOfSchool ? Self.schoolYear(of: $0.to) : $0.to.year } ?? end)
  }

  private static func schoolYear(of day: PlainDate) -> Int {
    SchoolTerm(containing: day, whole: true).startYear + 1
  }

  /// Leaves out terms of a year that was reported as a whole.
  private static func widest(_ all: [(period: Period, figure: Figure)])
    -> [(period: Period, figure: Figure)]
  {
    all.filter { entry in
      guard let span = entry.period.span else { return true }
      return !all.contains { other in
        guard other.period != entry.period, let wider = other.period.span else { return false }
        return wider.from <= span.from && span.to <= wider.to
      }
    }
  }

  /// Where a change over the whole time began: before the campaign, else at its first figure.
  var start: Mark? {
    if let before { return before }
    guard entries.count > 1, let first = entries.first else { return nil }
    return Mark(first.figure, at: first.period)
  }

  var yearCount: Int { years.count }

  /// The first year without a figure.
  var gap: Int? { gap(in: years) }

  private func gap(in years: ClosedRange<Int>) -> Int? {
    years.first { year in !entries.contains { $0.period.yearsCovered.contains(year) } }
  }

  /// A term of so many years counts the last ones of its period: “2020-2025” of five years is
  /// 2021 to 2025.
  private func counted(_ count: Int?) -> ClosedRange<Int> {
    guard let count, count > 0 else { return years }
    let first = max(years.lowerBound, lastYear - count + 1)
    return min(first, years.upperBound)...years.upperBound
  }

  func lastYears(_ count: Int?) -> [(period: Period, figure: Figure)] {
    let wanted = counted(count)
    return entries.filter { $0.period.yearsCovered.overlaps(wanted) }
  }

  func gapInYears(_ count: Int?) -> Int? { gap(in: counted(count)) }

  /// All counts added up; it lacks whatever any of them lacks, and a year without a figure.
  var sum: Figure? {
    var total = Figure(value: VNNumber(0), reporting: 0)
    for (_, figure) in entries {
      guard let value = figure.value, let sum = total.value?.adding(value) else { return nil }
      total.value = sum
      total.missing += figure.missing
      total.isDraft = total.isDraft || figure.isDraft
      total.reporting += figure.reporting
    }
    if let gap { total.missing.append("năm \(gap)") }
    return total
  }
}

/// A figure that another one is held against (mốc so sánh).
struct Mark {
  var value: VNNumber
  var isFirm: Bool
  /// When it stood so.
  var at: String?

  init?(baselineOf target: Target) {
    guard let baseline = target.baseline else { return nil }
    value = baseline
    isFirm = true
    at = target.baselineAt
  }

  init?(_ figure: Figure, at period: Period) {
    guard let value = figure.value else { return nil }
    self.value = value
    isFirm = figure.isFirm
    at = period.name
  }
}

extension Period {
  /// Whether it is cut by school years.
  var isOfSchool: Bool {
    if case .term = self { return true }
    return false
  }
}
