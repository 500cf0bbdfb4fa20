package import Vietnamese

/// A table on its way out: what was read and found out, for the programs of others.
///
/// One declaration of columns gives both forms, so that they always say the same.
package struct DataTable: Sendable {
  /// A value of its own type; a form that has no such type gets it as text.
  package enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    case number(VNNumber)
    case count(Int)
    case day(PlainDate)
    case flag(Bool)
    case list([String])
  }

  /// What is in one column, of each row.
  package struct Column<Row>: Sendable {
    let heading: String
    let cell: @Sendable (Row) -> Cell

    package init(_ heading: String, _ cell: @escaping @Sendable (Row) -> Cell) {
      self.heading = heading
      self.cell = cell
    }

    package static func text(
      _ heading: String, _ value: @escaping @Sendable (Row) -> String?
    ) -> Self {
      Self(heading) { value($0).map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
    }

    package static func number(
      _ heading: String, _ value: @escaping @Sendable (Row) -> VNNumber?
    ) -> Self {
      Self(heading) { value($0).map(Cell.number) ?? .empty }
    }

    package static func count(
      _ heading: String, _ value: @escaping @Sendable (Row) -> Int?
    ) -> Self {
      Self(heading) { value($0).map(Cell.count) ?? .empty }
    }

    package static func day(
      _ heading: String, _ value: @escaping @Sendable (Row) -> PlainDate?
    ) -> Self {
      Self(heading) { value($0).map(Cell.day) ?? .empty }
    }

    /// A switch that is off stands empty, as people leave it.
    package static func flag(
      _ heading: String, _ value: @escaping @Sendable (Row) -> Bool
    ) -> Self {
      Self(heading) { value($0) ? .flag(true) : .empty }
    }

    package static func list(
      _ heading: String, _ value: @escaping @Sendable (Row) -> [String]
    ) -> Self {
      Self(heading) { row in
        let items = value(row)
        return items.isEmpty ? .empty : .list(items)
      }
    }
  }

  /// The name of its file without an ending.
  package let name: String
  package let headings: [String]
  package let rows: [[Cell]]

  package init<Row>(_ name: String, _ columns: [Column<Row>], of rows: [Row]) {
    self.name = name
    headings = columns.map(\.heading)
    self.rows = rows.map { row in columns.map { $0.cell(row) } }
  }

  /// As CSV with a byte order mark, without which Excel takes Vietnamese for a code page.
  package var csv: [UInt8] {
    var text = "\u{FEFF}" + CSV.line(headings)
    for row in rows { text += CSV.line(row.map(\.text)) }
    return Array(text.utf8)
  }

  /// As a list of objects; what is empty is left out.
  package var node: JSONNode {
    .array(
      rows.map { row in
        .object(
          zip(headings, row).compactMap { heading, cell in
            cell.node.map { (name: heading, value: $0) }
          })
      })
  }
}

extension DataTable.Cell {
  /// As the tables of the content folder write it.
  var text: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    // With a comma: a point before three digits would be read as one of thousands.
    case .number(let number): number.text(groupedBy: "")
    case .count(let count): String(count)
    case .day(let day): day.iso
    case .flag(let flag): flag ? "có" : "không"
    case .list(let items): items.joined(separator: "; ")
    }
  }

  var node: JSONNode? {
    switch self {
    case .empty: nil
    case .text(let text): .string(text)
    // A number of JSON has no digits that count, such as the last of 99.00: those stand in the CSV.
    case .number(let number): number.scale == 0 ? .int(number.units) : .double(number.double)
    case .count(let count): .int(count)
    case .day(let day): .string(day.iso)
    case .flag(let flag): .bool(flag)
    case .list(let items): .array(items.map(JSONNode.string))
    }
  }
}
