import Diagnostics
import Records
import Vietnamese

/// A CSV file of any encoding, separator and raggedness as a grid.
enum TextGrid {
  /// Nil after having told why there is none.
  static func read(
    _ bytes: [UInt8], file: String, encoding asked: LegacyEncoding?,
    into bag: inout DiagnosticBag
  ) -> Grid? {
    let encoding = asked ?? LegacyEncoding.detect(bytes)
    guard let text = unicode(bytes, encoding) else {
      bag.error(
        "import.encoding", at: Location(file: file),
        "Không nhận ra bảng mã của tệp.",
        help: "Nêu bảng mã bằng --encoding tcvn3, vni hoặc windows-1258; hoặc mở tệp bằng Excel, "
          + "lưu thành “CSV UTF-8”.")
      return nil
    }
    let (separator, body) = separator(of: text)
    var told = DiagnosticBag()
    let rows = CSV.rows(body, separatedBy: separator, file: file, into: &told)
    bag.add(contentsOf: told)
    if told.hasErrors { return nil }
    let skipped = text.count == body.count ? 0 : 1
    let isPlain = encoding == .utf8 || encoding == .utf8BOM
    return Grid(
      file: file, sheet: nil,
      rows: rows.enumerated().map { index, row in
        Grid.Row(
          number: index + 1 + skipped, line: row.line + skipped,
          cells: row.cells.enumerated().compactMap { place, text in
            let line = TidyText.line(text)
            return line.isEmpty
              ? nil : Grid.Cell(column: place + 1, text: line, lines: TidyText.lines(text))
          })
      }, encoding: isPlain ? nil : encoding.name)
  }

  /// The text as UTF-8.
  private static func unicode(_ bytes: [UInt8], _ encoding: LegacyEncoding) -> [UInt8]? {
    switch encoding {
    case .utf8, .utf8BOM: return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes
    case .utf16LE, .utf16BE:
      let isLittle = encoding == .utf16LE
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for index in stride(from: 0, to: bytes.count - 1, by: 2) {
        let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(isLittle ? a | b << 8 : a << 8 | b)
      }
      if units.first == 0xFEFF { units.removeFirst() }
      return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    case .tcvn3, .vni, .windows1258:
      return LegacyText.decode(bytes, as: encoding).map { Array($0.utf8) }
    case .unknown: return nil
    }
  }

  /// The mark that cuts the most rows into the same number of cells, and what follows a `sep=` line.
  private static func separator(of text: [UInt8]) -> (UInt8, body: [UInt8]) {
    let marks = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = text[start...].prefix(5)
    if head.starts(with: Array("sep=".utf8)), let mark = head.last, marks.contains(mark) {
      let rest = text[(start + 5)...].drop { $0 == 0x0D }
      return (mark, Array(rest.dropFirst()))
    }
    var best = (mark: UInt8(ascii: ","), rows: 0)
    for mark in marks {
      var unheard = DiagnosticBag()
      let sample = Array(text.prefix(64 << 10))
      let rows = CSV.rows(sample, separatedBy: mark, file: "", into: &unheard)
      var counts: [Int: Int] = [:]
      for row in rows where row.cells.count > 1 { counts[row.cells.count, default: 0] += 1 }
      let usual = counts.values.max() ?? 0
      if usual > best.rows { best = (mark, usual) }
    }
    return (best.mark, text)
  }
}
