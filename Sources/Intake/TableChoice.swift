import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Which table a part of a sheet is taken for, and by what head.
struct TableChoice {
  let kind: TableKind
  /// The campaign whose targets the headings or rows name, for results.
  let campaign: String?
  let head: Head
  let facts: SheetFacts
  let reader: HeadingReader

  /// The best of all tables that a sheet may be from a row on; nil where none fits.
  static func best(
    in grid: Grid, _ shapes: RowShapes, from start: Int, books: NameBooks, options: ImportOptions
  ) -> TableChoice? {
    var best: (choice: TableChoice, score: Int)?
    let ignored = Set(options.ignored.map(Fold.heading))
    for kind in TableKind.all where options.table == nil || options.table == kind.name {
      // Which campaign the figures are of shows in the targets that they name.
      let campaigns: [String?] =
        kind.name != "results"
        ? [options.campaign] : options.campaign.map { [$0] } ?? books.measured
      for campaign in campaigns {
        let reader = HeadingReader(kind: kind, books: books, campaign: campaign, ignored: ignored)
        guard let head = HeadFinder(grid: grid, shapes: shapes, reader: reader).find(from: start)
        else { continue }
        let facts = SheetFacts(grid, rows: start..<head.rows.lowerBound, books: books)
        let score =
          head.score + hint(kind, facts) + named(grid, head, books, campaign)
          // A sheet of our own forms is called by its table.
          + (Fold.slug(grid.sheet?.name ?? "") == kind.name ? 100 : 0)
          + (campaign != nil && facts.campaign?.value == campaign ? 12 : 0)
          + (books.reports(options.unit ?? facts.unit?.value, in: campaign) ? 2 : 0)
        let choice = TableChoice(
          kind: kind, campaign: campaign, head: head, facts: facts, reader: reader)
        if score > (best?.score ?? 0) {
          best = (choice, score)
        } else if score == best?.score, kind.name == best?.choice.kind.name {
          // As good for another campaign: neither is known to be meant.
          best = (choice.withoutCampaign, score)
        }
      }
    }
    return best?.choice
  }

  private var withoutCampaign: TableChoice {
    TableChoice(kind: kind, campaign: nil, head: head, facts: facts, reader: reader)
  }

  /// Titles and the name of the file speak of their table.
  private static func hint(_ kind: TableKind, _ facts: SheetFacts) -> Int {
    let text = Fold.heading(facts.text)
    let words = [kind.schema.title] + (OfficeHeadings.hints[kind.name] ?? [])
    return words.contains { text.contains(Fold.heading($0)) } ? 5 : 0
  }

  /// How many rows name targets of the campaign.
  private static func named(
    _ grid: Grid, _ head: Head, _ books: NameBooks, _ campaign: String?
  ) -> Int {
    let rows = grid.rows.dropFirst(head.rows.upperBound + 1).prefix(100)
    let book = books.targets(of: campaign)
    let targets = head.column(of: "target").map { column in
      rows.count { row in row[column.number].flatMap { book.one($0.text) } != nil }
    }
    // As shares of what was looked at, so that a target of many rows weighs no more than one.
    let count = max(1, rows.count { !$0.cells.isEmpty })
    let units = max(count, head.columns.compactMap(\.figure?.unit).count)
    return min(40, 40 * (targets ?? 0) / count)
      + min(20, 20 * reporting(rows, head, books, campaign) / units)
  }

  /// How many of the units that are named report to the owner of the campaign: offices name their
  /// targets alike, and each writes of its own schools.
  static func reporting(
    _ rows: some Sequence<Grid.Row>, _ head: Head, _ books: NameBooks, _ campaign: String?
  ) -> Int {
    guard let campaign else { return 0 }
    var units = head.columns.compactMap(\.figure?.unit)
    if let column = head.column(of: "unit") {
      units += rows.compactMap { $0[column.number].flatMap { books.units.one($0.text) } }
    }
    return units.count { books.reports($0, in: campaign) }
  }
}

extension SheetAccount {
  /// Writes down what is understood of a table before its rows are read.
  mutating func describe(
    _ choice: TableChoice, _ kind: TableKind, _ facts: SheetFacts, campaign: String?,
    books: NameBooks, options: ImportOptions
  ) {
    table = kind.title
    let head = choice.head
    let figures = head.columns.compactMap(\.figure)
    if kind.scope != .root, let campaign { self.facts.append("phong trào: \(campaign)") }
    if kind.declaration(of: "unit") != nil, head.column(of: "unit") == nil,
      figures.isEmpty || figures.contains(where: { $0.unit == nil })
    {
      if let unit = options.unit {
        self.facts.append("đơn vị: \(unit)")
      } else if let unit = facts.unit {
        self.facts.append("đơn vị: \(unit.value) (\(unit.source))")
      }
    }
    if kind.name == "results", head.column(of: "target") == nil,
      figures.contains(where: { $0.target == nil }),
      let target = facts.target(among: books.targets(of: campaign))
    {
      self.facts.append("chỉ tiêu: \(target) (tiêu đề)")
    }
    if case .text? = kind.declaration(of: "period")?.type, head.column(of: "period") == nil {
      if let period = options.period {
        self.facts.append("kỳ: \(period.shortName)")
      } else if let period = facts.period {
        self.facts.append("kỳ: \(period.value.shortName) (\(period.source))")
      }
      if kind.name == "results", head.column(of: "as_of") == nil, options.values["as_of"] == nil,
        let day = facts.asOf
      {
        self.facts.append("ngày chốt: \(day.value.short) (\(day.source))")
      }
    }
    columns = head.columns.map { column in
      (column.letters, column.heading, Self.meaning(of: column, kind, campaign, books))
    }
  }

  private static func meaning(
    of column: Column, _ kind: TableKind, _ campaign: String?, _ books: NameBooks
  ) -> String {
    switch column.meaning {
    case .ordinal: return "số thứ tự, không dùng"
    case .surplus: return "không dùng"
    case .unknown: return "không nhận ra, không dùng"
    case .field(let id):
      return (kind.declaration(of: id)?.aliases.first).map { "\($0) (\(id))" } ?? id
    case .figure(let figure):
      let names: [Column.Measure: String] = [
        .value: "giá trị", .numerator: "tử số", .denominator: "mẫu số", .count: "số lượng",
      ]
      var parts: [String] = []
      if let target = figure.target { parts.append(target) }
      if let unit = figure.unit { parts.append(unit) }
      switch figure.period {
      case .period(let period): parts.append(period.shortName)
      case .part(let part): parts.append(part.words)
      case nil: break
      }
      parts.append(names[figure.measure] ?? "")
      return parts.joined(separator: ", ")
    }
  }
}

extension SchoolTerm.Part {
  fileprivate var words: String {
    switch self {
    case .first: "HK I"
    case .second: "HK II"
    case .whole: "cả năm"
    }
  }
}
