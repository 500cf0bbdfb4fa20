package import Vietnamese

/// A point of time as the clock of some place shows it.
package struct Moment: Sendable, Hashable {
  package var date: PlainDate
  /// Seconds since midnight.
  package var second: Int
  package var nanosecond = 0
  /// How many seconds the place is ahead of UTC.
  package var offset = 0
  /// Name of the time zone, where one was written.
  package var zone: String?

  package init(_ date: PlainDate, second: Int = 0) {
    self.date = date
    self.second = second
  }

  package init(_ day: CivilDate) {
    self.init(day.plain ?? PlainDate(dayNumber: 0))
  }

  /// Seconds since 1970 in UTC; nil outside the years 1 to 9999.
  package init?(seconds: Int) {
    guard seconds >= -62_135_596_800, seconds < 253_402_300_800 else { return nil }
    let days = (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400
    self.init(PlainDate(dayNumber: days), second: seconds - days * 86_400)
    zone = "UTC"
  }

  /// Seconds since 1970 in UTC.
  var seconds: Int { date.dayNumber * 86_400 + second - offset }

  var hour: Int { second / 3_600 }
  var minute: Int { second / 60 % 60 }
  var weekday: PlainDate.Weekday { date.weekday }

  /// Day of the year, from 1.
  var dayOfYear: Int {
    (PlainDate(year: date.year, month: 1, day: 1).map { date.dayNumber - $0.dayNumber } ?? 0) + 1
  }

  /// Number of the week of the year if weeks begin on that day; days before the first are week 0.
  func week(from first: PlainDate.Weekday) -> Int {
    (dayOfYear + 6 - (weekday.rawValue - first.rawValue + 7) % 7) / 7
  }

  /// Year and week after ISO 8601: a week belongs to the year of its Thursday.
  var isoWeek: (year: Int, week: Int) {
    let thursday = Moment(date.adding(days: 4 - weekday.rawValue))
    return (thursday.date.year, (thursday.dayOfYear - 1) / 7 + 1)
  }
}
