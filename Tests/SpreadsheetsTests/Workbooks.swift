import Spreadsheets
import Zip

/// Workbooks as their parts, for cases that no office program would write by itself.
enum Workbook {
  static let types = """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>
    """
  static let links = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/>
    </Relationships>
    """
  static let bookLinks = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="s1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="t" Type="http://x/relationships/sharedStrings" Target="/xl/strings.xml"/>
    <Relationship Id="y" Type="http://x/relationships/styles" Target="../xl/./styles.xml"/>
    </Relationships>
    """

  /// A workbook of one sheet with these rows, as XML.
  static func bytes(
    rows: String, strings: String = "", styles: String = "", head: String = "", after: String = "",
    properties: String = ""
  ) throws -> [UInt8] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let book = """
      <workbook \(main) xmlns:r="http://x/relationships"><workbookPr \(properties)/>
      <sheets><sheet name="Kết quả" sheetId="1" r:id="s1"/></sheets></workbook>
      """
    let parts = [
      ("[Content_Types].xml", types), ("_rels/.rels", links), ("xl/workbook.xml", book),
      ("xl/_rels/workbook.xml.rels", bookLinks),
      ("xl/strings.xml", "<sst \(main)>\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>"),
      (
        "xl/worksheets/sheet1.xml",
        "\(head)<worksheet \(main)><sheetData>\(rows)</sheetData>\(after)</worksheet>"
      ),
    ]
    return try ZipWriter.zip(parts.map { ZipWriter.Entry($0.0, Array($0.1.utf8)) })
  }

  static func sheet(
    rows: String, strings: String = "", styles: String = "", after: String = "",
    properties: String = ""
  ) throws -> Spreadsheet.Sheet {
    let file = try SpreadsheetFile.read(
      bytes(rows: rows, strings: strings, styles: styles, after: after, properties: properties))
    return file.sheets[0]
  }
}
