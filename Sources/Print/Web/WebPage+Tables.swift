import Documents
import Drawing

extension WebPage {
  mutating func table(_ table: DocumentTable) {
    tables += 1
    // A name for the style's widths; a table of many columns may not be squeezed on a phone.
    let id = "bang-\(tables)"
    for (i, column) in table.columns.enumerated() {
      let permille = Int((column.share * 1000).rounded())
      rules += "#\(id) col:nth-child(\(i + 1)) { width: \(permille / 10).\(permille % 10)%; }\n"
    }
    out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    out.text(table.caption?.label.dropLast().description ?? "Bảng số liệu \(tables)")
    out.raw("\">\n<table id=\"\(id)\"\(table.columns.count > 3 ? " class=\"wide\"" : "")>\n")
    if let caption = table.caption {
      out.raw("<caption>")
      inline(caption.runs)
      out.raw("</caption>\n")
    }
    out.raw("<colgroup>\(String(repeating: "<col>", count: table.columns.count))</colgroup>\n")
    head(table)
    let fractions = table.columns.indices.map { fraction(of: $0, in: table) }
    out.raw("<tbody>\n")
    for (r, row) in table.rows.enumerated() {
      out.raw("<tr>")
      for (c, cell) in row.enumerated() where table.columns.indices.contains(c) {
        guard let cell else { continue }
        let reach = table.reach(of: cell, row: r, column: c, in: table.rows.count)
        self.cell(cell, reach, table.columns[c].alignment, fraction: fractions[c])
      }
      out.raw("</tr>\n")
    }
    out.raw("</tbody>\n</table></div>\n")
  }

  private mutating func head(_ table: DocumentTable) {
    out.raw("<thead>\n")
    for (r, row) in table.head.enumerated() {
      out.raw("<tr>")
      for (c, cell) in row.enumerated() where table.columns.indices.contains(c) {
        guard let cell else { continue }
        let reach = table.reach(of: cell, row: r, column: c, in: table.head.count)
        out.raw("<th scope=\"\(reach.columns > 1 ? "colgroup" : "col")\"\(Self.spans(reach))>")
        inline(cell.runs)
        out.raw("</th>")
      }
      out.raw("</tr>\n")
    }
    out.raw("</thead>\n")
  }

  private static func spans(_ reach: (columns: Int, rows: Int)) -> String {
    (reach.columns > 1 ? " colspan=\"\(reach.columns)\"" : "")
      + (reach.rows > 1 ? " rowspan=\"\(reach.rows)\"" : "")
  }

  private mutating func cell(
    _ cell: DocumentTable.Cell, _ reach: (columns: Int, rows: Int),
    _ alignment: DocumentTable.Alignment, fraction: Int
  ) {
    out.raw("<td\(Self.spans(reach))")
    switch alignment {
    case .left: out.raw(">")
    case .center: out.raw(" class=\"center\">")
    case .right: out.raw(" class=\"right\">")
    case .decimal:
      out.raw(" class=\"right\">")
      // Decimal commas below each other: what follows the comma takes the same room everywhere.
      if fraction > 0 {
        out.raw("<span class=\"decimal d\(fraction - Self.fraction(of: cell))\">")
        inline(cell.runs)
        out.raw("</span></td>")
        return
      }
    }
    inline(cell.runs)
    out.raw("</td>")
  }

  /// The figures of a chart as a table, on the screen only; one who reads cannot measure bars.
  mutating func data(of drawing: Drawing) {
    guard let head = drawing.data.first, drawing.data.count > 1 else { return }
    out.raw("<details class=\"data\"><summary>Số liệu của biểu đồ</summary>")
    out.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
    out.raw("aria-label=\"Số liệu của biểu đồ \(figures)\"><table>\n<thead><tr>")
    for name in head {
      // What has no name heads nothing.
      out.raw(name.isEmpty ? "<td>" : "<th scope=\"col\">")
      out.text(name)
      out.raw(name.isEmpty ? "</td>" : "</th>")
    }
    out.raw("</tr></thead>\n<tbody>\n")
    for row in drawing.data.dropFirst() {
      out.raw("<tr>")
      for (i, text) in row.enumerated() {
        out.raw(i == 0 ? "<th scope=\"row\">" : "<td class=\"right\">")
        out.text(text)
        out.raw(i == 0 ? "</th>" : "</td>")
      }
      out.raw("</tr>\n")
    }
    out.raw("</tbody>\n</table></div></details>\n")
  }

  /// The widest fraction of a column whose decimals are set below each other; 0 for all others.
  private func fraction(of column: Int, in table: DocumentTable) -> Int {
    guard table.columns[column].alignment == .decimal else { return 0 }
    return table.rows.lazy.compactMap { row in
      (row.indices.contains(column) ? row[column] : nil).map(Self.fraction)
    }.max() ?? 0
  }

  /// How wide a number is from its comma on, in quarters of an em: a comma is one, a digit two.
  private static func fraction(of cell: DocumentTable.Cell) -> Int {
    let tail = cell.runs.map(\.text).joined().drop { $0 != "," && $0 != "%" }
    let width = tail.reduce(0) { $0 + ($1 == "," ? 1 : $1 == "%" ? 3 : 2) }
    return min(width, WebStyle.widestFraction)
  }
}
