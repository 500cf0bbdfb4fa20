/// Filters that put text into another notation.
enum CodeFilters {
  static let table: [Filter] = [
    Filter(
      "escape", "Viết các ký tự riêng của HTML thành ký tự thường.", "{{ '<b> & \"c\"' | escape }}",
      "&lt;b&gt; &amp; &quot;c&quot;", escape),
    Filter("h", "Tên khác của `escape`.", "{{ '1 < 2' | h }}", "1 &lt; 2", escape),
    Filter(
      "escape_once", "Như `escape`, nhưng để nguyên những chỗ đã thay.",
      "{{ 'a &lt; b & c' | escape_once }}", "a &lt; b &amp; c"
    ) { value, _, machine throws(Fault) in
      if case .null = value { return .null }
      let bytes = try machine.text(value)
      try machine.charge(bytes.count * 6)
      return code(escapeOnce(bytes, machine.kind), machine.kind)
    },
    Filter(
      "url_encode", "Mã hóa để đặt vào địa chỉ web.", "{{ 'đạt 50%' | url_encode }}",
      "%C4%91%E1%BA%A1t+50%25"
    ) { value, _, machine throws(Fault) in
      let bytes = try machine.text(value)
      try machine.charge(bytes.count * 3)
      return code(urlEncode(bytes), machine.kind)
    },
    Filter(
      "url_decode", "Giải mã một phần địa chỉ web.",
      "{{ '%C4%91%E1%BA%A1t+50%25' | url_decode }}", "đạt 50%"
    ) { value, _, machine throws(Fault) in
      // What comes out may hold anything, however safe its code was.
      let bytes = try machine.text(value)
      try machine.charge(bytes.count)
      return .text(urlDecode(bytes))
    },
    Filter(
      text: "base64_encode", "Mã hóa base64.", "{{ 'thi đua' | base64_encode }}", "dGhpIMSRdWE=",
      { base64($0, urlSafe: false) }),
    Filter(
      text: "base64_url_safe_encode", "Mã hóa base64 bằng những ký tự dùng được trong địa chỉ web.",
      "{{ '>>>???' | base64_url_safe_encode }}", "Pj4-Pz8_", { base64($0, urlSafe: true) }),
    Filter("base64_decode", "Giải mã base64.", "{{ 'dGhpIMSRdWE=' | base64_decode }}", "thi đua") {
      value, _, machine throws(Fault) in try decode(value, urlSafe: false, &machine)
    },
    Filter(
      "base64_url_safe_decode", "Giải mã base64 viết cho địa chỉ web.",
      "{{ 'dGhpIMSRdWE' | base64_url_safe_decode }}", "thi đua"
    ) { value, _, machine throws(Fault) in
      try decode(value, urlSafe: true, &machine)
    },
  ]

  /// Filters that know the kind of output.
  ///
  /// What is fit for one kind is not safe in another: a page shows the signs of a Markdown cell.
  static let output: [Filter] = [
    Filter(
      "safe", "Không thay ký tự nào nữa; chỉ dùng cho chuỗi chắc chắn an toàn.",
      "{{ units[0].name | prepend: '<b>' | append: '</b>' | safe }}", "<b>THPT Bảo Hà</b>", raw),
    Filter("raw", "Tên khác của `safe`.", "{{ '<br>' | raw }}", "<br>", raw),
    Filter(
      "json", "Viết giá trị thành JSON, đặt được trong thẻ `script`.", "{{ units[1] | json }}",
      "{\"name\":\"THCS Phố Ràng\",\"level\":\"THCS\",\"score\":7}", json),
    Filter(
      "md_cell", "Viết thành một ô của bảng Markdown: dấu `|` và xuống dòng không làm vỡ bảng.",
      "{{ 'Toán | Văn' | md_cell }}", "Toán \\| Văn"
    ) { value, _, machine throws(Fault) in
      let bytes = try machine.text(value)
      try machine.charge(bytes.count * 5)
      let isRaw = machine.kind == .markdown && !value.isSafe
      let cell =
        isRaw ? Escape.markdownLines(bytes, isSafe: false) : Escape.markdownCell(bytes)
      return .make(cell, safe: value.isSafe || machine.kind == .markdown)
    },
    Filter(
      "csv_cell", "Viết thành một ô CSV: có dấu nháy khi cần, không bao giờ là công thức.",
      "{{ '=1+1; \"a\"' | csv_cell }}", "\"'=1+1; \"\"a\"\"\""
    ) { value, _, machine throws(Fault) in
      let bytes = try machine.text(value)
      try machine.charge(bytes.count * 2)
      return .make(Escape.escaped(bytes, as: .csv), safe: machine.kind == .csv)
    },
    Filter(
      "md", "Viết để Markdown hiện đúng như dữ liệu, không hiểu thành dấu định dạng.",
      "{{ note | md }}", "\\*Dạy\\* \\& \\<học\\>"
    ) { value, _, machine throws(Fault) in
      if value.isSafe { return value }
      let bytes = try machine.text(value)
      try machine.charge(bytes.count * 2)
      return .make(Escape.escaped(bytes, as: .markdown), safe: machine.kind == .markdown)
    },
  ]

