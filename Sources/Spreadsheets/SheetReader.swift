import XML

/// One sheet: its cells with what they hold.
final class SheetReader: XMLListener {
  private(set) var merges: [CellRange] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var count = 0
  /// Whether there were more cells than there was room for.
  private(set) var isOverfull = false

  private let strings: [CellText]
  private let styles: [CellStyle]
  private let room: Int
  private var rows: [Spreadsheet.Row] = []
  private var row = Spreadsheet.Row(number: 0, isHidden: false, cells: [])
  private var place = CellPlace(row: 1, column: 0)
  private var kind = ""
  private var style = CellStyle()
  private var value: [UInt8]?
  private var hasFormula = false
  private var runs: TextRuns?

  init(strings: [CellText], styles: [CellStyle], room: Int) {
    self.strings = strings
    self.styles = styles
    self.room = room
  }

  /// Programs write rows and cells in order; a hand that did not is put right.
  var sortedRows: [Spreadsheet.Row] {
    func isSorted(_ numbers: some Sequence<Int>) -> Bool {
      zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }
    for index in rows.indices where !isSorted(rows[index].cells.map(\.place.column)) {
      rows[index].cells.sort { $0.place.column < $1.place.column }
    }
    return isSorted(rows.map(\.number)) ? rows : rows.sorted { $0.number < $1.number }
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? row.number + 1
      row = Spreadsheet.Row(
        number: min(max(number, 1), CellPlace.maxRow),
        isHidden: ["1", "true"].contains(attributes["hidden"]), cells: [])
      place = CellPlace(row: row.number, column: 0)
    case "c":
      place =
        attributes["r"].flatMap { CellPlace($0) }
        ?? CellPlace(row: row.number, column: min(place.column + 1, CellPlace.maxColumn))
      kind = attributes["t"] ?? "n"
      let index = attributes["s"].flatMap { Int($0) } ?? 0
      style = styles.indices.contains(index) ? styles[index] : CellStyle()
      value = nil
      hasFormula = false
    case "col": hideColumns(attributes)
    case "is": runs = TextRuns()
    case "f": hasFormula = true
    case "mergeCell":
      if let range = attributes["ref"].flatMap({ CellRange($0) }) { merges.append(range) }
    default: runs?.start(name, attributes)
    }
  }

  private func hideColumns(_ attributes: XMLAttributes) {
    guard ["1", "true"].contains(attributes["hidden"]),
      let first = attributes["min"].flatMap({ Int($0) }),
      let last = attributes["max"].flatMap({ Int($0) }), first >= 1, first <= last
    else { return }
    hiddenColumns.append(first...last)
  }

  func end(_ name: String, text: [UInt8]) {
    switch name {
    case "v": value = text
    case "c": endCell()
    case "row":
      if !row.cells.isEmpty { rows.append(row) }
    default: runs?.end(name, text: text)
    }
  }

  private func endCell() {
    let rich = runs?.item
    runs = nil
    guard let found = content(rich) else { return }
    guard count < room else {
      isOverfull = true
      return
    }
    count += 1
    row.cells.append(
      Spreadsheet.Cell(
        place: place, value: found.value, format: style.format, decimals: style.decimals,
        font: found.font ?? style.font, isBold: style.isBold))
  }

  private func content(_ rich: CellText?) -> (value: Spreadsheet.Cell.Value, font: String?)? {
    if let rich { return rich.text.isEmpty ? nil : (.text(rich.text), rich.font) }
    guard let value else { return hasFormula ? (.unknown, nil) : nil }
    let text = String(decoding: value, as: UTF8.self)
    switch kind {
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else { return nil }
      let item = strings[index]
      return item.text.isEmpty ? nil : (.text(item.text), item.font)
    case "str", "inlineStr":
      let text = TextRuns.unescaped(value)
      return text.isEmpty ? nil : (.text(text), nil)
    case "b": return (.flag(text == "1" || text == "true"), nil)
    case "e": return (.fault(text), nil)
    case "d": return (.text(Self.day(text)), nil)
    default:
      if text.isEmpty { return hasFormula ? (.unknown, nil) : nil }
      // LibreOffice writes what it could not work out as a number of no value.
      guard let number = Double(text), number.isFinite else { return (.text(text), nil) }
      return (.number(number), nil)
    }
  }

  /// A date that the file itself writes by ISO 8601, without its time.
  private static func day(_ text: String) -> String {
    String(text.prefix { $0 != "T" })
  }
}
