import CImageShim

/// Files of pictures: JPEG, PNG and WebP from anywhere, trusted in nothing.
package enum ImageFile {
  package enum Format: Sendable, Hashable { case jpeg, png, webp }

  /// What the head of a file says.
  package struct Head: Sendable, Hashable {
    package var format: Format
    /// Size in pixels, upright.
    package var width: Int
    package var height: Int
    package var hasAlpha: Bool
    /// Whether the camera wrote down where it stood.
    package var hasPosition: Bool
  }

  package static func head(_ bytes: [UInt8]) throws(ImageError) -> Head {
    let info = try info(bytes, reach: 0)
    let isTurned = Orientation(bytes).isTurned
    let (width, height) = (Int(info.file_width), Int(info.file_height))
    return Head(
      format: info.format == CInt(NG_IMAGE_JPEG)
        ? .jpeg : info.format == CInt(NG_IMAGE_PNG) ? .png : .webp,
      width: isTurned ? height : width, height: isTurned ? width : height,
      hasAlpha: info.channels == 4, hasPosition: ImageMetadata(bytes).hasPosition)
  }

  /// Decodes a picture, takes its colours to sRGB and sets it upright; nothing else of the file is
  /// kept.
  ///
  /// - Parameter reach: pixels that the longer side needs; a photo with many more may be decoded in
  ///   half or less, which is much quicker. Nil asks for all.
  package static func read(_ bytes: [UInt8], reach: Int? = nil) throws(ImageError) -> Bitmap {
    // Half as much again leaves the resizing something to average.
    let wanted = reach.map { min(max($0, 1), ImageLimits.side) * 3 / 2 } ?? 0
    var info = try info(bytes, reach: wanted)
    let (width, height, channels) = (Int(info.width), Int(info.height), Int(info.channels))
    let count = width * height * channels
    var answer = CInt(NG_IMAGE_BROKEN)
    let profile = ImageMetadata(bytes).profile
    let pixels = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      unsafe bytes.withUnsafeBufferPointer { source in
        answer = unsafe ng_image_decode(
          source.baseAddress, source.count, &info, buffer.baseAddress)
      }
      if answer == CInt(NG_IMAGE_FINE), let profile {
        _ = unsafe ng_image_to_srgb(
          profile, profile.count, buffer.baseAddress, width * height, CInt(channels))
      }
      filled = answer == CInt(NG_IMAGE_FINE) ? count : 0
    }
    try check(answer)
    let bitmap = Bitmap(width: width, height: height, hasAlpha: channels == 4, pixels: pixels)
    return Orientation(bytes).upright(bitmap)
  }

  private static func info(_ bytes: [UInt8], reach: Int) throws(ImageError) -> ng_image_info {
    var info = ng_image_info()
    let answer = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe ng_image_head(source.baseAddress, source.count, CInt(reach), &info)
    }
    try check(answer)
    // The library for PNG would show the first picture of an animation.
    if ImageMetadata(bytes).isAnimatedPNG { throw .isAnimated }
    let (width, height) = (Int(info.file_width), Int(info.file_height))
    guard ImageLimits.allows(width: width, height: height) else {
      throw .tooLarge(width: width, height: height)
    }
    guard ImageLimits.allows(width: Int(info.width), height: Int(info.height)) else {
      throw .broken
    }
    return info
  }

  private static func check(_ answer: CInt) throws(ImageError) {
    switch Int(answer) {
    case Int(NG_IMAGE_FINE): return
    case Int(NG_IMAGE_UNKNOWN): throw .unknownFormat
    case Int(NG_IMAGE_MOVING): throw .isAnimated
    case Int(NG_IMAGE_NO_MEMORY): throw .noMemory
    default: throw .broken
    }
  }
}
