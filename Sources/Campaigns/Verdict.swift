import Vietnamese

/// The state of a target and why, in the words of a report.
struct Verdict {
  var state: TargetState
  var reason: String

  /// Judges by the rule of the target's comparator (`domain.md` 1.6).
  ///
  /// - Parameter history: figures up to this period, oldest first; asked only where a rule needs it.
  static func of(
    _ target: Target, figure: Figure?, history: () -> [(Period, Figure)]
  ) -> Verdict {
    if target.comparator.isUnquantified {
      return Verdict(
        .unquantified,
        figure?.note ?? "Kế hoạch không nêu con số; cần đơn vị đánh giá bằng lời.")
    }
    guard let figure else { return Verdict(.unknown, "Chưa có đơn vị nào báo cáo số liệu.") }
    guard let value = figure.value else {
      return Verdict(
        .unknown, "Thiếu tử số, mẫu số nên không cộng dồn được; không lấy trung bình các tỷ lệ.")
    }
    var verdict = judge(target, figure, value, history)
    if let numerator = figure.numerator, let denominator = figure.denominator {
      verdict.reason =
        "Thực hiện \(numerator.text)/\(denominator.text) = \(target.text(of: value)), "
        + verdict.reason
    } else {
      verdict.reason = "Thực hiện \(target.text(of: value)), " + verdict.reason
    }
    if !figure.missing.isEmpty {
      verdict.reason += "; còn \(figure.missing.count) đơn vị chưa có số liệu"
    }
    if figure.isDraft { verdict.reason += "; có số liệu chưa xác nhận" }
    verdict.reason += "."
    return verdict
  }

  private init(_ state: TargetState, _ reason: String) {
    self.state = state
    self.reason = reason
  }

  private static func judge(
    _ target: Target, _ figure: Figure, _ value: VNNumber, _ history: () -> [(Period, Figure)]
  ) -> Verdict {
    switch target.comparator {
    case .all:
      return all(target, figure, value)
    case .zero:
      return value.units == 0
        ? Verdict(.met, "không để xảy ra trường hợp nào") : Verdict(.missed, "vẫn để xảy ra")
    case .range:
      return range(target, figure, value)
    case .improve, .reduce:
      return change(target, value, history())
    case .reduceBy:
      return fall(target, value, history())
    case .averagePerYear:
      return average(target, history())
    case .everyYear:
      return everyYear(target, history())
    case .riseTo, .maintain:
      return fromBaseline(target, figure, value, history())
    default:
      return threshold(target, figure, value)
    }
  }

  private static func all(_ target: Target, _ figure: Figure, _ value: VNNumber) -> Verdict {
    let isWhole: Bool
    if let numerator = figure.numerator, let denominator = figure.denominator {
      isWhole = numerator == denominator
    } else if let goal = target.value ?? (target.isPercent ? VNNumber(100) : nil) {
      isWhole = value >= goal
    } else {
      return Verdict(.unknown, "nhưng chưa có tổng số để so sánh")
    }
    return Verdict(isWhole ? .met : .missed, isWhole ? "đủ toàn bộ" : "chưa đủ toàn bộ")
  }

  /// Reaches the goal and stands above (tăng đạt) or not below (duy trì) where it stood.
  private static func fromBaseline(
    _ target: Target, _ figure: Figure, _ value: VNNumber, _ history: [(Period, Figure)]
  ) -> Verdict {
    let before = target.baseline ?? previous(history)
    var demand = target
    if target.comparator == .maintain, target.value == nil { demand.value = before }
    var verdict = threshold(demand, figure, value)
    guard verdict.state == .met || verdict.state == .exceeded else { return verdict }
    guard let before else {
      verdict.reason += ", chưa có mốc so sánh"
      return verdict
    }
    let rises = target.comparator == .riseTo
    if rises ? value > before : value >= before {
      verdict.reason += ", mốc so sánh \(target.text(of: before))"
    } else {
      verdict.state = .missed
      verdict.reason +=
        rises
        ? " nhưng không tăng so với mốc \(target.text(of: before))"
        : " nhưng giảm so với mốc \(target.text(of: before))"
    }
    return verdict
  }

