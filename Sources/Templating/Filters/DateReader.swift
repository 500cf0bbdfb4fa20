import Vietnamese

/// Reads a time that a person or a program wrote: `2024-09-05T07:30:00+07:00`, `March 14, 2016`,
/// `Fri, 16 Jul 2004 1:00 pm`, `05/9/2024`, `ngày 05 tháng 9 năm 2024`.
package struct DateReader {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "bst": 1, "jst": 9, "ict": 7,
  ]

  private var words: [Substring]
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var second: Int?
  private var nanosecond = 0
  private var offset: Int?
  private var zone: String?

  private init(_ text: String) {
    words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }
  }

  /// Nil if the text holds no time.
  ///
  /// Parts left out are those of `now`, or the first of their kind.
  package static func read(_ text: String, now: Moment?) -> Moment? {
    guard text.utf8.count <= 128 else { return nil }
    var reader = DateReader(text)
    return reader.moment(now) ?? PlainDate.parse(text).map { Moment($0) }
  }

  private mutating func moment(_ now: Moment?) -> Moment? {
    for word in words where !take(word) { return nil }
    let today = now?.date
    guard year != nil || month != nil || day != nil || second != nil,
      let date = PlainDate(
        year: year ?? today?.year ?? 0,
        month: month ?? (year == nil ? today?.month ?? 1 : 1),
        day: day ?? (year == nil && month == nil ? today?.day ?? 1 : 1))
    else { return nil }
    var moment = Moment(date, second: second ?? 0)
    moment.nanosecond = nanosecond
    moment.offset = offset ?? 0
    moment.zone = zone ?? (offset == nil ? "UTC" : nil)
    return moment
  }

  /// Takes one word in; false if it has no place in a time.
  private mutating func take(_ word: Substring) -> Bool {
    if let number = Int(word), word.first != "+", word.first != "-" {
      return take(number: number, digits: word.utf8.count)
    }
    if let index = Self.index(of: word, in: Self.months) {
      month = index + 1
      return true
    }
    if Self.index(of: word, in: Self.weekdays) != nil { return true }
    if word == "am" || word == "pm" { return takeHalf(isAfternoon: word == "pm") }
    if let hours = Self.zones[String(word)] {
      (zone, offset) = (word == "z" ? "UTC" : word.uppercased(), hours * 3_600)
      return true
    }
    if second != nil, word.first == "+" || word.first == "-" { return takeOffset(word) }
    if let mark = word.firstIndex(of: "t"), mark > word.startIndex,
      takeDate(word[..<mark])
    {
      return takeClock(word[word.index(after: mark)...])
    }
    if word.contains(":") { return takeClock(word) }
    if let ordinal = Self.ordinal(word) { return take(number: ordinal, digits: 2) }
    return takeDate(word)
  }

  /// A number alone is a day beside a month's name, else a year; `20240905` is a whole date.
  private mutating func take(number: Int, digits: Int) -> Bool {
    switch digits {
    case 8: (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    case 1, 2:
      if day == nil { day = number } else { year = Self.full(number, digits) }
    case 4: year = number
    default: return false
    }
    return true
  }

  /// `2024-09-05`, `2024/9/5`, `05/9/2024`, `5-Sep-2024`.
  private mutating func takeDate(_ word: Substring) -> Bool {
    for mark: Character in ["-", "/", "."] {
      let parts = word.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3 || (parts.count == 2 && parts[0].count == 4) else { continue }
      if parts.count == 3, let named = Self.index(of: parts[1], in: Self.months),
        let first = Int(parts[0]), let last = Int(parts[2])
      {
        (day, month, year) = (first, named + 1, Self.full(last, parts[2].count))
        return true
      }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == parts.count else { return false }
      if parts[0].count > 2 {
        (year, month, day) = (numbers[0], numbers[1], parts.count == 3 ? numbers[2] : nil)
      } else {
        (day, month, year) = (numbers[0], numbers[1], Self.full(numbers[2], parts[2].count))
      }
      return true
    }
    return false
  }

  /// `7:30`, `07:30:05.25`, with `pm` or an offset right behind.
  private mutating func takeClock(_ word: Substring) -> Bool {
    let end = word.firstIndex { !($0.isASCII && $0.isNumber) && $0 != ":" && $0 != "." }
    let parts = word[..<(end ?? word.endIndex)].split(separator: ":")
    guard (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]),
      hour <= 24, minute < 60
    else { return false }
    var seconds = 0
    if parts.count == 3 {
      let pieces = parts[2].split(separator: ".")
      guard let whole = pieces.first.flatMap({ Int($0) }), whole <= 60 else { return false }
      seconds = whole
      if pieces.count > 1 {
        nanosecond = Int((pieces[1] + "000000000").prefix(9)) ?? 0
      }
    }
    second = hour * 3_600 + minute * 60 + seconds
    guard let end else { return true }
    let rest = word[end...]
    if rest == "am" || rest == "pm" { return takeHalf(isAfternoon: rest == "pm") }
    if rest == "z" {
      (zone, offset) = ("UTC", 0)
      return true
    }
    return takeOffset(rest)
  }

  private mutating func takeHalf(isAfternoon: Bool) -> Bool {
    if second == nil, let hour = day {
      second = hour * 3_600
      day = nil
    }
    guard let time = second, time < 13 * 3_600 else { return false }
    second = time % 43_200 + (isAfternoon ? 43_200 : 0)
    return true
  }

  /// `+07:00`, `-0400`, `+7`.
  private mutating func takeOffset(_ word: Substring) -> Bool {
    let digits = word.dropFirst().filter { $0 != ":" }
    guard word.first == "+" || word.first == "-", let number = Int(digits), digits.count <= 4
    else { return false }
    let (hours, minutes) = digits.count > 2 ? (number / 100, number % 100) : (number, 0)
    guard hours < 24, minutes < 60 else { return false }
    offset = (hours * 3_600 + minutes * 60) * (word.first == "-" ? -1 : 1)
    zone = nil
    return true
  }

  /// Place of a name that is written whole or with its first three letters.
  private static func index(of word: Substring, in names: [String]) -> Int? {
    let plain = word.hasSuffix(".") ? word.dropLast() : word
    guard plain.count >= 3 else { return nil }
    return names.firstIndex { name in
      let name = name.lowercased()
      return name == plain || name.prefix(3) == plain || (plain == "sept" && name == "september")
    }
  }

  /// `14th`, `1st`.
  private static func ordinal(_ word: Substring) -> Int? {
    guard word.count >= 3, ["st", "nd", "rd", "th"].contains(word.suffix(2)) else { return nil }
    return Int(word.dropLast(2))
  }

  /// Years of two digits are those around 2000, as Ruby takes them.
  private static func full(_ year: Int, _ digits: Int) -> Int {
    digits > 2 ? year : year + (year < 69 ? 2_000 : 1_900)
  }
}
