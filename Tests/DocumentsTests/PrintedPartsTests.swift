import Diagnostics
import Documents
import Drawing
import Glibc
import Print
import Testing

/// Notes, pictures, decimals, joined cells, and what cannot be printed.
@Suite(.enabled(if: unsafe access("/usr/bin/pdfinfo", X_OK) == 0, "cần poppler-utils"))
struct PrintedPartsTests {
  private func pdf(_ document: Document) throws -> [UInt8] {
    var bag = DiagnosticBag()
    let bytes = try PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag)
    return try #require(bytes, "\(bag.sorted)")
  }

  private func text(_ document: Document) throws -> [Substring] {
    try Tool.run("pdftotext -layout", on: try pdf(document), "-").split(separator: "\u{0C}")
  }

  private static let filler = String(repeating: "Một câu dài để đầy trang giấy. ", count: 40)

  @Test func aNoteStandsAtTheFootOfThePageThatCallsIt() throws {
    let document = try Fixture.document(
      "\(Self.filler)\n\n\(Self.filler)\n\n\(Self.filler) Kết quả[^k] cuối.\n\n\(Self.filler)\n\n"
        + "[^k]: Nguồn **riêng**.")
    let pages = try text(document)
    let page = try #require(pages.first { $0.contains("cuối.") })
    let last = page.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }
    #expect(last?.contains("Nguồn riêng.") == true)
    #expect(pages.filter { $0.contains("Nguồn riêng.") }.count == 1)
    let json = try Tool.run("qpdf --json", on: try pdf(document))
    #expect(json.contains("/IDTree") && json.contains("u:note-1"))
  }

  @Test func aNoteLongerThanAPageGoesOnAtTheNextFoot() throws {
    let long = (1...400).map { "Câu\($0) của chú thích rất dài này." }.joined(separator: " ")
    let pages = try text(try Fixture.document("Một việc[^k].\n\n[^k]: \(long)"))
    for number in [1, 200, 400] {
      #expect(pages.filter { $0.contains("Câu\(number) ") }.count == 1, "\(number)")
    }
    #expect(pages[0].contains("Một việc") && pages.count > 1)
  }

  @Test func decimalCommasStandBelowEachOther() throws {
    var cells = ["8,5", "123,25", "7", "–"].map { [DocumentTable.Cell([Run($0)])] }
    cells.append([DocumentTable.Cell([Run("1.000,125%")])])
    var document = try Fixture.document("x")
    document.body = [
      .table(
        DocumentTable(
          columns: [DocumentTable.Column(.decimal, share: 1)],
          head: [[DocumentTable.Cell([Run("Số")])]], rows: cells))
    ]
    let boxes = try PageBoxes(try pdf(document))
    let digit = 0.5 * PageProfile.decree30.tableSize
    let commas = try [("8,5", 1.0), ("123,25", 3), ("7", 1), ("1.000,125%", 4.5)].map {
      try boxes.box(of: $0.0, on: 0).left + $0.1 * digit
    }
    for comma in commas { #expect(abs(comma - commas[0]) < 0.1, "\(commas)") }
  }

  @Test func picturesAreKeptAndToldInWords() throws {
    let png = try DrawingRaster(fonts: FontSet()).png(
      Drawing(width: 40, height: 30, title: "a", description: "b"))
    var document = try Fixture.document("x")
    document.body = [
      .figure(
        Figure(
          .image(
            DocumentImage(
              bytes: png, format: .png, width: 120, height: 90, alternative: "Lễ phát động")),
          caption: Caption(kind: .figure, number: 1, text: [Run("Sân trường")])))
    ]
    let bytes = try pdf(document)
    let list = try Tool.run("pdfimages -list", on: bytes)
    #expect(list.contains("80") && list.contains("gray"))
    let tree = try Tool.run("pdfinfo -struct-text", on: bytes)
    #expect(try Tool.run("qpdf --json", on: bytes).contains("u:Lễ phát động"))
    #expect(tree.contains("Caption") && tree.contains("Hình 1. Sân trường"))
  }

  @Test(arguments: [DocumentImage.Format.jpeg, .png])
  func anUnreadablePictureIsAnError(_ format: DocumentImage.Format) throws {
    var document = try Fixture.document("x")
    for bytes in [[], [0xFF, 0xD8, 0xFF, 0xC0, 0, 1], Array("khong phai hinh".utf8)] as [[UInt8]] {
      document.body = [
        .figure(
          Figure(
            .image(
              DocumentImage(bytes: bytes, format: format, width: 9, height: 9, alternative: "Ảnh")),
            caption: nil))
      ]
      var bag = DiagnosticBag()
      #expect(
        try PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag) == nil)
      #expect(bag.sorted.map(\.id) == ["print.unreadable-image"])
    }
  }

  @Test func aMissingLetterIsNamedWithTheTextThatItStandsIn() throws {
    var document = try Fixture.document("Chúc mừng 🎉 thành công")
    document.frame.signature.name = "Nguyễn 漢 A"
    var bag = DiagnosticBag()
    #expect(try PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag) == nil)
    let told = bag.sorted.map(\.summary).joined(separator: "\n")
    #expect(bag.hasErrors && bag.sorted.allSatisfy { $0.id == "print.missing-glyph" })
    for words in ["U+1F389", "Chúc mừng", "U+6F22", "Nguyễn 漢 A"] {
      #expect(told.contains(words), "\(told)")
    }
  }

  @Test func aSignatureIsNeverAloneAndTakesLittleAlong() throws {
    // Whatever the length, two lines of the text at least stand above the signature.
    for count in stride(from: 60, to: 110, by: 3) {
      let words = (0..<count * 8).map { "từ\($0)" }.joined(separator: " ")
      let pages = try text(try Fixture.document(words))
      let page = try #require(pages.first { $0.contains("Nơi nhận:") })
      let above = page.split(separator: "\n").prefix { !$0.contains("Nơi nhận:") }
      #expect(above.filter { $0.contains("từ") }.count >= 2, "\(count)")
    }
  }

  @Test func fontsOfAnotherFolderAreNamedIfMissing() {
    #expect(throws: PrintError.self) { try FontSet(folder: "/khong/co") }
  }
}
