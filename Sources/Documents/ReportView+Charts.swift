import Campaigns
import Drawing
import Templating
import Vietnamese

/// The lines of charts; each figure in them is a link to its source, as it is in the text.
///
/// A chart is drawn only where it says something that a sentence would not.
extension ReportView {
  static let charts: [ReportName] = [
    ReportName("chart", .safe("các dòng của khối `bieu-do`: tỷ lệ thực hiện từng chỉ tiêu")) {
      .html($0.chart)
    },
    ReportName(
      "progress_chart", .safe("các dòng của khối `bieu-do-duong`: chỉ tiêu thay đổi qua các kỳ")
    ) { .html($0.progressChart) },
  ]

  /// Of the units side by side.
  static let unitCharts: [ReportName] = [
    ReportName("unit_chart", .safe("các dòng của khối `bieu-do-nhom`: chỉ tiêu theo đơn vị")) {
      .html($0.unitChart)
    }
  ]

  // MARK: Targets

  /// The percentages that have a figure, in the plan's order.
  private var chart: String {
    let bars = assessments.filter { $0.target.isPercent && $0.figure?.value != nil }.prefix(10)
    guard bars.count >= 2 else { return "" }
    return bars.map { assessment in
      let value = assessment.figure?.value.map(Self.decimal) ?? ""
      return [
        Self.label(assessment.target.name), self.value(of: assessment), value, goal(of: assessment),
        ink(assessment.state).rawValue,
      ].joined(separator: " | ")
    }.joined(separator: "\n")
  }

  // MARK: Units

  /// Bars that one chart has room for.
  private static let barsInChart = 24

  /// Targets that at least three units reported, those that units differ in most first.
  private var unitChart: String {
    let units = parts
    guard units.count >= 3, units.count <= Self.barsInChart else { return "" }
    let told = assessments.filter { $0.target.isPercent }.compactMap { whole -> UnitTargets? in
      let target = whole.target
      guard units.allSatisfy({ assessor.concerns(target, unit: $0) }) else { return nil }
      let own = units.map { assessor.assess(target, unit: $0.id, period: key.period) }
      let values = own.filter(Self.isRate).compactMap { $0.figure?.value?.double }
      guard values.count >= 3, let least = values.min(), let most = values.max(), least < most
      else { return nil }
      return UnitTargets(whole: whole, own: own, spread: most - least)
    }
    let room = min(3, Self.barsInChart / units.count)
    let chosen = Self.widest(told, room) { $0.spread }
    guard !chosen.isEmpty else { return "" }
    var rows = [["Đơn vị"] + chosen.map { Self.label($0.whole.target.name) }]
    rows.append(["Kế hoạch"] + chosen.map { goal(of: $0.whole) })
    for (i, unit) in units.enumerated() {
      rows.append([Self.label(unit.shortName ?? unit.name)] + chosen.map { point($0.own[i]) })
    }
    return Self.lines(rows)
  }

  private struct UnitTargets {
    var whole: Assessment
    var own: [Assessment]
    var spread: Double
  }

  // MARK: Periods

  /// Targets that moved over two or more periods of one kind up to that of the report, those that
  /// moved farthest first; a single one is shown with its goal.
  private var progressChart: String {
    let periods = assessor.periods(of: campaign, unit: unit.id)
      .filter { $0 <= key.period && $0.isComparable(with: key.period) }.suffix(8)
    guard periods.count >= 2, key.cluster == nil else { return "" }
    let told = assessments.filter { $0.target.isPercent }.compactMap { now -> History? in
      let all = periods.map { assessor.assess(now.target, unit: unit.id, period: $0) }
      let values = all.filter(Self.isRate).compactMap { $0.figure?.value?.double }
      guard let first = values.first, let last = values.last, values.count >= 2, first != last
      else { return nil }
      return History(now: now, all: all, change: abs(last - first))
    }
    let chosen = Self.widest(told, 3) { $0.change }
    guard let first = chosen.first else { return "" }
    let single = chosen.count == 1 ? goal(of: first.now) : ""
    var rows = [["Kỳ"] + chosen.map { Self.label($0.now.target.name) }]
    if !single.isEmpty { rows[0].append("Kế hoạch") }
    for (i, period) in periods.enumerated()
    where chosen.contains(where: { $0.all[i].figure?.value != nil }) {
      rows.append([period.shortName] + chosen.map { point($0.all[i]) })
      if !single.isEmpty { rows[rows.count - 1].append(single) }
    }
    return Self.lines(rows)
  }

  private struct History {
    var now: Assessment
    var all: [Assessment]
    var change: Double
  }

  /// Whether more than one was counted: of a single school, 0% and 100% mean no and yes.
  private static func isRate(_ assessment: Assessment) -> Bool {
    assessment.figure?.denominator.map { $0.double > 1 } ?? true
  }

  // MARK: Words

  /// The few with the most to show, in the order of the plan.
  private static func widest<Item>(_ items: [Item], _ count: Int, by width: (Item) -> Double)
    -> [Item]
  {
    items.indices.sorted {
      width(items[$0]) == width(items[$1]) ? $0 < $1 : width(items[$0]) > width(items[$1])
    }.prefix(count).sorted().map { items[$0] }
  }

  private static func lines(_ rows: [[String]]) -> String {
    rows.map { $0.joined(separator: " | ") }.joined(separator: "\n")
  }

  /// A figure, or an empty place where there is none.
  private func point(_ assessment: Assessment) -> String {
    assessment.figure?.value == nil ? "" : value(of: assessment)
  }

  /// What the plan demands, where it is one number.
  private func goal(of assessment: Assessment) -> String {
    let target = assessment.target
    return target.value.map {
      ledger.traced(
        $0.text,
        SourceLedger.Origin("Yêu cầu của kế hoạch: \(target.name)", cells: [target.location]))
    } ?? ""
  }

  private static func label(_ text: String) -> String {
    text.filter { $0 != "|" && !$0.isNewline && $0 != "`" && $0 != "[" }
  }

  private static func decimal(_ number: VNNumber) -> String {
    String(number.text.filter { $0 != "." }.map { $0 == "," ? "." : $0 })
  }

  private func ink(_ state: TargetState) -> Drawing.Ink {
    switch state {
    case .exceeded, .met: .good
    case .missed: .poor
    case .incomplete, .unknown, .unquantified: .unknown
    }
  }
}
