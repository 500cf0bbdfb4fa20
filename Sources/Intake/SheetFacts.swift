import Campaigns
import Diagnostics
import Vietnamese

/// What the title rows above a table, and the name of its sheet, say of all its rows.
struct SheetFacts: Sendable {
  /// A fact and where it was read, for the account.
  struct Fact<Value: Sendable>: Sendable {
    var value: Value
    var source: String
  }

  var unit: Fact<String>?
  var period: Fact<Period>?
  var asOf: Fact<PlainDate>?
  var campaign: Fact<String>?
  /// A title that names another unit than the sheet does, neither being above the other.
  private(set) var contradiction: (name: String, place: Location)?
  /// All lines above the head as one, for hints.
  private(set) var text = ""

  /// - Parameter rows: places in the grid's rows of the titles.
  init(_ grid: Grid, rows: Range<Int>, books: NameBooks) {
    let lines = grid.rows[rows].flatMap { row in
      row.own.map { (number: row.number, text: $0.text) }
    }
    let sheet = grid.sheet?.name ?? ""
    text = ([grid.file, sheet] + lines.map(\.text)).joined(separator: " ")
    let named = lines.map { (source: "dòng \($0.number)", text: $0.text) }
    let tab = (source: "tên trang tính", text: sheet)
    unit = Self.unit(named, tab, books)
    for row in grid.rows[rows] {
      for cell in row.own {
        guard let named = unit?.value, unit?.source == tab.source,
          let other = books.units.one(Self.unlabelled(cell.text)), other != named,
          !books.isBelow(named, other), !books.isBelow(other, named)
        else { continue }
        contradiction = (cell.text, grid.location(row, cell.column))
      }
    }
    period = Self.period(named, tab)
    for (source, text) in named where asOf == nil {
      asOf = Self.asOf(text).map { Fact(value: $0, source: source) }
    }
    for (source, text) in named where campaign == nil {
      let key = Fold.heading(text)
      let found = books.campaigns.titles.filter { id, title in
        let title = Fold.heading(title)
        return title.utf8.count > 12 && key.contains(title)
      }
      if found.count == 1, let id = found.keys.first {
        campaign = Fact(value: id, source: source)
      }
    }
  }

  /// With what an earlier table of the sheet was told, where this one says nothing.
  func completed(by earlier: SheetFacts?) -> SheetFacts {
    var all = self
    all.unit = unit ?? earlier?.unit
    all.period = period ?? earlier?.period
    all.asOf = asOf ?? earlier?.asOf
    all.campaign = campaign ?? earlier?.campaign
    return all
  }

  /// The sheet named for a unit, a line “Đơn vị: …”, else the last line that is a unit's name: heads
  /// of documents put the superior first.
  private static func unit(
    _ lines: [(source: String, text: String)], _ tab: (source: String, text: String),
    _ books: NameBooks
  ) -> Fact<String>? {
    if let id = books.units.one(tab.text) { return Fact(value: id, source: tab.source) }
    for (source, text) in lines where unlabelled(text) != text {
      if let id = books.units.one(unlabelled(text)) { return Fact(value: id, source: source) }
    }
    for (source, text) in lines.reversed() {
      if let id = books.units.one(text) ?? lastName(text, books) {
        return Fact(value: id, source: source)
      }
    }
    return nil
  }

  /// “Báo cáo của Trường THPT Cao Nguyên Xanh”: a line that ends in a unit's name.
  private static func lastName(_ text: String, _ books: NameBooks) -> String? {
    let words = text.split(separator: " ")
    guard (4...30).contains(words.count) else { return nil }
    return words.indices.dropFirst().dropLast(2).lazy
      .compactMap { books.units.one(words[$0...].joined(separator: " ")) }.first
  }

  /// The one target that the titles name, where no heading and no row does.
  func target(among book: NameBook) -> String? {
    let text = " \(Fold.heading(text)) "
    let named = book.titles.map { (id: $0.key, key: NameKeys.target($0.value)) }
      .filter { $0.key.contains(" ") && text.contains(" \($0.key) ") }
    // “Trường đạt chuẩn” within “Trường đạt chuẩn quốc gia” is not what is meant.
    let longest = named.filter { one in
      !named.contains { $0.id != one.id && $0.key.contains(one.key) }
    }
    return longest.count == 1 ? longest.first?.id : nil
  }

  /// “Đơn vị: Trường THCS Rạch Dừa” without the label.
  private static func unlabelled(_ text: String) -> String {
    let labels = ["don vi", "truong", "ten don vi", "ten truong", "don vi bao cao"]
    guard let colon = text.firstIndex(of: ":"),
      labels.contains(Fold.heading(String(text[..<colon])))
    else { return text }
    return String(text[text.index(after: colon)...])
  }

  private static func period(
    _ lines: [(source: String, text: String)], _ tab: (source: String, text: String)
  ) -> Fact<Period>? {
    let speaking = lines.filter { !PeriodWords($0.text).found.isEmpty }
    let all = speaking + (PeriodWords(tab.text).found.isEmpty ? [] : [tab])
    guard let period = PeriodWords.period(of: all.map(\.text)) else { return nil }
    return Fact(value: period, source: all.map(\.source).joined(separator: ", "))
  }

  /// The day at which figures were closed: “(Số liệu tính đến ngày 15/01/2024)”.
  private static func asOf(_ text: String) -> PlainDate? {
    let words = text.words
    let key = words.joined(separator: " ")
    let leads = ["tinh den", "so lieu den", "den ngay", "chot ngay", "ngay chot", "thoi diem"]
    guard leads.contains(where: key.contains) else { return nil }
    for part in text.split(whereSeparator: { " (),;".contains($0) }) {
      let bare = part.last == "." ? part.dropLast() : part
      if let date = PlainDate.parse(String(bare)) { return date }
    }
    guard let day = words.lastIndex(of: "ngay"), words.count > day + 5,
      words[day + 2] == "thang", words[day + 4] == "nam"
    else { return nil }
    return PlainDate.parse(words[day...(day + 5)].joined(separator: " "))
  }
}
