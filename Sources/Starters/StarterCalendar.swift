import Vietnamese

/// The days of a starter's examples: all of them past, within the school year, and no duty missed,
/// on whatever day the starter is made.
struct StarterCalendar {
  let today: PlainDate
  let year: SchoolTerm

  private var span: DateSpan { year.span }
  var start: PlainDate { span.from }
  var end: PlainDate { span.to }

  /// Before the first day there is nothing to tell yet.
  var isStarted: Bool { today >= start }
  var isOver: Bool { today > end }

  /// The first term ends in the middle of January.
  private var firstTermEnd: PlainDate {
    SchoolTerm(startYear: year.startYear, part: .first)?.span.to ?? end
  }
  var isFirstTermOver: Bool { today > firstTermEnd }
  /// The day that the figures of the first term hold for.
  var firstTermAsOf: PlainDate { min(today, firstTermEnd) }
  var firstTermReported: PlainDate { min(today, firstTermEnd.adding(days: 8)) }
  /// Registered before the end of September.
  var registered: PlainDate { min(max(today, start), start.adding(days: 18)) }
  var yearReported: PlainDate { min(today, end.adding(days: 8)) }

  /// Before anything that needs it is told, be that before the school year.
  var consented: PlainDate { min(today, end).adding(days: -60) }

  /// So many days before today, or before the end of a year that is over; never before its start.
  func daysAgo(_ days: Int) -> PlainDate {
    max(start, min(today, end).adding(days: -min(max(days, 0), 400)))
  }
}
