import Glibc
import Vietnamese

/// A scale with round marks: 0, 20, 40 … 100.
struct ValueAxis {
  private(set) var low: Double
  private(set) var high: Double
  private(set) var ticks: [Double]

  /// The least scale with round ends over some values.
  ///
  /// - Parameter startsAtZero: bars do, for their length is their value; a line need not.
  init(_ values: [Double], atLeast reach: Double?, startsAtZero: Bool) {
    let known = values.filter { $0.isFinite && abs($0) < 1e12 }
    var high = max(known.max() ?? 0, reach ?? 0)
    var low = min(known.min() ?? 0, high)
    if startsAtZero || low < 0.6 * high, low >= 0 { low = 0 }
    if high - low < 1e-6 { high = low + 1 }
    let step = Self.step((high - low) / 5)
    // Above a foot that is not zero there is room for the words of the lowest point.
    let first = (low / step - (low == 0 ? 0 : 0.3)).rounded(.down)
    let last = max((high / step - 1e-9).rounded(.up), first + 1)
    self.low = first * step
    self.high = last * step
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// Where a value lies, from 0 to 1; values outside lie at the ends.
  func share(of value: Double) -> Double {
    value.isFinite ? min(max((value - low) / (high - low), 0), 1) : 0
  }

  /// 1, 2 or 5 times a power of ten, not less than wanted.
  private static func step(_ wanted: Double) -> Double {
    let power = pow(10, log10(wanted).rounded(.down))
    for factor in [1.0, 2, 5] where factor * power >= wanted * 0.999 { return factor * power }
    return 10 * power
  }

  /// At most two decimals, with the comma: `71,5`.
  static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "–" }
    var hundredths = Int((value * 100).rounded())
    var scale = 2
    while scale > 0, hundredths % 10 == 0 {
      hundredths /= 10
      scale -= 1
    }
    return VNNumber(units: hundredths, scale: scale).text
  }

  /// The number with its unit: `71,5%`, `12 giờ`.
  static func text(_ value: Double, unit: String) -> String {
    unit == "%" ? text(value) + unit : unit.isEmpty ? text(value) : "\(text(value)) \(unit)"
  }
}
