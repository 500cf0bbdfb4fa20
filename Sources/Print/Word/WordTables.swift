import Documents

extension WordBody {
  /// A table whose head is repeated and whose rows stay whole unless they are tall.
  mutating func table(_ table: DocumentTable, keepsNext: Bool = false) {
    if let caption = table.caption { self.caption(caption, keepsNext: true) }
    let widths = widths(of: table)
    xml.raw(
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>"
        + "<w:tblW w:w=\"\(textWidth)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
        + "<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" "
        + "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>")
    if let caption = table.caption {
      xml.raw("<w:tblCaption w:val=\"")
      xml.text(caption.runs.map(\.text).joined())
      xml.raw("\"/>")
    }
    xml.raw("</w:tblPr><w:tblGrid>")
    for width in widths { xml.raw("<w:gridCol w:w=\"\(width)\"/>") }
    xml.raw("</w:tblGrid>")
    for r in table.head.indices {
      row(r, of: table, table.head, widths, row: "<w:cantSplit/><w:tblHeader/>", cell: Self.middle)
      {
        body, _, runs in
        body.paragraph(style: "TableHead") { $0.runs(runs) }
      }
    }
    let alignments = zip(table.columns, widths).map { Self.alignment($0, width: $1) }
    for r in table.rows.indices {
      let keeps = keepsNext && r == table.rows.count - 1
      let lines = writer.letters.lines(
        ofRow: table.rows[r], in: table, profile, width: Double(textWidth) / 20
      ).count
      let whole = Self.mayBreak(lines, profile) ? "" : "<w:cantSplit/>"
      row(r, of: table, table.rows, widths, row: whole) { body, column, runs in
        body.paragraph(
          style: "TableText", keepsNext: keeps, properties: alignments[column]
        ) { $0.runs(runs) }
      }
    }
    xml.raw("</w:tbl>\n")
    // Word joins two tables that touch.
    hairline(keepsNext: keepsNext)
  }

  /// Widths of the columns, which add up to that of the text.
  private func widths(of table: DocumentTable) -> [Int] {
    var share = 0.0
    var edge = 0
    return table.columns.map { column in
      share += column.share
      let next = min(Int((Double(textWidth) * share).rounded()), textWidth)
      defer { edge = next }
      return next - edge
    }
  }

  /// Whether a row has so many lines that some of them can stay on either page.
  static func mayBreak(_ lines: Int, _ profile: PageProfile) -> Bool {
    Double(lines) > 2 * profile.table.leastLines
  }

  /// A row of the head or the body with its joined cells; `content` writes the words of a column.
  private mutating func row(
    _ r: Int, of table: DocumentTable, _ rows: [[DocumentTable.Cell?]], _ widths: [Int],
    row rowProperties: String = "", cell cellProperties: String = "",
    _ content: (inout WordBody, Int, [Run]) -> Void
  ) {
    xml.raw(rowProperties.isEmpty ? "<w:tr>" : "<w:tr><w:trPr>\(rowProperties)</w:trPr>")
    var column = 0
    while column < table.columns.count {
      let here = rows[r].indices.contains(column) ? rows[r][column] : nil
      let above = here == nil ? Self.coveringCell(rows, row: r, column: column) : nil
      let cell = here ?? above ?? DocumentTable.Cell([])
      let end = min(column + max(cell.columns, 1), table.columns.count)
      var properties = ""
      if cell.columns > 1 { properties += "<w:gridSpan w:val=\"\(end - column)\"/>" }
      if cell.rows > 1 {
        properties += here == nil ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>"
      }
      self.cell(width: widths[column..<end].reduce(0, +), properties: properties + cellProperties) {
        content(&$0, column, here?.runs ?? [])
      }
      column = end
    }
    xml.raw("</w:tr>\n")
  }

  /// The cell of a row above that reaches down to this place.
  private static func coveringCell(
    _ rows: [[DocumentTable.Cell?]], row: Int, column: Int
  ) -> DocumentTable.Cell? {
    for above in rows[..<row].indices.reversed() {
      if let cell = rows[above].indices.contains(column) ? rows[above][column] : nil {
        return above + cell.rows > row ? cell : nil
      }
    }
    return nil
  }

  private static let middle = "<w:vAlign w:val=\"center\"/>"

  mutating func cell(
    width: Int, properties: String = "", _ content: (inout WordBody) -> Void
  ) {
    xml.raw("<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(properties)</w:tcPr>")
    content(&self)
    xml.raw("</w:tc>")
  }

  /// Decimals hang on a tab, which in a cell needs no tab sign.
  private static func alignment(_ column: DocumentTable.Column, width: Int) -> String {
    switch column.alignment {
    case .left: ""
    case .center: "<w:jc w:val=\"center\"/>"
    case .right: "<w:jc w:val=\"right\"/>"
    case .decimal:
      "<w:tabs><w:tab w:val=\"decimal\" w:pos=\"\(width * 6 / 10)\"/></w:tabs>"
    }
  }
}
