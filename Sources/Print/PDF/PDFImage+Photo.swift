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
      let (pixels, isGrey) = bitmap.onWhite.withoutColours
      self.init(
        pixels: pixels, width: bitmap.width, height: bitmap.height, colours: isGrey ? .grey : .rgb)
    }
  }
}

extension [UInt8] {
  /// One byte a pixel where three always say the same, as on a scanned page.
  fileprivate var withoutColours: (pixels: [UInt8], isGrey: Bool) {
    for i in stride(from: 0, to: count - 2, by: 3)
    where self[i] != self[i + 1] || self[i] != self[i + 2] { return (self, false) }
    return (stride(from: 0, to: count, by: 3).map { self[$0] }, true)
  }
}
