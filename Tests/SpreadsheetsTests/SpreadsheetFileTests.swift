import Spreadsheets
import Testing
import Zip

@Suite("Workbooks")
struct SpreadsheetFileTests {
  private func texts(_ sheet: Spreadsheet.Sheet) -> [[String?]] {
    sheet.rows.map { $0.cells.map(\.text) }
  }

  @Test("hold texts in a table of their own, in the cell, and as results of formulas")
  func threeKindsOfText() throws {
    let sheet = try Workbook.sheet(
      rows: """
        <row r="2"><c r="A2" t="s"><v>1</v></c>
        <c r="B2" t="inlineStr"><is><t>Trường </t><r><t xml:space="preserve">Suối Trong</t></r></is></c>
        <c r="D2" t="str"><f>A2&amp;"x"</f><v>Đạt</v></c></row>
        """,
      strings: "<si><t>Mã</t></si><si><r><rPr><rFont val=\".VnTime\"/></rPr><t>§¬n</t></r><r>"
        + "<t> vÞ</t></r><rPh><t>kana</t></rPh></si>")
    #expect(texts(sheet) == [["§¬n vÞ", "Trường Suối Trong", "Đạt"]])
    #expect(sheet.rows[0].number == 2)
    #expect(sheet.rows[0].cells.map(\.place.column) == [1, 2, 4])
    #expect(sheet.rows[0].cells[0].font == ".VnTime")
    #expect(sheet.name == "Kết quả")
  }

  private static let styles = """
    <numFmts><numFmt numFmtId="164" formatCode="0.00&quot; %&quot;"/>
    <numFmt numFmtId="165" formatCode="[$-42A]dd/mm/yyyy;@"/>
    <numFmt numFmtId="166" formatCode="hh:mm"/><numFmt numFmtId="167" formatCode="#,##0.0%"/></numFmts>
    <fonts><font><name val="Arial"/></font><font><b/><name val="VNI-Times"/></font></fonts>
    <cellStyleXfs><xf numFmtId="9" fontId="1"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="10" fontId="1"/><xf numFmtId="164"/>
    <xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/><xf numFmtId="167"/></cellXfs>
    """

  @Test(
    "show numbers as people read them",
    arguments: [
      (0, "79.63", "79,63"), (0, "0.28999999999999998", "0,29"), (0, "1234567", "1234567"),
      (0, "-0.5", "-0,5"), (0, "1E-3", "0,001"), (0, "1.5E+10", "15000000000"), (0, "0", "0"),
      (0, "999999999999999.9", "1000000000000000"), (1, "0.79630000000000001", "79,63%"),
      (1, "1", "100%"), (6, "0.005", "0,5%"), (2, "12.5", "12,5"), (3, "45672", "15/01/2025"),
      (5, "45672.75", "15/01/2025"), (5, "59", "28/02/1900"), (5, "61", "01/3/1900"),
    ])
  func numbers(style: Int, stored: String, shown: String) throws {
    let sheet = try Workbook.sheet(
      rows: "<row><c s=\"\(style)\"><v>\(stored)</v></c></row>", styles: Self.styles)
    #expect(texts(sheet) == [[shown]])
  }

  @Test("know how many digits they show, and which columns they hide")
  func shownDigitsAndHiddenColumns() throws {
    let cells = (0...6).map { "<c s=\"\($0)\"><v>1</v></c>" }.joined()
    let sheet = try Workbook.sheet(rows: "<row>\(cells)</row>", styles: Self.styles)
    #expect(sheet.rows[0].cells.map(\.decimals) == [nil, 2, 2, nil, nil, nil, 1])
    #expect(sheet.hiddenColumns.isEmpty)
    let hiding = try Workbook.sheet(
      rows: "<row><c><v>1</v></c></row>",
      after: "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"4\" hidden=\"1\"/>"
        + "<col min=\"5\" max=\"5\" width=\"8\"/></cols>")
    #expect(hiding.hiddenColumns == [2...3])
  }

