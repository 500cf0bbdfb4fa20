import Vietnamese

/// The filter `date`: Ruby's `strftime` without time zones.
enum DateFormat {
  static let table: [Filter] = [
    Filter(
      "date", [.required("mẫu")], "Viết ngày theo mẫu, như `strftime`.",
      "{{ '2024-09-05' | date: '%d/%m/%Y' }}", "05/09/2024"
    ) { value, arguments, machine throws(Fault) in
      if case .null = arguments.first { return value }
      return try apply(value, arguments.first.textBytes, &machine)
    }
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private struct Moment {
    var date: PlainDate
    var second = 0
  }

  static func apply(
    _ value: Value, _ format: [UInt8], _ machine: inout Machine
  ) throws(Fault) -> Value {
    guard let moment = moment(value, today: machine.set.options.today) else { return value }
    if format.isEmpty { return value }
    try machine.charge(format.count * 8)
    return .text(text(moment, format))
  }

  private static func moment(_ value: Value, today: CivilDate?) -> Moment? {
    switch value {
    case .day(let day): return day.plain.map { Moment(date: $0) }
    case .int(let seconds): return moment(seconds: seconds)
    case .string(let text), .safe(let text):
      let word = text.description
      if word == "now" || word == "today" { return today?.plain.map { Moment(date: $0) } }
      if text.bytes.allSatisfy(\.isDigit), let seconds = Int(word) {
        return moment(seconds: seconds)
      }
      return parse(word)
    default: return nil
    }
  }

  private static func moment(seconds: Int) -> Moment? {
    // The year 9999 is the last that has a date here.
    guard abs(Double(seconds)) < 253_402_300_800,
      let epoch = PlainDate(year: 1970, month: 1, day: 1)
    else { return nil }
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    return Moment(date: epoch.adding(days: days), second: seconds - days * 86_400)
  }

  /// ISO dates with or without a time, Vietnamese dates, and `March 14, 2016`.
  private static func parse(_ text: String) -> Moment? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "T" && text.contains("-") }
      .map(String.init)
    guard let first = words.first else { return nil }
    if let date = PlainDate.parse(first) {
      var moment = Moment(date: date)
      if words.count > 1 { moment.second = clock(words[1]) }
      return moment
    }
    guard words.count >= 3,
      let month = months.firstIndex(where: {
        $0.lowercased() == first.lowercased() || $0.prefix(3).lowercased() == first.lowercased()
      }),
      let day = Int(words[1]), let year = Int(words[2]),
      let date = PlainDate(year: year, month: month + 1, day: day)
    else { return PlainDate.parse(text).map { Moment(date: $0) } }
    return Moment(date: date, second: words.count > 3 ? clock(words[3]) : 0)
  }

  private static func clock(_ text: String) -> Int {
    let parts = text.split(separator: ":").map { Int($0.prefix { $0.isNumber }) ?? 0 }
    let (h, m, s) = (
      parts.first ?? 0, parts.count > 1 ? parts[1] : 0, parts.count > 2 ? parts[2] : 0
    )
    return h < 24 && m < 60 && s < 60 ? h * 3_600 + m * 60 + s : 0
  }

  private static func text(_ moment: Moment, _ format: [UInt8]) -> String {
    var out: [UInt8] = []
    var i = 0
    while i < format.count {
      guard format[i] == UInt8(ascii: "%"), i + 1 < format.count else {
        out.append(format[i])
        i += 1
        continue
      }
      let start = i
      i += 1
      var unpadded = false
      if format[i] == UInt8(ascii: "-"), i + 1 < format.count {
        unpadded = true
        i += 1
      }
      if let part = part(moment, format[i], unpadded) {
        out.append(text: part)
      } else {
        out += format[start...i]
      }
      i += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func part(_ moment: Moment, _ letter: UInt8, _ unpadded: Bool) -> String? {
    let date = moment.date
    let (hour, minute) = (moment.second / 3_600, moment.second / 60 % 60)
    let weekday = (((date.dayNumber - epochMonday) % 7) + 7) % 7
    func two(_ number: Int, _ sign: Character = "0") -> String {
      unpadded ? String(number) : padded(number, 2, with: sign)
    }
    switch letter {
    case UInt8(ascii: "Y"): return String(date.year)
    case UInt8(ascii: "y"): return two(date.year % 100)
    case UInt8(ascii: "m"): return two(date.month)
    case UInt8(ascii: "d"): return two(date.day)
    case UInt8(ascii: "e"): return two(date.day, " ")
    case UInt8(ascii: "B"): return months[date.month - 1]
    case UInt8(ascii: "b"), UInt8(ascii: "h"): return String(months[date.month - 1].prefix(3))
    case UInt8(ascii: "A"): return weekdays[weekday]
    case UInt8(ascii: "a"): return String(weekdays[weekday].prefix(3))
    case UInt8(ascii: "u"): return String(weekday + 1)
    case UInt8(ascii: "w"): return String((weekday + 1) % 7)
    case UInt8(ascii: "H"): return two(hour)
    case UInt8(ascii: "I"): return two((hour + 11) % 12 + 1)
    case UInt8(ascii: "M"): return two(minute)
    case UInt8(ascii: "S"): return two(moment.second % 60)
    case UInt8(ascii: "p"): return hour < 12 ? "AM" : "PM"
    case UInt8(ascii: "j"):
      let first = PlainDate(year: date.year, month: 1, day: 1)?.dayNumber ?? date.dayNumber
      let number = date.dayNumber - first + 1
      return unpadded ? String(number) : padded(number, 3)
    case UInt8(ascii: "F"): return date.iso
    case UInt8(ascii: "T"):
      return [hour, minute, moment.second % 60].map { padded($0, 2) }.joined(separator: ":")
    case UInt8(ascii: "s"):
      return String((date.dayNumber - epochMonday - 3) * 86_400 + moment.second)
    case UInt8(ascii: "z"): return "+0000"
    case UInt8(ascii: "%"): return "%"
    default: return nil
    }
  }

  /// Number of the Monday before 1 January 1970, a Thursday.
  private static let epochMonday =
    (PlainDate(year: 1970, month: 1, day: 1)?.dayNumber ?? 0) - 3
}
