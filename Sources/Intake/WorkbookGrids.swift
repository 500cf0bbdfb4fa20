import Diagnostics
import Spreadsheets
import Vietnamese

/// The sheets of a workbook as grids: fonts of old encodings decoded, joined cells filled.
struct WorkbookGrids {
  /// Cells that joined ones may fill; a sheet for people needs far fewer.
  static let maxSpread = 500_000

  let file: String
  let takesHidden: Bool
  private(set) var grids: [Grid] = []
  /// What is not shown and was left out, by sheet.
  private(set) var leftOut: [(sheet: String, what: String)] = []

  init(_ book: Spreadsheet, file: String, takesHidden: Bool) {
    self.file = file
    self.takesHidden = takesHidden
    for (place, sheet) in book.sheets.enumerated() where !sheet.rows.isEmpty {
      if sheet.isHidden, !takesHidden {
        leftOut.append((sheet.name, "trang tính ẩn"))
        continue
      }
      let name = Location.Sheet(number: place + 1, name: TidyText.line(sheet.name))
      let shown = takesHidden ? sheet : withoutHiddenColumns(sheet)
      let filled = Self.spread(shown, Self.rows(of: shown))
      grids.append(
        Grid(
          file: file, sheet: name, rows: filled,
          encoding: Self.encodings(of: shown).map(\.name).joined(separator: ", ").nonEmpty))
    }
  }

  private mutating func withoutHiddenColumns(_ sheet: Spreadsheet.Sheet) -> Spreadsheet.Sheet {
    var shown = sheet
    func isHidden(_ column: Int) -> Bool { sheet.hiddenColumns.contains { $0.contains(column) } }
    var hidden = Set<Int>()
    for index in shown.rows.indices {
      for cell in shown.rows[index].cells where isHidden(cell.place.column) {
        hidden.insert(cell.place.column)
      }
      shown.rows[index].cells.removeAll { isHidden($0.place.column) }
    }
    if !hidden.isEmpty {
      let letters = hidden.sorted().map(Location.letters(ofColumn:)).joined(separator: ", ")
      leftOut.append((sheet.name, "cột ẩn \(letters)"))
    }
    return shown
  }

  // MARK: Cells

  private static func rows(of sheet: Spreadsheet.Sheet) -> [Grid.Row] {
    let spoken = spokenEncoding(of: sheet)
    return sheet.rows.map { row in
      Grid.Row(
        number: row.number, line: row.number, isHidden: row.isHidden,
        cells: row.cells.compactMap { cell(of: $0, spoken) })
    }
  }

  private static func cell(
    of cell: Spreadsheet.Cell, _ spoken: LegacyEncoding?
  ) -> Grid.Cell? {
    let column = cell.place.column
    switch cell.value {
    case .fault(let word): return Grid.Cell(column: column, text: word, value: .fault(word))
    case .unknown: return Grid.Cell(column: column, text: "", value: .uncomputed)
    case .text(let raw):
      let text = unicode(raw, font: cell.font, spoken)
      let line = TidyText.line(text)
      if line.isEmpty { return nil }
      return Grid.Cell(column: column, text: line, lines: TidyText.lines(text))
    case .flag: return cell.text.map { Grid.Cell(column: column, text: $0) }
    case .number(let number):
      guard let text = cell.text else {
        return Grid.Cell(column: column, text: String(number), value: .time)
      }
      switch cell.format {
      case .date: return Grid.Cell(column: column, text: text, value: .date)
      case .percent:
        let figure = shortened(String(text.dropLast()), shown: cell.decimals)
        return Grid.Cell(column: column, text: figure + "%", value: .percent)
      default:
        let figure = shortened(text, shown: cell.decimals)
        return Grid.Cell(column: column, text: figure, value: .number)
      }
    }
  }

