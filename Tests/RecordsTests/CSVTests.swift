import Diagnostics
import Testing

@testable import Records

private func parse(_ text: String) -> (Table?, [String]) { parse(bytes: Array(text.utf8)) }

private func parse(bytes: [UInt8]) -> (Table?, [String]) {
  var bag = DiagnosticBag()
  let table = CSV.parse(bytes, file: "a.csv", into: &bag)
  return (table, bag.all.map { "\($0.id) \($0.location?.description ?? "")" })
}

private func texts(_ table: Table?) -> [[String]] {
  table.map { [$0.header.map(\.text)] + $0.rows.map { $0.cells.map(\.text) } } ?? []
}

@Suite struct CSVTests {
  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2", "\u{FEFF}a,b\n1,2", "a;b\n1;2\n", "a\tb\n1\t2\n",
    "sep=;\na;b\n1;2", "\n\na,b\n\n1,2\n,\n\n", "\"a\",\"b\"\r\n\"1\",2", "a,b,,\n1,2,,\n",
    " a , b\n1,2\n",
  ])
  func usualFormsGiveTheSameTable(_ text: String) {
    let (table, problems) = parse(text)
    #expect(problems == [])
    #expect(texts(table) == [["a", "b"], ["1", "2"]])
  }

  @Test func quotedCellsKeepEverything() throws {
    let (table, problems) = parse("a;b\n\"x;\"\"y\"\"\nz\";\"\"\n3;,\n")
    #expect(problems == [])
    #expect(texts(table) == [["a", "b"], ["x;\"y\"\nz", ""], ["3", ","]])
    let rows = try #require(table).rows
    #expect(rows.map(\.number) == [2, 4])
    #expect(rows[0].cells[1].location.description == "a.csv:3:4")
    #expect(rows[1].cells[1].location.cell?.name == "B3")
    #expect(rows[1].cells[1].location.cell?.heading == "b")
  }

  @Test func columnsCountCharacters() throws {
    let (table, _) = parse("tên,trường\nHoà,Đắk Lắk\n")
    let cell = try #require(table?.rows.first?.cells.last)
    #expect(cell.location.description == "a.csv:2:5")
    #expect(cell.location.cell?.heading == "trường")
  }

  @Test(arguments: [
    ("a,b\n1\n2,3\n4,5,6\n", ["csv.ragged a.csv:2", "csv.ragged a.csv:4"], 1),
    ("a,b\nx\"y,2\n3,4\n", ["csv.stray-quote a.csv:2:1"], 1),
    ("a,b\n1,\"x\"y\n3,4\n", ["csv.stray-quote a.csv:2:3"], 1),
    ("a,b\n1,\"x\n3,4\n", ["csv.unclosed-quote a.csv:2:3"], 0),
  ])
  func brokenRowsAreToldAndLeftOut(_ text: String, _ expected: [String], _ rows: Int) {
    let (table, problems) = parse(text)
    #expect(problems == expected)
    #expect(table?.rows.count == rows)
  }

  @Test(arguments: [
    ("", "csv.empty a.csv"), ("\n\n", "csv.empty a.csv"), ("\u{FEFF}", "csv.empty a.csv"),
    ("a\n\u{0}\n", "csv.nul a.csv:2:1"), ("\"a", "csv.unclosed-quote a.csv:1:1"),
  ])
  func withoutHeadingsThereIsNoTable(_ text: String, _ problem: String) {
    let (table, problems) = parse(text)
    #expect(table == nil)
    #expect(problems == [problem])
  }

  @Test(arguments: [
    (Array("T\u{EA}n,Tr".unicodeScalars.map { UInt8($0.value) }) + [0xF6, 0xF4, 0xF8], "VNI"),
    ([0xFF, 0xFE, 0x61, 0x00, 0x2C, 0x00], "UTF-16 LE"),
    ([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00], "UTF-16 LE"),
    (Array("a\nTr".utf8) + [0xAD, 0xEA], "TCVN3"),
  ])
  func otherEncodingsAreNamed(_ bytes: [UInt8], _ name: String) {
    var bag = DiagnosticBag()
    #expect(CSV.parse(bytes, file: "a.csv", into: &bag) == nil)
    #expect(bag.all.map(\.id) == ["csv.encoding"])
    #expect(bag.all.first?.summary.contains(name) == true)
  }

  @Test(arguments: [("T\u{C3}\u{AA}n\nÄ‘i", 1), ("Kế\nlá\u{BB}", 0), ("ÄÂ\n«á»", 0)])
  func brokenTextIsWarnedOf(_ text: String, _ count: Int) {
    var bag = DiagnosticBag()
    #expect(CSV.parse(Array(text.utf8), file: "a.csv", into: &bag) != nil)
    #expect(bag.all.count { $0.id == "text.mojibake" } == count)
    #expect(!bag.hasErrors)
  }

  @Test func hugeCellsAndManyProblemsAreCutShort() {
    let (table, problems) = parse("a,b\n\"" + String(repeating: "x", count: 1_048_577) + "\",1\n")
    #expect(problems == ["csv.limit a.csv:2:1"] && table?.rows.isEmpty == true)
    let many = "a,b\n" + String(repeating: "1\n", count: 5000)
    #expect(parse(many).1.count == CSV.maxProblems)
  }

  @Test func mangledTablesNeverCrash() {
    let sample = Array("sep=;\r\ntên;b\r\n\"x\"\"\r\ny\";2\r\n;;\r\nĐ;4".utf8)
    for index in sample.indices {
      for byte in [UInt8(ascii: "\""), 0x0D, 0x0A, 0x00, 0xC3, UInt8(ascii: ";")] {
        var bytes = sample
        bytes[index] = byte
        let (table, problems) = parse(bytes: bytes)
        #expect(table != nil || !problems.isEmpty)
      }
    }
  }

  @Test func rowsAreGivenAsTheyStand() {
    var bag = DiagnosticBag()
    let text = "\u{FEFF}SỞ \"GIÁO DỤC\"\n\na;\"b\nc\";\n1"
    let rows = CSV.rows(Array(text.utf8), separatedBy: UInt8(ascii: ";"), file: "a.csv", into: &bag)
    #expect(rows.map(\.line) == [1, 2, 3, 5])
    #expect(rows.map(\.cells) == [["SỞ \"GIÁO DỤC\""], [""], ["a", "b\nc", ""], ["1"]])
    #expect(bag.all.isEmpty)
    _ = CSV.rows(Array("a,\"b".utf8), separatedBy: UInt8(ascii: ","), file: "a.csv", into: &bag)
    #expect(bag.all.map(\.id) == ["csv.unclosed-quote"])
  }

  @Test func writtenCellsAreReadAgainAndNeverFormulas() {
    let cells = ["a", "b;c", "d\"e", " f", "-5,2%", "+84 90", "", "x\ny", "một, hai"]
    let line = CSV.line(cells)
    #expect(texts(parse("1,2,3,4,5,6,7,8,9\n" + line).0).last == cells)
    #expect(CSV.line(["=1+1", "@x", "-a", "+a|b"]) == "'=1+1,'@x,'-a,'+a|b\n")
  }

  @Test func tablesFromElsewhereHavePlacesToo() {
    let table = Table(file: "a.xlsx", headings: ["a", "b"], rows: [(number: 2, cells: ["1"])])
    #expect(texts(table) == [["a", "b"], ["1", ""]])
    #expect(table.rows[0].cells[1].location.cell?.name == "B2")
  }
}
