import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Makes rows of results out of any shape of table.
///
/// A figure has four coordinates: its target, unit, period and what it measures. Each is said by the
/// head of its column, by a cell of its row, by a title over the row, by the sheet or by the user;
/// whether units are rows and targets columns or the other way round comes out of that.
struct FigureReader {
  let grid: Grid
  let head: Head
  let facts: SheetFacts
  let options: ImportOptions
  let cells: CellReader
  let campaign: String
  let figures: FigureText

  private(set) var rows: [DraftRow] = []
  private var places: [[String]: Int] = [:]
  /// Last key of each field: cells left blank or with ditto marks repeat what stands above.
  private var carried: [String: String] = [:]
  private var sectionUnit: String?
  private var sectionTarget: String?
  /// The target of all figures, by the user or the titles.
  private let statedTarget: String?
  /// Keys of shares one half of which could not be read.
  private var spoilt = Set<[String]>()

  init(
    grid: Grid, head: Head, facts: SheetFacts, options: ImportOptions, cells: CellReader,
    campaign: String
  ) {
    self.grid = grid
    self.head = head
    self.facts = facts
    self.options = options
    self.cells = cells
    self.campaign = campaign
    let book = cells.books.targets(of: campaign)
    statedTarget = options.values["target"].flatMap(book.one) ?? facts.target(among: book)
    figures = FigureText(readsFractions: options.readsFractions)
  }

  /// Whether a row names a unit or a target that is known.
  func isNamed(_ row: Grid.Row) -> Bool {
    for field in ["unit", "target"] {
      guard let column = head.column(of: field), let cell = row[column.number],
        let book = cells.books.book(of: field, campaign: campaign)
      else { continue }
      if book.knows(cell.text) { return true }
    }
    return false
  }

  // MARK: Reading

  mutating func read(
    _ pieces: [TableBody.Piece], account: inout SheetAccount, into bag: inout DiagnosticBag
  ) {
    let columns = head.columns.filter { $0.figure != nil }
    let hasPeriod = knowsPeriod(columns, into: &bag)
    let parts = suspects(columns, pieces)
    for piece in pieces {
      switch piece {
      case .section(let text, let row): section(text, row, account: &account)
      case .row(let row):
        account.taken += 1
        read(row, columns, parts, hasPeriod, account: &account, into: &bag)
      }
      if bag.all.count > Importer.maxProblems { break }
    }
    rows = rows.compactMap { row in
      let key = ["target", "unit", "period"].map { row.values[$0] ?? "" }
      guard spoilt.contains(key) else { return row }
      var whole = row
      for field in ["numerator", "denominator"] { whole.values[field] = nil }
      return whole.values["value"] == nil ? nil : whole
    }
    account.made += rows.count
  }

  private mutating func section(
    _ text: String, _ row: Grid.Row, account: inout SheetAccount
  ) {
    carried = [:]
    if head.column(of: "unit") == nil, let unit = cells.books.units.one(text) {
      sectionUnit = unit
      account.leaveOut(row, because: "tên đơn vị của các dòng dưới")
    } else if head.column(of: "target") == nil,
      let target = cells.books.targets(of: campaign).one(text)
    {
      sectionTarget = target
      account.leaveOut(row, because: "tên chỉ tiêu của các dòng dưới")
    } else {
      account.leaveOut(row, because: isNamed(row) ? "không có số liệu" : "tiêu đề nhóm")
    }
  }

  /// Every figure needs a period; without any the whole sheet is one question to the user.
  private func knowsPeriod(_ columns: [Column], into bag: inout DiagnosticBag) -> Bool {
    if head.column(of: "period") != nil || options.period ?? facts.period?.value != nil {
      return true
    }
    let open = columns.first { column in
      if case .period = column.figure?.period { false } else { true }
    }
    guard let open else { return true }
    let row = grid.rows[head.rows.upperBound]
    bag.error(
      "import.no-period", at: grid.location(row, open.number, heading: open.heading),
      "Không biết số liệu là của kỳ nào.",
      help: "Thêm --period, ví dụ --period \"HK I 2023-2024\"; hoặc ghi kỳ ở dòng tiêu đề của bảng."
    )
    return false
  }

