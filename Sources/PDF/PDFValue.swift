/// A value of a PDF (ISO 32000-1, 7.3).
package indirect enum PDFValue: Sendable {
  case bool(Bool)
  case int(Int)
  case real(Double)
  /// A name without its slash.
  case name(String)
  /// Text for people; written as UTF-16 where PDF's own set of letters does not reach.
  case text(String)
  case bytes([UInt8])
  case array([PDFValue])
  case dictionary([(key: String, value: PDFValue)])
  case reference(PDFReference)

  /// A dictionary as it is read in the standard.
  package static func record(_ pairs: KeyValuePairs<String, PDFValue>) -> PDFValue {
    .dictionary(pairs.map { ($0.key, $0.value) })
  }

  package static func numbers(_ values: Double...) -> PDFValue { .array(values.map { .real($0) }) }
}

/// An object that others may name.
package struct PDFReference: Sendable, Hashable {
  let number: Int
}

/// Why a file could not be written.
package struct PDFError: Error, Sendable {
  package var message: String
}

// MARK: Writing

extension [UInt8] {
  mutating func append(_ value: PDFValue) {
    switch value {
    case .bool(let flag): append(text: flag ? "true" : "false")
    case .int(let number): append(decimal: number)
    case .real(let number): append(decimal: number)
    case .name(let name): append(name: name)
    case .text(let text): append(string: Self.encoded(text))
    case .bytes(let bytes):
      append(UInt8(ascii: "<"))
      for byte in bytes { append(hex: byte) }
      append(UInt8(ascii: ">"))
    case .reference(let reference):
      append(decimal: reference.number)
      append(text: " 0 R")
    case .array(let items):
      append(UInt8(ascii: "["))
      for (i, item) in items.enumerated() {
        if i > 0 { append(UInt8(ascii: " ")) }
        append(item)
      }
      append(UInt8(ascii: "]"))
    case .dictionary(let pairs):
      append(text: "<<")
      for (key, value) in pairs {
        append(name: key)
        append(UInt8(ascii: " "))
        append(value)
      }
      append(text: ">>")
    }
  }

  /// Signs with a meaning of their own are written as numbers (ISO 32000-1, 7.3.5).
  private mutating func append(name: String) {
    append(UInt8(ascii: "/"))
    for byte in name.utf8 {
      switch byte {
      case 0...32, 127..., UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: "%"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        append(UInt8(ascii: "#"))
        append(hex: byte)
      default: append(byte)
      }
    }
  }

  private mutating func append(string bytes: [UInt8]) {
    append(UInt8(ascii: "("))
    for byte in bytes { append(escaped: byte) }
    append(UInt8(ascii: ")"))
  }

  /// A byte within a string in brackets.
  mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    // A line end inside a string would be read as another one.
    case 13: append(text: "\\r")
    default: append(byte)
    }
  }

  /// Text in PDF's own set of letters as far as that is ASCII, else as UTF-16 (ISO 32000-1, 7.9.2).
  private static func encoded(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ (32..<127).contains($0) }) { return Array(text.utf8) }
    var bytes: [UInt8] = [0xFE, 0xFF]
    bytes.reserveCapacity(2 * text.utf8.count + 2)
    for unit in text.utf16 {
      bytes.append(UInt8(unit >> 8))
      bytes.append(UInt8(unit & 0xFF))
    }
    return bytes
  }

  mutating func append(text: String) { append(contentsOf: text.utf8) }

  mutating func append(decimal number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    let magnitude = number.magnitude
    var place: UInt = 1
    while magnitude / place >= 10 { place *= 10 }
    while place > 0 {
      append(UInt8(ascii: "0") + UInt8(magnitude / place % 10))
      place /= 10
    }
  }

  /// At most three decimals, so that the bytes do not hang on the last bit of a division.
  mutating func append(decimal value: Double) {
    guard value.isFinite, abs(value) < 1e9 else { return append(UInt8(ascii: "0")) }
    let thousandths = Int((value * 1000).rounded())
    if thousandths < 0 { append(UInt8(ascii: "-")) }
    append(decimal: abs(thousandths) / 1000)
    var rest = abs(thousandths) % 1000
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    var place = 100
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  mutating func append(hex byte: UInt8) {
    for digit in [byte >> 4, byte & 15] {
      append(digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "A") - 10))
    }
  }

  mutating func append(hex unit: UInt16) {
    append(hex: UInt8(unit >> 8))
    append(hex: UInt8(unit & 0xFF))
  }
}
