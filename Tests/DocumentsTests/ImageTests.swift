import Content
import Diagnostics
import Documents
import Images
import Print
import Testing

/// Pictures of a narrative, from the content folder to the report.
@Suite struct ImageTests {
  private static let template = "## I. KẾT QUẢ\n\n{{ narrative.thuan_loi }}\n"

  private static func source() throws -> ContentSource {
    let side = 2000
    let photo = Bitmap(
      width: side, height: side / 2, hasAlpha: false,
      pixels: [UInt8](repeating: 90, count: side * side / 2 * 3))
    let drawing = Bitmap(
      width: 40, height: 20, hasAlpha: true, pixels: [UInt8](repeating: 128, count: 3200))
    let jpeg = try photo.jpeg()
    return .memory([
      "media/vuon.jpg": jpeg, "so-do.png": try drawing.png(),
      "media/cut.jpg": Array(jpeg[..<(jpeg.count / 2)]), "media/chu.jpg": Array("không phải".utf8),
    ])
  }

  private func document(_ prose: String) throws -> (Document, [Diagnostic]) {
    var bag = DiagnosticBag()
    let document = try Fixture.document(
      Self.template, narrative: "## Thuận lợi\n\n\(prose)\n", images: ReportImages(Self.source()),
      into: &bag)
    return (document, bag.sorted)
  }

  private func figures(_ document: Document) -> [Figure] {
    document.body.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  @Test func aPictureBecomesAFigure() throws {
    let (document, problems) = try document(
      "![Vườn rau](/media/vuon.jpg \"Vườn rau của lớp 9A\")\n\nRồi\n\n![Sơ đồ](so-do.png)")
    #expect(problems.isEmpty, "\(problems)")
    let figures = figures(document)
    try #require(figures.count == 2)
    #expect(figures.map(\.alternative) == ["Vườn rau", "Sơ đồ"])
    #expect(figures[0].caption?.runs.text == "Hình 1. Vườn rau của lớp 9A")
    #expect(figures[1].caption == nil)
    guard case .image(let photo) = figures[0].picture, case .image(let plan) = figures[1].picture
    else {
      Issue.record("no pictures")
      return
    }
    // No larger than paper needs; a photo stays one, what shows through stays sharp.
    #expect(photo.format == .jpeg && photo.width == 1400 && photo.height == 700)
    #expect(plan.format == .png && plan.width == 40)
    var bag = DiagnosticBag()
    let fonts = try FontSet()
    let pdf = try #require(PDFWriter(fonts: fonts).pdf(document, name: "a.pdf", into: &bag))
    #expect(bag.sorted.isEmpty)
    #expect(pdf.count > photo.bytes.count)
    #expect(try WordWriter(fonts: fonts).docx(document).count > photo.bytes.count)
  }

  @Test(arguments: [
    ("![](/media/vuon.jpg)", "report.image-without-alt", "lời tả"),
    ("![A](/media/cut.jpg)", "report.image", "bị hỏng"),
    ("![A](/media/chu.jpg)", "report.image", "không phải ảnh"),
    ("![A](/media/khong-co.jpg)", "report.image", "không có trong thư mục"),
    ("![A](../../etc/passwd)", "report.image", "nằm ngoài"),
    ("![A](/media/../../etc/passwd)", "report.image", "nằm ngoài"),
    ("![A](https://truong.example.vn/a.jpg)", "report.image", "không có trong thư mục"),
    ("Nhìn ![A](/media/vuon.jpg) kìa", "report.image-in-line", "giữa dòng"),
  ])
  func whatIsWrongIsToldAtItsLine(prose: String, id: String, words: String) throws {
    let (_, problems) = try document("Một đoạn.\n\n\(prose)")
    try #require(problems.count == 1, "\(problems)")
    #expect(problems[0].id == id && problems[0].summary.contains(words), "\(problems[0])")
    #expect(problems[0].location?.file == "n.md" && problems[0].location?.line == 5)
  }
}
