import Diagnostics
import Print
import Testing

@testable import Documents

/// Every figure that a report prints names the cells that it rests upon.
@Suite struct TracedFigureTests {
  @Test(arguments: ReportKindTests.told) func noNumberStandsWithoutSource(_ path: String)
    async throws
  {
    let document = try await SmallSector().document(path)
    var bare: [String] = []
    let blocks = document.body + document.appendices.flatMap(\.blocks)
    for cells in blocks.flatMap(Self.texts) {
      let loose = cells.filter { $0.source == nil }.map(\.text).joined(separator: "\u{1}")
      let left = Self.withoutWords(loose)
      if left.contains(where: { $0.isNumber }) { bare.append("\(left) ← \(cells.text)") }
    }
    #expect(bare == [])
    for source in document.sources {
      #expect(!source.meaning.isEmpty)
      #expect(source.text.contains { $0.isNumber }, "\(source)")
      let isNothing = source.rule == "đếm: không có dòng nào"
      #expect(source.cells.isEmpty == isNothing, "\(source)")
      for cell in source.cells { #expect(cell.line > 0 || cell.file.hasSuffix(".md"), "\(cell)") }
    }
  }

  /// The same of the sample site that comes with the program: there, words of the plan and of those
  /// who wrote bring numbers of their own, and every cell or sentence that has others is told.
  @Test func everyReportOfTheSampleIsTraced() async throws {
    let documents = try await SampleReports.documents()
    #expect(documents.count > 300)
    for (path, document, words) in documents {
      var bare: [String] = []
      let blocks = document.body + document.appendices.flatMap(\.blocks)
      for cells in blocks.flatMap(Self.texts) {
        let loose = cells.filter { $0.source == nil }.map(\.text).joined(separator: "\u{1}")
        let left = words.removed(from: Self.withoutDates(loose))
        if left.contains(where: { $0.isNumber }) { bare.append("\(left) ← \(cells.text)") }
      }
      #expect(bare == [], "\(path)")
      for figure in blocks.compactMap(Self.chart) {
        #expect(!figure.sources.isEmpty, "\(path): \(figure.alternative)")
      }
      for source in document.sources where source.rule != "đếm: không có dòng nào" {
        #expect(!source.cells.isEmpty, "\(path): \(source)")
        #expect(source.cells.allSatisfy { $0.line > 0 && !$0.file.isEmpty }, "\(path): \(source)")
        // A figure that was read or reckoned names columns, not whole rows.
        if source.rule == nil || source.rule?.hasPrefix("tử số") == true,
          source.cells.contains(where: { $0.file.hasSuffix("results.csv") })
        {
          #expect(
            source.cells.contains { ($0.cell?.column ?? $0.column) > 0 }, "\(path): \(source)")
        }
      }
    }
  }

  @Test func figuresLeadToTheirCells() async throws {
    let document = try await SmallSector().document("so/pt/tong-hop-2023-2024-hk2")
    let total = try #require(document.sources.first { $0.text == "95,32%" })
    #expect(total.meaning.hasPrefix("Chuyên cần, Sở Giáo dục và Đào tạo Ba Lai, học kỳ II"))
    #expect(total.rule == "tổng tử số chia tổng mẫu số của 2 đơn vị")
    #expect(total.cells.map { $0.cell?.name ?? "" }.sorted() == ["E2", "E3", "F2", "F3"])
    #expect(total.cells.allSatisfy { $0.file == "campaigns/pt/results.csv" })
    let school = try #require(document.sources.first { $0.text == "98,56%" })
    #expect(school.rule == "tử số chia mẫu số" && school.cells.count == 2)
    let read = try #require(document.sources.first { $0.text == "3 mô hình" && $0.rule == nil })
    #expect(read.cells.map { $0.cell?.name } == ["D4"])
  }

  /// The annex of the web page and the file beside it name every source of every kind of report.
  @Test(arguments: ReportKindTests.told) func annexAndFileNameThePlaces(_ path: String)
    async throws
  {
    let document = try await SmallSector().document(path)
    let page = String(decoding: WebWriter().html(document), as: UTF8.self)
    let file = String(decoding: SourceListing().json(document), as: UTF8.self)
    #expect(file.split(separator: "\"text\":").count == document.sources.count + 1)
    for (i, source) in document.sources.enumerated() {
      #expect(page.contains("<li id=\"nguon-\(i + 1)\">"))
      for cell in source.cells {
        #expect(page.contains("\(cell.file): "), "\(cell)")
        let place = "\"file\":\"\(cell.file)\",\"line\":\(cell.line),\"column\":"
        let name = cell.cell.map { "\($0.column),\"cell\":\"\($0.name)\"" } ?? "\(cell.column)"
        #expect(file.contains(place + name), "\(cell)")
      }
    }
  }

  @Test func sizesOfTheUnitLeadToTheirColumns() async throws {
    let document = try await SmallSector().document("th-a/pt/2023-2024-hk2")
    let pupils = try #require(document.sources.first { $0.text == "418" })
    #expect(pupils.cells.map(\.description).allSatisfy { $0.hasPrefix("units.csv:4") })
    #expect(pupils.cells.map { $0.cell?.heading } == ["pupils"])
  }

  @Test func proseCannotClaimASource() async throws {
    let document = try await SmallSector().document("th-a/pt/2023-2024-hk2")
    let runs = document.body.flatMap(Self.texts).first { $0.text.contains("sổ") }
    #expect(runs?.allSatisfy { $0.source == nil } == true)
  }

  /// What is left when everything is taken away that is no figure: words of the plan and of those
  /// who wrote, dates, terms, numbers of documents and of appendices.
  private static func withoutWords(_ text: String) -> String {
    var text = text
    for words in [
      "Ít nhất 95% học sinh chuyên cần", "Mỗi trường có 2 mô hình", "16 góc đọc sách",
      "Dự giờ lớp 4A", "Cụm thi đua số 1", "đợt 1", "cum-1",
    ] {
      text = text.replacing(words, with: "")
    }
    return withoutDates(text)
  }

  /// Days, terms, years and numbers of decisions are names of things, no figures.
  static func withoutDates(_ text: String) -> String {
    var text = text
    for pattern in [
      /\d{1,2}\/\d{1,2}\/\d{4}/, /[Nn]gày \d{1,2} tháng \d{1,2} năm \d{4}/, /\d{4}-\d{4}/,
      /[Nn]ăm \d{4}/,
    ] {
      text = text.replacing(pattern, with: "")
    }
    return text.replacing(/Số \d+\/[A-ZĐ-]+/, with: "")
  }

  private static func chart(_ block: Block) -> Figure? {
    if case .figure(let figure) = block, case .drawing = figure.picture { figure } else { nil }
  }

  /// The texts of a block, one a paragraph or cell; the first column of a table counts rows.
  private static func texts(_ block: Block) -> [[Run]] {
    switch block {
    case .heading(let heading): [heading.title]
    case .paragraph(let runs): [runs]
    case .list(let list): list.items.flatMap { $0.flatMap(texts) }
    case .table(let table): table.rows.flatMap { $0.dropFirst().compactMap { $0?.runs } }
    case .quote(let blocks): blocks.flatMap(texts)
    case .figure, .code, .gap, .pageBreak: []
    }
  }
}
