/// A workbook (bảng tính .xlsx) as people left it: sheets of cells with what they hold and how they
/// show it.
package struct Spreadsheet: Sendable {
  package var sheets: [Sheet]

  package struct Sheet: Sendable {
    package var name: String
    package var isHidden: Bool
    /// Those with cells, by number.
    package var rows: [Row]
    /// Cells shown as one; what they show stands in the first.
    package var merges: [CellRange]
    /// Numbers of the columns that are not shown.
    package var hiddenColumns: [ClosedRange<Int>] = []
  }

  package struct Row: Sendable {
    /// As the spreadsheet numbers it, from 1.
    package var number: Int
    package var isHidden: Bool
    /// Those that hold something, by column.
    package var cells: [Cell]

    package subscript(column: Int) -> Cell? { cells.first { $0.place.column == column } }
  }

  package struct Cell: Sendable {
    package enum Value: Sendable, Hashable {
      case text(String)
      /// As it is kept: a share of 79,63 % is 0.7963.
      case number(Double)
      case flag(Bool)
      /// What a formula failed with, such as `#REF!`.
      case fault(String)
      /// A formula that no program has worked out yet.
      case unknown
    }

    package var place: CellPlace
    package var value: Value
    package var format: NumberFormat
    /// Digits shown after the comma; nil where the format leaves that open.
    package var decimals: Int?
    /// Name of the font, which tells the encoding of old Vietnamese texts (`.VnTime`, `VNI-Times`).
    package var font: String?
    package var isBold: Bool

    /// What a table of text would hold in the cell's place; nil where there is nothing to hold.
    package var text: String? {
      switch value {
      case .text(let text): text
      case .number(let number): format.text(of: number)
      case .flag(let flag): flag ? "có" : "không"
      case .fault, .unknown: nil
      }
    }
  }
}

/// A cell by its numbers, both from 1: `AB7` is column 28 of row 7.
package struct CellPlace: Sendable, Hashable {
  package var row: Int
  package var column: Int

  package static let maxRow = 1_048_576
  package static let maxColumn = 16_384

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `AB7`, with or without `$`; nil outside of what a sheet has.
  package init?(_ name: some StringProtocol) {
    var row = 0
    var column = 0
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        if row > 0 { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte & 0x0F)
      default: return nil
      }
      if row > Self.maxRow || column > Self.maxColumn { return nil }
    }
    if row == 0 || column == 0 { return nil }
    self.init(row: row, column: column)
  }
}

/// A rectangle of cells, both corners within it.
package struct CellRange: Sendable, Hashable {
  package var first: CellPlace
  package var last: CellPlace

  package init(first: CellPlace, last: CellPlace) {
    self.first = first
    self.last = last
  }

  /// Reads `A1:C2`, and `A1` as a range of one.
  package init?(_ name: String) {
    let corners = name.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = corners.first.flatMap({ CellPlace($0) }),
      let last = corners.last.flatMap({ CellPlace($0) }), corners.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    self.init(first: first, last: last)
  }

  package func contains(_ place: CellPlace) -> Bool {
    (first.row...last.row).contains(place.row)
      && (first.column...last.column).contains(place.column)
  }
}
