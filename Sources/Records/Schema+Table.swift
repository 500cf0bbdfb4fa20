package import Diagnostics
import Vietnamese

extension Schema {
  /// Problems told of one table; with more, the table is wrong as a whole.
  static let maxProblems = 1000

  /// The rows of a table as records; wrong values and columns are told of in the bag.
  package func read(_ table: Table, into bag: inout DiagnosticBag) -> [Record] {
    let columns = columns(of: table, into: &bag)
    let layout = plan.layout
    let readers = plan.readers
    let keyPlaces = keyFields.compactMap { id in fields.firstIndex { $0.id == id } }
    // Without one of its columns a key says nothing: every row would look like a double.
    let hasKey = keyPlaces.allSatisfy { columns[$0] != nil || !fields[$0].isRequired }
    var keys: [String: Int] = [:]
    var records: [Record] = []
    records.reserveCapacity(table.rows.count)
    let before = bag.all.count
    for row in table.rows {
      if bag.all.count - before >= Schema.maxProblems {
        bag.error(
          "schema.too-many", at: Location(file: table.file, line: row.number),
          "Bảng có quá \(Schema.maxProblems) lỗi, các dòng từ đây trở đi chưa được đọc.",
          help: "Sửa các lỗi đã nêu trước; có thể cả một cột ghi sai kiểu.")
        break
      }
      guard let firstCell = row.cells.first else { continue }
      var values = [Record.Slot](repeating: .none, count: fields.count)
      for (index, column) in columns.enumerated() {
        if let column { values[index] = read(row.cells[column], readers[index], into: &bag) }
      }
      let record = Record(layout: layout, origin: .cell(firstCell.place), values: values)
      if hasKey, let key = record.key(keyPlaces) {
        if let first = keys[key] {
          tellDoubled(key, record, records[first], into: &bag)
        } else {
          keys[key] = records.count
        }
      }
      records.append(record)
    }
    return records
  }

  /// For each field its column, or nil; unknown, doubled and missing columns are told of.
  private func columns(of table: Table, into bag: inout DiagnosticBag) -> [Int?] {
    var columns = [Int?](repeating: nil, count: fields.count)
    for (index, cell) in table.header.enumerated() {
      if cell.text.isEmpty, table.rows.allSatisfy({ $0.cells[index].text.trimmed.isEmpty }) {
        continue
      }
      guard let field = plan.place(of: cell.text) else {
        tellUnknown(nfc(cell.text), at: cell.location, among: fields, "Cột", into: &bag)
        continue
      }
      if let first = columns[field] {
        bag.error(
          "schema.duplicate-field", at: cell.location,
          "Hai cột cùng ghi mục “\(fields[field].id)”: “\(table.header[first].text)” và "
            + "“\(cell.text)”.", help: "Giữ lại một cột.",
          notes: [.init("Cột thứ nhất.", at: table.header[first].location)])
      } else {
        columns[field] = index
      }
    }
    for (index, field) in fields.enumerated() where field.isRequired && columns[index] == nil {
      bag.error(
        "schema.missing",
        at: Location(file: table.file, line: table.header.first?.location.line ?? 1),
        "Bảng thiếu cột bắt buộc “\(field.aliases.first ?? field.id)” (\(field.id)).",
        help: field.help.isEmpty ? nil : field.help)
    }
    return columns
  }

  private func read(_ cell: Table.Cell, _ reader: ValueReader, into bag: inout DiagnosticBag)
    -> Record.Slot
  {
    let text = nfc(cell.text.trimmed)
    if ValueReader.isAbsent(text) {
      if reader.field.isRequired {
        tellMissing(reader.field, at: cell.location, into: &bag)
      }
      return .none
    }
    let origin = Record.Origin.cell(cell.place)
    guard reader.field.isList else {
      guard let value = reader.read(text, at: origin, into: &bag) else { return .none }
      return .one(Record.Item(value: value, origin: origin))
    }
    return Record.Slot(
      text.split(separator: ";").compactMap { part in
        let part = part.trimmed
        if ValueReader.isAbsent(part) { return nil }
        return reader.read(part, at: origin, into: &bag)
          .map { Record.Item(value: $0, origin: origin) }
      })
  }

  private func tellDoubled(
    _ key: String, _ record: Record, _ first: Record, into bag: inout DiagnosticBag
  ) {
    func place(_ record: Record) -> Location {
      keyFields.first.map { record.location(of: $0) } ?? record.location
    }
    let shown = key.split(separator: "\u{1F}").joined(separator: ", ")
    bag.error(
      "schema.duplicate-key", at: place(record), "Hai dòng cùng khóa “\(shown)”.",
      help: "Khóa của bảng là \(keyFields.joined(separator: " + ")); sửa hoặc xóa một dòng.",
      notes: [.init("Dòng thứ nhất.", at: place(first))])
  }

  func tellMissing(_ field: Field, at location: Location, into bag: inout DiagnosticBag) {
    let example = field.type.example.isEmpty ? "" : "Ví dụ: “\(field.type.example)”."
    let help = "\(field.help) \(example)".trimmed
    bag.error(
      "schema.missing", at: location,
      "Thiếu mục bắt buộc “\(field.aliases.first ?? field.id)”.", help: help.isEmpty ? nil : help)
  }

  func tellUnknown(
    _ name: String, at location: Location, among fields: [Field], _ what: String,
    into bag: inout DiagnosticBag
  ) {
    if name.isEmpty {
      bag.error(
        "schema.unknown-field", at: location, "\(what) không có tên.",
        help: "Ghi tên ở dòng đầu, hoặc xóa cột này.")
      return
    }
    let question = Suggestion.question(for: name, among: fields.flatMap { [$0.id] + $0.aliases })
    let all = "Các tên dùng được: \(fields.map(\.id).joined(separator: ", "))."
    bag.error(
      "schema.unknown-field", at: location, "\(what) “\(name)” không có trong “\(self.name)”.",
      help: question ?? all)
  }
}
