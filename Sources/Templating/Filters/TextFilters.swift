/// Filters that look at one text.
enum TextFilters {
  static let table: [Filter] = [
    Filter(
      text: "upcase", "Viết hoa mọi chữ.", "{{ 'thi đua' | upcase }}", "THI ĐUA",
      LetterCase.upper.callAsFunction),
    Filter(
      text: "downcase", "Viết thường mọi chữ.", "{{ 'THI ĐUA' | downcase }}", "thi đua",
      LetterCase.lower.callAsFunction),
    Filter(
      text: "capitalize", "Viết hoa chữ đầu, các chữ sau viết thường.",
      "{{ 'thi ĐUA' | capitalize }}", "Thi đua", capitalize),
    Filter(
      text: "strip", "Bỏ khoảng trắng ở hai đầu.", "[{{ ' thi đua ' | strip }}]", "[thi đua]",
      { trim($0, left: true, right: true) }),
    Filter(
      text: "lstrip", "Bỏ khoảng trắng ở đầu.", "[{{ ' thi đua ' | lstrip }}]", "[thi đua ]",
      { trim($0, left: true, right: false) }),
    Filter(
      text: "rstrip", "Bỏ khoảng trắng ở cuối.", "[{{ ' thi đua ' | rstrip }}]", "[ thi đua]",
      { trim($0, left: false, right: true) }),
    Filter(
      text: "squish",
      "Bỏ khoảng trắng ở hai đầu và gộp mỗi khoảng trắng ở giữa thành một dấu cách.",
      "[{{ '  thi   đua ' | squish }}]", "[thi đua]", squish),
    Filter(
      text: "strip_newlines", "Bỏ các dấu xuống dòng.", "{{ \"thi \n đua\" | strip_newlines }}",
      "thi  đua", { replacingNewlines(of: $0, by: "") }),
    Filter(
      text: "strip_html", "Bỏ các thẻ HTML.", "{{ '<p>Dạy <b>tốt</b></p>' | strip_html }}",
      "Dạy tốt", stripHTML),
    Filter(
      "newline_to_br", "Đổi dấu xuống dòng thành `<br />`.",
      "{{ 'Dạy tốt\nHọc tốt' | newline_to_br }}", "Dạy tốt<br />\nHọc tốt"
    ) { value, _, machine throws(Fault) in
      try newlineToBr(value, &machine)
    },
    Filter(
      "truncate", [.optional("số_ký_tự", "50"), .optional("dấu", "'...'")],
      "Cắt chuỗi cho vừa số ký tự, tính cả dấu ở chỗ cắt.",
      "{{ 'Thi đua yêu nước' | truncate: 8, '…' }}", "Thi đua…"
    ) { value, arguments, machine throws(Fault) in
      try truncate(value, arguments, &machine)
    },
    Filter(
      "truncatewords", [.optional("số_từ", "15"), .optional("dấu", "'...'")],
      "Giữ lại một số từ đầu, thêm dấu ở chỗ cắt.", "{{ 'Thi đua yêu nước' | truncatewords: 2 }}",
      "Thi đua..."
    ) { value, arguments, machine throws(Fault) in
      try truncateWords(value, arguments, &machine)
    },
    Filter(
      "slice", [.required("vị_trí"), .optional("độ_dài", "1")],
      "Lấy một đoạn của chuỗi hoặc danh sách; vị trí đếm từ 0, số âm đếm từ cuối.",
      "{{ 'THPT Bảo Hà' | slice: -6, 3 }}", "Bảo"
    ) { value, arguments, machine throws(Fault) in
      try slice(value, arguments, &machine)
    },
    Filter(
      "default", [.optional("giá_trị", "''"), .named("allow_false", "false")],
      "Thay giá trị trống, rỗng hoặc `false` bằng giá trị đã cho.",
      "{{ units[0].hotline | default: 'chưa có' }}", "chưa có"
    ) { value, arguments, _ throws(Fault) in
      if case .bool(false) = value, arguments.named("allow_false")?.isTruthy ?? false {
        return value
      }
      if value.isTruthy, !value.isEmpty { return value }
      return arguments.count > 0 ? arguments.first : .string("")
    },
  ]

  /// Markdown keeps its lines together: a line of its own would end a cell or an item.
  private static func newlineToBr(_ value: Value, _ machine: inout Machine) throws(Fault) -> Value {
    let bytes = try machine.text(value)
    try machine.charge(bytes.count * 8)
    if machine.kind == .markdown {
      return .html(Escape.markdownLines(bytes, isSafe: value.isSafe))
    }
    let isMarkup = machine.kind.isMarkup
    let text = isMarkup ? try machine.joined(value) : bytes
    return .make(replacingNewlines(of: text, by: "<br />\n"), safe: isMarkup || value.isSafe)
  }

  /// A line ends with a newline, or a carriage return and a newline.
  private static func replacingNewlines(of bytes: [UInt8], by mark: String) -> [UInt8] {
    var out: [UInt8] = []
    for (i, byte) in bytes.enumerated() {
      if byte == 10 {
        out.append(text: mark)
      } else if byte != 13 || i + 1 == bytes.count || bytes[i + 1] != 10 {
        out.append(byte)
      }
    }
    return out
  }

