import Diagnostics

/// A sheet as a person sees it: rows of cells whose texts are Unicode and on one line, with cells
/// shown as one all holding what the first of them holds.
struct Grid: Sendable {
  struct Cell: Sendable {
    enum Value: Sendable, Hashable {
      case text, number, percent, date
      /// A formula that failed, by its word, such as `#REF!`.
      case fault(String)
      /// A formula that no program has worked out yet.
      case uncomputed
      /// A time of day, which no table of ours holds.
      case time
    }

    var column: Int
    var text: String
    var value = Value.text
    /// The lines of a text that has several.
    var lines: [String] = []
    /// Filled from the first of cells shown as one.
    var isSpread = false

    /// Whether there is a value that can be read at all.
    var isReadable: Bool {
      switch value {
      case .fault, .uncomputed, .time: false
      default: true
      }
    }

    /// A dash or dots, by which tables say “nothing here”.
    var isDash: Bool {
      !text.isEmpty && text.unicodeScalars.allSatisfy { "-–—−._…".unicodeScalars.contains($0) }
    }
  }

  struct Row: Sendable {
    /// As spreadsheet programs number it, from 1.
    var number: Int
    /// The line of the file at which it begins; the number of the row in a workbook.
    var line: Int
    var isHidden = false
    /// Those that hold something, by column.
    var cells: [Cell]

    subscript(column: Int) -> Cell? {
      var low = 0
      var high = cells.count
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].column < column { low = middle + 1 } else { high = middle }
      }
      return low < cells.count && cells[low].column == column ? cells[low] : nil
    }

    /// Those that stand for themselves.
    var own: [Cell] { cells.filter { !$0.isSpread } }

    /// What the row says, for showing it to a person.
    var excerpt: String {
      let text = own.filter { !$0.text.isEmpty }.prefix(4).map(\.text).joined(separator: " | ")
      return text.count > 72 ? String(text.prefix(71)) + "…" : text
    }
  }

  var file: String
  /// Nil for files without sheets.
  var sheet: Location.Sheet?
  var rows: [Row]
  /// What of the legacy encodings was found and decoded, for the account.
  var encoding: String?

  func location(_ row: Row, _ column: Int, heading: String = "") -> Location {
    Location(
      file: file, line: row.line,
      cell: Location.Cell(row: row.number, column: column, heading: heading, sheet: sheet))
  }
}

extension Location {
  /// Letters of a column, as spreadsheet programs name it.
  static func letters(ofColumn column: Int) -> String {
    String(Cell(row: 1, column: column, heading: "").name.dropLast())
  }
}
