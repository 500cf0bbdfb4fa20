import Campaigns
import Content
import Diagnostics
import Records
import Spreadsheets
import Starters
import Testing
import Vietnamese
import Zip

/// The workbook to fill in, read by the reader that will read it when it is filled.
struct TableWorkbookTests {
  private func form(_ kind: StarterAnswers.Kind) throws -> Spreadsheet {
    let answers = StarterAnswers(kind: kind, today: try #require(PlainDate.parse("2026-11-22")))
    let files = try Starter(answers, tables: .csv).files()
    let file = try #require(files.first { $0.path == Starter.form })
    return try SpreadsheetFile.read(file.bytes)
  }

  @Test("Each sheet has exactly the columns of its table", arguments: StarterAnswers.Kind.allCases)
  func headingsAreTheReaders(kind: StarterAnswers.Kind) throws {
    let book = try form(kind)
    #expect(book.sheets.first?.name == "Hướng dẫn")
    let hidden = book.sheets.filter(\.isHidden).map(\.name)
    #expect(hidden == ["Danh mục"])
    let tables = book.sheets.dropFirst().filter { !$0.isHidden }
    #expect(tables.count >= 8)
    #expect(!tables.contains { $0.name == "consents" })
    for sheet in tables {
      let schema = try #require(Tables.schema(named: sheet.name), "\(sheet.name)")
      let headings = sheet.rows.first?.cells.compactMap(\.text) ?? []
      #expect(Set(headings) == Set(schema.fields.map { $0.aliases.first ?? $0.id }))
      #expect(headings.count == schema.fields.count)
    }
  }

  @Test("A filled sheet is read without a problem")
  func filledSheetsAreRead() throws {
    for sheet in try form(.commune).sheets where !sheet.isHidden && sheet.name != "Hướng dẫn" {
      let schema = try #require(Tables.schema(named: sheet.name))
      let width = sheet.rows.first?.cells.count ?? 0
      let rows = sheet.rows.map { row in (1...width).map { row[$0]?.text ?? "" } }
      var bag = DiagnosticBag()
      let table = Table(
        file: sheet.name, headings: rows.first ?? [],
        rows: rows.dropFirst().enumerated().map { ($0 + 2, $1) })
      let records = schema.read(table, into: &bag)
      #expect(bag.all.map(\.summary) == [], "\(sheet.name)")
      #expect(records.count == rows.count - 1)
    }
  }

  @Test("What is offered is what the reader takes")
  func choicesAreRead() throws {
    let book = try form(.department)
    let lists = try #require(book.sheets.first { $0.name == "Danh mục" })
    let offered = Set(lists.rows.flatMap { $0.cells.compactMap(\.text) })
    for schema in Schemas.all where book.sheets.contains(where: { $0.name == stem(schema) }) {
      for field in schema.fields {
        guard case .choice(let choices) = field.type else { continue }
        for choice in choices {
          #expect(offered.contains(choice.aliases.first ?? choice.id), "\(field.id)")
        }
      }
    }
  }

  @Test("Sheets carry lists, notes, a frozen head and text for what programs would change")
  func sheetsHelp() throws {
    let answers = StarterAnswers(kind: .school, today: try #require(PlainDate.parse("2026-11-22")))
    let files = try Starter(answers, tables: .xlsx).files()
    let targets = try #require(files.first { $0.path == "campaigns/nam-hoc/targets.xlsx" })
    func part(_ name: String) throws -> String {
      let archive = try ZipReader(targets.bytes)
      return String(decoding: try archive.read(name) ?? [], as: UTF8.self)
    }
    let sheet = try part("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("<formula1>'Danh mục'!$A$1:$A$18</formula1>"))
    #expect(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""))
    #expect(sheet.contains("outlineLevel=\"1\""))
    #expect(try part("xl/comments1.xml").contains("Nguyên văn câu chỉ tiêu"))
    // Number 49 of the formats that spreadsheets know is text.
    #expect(try part("xl/styles.xml").contains("numFmtId=\"49\""))
  }

  private func stem(_ schema: Schema) -> String {
    schema.kind == .table && !schema.name.hasPrefix("units/") ? Tables.stem(of: schema) : ""
  }
}
