import Vietnamese

/// Filters that write days, school years and terms.
enum VietnameseDates {
  static let table: [Filter] = [
    Filter(
      "date_vi", [.optional("kiểu_hoặc_nơi"), .named("to", "ngày_cuối")],
      "Ngày như văn bản hành chính viết; `'thu'` thêm thứ, `'ngan'` viết ngắn, chữ khác là nơi viết; "
        + "`to` cho cả khoảng ngày.",
      "{{ '2024-09-05' | date_vi: 'Hà Nội' }}", "Hà Nội, ngày 05 tháng 9 năm 2024"
    ) { value, arguments, machine throws(Fault) in
      guard let date = try day(value, machine) else { return .null }
      if let to = arguments.named("to"), let last = try day(to, machine) {
        return .text(try span(date, last, arguments.first))
      }
      switch Fold.search(String(decoding: try machine.text(arguments.first), as: UTF8.self)) {
      case "": return .text(date.official)
      case "thu":
        let weekday = date.weekday.name
        return .text(weekday.prefix(1).uppercased() + weekday.dropFirst() + ", " + date.official)
      case "ngan": return .text(date.short)
      default:
        let place = try machine.text(arguments.first)
        let safe = arguments.first.isSafe
        try machine.charge(place.count + 40)
        return .make(place + Array(", \(date.official)".utf8), safe: safe)
      }
    },
    Filter("date_short", "Ngày viết ngắn.", "{{ '2024-09-05' | date_short }}", "05/9/2024") {
      value, _, machine throws(Fault) in
      try day(value, machine).map { .text($0.short) } ?? .null
    },
    Filter(
      "school_year", "Năm học có ngày này; năm học mới tính từ 01/8.",
      "{{ '2024-01-20' | school_year }}", "2023-2024"
    ) { value, _, machine throws(Fault) in
      try term(value, machine, whole: true).map { .text($0.years) } ?? .null
    },
    Filter(
      "school_term", [.optional("kiểu")],
      "Học kỳ có ngày này: học kỳ I đến hết 15/01, như lịch thường lệ; `'du'` thêm năm học.",
      "{{ '2024-01-20' | school_term: 'du' }}", "học kỳ II, năm học 2023-2024"
    ) { value, arguments, machine throws(Fault) in
      guard let term = try term(value, machine, whole: false) else { return .null }
      return .text(arguments.first.isTruthy ? term.name : term.partName)
    },
  ]

  private static func span(_ from: PlainDate, _ to: PlainDate, _ style: Value) throws(Fault)
    -> String
  {
    guard let span = DateSpan(from: from, to: to) else {
      throw Fault("template.date", "Ngày cuối \(to.short) đứng trước ngày đầu \(from.short).")
    }
    return style.isTruthy ? span.text : span.official
  }

  /// The term that a day lies in, or that its name or id says: `2023-2024-hk1`.
  private static func term(
    _ value: Value, _ machine: borrowing Machine, whole: Bool
  ) throws(Fault) -> SchoolTerm? {
    if value.isText, let term = SchoolTerm.parse(text(value)) { return term }
    return try day(value, machine).map { SchoolTerm(containing: $0, whole: whole) }
  }

  /// A calendar day from a date, its text, `now` or `today`; null stays null.
  private static func day(
    _ value: Value, _ machine: borrowing Machine
  ) throws(Fault) -> PlainDate? {
    switch value {
    case .null, .blank, .empty: return nil
    case .day(let day): if let plain = day.plain { return plain }
    case .string(let text), .safe(let text):
      if text.bytes.isEmpty { return nil }
      if let plain = PlainDate.parse(text.description) { return plain }
      if text == "now" || text == "today", let now = machine.set.options.now { return now.date }
    default: break
    }
    throw Fault("template.date", "“\(text(value).prefix(40))” không phải ngày.")
  }

  private static func text(_ value: Value) -> String {
    String(decoding: value.textBytes.prefix(200), as: UTF8.self)
  }
}
