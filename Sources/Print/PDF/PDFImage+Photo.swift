import CPangoCairo
import CPangoShim
import Documents
import PDF

extension PDFImage {
  /// The picture as a PDF holds it: a JPEG as it is, a PNG as pixels on white paper; nil if it
  /// cannot be read.
  init?(_ photo: DocumentImage) {
    switch photo.format {
    case .jpeg: self.init(jpeg: photo.bytes)
    case .png:
      guard
        let surface = unsafe photo.bytes.withUnsafeBufferPointer({
          unsafe ng_png_read($0.baseAddress, $0.count)
        })
      else { return nil }
      defer { unsafe cairo_surface_destroy(surface) }
      let width = Int(unsafe cairo_image_surface_get_width(surface))
      let height = Int(unsafe cairo_image_surface_get_height(surface))
      let stride = Int(unsafe cairo_image_surface_get_stride(surface))
      guard width > 0, height > 0, let data = unsafe cairo_image_surface_get_data(surface)
      else { return nil }
      var pixels: [UInt8] = []
      pixels.reserveCapacity(width * height * 3)
      for y in 0..<height {
        let row = unsafe UnsafeBufferPointer(start: data + y * stride, count: width * 4)
        for x in 0..<width {
          // Cairo keeps blue first, on machines that count from the low end.
          unsafe pixels.append(row[4 * x + 2])
          unsafe pixels.append(row[4 * x + 1])
          unsafe pixels.append(row[4 * x])
        }
      }
      self.init(pixels: pixels, width: width, height: height, colours: .rgb)
    }
  }
}
