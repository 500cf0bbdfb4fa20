package import Vietnamese

/// The stretch of time that a result or a report speaks of (kỳ báo cáo).
///
/// Plans cut time both ways, by calendar year and by school year, so both are kept as they are.
package enum Period: Sendable, Hashable, Comparable {
  case term(SchoolTerm)
  case year(Int)
  case years(Int, Int)

  /// Stable ASCII id: `2023-2024-hk1`, `2024`, `nam-2021-2025`.
  package var id: String {
    switch self {
    case .term(let term): term.id
    case .year(let year): String(year)
    case .years(let from, let to): "nam-\(from)-\(to)"
    }
  }

  /// As written in a sentence: `học kỳ I, năm học 2023-2024`, `năm 2024`, `giai đoạn 2021-2025`.
  package var name: String {
    switch self {
    case .term(let term): term.name
    case .year(let year): "năm \(year)"
    case .years(let from, let to): "giai đoạn \(from)-\(to)"
    }
  }

  /// Short form for table heads: `HK I 2023-2024`.
  package var shortName: String {
    switch self {
    case .term(let term):
      switch term.part {
      case .first: "HK I \(term.startYear)-\(term.startYear + 1)"
      case .second: "HK II \(term.startYear)-\(term.startYear + 1)"
      case .whole: "NH \(term.startYear)-\(term.startYear + 1)"
      }
    case .year(let year): String(year)
    case .years(let from, let to): "\(from)-\(to)"
    }
  }

  package var span: DateSpan? {
    switch self {
    case .term(let term): return term.span
    case .year(let year): return Self.calendar(year, year)
    case .years(let from, let to): return Self.calendar(from, to)
    }
  }

  private static func calendar(_ from: Int, _ to: Int) -> DateSpan? {
    guard let first = PlainDate(year: from, month: 1, day: 1),
      let last = PlainDate(year: to, month: 12, day: 31), first <= last
    else { return nil }
    return DateSpan(from: first, to: last)
  }

  /// The calendar year in which the period ends; yearly rules count by it.
  package var endYear: Int {
    switch self {
    case .term(let term): term.startYear + 1
    case .year(let year): year
    case .years(_, let to): to
    }
  }

  /// The years that yearly rules count the period as; a school year counts as the one it ends in.
  var yearsCovered: ClosedRange<Int> {
    if case .years(let from, let to) = self, from <= to { return from...to }
    return endYear...endYear
  }

  /// Terms go with terms, whole school years with their like, calendar years with years.
  package func isComparable(with other: Period) -> Bool {
    switch (self, other) {
    case (.term(let a), .term(let b)): (a.part == .whole) == (b.part == .whole)
    case (.year, .year), (.years, .years): true
    default: false
    }
  }

  /// Reads `HK I 2023-2024`, `2023-2024-hk1`, `năm học 2023-2024`, `2024`, `giai đoạn 2021-2025`.
  package static func parse(_ text: String) -> Period? {
    let folded = Fold.heading(text)
    let yearWord = folded.hasPrefix("nam ") ? String(folded.dropFirst(4)) : folded
    if let year = Int(yearWord), (1900...2200).contains(year) { return .year(year) }
    if let term = SchoolTerm.parse(text) { return .term(term) }
    if let span = DateSpan.parse(text), span.from.month == 1, span.from.day == 1,
      span.to.month == 12, span.to.day == 31
    {
      return span.from.year == span.to.year
        ? .year(span.from.year) : .years(span.from.year, span.to.year)
    }
    return nil
  }

  package static func < (a: Period, b: Period) -> Bool { a.order < b.order }

  /// By end, then start, so a year follows the terms that it closes.
  private var order: (Int, Int, String) {
    (span?.to.dayNumber ?? 0, -(span?.from.dayNumber ?? 0), id)
  }
}
