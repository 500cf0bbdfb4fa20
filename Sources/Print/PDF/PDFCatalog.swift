/// Adds what Cairo cannot say to the catalog of a finished PDF: its language, and that a viewer
/// shows the title rather than the file name (ISO 32000-1, 7.7.2 and 12.2).
enum PDFCatalog {
  /// The file with the entries added, or as it was if it is not laid out as Cairo does: the
  /// catalog is the last object, so that only the address of the table after it moves.
  static func completed(_ pdf: [UInt8], language: String) -> [UInt8] {
    let letters = language.utf8.allSatisfy { $0 == 45 || (97...122).contains($0 | 32) }
    let opening = Array("<< /Type /Catalog\n".utf8)
    let table = Array("\nxref\n".utf8)
    guard letters, let catalog = last(opening, in: pdf), let xref = last(table, in: pdf),
      let start = last(Array("startxref\n".utf8), in: pdf),
      catalog < xref, xref < start,
      last(Array(" 0 obj".utf8), in: pdf).map({ $0 < catalog }) == true
    else { return pdf }
    let entries = Array(
      "   /Lang (\(language))\n   /ViewerPreferences << /DisplayDocTitle true >>\n".utf8)
    let cut = catalog + opening.count
    var result = Array(pdf[..<cut])
    result += entries
    result += pdf[cut..<start]
    result += Array("startxref\n\(xref + 1 + entries.count)\n%%EOF\n".utf8)
    return result
  }

  /// Where `pattern` begins for the last time; sought from the end, where the catalog is.
  private static func last(_ pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    var start = bytes.count - pattern.count
    while start >= 0 {
      if bytes[start] == pattern[0], bytes[start..<start + pattern.count].elementsEqual(pattern) {
        return start
      }
      start -= 1
    }
    return nil
  }
}
