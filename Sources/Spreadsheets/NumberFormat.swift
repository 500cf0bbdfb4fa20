import Vietnamese

/// How a cell shows its number (ISO/IEC 29500-1, 18.8.30), as far as that changes its meaning.
package enum NumberFormat: Sendable, Hashable {
  /// As it is.
  case plain
  /// A hundred times as much, with a sign of percent.
  case percent
  /// Days since the end of 1899, or of 1903 in workbooks of old Macintoshes.
  case date(since1904: Bool)
  /// A time of day alone.
  case time

  /// What a format of that number and code means; codes of 164 and more are a workbook's own.
  static func meaning(ofID id: Int, code: String?, since1904: Bool) -> NumberFormat {
    switch id {
    case 9, 10: return .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: return .date(since1904: since1904)
    case 18...21, 32...35, 45...47, 55, 56: return .time
    default: break
    }
    guard let code else { return .plain }
    let letters = letters(of: code)
    if letters.contains("%") { return .percent }
    // A month beside hours or seconds is a minute.
    if letters.contains("y") || letters.contains("d") { return .date(since1904: since1904) }
    if letters.contains("h") || letters.contains("s") { return .time }
    if letters.contains("m") { return .date(since1904: since1904) }
    return .plain
  }

  /// How many digits a format shows after the comma; nil where that hangs on the number.
  static func decimals(ofID id: Int, code: String?) -> Int? {
    switch id {
    case 1, 3, 9, 37, 38: return 0
    case 2, 4, 10, 39, 40: return 2
    default: break
    }
    guard let code, meaning(ofID: id, code: code, since1904: false) != .time else { return nil }
    let letters = letters(of: code)
    guard letters.contains("0") || letters.contains("#") else { return nil }
    guard let point = letters.firstIndex(of: ".") else { return 0 }
    return letters[letters.index(after: point)...].prefix { "0#?".contains($0) }.count
  }

  /// The code's first part without quoted words, escapes, colours and conditions.
  private static func letters(of code: String) -> String {
    var out = ""
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for letter in code.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if letter == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if letter == "\\" || letter == "_" || letter == "*" {
        isEscaped = true
      } else if letter == "[" {
        isBracketed = true
      } else if letter == "]" {
        isBracketed = false
      } else if letter == ";" {
        break
      } else if !isBracketed {
        out.unicodeScalars.append(letter)
      }
    }
    // `General` holds an e and an a, no date; `E+00` is an exponent.
    let low = out.lowercased()
    return low.contains("general") ? "" : low
  }

  /// The number in the writing of our tables: `79,63%`, `15/01/2025`, `1234,5`.
  package func text(of number: Double) -> String? {
    switch self {
    case .plain: return DecimalText(number)?.text
    case .percent: return DecimalText(number)?.shifted(by: 2).text.map { $0 + "%" }
    case .date(let since1904): return Self.date(number, since1904: since1904)
    case .time: return nil
    }
  }

  private static func date(_ serial: Double, since1904: Bool) -> String? {
    guard serial >= 1, serial < 2_958_466, let epoch = PlainDate(year: 1899, month: 12, day: 30),
      let other = PlainDate(year: 1904, month: 1, day: 1)
    else { return nil }
    let days = Int(serial)
    if since1904 { return other.adding(days: days).short }
    // The format counts a 29 February 1900 that never was.
    return days == 60 ? nil : epoch.adding(days: days < 60 ? days + 1 : days).short
  }
}

/// A number in the fifteen digits that spreadsheets show, so that 0.28999999999999998 is 0,29.
struct DecimalText {
  private var isNegative: Bool
  /// Without zeros at either end.
  private var digits: [UInt8]
  /// How many of the digits stand before the comma; may be negative or more than there are.
  private var point: Int

  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number < 0
    digits = []
    point = 0
    var power = 0
    var hasPoint = false
    var bytes = Array(number.magnitude.description.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "e"):
        power = Int(String(decoding: bytes, as: UTF8.self)) ?? 0
        bytes = []
      default:
        digits.append(byte & 0x0F)
        if !hasPoint { point += 1 }
      }
    }
    point += power
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    round(to: 15)
    if digits.isEmpty { (isNegative, point) = (false, 0) }
  }

  private mutating func round(to count: Int) {
    if digits.count > count {
      let isUp = digits[count] >= 5
      digits.removeLast(digits.count - count)
      var place = count - 1
      while isUp, place >= 0 {
        digits[place] += 1
        if digits[place] < 10 { break }
        digits[place] = 0
        place -= 1
      }
      if isUp, place < 0 {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  func shifted(by places: Int) -> DecimalText {
    var moved = self
    if !digits.isEmpty { moved.point += places }
    return moved
  }

  /// With a decimal comma and nothing between thousands; nil beyond any figure of a report.
  var text: String? {
    guard abs(point) <= 30 else { return nil }
    var padded = digits
    if point > padded.count { padded += repeatElement(0, count: point - padded.count) }
    if point < 1 { padded = Array(repeating: 0, count: 1 - point) + padded }
    let whole = padded.prefix(max(point, 1))
    let rest = padded.dropFirst(whole.count)
    let letters = { (digits: ArraySlice<UInt8>) in
      String(decoding: digits.map { $0 + 48 }, as: UTF8.self)
    }
    return (isNegative ? "-" : "") + letters(whole) + (rest.isEmpty ? "" : "," + letters(rest))
  }
}
