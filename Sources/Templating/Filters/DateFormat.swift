import Vietnamese

/// The filter `date`: Ruby's `strftime`, with flags and widths.
enum DateFormat {
  static let table: [Filter] = [
    Filter(
      "date", [.required("mẫu")], "Viết ngày theo mẫu, như `strftime`.",
      "{{ '2024-09-05' | date: '%d/%m/%Y' }}", "05/09/2024"
    ) { value, arguments, machine throws(Fault) in
      if case .null = arguments.first { return value }
      let format = try machine.text(arguments.first)
      return try apply(value, format, isSafe: arguments.first.isSafe, &machine)
    }
  ]

  static func apply(
    _ value: Value, _ format: [UInt8], isSafe: Bool = false, _ machine: inout Machine
  ) throws(Fault) -> Value {
    guard !format.isEmpty, let moment = moment(value, now: machine.set.options.now) else {
      return value
    }
    try machine.charge(format.count)
    var out: [UInt8] = []
    try write(moment, format, machine.set.options.dateNames, to: &out, &machine)
    // Beside what the pattern brings there are only letters and digits.
    return .make(out, safe: isSafe)
  }

  static func moment(_ value: Value, now: Moment?) -> Moment? {
    switch value {
    case .day(let day): return day.plain.map { Moment($0) }
    case .int(let seconds): return Moment(seconds: seconds)
    case .double(let seconds):
      return Int(exactly: seconds.rounded(.down)).flatMap { Moment(seconds: $0) }
    case .string(let text), .safe(let text):
      let word = text.description.lowercased()
      if word == "now" || word == "today" { return now }
      if !text.bytes.isEmpty, text.bytes.allSatisfy(\.isDigit) {
        return Int(word).flatMap { Moment(seconds: $0) }
      }
      return DateReader.read(text.description, now: now)
    default: return nil
    }
  }

  /// How a directive wants its part: `%-d`, `%_5H`, `%^B`, `%::z`.
  private struct Style {
    /// The sign that fills up, 0 for none, or nil for the directive's own.
    var filler: UInt8?
    var width: Int?
    var isUpper = false
    var swapsCase = false
    var colons = 0
  }

  static func write(
    _ moment: Moment, _ format: [UInt8], _ names: DateNames, to out: inout [UInt8],
    _ machine: inout Machine
  ) throws(Fault) {
    let limit = machine.budget.stringBytes
    var i = 0
    while i < format.count {
      let start = i
      i += 1
      guard format[start] == UInt8(ascii: "%") else {
        out.append(format[start])
        continue
      }
      let style = style(format, &i)
      if i < format.count, let part = part(moment, format[i], style, names) {
        i += 1
        if let width = style.width { try machine.charge(width) }
        let text = filled(part, style)
        try machine.chargeList(text.count, each: 1)
        out += text
        if out.count > limit { throw .budget("cỡ một chuỗi", limit) }
      } else {
        // What is no directive stands as it was written.
        i = min(i + 1, format.count)
        out += format[start..<i]
      }
    }
  }

  private static func style(_ format: [UInt8], _ i: inout Int) -> Style {
    var style = Style()
    while i < format.count {
      switch format[i] {
      case UInt8(ascii: "-"): style.filler = 0
      case UInt8(ascii: "_"): style.filler = 32
      case UInt8(ascii: "0"): style.filler = 48
      case UInt8(ascii: "^"): style.isUpper = true
      case UInt8(ascii: "#"): style.swapsCase = true
      case UInt8(ascii: ":"): style.colons += 1
      default:
        let digits = i
        while i < format.count, format[i].isDigit { i += 1 }
        if i > digits {
          // More than any budget allows where the number is too large to be one.
          style.width = Int(String(decoding: format[digits..<i], as: UTF8.self)) ?? .max
        }
        return style
      }
      i += 1
    }
    return style
  }

  /// Text of a directive with the width and the sign with which it fills up by itself.
  private struct Part {
    var text: String
    var width = 0
    var filler: UInt8 = 32

    static func text(_ text: String) -> Part { Part(text: text) }

    static func number(_ number: Int, _ width: Int, _ filler: Unicode.Scalar = "0") -> Part {
      Part(text: String(number), width: width, filler: UInt8(ascii: filler))
    }
  }

  private static func filled(_ part: Part, _ style: Style) -> [UInt8] {
    var bytes = Array(part.text.utf8)
    if style.isUpper || style.swapsCase {
      let lowers = style.swapsCase && !style.isUpper && part.text.allSatisfy(\.isUppercase)
      bytes = Array((lowers ? part.text.lowercased() : part.text.uppercased()).utf8)
    }
    let filler = style.filler ?? part.filler
    let missing = (style.width ?? part.width) - bytes.count
    guard filler != 0, missing > 0 else { return bytes }
    let padding = [UInt8](repeating: filler, count: missing)
    // Zeros stand behind the sign.
    if filler == 48, let sign = bytes.first, sign == 45 || sign == 43 {
      return [sign] + padding + bytes.dropFirst()
    }
    return padding + bytes
  }

