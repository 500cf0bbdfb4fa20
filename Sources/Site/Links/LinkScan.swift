/// One pass over the bytes of a page for what its tags point at and can be pointed at.
///
/// Not a parser: it knows tags, attributes, comments and the two elements whose text is no markup,
/// which is all that addresses need.
struct LinkScan {
  enum Attribute { case id, link }

  private let bytes: ArraySlice<UInt8>
  private var i: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    i = bytes.startIndex
  }

  /// Calls `found` with every value of `id`, and of each attribute that holds an address.
  static func run(
    _ bytes: ArraySlice<UInt8>, _ found: (Attribute, ArraySlice<UInt8>) -> Void
  ) {
    var scan = LinkScan(bytes)
    scan.run(found)
  }

  private mutating func run(_ found: (Attribute, ArraySlice<UInt8>) -> Void) {
    let end = bytes.endIndex
    while i < end {
      guard bytes[i] == UInt8(ascii: "<") else {
        i += 1
        continue
      }
      i += 1
      guard i < end else { return }
      if bytes[i...].starts(with: Self.comment) {
        skip(past: Self.commentEnd)
      } else if Self.isLetter(bytes[i]) {
        let name = word()
        attributes(found)
        if Self.matches(name, Self.script) {
          skip(past: Self.scriptEnd)
        } else if Self.matches(name, Self.style) {
          skip(past: Self.styleEnd)
        }
      }
    }
  }

  private mutating func attributes(_ found: (Attribute, ArraySlice<UInt8>) -> Void) {
    let end = bytes.endIndex
    while i < end {
      let byte = bytes[i]
      if byte == UInt8(ascii: ">") { return }
      guard Self.isLetter(byte) else {
        i += 1
        continue
      }
      let name = word()
      skipBlanks()
      guard i < end, bytes[i] == UInt8(ascii: "=") else { continue }
      i += 1
      skipBlanks()
      let value = value()
      if Self.matches(name, Self.id) {
        found(.id, value)
      } else if Self.matches(name, Self.href) || Self.matches(name, Self.src)
        || Self.matches(name, Self.poster)
      {
        found(.link, value)
      } else if Self.matches(name, Self.srcset) {
        // Addresses, each with a width, parted by a comma and a blank.
        for entry in value.split(separator: UInt8(ascii: ",")) {
          let address = entry.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
          if !address.isEmpty { found(.link, address) }
        }
      }
    }
  }

  private mutating func value() -> ArraySlice<UInt8> {
    let end = bytes.endIndex
    guard i < end else { return [] }
    let quote = bytes[i]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      i += 1
      let start = i
      while i < end, bytes[i] != quote { i += 1 }
      let value = bytes[start..<i]
      if i < end { i += 1 }
      return value
    }
    let start = i
    while i < end, bytes[i] > 0x20, bytes[i] != UInt8(ascii: ">") { i += 1 }
    return bytes[start..<i]
  }

  private mutating func word() -> ArraySlice<UInt8> {
    let start = i
    while i < bytes.endIndex, Self.isName(bytes[i]) { i += 1 }
    return bytes[start..<i]
  }

  private mutating func skipBlanks() {
    while i < bytes.endIndex, bytes[i] <= 0x20 { i += 1 }
  }

  private mutating func skip(past mark: [UInt8]) {
    while i < bytes.endIndex {
      if bytes[i] == mark[0], bytes[i...].starts(with: mark) {
        i += mark.count
        return
      }
      i += 1
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x3A) || byte == UInt8(ascii: "-")
  }

  /// Names are compared without regard to case, as HTML does.
  private static func matches(_ name: ArraySlice<UInt8>, _ wanted: [UInt8]) -> Bool {
    name.count == wanted.count && zip(name, wanted).allSatisfy { $0 | 0x20 == $1 }
  }

  private static let comment = Array("!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let script = Array("script".utf8)
  private static let scriptEnd = Array("</script".utf8)
  private static let style = Array("style".utf8)
  private static let styleEnd = Array("</style".utf8)
  private static let id = Array("id".utf8)
  private static let href = Array("href".utf8)
  private static let src = Array("src".utf8)
  private static let srcset = Array("srcset".utf8)
  private static let poster = Array("poster".utf8)
}
