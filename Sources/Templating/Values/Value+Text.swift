extension Value {
  /// Whether the value counts as true: all but `false` and null.
  var isTruthy: Bool {
    switch self {
    case .null, .bool(false): false
    default: true
    }
  }

  /// Whether the value is a list, a range or a record.
  var hasItems: Bool {
    switch self {
    case .array, .range, .object: true
    default: false
    }
  }

  /// Bytes of a text; 0 for all else.
  var textLength: Int {
    switch self {
    case .string(let text), .safe(let text): text.bytes.count
    default: 0
    }
  }

  var isSafe: Bool { if case .safe = self { true } else { false } }

  /// The text that the value is written as, without escaping.
  package var textBytes: [UInt8] {
    switch self {
    case .string(let text), .safe(let text): return text.bytes
    case .null, .blank, .empty: return []
    default:
      var out: [UInt8] = []
      appendText(to: &out)
      return out
    }
  }

  func appendText(to out: inout [UInt8]) {
    switch self {
    case .null, .blank, .empty: break
    case .bool(let flag): out.append(text: flag ? "true" : "false")
    case .int(let int): Value.append(int, to: &out)
    case .double(let double): out.append(text: Value.format(double))
    case .string(let text), .safe(let text): out.append(contentsOf: text.bytes)
    case .object(let object) where object.isFigure: object.shownFigure.appendText(to: &out)
    case .array, .object: appendInspected(to: &out)
    case .range(let range): out.append(text: "\(range.first)..\(range.last)")
    case .day(let day): out.append(text: day.iso)
    }
  }

  static func append(_ int: Int, to out: inout [UInt8]) {
    if int >= 0, int < 10 {
      out.append(48 + UInt8(int))
    } else {
      out.append(text: String(int))
    }
  }

  /// `3000000000000001.0`, which has one digit too many to be written out.
  private static func withPower(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.dropFirst(sign.count).prefix { $0 != "." }
    var fraction = digits.dropFirst()
    while fraction.count > 1, fraction.last == "0" { fraction = fraction.dropLast() }
    return "\(sign)\(digits.prefix(1)).\(fraction)e+\(digits.count - 1)"
  }

  /// As Ruby writes a float: always with a point, powers from 1e15 on.
  static func format(_ double: Double) -> String {
    if double.isNaN { return "NaN" }
    if double.isInfinite { return double < 0 ? "-Infinity" : "Infinity" }
    let text = double.description
    guard let mark = text.firstIndex(of: "e") else {
      return abs(double) < 1e15 ? text : withPower(text)
    }
    var mantissa = String(text[..<mark])
    if !mantissa.contains(".") { mantissa += ".0" }
    var power = text[text.index(after: mark)...]
    let sign = power.first == "-" ? "-" : "+"
    if power.first == "-" || power.first == "+" { power = power.dropFirst() }
    return mantissa + "e" + sign + (power.count < 2 ? "0" : "") + power
  }

  /// What the value is, as messages name it.
  var kindName: String {
    switch self {
    case .null, .blank, .empty: "giá trị rỗng"
    case .bool: "đúng/sai"
    case .int, .double: "số"
    case .string, .safe: "chuỗi"
    case .array: "danh sách"
    case .object: "đối tượng"
    case .range: "khoảng số"
    case .day: "ngày"
    }
  }
}

extension CivilDate {
  var iso: String { "\(padded(Int(year), 4))-\(padded(Int(month), 2))-\(padded(Int(day), 2))" }
}

/// `number` with zeros before it up to `width`.
func padded(_ number: Int, _ width: Int, with sign: Character = "0") -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: sign, count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
