/// A decimal number of any size as its digits, for writing; nothing is lost but by rounding.
///
/// `VNNumber` reckons, and so has limits; a template may have to show `1e20` or `0.000000000001`.
package struct DecimalDigits: Sendable, Equatable {
  private var isNegative: Bool
  /// Digits before the comma, 0 to 9 each, without zeros at the head; none for 0.
  private(set) var whole: [UInt8]
  /// Digits after the comma, the zeros at the end included.
  private(set) var fraction: [UInt8]

  package init(_ number: Int) {
    isNegative = number < 0
    whole = number == 0 ? [] : String(number.magnitude).utf8.map { $0 - 48 }
    fraction = []
  }

  package init(_ number: VNNumber) {
    self.init(number.units)
    let missing = max(0, number.scale - whole.count)
    whole = Array(repeating: 0, count: missing) + whole
    fraction = Array(whole.suffix(number.scale))
    whole = Array(whole.dropLast(number.scale))
  }

  /// From the fewest digits that tell the number apart, so that 0.285 is not 0.28499…; nil for
  /// what is infinite or no number.
  package init?(_ number: Double) {
    guard number.isFinite else { return nil }
    self.init(notation: Array(number.description.utf8))
    // The `.0` of a whole number was not in the data.
    if fraction == [0] { fraction = [] }
  }

  /// Reads numbers as programs write them, `-1234.50` or `1e-7`, and as people do, `1.234,50`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    // A lone point is a decimal point here: templates see numbers of programs first of all.
    if bytes.count(where: { $0 == UInt8(ascii: ".") }) < 2, !bytes.contains(UInt8(ascii: ",")) {
      self.init(notation: bytes)
    } else if case .success(let parsed) = VNNumber.parse(text), !parsed.isPercent {
      self.init(parsed.number)
    } else {
      return nil
    }
  }

  private init?(notation bytes: [UInt8]) {
    var rest = bytes[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    func digits(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
      let run = rest.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(run.count)
      return run.map { $0 - 48 }
    }
    whole = digits(&rest)
    fraction = []
    guard !whole.isEmpty else { return nil }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = digits(&rest)
      if fraction.isEmpty { return nil }
    }
    if let mark = rest.first, mark | 32 == UInt8(ascii: "e") {
      // No `Double` has a higher power than 308.
      guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        (-400...400).contains(power)
      else { return nil }
      shift(by: power)
    } else if !rest.isEmpty {
      return nil
    }
    whole = Array(whole.drop { $0 == 0 })
  }

  private mutating func shift(by power: Int) {
    // `1.0e20`: that zero is no digit of the data.
    if fraction == [0] { fraction = [] }
    if power >= 0 {
      whole += fraction.prefix(power)
      whole += Array(repeating: 0, count: max(0, power - fraction.count))
      fraction = Array(fraction.dropFirst(power))
    } else {
      let moved = whole.suffix(-power)
      fraction = Array(repeating: 0, count: -power - moved.count) + moved + fraction
      whole = Array(whole.dropLast(-power))
    }
  }

  /// Number of digits after the comma.
  package var scale: Int { fraction.count }

  /// Number of digits before the comma, at least 1.
  package var length: Int { max(1, whole.count) }

  /// Whether a minus sign is shown; rounding may have left nothing below zero.
  var showsMinus: Bool { isNegative && !(whole.isEmpty && fraction.allSatisfy { $0 == 0 }) }

  /// Rounded half away from zero (làm tròn), or filled up with zeros, to that many digits.
  package func rounded(to scale: Int) -> DecimalDigits {
    var result = self
    let scale = max(0, scale)
    guard scale < fraction.count else {
      result.fraction += Array(repeating: 0, count: scale - fraction.count)
      return result
    }
    result.fraction = Array(fraction.prefix(scale))
    if fraction[scale] >= 5 { result.increase() }
    return result
  }

  /// Adds one to the last digit.
  private mutating func increase() {
    var digits = whole + fraction
    var i = digits.count - 1
    while i >= 0, digits[i] == 9 {
      digits[i] = 0
      i -= 1
    }
    if i >= 0 { digits[i] += 1 } else { digits.insert(1, at: 0) }
    let scale = fraction.count
    fraction = Array(digits.suffix(scale))
    whole = Array(digits.dropLast(scale).drop { $0 == 0 })
  }

  /// Decimal comma and thousands dot: `1.234.567,80`.
  package var text: String {
    var bytes: [UInt8] = showsMinus ? [UInt8(ascii: "-")] : []
    if whole.isEmpty { bytes.append(48) }
    for (i, digit) in whole.enumerated() {
      if i > 0, (whole.count - i) % 3 == 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(digit + 48)
    }
    if !fraction.isEmpty { bytes.append(UInt8(ascii: ",")) }
    bytes += fraction.map { $0 + 48 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
