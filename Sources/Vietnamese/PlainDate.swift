/// A day of the Gregorian calendar (ngày), years 1 to 9999, without time or time zone.
package struct PlainDate: Sendable, Hashable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil unless the day exists: 29/02/2023 and 31/4/2024 do not.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= PlainDate.days(inMonth: month, of: year)
    else { return nil }
    self.init(known: year, month, day)
  }

  /// For parts already known to be a real day.
  init(known year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// 28 to 31; 0 for a month that does not exist.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 0
    }
  }
}

extension PlainDate: Comparable {
  package static func < (a: PlainDate, b: PlainDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

// MARK: - Counting days

extension PlainDate {
  package enum Weekday: Int, Sendable, Hashable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    /// “thứ Hai” … “Chủ nhật”, with the capitals of Nghị định 30/2020/NĐ-CP, Phụ lục II.
    package var name: String {
      switch self {
      case .monday: "thứ Hai"
      case .tuesday: "thứ Ba"
      case .wednesday: "thứ Tư"
      case .thursday: "thứ Năm"
      case .friday: "thứ Sáu"
      case .saturday: "thứ Bảy"
      case .sunday: "Chủ nhật"
      }
    }
  }

  /// Days since 1970-01-01, which is day 0.
  package var dayNumber: Int {
    // Years counted from 1 March of year 0, so that the leap day is the last of its year.
    let y = month <= 2 ? year - 1 : year
    let century = y / 400
    let yearOfEra = y - century * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return century * 146_097 + dayOfEra - 719_468
  }

  /// The day of that number; numbers outside years 1 to 9999 give the first or the last day.
  package init(dayNumber: Int) {
    let shifted = min(max(dayNumber, -719_162), 2_932_896) + 719_468
    let century = shifted / 146_097
    let dayOfEra = shifted - century * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      known: yearOfEra + century * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package var weekday: Weekday {
    let index = ((dayNumber + 3) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  /// The day `days` later (earlier if negative), held within years 1 to 9999.
  package func adding(days: Int) -> PlainDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return PlainDate(dayNumber: overflow ? (days < 0 ? .min : .max) : sum)
  }
}

// MARK: - Text

extension PlainDate {
  /// `ngày 05 tháng 9 năm 2024`: a zero only before days under 10 and months 1 and 2.
  ///
  /// Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.
  package var official: String {
    "ngày \(dayText) tháng \(PlainDate.monthText(month)) năm \(year)"
  }

  /// `05/9/2024`, with zeros by the same rule.
  package var short: String { "\(dayText)/\(PlainDate.monthText(month))/\(year)" }

  /// `2024-09-05`.
  package var iso: String {
    let digits = String(year)
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    return "\(padded)-\(month < 10 ? "0" : "")\(month)-\(dayText)"
  }

  private var dayText: String { day < 10 ? "0\(day)" : String(day) }

  /// `02`, `3`: the month as official documents write it.
  package static func monthText(_ month: Int) -> String { month <= 2 ? "0\(month)" : String(month) }

  /// Reads `05/9/2024`, `5-9-2024`, `5.9.2024`, `2024-09-05` and `ngày 05 tháng 9 năm 2024`.
  package static func parse(_ text: String) -> PlainDate? {
    guard let parts = DateTokens(text).calendarParts(), let month = parts.month,
      let day = parts.day
    else { return nil }
    return PlainDate(year: parts.year, month: month, day: day)
  }
}
