/// A span of days (giai đoạn, khoảng thời gian), both ends included; never reversed.
package struct DateSpan: Sendable, Hashable {
  package let from: PlainDate
  package let to: PlainDate

  /// Nil if the end is before the start.
  package init?(from: PlainDate, to: PlainDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// For ends already known to be in order.
  init(known from: PlainDate, _ to: PlainDate) {
    self.from = from
    self.to = to
  }

  package func contains(_ date: PlainDate) -> Bool { from <= date && date <= to }

  package func overlaps(_ other: DateSpan) -> Bool { from <= other.to && other.from <= to }

  /// Reads two days, months or years with a dash, `..` or “đến” between, or one of them alone.
  ///
  /// `2020 – 2025`, `giai đoạn 2021-2025`, `05/9/2024 - 31/5/2025`, `2024-09-05..2025-05-31`,
  /// `2024`; a school year or term (`năm học 2024-2025`) gives its nominal span.
  package static func parse(_ text: String) -> DateSpan? {
    var rest = DateTokens(text)
    if !rest.take("giai", "doan") { _ = rest.take("nhiem", "ky") }
    _ = rest.take("tu")
    if let whole = unit(rest) { return DateSpan(from: whole.from, to: whole.to) }
    for index in rest.tokens.indices {
      switch rest.tokens[index] {
      case .range, .mark(UInt8(ascii: "-")), .word("den"), .word("toi"):
        let end = rest.tokens[(index + 1)...]
        if let left = unit(DateTokens(rest.tokens[..<index])), let right = unit(DateTokens(end)) {
          return DateSpan(from: left.from, to: right.to)
        }
      default: continue
      }
    }
    return SchoolTerm.parse(text)?.span
  }

  private static func unit(_ tokens: DateTokens) -> (from: PlainDate, to: PlainDate)? {
    guard let parts = tokens.calendarParts(),
      let date = PartialDate(year: parts.year, month: parts.month, day: parts.day, text: "")
    else { return nil }
    return (date.first, date.last)
  }

  /// `05/9/2024 - 31/5/2025`, or one date if the span is one day.
  package var text: String { from == to ? from.short : "\(from.short) - \(to.short)" }

  /// `từ ngày 05 tháng 9 năm 2024 đến ngày 31 tháng 5 năm 2025`; a year or a month that both ends
  /// share is said once, at the end.
  package var official: String {
    if from == to { return from.official }
    var start = from.official
    if from.year == to.year {
      let count = from.month == to.month ? 2 : 4
      start = start.split(separator: " ").prefix(count).joined(separator: " ")
    }
    return "từ \(start) đến \(to.official)"
  }

  /// `2024-09-05..2025-05-31`.
  package var iso: String { "\(from.iso)..\(to.iso)" }
}
