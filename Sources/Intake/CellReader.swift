import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Turns what a cell shows into what a field of a table holds, or tells why it cannot.
struct CellReader {
  let grid: Grid
  let kind: TableKind
  let books: NameBooks
  let campaign: String?

  /// The value in the writing of our tables; nil for an absent one, or after having told.
  func value(
    of cell: Grid.Cell, in row: Grid.Row, _ column: Column, as field: Field, unit: String? = nil,
    into bag: inout DiagnosticBag
  ) -> String? {
    let place = grid.location(row, cell.column, heading: column.heading)
    guard isReadable(cell, at: place, into: &bag), !cell.isDash else { return nil }
    return value(of: text(of: cell, as: field), as: field, at: place, unit: unit, into: &bag)
  }

  /// The same for a text that comes from the title or from the user.
  func value(
    of text: String, as field: Field, at place: Location, unit: String? = nil,
    into bag: inout DiagnosticBag
  ) -> String? {
    switch field.type {
    case .reference(let schema):
      guard let book = books.book(of: schema, campaign: campaign), text != "?" else { break }
      let names = field.isList ? Self.parts(text, book) : [text]
      let ids = names.compactMap { name in
        schema == "person"
          ? id(books.person(name, of: unit), name, schema, at: place, into: &bag)
          : id(book.find(name), name, schema, at: place, into: &bag)
      }
      return ids.count < names.count || ids.isEmpty ? nil : ids.joined(separator: ";")
    case .text where field.id == "period":
      return period(text, at: place, into: &bag)?.written
    default: break
    }
    return kind.schema.canonical(text, of: field.id, at: place, into: &bag)
  }

  // MARK: Texts

  private func text(of cell: Grid.Cell, as field: Field) -> String {
    switch field.type {
    case .date: return Self.date(cell) ?? cell.text
    case .choice: return OfficeWords.choice(cell.text, of: field.id) ?? cell.text
    case .id:
      return field.isList ? cell.text : Fold.slug(cell.text).nonEmpty ?? cell.text
    default:
      if field.isList, cell.lines.count > 1 { return joined(cell.lines) }
      return Self.withoutBullet(cell.text)
    }
  }

  /// “- Việc thứ nhất”: the dash is the list's, and to a spreadsheet the start of a formula.
  private static func withoutBullet(_ text: String) -> String {
    let isBullet = text.first.map { "-–—+•*".contains($0) } ?? false
    return isBullet && text.dropFirst().first == " " ? String(text.dropFirst(2)) : text
  }

  /// The date that a cell shows or, where its format was lost, is the serial number of.
  static func date(_ cell: Grid.Cell) -> String? {
    if cell.value == .number, let serial = Int(cell.text), (20_000...80_000).contains(serial),
      let epoch = PlainDate(year: 1899, month: 12, day: 30)
    {
      return epoch.adding(days: serial).short
    }
    return PlainDate.parse(cell.text)?.short
  }

  /// Lines are items of a list, with or without a dash before each.
  private func joined(_ lines: [String]) -> String {
    lines.map { line in
      let bare = Self.withoutBullet(line)
      return bare.last == ";" || bare.last == "," ? String(bare.dropLast()) : bare
    }.joined(separator: ";")
  }

  /// Names of a list, between semicolons or, where that makes names that are known, commas.
  private static func parts(_ text: String, _ book: NameBook) -> [String] {
    let items = text.split(separator: ";").map { String($0).trimmingSpaces }
    return items.flatMap { item in
      book.one(item) == nil && item.contains(",")
        ? item.split(separator: ",").map { String($0).trimmingSpaces } : [item]
    }.filter { !$0.isEmpty }
  }

  private func period(
    _ text: String, at place: Location, into bag: inout DiagnosticBag
  ) -> Period? {
    if let period = Period.parse(text) ?? PeriodWords.period(of: [text]) { return period }
    bag.error(
      "schema.type", at: place, "Kỳ “\(text)” không đọc được.",
      help: "Ghi năm (2024), giai đoạn (2021-2025) hoặc học kỳ, năm học (HK I 2023-2024).")
    return nil
  }

  // MARK: Problems

  /// False after having told of a formula without value or a time of day.
  func isReadable(_ cell: Grid.Cell, at place: Location, into bag: inout DiagnosticBag) -> Bool {
    let fault: CellFault
    switch cell.value {
    case .fault(let word): fault = .formula(word)
    case .uncomputed: fault = .uncomputed
    case .time: fault = .time
    default: return true
    }
    fault.tell(at: place, into: &bag)
    return false
  }

  /// The id that an answer gives, or nil after having told that there is none.
  func id(
    _ answer: NameBook.Answer, _ name: String, _ schema: String, at place: Location,
    into bag: inout DiagnosticBag
  ) -> String? {
    let words = NameBooks.words(of: schema)
    switch answer {
    case .one(let id): return id
    case .several(let ids):
      bag.error(
        "import.ambiguous-name", at: place,
        "“\(name)” có thể là nhiều \(words.kind): \(ids.sorted().joined(separator: ", ")).",
        help: "Ghi mã thay cho tên, hoặc ghi tên đầy đủ như trong \(words.table).")
    case .elsewhere(let id, let unit):
      bag.error(
        "import.other-unit", at: place,
        "“\(name)” trong \(words.table) (\(id)) là của đơn vị \(unit), không phải đơn vị của dòng này.",
        help:
          "Nếu đúng là \(words.kind) ấy thì ghi mã \(id) vào ô; nếu là \(words.kind) khác cùng tên "
          + "thì thêm vào \(words.table) trước.")
    case .none(let suggestion):
      bag.error(
        "import.unknown-name", at: place,
        "Không có \(words.kind) nào tên “\(name)” trong \(words.table).",
        help: (suggestion.map { "Có phải ý bạn là “\($0)”? " } ?? "")
          + "Sửa tên trong bảng, hoặc thêm \(words.kind) ấy vào \(words.table) trước.")
    }
    return nil
  }
}
