import Vietnamese

/// Filters on texts, dates and numbers that Jekyll has and sites that move from it use.
enum JekyllFilters {
  static let table: [Filter] = [
    Filter("number_of_words", "Đếm số từ.", "{{ 'Thi đua yêu nước' | number_of_words }}", "4") {
      value, _, machine throws(Fault) in
      var words = 0
      var isInside = false
      for byte in try machine.text(value) {
        if !byte.isSpace, !isInside { words += 1 }
        isInside = !byte.isSpace
      }
      return .int(words)
    },
    Filter(
      text: "normalize_whitespace", "Như `squish`.", "[{{ ' Dạy  tốt ' | normalize_whitespace }}]",
      "[Dạy tốt]", TextFilters.squish),
    Filter(
      "indent", [.required("số_cách"), .named("first", "false")],
      "Lùi mọi dòng trừ dòng đầu (`first: true`: cả dòng đầu) vào một số dấu cách.",
      "- {{ 'Dạy tốt\nHọc tốt' | indent: 2 }}", "- Dạy tốt\n  Học tốt"
    ) { value, arguments, machine throws(Fault) in try indented(value, arguments, &machine) },
    Filter("xml_escape", "Như `escape`.", "{{ 'a & b' | xml_escape }}", "a &amp; b") {
      value, arguments, machine throws(Fault) in
      try CodeFilters.escape(value, arguments, &machine)
    },
    Filter("jsonify", "Như `json`.", "{{ units | map: 'score' | jsonify }}", "[9,7,9]") {
      value, arguments, machine throws(Fault) in
      try CodeFilters.json(value, arguments, &machine)
    },
    Filter(
      "inspect", "Cho thấy giá trị như JSON, để tìm lỗi.", "{{ units[1].score | inspect }}", "7"
    ) { value, arguments, machine throws(Fault) in
      .text(try CodeFilters.json(value, arguments, &machine).textBytes)
    },
    Filter(
      "to_integer", "Số nguyên: bỏ phần thập phân; `true` là 1, không có số thì 0.",
      "{{ '12.7' | to_integer }}", "12"
    ) { value, _, _ throws(Fault) in
      if case .bool(let flag) = value { return .int(flag ? 1 : 0) }
      switch Numbers.number(value) {
      case .int(let int): return .int(int)
      case .double(let double):
        guard let int = Int(exactly: double.rounded(.towardZero)) else { throw Numbers.overflow }
        return .int(int)
      }
    },
    Filter(
      "date_to_xmlschema", "Ngày giờ theo ISO 8601.", "{{ '2024-09-05' | date_to_xmlschema }}",
      "2024-09-05T00:00:00+07:00", date("%Y-%m-%dT%H:%M:%S%:z")),
    Filter(
      "date_to_rfc822", "Ngày giờ theo RFC 822, cho RSS.",
      "{{ '2024-09-05' | date_to_rfc822 }}", "Thu, 05 Sep 2024 00:00:00 +0700",
      date("%a, %d %b %Y %H:%M:%S %z")),
    Filter(
      "date_to_string", "Ngày viết ngắn theo ngôn ngữ của trang.",
      "{{ '2024-09-05' | date_to_string }}", "05/9/2024",
      date("%d %b %Y") { $0.short }),
    Filter(
      "date_to_long_string", "Ngày viết đủ theo ngôn ngữ của trang.",
      "{{ '2024-09-05' | date_to_long_string }}", "ngày 05 tháng 9 năm 2024",
      date("%d %B %Y") { $0.official }),
  ]

  /// What a filter does that writes a date; a Vietnamese site writes it as `vietnamese` says.
  ///
  /// A day without a time is one of Vietnam.
  private static func date(
    _ format: String, _ vietnamese: (@Sendable (PlainDate) -> String)? = nil
  ) -> Filter.Function {
    { value, _, machine throws(Fault) in
      guard var moment = DateFormat.moment(value, now: machine.set.options.now) else {
        return value
      }
      if let vietnamese, machine.set.options.language == .vietnamese {
        return .text(vietnamese(moment.date))
      }
      if isDay(value) { moment.offset = 7 * 3_600 }
      var out: [UInt8] = []
      try DateFormat.write(moment, Array(format.utf8), .english, to: &out, &machine)
      return .text(out)
    }
  }

  private static func isDay(_ value: Value) -> Bool {
    switch value {
    case .day: true
    case .string(let text), .safe(let text): PlainDate.parse(text.description) != nil
    default: false
    }
  }

  /// More spaces than this stand before no line.
  private static let indentLimit = 200

  private static func indented(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let bytes = try machine.text(value)
    let width = try Numbers.int(arguments.first, "indent")
    guard (0...indentLimit).contains(width) else {
      throw Fault("template.filter-argument", "Số dấu cách phải từ 0 đến \(indentLimit).")
    }
    let lines = bytes.count { $0 == 10 } + 1
    let (growth, overflow) = lines.multipliedReportingOverflow(by: width)
    if overflow { throw .budget("cỡ một chuỗi", machine.budget.stringBytes) }
    try machine.charge(bytes.count + growth)
    let margin = [UInt8](repeating: 32, count: width)
    var out = arguments.named("first")?.isTruthy ?? false ? margin : []
    out.reserveCapacity(bytes.count + growth)
    for (i, byte) in bytes.enumerated() {
      out.append(byte)
      // An empty line stays empty.
      if byte == 10, i + 1 < bytes.count, bytes[i + 1] != 10 { out += margin }
    }
    return .make(out, safe: value.isSafe)
  }
}
