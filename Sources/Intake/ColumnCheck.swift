import Diagnostics
import Vietnamese

/// Columns with content that no table takes: told of, so that nothing is lost unseen.
struct ColumnCheck {
  let grid: Grid
  let choice: TableChoice
  let campaign: String?
  let books: NameBooks

  func tell(of pieces: [TableBody.Piece], into bag: inout DiagnosticBag) {
    let rows = pieces.compactMap { if case .row(let row) = $0 { row } else { nil } }
    let headRow = grid.rows[choice.head.rows.upperBound]
    for column in choice.head.columns {
      guard case .unknown = column.meaning,
        let filled = rows.first(where: { $0[column.number].map { !$0.isDash } ?? false })
      else { continue }
      let place = grid.location(headRow, column.number, heading: column.heading)
      let isFigures =
        choice.kind.name == "results"
        && filled[column.number].map { VNNumber.isWritten($0.text) } ?? false
      let names =
        choice.kind.name == "results"
        ? Array(books.targets(of: campaign).titles.values).sorted() + choice.kind.spellings
        : choice.kind.spellings
      let wanted = column.path.last ?? ""
      let question = Suggestion.question(for: wanted, among: names)
      if isFigures {
        bag.error(
          "import.unknown-column", at: place,
          "Cột “\(column.heading)” có số liệu nhưng không nhận ra là chỉ tiêu nào.",
          help: (question.map { $0 + " " } ?? "")
            + "Sửa tên cột theo tên gọn trong targets.csv; nếu không cần, thêm "
            + "--ignore \"\(wanted)\".")
      } else {
        bag.warning(
          "import.unknown-column", at: place,
          "Cột “\(column.heading)” không có trong bảng “\(choice.kind.name)” nên bị bỏ qua.",
          help: (question.map { $0 + " " } ?? "")
            + "Xem các cột bằng “neuguong schema”; thêm --ignore \"\(wanted)\" để khỏi nhắc.")
      }
    }
    tellNameless(rows, into: &bag)
  }

  /// Cells under no heading at all; the first of each column is named.
  private func tellNameless(_ rows: [Grid.Row], into bag: inout DiagnosticBag) {
    let named = Set(choice.head.columns.map(\.number))
    var told = Set<Int>()
    for row in rows {
      for cell in row.own where !named.contains(cell.column) && told.insert(cell.column).inserted {
        bag.warning(
          "import.no-heading", at: grid.location(row, cell.column),
          "Ô có nội dung “\(cell.text.prefix(40))” mà cột không có tên nên bị bỏ qua.",
          help: "Ghi tên cột ở dòng \(grid.rows[choice.head.rows.upperBound].number), hoặc xóa ô.")
      }
    }
  }
}
