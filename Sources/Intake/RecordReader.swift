import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Makes one row of a table out of each row of a sheet.
struct RecordReader {
  let grid: Grid
  let head: Head
  let facts: SheetFacts
  let options: ImportOptions
  let cells: CellReader

  private(set) var rows: [DraftRow] = []
  private var carried: Grid.Cell?
  private var sectionUnit: String?

  init(
    grid: Grid, head: Head, facts: SheetFacts, options: ImportOptions, cells: CellReader
  ) {
    self.grid = grid
    self.head = head
    self.facts = facts
    self.options = options
    self.cells = cells
  }

  /// Whether a row names a unit that is known; in the table of units every name is new.
  func isNamed(_ row: Grid.Row) -> Bool {
    let field = cells.kind.name == "units" ? "name" : "unit"
    guard let cell = head.column(of: field).flatMap({ row[$0.number] }) else { return false }
    return cells.books.units.one(cell.text) != nil
  }

  mutating func read(
    _ pieces: [TableBody.Piece], ids: inout IDMaker, account: inout SheetAccount,
    into bag: inout DiagnosticBag
  ) {
    for piece in pieces {
      switch piece {
      case .section(let text, let row):
        carried = nil
        if cells.kind.declaration(of: "unit") != nil, head.column(of: "unit") == nil,
          let unit = cells.books.units.one(text)
        {
          sectionUnit = unit
          account.leaveOut(row, because: "tên đơn vị của các dòng dưới")
        } else {
          account.leaveOut(row, because: "tiêu đề nhóm")
        }
      case .row(let row):
        account.taken += 1
        guard let draft = read(row, ids: &ids, into: &bag) else { continue }
        rows.append(draft)
      }
      if bag.all.count > Importer.maxProblems { break }
    }
    account.made += rows.count
  }

  private mutating func read(
    _ row: Grid.Row, ids: inout IDMaker, into bag: inout DiagnosticBag
  ) -> DraftRow? {
    let before = bag.all.count
    var draft = DraftRow(at: grid.location(row, row.own.first?.column ?? 1))
    // The unit first: names of people may need it.
    let columns = head.columns.filter { $0.field != nil }
      .sorted { ($0.field == "unit" ? 0 : 1, $0.number) < ($1.field == "unit" ? 0 : 1, $1.number) }
    for column in columns {
      guard let id = column.field, let field = cells.kind.declaration(of: id),
        let cell = cell(of: row, column)
      else { continue }
      let place = grid.location(row, cell.column, heading: column.heading)
      if id == "decision_number", let (number, date) = DerivedFields.decision(cell.text) {
        draft.set(id, number, at: place)
        draft.set("decision_date", date.short, at: place)
        continue
      }
      let value = cells.value(
        of: cell, in: row, column, as: field, unit: draft.values["unit"], into: &bag)
      if let value { draft.set(id, value, at: place) }
    }
    guard bag.all.count == before else { return nil }
    complete(&draft, row, ids: &ids, into: &bag)
    return bag.all.count == before ? draft : nil
  }

  /// The cell of a column; the name of a unit left blank or repeated by a mark stands above.
  private mutating func cell(of row: Grid.Row, _ column: Column) -> Grid.Cell? {
    let cell = row[column.number]
    guard column.field == "unit" else { return cell }
    if let cell, !OfficeWords.dittos.contains(cell.text.lowercased()), !cell.isDash {
      carried = cell
    }
    return carried
  }

  /// What the row does not say but its sheet, the user or its other fields do.
  private func complete(
    _ draft: inout DraftRow, _ row: Grid.Row, ids: inout IDMaker, into bag: inout DiagnosticBag
  ) {
    for field in cells.kind.schema.fields where draft.values[field.id] == nil {
      if field.id == "unit", let unit = sectionUnit ?? options.unit ?? facts.unit?.value {
        draft.set("unit", unit, at: draft.origin)
      } else if field.id == "campaign", let campaign = cells.campaign {
        draft.set("campaign", campaign, at: draft.origin)
      } else if field.id == "period", case .text = field.type,
        let period = options.period ?? facts.period?.value
      {
        draft.set("period", period.written, at: draft.origin)
      } else if let text = options.values[field.id],
        let value = cells.value(of: text, as: field, at: draft.origin, into: &bag)
      {
        draft.set(field.id, value, at: draft.origin)
      } else if let value = DerivedFields.value(
        of: field.id, in: cells.kind.name, from: draft.values)
      {
        draft.set(field.id, value, at: draft.origin)
      }
    }
    if draft.values["id"] == nil, cells.kind.declaration(of: "id") != nil {
      draft.set("id", ids.make(cells.kind.name, draft.values), at: draft.origin)
    }
    for field in cells.kind.schema.fields where field.isRequired && draft.values[field.id] == nil {
      let column = head.column(of: field.id)
      let place =
        column.map { grid.location(row, $0.number, heading: $0.heading) } ?? draft.origin
      let name = field.aliases.first ?? field.id
      bag.error(
        "schema.missing", at: place, "Thiếu mục bắt buộc “\(name)” (\(field.id)).",
        help: column == nil
          ? "Thêm cột “\(name)” vào bảng; nếu mọi dòng đều như nhau thì thêm "
            + "--set \"\(field.id)=\(field.type.example)\"."
          : field.help)
    }
  }
}
