/// A picture as values, described once and written as SVG or drawn to PDF.
///
/// Units are points (1/72 inch), origin at the top left. Every picture has words that say the same
/// (a title and a description), so that no writer can leave a reader without them.
package struct Drawing: Sendable, Hashable {
  package enum Anchor: String, Sendable, Hashable {
    case start, middle, end
  }

  /// Role of a colour; the writer knows the theme, the picture does not.
  package enum Ink: String, Sendable, Hashable {
    case text, muted, line, good, fair, poor, unknown, accent
  }

  package enum Item: Sendable, Hashable {
    case rectangle(x: Double, y: Double, width: Double, height: Double, ink: Ink)
    case line(x1: Double, y1: Double, x2: Double, y2: Double, ink: Ink, width: Double)
    case text(String, x: Double, y: Double, size: Double, anchor: Anchor, ink: Ink, bold: Bool)
  }

  package var width: Double
  package var height: Double
  package var title: String
  package var description: String
  package var items: [Item]

  package init(
    width: Double, height: Double, title: String, description: String, items: [Item] = []
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
    self.items = items
  }
}
