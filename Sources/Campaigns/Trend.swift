import Vietnamese

/// How a figure moved against an earlier one, and whether that is what the target wants (xu hướng).
package struct Trend: Sendable, Hashable {
  package enum Course: String, Sendable, CaseIterable {
    case up, down, same, unknown

    package var title: String {
      switch self {
      case .up: "Tăng"
      case .down: "Giảm"
      case .same: "Không đổi"
      case .unknown: "Chưa rõ"
      }
    }
  }

  package var course: Course
  /// Nil where nothing moved, or where neither way is better.
  package var isGood: Bool?

  /// Not known where a figure is missing, or lacks units that the other one may have.
  package init(from earlier: Figure?, to later: Figure?, of target: Target) {
    guard let earlier, let later, earlier.missing.isEmpty, later.missing.isEmpty,
      let order = earlier.order(against: later, isPercent: target.isPercent)
    else {
      course = .unknown
      return
    }
    course = order == 0 ? .same : order < 0 ? .up : .down
    guard order != 0, let wanted = target.goodDirection else { return }
    isGood = (course == .up) == (wanted == .up)
  }
}

extension Figure {
  /// Below (-1), at (0) or above (1) another one; shares by their counts, which are not rounded.
  func order(against other: Figure, isPercent: Bool) -> Int? {
    if isPercent, let a = numerator, let b = denominator, let c = other.numerator,
      let d = other.denominator, b.units > 0, d.units > 0,
      let left = a.multiplying(by: d), let right = c.multiplying(by: b)
    {
      return left == right ? 0 : left < right ? -1 : 1
    }
    guard let value, let theirs = other.value else { return nil }
    return value == theirs ? 0 : value < theirs ? -1 : 1
  }
}
