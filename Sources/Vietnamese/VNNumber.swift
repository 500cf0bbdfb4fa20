/// An exact decimal number that keeps its trailing zeros, so that `99,00` is printed as given.
///
/// Equality and order go by value: `99,00` equals `99`.
package struct VNNumber: Sendable {
  /// The number times ten to the power of `scale`.
  package let units: Int
  /// Digits after the decimal comma, 0 to 9.
  package let scale: Int

  package static let maxScale = 9

  package init(_ value: Int) {
    units = value
    scale = 0
  }

  /// The scale must lie in 0 to 9; it comes from code, never from input.
  package init(units: Int, scale: Int) {
    precondition((0...VNNumber.maxScale).contains(scale), "scale out of 0...9")
    self.units = units
    self.scale = scale
  }

  static let powers: [Int] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
  ]

  private func widened(to scale: Int) -> Int128 {
    Int128(units) * Int128(VNNumber.powers[max(0, scale - self.scale)])
  }

  package var double: Double { Double(units) / Double(VNNumber.powers[scale]) }

  /// Rounded half away from zero (làm tròn), or padded with zeros, to 0 to 9 digits.
  ///
  /// A number too large to be padded stays as it is.
  package func rounded(to scale: Int) -> VNNumber {
    let wanted = min(max(scale, 0), VNNumber.maxScale)
    if wanted >= self.scale {
      guard let units = Int(exactly: widened(to: wanted)) else { return self }
      return VNNumber(units: units, scale: wanted)
    }
    let divisor = Int128(VNNumber.powers[self.scale - wanted])
    guard let units = VNNumber.divide(Int128(units), divisor) else { return self }
    return VNNumber(units: units, scale: wanted)
  }

  /// The quotient rounded half away from zero; the divisor must not be 0.
  private static func divide(_ a: Int128, _ b: Int128) -> Int? {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    guard remainder.magnitude >= b.magnitude - remainder.magnitude else {
      return Int(exactly: quotient)
    }
    return Int(exactly: quotient + ((a < 0) == (b < 0) ? 1 : -1))
  }
}

extension VNNumber: Hashable, Comparable {
  package static func == (a: VNNumber, b: VNNumber) -> Bool {
    a.widened(to: b.scale) == b.widened(to: a.scale)
  }

  package static func < (a: VNNumber, b: VNNumber) -> Bool {
    a.widened(to: b.scale) < b.widened(to: a.scale)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(widened(to: VNNumber.maxScale))
  }
}

// MARK: - Arithmetic, nil on overflow

extension VNNumber {
  package func adding(_ other: VNNumber) -> VNNumber? {
    let scale = max(scale, other.scale)
    guard let units = Int(exactly: widened(to: scale) + other.widened(to: scale)) else {
      return nil
    }
    return VNNumber(units: units, scale: scale)
  }

  package func subtracting(_ other: VNNumber) -> VNNumber? {
    let scale = max(scale, other.scale)
    guard let units = Int(exactly: widened(to: scale) - other.widened(to: scale)) else {
      return nil
    }
    return VNNumber(units: units, scale: scale)
  }

  /// Exact up to 9 digits after the comma, rounded from there.
  package func multiplying(by other: VNNumber) -> VNNumber? {
    let product = Int128(units) * Int128(other.units)
    let excess = max(0, scale + other.scale - VNNumber.maxScale)
    guard let units = VNNumber.divide(product, Int128(VNNumber.powers[excess])) else { return nil }
    return VNNumber(units: units, scale: scale + other.scale - excess)
  }

  /// Nil also for a divisor of 0.
  package func dividing(by other: VNNumber, scale: Int) -> VNNumber? {
    VNNumber.quotient(self, other, factor: 1, scale: scale)
  }

  /// `numerator` as a percentage (tỷ lệ phần trăm) of `denominator`; nil for a denominator of 0.
  package static func percentage(numerator: VNNumber, denominator: VNNumber, scale: Int)
    -> VNNumber?
  {
    quotient(numerator, denominator, factor: 100, scale: scale)
  }

  private static func quotient(_ a: VNNumber, _ b: VNNumber, factor: Int128, scale: Int)
    -> VNNumber?
  {
    guard b.units != 0, (0...maxScale).contains(scale) else { return nil }
    let multiplier = factor * Int128(powers[scale])
    let (top, overflow) = (Int128(a.units) * Int128(powers[b.scale]))
      .multipliedReportingOverflow(by: multiplier)
    guard !overflow, let units = divide(top, Int128(b.units) * Int128(powers[a.scale])) else {
      return nil
    }
    return VNNumber(units: units, scale: scale)
  }
}
