import Images
import Testing

@Suite struct IndexedBitmapTests {
  /// A chart with many inks and their soft edges must not fail a report.
  @Test func moreThan256ColoursGoToTheNearest() throws {
    let pixels: [UInt16] = (0..<1024).map { i in UInt16(i % 32) << 11 | UInt16(i / 32) << 6 }
    let bitmap = try unsafe pixels.withUnsafeBufferPointer { pixels in
      try #require(unsafe IndexedBitmap(width: 32, height: 32, stride: 32, pixels: pixels))
    }
    #expect(bitmap.palette.count == 3 * 256)
    let read = try ImageFile.read(try bitmap.png())
    #expect(read.width == 32 && read.height == 32)
    #expect(read.pixels.prefix(6) == [0, 0, 0, 8, 0, 0])
  }

  @Test func aRowLikeTheOneAboveIsThatRow() throws {
    // Three pixels of each row of four belong to the picture.
    let (white, red): (UInt16, UInt16) = (0xFFFF, 0xF800)
    let pixels = [white, red, white, 1, white, red, white, 2, red, red, red, 3]
    let bitmap = try unsafe pixels.withUnsafeBufferPointer { pixels in
      try #require(unsafe IndexedBitmap(width: 3, height: 3, stride: 4, pixels: pixels))
    }
    #expect(bitmap.palette == [255, 255, 255, 255, 0, 0])
    let row: [UInt8] = [255, 255, 255, 255, 0, 0, 255, 255, 255]
    let last: [UInt8] = [255, 0, 0, 255, 0, 0, 255, 0, 0]
    #expect(try ImageFile.read(try bitmap.png()).pixels == row + row + last)
  }
}
