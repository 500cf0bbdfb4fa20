/// The container of small icons that browsers ask for by name (ICO): a list of sizes and, after it,
/// a whole PNG for each.
package enum IconFile {
  /// - Parameter pictures: sides in pixels, 256 at most, each with its PNG.
  package static func bytes(_ pictures: [(side: Int, png: [UInt8])]) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let icons = 1
    var file = little(0, 2) + little(icons, 2) + little(pictures.count, 2)
    var offset = file.count + 16 * pictures.count
    for picture in pictures {
      // 256 is written as nought; no table of colours, one plane, 32 bits to the pixel.
      let side = UInt8(truncatingIfNeeded: picture.side)
      file += [side, side, 0, 0] + little(1, 2) + little(32, 2)
      file += little(picture.png.count, 4) + little(offset, 4)
      offset += picture.png.count
    }
    return pictures.reduce(into: file) { $0 += $1.png }
  }
}
