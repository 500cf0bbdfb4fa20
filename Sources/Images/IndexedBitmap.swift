import CImageShim

/// A picture of few colours, such as a chart: one byte a pixel and a table of colours.
package struct IndexedBitmap: Sendable, Hashable {
  package let width: Int
  package let height: Int
  /// Red, green and blue of each colour.
  package private(set) var palette: [UInt8] = []
  private var indices: [UInt8] = []

  /// Takes colours to the nearest of 32 levels each; nil for a wrong size.
  ///
  /// The eye does not see it at the edges of letters. Beyond 256 colours each goes to the nearest
  /// that is known.
  ///
  /// - Parameter rows: pixels as `0xRRGGBB`, `stride` of them from one row to the next.
  package init?(width: Int, height: Int, stride: Int, rows: UnsafeBufferPointer<UInt32>) {
    guard width > 0, height > 0, stride >= width, rows.count >= stride * height,
      ImageLimits.allows(width: width, height: height)
    else { return nil }
    self.width = width
    self.height = height
    indices.reserveCapacity(width * height)
    var known = [Int16](repeating: -1, count: 1 << 15)
    var last: UInt32?
    var index: UInt8 = 0
    for y in 0..<height {
      for x in 0..<width {
        let pixel = unsafe rows[y * stride + x] & 0xFF_FFFF
        if pixel != last {
          last = pixel
          // Five bits of each channel.
          let (red, green, blue) = (pixel >> 19, pixel >> 11 & 31, pixel >> 3 & 31)
          let slot = Int(red << 10 | green << 5 | blue)
          if known[slot] < 0 {
            let levels = [red, green, blue].map { UInt8($0 << 3 | $0 >> 2) }
            if palette.count < 3 * 256 {
              known[slot] = Int16(palette.count / 3)
              palette += levels
            } else {
              known[slot] = nearest(to: levels)
            }
          }
          index = UInt8(known[slot])
        }
        indices.append(index)
      }
    }
  }

  /// The known colour with the least distance.
  private func nearest(to levels: [UInt8]) -> Int16 {
    var best = (index: 0, distance: Int.max)
    for index in 0..<(palette.count / 3) {
      var distance = 0
      for channel in 0..<3 {
        let step = Int(palette[index * 3 + channel]) - Int(levels[channel])
        distance += step * step
      }
      if distance < best.distance { best = (index, distance) }
    }
    return Int16(best.index)
  }

  package func png() throws(ImageError) -> [UInt8] {
    try unsafe Bitmap.encoded { length in
      unsafe indices.withUnsafeBufferPointer { pixels in
        unsafe palette.withUnsafeBufferPointer { colours in
          unsafe ng_png_encode(
            pixels.baseAddress, CInt(width), CInt(height), 1, colours.baseAddress,
            CInt(colours.count / 3), length)
        }
      }
    }
  }
}
