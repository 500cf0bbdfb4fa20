import Vietnamese

/// What the figures of a window must be.
extension Verdict {
  /// Judges one figure, leaving open what is not known yet.
  static func of(
    _ target: Target, _ figure: Figure, _ value: VNNumber, before: () -> Mark?
  ) -> Verdict {
    let verdict: Verdict
    switch target.comparator {
    case .all: verdict = all(target, figure, value)
    case .zero:
      verdict =
        value.units == 0
        ? Verdict(.met, "không để xảy ra trường hợp nào") : Verdict(.missed, "vẫn để xảy ra")
    case .range: verdict = range(target, figure, value)
    case .improve, .reduce: verdict = change(target, value, before())
    case .reduceBy: verdict = shift(target, value, before())
    case .increaseBy where target.isPercent || target.baseline != nil:
      verdict = shift(target, value, before())
    case .riseTo, .maintain: verdict = fromBaseline(target, figure, value, before())
    default: verdict = threshold(target, figure, value)
    }
    return verdict.settled(for: figure, of: target)
  }

  private static func all(_ target: Target, _ figure: Figure, _ value: VNNumber) -> Verdict {
    let isWhole: Bool
    if let numerator = figure.numerator, let denominator = figure.denominator {
      isWhole = numerator == denominator
    } else if let goal = target.value ?? (target.isPercent ? VNNumber(100) : nil) {
      isWhole = value >= goal
    } else {
      return Verdict(.incomplete, "nhưng chưa có tổng số để so sánh")
    }
    return Verdict(isWhole ? .met : .missed, isWhole ? "đủ toàn bộ" : "chưa đủ toàn bộ")
  }

  /// Reaches the goal and stands above (tăng đạt) or not below (duy trì) where it stood.
  private static func fromBaseline(
    _ target: Target, _ figure: Figure, _ value: VNNumber, _ before: Mark?
  ) -> Verdict {
    let rises = target.comparator == .riseTo
    var demand = target
    if !rises, target.value == nil { demand.value = before?.value }
    var verdict = threshold(demand, figure, value)
    guard verdict.state == .met || verdict.state == .exceeded else { return verdict }
    guard let before, before.isFirm else {
      // Nothing can have stood above the whole.
      if !rises, target.isPercent, value >= VNNumber(100) { return verdict }
      return Verdict(.incomplete, verdict.reason + ", chưa có mốc so sánh")
    }
    if rises ? value > before.value : value >= before.value {
      verdict.reason += ", mốc so sánh \(target.text(of: before))"
    } else {
      verdict.state = .missed
      verdict.reason +=
        " nhưng \(rises ? "không tăng" : "giảm") so với mốc \(target.text(of: before))"
    }
    return verdict
  }

  /// Whether the figure is below (-1), at (0) or above (1) the goal.
  ///
  /// A percentage shown with two decimals is rounded; where its numerator and denominator are
  /// known they decide, so that 79.996/100.000 does not pass for 80%.
  private static func side(
    _ target: Target, _ figure: Figure, _ value: VNNumber, of goal: VNNumber
  ) -> Int {
    var (a, b) = (value, goal)
    if target.isPercent, let numerator = figure.numerator, let denominator = figure.denominator,
      denominator.units > 0,
      VNNumber.percentage(
        numerator: numerator, denominator: denominator, scale: value.scale) == value,
      let exact = numerator.multiplying(by: VNNumber(100)),
      let needed = goal.multiplying(by: denominator)
    {
      (a, b) = (exact, needed)
    }
    return a == b ? 0 : (a < b ? -1 : 1)
  }

