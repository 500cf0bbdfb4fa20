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
      let whole =
        figure.numerator.flatMap { n in figure.denominator.map { n == $0 } }
        ?? (value >= VNNumber(100))
      return Verdict(whole ? .met : .missed, whole ? "đủ toàn bộ" : "chưa đủ toàn bộ")
    case .zero:
      return value.units == 0
        ? Verdict(.met, "không để xảy ra trường hợp nào") : Verdict(.missed, "vẫn để xảy ra")
    case .range:
      return range(target, value)
    case .improve, .reduce:
      return change(target, value, history())
    case .reduceBy:
      return fall(target, value, history())
    case .averagePerYear:
      return average(target, value, history())
    case .everyYear:
      return everyYear(target, value, history())
    case .riseTo, .maintain:
      var verdict = threshold(target, value)
      let before = target.baseline ?? history().dropLast().last?.1.value
      guard verdict.state != .missed, let before else { return verdict }
      let holds = target.comparator == .riseTo ? value > before : value >= before
      verdict.reason += ", mốc so sánh \(target.text(of: before))"
      if !holds { verdict.state = .missed }
      return verdict
    default:
      return threshold(target, value)
    }
  }

  private static func threshold(_ target: Target, _ value: VNNumber) -> Verdict {
    guard let goal = target.value else {
      return Verdict(.unknown, "nhưng chỉ tiêu chưa có giá trị để so sánh")
    }
    let shown = target.text(of: goal)
    let isStrict = target.isStrict || target.comparator == .moreThan
    if value > goal {
      return isStrict
        ? Verdict(.met, "trên mức \(shown)") : Verdict(.exceeded, "vượt chỉ tiêu \(shown)")
    }
    if value == goal {
      return isStrict
        ? Verdict(.missed, "chỉ bằng mức \(shown), chỉ tiêu yêu cầu trên mức này")
        : Verdict(.met, "bằng chỉ tiêu \(shown)")
    }
    return Verdict(.missed, "thấp hơn chỉ tiêu \(shown)")
  }

  /// Above the range is no success: such ranges are quotas, as in `15-20% … xuất sắc`.
  private static func range(_ target: Target, _ value: VNNumber) -> Verdict {
    guard let low = target.value, let high = target.valueHigh else {
      return Verdict(.unknown, "nhưng chỉ tiêu thiếu cận dưới hoặc cận trên")
    }
    if value < low { return Verdict(.missed, "thấp hơn khung \(target.demand)") }
    if value > high {
      return Verdict(.missed, "cao hơn khung \(target.demand), cần rà soát lại tỷ lệ")
    }
    return Verdict(.met, "trong khung \(target.demand)")
  }

  private static func change(
    _ target: Target, _ value: VNNumber, _ history: [(Period, Figure)]
  ) -> Verdict {
    guard let before = target.baseline ?? history.dropLast().last?.1.value else {
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
    guard let before = target.baseline ?? history.dropLast().last?.1.value,
      let fall = before.subtracting(value)
    else { return Verdict(.unknown, "chưa có số liệu đầu kỳ để tính mức giảm") }
    let points = target.isPercent ? "\(fall.text) điểm phần trăm" : target.text(of: fall)
    let told = "giảm \(points) so với đầu kỳ (yêu cầu giảm \(target.text(of: goal)))"
    if fall == goal { return Verdict(.met, told) }
    return Verdict(fall > goal ? .exceeded : .missed, told)
  }

  private static func average(
    _ target: Target, _ value: VNNumber, _ history: [(Period, Figure)]
  ) -> Verdict {
    guard let goal = target.value else {
      return Verdict(.unknown, "nhưng chỉ tiêu chưa có giá trị để so sánh")
    }
    var years = Set<Int>()
    var total: VNNumber? = VNNumber(0)
    for (period, figure) in history {
      years.insert(period.endYear)
      total = total.flatMap { sum in figure.value.flatMap { sum.adding($0) } }
    }
    let count = max(years.count, 1)
    // Sum against goal × years: exact, where a division would round.
    guard let sum = total ?? Optional(value), let needed = goal.multiplying(by: VNNumber(count))
    else { return Verdict(.unknown, "số quá lớn để tính bình quân") }
    let told =
      "tổng \(count) năm là \(target.text(of: sum)), "
      + "yêu cầu bình quân mỗi năm \(target.text(of: goal))"
    if sum == needed { return Verdict(target.isStrict ? .missed : .met, told) }
    return Verdict(sum > needed ? .exceeded : .missed, told)
  }

  private static func everyYear(
    _ target: Target, _ value: VNNumber, _ history: [(Period, Figure)]
  ) -> Verdict {
    for (period, figure) in history {
      guard let value = figure.value else { continue }
      let verdict = threshold(target, value)
      if verdict.state == .missed || verdict.state == .unknown {
        return Verdict(verdict.state, "\(period.name): \(verdict.reason)")
      }
    }
    return threshold(target, value)
  }
}
