import Drawing
import Vietnamese

/// Charts out of fenced blocks. A number is written as clerks do, `71,5`; where none is known the
/// place is left empty.
///
/// `bieu-do`: the title, then a bar a line.
///
///     Kết quả thực hiện các chỉ tiêu
///     Tỷ lệ lên lớp | 71,5% | 71,5 | 80 | poor
///
/// (what it is, the figure in words, its value, its goal, ink: good, fair, poor, unknown or accent).
///
/// `bieu-do-nhom` and `bieu-do-duong`: the title with the unit in round brackets, a head, and a line
/// for each unit or period. A line or a column called `Kế hoạch` or `Mục tiêu` is the goal.
///
///     Tỷ lệ thực hiện theo đơn vị (%)          Tiến độ chỉ tiêu 3 (%)
///     Đơn vị | Chỉ tiêu 1 | Chỉ tiêu 2         Năm học | Thực hiện | Kế hoạch
///     Kế hoạch | 80 | 90                       2022-2023 | 71,5 | 80
///     Trường A | 71,5 | 95                     2023-2024 | | 85
///
/// A figure in the form `[71,5%](nguon:12)` brings its source along, as in any text.
extension DocumentComposer {
  /// A figure with a bar for each line.
  mutating func bars(_ text: String) -> Figure? {
    var sources: [Int] = []
    let lines = text.split(separator: "\n")
    guard let title = lines.first, lines.count > 1 else { return nil }
    let bars = lines.dropFirst().map { line -> BarChart.Bar in
      let parts = Self.cells(line, &sources)
      return BarChart.Bar(
        label: parts.first ?? "", value: parts.count > 2 ? Self.number(parts[2]) : nil,
        valueText: parts.count > 1 ? parts[1] : "",
        goal: parts.count > 3 ? Self.number(parts[3]) : nil,
        ink: parts.count > 4 ? Drawing.Ink(rawValue: parts[4]) ?? .accent : .accent)
    }
    return figure(BarChart(title: String(title), bars: bars).drawing(), sources)
  }

  /// A figure with a group of bars for each line.
  mutating func groupedBars(_ text: String) -> Figure? {
    guard let sheet = ChartSheet(text) else { return nil }
    let names = sheet.head.prefix(BarChart.seriesInks.count)
    let goals = sheet.rows.first { Self.isGoal($0.name) }?.values ?? []
    let groups = sheet.rows.filter { !Self.isGoal($0.name) }.map { row in
      BarChart.Group(
        label: row.name,
        bars: names.enumerated().map { index, name in
          let value = row.values.indices.contains(index) ? row.values[index] : nil
          let text = value.map { $0.text + (sheet.unit == "%" ? "%" : "") }
          return BarChart.Bar(
            label: name, value: value?.double, valueText: text ?? "chưa có số liệu",
            goal: goals.indices.contains(index) ? goals[index]?.double : nil,
            ink: BarChart.seriesInks[index])
        })
    }
    guard !groups.isEmpty, !names.isEmpty else { return nil }
    let chart = BarChart(
      title: sheet.title, groups: groups, unit: sheet.unit,
      scaleMaximum: sheet.unit == "%" ? 100 : 0)
    return figure(chart.drawing(), sheet.sources)
  }

  /// A figure with a line for each column.
  mutating func lines(_ text: String) -> Figure? {
    guard let sheet = ChartSheet(text) else { return nil }
    let columns = sheet.head.enumerated().map { index, name in
      LineChart.Series(
        name: name,
        values: sheet.rows.map { row in
          row.values.indices.contains(index) ? row.values[index]?.double : nil
        })
    }
    guard columns.contains(where: { !Self.isGoal($0.name) }) else { return nil }
    let chart = LineChart(
      title: sheet.title, periods: sheet.rows.map(\.name),
      series: columns.filter { !Self.isGoal($0.name) },
      goal: columns.first { Self.isGoal($0.name) }, unit: sheet.unit)
    return figure(chart.drawing(), sheet.sources)
  }

  private mutating func figure(_ drawing: Drawing, _ sources: [Int]) -> Figure {
    Figure(.drawing(drawing), caption: caption(.figure, or: drawing.title), sources: sources)
  }

  private static func isGoal(_ name: String) -> Bool {
    ["ke hoach", "muc tieu"].contains(Fold.heading(name))
  }

  /// The words between the signs `|`, and the sources that they name.
  fileprivate static func cells(_ line: Substring, _ sources: inout [Int]) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      if let mark = cell.firstRange(of: "](\(SourceLedger.scheme)"),
        let source = Int(cell[mark.upperBound...].prefix { $0.isASCII && $0.isNumber })
      {
        sources.append(source)
      }
      return FrontMatter.plain(trimmed(String(cell))[...])
    }
  }

  /// A number of a `bieu-do` line, where templates also write a decimal point.
  private static func number(_ text: String) -> Double? {
    if let value = Double(text), value.isFinite { return value }
    return (try? VNNumber.parse(text).get())?.number.double
  }
}

/// The title, head and lines of a chart that is written as a table.
private struct ChartSheet {
  var title: String
  var unit = ""
  /// Names of the columns but the first.
  var head: [String]
  var rows: [(name: String, values: [VNNumber?])] = []
  var sources: [Int] = []

  /// Nil if there is nothing to draw.
  init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard lines.count > 2 else { return nil }
    title = DocumentComposer.trimmed(String(lines[0]))
    if title.hasSuffix(")"), let open = title.lastIndex(of: "(") {
      unit = String(title[title.index(after: open)...].dropLast())
      title = DocumentComposer.trimmed(String(title[..<open]))
    }
    head = Array(DocumentComposer.cells(lines[1], &sources).dropFirst())
    for line in lines.dropFirst(2) {
      let cells = DocumentComposer.cells(line, &sources)
      let values = cells.dropFirst().map { (try? VNNumber.parse($0).get())?.number }
      rows.append((cells.first ?? "", values))
    }
  }
}
