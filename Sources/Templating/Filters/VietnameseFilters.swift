import Vietnamese

/// Filters for the letters and the order of Vietnamese.
enum VietnameseFilters {
  static let table: [Filter] = [
    Filter(
      "slugify", [.optional("kiểu", "'latin'")],
      "Chuỗi không dấu để làm địa chỉ trang; `'pretty'` giữ chữ có dấu và các dấu dùng được trong "
        + "địa chỉ, `'raw'` chỉ thay khoảng trắng.",
      "{{ 'Đường Nguyễn Huệ' | slugify }}", "duong-nguyen-hue"
    ) { value, arguments, machine throws(Fault) in
      let bytes = try machine.text(value)
      try machine.charge(bytes.count * 2)
      let text = String(decoding: bytes, as: UTF8.self)
      switch arguments.first.textBytes {
      case Array("pretty".utf8): return .text(hyphened(text) { prettySigns.contains($0) })
      case Array("raw".utf8): return .text(hyphened(text) { !$0.properties.isWhitespace })
      default: return .text(Fold.slug(text))
      }
    },
    text(
      "fold", "Chữ thường, bỏ dấu, để so sánh và tìm kiếm.", "{{ 'Đắk Lắk' | fold }}", "dak lak",
      Fold.search),
    Filter(
      text: "nfc", "Đưa các chữ gõ bằng dấu rời (NFD) về chữ dựng sẵn.",
      "{{ 'Hoa\u{300}' | nfc | size }}", "3",
      { Array(Vietnamese.nfc(String(decoding: $0, as: UTF8.self)).utf8) }),
    Filter(
      "sort_vi", [.optional("thành_phần")],
      "Xếp theo thứ tự từ điển tiếng Việt, từng âm tiết một.",
      "{{ 'Đà, Dung, Ân, An' | split: ', ' | sort_vi | join: ', ' }}", "An, Ân, Dung, Đà"
    ) { value, arguments, machine throws(Fault) in
      let items = ListFilters.flat(value)
      try machine.spend(items.count * 8)
      var keys: [SortKey] = []
      var lengths: [Int] = []
      for item in items {
        let key = try ListFilters.key(arguments, of: item, &machine)
        let bytes = try machine.text(key)
        try machine.charge(bytes.count * 2)
        lengths.append(bytes.count * 2)
        keys.append(SortKey(String(decoding: bytes, as: UTF8.self)))
      }
      try machine.weighSorting(lengths, count: items.count)
      let order = items.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
      return .array(order.map { items[$0] })
    },
  ]

  private static let prettySigns = Set("._~!$&'()+,;=@".unicodeScalars)

  /// Small letters, and a hyphen for every run of signs that are not kept.
  private static func hyphened(
    _ text: String, keeping isKept: (Unicode.Scalar) -> Bool
  ) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isKept(scalar) {
        out.append(scalar)
      } else if let last = out.last, last != "-" {
        out.append("-")
      }
    }
    if out.last == "-" { out.removeLast() }
    return String(out)
  }

  /// A filter that leaves nothing of the text's markup and so needs no care.
  private static func text(
    _ name: String, _ summary: String, _ example: String, _ result: String,
    _ change: @escaping @Sendable (String) -> String
  ) -> Filter {
    Filter(name, summary, example, result) { value, _, machine throws(Fault) in
      let bytes = try machine.text(value)
      try machine.charge(bytes.count)
      return .text(change(String(decoding: bytes, as: UTF8.self)))
    }
  }
}
