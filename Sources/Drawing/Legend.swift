/// What the inks and signs of a chart mean, in a row below it.
struct Legend {
  enum Sample: Hashable {
    case bar(Drawing.Ink, Drawing.Hatch)
    /// The mark of the goal beside bars.
    case goal
    case line(Drawing.Ink, Drawing.Mark)
    case dashes
  }

  var entries: [(sample: Sample, text: String)] = []
  private static let sampleWidth = 18.0
  private static let lineHeight = 18.0

  /// Draws the entries from `top` on, in as many rows as they take.
  ///
  /// - Returns: where the next thing may begin.
  func draw(on drawing: inout Drawing, left: Double, top: Double) -> Double {
    guard !entries.isEmpty else { return top }
    let measure = TextWidth(size: Drawing.textSize)
    var x = left
    var y = top
    for entry in entries {
      let width = Self.sampleWidth + 4 + measure.of(entry.text) + 14
      if x > left, x + width - 14 > drawing.width {
        x = left
        y += Self.lineHeight
      }
      draw(entry.sample, on: &drawing, x: x, y: y)
      drawing.write(entry.text, x + Self.sampleWidth + 4, y + 10.5)
      x += width
    }
    return y + Self.lineHeight
  }

  private func draw(_ sample: Sample, on drawing: inout Drawing, x: Double, y: Double) {
    let middle = Drawing.Point(x + Self.sampleWidth / 2, y + 6)
    let ends = (Drawing.Point(x, y + 6), Drawing.Point(x + Self.sampleWidth, y + 6))
    switch sample {
    case .bar(let ink, let hatch):
      drawing.bar(x: x, y: y + 1, width: Self.sampleWidth, height: 10, ink: ink, hatch: hatch)
    case .goal:
      drawing.rule(
        Drawing.Point(middle.x, y), Drawing.Point(middle.x, y + 12), ink: .text, width: 1.5)
    case .line(let ink, let mark):
      drawing.rule(ends.0, ends.1, ink: ink, width: 1.5)
      drawing.mark(mark, at: middle, ink: ink)
    case .dashes: drawing.dashes(ends.0, ends.1, ink: .text, width: 1.2)
    }
  }
}