  static let json: Filter.Function = { value, _, machine throws(Fault) in
    .make(try machine.json(of: value), safe: machine.kind != .csv)
  }

  private static let raw: Filter.Function = { value, _, machine throws(Fault) in
    .safe(Str(try machine.text(value)))
  }

  static let escape: Filter.Function = { value, _, machine throws(Fault) in
    if case .null = value { return .null }
    let bytes = try machine.text(value)
    try machine.charge(bytes.count * 6)
    return code(escaped(bytes, machine.kind), machine.kind)
  }

  /// Text in the form of HTML is fit to be written, but not into notations of other signs.
  private static func code(_ bytes: [UInt8], _ kind: OutputKind) -> Value {
    .make(bytes, safe: !kind.isData)
  }

  private static func escaped(_ bytes: [UInt8], _ kind: OutputKind) -> [UInt8] {
    kind == .markdown
      ? Escape.markdownReferences(bytes) : Escape.escaped(bytes, as: kind == .xml ? .xml : .html)
  }

  private static func escapeOnce(_ bytes: [UInt8], _ kind: OutputKind) -> [UInt8] {
    var out: [UInt8] = []
    var start = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "&"), let end = endOfEntity(bytes, i) {
        out += escaped(Array(bytes[start..<i]), kind) + bytes[i..<end]
        start = end
        i = end
      } else {
        i += 1
      }
    }
    return out + escaped(Array(bytes[start...]), kind)
  }

  private static func endOfEntity(_ bytes: [UInt8], _ start: Int) -> Int? {
    var i = start + 1
    if i < bytes.count, bytes[i] == UInt8(ascii: "#") { i += 1 }
    let first = i
    while i < bytes.count, bytes[i].isAlpha || bytes[i].isDigit { i += 1 }
    return i > first && i < bytes.count && bytes[i] == UInt8(ascii: ";") ? i + 1 : nil
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  static func urlEncode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 32: out.append(UInt8(ascii: "+"))
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      case _ where byte.isAlpha || byte.isDigit: out.append(byte)
      default: out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return out
  }

  private static func urlDecode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "%"), i + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(i + 1)...(i + 2)], as: UTF8.self), radix: 16)
      {
        out.append(byte)
        i += 3
        continue
      }
      out.append(bytes[i] == UInt8(ascii: "+") ? 32 : bytes[i])
      i += 1
    }
    return out
  }

  private static func base64(_ bytes: [UInt8], urlSafe: Bool) -> [UInt8] {
    let letters = Array(
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        + (urlSafe ? "-_" : "+/")).utf8)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      let b0 = Int(bytes[i])
      let b1 = i + 1 < bytes.count ? Int(bytes[i + 1]) : 0
      let b2 = i + 2 < bytes.count ? Int(bytes[i + 2]) : 0
      let word = b0 << 16 | b1 << 8 | b2
      out.append(letters[word >> 18])
      out.append(letters[word >> 12 & 63])
      out.append(i + 1 < bytes.count ? letters[word >> 6 & 63] : UInt8(ascii: "="))
      out.append(i + 2 < bytes.count ? letters[word & 63] : UInt8(ascii: "="))
      i += 3
    }
    return out
  }

  private static func decode(
    _ value: Value, urlSafe: Bool, _ machine: inout Machine
  ) throws(Fault) -> Value {
    let bytes = try machine.text(value)
    try machine.charge(bytes.count)
    guard value.isText, let decoded = decoded(bytes, urlSafe: urlSafe),
      // What is no text could only break the output's encoding.
      let text = String(validating: decoded, as: UTF8.self)
    else { throw Fault("template.base64", "Chuỗi không phải base64.") }
    return .text(text)
  }

  /// Strict: no space, no odd bits at the end, and padding, which only addresses may leave out.
  private static func decoded(_ bytes: [UInt8], urlSafe: Bool) -> [UInt8]? {
    let digits = bytes.prefix { $0 != UInt8(ascii: "=") }
    let padding = bytes[digits.endIndex...]
    if !(urlSafe && padding.isEmpty), bytes.count % 4 != 0 { return nil }
    if padding.count > 2 || padding.contains(where: { $0 != UInt8(ascii: "=") }) { return nil }
    var out: [UInt8] = []
    var word = 0
    var bits = 0
    for byte in digits {
      let digit: Int
      switch byte {
      case 65...90: digit = Int(byte) - 65
      case 97...122: digit = Int(byte) - 71
      case 48...57: digit = Int(byte) + 4
      case urlSafe ? UInt8(ascii: "-") : UInt8(ascii: "+"): digit = 62
      case urlSafe ? UInt8(ascii: "_") : UInt8(ascii: "/"): digit = 63
      default: return nil
      }
      word = (word << 6 | digit) & 0xFFFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: word >> bits))
      }
    }
    return bits < 6 && word & (1 << bits - 1) == 0 ? out : nil
  }
}

extension Value {
  var isText: Bool {
    switch self {
    case .string, .safe, .null: true
    default: false
    }
  }
}
