import CPangoCairo
import CPangoShim
import Drawing
import Images

/// A surface to draw cards and icons on; lengths in pixels.
@safe final class CardCanvas {
  /// How many colours a pixel may have.
  enum Depth {
    /// Enough for letters on plain grounds, in half the bytes.
    case few
    case photo
    /// With what shows through.
    case clear

    fileprivate var format: cairo_format_t {
      switch self {
      case .few: CAIRO_FORMAT_RGB16_565
      case .photo: CAIRO_FORMAT_RGB24
      case .clear: CAIRO_FORMAT_ARGB32
      }
    }
  }

  let width: Int
  let height: Int
  private let depth: Depth
  private let surface: OpaquePointer
  private let context: OpaquePointer

  /// - Throws: `PrintError` if there is no memory for it.
  init(width: Int, height: Int, _ depth: Depth) throws(PrintError) {
    let failure = PrintError(message: "Không đủ bộ nhớ để vẽ thẻ chia sẻ.")
    guard
      let surface = unsafe cairo_image_surface_create(depth.format, CInt(width), CInt(height)),
      unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else { throw failure }
    guard let context = unsafe cairo_create(surface) else {
      unsafe cairo_surface_destroy(surface)
      throw failure
    }
    self.width = width
    self.height = height
    self.depth = depth
    unsafe self.surface = surface
    unsafe self.context = context
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  // MARK: Marks

  func fill(x: Double, y: Double, width: Double, height: Double, _ tint: Tint) {
    source(tint)
    unsafe cairo_rectangle(context, x, y, width, height)
    unsafe cairo_fill(context)
  }

  /// A square with round corners.
  func tile(x: Double, y: Double, side: Double, radius: Double, _ tint: Tint) {
    source(tint)
    let quarter = Double.pi / 2
    unsafe cairo_new_sub_path(context)
    for (corner, (centreX, centreY)) in [
      (x + side - radius, y + radius), (x + side - radius, y + side - radius),
      (x + radius, y + side - radius), (x + radius, y + radius),
    ].enumerated() {
      let start = Double(corner - 1) * quarter
      unsafe cairo_arc(context, centreX, centreY, radius, start, start + quarter)
    }
    unsafe cairo_close_path(context)
    unsafe cairo_fill(context)
  }

  /// All lines of a text, from its left upper corner.
  func text(_ layout: TextLayout, x: Double, y: Double, _ tint: Tint) {
    source(tint)
    for (number, line) in layout.lines.enumerated() {
      guard let content = unsafe layout.layoutLine(number) else { continue }
      unsafe cairo_move_to(context, x + line.x, y + line.baseline)
      unsafe pango_cairo_show_layout_line(context, content)
    }
  }

  func picture(_ bitmap: Bitmap, x: Double, y: Double) {
    var pixels = bitmap.premultiplied
    unsafe pixels.withUnsafeMutableBytes { bytes in
      guard
        let image = unsafe cairo_image_surface_create_for_data(
          bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
          bitmap.hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, CInt(bitmap.width),
          CInt(bitmap.height), CInt(bitmap.width * 4))
      else { return }
      unsafe cairo_set_source_surface(context, image, x, y)
      unsafe cairo_rectangle(context, x, y, Double(bitmap.width), Double(bitmap.height))
      unsafe cairo_fill(context)
      // The context would keep the surface beyond its pixels.
      unsafe cairo_set_source_rgb(context, 0, 0, 0)
      unsafe cairo_surface_finish(image)
      unsafe cairo_surface_destroy(image)
    }
  }

  private func source(_ tint: Tint) {
    unsafe cairo_set_source_rgb(
      context, Double(tint.red) / 255, Double(tint.green) / 255, Double(tint.blue) / 255)
  }

  // MARK: Files

  /// A small PNG of few colours, a JPEG of a photo, a PNG with what shows through.
  func file() throws(PrintError) -> [UInt8] {
    unsafe cairo_surface_flush(surface)
    let failure = PrintError(message: "Không ghi được thẻ chia sẻ.")
    guard let data = unsafe cairo_image_surface_get_data(surface) else { throw failure }
    let stride = Int(unsafe cairo_image_surface_get_stride(surface))
    do throws(ImageError) {
      switch depth {
      case .few:
        let count = stride / 2 * height
        let picture = unsafe data.withMemoryRebound(to: UInt16.self, capacity: count) {
          unsafe IndexedBitmap(
            width: width, height: height, stride: stride / 2,
            pixels: UnsafeBufferPointer(start: $0, count: count))
        }
        guard let picture else { throw .broken }
        return try picture.png()
      case .photo, .clear:
        let count = stride / 4 * height
        let bitmap = unsafe data.withMemoryRebound(to: UInt32.self, capacity: count) {
          unsafe Bitmap(
            width: width, height: height, stride: stride / 4, hasAlpha: depth == .clear,
            premultiplied: UnsafeBufferPointer(start: $0, count: count))
        }
        return depth == .clear ? try bitmap.png() : try bitmap.jpeg(quality: 84)
      }
    } catch { throw failure }
  }
}
