/// Horizontal bars, one a line, each with the mark of its goal: achieved against planned.
package struct BarChart: Sendable {
  package struct Bar: Sendable {
    package var label: String
    /// 0…`scaleMaximum`; nil draws an empty bar that says so.
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
  }

  package var title: String
  package var bars: [Bar]
  package var scaleMaximum: Double

  package init(title: String, bars: [Bar], scaleMaximum: Double = 100) {
    self.title = title
    self.bars = bars
    self.scaleMaximum = scaleMaximum
  }

  /// Lays the chart out in a width given in points; its height follows from the bars.
  package func drawing(width: Double = 440) -> Drawing {
    let labelWidth = width * 0.44
    let valueWidth = 56.0
    let track = max(width - labelWidth - valueWidth - 8, 20)
    let step = 24.0
    var items: [Drawing.Item] = []
    for (i, bar) in bars.enumerated() {
      let y = Double(i) * step + 6
      items.append(
        .text(
          shortened(bar.label, to: Int(labelWidth / 5.2)), x: 0, y: y + 11, size: 10,
          anchor: .start, ink: .text, bold: false))
      items.append(
        .rectangle(x: labelWidth, y: y, width: track, height: 14, ink: .line))
      if let value = bar.value, value.isFinite, scaleMaximum > 0 {
        let share = min(max(value / scaleMaximum, 0), 1)
        items.append(
          .rectangle(x: labelWidth, y: y, width: track * share, height: 14, ink: bar.ink))
      }
      if let goal = bar.goal, goal.isFinite, scaleMaximum > 0 {
        let x = labelWidth + track * min(max(goal / scaleMaximum, 0), 1)
        items.append(.line(x1: x, y1: y - 2, x2: x, y2: y + 16, ink: .text, width: 1.5))
      }
      items.append(
        .text(
          bar.valueText, x: labelWidth + track + 6, y: y + 11, size: 10, anchor: .start,
          ink: .text, bold: true))
    }
    let words = bars.map { "\($0.label): \($0.valueText)" }.joined(separator: "; ")
    return Drawing(
      width: width, height: Double(bars.count) * step + 8, title: title, description: words,
      items: items)
  }

  private func shortened(_ text: String, to count: Int) -> String {
    text.count <= count ? text : String(text.prefix(max(count - 1, 1))) + "…"
  }
}
