import Campaigns

/// The board of a campaign cut by units, so that a thousand schools do not stand on one page.
struct DutySheets {
  /// Columns that tell something: with a last day, or with a paper that was sent.
  let columns: [DutyBoard.Column]
  /// Units that owe something, in the order of the columns.
  let units: [String]

  init(_ board: DutyBoard?) {
    columns = (board?.columns ?? []).filter { column in
      column.turn.due != nil && !column.entries.isEmpty
        || column.entries.contains { $0.state.isSent }
    }
    var seen = Set<String>()
    units = columns.flatMap { $0.entries.map(\.unit) }.filter { seen.insert($0).inserted }
  }

  var count: Int { max(1, (units.count + SitePlan.rowsPerSheet - 1) / SitePlan.rowsPerSheet) }

  /// Those on one sheet, counted from 1.
  func units(on sheet: Int) -> ArraySlice<String> {
    units.dropFirst((sheet - 1) * SitePlan.rowsPerSheet).prefix(SitePlan.rowsPerSheet)
  }
}
