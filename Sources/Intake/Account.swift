/// What an import understood of a sheet, for a person to check against what he sees in Excel.
package struct SheetAccount: Sendable {
  struct Line: Sendable, Hashable {
    var rows: ClosedRange<Int>
    var text: String
    var reason: String
  }

  /// Nil for files without sheets.
  var sheet: String?
  /// The table that the sheet became and where it goes; nil for none.
  var table: String?
  var path: String?
  var encoding: String?
  var headRows: ClosedRange<Int>?
  /// What holds for all rows: “kỳ: HK I 2023-2024 (dòng 3)”.
  var facts: [String] = []
  /// Letters, heading and meaning of each column.
  var columns: [(letters: String, heading: String, meaning: String)] = []
  /// Rows taken, and records made of them.
  var taken = 0
  var made = 0
  private(set) var left: [Line] = []
  /// Said of a sheet that became nothing.
  var remark: String?

  mutating func leaveOut(_ row: Grid.Row, because reason: String) {
    // Rows of one footer are one line of the account.
    if let last = left.last, last.reason == reason, reason == Reason.footer {
      left[left.count - 1].rows = last.rows.lowerBound...row.number
      return
    }
    left.append(Line(rows: row.number...row.number, text: row.excerpt, reason: reason))
  }

  enum Reason {
    static let footer = "phần dưới bảng (ký tên, ghi chú)"
  }

  /// Rows of one kind named one by one before the rest is only counted.
  private static let shownRows = 40

  package var text: String {
    var out = sheet.map { "Trang tính “\($0)”" } ?? "Tệp"
    guard let table, let path else { return out + ": \(remark ?? "không đọc").\n" }
    out += ": \(table) → \(path)\n"
    if let encoding { out += "  bảng mã cũ: \(encoding), đã chuyển sang Unicode\n" }
    if let headRows { out += "  tên cột: \(Self.rows(headRows))\n" }
    for fact in facts { out += "  \(fact)\n" }
    let width = min(44, columns.map(\.heading.count).max() ?? 0)
    for column in columns {
      let heading =
        column.heading.count > width
        ? String(column.heading.prefix(width - 1)) + "…" : column.heading
      let pad = String(repeating: " ", count: max(0, width - heading.count))
      let letters = String(repeating: " ", count: max(0, 3 - column.letters.count)) + column.letters
      out += "  \(letters)  \(heading)\(pad)  → \(column.meaning)\n"
    }
    out += "  lấy \(taken) dòng" + (made == taken ? "" : ", thành \(made) dòng của bảng") + "\n"
    let sorted = left.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    for line in sorted.prefix(Self.shownRows) {
      out += "  bỏ \(Self.rows(line.rows)) “\(line.text)”: \(line.reason)\n"
    }
    if left.count > Self.shownRows { out += "  bỏ \(left.count - Self.shownRows) dòng nữa\n" }
    return out
  }

  private static func rows(_ rows: ClosedRange<Int>) -> String {
    rows.count == 1 ? "dòng \(rows.lowerBound)" : "dòng \(rows.lowerBound)–\(rows.upperBound)"
  }
}
