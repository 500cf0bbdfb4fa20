import Vietnamese

/// Which figures of a campaign's time the demand of a target is held against.
extension Verdict {
  static func inWindow(
    _ target: Target, _ figure: Figure, _ value: VNNumber, _ timeline: () -> Timeline
  ) -> Verdict {
    switch target.window {
    case .atDate:
      return of(target, figure, value) { Mark(baselineOf: target) ?? timeline().previous }
    case .overPeriod: return overPeriod(target, figure, value, timeline())
    case .everyYear: return everyYear(target, timeline())
    case .averagePerYear: return average(target, figure, value, timeline())
    }
  }

  /// Counts are added up; a share, an index or a stock stands for the whole as it is at its end, and
  /// is held against where it began.
  private static func overPeriod(
    _ target: Target, _ figure: Figure, _ value: VNNumber, _ timeline: Timeline
  ) -> Verdict {
    guard target.addsUpOverTime else {
      return of(target, figure, value) { Mark(baselineOf: target) ?? timeline.start }
    }
    guard let sum = timeline.sum, let total = sum.value else {
      return Verdict(.incomplete, "số của cả giai đoạn không cộng được")
    }
    if timeline.entries.count < 2, timeline.gap == nil { return of(target, figure, value) { nil } }
    let verdict = of(target, sum, total) { Mark(baselineOf: target) }
    var reason = "cộng cả giai đoạn là \(target.text(of: total)), \(verdict.reason)"
    if let gap = timeline.gap { reason += "; năm \(gap) chưa có số liệu" }
    return Verdict(verdict.state, reason)
  }

  /// A year that failed is known to have failed; the target is met when no year is wanting.
  private static func everyYear(_ target: Target, _ timeline: Timeline) -> Verdict {
    var last: Verdict?
    var open: Verdict?
    var before = timeline.before
    for (period, figure) in timeline.lastYears(target.years) {
      defer { before = Mark(figure, at: period) }
      guard let value = figure.value else {
        open = open ?? Verdict(.incomplete, "\(period.name) chưa đủ số liệu")
        continue
      }
      // A change begins at its first figure.
      if !target.comparator.isThreshold, before == nil, target.baseline == nil,
        timeline.entries.count > 1
      {
        continue
      }
      let verdict = of(target, figure, value) { Mark(baselineOf: target) ?? before }
      switch verdict.state {
      case .missed: return Verdict(.missed, "\(period.name): \(verdict.reason)")
      case .incomplete, .unknown:
        open = open ?? Verdict(.incomplete, "\(period.name): \(verdict.reason)")
      default: last = verdict
      }
    }
    if let gap = timeline.gapInYears(target.years) {
      return Verdict(.incomplete, "năm \(gap) chưa có số liệu")
    }
    return open ?? last ?? Verdict(.incomplete, "chưa có số liệu của năm nào")
  }

  private static func average(
    _ target: Target, _ figure: Figure, _ value: VNNumber, _ timeline: Timeline
  ) -> Verdict {
    guard let goal = target.value else {
      return Verdict(.incomplete, "nhưng chỉ tiêu chưa có giá trị để so sánh")
    }
    let count = min(timeline.yearCount, target.years ?? .max)
    // Sum against goal × years: exact, where a division would round.
    guard count > 0, let needed = goal.multiplying(by: VNNumber(count)) else {
      return Verdict(.incomplete, "không tính được bình quân")
    }
    var whole = target
    whole.value = needed
    guard target.comparator.isThreshold || target.addsUpOverTime else {
      let verdict = of(whole, figure, value) { Mark(baselineOf: target) ?? timeline.start }
      return Verdict(verdict.state, "tính cho \(count) năm: \(verdict.reason)")
    }
    if let lacking = timeline.entries.first(where: { $0.figure.value == nil }) {
      return Verdict(.incomplete, "\(lacking.period.name) chưa có số liệu để tính bình quân")
    }
    guard let sum = timeline.sum, let total = sum.value else {
      return Verdict(.incomplete, "số quá lớn để tính bình quân")
    }
    whole.valueHigh = target.valueHigh?.multiplying(by: VNNumber(count))
    // A share of one year may still move either way, and the average with it.
    let isOpen = target.isPercent && !sum.isFirm
    let state = isOpen ? .incomplete : of(whole, sum, total) { Mark(baselineOf: target) }.state
    var reason =
      (state == .incomplete ? "tạm tính " : "") + "tổng \(count) năm là \(target.text(of: total)), "
      + "yêu cầu bình quân mỗi năm \(target.text(of: goal))"
    if let gap = timeline.gap { reason += "; năm \(gap) chưa có số liệu" }
    return Verdict(state, reason)
  }
}

extension Target {
  /// Whether figures of several periods may be added: numbers of things done, not shares, indexes or
  /// stocks at a date.
  package var addsUpOverTime: Bool {
    guard !isPercent else { return false }
    switch comparator {
    case .increaseBy, .averagePerYear, .zero, .reach, .atLeast, .moreThan, .range: return true
    default: return false
    }
  }
}
