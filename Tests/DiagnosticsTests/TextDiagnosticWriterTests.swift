import Diagnostics
import Testing

@Suite("Diagnostics for a terminal")
struct TextDiagnosticWriterTests {
  private func written(
    _ line: String?, column: Int, length: Int = 0, color: Bool = false, summary: String = "Sai",
    help: String? = nil, notes: [Diagnostic.Note] = [], cell: Location.Cell? = nil
  ) -> String {
    let place = Location(file: "a.csv", line: 7, column: column, length: length, cell: cell)
    let diagnostic = Diagnostic("test.id", at: place, summary, help: help, notes: notes)
    var out: [UInt8] = []
    TextDiagnosticWriter(color: color) { file, number in
      file == "a.csv" && number == 7 ? line : nil
    }.write([diagnostic], into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test func cellsOfWorkbooksNameTheirSheet() {
    let sheet = Location.Sheet(number: 2, name: "HK I")
    let text = written(nil, column: 0, cell: .init(row: 7, column: 3, heading: "", sheet: sheet))
    #expect(text == "a.csv:7: lỗi: Sai [test.id]\n     = trang tính “HK I”, ô C7\n\n")
    let first = Location(file: "a.csv", line: 9, cell: .init(row: 9, column: 1, heading: ""))
    let other = Location(
      file: "a.csv", line: 7, cell: .init(row: 7, column: 1, heading: "", sheet: sheet))
    #expect(first < other)
  }

  @Test func ofManyAlikeInOneFileTheFirstAreShownAndTheRestCounted() {
    let many = (1...130).map {
      Diagnostic("test.id", at: Location(file: "a.md", line: $0), "Sai", help: nil)
    }
    let other = Diagnostic("test.id", at: Location(file: "b.md", line: 1), "Sai", help: nil)
    var out: [UInt8] = []
    TextDiagnosticWriter(color: false) { _, _ in nil }.write(many + [other], into: &out)
    let text = String(decoding: out, as: UTF8.self)
    #expect(text.contains("a.md:100: ") && !text.contains("a.md:101: "))
    #expect(text.contains("b.md:1: "))
    #expect(
      text.hasSuffix(
        "\na.md: còn 30 chỗ như vậy nữa [test.id]; sửa những chỗ trên rồi chạy lại.\n\n"))
  }

  @Test func everythingVerbatim() {
    let text = written(
      "th-a,Trường A,thcs-rach-dau", column: 15, length: 13,
      summary: "Không có đơn vị “thcs-rach-dau”",
      help: "Có phải ý bạn là “thcs-rach-dua”?",
      notes: [
        Diagnostic.Note("khai báo ở đây", at: Location(file: "units.csv", line: 2, column: 1)),
        Diagnostic.Note("chỉ là lời"),
      ],
      cell: Location.Cell(row: 7, column: 3, heading: "Đơn vị"))
    #expect(
      text == """
        a.csv:7:15: lỗi: Không có đơn vị “thcs-rach-dau” [test.id]
           7 | th-a,Trường A,thcs-rach-dau
             |               ^^^^^^^^^^^^^
             = ô C7, cột “Đơn vị”
             = units.csv:2:1: khai báo ở đây
             = chỉ là lời
             = cách sửa: Có phải ý bạn là “thcs-rach-dua”?


        """)
  }

  @Test func theCaretStandsUnderDecomposedLettersAndTabs() {
    // “Trường” decomposed: 9 scalars, 6 columns; the tab is shown as one blank.
    let decomposed = "Tru\u{31B}o\u{31B}\u{300}ng\tsai"
    let after = written(decomposed, column: 11, length: 3)
    #expect(after.contains("   7 | Tru\u{31B}o\u{31B}\u{300}ng sai\n     |        ^^^\n"))
    let on = written(decomposed, column: 1, length: 9)
    #expect(on.contains("\n     | ^^^^^^\n"))
    #expect(written("漢字 sai", column: 4, length: 3).contains("\n     |      ^^^\n"))
  }

  @Test func theCaretStaysInTheLine() {
    #expect(written("abc", column: 2, length: 99).contains("     |  ^^\n"))
    #expect(written("abc", column: 4, length: 3).contains("     |    ^\n"))
    #expect(written("", column: 1).contains("   7 | \n     | ^\n"))
    #expect(!written("abc", column: 9).contains("^"))
    #expect(!written(nil, column: 1).contains("|"))
    #expect(!written("abc", column: 0).contains("^"))
  }

  @Test func longLinesAreCutAroundThePlace() throws {
    let long = String(repeating: "x", count: 5_000) + "SAI" + String(repeating: "y", count: 5_000)
    let lines = written(long, column: 5_001, length: 3).split(separator: "\n")
    let shown = Array(try #require(lines.dropFirst().first))
    let marks = Array(try #require(lines.dropFirst(2).first))
    #expect(shown.count < 120)
    let first = try #require(marks.firstIndex(of: "^"))
    #expect(String(shown[first..<(first + 3)]) == "SAI")
    #expect(marks.filter { $0 == "^" }.count == 3)
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let evil = "a\u{1B}[31m\u{7}\u{9B}2J\u{202E}b\u{0}\r"
    let note = Diagnostic.Note(evil, at: Location(file: evil, line: 1))
    let text = written(
      evil, column: 1, summary: evil, help: evil, notes: [note],
      cell: Location.Cell(row: 1, column: 1, heading: evil))
    let hostile = text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
    }
    #expect(hostile.isEmpty)
    #expect(text.contains("a␛[31m␇\u{FFFD}2J\u{FFFD}b␀␍"))
  }

  @Test func colorIsOnlyWhereAskedFor() {
    #expect(!written("abc", column: 1).contains("\u{1B}"))
    let colored = written("abc", column: 1, color: true)
    #expect(colored.contains("\u{1B}[1;31mlỗi\u{1B}[0m: \u{1B}[1mSai\u{1B}[0m [test.id]"))
    #expect(colored.contains("\u{1B}[1;31m^\u{1B}[0m"))
  }

  @Test func noPlaceAndOtherSeverities() {
    var out: [UInt8] = []
    TextDiagnosticWriter(color: false) { _, _ in nil }.write(
      [
        Diagnostic("a.b", .warning, at: nil, "Một"),
        Diagnostic("c.d", .note, at: Location(file: "x.md"), "Hai"),
      ], into: &out)
    #expect(
      String(decoding: out, as: UTF8.self)
        == "cảnh báo: Một [a.b]\n\nx.md: lưu ý: Hai [c.d]\n\n")
  }

  @Test func theSummaryCounts() {
    var bag = DiagnosticBag()
    #expect(TextDiagnosticWriter.summary(bag).isEmpty)
    bag.warning("a.b", at: nil, "x")
    #expect(TextDiagnosticWriter.summary(bag) == "1 cảnh báo")
    bag.error("a.b", at: nil, "x")
    bag.error("a.b", at: nil, "y")
    #expect(TextDiagnosticWriter.summary(bag) == "2 lỗi, 1 cảnh báo")
  }
}