  private mutating func read(
    _ row: Grid.Row, _ columns: [Column], _ suspects: Set<Int>, _ hasPeriod: Bool,
    account: inout SheetAccount,
    into bag: inout DiagnosticBag
  ) {
    let filled = columns.filter { column in
      row[column.number].map { !$0.isDash } ?? false
    }
    let needsUnit = columns.contains { $0.figure?.unit == nil }
    let needsTarget = columns.contains { $0.figure?.target == nil }
    guard let unit = key("unit", of: row, isNeeded: needsUnit, section: sectionUnit, into: &bag),
      let target = key("target", of: row, isNeeded: needsTarget, section: sectionTarget, into: &bag)
    else { return }
    if filled.isEmpty {
      account.taken -= 1
      account.leaveOut(row, because: "không có số liệu")
      return
    }
    let period = key("period", of: row, isNeeded: false, section: nil, into: &bag)
      .flatMap { $0.isEmpty ? nil : Period.parse($0) }
    let others = attributes(of: row, into: &bag)
    for column in filled {
      guard let figure = column.figure, let cell = row[column.number] else { continue }
      let place = grid.location(row, column.number, heading: column.heading)
      let period = self.period(figure.period, row: period)
      if period == nil, hasPeriod {
        bag.error(
          "import.no-period", at: place, "Không biết số liệu này là của kỳ nào.",
          help: "Thêm --period, ví dụ --period \"2023-2024\".")
      }
      let target = figure.target ?? target
      let key = [target, figure.unit ?? unit, period?.written ?? ""]
      // One half of a share alone would say something that nobody wrote.
      let told = bag.all.count
      defer {
        if bag.all.count > told, figure.measure != .value { spoilt.insert(key) }
      }
      guard cells.isReadable(cell, at: place, into: &bag),
        let demand = cells.books.target(target, of: campaign),
        let read = figures.read(
          cell, figure, demand: demand, isSuspect: suspects.contains(column.number), at: place,
          into: &bag)
      else { continue }
      for (field, text) in read {
        guard var value = cells.kind.schema.canonical(text, of: field, at: place, into: &bag)
        else { continue }
        // What the target is measured in says that it is a percentage.
        if value.hasSuffix("%") { value.removeLast() }
        // Without a period the cell is only looked at, so that all that is wrong is told at once.
        if period != nil {
          put(value, field, key, others, at: place, into: &bag)
        }
      }
    }
  }

  private mutating func put(
    _ value: String, _ field: String, _ key: [String], _ others: DraftRow, at place: Location,
    into bag: inout DiagnosticBag
  ) {
    let index = places[key] ?? rows.count
    if index == rows.count {
      var row = others
      row.origin = place
      if cells.kind.declaration(of: "campaign") != nil { row.set("campaign", campaign, at: place) }
      for (name, text) in zip(["target", "unit", "period"], key) { row.set(name, text, at: place) }
      places[key] = index
      rows.append(row)
    } else if let first = rows[index].places[field] {
      bag.error(
        "schema.duplicate-key", at: place, "Hai ô cùng ghi \(key.joined(separator: ", ")).",
        help: "Sửa tên cột, tên dòng hoặc xóa một ô.",
        notes: [.init("Ô thứ nhất: \(first.cell?.name ?? "").", at: first)])
      return
    }
    rows[index].set(field, value, at: place)
  }

  // MARK: Keys

