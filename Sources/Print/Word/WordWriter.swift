package import Documents
import Zip

/// Writes documents as DOCX (ISO 29500): real styles, numbering, heads of tables and sections, so
/// that a clerk can change a word and the rest follows.
package struct WordWriter {
  let fonts: FontSet
  let letters: LetterWidths
  private(set) var profile: PageProfile

  package init(fonts: FontSet, profile: PageProfile = .decree30) {
    self.fonts = fonts
    letters = LetterWidths(fonts)
    self.profile = profile
  }

  /// - Throws: `PrintError` if the archive or a picture cannot be made.
  package func docx(_ document: Document) throws(PrintError) -> [UInt8] {
    var fitted = self
    fitted.profile.lineSpacing = WordFit(document, profile, letters).lineSpacing
    return try fitted.archive(document)
  }

  private func archive(_ document: Document) throws(PrintError) -> [UInt8] {
    var body = WordBody(document, writer: self)
    try body.write()
    var notes = WordBody(document, writer: self)
    try notes.writeNotes()
    let parts = WordParts(document: document, profile: profile)
    var entries = [
      ("[Content_Types].xml", parts.contentTypes(pictures: body.pictures.count)),
      ("_rels/.rels", parts.packageRelationships),
      ("docProps/core.xml", parts.coreProperties),
      ("docProps/app.xml", parts.applicationProperties),
      ("word/document.xml", body.xml.bytes),
      (
        "word/_rels/document.xml.rels",
        parts.documentRelationships(pictures: body.pictures, links: body.links)
      ),
      ("word/styles.xml", WordStyles(profile: profile, language: document.language).xml),
      ("word/numbering.xml", body.numbering.xml(profile)),
      ("word/settings.xml", parts.settings),
      ("word/fontTable.xml", parts.fontTable),
      ("word/theme/theme1.xml", WordTheme.xml),
      ("word/header1.xml", parts.pageNumberHeader),
      ("word/header2.xml", parts.emptyHeader),
    ].map { ZipWriter.Entry($0.0, $0.1) }
    if !document.notes.isEmpty {
      entries.append(ZipWriter.Entry("word/footnotes.xml", notes.xml.bytes))
      if !notes.links.isEmpty {
        entries.append(
          ZipWriter.Entry(
            "word/_rels/footnotes.xml.rels", parts.noteRelationships(links: notes.links)))
      }
    }
    for (i, picture) in body.pictures.enumerated() {
      entries.append(
        ZipWriter.Entry(
          "word/media/image\(i + 1).\(picture.suffix)", picture.bytes, compressed: false))
    }
    do throws(ZipError) {
      return try ZipWriter.zip(entries)
    } catch {
      throw PrintError(message: error.message)
    }
  }
}

/// Twentieths of a point, the measure of Word.
func twips(_ points: Double) -> Int { Int((points * 20).rounded()) }

/// Eighths of a point, the measure of borders.
func eighths(_ points: Double) -> Int { max(Int((points * 8).rounded()), 2) }

/// English metric units, the measure of pictures.
func metricUnits(_ points: Double) -> Int { Int((points * 12_700).rounded()) }
