import Vietnamese

/// Filters for Vietnamese dates, numbers and order.
enum VietnameseFilters {
  static let table: [String: Filter] = [
    // `ngày 05 tháng 9 năm 2024`, as Nghị định 30/2020/NĐ-CP writes it.
    "date_vi": Filter(0...1) { value, arguments, _ throws(Fault) in
      guard let date = try day(value) else { return .null }
      switch arguments.first.textBytes {
      case Array("thu".utf8): return .text(date.weekday.name + ", " + date.official)
      case Array("ngan".utf8): return .text(date.short)
      default: return .text(date.official)
      }
    },
    "date_short": Filter(0) { value, _, _ throws(Fault) in
      try day(value).map { .text($0.short) } ?? .null
    },
    "date": Filter(1) { value, arguments, machine throws(Fault) in
      if case .null = arguments.first { return value }
      return try DateFormat.apply(value, arguments.first.textBytes, &machine)
    },
    "number_vi": Filter(0...1) { value, arguments, _ throws(Fault) in
      try decimal(value, arguments).map { .text($0.text) } ?? value
    },
    "percent_vi": Filter(0...1) { value, arguments, _ throws(Fault) in
      try decimal(value, arguments).map { .text($0.text + "%") } ?? value
    },
    "roman": Filter(0) { value, _, _ throws(Fault) in
      let number = try Numbers.int(value, "roman")
      guard number > 0, number < 4_000 else {
        throw Fault("template.filter-argument", "Số La Mã chỉ viết được từ 1 đến 3999.")
      }
      return .text(Roman.text(number))
    },
    // Counts from 1, as `forloop.index` does: `a)`, `b)`, … `đ)`.
    "list_letter": Filter(0) { value, _, _ throws(Fault) in
      let number = try Numbers.int(value, "list_letter")
      guard number > 0, number < 10_000 else {
        throw Fault("template.filter-argument", "Chữ cái của điểm chỉ có từ 1 đến 9999.")
      }
      return .text(ListLetter.text(number - 1))
    },
    "slugify": Filter(0) { value, _, machine throws(Fault) in
      let bytes = value.textBytes
      try machine.charge(bytes.count)
      return .text(Fold.slug(String(decoding: bytes, as: UTF8.self)))
    },
    "fold": Filter(0) { value, _, machine throws(Fault) in
      let bytes = value.textBytes
      try machine.charge(bytes.count)
      return .text(Fold.search(String(decoding: bytes, as: UTF8.self)))
    },
    "sort_vi": sort { SortKey($0) },
    "sort_name_vi": sort { SortKey.name($0) },
  ]

  private static func sort(_ makeKey: @escaping @Sendable (String) -> SortKey) -> Filter {
    ListFilters.list(0...1) { items, arguments, machine throws(Fault) in
      var keyed: [(SortKey, Int)] = []
      for (i, item) in items.enumerated() {
        let value = try ListFilters.key(arguments, of: item, machine)
        keyed.append((makeKey(String(decoding: value.textBytes, as: UTF8.self)), i))
      }
      keyed.sort { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
      return keyed.map { items[$0.1] }
    }
  }

  /// A calendar day from a date or its text; null stays null.
  static func day(_ value: Value) throws(Fault) -> PlainDate? {
    switch value {
    case .null, .blank, .empty: return nil
    case .day(let day): if let plain = day.plain { return plain }
    case .string(let text), .safe(let text):
      if text.bytes.isEmpty { return nil }
      if let plain = PlainDate.parse(text.description) { return plain }
    default: break
    }
    throw Fault(
      "template.date",
      "“\(String(decoding: value.textBytes.prefix(40), as: UTF8.self))” không phải ngày.")
  }

  /// A decimal for writing; nil for what is no number, which is then written as it stands.
  private static func decimal(_ value: Value, _ arguments: Arguments) throws(Fault) -> VNNumber? {
    var number: VNNumber
    switch value {
    case .int(let int): number = VNNumber(int)
    case .double(let double):
      // From the shortest decimal digits, so that 0.285 is not rounded as 0.28499….
      guard let exact = decimal(digits: Array(double.description.utf8)) else { return nil }
      number = exact
    case .string(let text), .safe(let text):
      guard let exact = decimal(digits: text.bytes) else { return nil }
      number = exact
    default: return nil
    }
    if arguments.count > 0 {
      let scale = try Numbers.int(arguments.first, "số chữ số thập phân")
      number = number.rounded(to: max(0, min(scale, VNNumber.maxScale)))
    }
    return number
  }

  private static func decimal(digits: [UInt8]) -> VNNumber? {
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2 else { return nil }
    var fraction = parts.count == 2 ? Array(parts[1].prefix(VNNumber.maxScale)) : []
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    guard let units = Int(String(decoding: whole + fraction, as: UTF8.self)) else { return nil }
    return VNNumber(units: units, scale: fraction.count)
  }
}
