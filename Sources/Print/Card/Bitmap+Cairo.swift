import Images

/// Cairo keeps a pixel in one word, its colours already weakened by its opacity.
extension Bitmap {
  var premultiplied: [UInt32] {
    var words: [UInt32] = []
    words.reserveCapacity(width * height)
    let step = channels
    for at in stride(from: 0, to: pixels.count, by: step) {
      let alpha = step == 4 ? UInt32(pixels[at + 3]) : 255
      func part(_ channel: Int) -> UInt32 { (UInt32(pixels[at + channel]) * alpha + 127) / 255 }
      words.append(alpha << 24 | part(0) << 16 | part(1) << 8 | part(2))
    }
    return words
  }

  init(
    width: Int, height: Int, stride: Int, hasAlpha: Bool,
    premultiplied words: UnsafeBufferPointer<UInt32>
  ) {
    let channels = hasAlpha ? 4 : 3
    let count = width * height * channels
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { out, filled in
      var to = 0
      for y in 0..<height {
        for x in 0..<width {
          let word = unsafe words[y * stride + x]
          let alpha = hasAlpha ? word >> 24 : 255
          for shift in [UInt32(16), 8, 0] {
            let value = word >> shift & 255
            let whole = alpha == 0 || alpha == 255 ? value : (value * 255 + alpha / 2) / alpha
            unsafe out[to] = UInt8(truncatingIfNeeded: min(whole, 255))
            to += 1
          }
          if hasAlpha {
            unsafe out[to] = UInt8(truncatingIfNeeded: alpha)
            to += 1
          }
        }
      }
      filled = count
    }
    self.init(width: width, height: height, hasAlpha: hasAlpha, pixels: pixels)
  }

  /// The part that fills a box of this size: cut on both sides, or more below than above, since
  /// faces are high in a picture.
  func covering(width: Int, height: Int) throws(ImageError) -> Bitmap {
    let scale = max(
      Double(width) / Double(self.width), Double(height) / Double(self.height))
    let whole = try resized(
      width: max(Int((Double(self.width) * scale).rounded(.up)), width),
      height: max(Int((Double(self.height) * scale).rounded(.up)), height))
    let left = (whole.width - width) / 2
    let top = (whole.height - height) / 4
    var kept: [UInt8] = []
    kept.reserveCapacity(width * height * channels)
    for y in top..<top + height {
      let start = (y * whole.width + left) * channels
      kept += whole.pixels[start..<start + width * channels]
    }
    return Bitmap(width: width, height: height, hasAlpha: hasAlpha, pixels: kept)
  }
}
