extension HTMLRun {
  /// Begins a new line unless the output stands at the start of one.
  mutating func newLine() {
    if out.count > start, out[out.count - 1] != UInt8(ascii: "\n") {
      out.append(UInt8(ascii: "\n"))
    }
  }

  mutating func put(_ literal: StaticString) {
    unsafe out.append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  mutating func put(string: String) { out.append(contentsOf: string.utf8) }

  mutating func put(number: Int) { out.append(contentsOf: String(number).utf8) }

  mutating func put(raw text: Text) { out.append(contentsOf: document.text[text.range]) }

  /// Copies runs and replaces the four characters that HTML reads as its own.
  mutating func escape(_ text: Text) {
    unsafe document.text.withUnsafeBufferPointer { bytes in
      unsafe HTMLEscape.text(
        UnsafeBufferPointer(rebasing: bytes[text.range]), into: &out)
    }
  }

  mutating func escape(string: String) {
    var string = string
    string.withUTF8 { unsafe HTMLEscape.text($0, into: &out) }
  }

  /// Writes an address as the value of an attribute.
  mutating func escape(href text: Text) {
    unsafe document.text.withUnsafeBufferPointer { bytes in
      unsafe HTMLEscape.href(UnsafeBufferPointer(rebasing: bytes[text.range]), into: &out)
    }
  }

  mutating func escape(href string: String) {
    var string = string
    string.withUTF8 { unsafe HTMLEscape.href($0, into: &out) }
  }
}

/// Escaping by run copy.
enum HTMLEscape {
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var run = 0
    var place = 0
    let count = bytes.count
    while place < count {
      let byte = unsafe bytes[place]
      if byte > 0x3E {
        place += 1
        continue
      }
      let name: StaticString
      switch byte {
      case UInt8(ascii: "<"): name = "&lt;"
      case UInt8(ascii: ">"): name = "&gt;"
      case UInt8(ascii: "&"): name = "&amp;"
      case UInt8(ascii: "\""): name = "&quot;"
      default:
        place += 1
        continue
      }
      unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<place]))
      unsafe out.append(
        contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      place += 1
      run = place
    }
    unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run..<count]))
  }

  static func href(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    for place in bytes.indices {
      let byte = unsafe bytes[place]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
        UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "#"),
        UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "?"),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        out.append(byte)
      case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "'"): out.append(contentsOf: "&#x27;".utf8)
      default:
        out.append(UInt8(ascii: "%"))
        out.append(hexDigit(byte >> 4))
        out.append(hexDigit(byte & 15))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