  /// The value of the last period that was over before the one judged began.
  private static func previous(_ history: [(Period, Figure)]) -> VNNumber? {
    guard let now = history.last?.0.span else { return nil }
    return history.last { period, _ in period.span.map { $0.to < now.from } ?? false }?.1.value
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
      return Verdict(.unknown, "nhưng chỉ tiêu chưa có giá trị để so sánh")
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
      return Verdict(.unknown, "nhưng chỉ tiêu thiếu cận dưới hoặc cận trên")
    }
    if side(target, figure, value, of: low) < 0 {
      return Verdict(.missed, "thấp hơn khung \(target.demand)")
    }
    if side(target, figure, value, of: high) > 0 {
      return Verdict(.missed, "cao hơn khung \(target.demand), cần rà soát lại tỷ lệ")
    }
    return Verdict(.met, "trong khung \(target.demand)")
  }

  private static func change(
    _ target: Target, _ value: VNNumber, _ history: [(Period, Figure)]
  ) -> Verdict {
    guard let before = target.baseline ?? previous(history) else {
      return Verdict(.unknown, "chưa có mốc so sánh")
    }
    let wantsFall = target.comparator == .reduce || target.isFallGood == true
    let shown = "mốc so sánh \(target.text(of: before))"
    if value == before { return Verdict(.missed, "không thay đổi so với \(shown)") }
    let good = wantsFall ? value < before : value > before
    return Verdict(good ? .met : .missed, "\(value > before ? "tăng" : "giảm") so với \(shown)")
  }

  private static func fall(
    _ target: Target, _ value: VNNumber, _ history: [(Period, Figure)]
  ) -> Verdict {
    guard let goal = target.value else {
      return Verdict(.unknown, "nhưng chỉ tiêu chưa có mức giảm")
    }
    guard let before = target.baseline ?? previous(history),
      let fall = before.subtracting(value)
    else { return Verdict(.unknown, "chưa có số liệu đầu kỳ để tính mức giảm") }
    let size = fall.units < 0 ? value.subtracting(before) ?? fall : fall
    let points = target.isPercent ? "\(size.text) điểm phần trăm" : target.text(of: size)
    let told =
      "\(fall.units < 0 ? "tăng" : "giảm") \(points) so với đầu kỳ "
      + "(yêu cầu giảm \(target.isStrict ? "trên " : "")\(target.text(of: goal)))"
    if fall == goal { return Verdict(target.isStrict ? .missed : .met, told) }
    return Verdict(fall > goal ? .exceeded : .missed, told)
  }

  private static func average(
    _ target: Target, _ history: [(Period, Figure)]
  ) -> Verdict {
    guard let goal = target.value else {
      return Verdict(.unknown, "nhưng chỉ tiêu chưa có giá trị để so sánh")
    }
    var years = Set<Int>()
    var sum = VNNumber(0)
    for (period, figure) in widest(history) {
      guard let value = figure.value else {
        return Verdict(.unknown, "\(period.name) chưa có số liệu để tính bình quân")
      }
      years.formUnion(period.yearsCovered)
      guard let more = sum.adding(value) else {
        return Verdict(.unknown, "số quá lớn để tính bình quân")
      }
      sum = more
    }
    let count = years.count
    // Sum against goal × years: exact, where a division would round.
    guard count > 0, let needed = goal.multiplying(by: VNNumber(count)) else {
      return Verdict(.unknown, "không tính được bình quân")
    }
    let told =
      "tổng \(count) năm là \(target.text(of: sum)), "
      + "yêu cầu bình quân mỗi năm \(target.text(of: goal))"
    if sum == needed { return Verdict(target.isStrict ? .missed : .met, told) }
    return Verdict(sum > needed ? .exceeded : .missed, told)
  }

  /// Leaves out periods that lie within another one, such as the terms of a year that was reported
  /// as a whole, so that nothing is counted twice.
  private static func widest(_ history: [(Period, Figure)]) -> [(Period, Figure)] {
    history.filter { period, _ in
      guard let span = period.span else { return true }
      return !history.contains { other, _ in
        guard other != period, let wider = other.span else { return false }
        return wider.from <= span.from && span.to <= wider.to
      }
    }
  }

  private static func everyYear(_ target: Target, _ history: [(Period, Figure)]) -> Verdict {
    var last = Verdict(.unknown, "chưa có số liệu của năm nào")
    var expected: Int?
    for (period, figure) in widest(history) {
      let years = period.yearsCovered
      if let expected, years.lowerBound > expected {
        return Verdict(.unknown, "năm \(expected) chưa có số liệu")
      }
      guard let value = figure.value else {
        return Verdict(.unknown, "\(period.name) chưa có số liệu")
      }
      last = threshold(target, figure, value)
      if last.state == .missed || last.state == .unknown {
        return Verdict(last.state, "\(period.name): \(last.reason)")
      }
      expected = years.upperBound + 1
    }
    return last
  }
}
