package import Documents
import Workbooks

/// Writes the tables of a document as a workbook with real numbers, for those who reckon again.
package struct SheetWriter: Sendable {
  private let profile: PageProfile

  package init(profile: PageProfile = .decree30) {
    self.profile = profile
  }

  /// - Parameter period: of the report, as people name it.
  /// - Throws: `PrintError` if the workbook cannot be written.
  package func xlsx(_ document: Document, period: String? = nil) throws(PrintError) -> [UInt8] {
    do throws(WorkbookError) {
      return try write(document, period: period)
    } catch {
      throw PrintError(message: error.message)
    }
  }

  private func write(_ document: Document, period: String?) throws(WorkbookError) -> [UInt8] {
    let book = try Workbook()
    let frame = document.frame
    book.describe(
      title: document.title, subject: frame.subject, author: frame.issuer, date: frame.date)
    let plan = SheetPlan(document)
    try overview(document, period: period, plan, book)
    for sheet in plan.sheets { try table(sheet, book) }
    return try book.finish()
  }

  private func paper(isLandscape: Bool) -> Paper {
    let margins = profile.margins(isLandscape: isLandscape)
    return Paper(
      isLandscape: isLandscape, top: margins.top, bottom: margins.bottom, left: margins.left,
      right: margins.right)
  }

  /// What the report is, and a line for each table that leads to it.
  private func overview(
    _ document: Document, period: String?, _ plan: SheetPlan, _ book: Workbook
  ) throws(WorkbookError) {
    let sheet = try book.addSheet(SheetPlan.overview, paper(isLandscape: false))
    let frame = document.frame
    let widths = [38, 44]
    for (c, width) in widths.enumerated() { sheet.setWidth(Double(width), column: c) }
    var row = 0
    func line(_ name: String, _ text: String?) {
      guard let text else { return }
      sheet.write(.text(name), row: row, column: 0, Workbook.Look(isBold: true))
      sheet.write(.text(text), row: row, column: 1, Workbook.Look(isWrapped: true))
      sheet.setLines(SheetMeasure().lines(text, in: widths[1]), row: row)
      row += 1
    }
    line("Văn bản", frame.kind)
    line("Trích yếu", frame.subject)
    line("Đơn vị", frame.issuer)
    line("Cơ quan chủ quản", frame.superior)
    line("Kỳ", period)
    sheet.write(.text("Ngày"), row: row, column: 0, Workbook.Look(isBold: true))
    sheet.write(frame.date, row: row, column: 1)
    row += 2
    defer { sheet.setPrintArea(rows: row + 1, columns: 2) }
    if plan.sheets.isEmpty {
      sheet.write(.text("Văn bản này không có bảng số liệu."), row: row, column: 0)
      return
    }
    let head = Workbook.Look(isBold: true, isBordered: true, isFilled: true, alignment: .center)
    sheet.write(.text("Trang tính"), row: row, column: 0, head)
    sheet.write(.text("Bảng"), row: row, column: 1, head)
    for one in plan.sheets {
      row += 1
      sheet.link(to: one.name, row: row, column: 0)
      sheet.write(.text(one.title), row: row, column: 1, Workbook.Look(isBordered: true))
      let lines = zip([one.name, one.title], widths).map { SheetMeasure().lines($0, in: $1) }
      sheet.setLines(lines.max() ?? 1, row: row)
    }
  }

  private func table(_ one: SheetPlan.Sheet, _ book: Workbook) throws(WorkbookError) {
    let sheet = try book.addSheet(one.name, paper(isLandscape: one.isLandscape))
    let table = one.table
    let widths = widths(of: one)
    for (c, width) in widths.enumerated() { sheet.setWidth(Double(width), column: c) }
    sheet.write(
      .text(one.title), row: 0, column: 0, rows: 1, columns: widths.count,
      Workbook.Look(isBold: true, isWrapped: true))
    sheet.setLines(
      SheetMeasure(isBold: true).lines(one.title, in: widths.reduce(0, +)), row: 0)
    let first = 2
    let body = first + table.head.count
    let head = Workbook.Look(isBold: true, isBordered: true, isFilled: true, alignment: .center)
    write(table.head, of: table, on: sheet, from: first, widths) { text, _ in (.text(text), head) }
    if body > first { sheet.repeatRows(first, through: body - 1) }
    write(table.rows, of: table, on: sheet, from: body, widths) { text, column in
      let alignment = Self.alignment(table.columns[column].alignment)
      return (SheetValue(text), Workbook.Look(isBordered: true, alignment: alignment))
    }
    sheet.setPrintArea(rows: body + table.rows.count, columns: widths.count)
  }

  /// The rows of the head or the body; `value` says what a text of a column is and looks like.
  private func write(
    _ rows: [[DocumentTable.Cell?]], of table: DocumentTable, on sheet: Sheet, from first: Int,
    _ widths: [Int], _ value: (String, Int) -> (SheetValue, Workbook.Look)
  ) {
    for (r, row) in rows.enumerated() {
      var lines = 1
      for (c, cell) in row.prefix(table.columns.count).enumerated() {
        guard let cell else { continue }
        let text = Self.text(cell)
        let reach = table.reach(of: cell, row: r, column: c, in: rows.count)
        let (value, look) = value(text, c)
        sheet.write(
          value, row: first + r, column: c, rows: reach.rows, columns: reach.columns, look)
        let width = widths[c..<c + reach.columns].reduce(0, +)
        let needed = SheetMeasure(isBold: look.isBold).lines(text, in: width)
        lines = max(lines, (needed + reach.rows - 1) / reach.rows)
      }
      sheet.setLines(lines, row: first + r)
    }
  }

  /// In letters: as wide as on paper, but no number and no word of the head is cut.
  private func widths(of one: SheetPlan.Sheet) -> [Int] {
    let margins = profile.margins(isLandscape: one.isLandscape)
    let room = (one.isLandscape ? profile.height : profile.width) - margins.left - margins.right
    func widest(_ rows: [[DocumentTable.Cell?]], _ c: Int, _ needed: (String) -> Int) -> Int {
      rows.compactMap { c < $0.count ? $0[c] : nil }.filter { $0.columns < 2 }
        .map { needed(Self.text($0)) }.max() ?? 0
    }
    let (body, head) = (SheetMeasure(), SheetMeasure(isBold: true))
    return one.table.columns.enumerated().map { c, column in
      let numbers = widest(one.table.rows, c) { text in
        guard case .number = SheetValue(text) else { return 0 }
        return body.letters(text)
      }
      let words = widest(one.table.head, c) { text in
        text.split(whereSeparator: \.isWhitespace).map { head.letters(String($0)) }.max() ?? 0
      }
      return max(SheetMeasure.letters(column.share * room), numbers, min(words, 20))
    }
  }

  /// The words of a cell without the blanks around them.
  private static func text(_ cell: DocumentTable.Cell) -> String {
    let text = cell.runs.map(\.text).joined()
    var kept = text[...]
    while kept.first?.isWhitespace == true { kept.removeFirst() }
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return String(kept)
  }

  private static func alignment(_ alignment: DocumentTable.Alignment) -> Workbook.Look.Alignment {
    switch alignment {
    case .left: .left
    case .center: .center
    case .right, .decimal: .right
    }
  }
}
