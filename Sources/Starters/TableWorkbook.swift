import Records
package import Vietnamese
package import Workbooks

/// Tables as a workbook to fill in: a sheet for each, with headings, notes and lists made from the
/// declarations that the reader itself uses.
package struct TableWorkbook {
  private let tables: [FilledTable]
  private let lists: ChoiceLists
  /// Rows that offer lists.
  private static let room = 1...1000
  private static let paper = Paper(isLandscape: true, top: 15, bottom: 15, left: 15, right: 15)

  package init(_ tables: [FilledTable]) {
    self.tables = tables
    lists = ChoiceLists(tables)
  }

  /// - Parameter guide: what the first sheet says above the list of the others; nil for no such
  ///   sheet.
  package func bytes(
    title: String, author: String, date: PlainDate, guide: [String]? = nil
  ) throws(WorkbookError) -> [UInt8] {
    let book = try Workbook()
    book.describe(title: title, subject: "", author: author, date: date)
    if let guide { try write(guide, title: title, into: book) }
    // Whoever imports a form may leave out what is not shown, so nothing of it is folded.
    for table in tables { try write(table, into: book, isFolded: guide == nil) }
    try lists.write(into: book)
    return try book.finish()
  }

  /// - Parameter isFolded: whether columns that most people never need are out of sight.
  private func write(
    _ table: FilledTable, into book: Workbook, isFolded: Bool
  ) throws(WorkbookError) {
    let sheet = try book.addSheet(table.name, Self.paper)
    var headLines = 1
    for (column, field) in (table.fields + table.spareFields).enumerated() {
      let isSpare = column >= table.fields.count
      let texts = isSpare ? [] : table.rows.map { $0[column] }
      let width = ColumnWidth.of(field, texts)
      // Text, so that no program turns `05/9/2026`, `1/2` or a number of a document into another
      // thing than was typed.
      let look = Workbook.Look(isWrapped: true, number: field.isNumber ? "" : "@")
      sheet.setWidth(Double(width), column: column, look, isFolded: isSpare && isFolded)
      let head = Workbook.Look(
        isBold: true, isBordered: true, isFilled: !isSpare, isWrapped: true, alignment: .center)
      sheet.write(.text(field.heading), row: 0, column: column, head)
      headLines = max(headLines, SheetMeasure(isBold: true).lines(field.heading, in: width))
      let remark = field.remark
      sheet.remark(remark, row: 0, column: column, lines: SheetMeasure().lines(remark, in: 44))
      offer(field, on: sheet, column: column)
    }
    if isFolded { sheet.endFolded(column: table.fields.count + table.spareFields.count) }
    sheet.setLines(headLines, row: 0)
    sheet.repeatRows(0, through: 0)
    for (index, row) in table.rows.enumerated() {
      var lines = 1
      for (column, text) in row.enumerated() where !text.isEmpty {
        let field = table.fields[column]
        let value: SheetValue = field.isNumber ? SheetValue(text) : .text(text)
        sheet.write(value, row: index + 1, column: column, Self.look(field))
        let width = ColumnWidth.of(field, table.rows.map { $0[column] })
        lines = max(lines, SheetMeasure().lines(text, in: width))
      }
      sheet.setLines(lines, row: index + 1)
    }
    sheet.setPrintArea(rows: table.rows.count + 1, columns: table.fields.count)
  }

  private static func look(_ field: Field) -> Workbook.Look {
    Workbook.Look(
      isBordered: true, alignment: field.isNumber ? .right : .left,
      number: field.isNumber ? "" : "@")
  }

  private func offer(_ field: Field, on sheet: Sheet, column: Int) {
    if let source = lists.source(of: field) {
      sheet.offer(source, rows: Self.room, column: column, isStrict: !field.isList)
      return
    }
    // Ids of another sheet of the book; typing one that is not there yet is no mistake.
    guard let name = field.reference,
      let table = tables.first(where: { Tables.isTable($0.schema, of: name) }),
      let index = table.fields.firstIndex(where: { $0.id == "id" })
    else { return }
    let letter = CellLetters.of(index)
    sheet.offer(
      "='\(table.name)'!$\(letter)$2:$\(letter)$1000", rows: Self.room, column: column,
      isStrict: false)
  }

  /// The first sheet: how to fill in, and where each table is.
  private func write(
    _ guide: [String], title: String, into book: Workbook
  ) throws(WorkbookError) {
    let sheet = try book.addSheet("Hướng dẫn", Self.paper)
    let widths = [20, 34, 60]
    for (column, width) in widths.enumerated() { sheet.setWidth(Double(width), column: column) }
    let all = widths.reduce(0, +)
    var row = 0
    for (index, line) in ([title] + guide).enumerated() {
      let isTitle = index == 0
      sheet.write(
        .text(line), row: row, column: 0, rows: 1, columns: widths.count,
        Workbook.Look(isBold: isTitle, isWrapped: true))
      sheet.setLines(SheetMeasure(isBold: isTitle).lines(line, in: all), row: row)
      row += 1
    }
    row += 1
    let head = Workbook.Look(isBold: true, isBordered: true, isFilled: true, alignment: .center)
    for (column, text) in ["Trang tính", "Nội dung", "Cột bắt buộc"].enumerated() {
      sheet.write(.text(text), row: row, column: column, head)
    }
    for table in tables {
      row += 1
      let required = table.schema.fields.filter(\.isRequired).map(\.heading)
        .joined(separator: "; ")
      sheet.link(to: table.name, row: row, column: 0)
      for (column, text) in [(1, table.schema.title), (2, required)] {
        sheet.write(.text(text), row: row, column: column, Workbook.Look(isBordered: true))
      }
      sheet.setLines(SheetMeasure().lines(required, in: widths[2]), row: row)
    }
    sheet.setPrintArea(rows: row + 1, columns: widths.count)
  }
}

