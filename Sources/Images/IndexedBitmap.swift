import Deflate
import Glibc

/// A picture of few colours, such as a chart: one byte a pixel and a table of colours.
package struct IndexedBitmap: Sendable, Hashable {
  package let width: Int
  package let height: Int
  /// Red, green and blue of each colour.
  package let palette: [UInt8]
  /// The rows as PNG packs them: each begins with its filter, which is none.
  private let rows: [UInt8]

  /// Takes colours to the nearest of 32 levels each; nil for a wrong size.
  ///
  /// The eye does not see it at the edges of letters. Beyond 256 colours each goes to the nearest
  /// that is known.
  ///
  /// - Parameter pixels: five bits of red, six of green and five of blue each, `stride` of them from
  ///   one row to the next.
  package init?(width: Int, height: Int, stride: Int, pixels: UnsafeBufferPointer<UInt16>) {
    guard width > 0, height > 0, stride >= width, pixels.count >= stride * height,
      ImageLimits.allows(width: width, height: height)
    else { return nil }
    self.width = width
    self.height = height
    let length = width + 1
    var table = Palette()
    rows = unsafe [UInt8](unsafeUninitializedCapacity: length * height) { out, count in
      for y in 0..<height {
        let row = pixels.extracting(y * stride..<y * stride + width)
        let target = out.extracting(y * length..<(y + 1) * length)
        // Most rows of a chart are the one above again.
        if y > 0, let start = row.baseAddress,
          unsafe memcmp(start, start - stride, width * 2) == 0
        {
          _ = unsafe target.update(fromContentsOf: out.extracting((y - 1) * length..<y * length))
          continue
        }
        unsafe target[0] = 0
        var last = unsafe row[0]
        var index = table.index(of: last)
        for x in 0..<width {
          let pixel = unsafe row[x]
          if pixel != last {
            last = pixel
            index = table.index(of: pixel)
          }
          unsafe target[x + 1] = index
        }
      }
      count = length * height
    }
    palette = table.colours
  }

  /// Colours in the order of their first use.
  private struct Palette {
    private(set) var colours: [UInt8] = []
    private var known = [Int16](repeating: -1, count: 1 << 15)

    mutating func index(of pixel: UInt16) -> UInt8 {
      let (red, green, blue) = (pixel >> 11, pixel >> 6 & 31, pixel & 31)
      let slot = Int(red << 10 | green << 5 | blue)
      if known[slot] >= 0 { return UInt8(known[slot]) }
      let levels = [red, green, blue].map { UInt8($0 << 3 | $0 >> 2) }
      let isFull = colours.count == 3 * 256
      let index = isFull ? nearest(to: levels) : UInt8(colours.count / 3)
      if !isFull { colours += levels }
      known[slot] = Int16(index)
      return index
    }

    /// The known colour with the least distance.
    private func nearest(to levels: [UInt8]) -> UInt8 {
      var best = (index: 0, distance: Int.max)
      for index in 0..<(colours.count / 3) {
        var distance = 0
        for channel in 0..<3 {
          let step = Int(colours[index * 3 + channel]) - Int(levels[channel])
          distance += step * step
        }
        if distance < best.distance { best = (index, distance) }
      }
      return UInt8(best.index)
    }
  }

  package func png() throws(ImageError) -> [UInt8] {
    // Flat surfaces: the quickest search finds them all.
    guard let deflater = Deflater(level: 1) else { throw .noMemory }
    var file: [UInt8] = [0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A]
    let paletteKind: UInt8 = 3
    file.append(
      chunk: "IHDR",
      Self.big(UInt32(width)) + Self.big(UInt32(height)) + [8, paletteKind, 0, 0, 0])
    file.append(chunk: "PLTE", palette)
    file.append(chunk: "IDAT", deflater.zlib(rows))
    file.append(chunk: "IEND", [])
    return file
  }

  fileprivate static func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
  }
}

extension [UInt8] {
  /// A part of a PNG: its length, name, content and sum.
  fileprivate mutating func append(chunk name: String, _ content: [UInt8]) {
    let named = Array(name.utf8) + content
    self += IndexedBitmap.big(UInt32(content.count)) + named + IndexedBitmap.big(crc32(named))
  }
}
