package import Campaigns
package import Diagnostics
import Records
import Spreadsheets
import Vietnamese

/// What a workbook became.
package struct Imported: Sendable {
  package struct Table: Sendable {
    /// Below the content folder.
    package var path: String
    /// CSV in UTF-8, with the ids of fields as headings.
    package var bytes: [UInt8]
    package var rows: Int
    /// How many of them were not there before.
    package var added: Int
    /// Name of the schema that the table follows.
    package var schema: String
  }

  package var accounts: [SheetAccount] = []
  package var tables: [Table] = []
}

/// Reads workbooks of offices into tables of the content folder.
///
/// Every cell with content ends up in a table, in the account of what was left out and why, or in a
/// problem that names it.
package struct Importer {
  /// Problems told of one workbook; with more, it is wrong as a whole.
  static let maxProblems = 1000
  /// Tables below each other in one sheet.
  static let maxTables = 50

  private let archive: Archive
  private let books: NameBooks
  private let options: ImportOptions
  private let existing: (String) -> [UInt8]?

  /// - Parameter existing: the table at a path below the content folder, for rows to be added to.
  package init(
    into archive: Archive, options: ImportOptions, existing: @escaping (String) -> [UInt8]?
  ) {
    self.archive = archive
    self.options = options
    self.existing = existing
    books = NameBooks(archive)
  }

  /// Names of the tables that a sheet may be said to be.
  package static let tableNames = TableKind.all.map(\.name).sorted()
  package static let fieldNames = Set(TableKind.all.flatMap { $0.schema.fields.map(\.id) }).sorted()

  /// The field of any table that a heading means.
  package static func field(_ heading: String) -> String? {
    if fieldNames.contains(heading) { return heading }
    return TableKind.all.lazy.compactMap { $0.field(heading) }.first
  }

  package func read(
    _ bytes: [UInt8], file: String, into bag: inout DiagnosticBag
  ) -> Imported {
    var imported = Imported()
    guard let grids = grids(bytes, file: file, &imported, into: &bag) else { return imported }
    var drafts: [Draft] = []
    var ids: [String: IDMaker] = [:]
    for grid in grids where bag.all.count <= Self.maxProblems {
      read(grid, &drafts, &ids, &imported, into: &bag)
    }
    if drafts.isEmpty, !bag.hasErrors {
      bag.error(
        "import.no-table", at: Location(file: file),
        "Không thấy bảng nào trong tệp: không dòng nào có tên cột nhận ra được.",
        help: "Nêu loại bảng bằng --table (\(Self.tableNames.joined(separator: ", "))), hoặc sửa "
          + "tên cột theo “neuguong schema”.")
    }
    if !drafts.isEmpty, drafts.allSatisfy(\.rows.isEmpty), !bag.hasErrors {
      bag.error(
        "import.no-rows", at: Location(file: file),
        "Thấy tên cột của bảng nhưng không lấy được dòng nào.",
        help: "Xem vì sao từng dòng bị bỏ ở phần đã hiểu in ra bên trên; dòng ẩn thì thêm --hidden."
      )
    }
    for draft in drafts where !draft.rows.isEmpty {
      let bytes = draft.bytes
      tellDistorted(draft, into: &bag)
      imported.tables.append(
        Imported.Table(
          path: draft.path, bytes: bytes, rows: draft.rows.count,
          added: draft.rows.count - draft.kept, schema: draft.kind.schema.name))
    }
    return imported
  }

  // MARK: Sheets

  private func grids(
    _ bytes: [UInt8], file: String, _ imported: inout Imported, into bag: inout DiagnosticBag
  ) -> [Grid]? {
    guard bytes.starts(with: Array("PK".utf8)) || TableFile.ending(of: file).hasPrefix("xls") else {
      return TextGrid.read(bytes, file: file, encoding: options.encoding, into: &bag).map { [$0] }
    }
    do throws(SpreadsheetFault) {
      let book = try SpreadsheetFile.read(bytes)
      let read = WorkbookGrids(book, file: file, takesHidden: options.takesHidden)
      for (sheet, what) in read.leftOut {
        var account = SheetAccount()
        account.sheet = sheet
        account.remark = "\(what), không đọc (thêm --hidden để đọc)"
        imported.accounts.append(account)
      }
      guard let wanted = options.sheets else { return read.grids }
      let names = read.grids.compactMap(\.sheet?.name)
      for name in wanted where !names.contains(where: { Fold.slug($0) == Fold.slug(name) }) {
        bag.error(
          "import.no-sheet", at: Location(file: file), "Không có trang tính “\(name)”.",
          help: Suggestion.question(for: name, among: names)
            ?? "Các trang tính: \(names.joined(separator: ", ")).")
      }
      let slugs = Set(wanted.map(Fold.slug))
      return read.grids.filter { slugs.contains(Fold.slug($0.sheet?.name ?? "")) }
    } catch {
      bag.error(
        "spreadsheet.unreadable", at: Location(file: file),
        "Không đọc được bảng tính: \(error.message).", help: error.help)
      return nil
    }
  }

  /// All tables of a sheet, one below the other.
  private func read(
    _ grid: Grid, _ drafts: inout [Draft], _ ids: inout [String: IDMaker],
    _ imported: inout Imported, into bag: inout DiagnosticBag
  ) {
    let shapes = RowShapes(grid)
    var start = 0
    var tables = 0
    var earlier: SheetFacts?
    var account = SheetAccount()
    account.sheet = grid.sheet?.name
    account.encoding = grid.encoding
    while let choice = TableChoice.best(
      in: grid, shapes, from: start, books: books, options: options)
    {
      tables += 1
      if tables > Self.maxTables {
        bag.error(
          "import.too-many", at: Location(file: grid.file),
          "Một trang tính có quá \(Self.maxTables) bảng, phần còn lại chưa được đọc.",
          help: "Tách các bảng ra nhiều trang tính.")
        return
      }
      if start > 0 {
        for row in grid.rows[start..<choice.head.rows.lowerBound] where !row.cells.isEmpty {
          imported.accounts[imported.accounts.count - 1].leaveOut(
            row, because: SheetAccount.Reason.footer)
        }
      }
      let facts = choice.facts.completed(by: earlier)
      if let (name, place) = facts.contradiction, options.unit == nil,
        choice.head.column(of: "unit") == nil
      {
        bag.error(
          "import.unit-conflict", at: place,
          "Trang tính “\(grid.sheet?.name ?? "")” là của một đơn vị, dòng này lại ghi “\(name)”.",
          help: "Sửa tên trang tính hoặc dòng tiêu đề cho khớp, hoặc thêm --unit MÃ.")
      }
      earlier = facts
      start = read(grid, shapes, choice, facts, &account, &drafts, &ids, into: &bag)
      imported.accounts.append(account)
      account = SheetAccount()
      account.sheet = grid.sheet?.name
      account.encoding = grid.encoding
      if bag.all.count > Self.maxProblems {
        bag.error(
          "import.too-many", at: Location(file: grid.file),
          "Có quá \(Self.maxProblems) vấn đề, phần còn lại của tệp chưa được đọc.",
          help: "Sửa các lỗi đã nêu trước; có thể cả một cột ghi sai kiểu.")
        return
      }
    }
    if start == 0 {
      account.remark = "không thấy bảng nào"
      imported.accounts.append(account)
      return
    }
    for row in grid.rows.dropFirst(start) where !row.cells.isEmpty {
      imported.accounts[imported.accounts.count - 1].leaveOut(
        row, because: SheetAccount.Reason.footer)
    }
  }

  /// Reads one table; the place in the grid's rows after it.
  private func read(
    _ grid: Grid, _ shapes: RowShapes, _ choice: TableChoice, _ facts: SheetFacts,
    _ account: inout SheetAccount,
    _ drafts: inout [Draft], _ ids: inout [String: IDMaker], into bag: inout DiagnosticBag
  ) -> Int {
    let kind = kind(of: choice.kind)
    let head = choice.head
    let campaign = campaign(of: choice, facts, kind, grid, into: &bag)
    let path = kind.path(campaign: campaign, unit: options.unit)
    account.describe(choice, kind, facts, campaign: campaign, books: books, options: options)
    account.path = campaign == nil && kind.scope == .campaign ? "?" : path
    account.headRows =
      grid.rows[head.rows.lowerBound].number...grid.rows[head.rows.upperBound].number
    let cells = CellReader(grid: grid, kind: kind, books: books, campaign: campaign)
    let sorter = RowSorter(
      head: head, takesHidden: options.takesHidden, clusters: books.clusters,
      hasGroups: ["results", "units"].contains(kind.name))
    let finder = HeadFinder(grid: grid, shapes: shapes, reader: choice.reader)
    var rows: [DraftRow] = []
    let body: TableBody
    if kind.name == "results" {
      var reader = FigureReader(
        grid: grid, head: head, facts: facts, options: options, cells: cells,
        campaign: campaign ?? "")
      body = TableBody(
        of: grid, below: head, sorter, startsHead: finder.begins, isNamed: reader.isNamed,
        account: &account)
      if campaign != nil { reader.read(body.pieces, account: &account, into: &bag) }
      rows = reader.rows
    } else {
      var reader = RecordReader(
        grid: grid, head: head, facts: facts, options: options, cells: cells)
      body = TableBody(
        of: grid, below: head, sorter, startsHead: finder.begins, isNamed: reader.isNamed,
        account: &account)
      let taken = taken(by: kind.name, besides: path, campaign)
      var maker = ids[path] ?? IDMaker(books: books, taken: taken)
      reader.read(body.pieces, ids: &maker, account: &account, into: &bag)
      ids[path] = maker
      // Where the table belongs is not known, what is wrong with its rows is.
      rows = campaign == nil && kind.scope == .campaign ? [] : reader.rows
    }
    ColumnCheck(grid: grid, choice: choice, campaign: campaign, books: books)
      .tell(of: body.pieces, into: &bag)
    if !drafts.contains(where: { $0.path == path }) {
      var draft = Draft(kind: kind, path: path)
      if options.addsToExisting, let bytes = existing(path) { draft.keep(bytes, into: &bag) }
      drafts.append(draft)
    }
    if let place = drafts.firstIndex(where: { $0.path == path }) {
      drafts[place].add(rows, into: &bag)
    }
    return body.end
  }

  /// A workbook of one unit goes into the unit's folder, where there is such a table.
  private func kind(of kind: TableKind) -> TableKind {
    guard options.unit != nil else { return kind }
    return TableKind.ofUnits.first { $0.name == kind.name } ?? kind
  }

  /// The campaign whose table it is: said by the user, the targets, the titles, or the only one.
  private func campaign(
    of choice: TableChoice, _ facts: SheetFacts, _ kind: TableKind, _ grid: Grid,
    into bag: inout DiagnosticBag
  ) -> String? {
    if kind.scope == .root { return nil }
    let isOptional = kind.scope == .unit && kind.declaration(of: "campaign")?.isRequired == false
    let only = archive.campaigns.count == 1 ? archive.campaigns.first?.id : nil
    if let known = options.campaign ?? choice.campaign ?? facts.campaign?.value ?? only {
      return known
    }
    if isOptional { return nil }
    let row = grid.rows[choice.head.rows.lowerBound]
    // Those of the offices that the units report to are most likely meant.
    let rows = grid.rows.dropFirst(choice.head.rows.upperBound + 1).prefix(100)
    let all = archive.campaigns.filter { kind.name != "results" || !$0.targets.isEmpty }
      .map(\.id).sorted()
    let near = all.filter { TableChoice.reporting(rows, choice.head, books, $0) > 0 }
    let names = near.isEmpty ? all : near
    bag.error(
      "import.no-campaign", at: grid.location(row, row.cells.first?.column ?? 1),
      "Không biết bảng này thuộc phong trào nào.",
      help: "Thêm --campaign MÃ: \(names.prefix(12).joined(separator: ", "))"
        + (names.count > 12 ? " …" : "."))
    return nil
  }

  // MARK: Ids and checks

  /// Ids of the folder that new rows must not take; those of the table itself are replaced.
  private func taken(by table: String, besides path: String, _ campaign: String?) -> Set<String> {
    let others = archive.campaigns.filter { options.addsToExisting || $0.id != campaign }
    switch table {
    case "units": return Set(archive.units.flatMap { [$0.id] + $0.aliases })
    case "people": return Set(archive.people.map(\.id))
    case "clusters": return Set(archive.clusters.map(\.id))
    case "documents": return Set(archive.documents.map(\.id))
    case "registrations": return Set(others.flatMap(\.registrations).map(\.id))
    case "awards": return Set((others.flatMap(\.awards) + archive.awards).map(\.id))
    case "exemplars": return Set(archive.campaigns.flatMap(\.exemplars).map(\.id))
    case "inspections": return Set(others.flatMap(\.inspections).map(\.id))
    default: return []
    }
  }

  /// What was made must read as it was meant: the table is read again as `check` will read it.
  private func tellDistorted(_ draft: Draft, into bag: inout DiagnosticBag) {
    var told = DiagnosticBag()
    guard let table = TableFile.parse(draft.bytes, file: draft.path, into: &told) else {
      bag.add(contentsOf: told)
      return
    }
    _ = draft.kind.schema.read(table, into: &told)
    bag.add(contentsOf: told)
    for row in draft.rows {
      for (field, value) in row.values.sorted(by: { $0.key < $1.key }) where CSV.isFormula(value) {
        bag.warning(
          "import.formula", at: row.places[field] ?? row.origin,
          "“\(value.prefix(40))” mở đầu như một công thức nên được ghi sau dấu nháy đơn.",
          help: "Bỏ dấu “=”, “@”, “+” hoặc “-” ở đầu ô nếu không cần.")
      }
    }
  }
}