  private static func part(
    _ moment: Moment, _ letter: UInt8, _ style: Style, _ names: DateNames
  ) -> Part? {
    if style.colons > 0, letter != UInt8(ascii: "z") { return nil }
    return datePart(moment, letter, names) ?? timePart(moment, letter, style)
      ?? mixedPart(moment, letter, names)
  }

  private static func datePart(_ moment: Moment, _ letter: UInt8, _ names: DateNames) -> Part? {
    let date = moment.date
    switch letter {
    case UInt8(ascii: "Y"): return .number(date.year, 4)
    case UInt8(ascii: "C"): return .number(date.year / 100, 2)
    case UInt8(ascii: "y"): return .number(date.year % 100, 2)
    case UInt8(ascii: "m"): return .number(date.month, 2)
    case UInt8(ascii: "d"): return .number(date.day, 2)
    case UInt8(ascii: "e"): return .number(date.day, 2, " ")
    case UInt8(ascii: "j"): return .number(moment.dayOfYear, 3)
    case UInt8(ascii: "B"): return .text(names.months[date.month - 1])
    case UInt8(ascii: "b"), UInt8(ascii: "h"):
      return .text(names.shortMonths[date.month - 1])
    case UInt8(ascii: "A"): return .text(names.weekdays[moment.weekday.rawValue - 1])
    case UInt8(ascii: "a"): return .text(names.shortWeekdays[moment.weekday.rawValue - 1])
    case UInt8(ascii: "u"): return .number(moment.weekday.rawValue, 1)
    case UInt8(ascii: "w"): return .number(moment.weekday.rawValue % 7, 1)
    case UInt8(ascii: "G"): return .number(moment.isoWeek.year, 4)
    case UInt8(ascii: "g"): return .number(moment.isoWeek.year % 100, 2)
    case UInt8(ascii: "V"): return .number(moment.isoWeek.week, 2)
    case UInt8(ascii: "U"): return .number(moment.week(from: .sunday), 2)
    case UInt8(ascii: "W"): return .number(moment.week(from: .monday), 2)
    default: return nil
    }
  }

  private static func timePart(_ moment: Moment, _ letter: UInt8, _ style: Style) -> Part? {
    let half = moment.hour < 12 ? "AM" : "PM"
    switch letter {
    case UInt8(ascii: "H"): return .number(moment.hour, 2)
    case UInt8(ascii: "k"): return .number(moment.hour, 2, " ")
    case UInt8(ascii: "I"): return .number((moment.hour + 11) % 12 + 1, 2)
    case UInt8(ascii: "l"): return .number((moment.hour + 11) % 12 + 1, 2, " ")
    case UInt8(ascii: "M"): return .number(moment.minute, 2)
    case UInt8(ascii: "S"): return .number(moment.second % 60, 2)
    case UInt8(ascii: "L"), UInt8(ascii: "N"):
      let digits = min(style.width ?? (letter == UInt8(ascii: "L") ? 3 : 9), 9)
      return .text(String(padded(moment.nanosecond, 9).prefix(digits)))
    case UInt8(ascii: "p"): return .text(half)
    case UInt8(ascii: "P"): return .text(half.lowercased())
    case UInt8(ascii: "s"): return .text(String(moment.seconds))
    case UInt8(ascii: "Z"): return .text(moment.zone ?? "")
    case UInt8(ascii: "z"): return .text(offset(moment, colons: style.colons))
    default: return nil
    }
  }

  /// Directives that stand for a run of others.
  private static func mixedPart(_ moment: Moment, _ letter: UInt8, _ names: DateNames) -> Part? {
    func all(_ format: String) -> Part {
      var out = ""
      for letter in format.utf8 {
        let style = Style()
        if let part = datePart(moment, letter, names) ?? timePart(moment, letter, style) {
          out += String(decoding: filled(part, style), as: UTF8.self)
        } else {
          out.unicodeScalars.append(Unicode.Scalar(letter))
        }
      }
      return .text(out)
    }
    switch letter {
    case UInt8(ascii: "D"), UInt8(ascii: "x"): return all("m/d/y")
    case UInt8(ascii: "F"): return all("Y-m-d")
    case UInt8(ascii: "T"), UInt8(ascii: "X"): return all("H:M:S")
    case UInt8(ascii: "R"): return all("H:M")
    case UInt8(ascii: "r"): return all("I:M:S p")
    case UInt8(ascii: "c"): return all("a b e H:M:S Y")
    case UInt8(ascii: "v"): return .text(all("e-b-Y").text.uppercased())
    case UInt8(ascii: "+"): return all("a b e H:M:S Z Y")
    case UInt8(ascii: "n"): return .text("\n")
    case UInt8(ascii: "t"): return .text("\t")
    case UInt8(ascii: "%"): return .text("%")
    default: return nil
    }
  }

  private static func offset(_ moment: Moment, colons: Int) -> String {
    let size = abs(moment.offset)
    let mark = colons > 0 ? ":" : ""
    return (moment.offset < 0 ? "-" : "+") + padded(size / 3_600, 2) + mark
      + padded(size / 60 % 60, 2) + (colons > 1 ? mark + padded(size % 60, 2) : "")
  }
}
