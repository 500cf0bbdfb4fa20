package import Diagnostics

/// Parts a text file into the YAML between two `---` lines at its head, and the body after it.
package enum FrontMatter {
  package typealias Parts = (yaml: Range<Int>, body: Range<Int>, bodyFirstLine: Int)

  /// The head was opened and never closed.
  package struct Unclosed: Error {}

  /// The YAML begins on this line of the file, whenever there is any.
  package static let yamlFirstLine = 2

  /// Byte ranges of both parts; nil if the file has no head (then all of it is body).
  ///
  /// A byte order mark and CRLF are tolerated, so are spaces after the dashes. The body does not
  /// hold the closing line.
  package static func split(_ bytes: [UInt8]) throws(Unclosed) -> Parts? {
    let start = Bytes.start(bytes)
    guard let head = line(bytes, from: start), isFence(bytes[start..<head.end]) else { return nil }
    var position = head.next
    var number = 2
    while let found = line(bytes, from: position) {
      if isFence(bytes[position..<found.end]) {
        return (head.next..<position, found.next..<bytes.count, number + 1)
      }
      position = found.next
      number += 1
    }
    throw Unclosed()
  }

  /// The same for a named file: a file without a head is all body, an unclosed head is told of.
  package static func split(_ bytes: [UInt8], file: String, into bag: inout DiagnosticBag)
    -> Parts?
  {
    do {
      if let parts = try split(bytes) { return parts }
      let start = Bytes.start(bytes)
      return (start..<start, start..<bytes.count, 1)
    } catch {
      bag.error(
        "front-matter.unclosed", at: Location(file: file, line: 1, column: 1, length: 3),
        "Phần khai báo đầu tệp chưa đóng.",
        help: "Thêm một dòng “---” sau dòng khai báo cuối cùng.")
      return nil
    }
  }

  private static func line(_ bytes: [UInt8], from start: Int) -> (end: Int, next: Int)? {
    guard start < bytes.count else { return nil }
    guard let newline = bytes[start...].firstIndex(of: 0x0A) else {
      return (bytes.count, bytes.count)
    }
    return (newline, newline + 1)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: [0x2D, 0x2D, 0x2D])
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
