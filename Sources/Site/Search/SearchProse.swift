/// What a reader sees of Markdown, near enough for a search: without addresses, tags and comments.
struct SearchProse {
  let bytes: ArraySlice<UInt8>

  /// The readable pieces, in order.
  var pieces: [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var i = start
    func leap(to end: Int) {
      if i > start { pieces.append(bytes[start..<i]) }
      i = end
      start = end
    }
    while i < bytes.endIndex {
      switch bytes[i] {
      case UInt8(ascii: "]") where at(i + 1) == UInt8(ascii: "("):
        leap(to: after(UInt8(ascii: ")"), from: i + 2))
      case UInt8(ascii: "]") where at(i + 1) == UInt8(ascii: ":") && at(i + 2) == 0x20:
        leap(to: after(0x0A, from: i + 2))
      case UInt8(ascii: "<") where isTag(i + 1):
        let isComment = bytes[i...].starts(with: Self.comment)
        leap(to: isComment ? afterComment(from: i + 4) : after(UInt8(ascii: ">"), from: i + 1))
      default: i += 1
      }
    }
    leap(to: bytes.endIndex)
    return pieces
  }

  /// The first plain paragraph, at most `limit` characters of it.
  func opening(to limit: Int) -> String? {
    for line in bytes.split(separator: 0x0A) {
      guard let first = line.first, first >= 0x80 || first | 0x20 >= 0x61 && first | 0x20 <= 0x7A
      else { continue }
      let text = SearchProse(bytes: line).pieces.joined()
        .filter { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "[") && $0 != 0x60 && $0 != 0x5C }
      return String(decoding: text, as: UTF8.self).shortened(to: limit)
    }
    return nil
  }

  private static let comment = Array("<!--".utf8)

  private func at(_ i: Int) -> UInt8 { i < bytes.endIndex ? bytes[i] : 0 }

  private func isTag(_ i: Int) -> Bool {
    let byte = at(i)
    return byte == UInt8(ascii: "!") || byte == UInt8(ascii: "/")
      || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// The place after the next such byte, or the end.
  private func after(_ byte: UInt8, from start: Int) -> Int {
    guard start < bytes.endIndex else { return bytes.endIndex }
    return bytes[start...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.endIndex
  }

  private func afterComment(from start: Int) -> Int {
    var i = start
    while i < bytes.endIndex {
      i = after(UInt8(ascii: ">"), from: i)
      if i - 3 >= start, bytes[i - 2] == 0x2D, bytes[i - 3] == 0x2D { return i }
    }
    return bytes.endIndex
  }
}
