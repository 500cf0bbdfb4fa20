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
}

/// Millimetres to points.
func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
