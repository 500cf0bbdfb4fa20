import Campaigns
import Diagnostics
import Records
import Vietnamese

/// A row of a table to be written: texts by field, and where each was read.
struct DraftRow: Sendable {
  var values: [String: String] = [:]
  var places: [String: Location] = [:]
  /// Where the row stands, for what is said of it as a whole.
  var origin: Location

  init(at origin: Location) { self.origin = origin }

  mutating func set(_ field: String, _ value: String, at place: Location) {
    values[field] = value
    places[field] = place
  }
}

/// A table to be written, of the rows of one or more sheets.
struct Draft: Sendable {
  let kind: TableKind
  let path: String
  private(set) var rows: [DraftRow] = []
  private var keys: [String: Int] = [:]
  /// How many rows were in the table before.
  private(set) var kept = 0
  /// That table as it was, and the fields of its columns in their order.
  private var before: (bytes: [UInt8], head: String, fields: [String?])?

  init(kind: TableKind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// Begins with the rows of a table that is there, as they are.
  mutating func keep(_ bytes: [UInt8], into bag: inout DiagnosticBag) {
    guard let table = TableFile.parse(bytes, file: path, into: &bag) else { return }
    let fields = table.header.map { kind.field($0.text) }
    for row in table.rows {
      guard let first = row.cells.first else { continue }
      var draft = DraftRow(at: first.location)
      for (field, cell) in zip(fields, row.cells) where !cell.text.isEmpty {
        if let field { draft.set(field, cell.text, at: cell.location) }
      }
      keys[key(of: draft)] = rows.count
      rows.append(draft)
    }
    kept = rows.count
    before = (bytes, CSV.line(table.header.map(\.text)), fields)
  }

  /// What two rows must not share, in the one writing of its values.
  private func key(of row: DraftRow) -> String {
    kind.schema.keyFields.map { written($0, of: row) ?? "" }.joined(separator: "\u{1F}")
  }

  /// A value in the one writing that all ways to write it have.
  private func written(_ field: String, of row: DraftRow) -> String? {
    row.values[field].map { text in
      if field == "period", let period = Period.parse(text) { return period.id }
      var unheard = DiagnosticBag()
      return kind.schema.canonical(text, of: field, at: row.origin, into: &unheard) ?? text
    }
  }

  /// Whether one row holds all values of another.
  private func says(_ old: DraftRow, allOf new: DraftRow) -> Bool {
    new.values.keys.allSatisfy { written($0, of: old) == written($0, of: new) }
  }

  /// Adds rows; a second row of the same key is told of and left out, unless it says the same as
  /// one that was there before.
  mutating func add(_ new: [DraftRow], into bag: inout DiagnosticBag) {
    for row in new {
      let parts = kind.schema.keyFields.map { row.values[$0] ?? "" }
      let key = key(of: row)
      if !parts.allSatisfy(\.isEmpty), let first = keys[key] {
        if first < kept, says(rows[first], allOf: row) { continue }
        let field = kind.schema.keyFields.last { row.places[$0] != nil } ?? ""
        bag.error(
          "schema.duplicate-key", at: row.places["value"] ?? row.places[field] ?? row.origin,
          "Hai chỗ cùng ghi “\(parts.filter { !$0.isEmpty }.joined(separator: ", "))”.",
          help: "Sửa hoặc xóa một chỗ.",
          notes: [.init("Chỗ thứ nhất.", at: rows[first].places["value"] ?? rows[first].origin)])
        continue
      }
      keys[key] = rows.count
      rows.append(row)
    }
  }

  /// CSV with the ids of fields as headings; columns of nothing are left out unless required.
  ///
  /// Rows are added below a table of the same columns without a change to what stands there.
  var bytes: [UInt8] {
    let used = kind.schema.fields.map(\.id).filter { id in
      rows.contains { $0.values[id] != nil }
    }
    if let before, before.bytes.starts(with: before.head.utf8),
      Set(used).isSubset(of: before.fields.compactMap(\.self))
    {
      let end: [UInt8] = before.bytes.last == 0x0A ? [] : [0x0A]
      return before.bytes + end + lines(rows.dropFirst(kept), before.fields)
    }
    let fields = kind.schema.fields.filter { $0.isRequired || used.contains($0.id) }.map(\.id)
    return Array(CSV.line(fields).utf8) + lines(rows[...], fields)
  }

  private func lines(_ rows: ArraySlice<DraftRow>, _ fields: [String?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      bytes += Array(CSV.line(fields.map { $0.flatMap { row.values[$0] } ?? "" }).utf8)
    }
    return bytes
  }
}
