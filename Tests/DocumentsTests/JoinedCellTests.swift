import Diagnostics
import Documents
import Glibc
import Print
import Testing

/// Cells of a table's body that reach over others, the same in every form.
@Suite struct JoinedCellTests {
  private static let report = """
    | Đơn vị | Chỉ tiêu | Kết quả |
    |---|---|--:|
    | Trường A | Một | 8,50 |
    | ^ | Hai | 9,25 |
    | ^ | Ba | < |
    | Cộng | < | 17,75 |
    | Trường B | Một | ^ |
    """

  private func table(_ report: String) throws -> DocumentTable {
    let tables = try Fixture.document(report).body.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first)
  }

  @Test func signsJoinCellsOfTheBody() throws {
    let table = try table(Self.report)
    #expect(
      table.rows.map { $0.map { $0?.runs.text } } == [
        ["Trường A", "Một", "8,50"], [nil, "Hai", "9,25"], [nil, "Ba", nil],
        ["Cộng", nil, "17,75"], ["Trường B", "Một", nil],
      ])
    #expect(table.rows[0][0]?.rows == 3 && table.rows[2][1]?.columns == 2)
    #expect(table.rows[3][0]?.columns == 2 && table.rows[3][2]?.rows == 2)
    #expect(table.rowGroups == [0..<3, 3..<5])
  }

  @Test func whatIsNoRectangleIsNotJoined() throws {
    let table = try table("| a | b |\n|---|---|\n| ^ | < |\n| x | < |\n| ^ | y |\n| \\< | ^ |\n")
    #expect(
      table.rows.map { $0.map { $0?.runs.text } } == [
        ["^", nil], ["x", nil], ["^", "y"], ["<", nil],
      ])
    #expect(table.rows[3][0]?.columns == 1)
  }

  @Test func fourFormsAgree() throws {
    let document = try Fixture.document(Self.report)
    var bag = DiagnosticBag()
    let page = String(decoding: WebWriter().html(document), as: UTF8.self)
    for cell in [
      "<td rowspan=\"3\">Trường A</td>", "<td colspan=\"2\">Ba</td>",
      "<td colspan=\"2\">Cộng</td>", "<td rowspan=\"2\" class=\"right\">17,75</td>",
    ] { #expect(page.contains(cell), "\(cell)") }
    #expect(page.ranges(of: "<td").count == 10)

    let docx = try WordWriter(fonts: FontSet()).docx(document)
    let body = try Tool.run("unzip -p", on: docx, "word/document.xml")
    #expect(body.ranges(of: "<w:vMerge w:val=\"restart\"/>").count == 2)
    #expect(body.ranges(of: "<w:vMerge/>").count == 3)
    #expect(body.ranges(of: "<w:gridSpan w:val=\"2\"/>").count == 2)

    let sheet = try Tool.run(
      "unzip -p", on: SheetWriter().xlsx(document), "xl/worksheets/sheet2.xml")
    for range in ["A4:A6", "B6:C6", "A7:B7", "C7:C8"] {
      #expect(sheet.contains("<mergeCell ref=\"\(range)\"/>"), "\(range)")
    }
    #expect(sheet.contains("<v>17.75</v>"))

    let pdf = try #require(
      try PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag), "\(bag.sorted)")
    let tree = try Tool.run("pdfinfo -struct", on: pdf)
    #expect(tree.ranges(of: "RowSpan 3").count == 1 && tree.ranges(of: "RowSpan 2").count == 1)
    #expect(tree.ranges(of: "ColSpan 2").count == 2)
    #expect(tree.split(separator: "\n").filter { $0.contains(" TD") }.count == 10)
  }

  /// A cell over more rows than a page holds goes on below the head on the next page, and no row is
  /// torn for it.
  @Test(arguments: [1, 30])
  func joinedCellsGoOnOverPages(words: Int) throws {
    let name = (1...words).map { "tên\($0)" }.joined(separator: " ")
    let rows = (1...60).map { "| \($0 == 1 ? name : "^") | Dòng \($0) đầu<br>Dòng \($0) cuối |" }
    var bag = DiagnosticBag()
    let document = try Fixture.document(
      "| Đơn vị | Việc |\n|---|---|\n" + rows.joined(separator: "\n"))
    let pdf = try #require(
      try PDFWriter(fonts: FontSet()).pdf(document, name: "a.pdf", into: &bag), "\(bag.sorted)")
    let pages = try PageBoxes(pdf).pages
    #expect(pages.count >= 3)
    var seen = 0
    for page in pages {
      let words = page.words.map(\.text)
      #expect(words.filter { $0 == "đầu" }.count == words.filter { $0 == "cuối" }.count)
      seen += words.filter { $0 == "đầu" }.count
      if words.contains("đầu") { #expect(words.contains("Việc")) }
      // Nothing stands below the margin of 20 mm.
      #expect(page.words.allSatisfy { $0.box.bottom < 297 * 72 / 25.4 - 56 })
    }
    #expect(seen == 60)
    let all = pages.flatMap { $0.words.map(\.text) }.filter { $0.hasPrefix("tên") }
    #expect(all == (1...words).map { "tên\($0)" })
  }
}
