package import Diagnostics
package import Documents
import PDF
import Vietnamese

/// Writes documents as tagged PDF: Pango breaks lines, the room of PDF makes the file.
///
/// The bytes hang on the document and the fonts alone: the file's dates are the document's.
package struct PDFWriter {
  private let fonts: FontSet
  private let profile: PageProfile

  package init(fonts: FontSet, profile: PageProfile = .decree30) {
    self.fonts = fonts
    self.profile = profile
  }

  /// - Throws: `PrintError` if a font cannot be embedded or the file cannot be written.
  package func pdf(
    _ document: Document, name: String, into bag: inout DiagnosticBag
  ) throws(PrintError) -> [UInt8] {
    var typesetter = Typesetter(profile: profile, fonts: fonts)
    typesetter.set(document)
    if typesetter.missingGlyphs > 0 {
      bag.warning(
        "print.missing-glyph", at: Location(file: name),
        "Báo cáo có \(typesetter.missingGlyphs) ký tự mà phông chữ không có; chúng in ra ô vuông.",
        help: "Xóa biểu tượng cảm xúc hoặc ký tự lạ trong dữ liệu của báo cáo.")
    }
    var file = PDFDocument(metadata: metadata(of: document), fonts: fonts.files)
    file.structure = typesetter.structure
    file.bookmarks = typesetter.bookmarks
    var painter = PagePainter(file, fonts: fonts)
    for (i, page) in typesetter.pages.enumerated() {
      let number = number(i + 1, on: page)
      painter.draw(page, number: number?.layout, at: (0, number?.y ?? 0))
    }
    do throws(PDFError) {
      return try painter.document.bytes()
    } catch {
      throw PrintError(message: error.message)
    }
  }

  private func metadata(of document: Document) -> PDFMetadata {
    PDFMetadata(
      title: document.title, author: document.frame.issuer, subject: document.frame.subject,
      language: document.language, date: document.frame.date.iso)
  }

  /// From page 2 on, centred in the top margin (NĐ 30/2020/NĐ-CP, Phụ lục I).
  private func number(_ number: Int, on page: Page) -> (layout: TextLayout, y: Double)? {
    guard number > 1 else { return nil }
    let text = TextLayout(
      String(number), TextStyle(size: profile.bodySize, alignment: .center), width: page.width,
      fonts: fonts)
    let y = points(page.width > page.height ? profile.right : profile.top) / 2 + 2
    return (text, y + (text.lines.first?.baseline ?? 0) / 2)
  }
}
