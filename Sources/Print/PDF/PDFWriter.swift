import CPangoCairo
import CPangoShim
package import Diagnostics
package import Documents
import Drawing
import Vietnamese

/// Writes documents as PDF with Pango and Cairo.
///
/// The bytes hang on the document and the fonts alone: the file's dates are the document's.
package struct PDFWriter {
  private let fonts: FontSet
  private let profile: PageProfile

  package init(fonts: FontSet, profile: PageProfile = .decree30) {
    self.fonts = fonts
    self.profile = profile
  }

  /// - Throws: `PrintError` if Cairo cannot write (memory).
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
    guard let first = typesetter.pages.first, let pdf = unsafe ng_pdf_new(first.width, first.height)
    else { throw PrintError(message: "Không đủ bộ nhớ để tạo PDF.") }
    defer { unsafe ng_pdf_free(pdf) }
    guard let surface = unsafe ng_pdf_surface(pdf), let context = unsafe cairo_create(surface)
    else { throw PrintError(message: "Cairo không tạo được tệp PDF.") }
    unsafe properties(of: document, on: surface)
    for (i, page) in typesetter.pages.enumerated() {
      unsafe cairo_pdf_surface_set_size(surface, page.width, page.height)
      unsafe draw(page, number: i + 1, on: context)
      for entry in typesetter.outline where entry.page == i + 1 {
        unsafe add(entry, to: surface)
      }
      unsafe cairo_show_page(context)
    }
    unsafe cairo_destroy(context)
    var length = 0
    guard let bytes = unsafe ng_pdf_finish(pdf, &length) else {
      throw PrintError(message: "Cairo không ghi xong tệp PDF.")
    }
    let written = unsafe Array(UnsafeBufferPointer(start: bytes, count: length))
    return PDFCatalog.completed(written, language: document.language)
  }

  private func properties(of document: Document, on surface: OpaquePointer) {
    let date = "\(document.frame.date.iso)T00:00:00Z"
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title)
    unsafe cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_AUTHOR, document.frame.issuer)
    unsafe cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_SUBJECT, document.frame.subject)
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "neuguong")
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date)
  }

  private func add(_ entry: OutlineEntry, to surface: OpaquePointer) {
    unsafe cairo_pdf_surface_add_outline(
      surface, CInt(CAIRO_PDF_OUTLINE_ROOT), entry.title,
      "page=\(entry.page) pos=[0 \(Int(entry.y))]", CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  private func draw(_ page: Page, number: Int, on context: OpaquePointer) {
    unsafe cairo_set_source_rgb(context, 0, 0, 0)
    for mark in page.marks {
      switch mark {
      case .line(let layout, let line, let x, let baseline):
        unsafe layout.draw(line: line, x: x, y: baseline, on: context)
      case .rule(let x1, let y1, let x2, let y2, let width):
        unsafe stroke(x1, y1, x2, y2, width, on: context)
      case .drawing(let drawing, let x, let y):
        unsafe DrawingPainter(fonts: fonts).paint(drawing, x: x, y: y, on: context)
        unsafe cairo_set_source_rgb(context, 0, 0, 0)
      }
    }
    // From page 2 on, centred in the top margin (NĐ 30/2020/NĐ-CP, Phụ lục I).
    guard number > 1 else { return }
    let text = TextLayout(
      String(number), TextStyle(size: profile.bodySize, alignment: .center), width: page.width,
      fonts: fonts)
    let y = points(page.width > page.height ? profile.right : profile.top) / 2 + 2
    unsafe text.draw(line: 0, x: 0, y: y + (text.lines.first?.baseline ?? 0) / 2, on: context)
  }

  private func stroke(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ width: Double,
    on context: OpaquePointer
  ) {
    unsafe cairo_set_line_width(context, width)
    unsafe cairo_move_to(context, x1, y1)
    unsafe cairo_line_to(context, x2, y2)
    unsafe cairo_stroke(context)
  }
}
