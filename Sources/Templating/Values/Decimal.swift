/// A decimal number: arithmetic on fractions as people write them, so that 0.1 and 0.2 make 0.3.
///
/// Everything that could leave its 38 digits answers nil; the caller falls back on `Double`.
struct Decimal {
  /// The digits without a point.
  private(set) var units: Int128
  /// How many of the digits stand behind the point; never negative.
  private(set) var scale: Int

  private static let scaleLimit = 340

  init(_ int: Int) {
    units = Int128(int)
    scale = 0
  }

  private init(_ units: Int128, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// The shortest decimal that means this number, as it is also printed.
  init?(_ double: Double) {
    guard double.isFinite else { return nil }
    var units: Int128 = 0
    var scale = 0
    var power = 0
    var isFraction = false
    let text = Array(abs(double).description.utf8)
    for (i, byte) in text.enumerated() {
      if byte.isDigit {
        units = units * 10 + Int128(byte - 48)
        if isFraction { scale += 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        power = Int(String(decoding: text[(i + 1)...], as: UTF8.self)) ?? 0
        break
      }
    }
    scale -= power
    if scale > Decimal.scaleLimit { return nil }
    if scale < 0 {
      guard let shifted = Decimal.shifted(units, by: -scale) else { return nil }
      units = shifted
      scale = 0
    }
    self.init(double < 0 ? -units : units, scale: scale)
  }

  init?(_ number: Numbers.Number) {
    switch number {
    case .int(let int): self.init(int)
    case .double(let double): self.init(double)
    }
  }

  /// The nearest `Double`.
  var double: Double {
    if units.magnitude < 1 << 53, scale <= 22 {
      var power = 1.0
      for _ in 0..<scale { power *= 10 }
      return Double(units) / power
    }
    return Double("\(units)e-\(scale)") ?? 0
  }

  private static func shifted(_ units: Int128, by places: Int) -> Int128? {
    var units = units
    for _ in 0..<places {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = product
    }
    return units
  }

  /// The digits of both with the same number of places behind the point.
  private static func aligned(_ a: Decimal, _ b: Decimal) -> (a: Int128, b: Int128, scale: Int)? {
    let scale = max(a.scale, b.scale)
    guard let x = shifted(a.units, by: scale - a.scale),
      let y = shifted(b.units, by: scale - b.scale)
    else { return nil }
    return (x, y, scale)
  }

  static func sum(_ a: Decimal, _ b: Decimal) -> Decimal? {
    guard let (x, y, scale) = aligned(a, b) else { return nil }
    let (sum, overflow) = x.addingReportingOverflow(y)
    return overflow ? nil : Decimal(sum, scale: scale)
  }

  static func difference(_ a: Decimal, _ b: Decimal) -> Decimal? {
    sum(a, Decimal(-b.units, scale: b.scale))
  }

  static func product(_ a: Decimal, _ b: Decimal) -> Decimal? {
    let (units, overflow) = a.units.multipliedReportingOverflow(by: b.units)
    return overflow || a.scale + b.scale > scaleLimit
      ? nil : Decimal(units, scale: a.scale + b.scale)
  }

  /// What is left of a division that rounds down, not towards zero.
  static func remainder(_ a: Decimal, _ b: Decimal) -> Decimal? {
    guard let (x, y, scale) = aligned(a, b), y != 0 else { return nil }
    let rest = x % y
    return Decimal(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest, scale: scale)
  }

  /// With so many places behind the point, or zeros before it if `places` is negative.
  func rounded(to places: Int, _ rule: FloatingPointRoundingRule) -> Decimal? {
    guard scale > places else { return self }
    if scale - places > 38 { return Decimal(0) }
    guard let power = Decimal.shifted(1, by: scale - places) else { return nil }
    let rest = units % power
    var quotient = units / power
    switch rule {
    case .up: if rest > 0 { quotient += 1 }
    case .down: if rest < 0 { quotient -= 1 }
    default:
      if rest.magnitude >= power.magnitude - rest.magnitude { quotient += units < 0 ? -1 : 1 }
    }
    if places >= 0 { return Decimal(quotient, scale: places) }
    return Decimal.shifted(quotient, by: -places).map { Decimal($0, scale: 0) }
  }

  /// The whole number that this is, if it is one that an `Int` holds.
  var int: Int? { scale == 0 ? Int(exactly: units) : nil }
}
