import Glibc

/// Shapes that charts are made of, all of them out of the few items that every writer knows.
extension Drawing {
  /// Size of all words, that of a report's tables: what is smaller tires older eyes.
  static let textSize = 13.0
  static let lineHeight = 15.0

  mutating func write(
    _ text: String, _ x: Double, _ y: Double, size: Double = textSize, anchor: Anchor = .start,
    ink: Ink = .text, bold: Bool = false
  ) {
    items.append(.text(text, x: x, y: y, size: size, anchor: anchor, ink: ink, bold: bold))
  }

  mutating func rule(_ from: Point, _ to: Point, ink: Ink, width: Double = 0.5) {
    items.append(.line(x1: from.x, y1: from.y, x2: to.x, y2: to.y, ink: ink, width: width))
  }

  /// A line of dashes, each drawn by itself.
  mutating func dashes(_ from: Point, _ to: Point, ink: Ink, width: Double) {
    let length = hypot(to.x - from.x, to.y - from.y)
    guard length > 0, length < 10_000 else { return }
    func point(_ at: Double) -> Point {
      Point(from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length)
    }
    for start in stride(from: 0, to: length, by: 6) {
      rule(point(start), point(min(start + 4, length)), ink: ink, width: width)
    }
  }

  /// A bar with its stripes.
  mutating func bar(
    x: Double, y: Double, width: Double, height: Double, ink: Ink, hatch: Hatch
  ) {
    guard width > 0 else { return }
    items.append(.rectangle(x: x, y: y, width: width, height: height, ink: ink))
    switch hatch {
    case .solid: break
    case .level:
      for line in stride(from: y + 3, to: y + height - 1, by: 4) {
        rule(Point(x, line), Point(x + width, line), ink: .paper, width: 1.2)
      }
    case .rising, .falling:
      for start in stride(from: x - height + 3, to: x + width, by: 6) {
        // From the foot to the top, cut off where the bar ends.
        let left = max(start, x)
        let right = min(start + height, x + width)
        guard right > left else { continue }
        let low = hatch == .rising ? y + height - (left - start) : y + (left - start)
        let high = hatch == .rising ? y + height - (right - start) : y + (right - start)
        rule(Point(left, low), Point(right, high), ink: .paper, width: 1.2)
      }
    }
  }

  /// The sign of a series at a point.
  mutating func mark(_ mark: Mark, at centre: Point, ink: Ink) {
    let corners: [Point] =
      switch mark {
      case .circle:
        (0..<16).map { step in
          let angle = Double(step) * .pi / 8
          return Point(centre.x + 3.2 * cos(angle), centre.y + 3.2 * sin(angle))
        }
      case .square:
        [(-2.9, -2.9), (2.9, -2.9), (2.9, 2.9), (-2.9, 2.9)].map {
          Point(centre.x + $0.0, centre.y + $0.1)
        }
      case .triangle:
        [(0, -3.9), (3.7, 2.9), (-3.7, 2.9)].map { Point(centre.x + $0.0, centre.y + $0.1) }
      case .diamond:
        [(0, -4.1), (4.1, 0), (0, 4.1), (-4.1, 0)].map { Point(centre.x + $0.0, centre.y + $0.1) }
      }
    items.append(.polygon(corners, ink: ink))
  }

  enum Mark: Int, CaseIterable {
    case circle, square, triangle, diamond
  }
}
