/// Numbers and texts of the search index as characters that stand in a script without escapes.
///
/// Ninety-one digits from `#` to `~` without the backslash; the space and `!` are left to part
/// things from each other.
struct SearchCode {
  static let base = 91
  private(set) var bytes: [UInt8] = []

  mutating func text(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  mutating func digit(_ value: Int) {
    let plain = UInt8(truncatingIfNeeded: value % Self.base) + 35
    bytes.append(plain >= 92 ? plain + 1 : plain)
  }

  /// One digit up to 59, two up to 2,789, else four.
  mutating func number(_ value: Int) {
    if value < 60 {
      digit(value)
    } else if value < 2790 {
      digit(60 + (value - 60) / Self.base)
      digit((value - 60) % Self.base)
    } else {
      digit(90)
      let rest = value - 2790
      digit(rest / (Self.base * Self.base))
      digit(rest / Self.base % Self.base)
      digit(rest % Self.base)
    }
  }

  /// A rising list: how many, then each as the step from the one before.
  mutating func list(_ values: [Int]) {
    number(values.count)
    var last = -1
    for value in values {
      number(value - last - 1)
      last = value
    }
  }
}