  private static func capitalize(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let first = text.first else { return [] }
    let head = Array(first.properties.titlecaseMapping.utf8)
    let rest = bytes[bytes.offset(ofScalar: 1)...]
    return head + LetterCase.lower(Array(rest))
  }

  static func trim(_ bytes: [UInt8], left: Bool, right: Bool) -> [UInt8] {
    var start = 0
    var end = bytes.count
    if left { while start < end, bytes[start].isSpace || bytes[start] == 0 { start += 1 } }
    if right { while end > start, bytes[end - 1].isSpace || bytes[end - 1] == 0 { end -= 1 } }
    return Array(bytes[start..<end])
  }

  static func squish(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      if !byte.isSpace {
        out.append(byte)
      } else if let last = out.last, last != 32 {
        out.append(32)
      }
    }
    if out.last == 32 { out.removeLast() }
    return out
  }

  /// Scripts, comments and styles go with what is in them, then every tag that is left.
  private static func stripHTML(_ bytes: [UInt8]) -> [UInt8] {
    let blocks = [("<script", "</script>"), ("<!--", "-->"), ("<style", "</style>")].map {
      (open: Array($0.0.utf8), close: Array($0.1.utf8))
    }
    return cut(cut(bytes, blocks), [(open: [60], close: [62])])
  }

  /// The text without the stretches from an opening to the next closing.
  private static func cut(
    _ bytes: [UInt8], _ marks: [(open: [UInt8], close: [UInt8])]
  ) -> [UInt8] {
    var out: [UInt8] = []
    var i = 0
    // Where the next closing of each kind is; searched for again only once it is passed.
    var ends: [Int?] = marks.map { bytes.position(of: $0.close) }
    while i < bytes.count {
      let kind = marks.firstIndex { bytes[i...].starts(with: $0.open) }
      if let kind {
        let from = i + marks[kind].open.count
        if let end = ends[kind], end < from {
          ends[kind] = bytes.position(of: marks[kind].close, from: from)
        }
        if let end = ends[kind] {
          i = end + marks[kind].close.count
          continue
        }
      }
      out.append(bytes[i])
      i += 1
    }
    return out
  }

  /// What is left of a text was perhaps cut within a tag, so it counts as unsafe.
  private static func shortened(
    _ text: [UInt8], _ given: Value, _ mark: [UInt8], _ machine: inout Machine
  ) throws(Fault) -> Value {
    given.isSafe ? .html(try machine.joined(.text(text)) + mark) : .text(text + mark)
  }

  private static func truncate(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    if case .null = value { return .string("") }
    let bytes = try machine.text(value)
    let length = arguments.count > 0 ? try Numbers.int(arguments.first, "truncate") : 50
    let mark = arguments.count > 1 ? try machine.text(arguments.second) : Array("...".utf8)
    if length >= bytes.count || length >= 0 && bytes.offset(ofScalar: length) == bytes.count {
      return .text(bytes)
    }
    try machine.charge(bytes.count + mark.count)
    let kept = max(0, max(0, length) - mark.scalarCount)
    return try shortened(
      Array(bytes[..<bytes.offset(ofScalar: kept)]), arguments.second, mark, &machine)
  }

  private static func truncateWords(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    if case .null = value { return .string("") }
    let bytes = try machine.text(value)
    let length = arguments.count > 0 ? try Numbers.int(arguments.first, "truncatewords") : 15
    let mark = arguments.count > 1 ? try machine.text(arguments.second) : Array("...".utf8)
    let words = bytes.split(whereSeparator: \.isSpace)
    let count = max(length, 1)
    // Space after the last of so many words counts as one more, as in Ruby.
    let isLonger = words.count == count && bytes.last?.isSpace ?? false
    if words.count <= count, !isLonger { return .text(bytes) }
    try machine.charge(bytes.count + mark.count)
    let kept = Array(words.prefix(count).joined(separator: [32]))
    return try shortened(kept, arguments.second, mark, &machine)
  }

  private static func slice(
    _ value: Value, _ arguments: Arguments, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let first = try Numbers.int(arguments.first, "slice")
    let length = arguments.second.isTruthy ? try Numbers.int(arguments.second, "slice") : 1
    func bounds(_ count: Int) -> Range<Int>? {
      let start = first < 0 ? count.addingReportingOverflow(first).partialValue : first
      guard start >= 0, start <= count, length > 0 else { return nil }
      return start..<(start + min(length, count - start))
    }
    if case .array(let items) = value {
      try machine.chargeList(items.count)
      return .array(bounds(items.count).map { Array(items[$0]) } ?? [])
    }
    let bytes = try machine.text(value)
    guard let range = bounds(bytes.scalarCount) else { return .string("") }
    let start = bytes.offset(ofScalar: range.lowerBound)
    let end = bytes.offset(ofScalar: range.upperBound)
    try machine.charge(max(0, end - start))
    return .make(Array(bytes[start..<max(start, end)]), safe: value.isSafe)
  }
}
