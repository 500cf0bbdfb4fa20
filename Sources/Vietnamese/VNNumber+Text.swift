/// Why a text is not read as a number.
package enum NumberProblem: Error, Sendable, Hashable {
  case empty
  case notANumber
  /// Two readings are as good as each other, such as `1.234%`.
  case ambiguous
  /// More than 9 digits after the comma.
  case tooPrecise
  case overflow
}

extension VNNumber {
  package struct Parsed: Sendable, Hashable {
    package var number: VNNumber
    package var isPercent: Bool
  }

  /// Decimal comma and thousands dot: `1.234.567,80`.
  package var text: String { text(groupedBy: ".") }

  /// The same with another thousands mark: school books use a space (QĐ 1989/QĐ-BGDĐT).
  package func text(groupedBy separator: String) -> String {
    var digits = String(units.magnitude)
    if digits.utf8.count <= scale {
      digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits
    }
    let whole = digits.dropLast(scale)
    var text = units < 0 ? "-" : ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return scale == 0 ? text : text + "," + digits.suffix(scale)
  }

  /// `1234.50`: for data formats and scripts.
  package var plain: String {
    String(text(groupedBy: "").map { $0 == "," ? "." : $0 })
  }

  /// Reads `79,63%`, `79.63`, `1.234.567,8`, `100 %`, `1 234`.
  ///
  /// A comma is the decimal comma. A lone dot before exactly three digits is a thousands dot
  /// (`1.234` is 1234), other lone dots are decimal points (`79.63`, `0.123`). Where a dot with three
  /// digits might be either (`1.234%`, `1 234.567`) the answer is `ambiguous`.
  package static func parse(_ text: String) -> Result<Parsed, NumberProblem> {
    if let whole = wholeNumber(text) {
      return .success(Parsed(number: VNNumber(whole), isPercent: false))
    }
    var scanner = NumberScanner()
    guard scanner.scan(text) else {
      return .failure(scanner.isEmpty ? .empty : .notANumber)
    }
    return scanner.value().map { Parsed(number: $0, isPercent: scanner.isPercent) }
  }
}

/// The usual case, nothing but digits, too few to overflow.
private func wholeNumber(_ text: String) -> Int? {
  guard (1...18).contains(text.utf8.count) else { return nil }
  var value = 0
  for byte in text.utf8 {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

/// A number taken apart into runs of digits and the marks between them.
private struct NumberScanner {
  private var isNegative = false
  private(set) var isPercent = false
  private var groups: [[UInt8]] = []
  /// The mark before each group but the first: `.`, `,` or space.
  private var marks: [UInt8] = []

  var isEmpty: Bool { groups.isEmpty && !isNegative && !isPercent && !hasSign && !hasOther }
  private var hasSign = false
  private var hasOther = false

  /// False if the text holds anything but one number.
  mutating func scan(_ text: String) -> Bool {
    var mark: UInt8?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        if isPercent { return false }
        let digit = UInt8(scalar.value - 48)
        if groups.isEmpty {
          if mark != nil { return false }
          groups.append([digit])
        } else if let found = mark {
          marks.append(found)
          groups.append([digit])
        } else {
          groups[groups.count - 1].append(digit)
        }
        mark = nil
      case ".", ",":
        if mark != nil || isPercent || groups.isEmpty { return failed() }
        mark = UInt8(scalar.value)
      case "-", "−", "+":
        if hasSign || !groups.isEmpty || isPercent { return failed() }
        hasSign = true
        isNegative = scalar != "+"
      case "%":
        if isPercent || groups.isEmpty || (mark != nil && mark != 0x20) { return failed() }
        isPercent = true
      case _ where scalar.properties.isWhitespace:
        if groups.isEmpty || isPercent { continue }
        if mark != nil, mark != 0x20 { return failed() }
        mark = 0x20
      default: return failed()
      }
    }
    return !groups.isEmpty && (mark == nil || mark == 0x20)
  }

  private mutating func failed() -> Bool {
    hasOther = true
    return false
  }

  func value() -> Result<VNNumber, NumberProblem> {
    switch decimalIndex() {
    case .failure(let problem): return .failure(problem)
    case .success(let index):
      let whole = groups[..<(index ?? groups.count)]
      guard areThousands(whole, marks[..<max(0, whole.count - 1)]) else {
        return .failure(.notANumber)
      }
      return number(whole: whole, fraction: index.map { groups[$0] } ?? [])
    }
  }

  /// The group after the decimal mark, or nil for a whole number.
  private func decimalIndex() -> Result<Int?, NumberProblem> {
    guard let last = marks.last else { return .success(nil) }
    let end = groups.count - 1
    if last == 0x20 { return .success(nil) }
    if marks.filter({ $0 == last }).count > 1 {
      return Set(marks).count == 1 ? .success(nil) : .failure(.notANumber)
    }
    if last == UInt8(ascii: ",") { return .success(end) }
    // From here one dot, and it comes last.
    guard groups[end].count == 3 else { return .success(end) }
    if marks.count == 1 {
      if groups[0].count > 3 || groups[0].first == 0 { return .success(end) }
      return isPercent ? .failure(.ambiguous) : .success(nil)
    }
    return marks.contains(UInt8(ascii: ",")) ? .success(end) : .failure(.ambiguous)
  }

  /// One mark throughout, one to three digits first, then threes.
  private func areThousands(_ groups: ArraySlice<[UInt8]>, _ marks: ArraySlice<UInt8>) -> Bool {
    guard groups.count > 1 else { return true }
    return Set(marks).count == 1 && (groups.first?.count ?? 4) <= 3
      && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private func number(whole: ArraySlice<[UInt8]>, fraction: [UInt8])
    -> Result<VNNumber, NumberProblem>
  {
    if fraction.count > VNNumber.maxScale { return .failure(.tooPrecise) }
    var units = 0
    for digit in whole.joined() + fraction {
      let (shifted, overflow) = units.multipliedReportingOverflow(by: 10)
      let (sum, carry) = shifted.subtractingReportingOverflow(Int(digit))
      if overflow || carry { return .failure(.overflow) }
      units = sum
    }
    // Counted down, so that the smallest Int has a reading too.
    if !isNegative {
      guard units != .min else { return .failure(.overflow) }
      units = -units
    }
    return .success(VNNumber(units: units, scale: fraction.count))
  }
}