  /// The id or period that the row says, or what holds for it.
  ///
  /// Nil after having told of a name that is unknown or lacking; empty where none is needed.
  private mutating func key(
    _ field: String, of row: Grid.Row, isNeeded: Bool, section: String?,
    into bag: inout DiagnosticBag
  ) -> String? {
    let sheet: String? =
      switch field {
      case "unit": options.unit ?? facts.unit?.value
      case "target": statedTarget
      default: nil
      }
    guard let column = head.column(of: field) else {
      if let known = section ?? sheet { return known }
      if !isNeeded { return "" }
      tellLacking(field, row, nil, into: &bag)
      return nil
    }
    guard let cell = row[column.number], !OfficeWords.dittos.contains(cell.text.lowercased()),
      !cell.isDash
    else {
      // Only where rows of one unit stand below each other; else a name is lacking.
      let repeats = field != "unit" || head.column(of: "target") ?? head.column(of: "period") != nil
      if repeats, let above = carried[field] ?? section { return above }
      if !isNeeded { return "" }
      tellLacking(field, row, column, into: &bag)
      return nil
    }
    guard let declaration = cells.kind.declaration(of: field) else { return nil }
    var text = cell
    // “HK I” beside a title that names the school year.
    if field == "period", case .part(let part)? = PeriodWords(cell.text).found.first,
      let joined = PeriodWords.joined(part, options.period ?? facts.period?.value)
    {
      text.text = joined.written
    }
    let value = cells.value(of: text, in: row, column, as: declaration, into: &bag)
    carried[field] = value
    return value
  }

  private func tellLacking(
    _ field: String, _ row: Grid.Row, _ column: Column?, into bag: inout DiagnosticBag
  ) {
    let words = NameBooks.words(of: field)
    let number = column?.number ?? row.cells.first?.column ?? 1
    bag.error(
      "import.no-\(field)", at: grid.location(row, number, heading: column?.heading ?? ""),
      "Không biết dòng này là của \(words.kind) nào.",
      help: field == "unit"
        ? "Ghi tên đơn vị vào ô, hoặc thêm --unit MÃ nếu cả tệp là của một đơn vị."
        : "Ghi tên \(words.kind) vào ô như trong \(words.table), hoặc thêm --set \"\(field)=MÃ\".")
  }

  private func period(_ stated: PeriodWords.Found?, row: Period?) -> Period? {
    let general = row ?? options.period ?? facts.period?.value
    switch stated {
    case .period(let period): return period
    case .part(let part): return PeriodWords.joined(part, general)
    case nil: return general
    }
  }

  /// What the row says of its figures beside them, and what the sheet says of all.
  private func attributes(of row: Grid.Row, into bag: inout DiagnosticBag) -> DraftRow {
    var others = DraftRow(at: grid.location(row, row.cells.first?.column ?? 1))
    for id in ["as_of", "status", "evidence", "note"] {
      guard let field = cells.kind.declaration(of: id) else { continue }
      if let column = head.column(of: id), let cell = row[column.number] {
        if let value = cells.value(of: cell, in: row, column, as: field, into: &bag) {
          others.set(id, value, at: grid.location(row, column.number, heading: column.heading))
        }
      } else if let text = options.values[id] {
        let value = cells.value(of: text, as: field, at: others.origin, into: &bag)
        if let value { others.set(id, value, at: others.origin) }
      } else if id == "as_of", let date = facts.asOf?.value {
        others.set(id, date.short, at: others.origin)
      }
    }
    return others
  }

  /// Columns of shares whose figures all lie between 0 and 1.
  private func suspects(_ columns: [Column], _ pieces: [TableBody.Piece]) -> Set<Int> {
    var low: [Int: (all: Bool, some: Bool)] = [:]
    for case .row(let row) in pieces {
      for column in columns {
        guard let cell = row[column.number], cell.isReadable, !cell.isSpread,
          case .success(let parsed) = VNNumber.parse(cell.text)
        else { continue }
        let isLow =
          !parsed.isPercent && parsed.number >= VNNumber(0) && parsed.number <= VNNumber(1)
        let isPart = isLow && parsed.number > VNNumber(0) && parsed.number < VNNumber(1)
        let before = low[column.number] ?? (true, false)
        low[column.number] = (before.all && isLow, before.some || isPart)
      }
    }
    return Set(low.filter { $0.value.all && $0.value.some }.keys)
  }
}
