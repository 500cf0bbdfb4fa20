/// Values over terms or years, one line a series, with the line of the goal.
package struct LineChart: Sendable {
  package struct Series: Sendable {
    package var name: String
    /// One for each period; nil leaves a gap, for a line across it would invent a figure.
    package var values: [Double?]

    package init(name: String, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  package var title: String
  package var periods: [String]
  package var series: [Series]
  /// What is planned for each period.
  package var goal: Series?
  package var unit: String

  package init(
    title: String, periods: [String], series: [Series], goal: Series? = nil, unit: String = "%"
  ) {
    self.title = title
    self.periods = periods
    self.series = series
    self.goal = goal
    self.unit = unit
  }

  private static let inks: [Drawing.Ink] = [.accent, .poor, .good, .fair]
  private static let plotHeight = 170.0

  /// Where the lines are drawn, and how periods and values lie there.
  private struct Plot {
    var left: Double
    var top: Double
    var width: Double
    var axis: ValueAxis
    var count: Int

    var slot: Double { width / Double(max(count, 1)) }
    var bottom: Double { top + LineChart.plotHeight }

    func x(_ period: Int) -> Double { left + slot * (Double(period) + 0.5) }
    func y(_ value: Double) -> Double { bottom - LineChart.plotHeight * axis.share(of: value) }
  }

  package func drawing(width: Double = 440) -> Drawing {
    let all = (series.flatMap(\.values) + (goal?.values ?? [])).compactMap(\.self)
    let axis = ValueAxis(all, atLeast: nil, startsAtZero: false)
    let measure = TextWidth(size: Drawing.textSize)
    let ticks = axis.ticks.map { ValueAxis.text($0, unit: unit == "%" ? unit : "") }
    let left = (ticks.map { measure.of($0) }.max() ?? 0) + 6
    let plot = Plot(
      left: left, top: unit == "%" || unit.isEmpty ? 16 : 30, width: max(width - left, 20),
      axis: axis, count: periods.count)
    var drawing = Drawing(
      width: width, height: 0, title: title, description: description, data: data)
    if plot.top > 16 { drawing.write(unit, 0, 11, ink: .muted) }
    for (tick, text) in zip(axis.ticks, ticks) {
      let y = plot.y(tick)
      let isFoot = tick == axis.low
      drawing.rule(.init(left, y), .init(width, y), ink: isFoot ? .muted : .line)
      drawing.write(text, left - 4, y + 4.5, anchor: .end, ink: .muted)
    }
    drawGoal(on: &drawing, plot)
    for (index, one) in series.enumerated() { draw(one, index, on: &drawing, plot) }
    drawLabels(on: &drawing, plot)
    let below = drawPeriods(on: &drawing, plot)
    drawing.height = legend.draw(on: &drawing, left: left, top: below + 4) + 2
    return drawing
  }

  // MARK: Lines

  /// A step for each period, since a goal holds all through it.
  private func drawGoal(on drawing: inout Drawing, _ plot: Plot) {
    guard let goal else { return }
    for (period, value) in goal.values.prefix(plot.count).enumerated() {
      guard let value, value.isFinite else { continue }
      let middle = plot.x(period)
      drawing.dashes(
        .init(middle - plot.slot / 2, plot.y(value)), .init(middle + plot.slot / 2, plot.y(value)),
        ink: .text, width: 1.2)
    }
  }

  private func draw(_ series: Series, _ index: Int, on drawing: inout Drawing, _ plot: Plot) {
    let ink = Self.inks[index % Self.inks.count]
    let points = points(of: series, plot)
    for (a, b) in zip(points, points.dropFirst()) {
      if let a, let b { drawing.rule(a, b, ink: ink, width: 1.5) }
    }
    for case let point? in points { drawing.mark(Self.mark(index), at: point, ink: ink) }
  }

  private func points(of series: Series, _ plot: Plot) -> [Drawing.Point?] {
    series.values.prefix(plot.count).enumerated().map { period, value in
      guard let value, value.isFinite else { return nil }
      return Drawing.Point(plot.x(period), plot.y(value))
    }
  }

  private static func mark(_ index: Int) -> Drawing.Mark {
    Drawing.Mark.allCases[index % Drawing.Mark.allCases.count]
  }

  // MARK: Words at their places

  /// Each value above its point, or below where that place is taken; left out where both are, for
  /// it stands in the table of the figures anyway.
  private func drawLabels(on drawing: inout Drawing, _ plot: Plot) {
    let measure = TextWidth(size: Drawing.textSize)
    var taken = series.flatMap { points(of: $0, plot) }.compactMap(\.self).map {
      Box(x: $0.x - 4, y: $0.y - 4, width: 8, height: 8)
    }
    for one in series {
      for (point, value) in zip(points(of: one, plot), one.values) {
        guard let point, let value else { continue }
        let text = ValueAxis.text(value, unit: unit == "%" ? unit : "")
        let width = measure.of(text) + 2
        let x = min(max(point.x - width / 2, plot.left), drawing.width - width)
        let places = [point.y - Drawing.lineHeight - 5, point.y + 5].map {
          Box(x: x, y: $0, width: width, height: Drawing.lineHeight)
        }
        guard
          let box = places.first(where: { place in
            place.y >= 0 && place.y + place.height <= plot.bottom
              && !taken.contains { $0.meets(place) }
          })
        else { continue }
        taken.append(box)
        drawing.items.append(
          .rectangle(x: box.x, y: box.y, width: box.width, height: box.height, ink: .paper))
        drawing.write(text, box.x + width / 2, box.y + 11.5, anchor: .middle)
      }
    }
  }

  private struct Box {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    func meets(_ other: Box) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }
  }

  /// The names of the periods below the plot; every second or third one where they are many.
  private func drawPeriods(on drawing: inout Drawing, _ plot: Plot) -> Double {
    let measure = TextWidth(size: Drawing.textSize)
    let longestWord =
      periods.flatMap { $0.split { $0.isWhitespace } }
      .map { measure.of(String($0)) }.max() ?? 0
    let step = max(1, Int(((longestWord + 4) / max(plot.slot, 1)).rounded(.up)))
    var lines = 1
    for (period, name) in periods.enumerated() where period % step == 0 {
      let parts = measure.lines(name, width: plot.slot * Double(step) - 4, limit: 3)
      for (index, part) in parts.enumerated() {
        drawing.write(
          part, plot.x(period), plot.bottom + 14 + Double(index) * Drawing.lineHeight,
          anchor: .middle)
      }
      lines = max(lines, parts.count)
    }
    return plot.bottom + 6 + Double(lines) * Drawing.lineHeight
  }

  private var legend: Legend {
    var legend = Legend()
    for (index, one) in series.enumerated() {
      legend.entries.append(
        (.line(Self.inks[index % Self.inks.count], Self.mark(index)), one.name))
    }
    if let goal { legend.entries.append((.dashes, goal.name)) }
    return legend
  }

  // MARK: Words

  private var description: String {
    (series + (goal.map { [$0] } ?? [])).map { one in
      let words = zip(periods, one.values).map { period, value in
        "\(period) \(value.map { ValueAxis.text($0, unit: unit) } ?? "chưa có số liệu")"
      }
      return "\(one.name): \(words.joined(separator: "; "))"
    }.joined(separator: ". ")
  }

  private var data: [[String]] {
    let columns = series + (goal.map { [$0] } ?? [])
    return [["Kỳ"] + columns.map(\.name)]
      + periods.enumerated().map { index, period in
        [period]
          + columns.map { column in
            guard column.values.indices.contains(index), let value = column.values[index] else {
              return ""
            }
            return ValueAxis.text(value, unit: unit)
          }
      }
  }
}
