package import Documents

/// Writes the tables of a document as a workbook with real numbers, for those who reckon again.
package struct SheetWriter: Sendable {
  private let profile: PageProfile

  package init(profile: PageProfile = .decree30) {
    self.profile = profile
  }

  /// - Parameter period: of the report, as people name it.
  /// - Throws: `PrintError` if the workbook cannot be written.
  package func xlsx(_ document: Document, period: String? = nil) throws(PrintError) -> [UInt8] {
    let book = try Workbook()
    let frame = document.frame
    book.describe(
      title: document.title, subject: frame.subject, author: frame.issuer, date: frame.date)
    let plan = SheetPlan(document)
    try overview(document, period: period, plan, book)
    for sheet in plan.sheets { try table(sheet, book) }
    return try book.finish()
  }

  /// What the report is, and a line for each table that leads to it.
  private func overview(
    _ document: Document, period: String?, _ plan: SheetPlan, _ book: Workbook
  ) throws(PrintError) {
    let sheet = try book.addSheet(SheetPlan.overview, isLandscape: false)
    let frame = document.frame
    sheet.setWidth(34, column: 0)
    sheet.setWidth(80, column: 1)
    var row = 0
    func line(_ name: String, _ text: String?) {
      guard let text else { return }
      sheet.write(.text(name), row: row, column: 0, Workbook.Look(isBold: true))
      sheet.write(.text(text), row: row, column: 1)
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
    }
  }

  private func table(_ one: SheetPlan.Sheet, _ book: Workbook) throws(PrintError) {
    let sheet = try book.addSheet(one.name, isLandscape: one.isLandscape)
    sheet.write(.text(one.title), row: 0, column: 0, Workbook.Look(isBold: true))
    let table = one.table
    let texts = table.rows.map { row in row.prefix(table.columns.count).map(Self.text) }
    let widths = widths(of: one, texts)
    for (c, width) in widths.enumerated() { sheet.setWidth(Double(width), column: c) }
    let first = 2
    let body = first + table.head.count
    head(table, on: sheet, from: first, widths)
    if body > first { sheet.repeatRows(first, through: body - 1) }
    for (r, row) in texts.enumerated() {
      for (c, text) in row.enumerated() {
        let alignment = Self.alignment(table.columns[c].alignment)
        sheet.write(
          SheetValue(text), row: body + r, column: c,
          Workbook.Look(isBordered: true, alignment: alignment))
      }
      sheet.setLines(zip(row, widths).map { Self.lines(of: $0, in: $1) }.max() ?? 1, row: body + r)
    }
  }

  private func head(_ table: DocumentTable, on sheet: Sheet, from first: Int, _ widths: [Int]) {
    let look = Workbook.Look(isBold: true, isBordered: true, isFilled: true, alignment: .center)
    for (r, row) in table.head.enumerated() {
      var lines = 1
      for (c, cell) in row.prefix(table.columns.count).enumerated() {
        guard let cell else { continue }
        let text = Self.text(cell)
        let columns = min(max(cell.columns, 1), table.columns.count - c)
        let rows = min(max(cell.rows, 1), table.head.count - r)
        if columns > 1 || rows > 1 {
          sheet.merge(text, row: first + r, column: c, rows: rows, columns: columns, look)
        } else {
          sheet.write(.text(text), row: first + r, column: c, look)
        }
        let width = widths[c..<c + columns].reduce(0, +)
        lines = max(lines, (Self.lines(of: text, in: width) + rows - 1) / rows)
      }
      sheet.setLines(lines, row: first + r)
    }
  }

  /// In letters: as wide as on paper, where a letter takes two millimetres, but no number is cut.
  private func widths(of one: SheetPlan.Sheet, _ texts: [[String]]) -> [Int] {
    let room =
      (one.isLandscape ? profile.height : profile.width) - profile.left - profile.right
    return one.table.columns.enumerated().map { c, column in
      let longest = texts.lazy.map { row -> Int in
        guard c < row.count, case .number = SheetValue(row[c]) else { return 0 }
        return row[c].count
      }
      return max(Int((column.share * room / 2).rounded()), (longest.max() ?? 0) + 2, 5)
    }
  }

  /// Spreadsheets find the height of a row only when somebody types in it.
  private static func lines(of text: String, in width: Int) -> Int {
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var room = 0
      for word in line.split(separator: " ") {
        if word.count > room {
          lines += 1
          room = width
        }
        room -= word.count + 1
      }
    }
    return max(lines, 1)
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
