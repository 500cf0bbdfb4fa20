import CImageShim

/// A picture as rows of 8-bit sRGB pixels, upright and without anything else that a file carries.
package struct Bitmap: Sendable, Hashable {
  package let width: Int
  package let height: Int
  /// Whether every pixel has a fourth byte, its opacity.
  package let hasAlpha: Bool
  package let pixels: [UInt8]

  package var channels: Int { hasAlpha ? 4 : 3 }

  /// - Precondition: as many bytes as the size says; it comes from code, never from input.
  package init(width: Int, height: Int, hasAlpha: Bool, pixels: [UInt8]) {
    precondition(width > 0 && height > 0 && width * height * (hasAlpha ? 4 : 3) == pixels.count)
    self.width = width
    self.height = height
    self.hasAlpha = hasAlpha
    self.pixels = pixels
  }

  // MARK: Size

  /// The same picture in another size; averaged in linear light, so that fine patterns keep their
  /// brightness.
  package func resized(width newWidth: Int, height newHeight: Int) throws(ImageError) -> Bitmap {
    let newWidth = max(newWidth, 1)
    let newHeight = max(newHeight, 1)
    guard newWidth != width || newHeight != height else { return self }
    guard ImageLimits.allows(width: newWidth, height: newHeight) else {
      throw .tooLarge(width: newWidth, height: newHeight)
    }
    let count = newWidth * newHeight * channels
    var isDone = false
    let smaller = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe pixels.withUnsafeBufferPointer { source in
        isDone =
          unsafe ng_image_resize(
            source.baseAddress, CInt(width), CInt(height), buffer.baseAddress, CInt(newWidth),
            CInt(newHeight), CInt(channels)) != 0
      }
      filled = isDone ? count : 0
    }
    guard isDone else { throw .noMemory }
    return Bitmap(width: newWidth, height: newHeight, hasAlpha: hasAlpha, pixels: smaller)
  }

  /// The picture no wider and no higher than asked, never enlarged.
  package func fitted(width: Int, height: Int) throws(ImageError) -> Bitmap {
    guard self.width > width || self.height > height else { return self }
    let scale = min(Double(width) / Double(self.width), Double(height) / Double(self.height))
    return try resized(
      width: Int((Double(self.width) * scale).rounded()),
      height: Int((Double(self.height) * scale).rounded()))
  }

  // MARK: Files

  /// What shows through lies on white.
  package func jpeg(quality: Int = 82) throws(ImageError) -> [UInt8] {
    let opaque = onWhite
    return try unsafe Self.encoded { length in
      unsafe opaque.withUnsafeBufferPointer {
        unsafe ng_jpeg_encode(
          $0.baseAddress, CInt(width), CInt(height), CInt(min(max(quality, 1), 100)), length)
      }
    }
  }

  package func png() throws(ImageError) -> [UInt8] {
    try unsafe Self.encoded { length in
      unsafe pixels.withUnsafeBufferPointer {
        unsafe ng_png_encode(
          $0.baseAddress, CInt(width), CInt(height), CInt(channels), length)
      }
    }
  }

  /// - Throws: `ImageError.tooLarge` beyond the 16383 pixels a side that the format allows.
  package func webp(quality: Int = 80) throws(ImageError) -> [UInt8] {
    guard width < 16_384, height < 16_384 else { throw .tooLarge(width: width, height: height) }
    return try unsafe Self.encoded { length in
      unsafe pixels.withUnsafeBufferPointer {
        unsafe ng_webp_encode(
          $0.baseAddress, CInt(width), CInt(height), CInt(channels),
          CInt(min(max(quality, 0), 100)), length)
      }
    }
  }

  /// Three bytes a pixel; what shows through lies on white.
  package var onWhite: [UInt8] {
    guard hasAlpha else { return pixels }
    var opaque: [UInt8] = []
    opaque.reserveCapacity(width * height * 3)
    for pixel in stride(from: 0, to: pixels.count, by: 4) {
      let alpha = Int(pixels[pixel + 3])
      for channel in 0..<3 {
        let value = Int(pixels[pixel + channel]) * alpha + 255 * (255 - alpha)
        opaque.append(UInt8((value + 127) / 255))
      }
    }
    return opaque
  }

  static func encoded(
    _ encode: (UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<UInt8>?
  ) throws(ImageError) -> [UInt8] {
    var length = 0
    guard let bytes = unsafe encode(&length) else { throw .noMemory }
    defer { unsafe ng_image_free(bytes) }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: length))
  }
}
