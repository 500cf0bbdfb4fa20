import Images
import Testing

@Suite struct IndexedBitmapTests {
  /// A chart with many inks and their soft edges must not fail a report.
  @Test func moreThan256ColoursGoToTheNearest() throws {
    let pixels: [UInt32] = (0..<1024).map { i in
      UInt32(i % 32 * 8) << 16 | UInt32(i / 32 * 8) << 8
    }
    let bitmap = try unsafe pixels.withUnsafeBufferPointer { rows in
      try #require(unsafe IndexedBitmap(width: 32, height: 32, stride: 32, rows: rows))
    }
    #expect(bitmap.palette.count == 3 * 256)
    let read = try ImageFile.read(try bitmap.png())
    #expect(read.width == 32 && read.height == 32)
  }
}
