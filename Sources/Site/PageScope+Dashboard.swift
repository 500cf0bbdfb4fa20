import Campaigns
import Templating
import Vietnamese

/// The small signs of the target dashboard: which way it goes, and how far it is.
extension PageScope {
  static let trendShape = Shape([
    "id": .text("`up`, `down`, `same` hoặc `unknown`"),
    "title": .text("“Tăng”, “Giảm”, “Không đổi”, kèm “tốt lên” hay “kém đi”"),
    "mood": .text("`good`, `bad`, hoặc trống"),
  ])

  func trend(_ trend: Trend) -> Value {
    if trend.course == .unknown { return .null }
    let title = say(trend.course.title)
    let mood = trend.isGood.map { $0 ? "{course}, tốt lên" : "{course}, kém đi" }
    return .record(
      Self.trendShape,
      [
        .text(trend.course.rawValue), .text(mood.map { say($0, ("course", title)) } ?? title),
        .text(trend.isGood.map { $0 ? "good" : "bad" }),
      ])
  }

  static let barShape = Shape([
    "value": .number("độ dài của kết quả"),
    "goal": .number("chỗ của chỉ tiêu"),
  ])

  /// Nil where the figure is not held against one number of its own kind.
  static func bar(_ assessment: Assessment) -> Value? {
    let target = assessment.target
    guard target.hasGoalLine, let value = assessment.figure?.value?.double,
      let goal = target.value?.double, goal > 0, value >= 0
    else { return nil }
    let scale = max(value, goal, target.isPercent ? 100 : 0)
    return .record(
      barShape,
      [.int(Int((value / scale * 100).rounded())), .int(Int((goal / scale * 100).rounded()))])
  }

  static let partShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "states": .list("mỗi mức đánh giá có bao nhiêu chỉ tiêu", of: stateShape),
    "better": .number("số chỉ tiêu tốt lên so với kỳ trước"),
    "worse": .number("số chỉ tiêu kém đi so với kỳ trước"),
  ])

  func indicatorLink(_ target: Target) -> Value {
    guard let id = target.indicator, let name = model.indicators.names[id] else { return .null }
    return link(name, Address.indicator(id))
  }
}

extension Target {
  /// Whether each figure by itself is held against the value of the target; changes, averages and
  /// sums over years are not.
  var hasGoalLine: Bool {
    switch comparator {
    case .improve, .reduce, .reduceBy, .increaseBy, .averagePerYear, .zero, .byReference,
      .qualitative:
      false
    default: window != .overPeriod || isPercent
    }
  }
}
