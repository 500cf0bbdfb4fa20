import Glibc

/// Reading numbers from values, as Liquid does, with checked arithmetic.
enum Numbers {
  enum Number {
    case int(Int)
    case double(Double)

    var double: Double {
      switch self {
      case .int(let int): Double(int)
      case .double(let double): double
      }
    }

    var value: Value {
      switch self {
      case .int(let int): .int(int)
      case .double(let double): .double(double)
      }
    }
  }

  static let overflow = Fault("template.overflow", "Kết quả phép tính vượt quá số lớn nhất.")

  /// The whole number at the head of a text, 0 if there is none.
  static func leadingInt(_ bytes: [UInt8]) -> Int {
    let text = bytes.drop { $0.isSpace }
    var end = text.startIndex
    if end < text.endIndex, text[end] == 45 || text[end] == 43 { end += 1 }
    while end < text.endIndex, text[end].isDigit { end += 1 }
    return Int(String(decoding: text[text.startIndex..<end], as: UTF8.self)) ?? 0
  }

  /// A number for arithmetic; what is not one counts as 0.
  static func number(_ value: Value) -> Number {
    switch value {
    case .int(let int): return .int(int)
    case .double(let double): return .double(double)
    case .string(let text), .safe(let text): return parse(text.bytes) ?? .int(0)
    default: return .int(0)
    }
  }

  static func parse(_ bytes: [UInt8]) -> Number? {
    var text = bytes[...]
    while let first = text.first, first.isSpace { text = text.dropFirst() }
    while let last = text.last, last.isSpace { text = text.dropLast() }
    var i = text.startIndex
    if i < text.endIndex, text[i] == 45 || text[i] == 43 { i += 1 }
    let digits = i
    while i < text.endIndex, text[i].isDigit { i += 1 }
    guard i > digits else { return nil }
    let whole = String(decoding: text[text.startIndex..<i], as: UTF8.self)
    if i + 1 < text.endIndex, text[i] == UInt8(ascii: "."), text[i + 1].isDigit {
      i += 1
      while i < text.endIndex, text[i].isDigit { i += 1 }
      return Double(String(decoding: text[text.startIndex..<i], as: UTF8.self)).map { .double($0) }
    }
    guard let int = Int(whole) else { return nil }
    return .int(int)
  }

  /// A whole number that must be one, such as a count.
  static func int(_ value: Value, _ what: String) throws(Fault) -> Int {
    switch value {
    case .int(let int): return int
    case .double(let double):
      if let int = Int(exactly: double.rounded(.towardZero)) { return int }
    case .string(let text), .safe(let text):
      if case .int(let int)? = parse(text.bytes) { return int }
    default: break
    }
    throw Fault("template.filter-argument", "Cần số nguyên cho \(what), gặp \(value.kindName).")
  }

  static func int(rounded double: Double) throws(Fault) -> Value {
    guard let int = Int(exactly: double) else { throw overflow }
    return .int(int)
  }
}

enum NumberFilters {
  static let table: [Filter] = [
    Filter(
      "plus", [.required("số")], "Cộng.", "{{ 9 | plus: 1.5 }}", "10.5",
      arithmetic({ $0.addingReportingOverflow($1) }, { $0 + $1 })),
    Filter(
      "minus", [.required("số")], "Trừ.", "{{ 9 | minus: 10 }}", "-1",
      arithmetic({ $0.subtractingReportingOverflow($1) }, { $0 - $1 })),
    Filter(
      "times", [.required("số")], "Nhân.", "{{ 9 | times: 3 }}", "27",
      arithmetic({ $0.multipliedReportingOverflow(by: $1) }, { $0 * $1 })),
    Filter(
      "divided_by", [.required("số")], "Chia; chia hai số nguyên thì được phần nguyên.",
      "{{ 43 | divided_by: 54.0 | times: 100 | round: 2 }}", "79.63"
    ) { value, arguments, _ throws(Fault) in
      try divide(Numbers.number(value), Numbers.number(arguments.first), remainder: false)
    },
    Filter("modulo", [.required("số")], "Số dư của phép chia.", "{{ 10 | modulo: 3 }}", "1") {
      value, arguments, _ throws(Fault) in
      try divide(Numbers.number(value), Numbers.number(arguments.first), remainder: true)
    },
    Filter("abs", "Giá trị tuyệt đối.", "{{ -7 | abs }}", "7") { value, _, _ throws(Fault) in
      switch Numbers.number(value) {
      case .int(.min): throw Numbers.overflow
      case .int(let int): return .int(abs(int))
      case .double(let double): return .double(abs(double))
      }
    },
    Filter("ceil", "Làm tròn lên số nguyên.", "{{ 7.2 | ceil }}", "8") {
      value, _, _ throws(Fault) in try whole(value, .up)
    },
    Filter("floor", "Làm tròn xuống số nguyên.", "{{ 7.8 | floor }}", "7") {
      value, _, _ throws(Fault) in try whole(value, .down)
    },
    Filter(
      "round", [.optional("số_chữ_số", "0")], "Làm tròn đến số chữ số thập phân.",
      "{{ 79.629 | round: 1 }}", "79.6"
    ) { value, arguments, _ throws(Fault) in
      try round(value, arguments)
    },
    Filter("at_least", [.required("số")], "Không nhỏ hơn số này.", "{{ 3 | at_least: 5 }}", "5") {
      value, arguments, _ throws(Fault) in
      let (a, b) = (Numbers.number(value), Numbers.number(arguments.first))
      return a.double < b.double ? b.value : a.value
    },
    Filter("at_most", [.required("số")], "Không lớn hơn số này.", "{{ 12 | at_most: 10 }}", "10") {
      value, arguments, _ throws(Fault) in
      let (a, b) = (Numbers.number(value), Numbers.number(arguments.first))
      return a.double > b.double ? b.value : a.value
    },
  ]

