import CPangoCairo
import Drawing

/// Draws a neutral drawing on a Cairo context, in inks that also read on a grey printer.
struct DrawingPainter {
  let fonts: FontSet

  func paint(_ drawing: Drawing, x originX: Double, y originY: Double, on context: OpaquePointer) {
    for item in drawing.items {
      switch item {
      case .rectangle(let x, let y, let width, let height, let ink):
        unsafe source(ink, context)
        unsafe cairo_rectangle(context, originX + x, originY + y, width, height)
        unsafe cairo_fill(context)
      case .line(let x1, let y1, let x2, let y2, let ink, let width):
        unsafe source(ink, context)
        unsafe cairo_set_line_width(context, width)
        unsafe cairo_move_to(context, originX + x1, originY + y1)
        unsafe cairo_line_to(context, originX + x2, originY + y2)
        unsafe cairo_stroke(context)
      case .text(let text, let x, let y, let size, let anchor, let ink, let bold):
        unsafe source(ink, context)
        let layout = TextLayout(
          Markup.escaped(text), TextStyle(size: size, isBold: bold), width: nil, fonts: fonts)
        let shift: Double
        switch anchor {
        case .start: shift = 0
        case .middle: shift = layout.width / 2
        case .end: shift = layout.width
        }
        unsafe layout.draw(line: 0, x: originX + x - shift, y: originY + y, on: context)
      }
    }
  }

  private func source(_ ink: Drawing.Ink, _ context: OpaquePointer) {
    let (red, green, blue): (Double, Double, Double)
    switch ink {
    case .text: (red, green, blue) = (0, 0, 0)
    case .muted: (red, green, blue) = (0.35, 0.35, 0.35)
    case .line: (red, green, blue) = (0.9, 0.9, 0.9)
    case .good: (red, green, blue) = (0.16, 0.45, 0.32)
    case .fair: (red, green, blue) = (0.75, 0.55, 0.15)
    case .poor: (red, green, blue) = (0.7, 0.27, 0.18)
    case .unknown: (red, green, blue) = (0.55, 0.55, 0.55)
    case .accent: (red, green, blue) = (0.2, 0.35, 0.55)
    }
    unsafe cairo_set_source_rgb(context, red, green, blue)
  }
}
