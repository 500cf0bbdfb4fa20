/// How a camera was held, as EXIF says it (CIPA DC-008, tag 0x0112): 1 is upright.
struct Orientation {
  private(set) var value = 1

  /// Whether width and height are exchanged.
  var isTurned: Bool { value >= 5 }

  /// Looks into the metadata of a JPEG, PNG or WebP; anything odd there counts as upright.
  init(_ bytes: [UInt8]) {
    guard let found = ExifFields(ImageMetadata(bytes).exif)?.short(0x0112),
      (1...8).contains(found)
    else { return }
    value = found
  }

  // MARK: Turning

  func upright(_ bitmap: Bitmap) -> Bitmap {
    guard value != 1 else { return bitmap }
    let (width, height, channels) = (bitmap.width, bitmap.height, bitmap.channels)
    let newWidth = isTurned ? height : width
    let newHeight = isTurned ? width : height
    var pixels: [UInt8] = []
    pixels.reserveCapacity(bitmap.pixels.count)
    for y in 0..<newHeight {
      for x in 0..<newWidth {
        let (column, row) = source(x, y, width: width, height: height)
        let at = (row * width + column) * channels
        for channel in 0..<channels { pixels.append(bitmap.pixels[at + channel]) }
      }
    }
    return Bitmap(width: newWidth, height: newHeight, hasAlpha: bitmap.hasAlpha, pixels: pixels)
  }

  /// Where a pixel of the upright picture lies in the stored one.
  private func source(_ x: Int, _ y: Int, width: Int, height: Int) -> (column: Int, row: Int) {
    switch value {
    case 2: (width - 1 - x, y)
    case 3: (width - 1 - x, height - 1 - y)
    case 4: (x, height - 1 - y)
    case 5: (y, x)
    case 6: (y, height - 1 - x)
    case 7: (width - 1 - y, height - 1 - x)
    case 8: (width - 1 - y, x)
    default: (x, y)
    }
  }
}
