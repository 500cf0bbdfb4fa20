/// Stretches of time one below the other on a common scale, with days marked on them.
package struct TimeLine: Sendable {
  /// Days are counted from any fixed day; only their distances matter.
  package struct Stretch: Sendable {
    package var name: String
    package var from: Int
    package var to: Int
    /// Told in words beside the name, such as its dates.
    package var time: String

    package init(name: String, from: Int, to: Int, time: String) {
      self.name = name
      self.from = from
      self.to = to
      self.time = time
    }
  }

  package struct Moment: Sendable {
    package var name: String
    package var day: Int
    package var time: String
    /// A review of the plan, or else something that is held.
    package var isReview: Bool

    package init(name: String, day: Int, time: String, isReview: Bool) {
      self.name = name
      self.day = day
      self.time = time
      self.isReview = isReview
    }
  }

  package var title: String
  package var stretches: [Stretch]
  package var moments: [Moment]
  /// Named days below the scale, such as the first of each year.
  package var ticks: [(day: Int, name: String)]
  /// The day of the page, where it lies within.
  package var today: Int?

  package init(
    title: String, stretches: [Stretch], moments: [Moment], ticks: [(day: Int, name: String)],
    today: Int?
  ) {
    self.title = title
    self.stretches = stretches
    self.moments = moments
    self.ticks = ticks
    self.today = today
  }

  private static let width = 360.0
  private static let margin = 8.0

  private var first: Int { (stretches.map(\.from) + moments.map(\.day)).min() ?? 0 }
  private var last: Int { (stretches.map(\.to) + moments.map(\.day)).max() ?? 0 }

  private func x(_ day: Int) -> Double {
    let span = max(last - first, 1)
    let share = Double(min(max(day, first), last) - first) / Double(span)
    return Self.margin + share * (Self.width - 2 * Self.margin)
  }

  package func drawing() -> Drawing {
    var drawing = Drawing(
      width: Self.width, height: 0, title: title, description: description, data: data)
    var y = 0.0
    for stretch in stretches {
      y = name(stretch.name, on: &drawing, below: y)
      let left = x(stretch.from)
      drawing.items.append(
        .rectangle(
          x: left, y: y + 5, width: max(x(stretch.to) - left, 3), height: 10, ink: .accent))
      y += 22
    }
    for moment in moments {
      y = name("\(moment.name): \(moment.time)", on: &drawing, below: y)
      drawing.rule(
        .init(Self.margin, y + 9), .init(Self.width - Self.margin, y + 9), ink: .line, width: 1)
      drawing.mark(
        moment.isReview ? .diamond : .circle, at: .init(x(moment.day), y + 9),
        ink: moment.isReview ? .good : .text)
      y += 18
    }
    drawScale(on: &drawing, top: y + 4)
    drawing.height = y + 26 + (isTodayShown ? 18 : 0)
    return drawing
  }

  private var isTodayShown: Bool { today.map { first <= $0 && $0 <= last } ?? false }

  /// The words above a row, in as many lines as they take.
  private func name(_ text: String, on drawing: inout Drawing, below y: Double) -> Double {
    let lines = TextWidth(size: Drawing.textSize)
      .lines(text, width: (Self.width - 2 * Self.margin) * 0.88, limit: 3)
    for (index, line) in lines.enumerated() {
      drawing.write(line, Self.margin, y + 13 + Double(index) * Drawing.lineHeight)
    }
    return y + Double(lines.count) * Drawing.lineHeight
  }

  private func drawScale(on drawing: inout Drawing, top: Double) {
    drawing.rule(
      .init(Self.margin, top), .init(Self.width - Self.margin, top), ink: .muted, width: 1)
    var free = -Double.infinity
    let measure = TextWidth(size: Drawing.textSize)
    for tick in ticks where first <= tick.day && tick.day <= last {
      let place = x(tick.day)
      drawing.rule(.init(place, top), .init(place, top + 4), ink: .muted, width: 1)
      let half = measure.of(tick.name) * 0.56
      let middle = min(max(place, half), Self.width - half)
      guard middle - half > free else { continue }
      drawing.write(tick.name, middle, top + 17, anchor: .middle, ink: .muted)
      free = middle + half + 4
    }
    guard isTodayShown, let today else { return }
    let place = x(today)
    // Below the words that it crosses.
    var line = Drawing(width: 0, height: 0, title: "", description: "")
    line.dashes(.init(place, 0), .init(place, top), ink: .muted, width: 0.8)
    drawing.items.insert(contentsOf: line.items, at: 0)
    let anchor: Drawing.Anchor = place < 60 ? .start : place > Self.width - 60 ? .end : .middle
    drawing.write("hôm nay", place, top + 34, anchor: anchor, bold: true)
  }

  private var description: String {
    (stretches.map { "\($0.name): \($0.time)" } + moments.map { "\($0.name): \($0.time)" })
      .joined(separator: "; ")
  }

  private var data: [[String]] {
    [["Mốc", "Thời gian"]] + stretches.map { [$0.name, $0.time] }
      + moments.map { [$0.name, $0.time] }
  }
}
