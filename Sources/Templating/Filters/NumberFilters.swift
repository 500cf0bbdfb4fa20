enum NumberFilters {
  static let table: [Filter] = [
    Filter(
      "plus", [.required("số")], "Cộng.", "{{ 9 | plus: 1.5 }}", "10.5",
      arithmetic({ $0.addingReportingOverflow($1) }, Decimal.sum, +)),
    Filter(
      "minus", [.required("số")], "Trừ.", "{{ 9 | minus: 10 }}", "-1",
      arithmetic({ $0.subtractingReportingOverflow($1) }, Decimal.difference, -)),
    Filter(
      "times", [.required("số")], "Nhân.", "{{ 9 | times: 3 }}", "27",
      arithmetic({ $0.multipliedReportingOverflow(by: $1) }, Decimal.product, *)),
    Filter(
      "divided_by", [.required("số")], "Chia; chia hai số nguyên thì được phần nguyên.",
      "{{ 43 | divided_by: 54.0 | times: 100 | round: 2 }}", "79.63"
    ) { value, arguments, _ throws(Fault) in
      try quotient(Numbers.number(value), Numbers.number(arguments.first))
    },
    Filter("modulo", [.required("số")], "Số dư của phép chia.", "{{ 10 | modulo: 3 }}", "1") {
      value, arguments, _ throws(Fault) in
      try remainder(Numbers.number(value), Numbers.number(arguments.first))
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
    _ exact: @escaping @Sendable (Decimal, Decimal) -> Decimal?,
    _ real: @escaping @Sendable (Double, Double) -> Double
  ) -> Filter.Function {
    { value, arguments, _ throws(Fault) in
      let (a, b) = (Numbers.number(value), Numbers.number(arguments.first))
      if case .int(let a) = a, case .int(let b) = b {
        let (result, overflow) = whole(a, b)
        if overflow { throw Numbers.overflow }
        return .int(result)
      }
      // A nought keeps its sign only without the detour.
      if let a = Decimal(a), let b = Decimal(b), let result = exact(a, b), result.double != 0 {
        return .double(result.double)
      }
      return .double(real(a.double, b.double))
    }
  }

  /// The sum of many; with a fraction among them it is one.
  struct Sum {
    private var whole = 0
    private var exact: Decimal? = Decimal(0)
    private var real = 0.0
    private var isReal = false

    mutating func add(_ number: Numbers.Number) throws(Fault) {
      if case .int(let int) = number {
        let (sum, overflow) = whole.addingReportingOverflow(int)
        if overflow { throw Numbers.overflow }
        whole = sum
      } else {
        isReal = true
        exact = exact.flatMap { sum in Decimal(number).flatMap { Decimal.sum(sum, $0) } }
        real += number.double
      }
    }

    var value: Value {
      if !isReal { return .int(whole) }
      return .double(
        exact.flatMap { Decimal.sum($0, Decimal(whole)) }?.double ?? real + Double(whole))
    }
  }

  private static let division = Fault("template.division", "Không chia cho 0 được.")

  private static func quotient(_ a: Numbers.Number, _ b: Numbers.Number) throws(Fault) -> Value {
    if b.double == 0 { throw division }
    guard case .int(let x) = a, case .int(let y) = b else { return .double(a.double / b.double) }
    let (quotient, overflow) = x.dividedReportingOverflow(by: y)
    if overflow { throw Numbers.overflow }
    // Ruby rounds down, not towards zero.
    return .int(x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient)
  }

  private static func remainder(_ a: Numbers.Number, _ b: Numbers.Number) throws(Fault) -> Value {
    if b.double == 0 { throw division }
    if case .int(let x) = a, case .int(let y) = b {
      let rest = x.remainderReportingOverflow(dividingBy: y).partialValue
      return .int(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest)
    }
    if let x = Decimal(a), let y = Decimal(b), let rest = Decimal.remainder(x, y) {
      return .double(rest.double)
    }
    let rest = a.double.truncatingRemainder(dividingBy: b.double)
    return .double(rest != 0 && (rest < 0) != (b.double < 0) ? rest + b.double : rest)
  }

  private static func whole(
    _ value: Value, _ rule: FloatingPointRoundingRule
  ) throws(Fault) -> Value {
    switch Numbers.number(value) {
    case .int(let int): return .int(int)
    case .double(let double):
      guard let int = Int(exactly: double.rounded(rule)) else { throw Numbers.overflow }
      return .int(int)
    }
  }

  private static func round(_ value: Value, _ arguments: Arguments) throws(Fault) -> Value {
    let wanted = arguments.count > 0 ? Numbers.number(arguments.first).double : 0
    let places = Int(max(-40, min(wanted.isNaN ? 0 : wanted, 40)))
    let number = Numbers.number(value)
    if case .int = number, places >= 0 { return number.value }
    guard let rounded = Decimal(number)?.rounded(to: places, .toNearestOrAwayFromZero) else {
      // So large or so small a number has no digits there.
      return places > 0 ? number.value : try whole(value, .toNearestOrAwayFromZero)
    }
    if case .double = number, places > 0 { return .double(rounded.double) }
    guard let int = rounded.int else { throw Numbers.overflow }
    return .int(int)
  }
}
