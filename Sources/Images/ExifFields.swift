/// The first directory of EXIF (CIPA DC-008): what the camera says of the picture as a whole.
struct ExifFields {
  /// Where the entry of each tag stands.
  private var entries: [Int: Int] = [:]
  private let reader: Reader

  private struct Reader {
    let bytes: [UInt8]
    let isLittle: Bool

    func number(_ at: Int, _ length: Int) -> Int? {
      guard at >= 0, at + length <= bytes.count else { return nil }
      return ImageMetadata.integer(bytes[at..<at + length], isLittle: isLittle)
    }
  }

  /// Nil where it is absent or odd.
  init?(_ exif: ArraySlice<UInt8>?) {
    guard let exif, exif.count >= 14 else { return nil }
    let bytes = Array(exif.prefix(1 << 16))
    guard bytes[0] == bytes[1], bytes[0] == 0x49 || bytes[0] == 0x4D else { return nil }
    reader = Reader(bytes: bytes, isLittle: bytes[0] == 0x49)
    guard reader.number(2, 2) == 42, let directory = reader.number(4, 4),
      let count = reader.number(directory, 2)
    else { return nil }
    for entry in 0..<count {
      let at = directory + 2 + entry * 12
      guard let tag = reader.number(at, 2) else { break }
      if entries[tag] == nil { entries[tag] = at }
    }
  }

  func has(_ tag: Int) -> Bool { entries[tag] != nil }

  /// One short number, such as the orientation.
  func short(_ tag: Int) -> Int? {
    guard let at = entries[tag], reader.number(at + 2, 2) == 3 else { return nil }
    return reader.number(at + 8, 2)
  }
}