/// The words that columns offer, kept on a sheet that nobody needs to see: a list within a cell's
/// rule could neither be long nor have commas in it.
private struct ChoiceLists {
  private static let name = "Danh mục"
  /// Each list once, in the order in which tables come upon it.
  private var lists: [[String]] = []

  init(_ tables: [FilledTable]) {
    for table in tables {
      for field in table.schema.fields where !field.options.isEmpty {
        if !lists.contains(field.options) { lists.append(field.options) }
      }
    }
  }

  func source(of field: Field) -> String? {
    guard !field.options.isEmpty, let column = lists.firstIndex(of: field.options) else {
      return nil
    }
    let letter = CellLetters.of(column)
    return "='\(Self.name)'!$\(letter)$1:$\(letter)$\(field.options.count)"
  }

  func write(into book: Workbook) throws(WorkbookError) {
    guard !lists.isEmpty else { return }
    let sheet = try book.addSheet(
      Self.name, Paper(isLandscape: false, top: 15, bottom: 15, left: 15, right: 15))
    for (column, list) in lists.enumerated() {
      for (row, word) in list.enumerated() { sheet.write(.text(word), row: row, column: column) }
    }
    sheet.hide()
  }
}

/// Columns as spreadsheets name them: `AA` comes after `Z`.
private enum CellLetters {
  static func of(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : of(column / 26 - 1) + letter
  }
}

/// How wide a column has to be, in letters: no word of its heading is torn, short texts stand on one
/// line, long ones go on on the next.
private enum ColumnWidth {
  static func of(_ field: Field, _ texts: [String]) -> Int {
    let head =
      field.heading.split(separator: " ")
      .map { SheetMeasure(isBold: true).letters(String($0)) }.max() ?? 0
    let body = texts.map { SheetMeasure().letters($0) }.max() ?? 0
    let least = field.isNumber ? 9 : 12
    return max(head + 1, least, min(body, 36))
  }
}
