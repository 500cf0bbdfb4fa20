/// A picture as values, described once and written as SVG or drawn to PDF.
///
/// Units are points (1/72 inch), origin at the top left. Every picture has words that say the same
/// (a title and a description) and the figures as a table, so that no writer can leave a reader
/// without them.
package struct Drawing: Sendable, Hashable {
  package enum Anchor: String, Sendable, Hashable {
    case start, middle, end
  }

  package enum Item: Sendable, Hashable {
    case rectangle(x: Double, y: Double, width: Double, height: Double, ink: Ink)
    case polygon([Point], ink: Ink)
    case line(x1: Double, y1: Double, x2: Double, y2: Double, ink: Ink, width: Double)
    case text(String, x: Double, y: Double, size: Double, anchor: Anchor, ink: Ink, bold: Bool)
  }

  package struct Point: Sendable, Hashable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  package var width: Double
  package var height: Double
  package var title: String
  package var description: String
  /// The figures that are drawn, row by row; the first is the head.
  package var data: [[String]]
  package var items: [Item]

  package init(
    width: Double, height: Double, title: String, description: String, data: [[String]] = [],
    items: [Item] = []
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
    self.data = data
    self.items = items
  }
}
