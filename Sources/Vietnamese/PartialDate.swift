/// A time as plans state it (mốc thời gian): a day, a month or a year, exact or as a limit.
///
/// `trước ngày 10/12/2024`, `trong tháng 10/2025`, `đến hết năm 2025`, `dự kiến tháng 12/2024`.
package struct PartialDate: Sendable, Hashable {
  package enum Bound: String, Sendable, Hashable {
    /// At the day, or some time in the month or year.
    case on
    /// Strictly before (trước): the day itself is too late.
    case before
    /// Some time inside (trong).
    case within
    /// By the end, the last day included (cuối, đến, đến hết).
    case byEnd
  }

  package let year: Int
  package let month: Int?
  package let day: Int?
  package let bound: Bound
  /// Said to be provisional (dự kiến).
  package let tentative: Bool
  /// The text as written.
  package let text: String

  /// Nil for a month or day that does not exist, or a day without a month.
  package init?(
    year: Int, month: Int? = nil, day: Int? = nil, bound: Bound = .on, tentative: Bool = false,
    text: String
  ) {
    guard day == nil || month != nil,
      PlainDate(year: year, month: month ?? 1, day: day ?? 1) != nil
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.bound = bound
    self.tentative = tentative
    self.text = text
  }

  private var unitStart: PlainDate { PlainDate(known: year, month ?? 1, day ?? 1) }

  private var unitEnd: PlainDate {
    let month = month ?? 12
    return PlainDate(known: year, month, day ?? PlainDate.days(inMonth: month, of: year))
  }

  /// The first day stated; a text that states only a limit has no other first day than `last`.
  package var first: PlainDate {
    switch bound {
    case .on, .within: unitStart
    case .before, .byEnd: last
    }
  }

  /// The last valid day: “trước ngày 10/12/2024” ends on 09/12/2024.
  package var last: PlainDate {
    bound == .before ? unitStart.adding(days: -1) : unitEnd
  }

  package static func parse(_ text: String) -> PartialDate? {
    var rest = DateTokens(text)
    var tentative = rest.take("du", "kien")
    var bound = Bound.on
    if rest.take("truoc") {
      bound = .before
    } else if rest.take("trong") {
      bound = .within
    } else if rest.take("den", "het") || rest.take("den", "cuoi") || rest.take("het")
      || rest.take("cuoi") || rest.take("den") || rest.take("cham", "nhat", "la")
      || rest.take("cham", "nhat")
    {
      bound = .byEnd
    }
    tentative = rest.take("du", "kien") || tentative
    guard let parts = rest.calendarParts() else { return nil }
    return PartialDate(
      year: parts.year, month: parts.month, day: parts.day, bound: bound, tentative: tentative,
      text: text)
  }
}