  /// A figure that a formula left with a long tail, to as many digits as are shown and at least two.
  private static func shortened(_ text: String, shown: Int?) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let digits = max(2, min(shown ?? VNNumber.maxScale, VNNumber.maxScale))
    guard parts.count == 2, parts[1].count > digits else { return text }
    // One digit more than is kept decides the rounding; fifteen digits fit a machine number.
    guard let units = Int(parts[0] + parts[1].prefix(digits + 1)) else { return text }
    let isNegative = text.hasPrefix("-")
    let half = (units.magnitude + 5) / 10
    guard let rounded = Int(exactly: half) else { return text }
    let number = VNNumber(units: isNegative ? -rounded : rounded, scale: digits)
    var short = number.text(groupedBy: "")
    while short.hasSuffix("0") { short.removeLast() }
    return short.hasSuffix(",") ? String(short.dropLast()) : short
  }

  // MARK: Encodings

  private static func unicode(
    _ text: String, font: String?, _ spoken: LegacyEncoding?
  ) -> String {
    if let font, let known = LegacyText.encoding(ofFont: font) {
      let decoded = LegacyText.decode(text, as: known.encoding) ?? text
      return known.isUpper ? decoded.uppercased() : decoded
    }
    return spoken.flatMap { LegacyText.decode(text, as: $0) } ?? text
  }

  /// The old encoding of texts whose font was changed and no more tells, by their letters; nil for
  /// a sheet with any letter that only Unicode has.
  private static func spokenEncoding(of sheet: Spreadsheet.Sheet) -> LegacyEncoding? {
    var bytes: [UInt8] = []
    for row in sheet.rows {
      for cell in row.cells {
        guard case .text(let text) = cell.value,
          cell.font.flatMap(LegacyText.encoding(ofFont:)) == nil
        else { continue }
        guard let found = LegacyText.bytes(of: text) else { return nil }
        if bytes.count < 100_000 { bytes += found + [0x0A] }
      }
    }
    // A few letters are too little to tell an encoding by.
    guard bytes.count(where: { $0 >= 0x80 }) >= 12 else { return nil }
    let encoding = LegacyEncoding.detect(bytes)
    return [.tcvn3, .vni].contains(encoding) ? encoding : nil
  }

  private static func encodings(of sheet: Spreadsheet.Sheet) -> [LegacyEncoding] {
    var found: [LegacyEncoding] = []
    for cell in sheet.rows.lazy.flatMap(\.cells) {
      guard case .text = cell.value,
        let encoding = cell.font.flatMap(LegacyText.encoding(ofFont:))?.encoding,
        !found.contains(encoding)
      else { continue }
      found.append(encoding)
    }
    if let spoken = spokenEncoding(of: sheet), !found.contains(spoken) { found.append(spoken) }
    return found
  }

  // MARK: Joined cells

  private static func spread(_ sheet: Spreadsheet.Sheet, _ rows: [Grid.Row]) -> [Grid.Row] {
    guard !sheet.merges.isEmpty else { return rows }
    var places: [Int: Int] = [:]
    for (index, row) in rows.enumerated() { places[row.number] = index }
    let lastColumn = rows.compactMap(\.cells.last?.column).max() ?? 0
    let lastRow = rows.last?.number ?? 0
    var added: [Int: [Grid.Cell]] = [:]
    var budget = maxSpread
    filling: for range in sheet.merges where range.first.row <= lastRow {
      guard let origin = places[range.first.row].flatMap({ rows[$0][range.first.column] })
      else { continue }
      for number in range.first.row...min(range.last.row, lastRow) {
        let first = range.first.column
        for column in first...max(first, min(range.last.column, lastColumn)) {
          budget -= 1
          if budget <= 0 { break filling }
          guard let index = places[number], rows[index][column] == nil else { continue }
          var copy = origin
          copy.column = column
          copy.isSpread = true
          added[index, default: []].append(copy)
        }
      }
    }
    var filled = rows
    for (index, cells) in added {
      filled[index].cells = distinct((rows[index].cells + cells).sorted { $0.column < $1.column })
    }
    return filled
  }

  /// The first of cells in one column: joined cells do not overlap but in damaged files.
  private static func distinct(_ cells: [Grid.Cell]) -> [Grid.Cell] {
    var kept: [Grid.Cell] = []
    kept.reserveCapacity(cells.count)
    for cell in cells where kept.last?.column != cell.column { kept.append(cell) }
    return kept
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
