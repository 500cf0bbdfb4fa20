import Vietnamese

/// Filters that write numbers; what is no number is written as it stands.
enum VietnameseNumbers {
  static let table: [Filter] = [
    Filter(
      "number_vi", [.optional("số_chữ_số"), .named("unit", "đơn_vị")],
      "Số có dấu phẩy thập phân và dấu chấm hàng nghìn, giữ đủ chữ số như dữ liệu; nêu số chữ số "
        + "thì làm tròn nửa lên.",
      "{{ 1234567.895 | number_vi: 2 }}; {{ '8.50' | number_vi }}", "1.234.567,90; 8,50"
    ) { value, arguments, machine throws(Fault) in
      try number(value, arguments.first, arguments.named("unit") ?? .null, &machine)
    },
    Filter(
      "percent_vi", [.optional("số_chữ_số")], "Số và dấu phần trăm viết liền.",
      "{{ 79.629 | percent_vi: 2 }}", "79,63%"
    ) { value, arguments, machine throws(Fault) in
      guard let number = try rounded(value, arguments.first, &machine) else { return value }
      return .text(number.text + "%")
    },
    Filter(
      "score_vi", [.optional("số_chữ_số")],
      "Điểm số, giữ như dữ liệu; điểm tính ra dài hơn hai chữ số thì lấy một chữ số "
        + "(Thông tư 22/2021/TT-BGDĐT).",
      "{{ 8.4666 | score_vi }}; {{ 8.25 | score_vi }}", "8,5; 8,25"
    ) { value, arguments, machine throws(Fault) in
      guard let number = try rounded(value, arguments.first, &machine) else { return value }
      let isAverage = arguments.count == 0 && number.scale > 2
      return .text((isAverage ? number.rounded(to: 1) : number).text)
    },
    Filter(
      "currency_vi", [.optional("đơn_vị", "'₫'")],
      "Số tiền làm tròn đến đồng, cách đơn vị một dấu cách không ngắt dòng.",
      "{{ 1234567 | currency_vi: 'đồng' }}", "1.234.567\u{A0}đồng"
    ) { value, arguments, machine throws(Fault) in
      try number(value, .int(0), arguments.count > 0 ? arguments.first : .string("₫"), &machine)
    },
    Filter(
      "words_vi", [.optional("kiểu")],
      "Số viết bằng chữ; `'nam'` dùng “lẻ”, “ngàn” thay cho “linh”, “nghìn”.",
      "{{ 1250000 | words_vi }} đồng", "một triệu hai trăm năm mươi nghìn đồng"
    ) { value, arguments, _ throws(Fault) in
      guard let number = digits(value) else { return value }
      let region = NumberWords.Region(arguments.first.textBytes)
      guard let words = NumberWords(region).text(number) else {
        throw Fault(
          "template.filter-argument",
          "Số dài hơn \(NumberWords.lengthLimit) chữ số, không viết bằng chữ được.")
      }
      return .text(words)
    },
    Filter("roman", "Số La Mã, từ 1 đến 3999.", "{{ 14 | roman }}", "XIV") {
      value, _, _ throws(Fault) in
      let number = try Numbers.int(value, "roman")
      guard number > 0, number < 4_000 else {
        throw Fault("template.filter-argument", "Số La Mã chỉ viết được từ 1 đến 3999.")
      }
      return .text(Roman.text(number))
    },
    // Counts from 1, as `forloop.index` does: `a)`, `b)`, … `đ)`.
    Filter(
      "list_letter",
      "Chữ cái của điểm trong văn bản, đếm từ 1: a, b, c, d, đ, e, g, h, i… (không có f, j, w, z).",
      "{{ 5 | list_letter }})", "đ)"
    ) { value, _, _ throws(Fault) in
      let number = try Numbers.int(value, "list_letter")
      guard number > 0, number < 10_000 else {
        throw Fault("template.filter-argument", "Chữ cái của điểm chỉ có từ 1 đến 9999.")
      }
      return .text(ListLetter.text(number - 1))
    },
  ]

  /// More digits than this after the comma have no meaning for a reader.
  private static let scaleLimit = 30

  /// The digits of a number; nil for what is none, which is then written as it stands.
  private static func digits(_ value: Value) -> DecimalDigits? {
    switch value {
    case .int(let int): DecimalDigits(int)
    case .double(let double): DecimalDigits(double)
    case .string(let text), .safe(let text): DecimalDigits(text.description)
    default: nil
    }
  }

  private static func rounded(
    _ value: Value, _ scale: Value, _ machine: inout Machine
  ) throws(Fault) -> DecimalDigits? {
    if value.isText { try machine.charge(try machine.text(value).count * 2) }
    guard let number = digits(value) else { return nil }
    if case .null = scale { return number }
    let wanted = try Numbers.int(scale, "số chữ số thập phân")
    return number.rounded(to: min(max(0, wanted), scaleLimit))
  }

  /// A number, and after a space that breaks no line its unit.
  private static func number(
    _ value: Value, _ scale: Value, _ unit: Value, _ machine: inout Machine
  ) throws(Fault) -> Value {
    guard let number = try rounded(value, scale, &machine) else { return value }
    guard unit.isTruthy else { return .text(number.text) }
    let unitBytes = try machine.text(unit)
    try machine.charge(unitBytes.count * 2)
    return .make(Array("\(number.text)\u{A0}".utf8) + unitBytes, safe: unit.isSafe)
  }
}

extension NumberWords.Region {
  fileprivate init(_ name: [UInt8]) {
    self = name == Array("nam".utf8) ? .south : .north
  }
}
