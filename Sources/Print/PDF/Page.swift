import Drawing

/// A page as a list of marks; laid out first, drawn when the number of pages is known.
struct Page {
  enum Mark {
    case line(TextLayout, Int, x: Double, baseline: Double)
    case rule(x1: Double, y1: Double, x2: Double, y2: Double, width: Double)
    case drawing(Drawing, x: Double, y: Double)
  }

  var width: Double
  var height: Double
  var marks: [Mark] = []
}

/// An entry of the reader's outline panel.
struct OutlineEntry {
  var title: String
  var level: Int
  var page: Int
  var y: Double
}

/// Millimetres to points.
func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
