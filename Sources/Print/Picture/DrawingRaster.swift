import CPangoCairo
import CPangoShim
package import Drawing
import Images
import PDF

/// Draws a drawing as PNG, for formats that take no vectors.
package struct DrawingRaster {
  let fonts: FontSet
  /// Pixels for each point: 2 make 144 to the inch; the edges of letters are soft greys.
  private let scale = 2.0

  package init(fonts: FontSet) { self.fonts = fonts }

  /// - Throws: `PrintError` if Cairo is out of memory or the drawing is too large.
  package func png(_ drawing: Drawing) throws(PrintError) -> [UInt8] {
    let failure = PrintError(message: "Không vẽ được hình “\(drawing.title)”.")
    let width = drawing.width * scale
    let height = drawing.height * scale
    guard width >= 1, height >= 1, width < 10_000, height < 10_000,
      let surface = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_RGB16_565, CInt(width.rounded(.up)), CInt(height.rounded(.up)))
    else { throw failure }
    defer { unsafe cairo_surface_destroy(surface) }
    guard let context = unsafe cairo_create(surface) else { throw failure }
    unsafe cairo_set_source_rgb(context, 1, 1, 1)
    unsafe cairo_paint(context)
    unsafe cairo_scale(context, scale, scale)
    for (i, item) in drawing.items.enumerated() {
      unsafe paint(item, before: i + 1 < drawing.items.count ? drawing.items[i + 1] : nil, context)
    }
    unsafe cairo_destroy(context)
    unsafe cairo_surface_flush(surface)
    guard let data = unsafe cairo_image_surface_get_data(surface) else { throw failure }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface)) / 2
    let rows = Int(unsafe cairo_image_surface_get_height(surface))
    let picture = unsafe data.withMemoryRebound(to: UInt16.self, capacity: stride * rows) {
      unsafe IndexedBitmap(
        width: Int(cairo_image_surface_get_width(surface)), height: rows, stride: stride,
        pixels: UnsafeBufferPointer(start: $0, count: stride * rows))
    }
    do throws(ImageError) {
      guard let picture else { throw .broken }
      return try picture.png()
    } catch { throw failure }
  }

  private func paint(
    _ item: Drawing.Item, before next: Drawing.Item?, _ context: OpaquePointer
  ) {
    switch item {
    case .rectangle(let x, let y, let width, let height, let ink):
      unsafe source(ink, context)
      unsafe fill(x, y, x + width, y + height, context)
    case .polygon(let points, let ink):
      unsafe source(ink, context)
      for point in points { unsafe cairo_line_to(context, point.x, point.y) }
      unsafe cairo_fill(context)
    case .line(let x1, let y1, let x2, let y2, let ink, let width):
      unsafe source(ink, context)
      guard let look = Slant(item) else {
        let (across, along) = x1 == x2 ? (width / 2, 0) : (0, width / 2)
        return unsafe fill(
          min(x1, x2) - across, min(y1, y2) - along, max(x1, x2) + across, max(y1, y2) + along,
          context)
      }
      unsafe cairo_move_to(context, x1, y1)
      unsafe cairo_line_to(context, x2, y2)
      // Stripes are one path, which is drawn at once.
      if let next, Slant(next) == look { return }
      unsafe cairo_set_line_width(context, width)
      unsafe cairo_stroke(context)
    case .text(let text, let x, let y, let size, let anchor, let ink, let bold):
      unsafe source(ink, context)
      let layout = TextLayout(
        text, TextStyle(size: size, isBold: bold), width: nil, fonts: fonts)
      guard let line = unsafe layout.layoutLine(0) else { return }
      unsafe cairo_move_to(context, x - layout.shift(for: anchor), y)
      unsafe pango_cairo_show_layout_line(context, line)
    }
  }

  /// The look of a line that follows no edge of pixels.
  private struct Slant: Equatable {
    var ink: Drawing.Ink
    var width: Double

    init?(_ item: Drawing.Item) {
      guard case .line(let x1, let y1, let x2, let y2, let ink, let width) = item,
        x1 != x2, y1 != y2
      else { return nil }
      (self.ink, self.width) = (ink, width)
    }
  }

  /// A surface between whole pixels, one at least: crisp, and much quicker to draw.
  private func fill(
    _ left: Double, _ top: Double, _ right: Double, _ bottom: Double, _ context: OpaquePointer
  ) {
    func pixels(_ from: Double, _ to: Double) -> (start: Double, length: Double) {
      let start = (from * scale).rounded()
      return (start / scale, max(((to - from) * scale).rounded(), 1) / scale)
    }
    let (x, width) = pixels(left, right)
    let (y, height) = pixels(top, bottom)
    unsafe cairo_rectangle(context, x, y, width, height)
    unsafe cairo_fill(context)
  }

  private func source(_ ink: Drawing.Ink, _ context: OpaquePointer) {
    let colour = ContentStream.Colour(ink)
    unsafe cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
  }
}
