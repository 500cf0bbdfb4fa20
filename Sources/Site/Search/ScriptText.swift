/// JavaScript as it is sent: without whole lines of remarks, indentation and the blanks that part
/// signs from words, which are a fourth of what a phone would load.
///
/// Not a parser. A line with a slash, an apostrophe or a backquote stays as it is, for its blanks may
/// be part of a pattern or a text; so do the lines of a text that goes over several.
enum ScriptText {
  static func sent(_ source: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var isInText = false
    for line in source.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isText = isInText
      if line.count(where: { $0 == UInt8(ascii: "`") }) % 2 == 1 { isInText.toggle() }
      if isText {
        out += line
      } else {
        let code = line.drop { $0 == 0x20 }
        if code.isEmpty || code.starts(with: remark) { continue }
        if code.contains(where: { quotes.contains($0) }) {
          out += code
        } else {
          squeeze(code, into: &out)
        }
      }
      out.append(0x0A)
    }
    return out
  }

  private static let remark = Array("//".utf8)
  private static let quotes = Array("'`/".utf8)
  /// Signs that need no blank beside them, whatever stands on its other side.
  private static let signs = Array("=,;:?(){}[]&|*%".utf8)

  private static func squeeze(_ code: ArraySlice<UInt8>, into out: inout [UInt8]) {
    var isInText = false
    var before: UInt8 = 0x20
    for i in code.indices {
      let byte = code[i]
      if byte == UInt8(ascii: "\""), before != UInt8(ascii: "\\") { isInText.toggle() }
      if byte == 0x20, !isInText {
        let after = i + 1 < code.endIndex ? code[i + 1] : 0x20
        let isArrow = before == UInt8(ascii: ">") && out.dropLast().last == UInt8(ascii: "=")
        if after == 0x20 || isArrow || signs.contains(before) || signs.contains(after) { continue }
      }
      out.append(byte)
      before = byte
    }
  }
}
