import Vietnamese

/// Filters for Vietnamese dates, numbers and order.
enum VietnameseFilters {
  static let table: [Filter] = [
    // `ngày 05 tháng 9 năm 2024`, as Nghị định 30/2020/NĐ-CP writes it.
    Filter(
      "date_vi", [.optional("kiểu")], "Ngày như văn bản hành chính viết.",
      "{{ '2024-09-05' | date_vi }}", "ngày 05 tháng 9 năm 2024"
    ) { value, arguments, _ throws(Fault) in
      guard let date = try day(value) else { return .null }
      switch arguments.first.textBytes {
      case Array("thu".utf8): return .text(date.weekday.name + ", " + date.official)
      case Array("ngan".utf8): return .text(date.short)
      default: return .text(date.official)
      }
    },
    Filter("date_short", "Ngày viết ngắn.", "{{ '2024-09-05' | date_short }}", "05/9/2024") {
      value, _, _ throws(Fault) in
      try day(value).map { .text($0.short) } ?? .null
    },
    Filter(
      "number_vi", [.optional("số_chữ_số")], "Số có dấu phẩy thập phân và dấu chấm hàng nghìn.",
      "{{ 1234567.891 | number_vi: 2 }}", "1.234.567,89"
    ) { value, arguments, _ throws(Fault) in
      try decimal(value, arguments).map { .text($0.text) } ?? value
    },
    Filter(
      "percent_vi", [.optional("số_chữ_số")], "Số và dấu phần trăm.",
      "{{ 79.629 | percent_vi: 2 }}", "79,63%"
    ) { value, arguments, _ throws(Fault) in
      try decimal(value, arguments).map { .text($0.text + "%") } ?? value
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
    Filter(
      "slugify", "Chuỗi không dấu để làm địa chỉ trang.", "{{ 'Đường Nguyễn Huệ' | slugify }}",
      "duong-nguyen-hue"
    ) { value, _, machine throws(Fault) in
      let bytes = value.textBytes
      try machine.charge(bytes.count)
      return .text(Fold.slug(String(decoding: bytes, as: UTF8.self)))
    },
    Filter(
      "fold", "Chữ thường, bỏ dấu, để so sánh và tìm kiếm.", "{{ 'Đắk Lắk' | fold }}", "dak lak"
    ) { value, _, machine throws(Fault) in
      let bytes = value.textBytes
      try machine.charge(bytes.count)
      return .text(Fold.search(String(decoding: bytes, as: UTF8.self)))
    },
    Filter(
      "sort_vi", [.optional("thành_phần")], "Xếp theo thứ tự từ điển tiếng Việt, từng âm tiết một.",
      "{{ 'Đà, Dung, Ân, An' | split: ', ' | sort_vi | join: ', ' }}", "An, Ân, Dung, Đà",
      sort { SortKey($0) }),
    Filter(
      "sort_name_vi", [.optional("thành_phần")],
      "Xếp họ tên như danh sách lớp: theo tên, rồi họ, rồi tên đệm.",
      "{{ 'Lê Văn Bình, Vũ An' | split: ', ' | sort_name_vi | join: ', ' }}", "Vũ An, Lê Văn Bình",
      sort { SortKey.name($0) }),
  ]

  private static func sort(_ makeKey: @escaping @Sendable (String) -> SortKey) -> Filter.Function {
    ListFilters.list { items, arguments, machine throws(Fault) in
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
