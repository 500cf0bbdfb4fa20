import Documents

extension WordBody {
  /// A table whose head is repeated and whose rows stay whole.
  mutating func table(_ table: DocumentTable, keepsNext: Bool = false) {
    if let caption = table.caption { self.caption(caption, properties: "<w:keepNext/>") }
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
    head(table, widths)
    for (r, row) in table.rows.enumerated() {
      let keep = keepsNext && r == table.rows.count - 1 ? "<w:keepNext/>" : ""
      xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
      for (i, column) in table.columns.enumerated() {
        let runs = row.indices.contains(i) ? row[i].runs : []
        cell(width: widths[i]) { body in
          body.paragraph(
            style: "TableText", properties: keep + Self.alignment(column, width: widths[i])
          ) { $0.runs(runs) }
        }
      }
      xml.raw("</w:tr>\n")
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

  private mutating func head(_ table: DocumentTable, _ widths: [Int]) {
    for (r, row) in table.head.enumerated() {
      xml.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
      var column = 0
      while column < table.columns.count {
        let here = row.indices.contains(column) ? row[column] : nil
        let above = here == nil ? coveringCell(table, row: r, column: column) : nil
        let cell = here ?? above ?? DocumentTable.Cell([])
        let end = min(column + max(cell.columns, 1), table.columns.count)
        var properties = ""
        if cell.columns > 1 { properties += "<w:gridSpan w:val=\"\(end - column)\"/>" }
        if cell.rows > 1 {
          properties += here == nil ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>"
        }
        self.cell(
          width: widths[column..<end].reduce(0, +),
          properties: properties + "<w:vAlign w:val=\"center\"/>"
        ) { body in
          body.paragraph(style: "TableHead") { $0.runs(here?.runs ?? []) }
        }
        column = end
      }
      xml.raw("</w:tr>\n")
    }
  }

  /// The cell of a row above that reaches down to this place.
  private func coveringCell(_ table: DocumentTable, row: Int, column: Int) -> DocumentTable.Cell? {
    for above in table.head[..<row].indices.reversed() {
      if let cell = table.head[above].indices.contains(column) ? table.head[above][column] : nil {
        return above + cell.rows > row ? cell : nil
      }
    }
    return nil
  }

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
