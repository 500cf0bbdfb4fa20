import Drawing

/// A page as a list of marks; laid out first, drawn when all are.
struct Page {
  enum Mark {
    case line(TextLayout, Int, x: Double, baseline: Double)
    case rule(x1: Double, y1: Double, x2: Double, y2: Double, width: Double)
    /// A red box around the urgency.
    case box(x: Double, y: Double, width: Double, height: Double)
    case drawing(Drawing, x: Double, y: Double)
    /// An image of the document by its number.
    case image(Int, x: Double, y: Double, width: Double, height: Double)
  }

  /// A mark and the element of the structure tree that it belongs to; nil says nothing to a reader.
  struct Placed {
    var mark: Mark
    var owner: Int?
  }

  var width: Double
  var height: Double
  var marks: [Placed] = []
  /// Where blocks begin below a distance that may be widened.
  var gaps: [Double] = []

  /// How far down what stands at a height moves when every such distance grows by `extra`.
  func shift(of y: Double, by extra: Double) -> Double { Self.shift(of: y, gaps, by: extra) }

  private static func shift(of y: Double, _ gaps: [Double], by extra: Double) -> Double {
    Double(gaps.prefix { $0 <= y + 0.01 }.count) * extra
  }

  /// Widens the distances between the blocks.
  mutating func stretch(by extra: Double) {
    for i in marks.indices {
      marks[i].mark.move { [gaps] in Self.shift(of: $0, gaps, by: extra) }
    }
  }
}

extension Page.Mark {
  /// Moves the mark down, by what is said for its height on the page.
  fileprivate mutating func move(by shift: (Double) -> Double) {
    switch self {
    case .line(let text, let line, let x, let baseline):
      self = .line(text, line, x: x, baseline: baseline + shift(baseline))
    case .rule(let x1, let y1, let x2, let y2, let width):
      // One that stands upright moves in one piece.
      let way = shift(y1)
      self = .rule(x1: x1, y1: y1 + way, x2: x2, y2: y2 + way, width: width)
    case .box(let x, let y, let width, let height):
      self = .box(x: x, y: y + shift(y), width: width, height: height)
    case .drawing(let drawing, let x, let y):
      self = .drawing(drawing, x: x, y: y + shift(y))
    case .image(let number, let x, let y, let width, let height):
      self = .image(number, x: x, y: y + shift(y), width: width, height: height)
    }
  }
}

/// Millimetres to points.
func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
