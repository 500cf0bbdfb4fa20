import Documents
import Glibc
import Print
import Testing

/// The workbook of a report's tables.
@Suite(.enabled(if: unsafe access("/usr/bin/unzip", X_OK) == 0, "cần unzip"))
struct SheetTests {
  private func part(_ name: String, _ document: Document) throws -> String {
    try Tool.run("unzip -p", on: try SheetWriter().xlsx(document), name)
  }

  private static let report = """
    ```chu-thich
    Kết quả [theo] trường: năm học 2023/2024
    ```

    ```dau-bang
    | TT | Trường | Kết quả | < |
    ```

    | ^ | ^ | Kế hoạch | Thực hiện |
    |:-:|---|--:|--:|
    | 1 | =CMD() | 8,50 | 98,5% |
    | 2 | 412/418 | 1.284 | 05 |
    | 3 | +84 | 1.1 | 1234567890123456 |
    | 4 | -12,5 | 2024 | 007 |

    ```phu-luc-ngang
    KẾT QUẢ THỰC HIỆN TẤT CẢ CÁC CHỈ TIÊU
    ```

    | Tên |
    |---|
    | Một |

    | Tên |
    |---|
    | Hai |
    """

  @Test func numbersAreNumbersAndShownAsTheyWere() throws {
    let sheet = try part("xl/worksheets/sheet2.xml", try Fixture.document(Self.report))
    let numbers = sheet.ranges(of: "<v>").map { range in
      String(sheet[range.upperBound...].prefix { $0 != "<" })
    }
    for number in ["8.5", "0.985", "1284", "5", "-12.5", "2024"] {
      #expect(numbers.contains(number), "\(number): \(numbers)")
    }
    #expect(!sheet.contains("<f>"))
    let styles = try part("xl/styles.xml", try Fixture.document(Self.report))
    for format in ["0.0%", "00", "0.0"] {
      #expect(styles.contains("formatCode=\"\(format)\""), "\(format)")
    }
    let texts = try part("xl/sharedStrings.xml", try Fixture.document(Self.report))
    for text in ["=CMD()", "412/418", "1.1", "1234567890123456", "007"] {
      #expect(texts.contains("<t>\(text)</t>"), "\(text)")
    }
  }

  @Test func headsAreJoinedAndRepeated() throws {
    let document = try Fixture.document(Self.report)
    let sheet = try part("xl/worksheets/sheet2.xml", document)
    for range in ["A3:A4", "B3:B4", "C3:D3"] {
      #expect(sheet.contains("<mergeCell ref=\"\(range)\"/>"), "\(range)")
    }
    #expect(sheet.contains("topLeftCell=\"A5\"") && sheet.contains("paperSize=\"9\""))
    let book = try part("xl/workbook.xml", document)
    #expect(book.contains("$3:$4</definedName>"))
    #expect(
      try part("xl/worksheets/sheet3.xml", document).contains("orientation=\"landscape\""))
  }

  @Test func namesOfSheetsAreAllowedAndDifferent() throws {
    let book = try part("xl/workbook.xml", try Fixture.document(Self.report))
    let names = book.ranges(of: "<sheet name=\"").map { range in
      String(book[range.upperBound...].prefix { $0 != "\"" })
    }
    #expect(
      names == [
        "Thông tin", "Kết quả theo trường năm học", "KẾT QUẢ THỰC HIỆN TẤT CẢ CÁC",
        "KẾT QUẢ THỰC HIỆN TẤT CẢ (2)",
      ])
  }

  @Test func aTableWithoutCaptionIsCalledByItsHeading() throws {
    let table = "| Tên |\n|---|\n| Lan |\n"
    let book = try part(
      "xl/workbook.xml",
      try Fixture.document(
        "\(table)\n## GIẤY KHEN\n\n\(table)\n```phu-luc\nDANH SÁCH\n```\n\n\(table)"))
    for name in ["Bảng 1", "GIẤY KHEN", "DANH SÁCH"] {
      #expect(book.contains("<sheet name=\"\(name)\""), "\(name): \(book)")
    }
  }

  @Test func whatIsPrintedFitsThePageAndRowsFitTheirText() throws {
    let long = Array(repeating: "chỉ tiêu", count: 30).joined(separator: " ")
    let document = try Fixture.document(
      "```cot\n80 10 10\n```\n\n| Tên | Thành tích | Số |\n|---|---|--:|\n"
        + "| \(long) | a | 1.234.567,89 |\n| b | ^ | 2 |\n")
    let book = try part("xl/workbook.xml", document)
    #expect(book.contains("'Bảng 1'!$A$1:$C$5</definedName>"))
    #expect(book.contains("'Bảng 1'!$3:$3</definedName>"))
    let sheet = try part("xl/worksheets/sheet2.xml", document)
    #expect(sheet.contains("fitToHeight=\"0\"") && sheet.contains("<pageMargins left=\"1.18"))
    // The title, a head of two words, text of four lines, and one line more.
    let heights = sheet.ranges(of: " ht=\"").map { sheet[$0.upperBound...].prefix { $0 != "\"" } }
    #expect(heights == ["15.75", "31.5", "63", "15.75"], "\(heights)")
    // A number is never cut: twelve digits and signs of 6 points, where a tenth would be seven.
    let widths = sheet.ranges(of: " width=\"").compactMap {
      Double(sheet[$0.upperBound...].prefix { $0 != "\"" })
    }
    #expect(widths.count == 3 && widths[2] > 11 && widths[0] > 50, "\(widths)")
    #expect(!(try part("xl/styles.xml", document)).contains("Calibri"))
  }

  @Test func bytesAreTheSameEveryTimeAndCarryTheDocumentsDate() throws {
    let document = try Fixture.document(Self.report)
    let first = try SheetWriter().xlsx(document)
    #expect(try SheetWriter().xlsx(document) == first)
    let core = try part("docProps/core.xml", document)
    #expect(core.contains("2024-06-05T00:00:00Z"))
    #expect(core.contains("&lt;SCRIPT&gt;") && !core.contains("<SCRIPT"))
  }

  /// What a table says, its sheet says too, cell for cell; only numbers are written otherwise.
  @Test func wordsAreThoseOfTheTables() throws {
    let document = try Fixture.document(Self.report)
    let texts = try part("xl/sharedStrings.xml", document)
    let tables = (document.body + document.appendices[0].blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    #expect(tables.count == 3)
    for table in tables {
      let cells = (table.head + table.rows).flatMap { $0 }.compactMap { $0?.runs.text }
      for text in cells {
        let isNumber = ["8,50", "98,5%", "1.284", "05", "-12,5", "2024", "1", "2", "3", "4"]
        #expect(isNumber.contains(text) || texts.contains("<t>\(text)</t>"), "\(text)")
      }
    }
    let plain = try part("xl/worksheets/sheet1.xml", try Fixture.document("Không bảng."))
    #expect(plain.contains("<sheetData>"))
  }
}
