import Campaigns
import Vietnamese

/// One target seen from one unit: its own figures and those of the units right below it.
struct IndicatorSection {
  struct Row {
    var unit: Unit
    var isWhole: Bool
    /// One for each period; nil where the unit, and all below it, said nothing.
    var cells: [Assessment?]

    var newest: Assessment? { cells.last { $0?.figure?.value != nil } ?? nil }
  }

  /// A table of more terms than this is not read any more.
  private static let periodLimit = 8

  var target: Target
  /// Its place among the targets of the indicator, from 1.
  var number: Int
  var periods: [Period]
  var rows: [Row]

  /// Nil where neither the unit nor any below it reported.
  init?(_ target: Target, under unit: String, number: Int, _ model: SiteModel) {
    let assessor = model.assessor
    guard let top = model.directory.unit(unit) else { return nil }
    let periods = assessor.periods(of: target, unit: unit).suffix(Self.periodLimit)
    if periods.isEmpty { return nil }
    self.target = target
    self.number = number
    self.periods = Array(periods)
    let below = model.directory.children(
      of: unit, on: model.directory.day(of: unit, in: periods.last?.span))
    rows = ([top] + below).compactMap { one in
      let reported = Set(assessor.periods(of: target, unit: one.id))
      if reported.isEmpty { return nil }
      return Row(
        unit: one, isWhole: one.id == unit,
        cells: periods.map {
          reported.contains($0) ? assessor.assess(target, unit: one.id, period: $0) : nil
        })
    }
  }

  /// The one number that the plan asks of each figure.
  var goal: Double? {
    guard target.hasGoalLine else { return nil }
    let whole: Double? = target.comparator == .all && target.isPercent ? 100 : nil
    return target.value?.double ?? whole
  }

  /// Places of the periods that compare with the newest one.
  var comparablePlaces: [Int] {
    guard let last = periods.last else { return [] }
    return periods.indices.filter { periods[$0].isComparable(with: last) }
  }
}
