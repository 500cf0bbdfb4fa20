extension CSV {
  /// One row of a table as RFC 4180 has it, ended by a line feed.
  ///
  /// No cell is ever a formula to the program that opens it: what begins like one gets an
  /// apostrophe, after which spreadsheets take a cell as text; numbers with a sign are left alone.
  package static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  /// Whether a spreadsheet would compute this text instead of showing it.
  package static func isFormula(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      return !text.utf8.dropFirst().allSatisfy {
        (0x30...0x39).contains($0) || " .,%".utf8.contains($0)
      }
    default: return false
    }
  }

  /// A cell as it stands in its row, whatever of `,`, `;` and tab is between the cells.
  package static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    let needsQuotes =
      safe.utf8.contains { "\",;\t\n\r".utf8.contains($0) } || safe.utf8.first == 0x20
      || safe.utf8.last == 0x20
    guard needsQuotes else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
