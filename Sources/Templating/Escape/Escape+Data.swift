/// Values in notations that hold data: JSON and tables with a line for each record.
extension Escape {
  // MARK: JSON

  /// The inside of a JSON string; also safe within a `script` element and an attribute.
  static func json(_ bytes: [UInt8], to out: inout [UInt8]) {
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 10: out.append(text: "\\n")
      case 13: out.append(text: "\\r")
      case 9: out.append(text: "\\t")
      case 0..<32, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "'"), 127:
        out.append(text: "\\u00")
        out.append(hexDigit(byte >> 4))
        out.append(hexDigit(byte & 15))
      case 0xA8, 0xA9:
        // U+2028 and U+2029 end a line in older JavaScript.
        if i >= 2, bytes[i - 2] == 0xE2, bytes[i - 1] == 0x80 {
          out.removeLast(2)
          out.append(text: byte == 0xA8 ? "\\u2028" : "\\u2029")
        } else {
          out.append(byte)
        }
      default: out.append(byte)
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 48 + value : 87 + value
  }

  // MARK: CSV

  /// A whole cell: in quotes where it needs them, and never a formula.
  static func csv(_ bytes: [UInt8], to out: inout [UInt8]) {
    let isFormula = isFormula(bytes)
    guard isFormula || needsQuotes(bytes) else {
      out.append(contentsOf: bytes)
      return
    }
    out.append(UInt8(ascii: "\""))
    // Spreadsheets take what follows an apostrophe as text.
    if isFormula { out.append(UInt8(ascii: "'")) }
    csvQuoted(bytes, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  /// A part of a cell that stands in quotes already.
  static func csvQuoted(_ bytes: [UInt8], to out: inout [UInt8]) {
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
  }

  private static func needsQuotes(_ bytes: [UInt8]) -> Bool {
    bytes.first == 32 || bytes.last == 32
      || bytes.contains { byte in
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 9, 10, 13: true
        default: false
        }
      }
  }

  /// Whether a spreadsheet would compute this instead of showing it; numbers and phone numbers
  /// with a sign are let through.
  static func isFormula(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 13: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      let isNumber = bytes.dropFirst().allSatisfy {
        $0.isDigit || $0 == 32 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
          || $0 == UInt8(ascii: "%")
      }
      return !isNumber
    default: return false
    }
  }
}