  private static func threshold(
    _ target: Target, _ figure: Figure, _ value: VNNumber
  ) -> Verdict {
    guard let goal = target.value else {
      return Verdict(.incomplete, "nhưng chỉ tiêu chưa có giá trị để so sánh")
    }
    let shown = target.text(of: goal)
    let isStrict = target.isStrict || target.comparator == .moreThan
    switch side(target, figure, value, of: goal) {
    case 1:
      return isStrict
        ? Verdict(.met, "trên mức \(shown)") : Verdict(.exceeded, "vượt chỉ tiêu \(shown)")
    case 0:
      return isStrict
        ? Verdict(.missed, "chỉ bằng mức \(shown), chỉ tiêu yêu cầu trên mức này")
        : Verdict(.met, "bằng chỉ tiêu \(shown)")
    default:
      return Verdict(.missed, "thấp hơn chỉ tiêu \(shown)")
    }
  }

  /// Above the range is no success: such ranges are quotas, as in `15-20% … xuất sắc`.
  private static func range(
    _ target: Target, _ figure: Figure, _ value: VNNumber
  ) -> Verdict {
    guard let low = target.value, let high = target.valueHigh else {
      return Verdict(.incomplete, "nhưng chỉ tiêu thiếu cận dưới hoặc cận trên")
    }
    if side(target, figure, value, of: low) < 0 {
      return Verdict(.missed, "thấp hơn khung \(target.demand)")
    }
    if side(target, figure, value, of: high) > 0 {
      return Verdict(.missed, "cao hơn khung \(target.demand), cần rà soát lại tỷ lệ")
    }
    return Verdict(.met, "trong khung \(target.demand)")
  }

  private static func change(_ target: Target, _ value: VNNumber, _ before: Mark?) -> Verdict {
    guard let before, before.isFirm else { return Verdict(.incomplete, "chưa có mốc so sánh") }
    let wantsFall = target.comparator == .reduce || target.direction == .down
    let shown = "mốc so sánh \(target.text(of: before))"
    if value == before.value { return Verdict(.missed, "không thay đổi so với \(shown)") }
    let isUp = value > before.value
    return Verdict(
      isUp == wantsFall ? .missed : .met, "\(isUp ? "tăng" : "giảm") so với \(shown)")
  }

  /// A rise or a fall by some size.
  private static func shift(_ target: Target, _ value: VNNumber, _ before: Mark?) -> Verdict {
    let wanted = target.comparator == .reduceBy ? "giảm" : "tăng"
    guard let goal = target.value else {
      return Verdict(.incomplete, "nhưng chỉ tiêu chưa có mức \(wanted)")
    }
    let gain: VNNumber? =
      target.comparator == .reduceBy
      ? before?.value.subtracting(value) : before.flatMap { value.subtracting($0.value) }
    guard let before, before.isFirm, let gain else {
      return Verdict(.incomplete, "chưa có số liệu đầu kỳ để tính mức \(wanted)")
    }
    var (reached, needed) = (gain, goal)
    let isRelative = target.isPercent && target.measure == .percent
    if isRelative {
      // The gain in per cent of the mark, without a division that rounds.
      guard let a = gain.multiplying(by: VNNumber(100)), let b = goal.multiplying(by: before.value)
      else { return Verdict(.incomplete, "số quá lớn để tính mức \(wanted)") }
      (reached, needed) = (a, b)
    }
    let isOtherWay = gain.units < 0
    let size = isOtherWay ? VNNumber(0).subtracting(gain) ?? gain : gain
    let course = isOtherWay ? (wanted == "giảm" ? "tăng" : "giảm") : wanted
    let points = target.isPercent ? "\(size.text) điểm phần trăm" : target.text(of: size)
    let ofMark = isRelative ? " của mốc \(target.text(of: before))" : ""
    let told =
      "\(course) \(points) so với đầu kỳ (yêu cầu \(wanted) "
      + "\(target.isStrict ? "trên " : "")\(target.text(of: goal))\(ofMark))"
    if reached == needed { return Verdict(target.isStrict ? .missed : .met, told) }
    return Verdict(reached > needed ? .exceeded : .missed, told)
  }
}

extension Target {
  fileprivate func text(of mark: Mark) -> String {
    text(of: mark.value) + (mark.at.map { " (\($0))" } ?? "")
  }
}
