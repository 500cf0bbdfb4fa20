import Vietnamese

/// What a cell of a spreadsheet holds: a number to reckon with, or text.
package enum SheetValue: Sendable, Hashable {
  case number(Double, format: String)
  case text(String)

  /// Reads a cell of a report: `8,50`, `1.284`, `98,56%` and `05` are numbers, shown as they were;
  /// all else stays text, so `412/418`, `1.1`, `=A1` and numbers too long to be exact.
  package init(_ text: String) {
    self = Self.number(text) ?? .text(text)
  }

  /// What a spreadsheet keeps exactly.
  private static let mostDigits = 15

  private static func number(_ text: String) -> SheetValue? {
    guard let last = text.last, last.isASCII, last.isNumber || last == "%",
      case .success(let parsed) = VNNumber.parse(text)
    else { return nil }
    let number = parsed.number
    // Only what is written as we write numbers; other readings are guesses.
    let written = String(
      text.filter { $0 != "%" && !$0.isWhitespace }.map { $0 == "−" ? "-" : $0 })
    guard written.utf8.count(where: { (0x30...0x39).contains($0) }) <= mostDigits
    else { return nil }
    let decimals = number.scale == 0 ? "" : "." + String(repeating: "0", count: number.scale)
    let whole: String
    if written == number.text(groupedBy: "") {
      whole = "0"
    } else if written == number.text {
      whole = "#,##0"
    } else if written.utf8.count == 2, written.hasPrefix("0"), number.scale == 0 {
      // Clerks write 05 for 5.
      whole = "00"
    } else {
      return nil
    }
    if parsed.isPercent {
      return .number(number.double / 100, format: "\(whole)\(decimals)%")
    }
    return .number(number.double, format: whole + decimals)
  }
}
