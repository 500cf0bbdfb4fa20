import Diagnostics
import Documents
import Glibc
import Print
import Testing

/// Fonts from a folder, as `--fonts` names it: files of Windows' names that say who they are.
@Suite(.enabled(if: unsafe access("/usr/bin/pdffonts", X_OK) == 0, "cần poppler-utils"))
struct FontFolderTests {
  private static let files = [
    ("Regular", "times.ttf"), ("Bold", "timesbd.ttf"), ("Italic", "timesi.ttf"),
    ("BoldItalic", "timesbi.ttf"),
  ]

  /// A folder with the first so many files of an invented Times New Roman: Liberation Serif under
  /// names of the same length.
  private func withFolder(_ count: Int, _ body: (String) throws -> Void) throws {
    let folder = try ScratchFolder()
    for (style, name) in Self.files.prefix(count) {
      var bytes = try ScratchFolder.read("\(FontSet.defaultFolder)/LiberationSerif-\(style).ttf")
      for (old, new) in [
        ("Liberation Serif", "Times New Romans"), ("LiberationSerif", "TimesNewRomanPS"),
      ] {
        // Names are in one byte a letter for old Macintoshes and in two for all others.
        replace(Array(old.utf8), by: Array(new.utf8), in: &bytes)
        replace(old.utf8.flatMap { [0, $0] }, by: new.utf8.flatMap { [0, $0] }, in: &bytes)
      }
      try folder.write(name, bytes)
    }
    try body(folder.path)
  }

  private func replace(_ old: [UInt8], by new: [UInt8], in bytes: inout [UInt8]) {
    for at in 0..<(bytes.count - old.count)
    where bytes[at] == old[0] && bytes[at..<at + old.count].elementsEqual(old) {
      bytes.replaceSubrange(at..<at + old.count, with: new)
    }
  }

  @Test func aReportIsSetInTheFontsOfTheFolder() throws {
    try withFolder(4) { folder in
      var bag = DiagnosticBag()
      let document = try Fixture.document("Thường **đậm** *nghiêng* ***cả hai*** ầỗợ")
      let bytes = try #require(
        PDFWriter(fonts: FontSet(folder: folder)).pdf(document, name: "a.pdf", into: &bag),
        "\(bag.sorted)")
      let list = try Tool.run("pdffonts", on: bytes)
      for name in ["", "-Bold", "-Italic", "-BoldItalic"] {
        #expect(list.contains("+TimesNewRomanPS\(name) "), "\(list)")
      }
      #expect(!list.contains("Liberation"), "\(list)")
      #expect(try Tool.run("pdftotext", on: bytes, "-").contains("nghiêng cả hai ầỗợ"))
    }
  }

  @Test func aMissingFileIsNamed() throws {
    try withFolder(2) { folder in
      let error = #expect(throws: PrintError.self) { try FontSet(folder: folder) }
      #expect(error?.message.contains("“\(folder)/timesi.ttf”") == true)
      #expect(error?.message.contains("bốn tệp của Times New Roman") == true)
    }
    #expect(throws: PrintError.self) { try FontSet(folder: "/khong/co") }
  }

  @Test func whatIsCopiedIsWhatWasWritten() throws {
    // One glyph each in this font: the hyphens, and the spaces.
    let words = "1\u{2011}2 3\u{2010}4 5-6"
    var bag = DiagnosticBag()
    let document = try Fixture.document(words + " mười\u{A0}phần trăm")
    let bytes = try #require(
      PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag), "\(bag.sorted)")
    let text = try Tool.run("pdftotext", on: bytes, "-")
    #expect(text.contains(words), "\(text)")
  }
}
