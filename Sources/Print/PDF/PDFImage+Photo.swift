import Documents
import Images
import PDF

extension PDFImage {
  /// The picture as a PDF holds it: a JPEG as it is, a PNG as pixels on white paper; nil if it
  /// cannot be read.
  init?(_ photo: DocumentImage) {
    switch photo.format {
    case .jpeg: self.init(jpeg: photo.bytes)
    case .png:
      guard let bitmap = try? ImageFile.read(photo.bytes) else { return nil }
      self.init(pixels: bitmap.onWhite, width: bitmap.width, height: bitmap.height, colours: .rgb)
    }
  }
}
