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
  /// - Returns: nil if the document holds what cannot be printed; what that is, is in `bag`.
  package func pdf(
    _ document: Document, name: String, into bag: inout DiagnosticBag
  ) throws(PrintError) -> [UInt8]? {
    try write(typeset(document), metadata(of: document), name: name, into: &bag)
  }

  /// The same for a story.
  package func pdf(
    _ article: Article, name: String, into bag: inout DiagnosticBag
  ) throws(PrintError) -> [UInt8]? {
    let metadata = PDFMetadata(
      title: article.title, author: article.site, subject: article.lead ?? article.title,
      language: "vi", date: article.date.iso)
    let set = Typesetter(article, profile: profile, fonts: fonts)
    return try write(set, metadata, name: name, into: &bag)
  }

  private func write(
    _ set: Typesetter, _ metadata: PDFMetadata, name: String, into bag: inout DiagnosticBag
  ) throws(PrintError) -> [UInt8]? {
    var file = PDFDocument(metadata: metadata, fonts: fonts.files)
    file.structure = set.structure
    file.bookmarks = set.bookmarks
    file.images = set.images
    var painter = PagePainter(file, fonts: fonts)
    for page in set.pages { painter.draw(page) }
    for (letter, text) in painter.missing {
      bag.error(
        "print.missing-glyph", at: Location(file: name),
        "Phông chữ không có ký tự “\(letter)” (\(Self.number(of: letter))) trong “\(text.prefix(80))”.",
        help: "Xóa hoặc thay ký tự đó trong dữ liệu; biểu tượng cảm xúc không in được.")
    }
    for words in set.unreadable {
      bag.error(
        "print.unreadable-image", at: Location(file: name),
        "Không đọc được hình “\(words.prefix(80))” để in.",
        help: "Lưu lại hình dưới dạng JPEG hoặc PNG thông thường.")
    }
    guard painter.missing.isEmpty, set.unreadable.isEmpty else { return nil }
    do throws(PDFError) {
      return try painter.document.bytes()
    } catch {
      throw PrintError(message: error.message)
    }
  }

  /// Where one of a few pages would end far above its foot, since what follows does not fit there,
  /// a clerk widens the lines a little; so do we, within what the decree allows.
  private func typeset(_ document: Document) -> Typesetter {
    var best = Typesetter(document, profile: profile, fonts: fonts)
    guard profile.adjustablePages.contains(best.bodyPages) else { return best }
    let (foot, text) = (best.emptyFoot, best.textAboveEmptyFoot)
    // Those that can be enough come first; the others may still move what stands on the page.
    let reach = profile.looserLineSpacings.map { spacing in
      foot - text * (spacing / profile.lineSpacing - 1) <= profile.emptyFoot
    }
    let spacings = [true, false].flatMap { isEnough in
      zip(profile.looserLineSpacings, reach).filter { $0.1 == isEnough }.map(\.0)
    }
    for spacing in spacings where best.emptyFoot > profile.emptyFoot {
      var looser = profile
      looser.lineSpacing = spacing
      let other = Typesetter(document, profile: looser, fonts: fonts)
      if other.pages.count == best.pages.count, other.emptyFoot < best.emptyFoot { best = other }
    }
    return best
  }

  /// `U+1F600`, which names a letter that cannot be shown.
  private static func number(of letter: String) -> String {
    letter.unicodeScalars.map {
      let digits = String($0.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }.joined(separator: " ")
  }

  private func metadata(of document: Document) -> PDFMetadata {
    PDFMetadata(
      title: document.title, author: document.frame.issuer, subject: document.frame.subject,
      language: document.language, date: document.frame.date.iso)
  }
}
