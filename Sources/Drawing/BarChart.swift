/// Horizontal bars, each with the mark of its goal: achieved against planned.
///
/// A group holds one bar, or one of each series (a unit with its targets).
package struct BarChart: Sendable {
  package struct Bar: Sendable {
    /// What is measured: beside the bar, or in the legend where a group has several.
    package var label: String
    /// Nil draws no bar, only the text that says so.
    package var value: Double?
    package var valueText: String
    package var goal: Double?
    package var ink: Drawing.Ink

    package init(
      label: String, value: Double?, valueText: String, goal: Double?, ink: Drawing.Ink
    ) {
      self.label = label
      self.value = value
      self.valueText = valueText
      self.goal = goal
      self.ink = ink
    }

    fileprivate func words(unit: String, withVerdict: Bool) -> String {
      let goal = goal.map { ", kế hoạch \(ValueAxis.text($0, unit: unit))" } ?? ""
      let verdict = withVerdict ? ink.verdict.map { ", \($0.lowercased())" } : nil
      return valueText + goal + (verdict ?? "")
    }
  }

  package struct Group: Sendable {
    package var label: String
    package var bars: [Bar]

    package init(label: String, bars: [Bar]) {
      self.label = label
      self.bars = bars
    }
  }

  package var title: String
  package var groups: [Group]
  package var unit: String
  /// The scale reaches at least so far; farther where a value or a goal does.
  package var scaleMaximum: Double

  /// The inks of series, the first series first; their stripes differ too.
  package static let seriesInks: [Drawing.Ink] = [.accent, .fair, .unknown, .poor]

  package init(title: String, groups: [Group], unit: String = "%", scaleMaximum: Double = 100) {
    self.title = title
    self.groups = groups
    self.unit = unit
    self.scaleMaximum = scaleMaximum
  }

  /// One bar a group.
  package init(title: String, bars: [Bar], unit: String = "%", scaleMaximum: Double = 100) {
    self.init(
      title: title, groups: bars.map { Group(label: $0.label, bars: [$0]) }, unit: unit,
      scaleMaximum: scaleMaximum)
  }

  private var isGrouped: Bool { groups.contains { $0.bars.count > 1 } }

  // MARK: Layout

  private static let barHeight = 14.0

  /// Lays the chart out in a width given in points; its height follows from the bars.
  package func drawing(width: Double = 440) -> Drawing {
    let bars = groups.flatMap(\.bars)
    let axis = ValueAxis(
      bars.flatMap { [$0.value, $0.goal] }.compactMap(\.self), atLeast: scaleMaximum,
      startsAtZero: true)
    let values = TextWidth(size: Drawing.textSize, isBold: true)
    let valueWidth = min(bars.map { values.of($0.valueText) }.max() ?? 0, width * 0.25) + 8
    let labels = TextWidth(size: Drawing.textSize)
    let labelWidth = min(groups.map { labels.of($0.label) }.max() ?? 0, width * 0.4) + 2
    let track = (left: labelWidth + 8, width: max(width - labelWidth - 8 - valueWidth, 20))

    var drawing = Drawing(
      width: width, height: 0, title: title, description: description, data: data)
    let grid = drawing.items.count
    var y = 4.0
    for group in groups {
      let lines = labels.lines(group.label, width: labelWidth, limit: 3)
      let barsHeight = Double(group.bars.count) * (Self.barHeight + 3) - 3
      let height = max(barsHeight, Double(lines.count) * Drawing.lineHeight)
      let textTop = y + (height - Double(lines.count) * Drawing.lineHeight) / 2
      for (index, line) in lines.enumerated() {
        drawing.write(line, 0, textTop + Double(index) * Drawing.lineHeight + 11.5)
      }
      for (index, bar) in group.bars.enumerated() {
        let top = y + (height - barsHeight) / 2 + Double(index) * (Self.barHeight + 3)
        draw(bar, on: &drawing, track: track, top: top, axis: axis)
        let room = valueWidth - 6
        drawing.write(
          values.lines(bar.valueText, width: room, limit: 1).first ?? "",
          track.left + track.width + 6, top + 11.5, ink: bar.value == nil ? .muted : .text,
          bold: bar.value != nil)
      }
      y += height + 9
    }
    drawing.items.insert(contentsOf: scale(axis, track: track, bottom: y), at: grid)
    drawing.height = legend.draw(on: &drawing, left: 0, top: y + 20) + 2
    return drawing
  }

  private func draw(
    _ bar: Bar, on drawing: inout Drawing, track: (left: Double, width: Double), top: Double,
    axis: ValueAxis
  ) {
    if let value = bar.value, value.isFinite {
      drawing.bar(
        x: track.left, y: top, width: track.width * axis.share(of: value),
        height: Self.barHeight, ink: bar.ink, hatch: bar.ink.hatch)
    }
    if let goal = bar.goal, goal.isFinite {
      let x = track.left + track.width * axis.share(of: goal)
      // White beside the mark keeps it visible on a dark bar.
      drawing.rule(.init(x, top - 1), .init(x, top + Self.barHeight + 1), ink: .paper, width: 3.5)
      drawing.rule(.init(x, top - 2), .init(x, top + Self.barHeight + 2), ink: .text, width: 1.5)
    }
  }

  /// The scale below the bars and its lines behind them.
  private func scale(
    _ axis: ValueAxis, track: (left: Double, width: Double), bottom: Double
  ) -> [Drawing.Item] {
    var drawing = Drawing(width: 0, height: 0, title: "", description: "")
    let last = axis.ticks.count - 1
    let texts = axis.ticks.enumerated().map { ValueAxis.text($1, unit: $0 == last ? unit : "") }
    let measure = TextWidth(size: Drawing.textSize)
    let widest = texts.map { measure.of($0) }.max() ?? 0
    // Every second or third one where they are many or long.
    let step = max(1, Int(((widest + 4) * Double(last) / track.width).rounded(.up)))
    for (index, tick) in axis.ticks.enumerated() {
      let x = track.left + track.width * axis.share(of: tick)
      drawing.rule(.init(x, 0), .init(x, bottom), ink: index == 0 ? .muted : .line)
      guard (last - index) % step == 0 else { continue }
      drawing.write(texts[index], x, bottom + 12, anchor: .middle, ink: .muted)
    }
    return drawing.items
  }

  private var legend: Legend {
    var legend = Legend()
    let bars = groups.flatMap(\.bars)
    if isGrouped {
      for bar in groups.max(by: { $0.bars.count < $1.bars.count })?.bars ?? [] {
        legend.entries.append((.bar(bar.ink, bar.ink.hatch), bar.label))
      }
    } else {
      for ink in [Drawing.Ink.good, .fair, .poor, .unknown] {
        guard let verdict = ink.verdict, bars.contains(where: { $0.ink == ink && $0.value != nil })
        else { continue }
        legend.entries.append((.bar(ink, ink.hatch), verdict))
      }
    }
    if bars.contains(where: { $0.goal != nil }) { legend.entries.append((.goal, "Kế hoạch")) }
    return legend
  }

  // MARK: Words

  private var description: String {
    groups.map { group in
      let words = group.bars.map { bar in
        isGrouped
          ? "\(bar.label) \(bar.words(unit: unit, withVerdict: false))"
          : bar.words(unit: unit, withVerdict: true)
      }
      return "\(group.label): \(words.joined(separator: "; "))"
    }.joined(separator: isGrouped ? ". " : "; ")
  }

  private var data: [[String]] {
    let hasGoals = groups.contains { $0.bars.contains { $0.goal != nil } }
    var rows = [["", isGrouped ? "Nội dung" : nil, "Thực hiện", hasGoals ? "Kế hoạch" : nil]]
    for group in groups {
      for bar in group.bars {
        let goal = bar.goal.map { ValueAxis.text($0, unit: unit) } ?? ""
        rows.append([
          group.label, isGrouped ? bar.label : nil, bar.valueText, hasGoals ? goal : nil,
        ])
      }
    }
    return rows.map { $0.compactMap(\.self) }
  }
}

extension Drawing.Ink {
  /// What a bar of this ink says of its value.
  fileprivate var verdict: String? {
    switch self {
    case .good: "Đạt"
    case .fair: "Gần đạt"
    case .poor: "Chưa đạt"
    case .unknown: "Chưa đánh giá"
    default: nil
    }
  }
}
