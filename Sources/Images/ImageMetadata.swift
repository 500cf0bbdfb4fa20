import Deflate

/// What a JPEG, PNG or WebP carries beside its pixels; anything odd there counts as absent.
struct ImageMetadata {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What the camera says.
  var exif: ArraySlice<UInt8>? {
    let name = Array("Exif\0\0".utf8)
    switch bytes.first {
    case 0xFF: return segments(0xE1, name).first
    // Some programs put the name of a JPEG's segment into a WebP too.
    case 0x89: return pngChunk("eXIf")
    default:
      return webpChunk("EXIF").map { $0.starts(with: name) ? $0.dropFirst(name.count) : $0 }
    }
  }

  /// Whether EXIF points to a directory with a position.
  var hasPosition: Bool { ExifFields(exif)?.has(0x8825) ?? false }

  var isAnimatedPNG: Bool { bytes.first == 0x89 && pngChunk("acTL") != nil }

  /// What the numbers of the pixels mean as colours (ISO 15076-1).
  var profile: [UInt8]? {
    switch bytes.first {
    case 0xFF: return jpegProfile
    case 0x89:
      // A name and a byte for the way of packing, of which there is one.
      guard let chunk = pngChunk("iCCP"), let end = chunk.prefix(80).firstIndex(of: 0) else {
        return nil
      }
      return inflated(Array(chunk[(end + 1)...].dropFirst()), limit: Self.profileLimit)
    default: return webpChunk("ICCP").map { Array($0) }
    }
  }

  /// Profiles of printing presses reach some megabytes.
  private static let profileLimit = 8 << 20

  /// A profile too long for one segment lies in several, each with its number and theirs.
  private var jpegProfile: [UInt8]? {
    let parts = segments(0xE2, Array("ICC_PROFILE\0".utf8)).filter { $0.count > 2 }
      .sorted { $0[$0.startIndex] < $1[$1.startIndex] }
    guard let first = parts.first, Int(first[first.startIndex + 1]) == parts.count else {
      return nil
    }
    return parts.flatMap { $0.dropFirst(2) }
  }

  // MARK: Containers

  /// The bodies of a JPEG's segments of this kind that begin with these words.
  private func segments(_ kind: UInt8, _ words: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var at = 2
    while at + 4 <= bytes.count, bytes[at] == 0xFF {
      let marker = bytes[at + 1]
      if marker == 0xFF {
        at += 1
        continue
      }
      // The picture itself begins; all of this lies before it.
      if marker == 0xDA || marker == 0xD9 { break }
      let end = at + 2 + Self.integer(bytes[at + 2..<at + 4], isLittle: false)
      guard end >= at + 4, end <= bytes.count else { break }
      if marker == kind, bytes[at + 4..<end].starts(with: words) {
        found.append(bytes[(at + 4 + words.count)..<end])
      }
      at = end
    }
    return found
  }

  private func pngChunk(_ name: String) -> ArraySlice<UInt8>? {
    chunk(name, from: 8, tail: 4) { at in
      (at + 4, Self.integer(bytes[at..<at + 4], isLittle: false))
    }
  }

  private func webpChunk(_ name: String) -> ArraySlice<UInt8>? {
    chunk(name, from: 12, tail: 0) { at in
      let length = Self.integer(bytes[at + 4..<at + 8], isLittle: true)
      return (at, length + length % 2)
    }
  }

  /// The body of the first chunk of that name in a file of chunks, each with a head of eight bytes.
  private func chunk(
    _ name: String, from start: Int, tail: Int, head: (Int) -> (name: Int, length: Int)
  ) -> ArraySlice<UInt8>? {
    var at = start
    while at + 8 <= bytes.count {
      let (place, length) = head(at)
      let end = at + 8 + length
      guard end <= bytes.count else { return nil }
      if bytes[place..<place + 4].elementsEqual(name.utf8) { return bytes[(at + 8)..<end] }
      at = end + tail
    }
    return nil
  }

  /// At most four bytes, so that nothing overflows.
  static func integer(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> Int {
    let bytes = Array(bytes.prefix(4))
    return (isLittle ? bytes.reversed() : bytes).reduce(0) { $0 << 8 | Int($1) }
  }
}
