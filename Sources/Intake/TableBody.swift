import Diagnostics

/// The rows below a head, sorted into those that hold something and those that are left out.
struct TableBody {
  enum Piece {
    case row(Grid.Row)
    /// A title over the rows that follow.
    case section(String, Grid.Row)
  }

  private(set) var pieces: [Piece] = []
  /// The place in the grid's rows after the last of the table.
  private(set) var end: Int

  /// - Parameters:
  ///   - startsHead: whether the head of another table begins at a place in the rows.
  ///   - isNamed: whether a row names a unit or target that is known.
  init(
    of grid: Grid, below head: Head, _ sorter: RowSorter, startsHead: (Int) -> Bool,
    isNamed: (Grid.Row) -> Bool, account: inout SheetAccount
  ) {
    let first = head.rows.upperBound + 1
    end = grid.rows.count
    var isAfterGap = false
    var lastNumber = grid.rows[head.rows.upperBound].number
    for index in grid.rows.indices.dropFirst(first) {
      let row = grid.rows[index]
      // Rows of workbooks that hold nothing are not there at all.
      if row.number > lastNumber + 1 { isAfterGap = true }
      lastNumber = row.number
      let kind = sorter.kind(of: row, distance: index - first + 1, isNamed: isNamed(row))
      if isAfterGap, kind != .headAgain, kind != .blank, startsHead(index) {
        end = index
        return
      }
      isAfterGap = false
      switch kind {
      case .data: pieces.append(.row(row))
      case .blank: isAfterGap = true
      case .hidden: account.leaveOut(row, because: "dòng ẩn")
      case .numbering: account.leaveOut(row, because: "dòng đánh số cột")
      case .headAgain: account.leaveOut(row, because: "lặp lại tên cột")
      case .total: account.leaveOut(row, because: "dòng cộng")
      case .group: account.leaveOut(row, because: "dòng của nhóm đơn vị")
      case .section(let text):
        pieces.append(.section(text, row))
        isAfterGap = true
      case .footer:
        end = index
        return
      }
    }
  }
}
