import Content
import Diagnostics
import Documents
import Glibc
import Images
import Print
import Testing

/// Pictures as the PDF holds them.
@Suite(.enabled(if: unsafe access("/usr/bin/pdfimages", X_OK) == 0, "cần poppler-utils"))
struct EmbeddedPictureTests {
  private func pdf(_ image: DocumentImage) throws -> [UInt8] {
    var document = try Fixture.document("x")
    document.body = [.figure(Figure(.image(image), caption: nil))]
    var bag = DiagnosticBag()
    return try #require(
      PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag), "\(bag.sorted)")
  }

  /// A soft slope with a hard edge in it.
  private func slope(_ colour: (Int, Int) -> [UInt8]) -> Bitmap {
    let (width, height) = (120, 80)
    var pixels: [UInt8] = []
    for y in 0..<height { for x in 0..<width { pixels += colour(x, y) } }
    return Bitmap(width: width, height: height, hasAlpha: false, pixels: pixels)
  }

  private func image(_ bitmap: Bitmap, _ bytes: [UInt8], _ format: DocumentImage.Format)
    -> DocumentImage
  {
    DocumentImage(
      bytes: bytes, format: format, width: bitmap.width, height: bitmap.height, alternative: "Ảnh")
  }

  @Test func aPhotoIsKeptByteForByte() throws {
    let bitmap = slope { [UInt8($0 * 2), UInt8($1 * 3), 40] }
    let jpeg = try bitmap.jpeg()
    let bytes = try pdf(image(bitmap, jpeg, .jpeg))
    #expect(bytes.indices.contains { bytes[$0...].starts(with: jpeg) })
    let list = try Tool.run("pdfimages -list", on: bytes)
    #expect(list.contains(" jpeg ") && list.contains("rgb"), "\(list)")
  }

  @Test func pixelsComeBackAsTheyWere() throws {
    let colours: [(name: String, bitmap: Bitmap)] = [
      ("rgb", slope { x, y in x > 70 && y > 30 ? [250, 3, 9] : [UInt8(x + y), UInt8(x * 2), 7] }),
      ("gray", slope { x, y in [UInt8](repeating: x < 9 ? 255 : UInt8(x + y), count: 3) }),
    ]
    for (name, bitmap) in colours {
      let bytes = try pdf(image(bitmap, try bitmap.png(), .png))
      let list = try Tool.run("pdfimages -list", on: bytes)
      #expect(list.contains(" \(name) "), "\(list)")
      // Slopes shrink when neighbours predict them.
      #expect(size(of: "image", list) < bitmap.pixels.count / 10, "\(list)")
      #expect(try pixels(of: bytes) == bitmap.pixels)
    }
  }

  @Test func aPhotoHeldAcrossStandsUpright() throws {
    let across = slope { x, _ in x < 60 ? [200, 0, 0] : [0, 0, 200] }
    let plain = try across.jpeg(quality: 95)
    // An EXIF of one entry: the camera was turned by a quarter (CIPA DC-008).
    let exif =
      Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0]
      + [0, 0, 0, 0]
    let turned = plain[..<2] + [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + plain[2...]
    var bag = DiagnosticBag()
    let document = try Fixture.document(
      "## I. A\n\n{{ narrative.thuan_loi }}\n",
      narrative: "## Thuận lợi\n\n![Ảnh](/media/a.jpg)\n",
      images: ReportImages(.memory(["media/a.jpg": Array(turned)])), into: &bag)
    let figure = try #require(
      document.body.lazy.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
        .first, "\(bag.sorted)")
    guard case .image(let photo) = figure.picture else {
      Issue.record("no picture")
      return
    }
    #expect(photo.width == 80 && photo.height == 120)
    let upright = try ImageFile.read(photo.bytes).pixels
    // What was on the left is above.
    #expect(upright[0] > 150 && upright[2] < 60)
    #expect(upright[upright.count - 3] < 60 && upright[upright.count - 1] > 150)
  }

  // MARK: What poppler finds

  /// Bytes of the one picture, as the list of `pdfimages` gives them.
  private func size(of coding: String, _ list: String) -> Int {
    let row = list.split(separator: "\n").first { $0.contains(" \(coding) ") } ?? ""
    let word = row.split(separator: " ").dropLast().last ?? ""
    let scale = word.hasSuffix("K") ? 1024.0 : 1
    return Int((Double(word.filter { $0.isNumber || $0 == "." }) ?? .infinity) * scale)
  }

  /// The picture as poppler takes it out again.
  private func pixels(of pdf: [UInt8]) throws -> [UInt8] {
    let folder = try ScratchFolder()
    _ = try Tool.run("pdfimages -png", on: pdf, "\(folder.path)/a")
    return try ImageFile.read(folder.take("a-000.png")).pixels
  }
}