  private static func arithmetic(
    _ whole: @escaping @Sendable (Int, Int) -> (partialValue: Int, overflow: Bool),
    _ real: @escaping @Sendable (Double, Double) -> Double
  ) -> Filter.Function {
    { value, arguments, _ throws(Fault) in
      let (a, b) = (Numbers.number(value), Numbers.number(arguments.first))
      if case .int(let a) = a, case .int(let b) = b {
        let (result, overflow) = whole(a, b)
        if overflow { throw Numbers.overflow }
        return .int(result)
      }
      return .double(tidy(real(a.double, b.double)))
    }
  }

  /// Takes away the noise of binary fractions, as `0.1 + 0.2`, as decimals would give it.
  private static func tidy(_ double: Double) -> Double {
    guard double.isFinite, abs(double) < 1e6 else { return double }
    let rounded = (double * 1e9).rounded() / 1e9
    return abs(rounded - double) < 1e-12 ? rounded : double
  }

  private static func divide(
    _ a: Numbers.Number, _ b: Numbers.Number, remainder: Bool
  ) throws(Fault) -> Value {
    if case .int(let a) = a, case .int(let b) = b {
      if b == 0 { throw Fault("template.division", "Không chia cho 0 được.") }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if overflow { throw Numbers.overflow }
      let rest = a - quotient * b
      // Ruby rounds down, not towards zero.
      let down = rest != 0 && (rest < 0) != (b < 0)
      if remainder { return .int(down ? rest + b : rest) }
      return .int(down ? quotient - 1 : quotient)
    }
    let (x, y) = (a.double, b.double)
    if remainder {
      if y == 0 { throw Fault("template.division", "Không chia cho 0 được.") }
      let rest = x.truncatingRemainder(dividingBy: y)
      return .double(tidy(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest))
    }
    return .double(x / y)
  }

  private static func whole(_ value: Value, _ rule: FloatingPointRoundingRule) throws(Fault)
    -> Value
  {
    switch Numbers.number(value) {
    case .int(let int): return .int(int)
    case .double(let double): return try Numbers.int(rounded: double.rounded(rule))
    }
  }

  private static func round(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let digits: Int
    switch arguments.count > 0 ? Numbers.number(arguments.first) : .int(0) {
    case .int(let int): digits = max(-18, min(int, 15))
    case .double(let double): digits = Int(max(-18, min(double.isNaN ? 0 : double, 15)))
    }
    switch Numbers.number(value) {
    case .int(let int):
      if digits >= 0 { return .int(int) }
      var power = 1
      for _ in 0..<(-digits) { power *= 10 }
      return try Numbers.int(
        rounded: (Double(int) / Double(power)).rounded() * Double(power))
    case .double(let double):
      if digits < 0 {
        return try round(.int(Int(exactly: double.rounded()) ?? 0), arguments)
      }
      if digits == 0 { return try Numbers.int(rounded: double.rounded()) }
      var power = 1.0
      for _ in 0..<digits { power *= 10 }
      let rounded = (double * power).rounded() / power
      return .double(rounded.isFinite ? rounded : double)
    }
  }
}
