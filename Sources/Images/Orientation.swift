/// How a camera was held, as EXIF says it (CIPA DC-008, tag 0x0112): 1 is upright.
struct Orientation {
  private(set) var value = 1

  /// Whether width and height are exchanged.
  var isTurned: Bool { value >= 5 }

  /// Looks into the metadata of a JPEG, PNG or WebP; anything odd there counts as upright.
  init(_ bytes: [UInt8]) {
    guard let exif = Self.exif(in: bytes), let found = Self.orientation(exif) else { return }
    value = found
  }

  // MARK: Where EXIF lies

  private static func exif(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    switch bytes.first {
    case 0xFF: return exif(inJPEG: bytes)
    case 0x89:
      return chunk("eXIf", in: bytes, from: 8, headLength: 8, tail: 4) { at in
        (Array(bytes[at + 4..<at + 8]), integer(bytes[at..<at + 4], isLittle: false))
      }
    default:
      return chunk("EXIF", in: bytes, from: 12, headLength: 8, tail: 0) { at in
        let length = integer(bytes[at + 4..<at + 8], isLittle: true)
        return (Array(bytes[at..<at + 4]), length + length % 2)
      }
    }
  }

  /// The first APP1 segment that begins with `Exif`.
  private static func exif(inJPEG bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var at = 2
    while at + 4 <= bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      // The picture itself begins; EXIF lies before it.
      if marker == 0xDA || marker == 0xD9 { return nil }
      let end = at + 2 + integer(bytes[at + 2..<at + 4], isLittle: false)
      guard end >= at + 4, end <= bytes.count else { return nil }
      if marker == 0xE1, bytes[at + 4..<end].starts(with: Array("Exif\0\0".utf8)) {
        return bytes[(at + 10)..<end]
      }
      at = end
    }
    return nil
  }

  /// The body of the first chunk of that name in a file of chunks.
  private static func chunk(
    _ name: String, in bytes: [UInt8], from start: Int, headLength: Int, tail: Int,
    head: (Int) -> (name: [UInt8], length: Int)
  ) -> ArraySlice<UInt8>? {
    var at = start
    while at + headLength <= bytes.count {
      let (found, length) = head(at)
      let end = at + headLength + length
      guard end <= bytes.count else { return nil }
      if found == Array(name.utf8) { return trimmed(bytes[(at + headLength)..<end]) }
      at = end + tail
    }
    return nil
  }

  /// Some programs put the name of a JPEG's segment into a WebP too.
  private static func trimmed(_ exif: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    exif.starts(with: Array("Exif\0\0".utf8)) ? exif.dropFirst(6) : exif
  }

  // MARK: What it says

  private static func orientation(_ exif: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(exif.prefix(1 << 16))
    guard bytes.count >= 14, bytes[0] == bytes[1], bytes[0] == 0x49 || bytes[0] == 0x4D else {
      return nil
    }
    let isLittle = bytes[0] == 0x49
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at >= 0, at + count <= bytes.count else { return nil }
      return integer(bytes[at..<at + count], isLittle: isLittle)
    }
    guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2)
    else { return nil }
    for entry in 0..<count {
      let at = directory + 2 + entry * 12
      guard let tag = number(at, 2) else { return nil }
      // One short number.
      guard tag == 0x0112 else { continue }
      guard number(at + 2, 2) == 3, let value = number(at + 8, 2), (1...8).contains(value) else {
        return nil
      }
      return value
    }
    return nil
  }

  /// At most four bytes, so that nothing overflows.
  private static func integer(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> Int {
    var value = 0
    for byte in bytes.prefix(4) { value = value << 8 | Int(byte) }
    guard isLittle else { return value }
    return bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
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