  @Test("of old Macintoshes count from 1904")
  func since1904() throws {
    let sheet = try Workbook.sheet(
      rows: "<row><c s=\"5\"><v>44210</v></c></row>", styles: Self.styles,
      properties: "date1904=\"1\"")
    #expect(texts(sheet) == [["15/01/2025"]])
  }

  @Test("tell what cannot be a value: failed and unworked formulas, times, a day that never was")
  func noValues() throws {
    let sheet = try Workbook.sheet(
      rows: """
        <row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1"><f>1+1</f></c>
        <c r="C1" s="4"><v>0.5</v></c><c r="D1" s="5"><v>60</v></c></row>
        """, styles: Self.styles)
    #expect(texts(sheet) == [[nil, nil, nil, nil]])
    #expect(sheet.rows[0].cells[0].value == .fault("#REF!"))
    #expect(sheet.rows[0].cells[1].value == .unknown)
  }

  @Test("know merged cells, hidden rows, bold cells and fonts; empty cells are none")
  func looks() throws {
    let sheet = try Workbook.sheet(
      rows: """
        <row r="5" hidden="1"><c r="C5" t="inlineStr"><is><t>c</t></is></c><c r="A5" s="1"><v>1</v></c>
        <c r="B5" s="1"/></row><row r="3"><c r="A3" t="b"><v>1</v></c></row>
        """, styles: Self.styles,
      after: "<mergeCells><mergeCell ref=\"A1:C2\"/><mergeCell ref=\"C2:A1\"/></mergeCells>")
    #expect(sheet.rows.map(\.number) == [3, 5])
    #expect(sheet.rows[1].isHidden)
    #expect(sheet.rows[1].cells.map(\.place.column) == [1, 3])
    #expect(sheet.rows[1].cells[0].isBold)
    #expect(sheet.rows[1].cells[0].font == "VNI-Times")
    #expect(texts(sheet)[0] == ["có"])
    #expect(sheet.merges.count == 1)
    #expect(sheet.merges[0].contains(CellPlace(row: 2, column: 3)))
  }

  @Test("keep characters that XML cannot hold, written as their numbers")
  func escapes() throws {
    let sheet = try Workbook.sheet(
      rows: "<row><c t=\"inlineStr\"><is><t>a_x000A_b_x5_ _x005F_x</t></is></c></row>")
    #expect(texts(sheet) == [["a\nb_x5_ _x"]])
  }

  @Test("of a document type are refused")
  func entities() throws {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>"
    let bytes = try Workbook.bytes(rows: "<row><c><v>1</v></c></row>", head: bomb)
    let fault = #expect(throws: SpreadsheetFault.self) { try SpreadsheetFile.read(bytes) }
    #expect(fault?.message.contains("DOCTYPE") == true)
  }

  @Test("that are damaged, locked, old or something else are refused with advice")
  func others() throws {
    let whole = try Workbook.bytes(rows: "<row><c><v>1</v></c></row>")
    let other = try ZipWriter.zip([ZipWriter.Entry("word/document.xml", [])])
    for bytes in [
      [], Array("Mã,Tên".utf8), Array(whole.prefix(whole.count / 2)), other,
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
    ] {
      let fault = #expect(throws: SpreadsheetFault.self) { try SpreadsheetFile.read(bytes) }
      #expect(fault?.help.contains(".xlsx") == true)
    }
  }

  @Test("name their cells as spreadsheets do")
  func places() {
    #expect(CellPlace("AB7") == CellPlace(row: 7, column: 28))
    #expect(CellPlace("$XFD$1048576") == CellPlace(row: 1_048_576, column: 16_384))
    for name in ["", "A", "7", "A0", "XFE1", "A1048577", "A1B", "A99999999999999999999", "Ă1"] {
      #expect(CellPlace(name) == nil)
    }
  }
}
