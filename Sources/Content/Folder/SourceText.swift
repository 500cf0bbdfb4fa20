import Records

/// Lines of input files for those who show a problem with its surroundings.
///
/// A file is read again only when one of its lines is asked for, since most builds show none.
package struct SourceText: Sendable {
  private let source: ContentSource

  package init(_ source: ContentSource) { self.source = source }

  /// Line `number` (from 1) without its end; bytes that are not UTF-8 are shown as U+FFFD.
  ///
  /// Nil for a workbook, whose rows are no lines of its file.
  package func line(of file: String, number: Int) -> String? {
    guard number > 0, TableFile.ending(of: file) != "xlsx", let bytes = try? source.read(file)
    else { return nil }
    var current = 1
    var start = bytes.startIndex
    while current < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
      current += 1
    }
    guard start < bytes.endIndex || number == 1 else { return nil }
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
