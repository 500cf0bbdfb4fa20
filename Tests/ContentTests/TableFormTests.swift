import Campaigns
import Content
import Diagnostics
import Records
import Testing
import Zip

/// A sheet of texts as a workbook, put together here so that its cells are exactly these.
enum PlainWorkbook {
  static func bytes(_ rows: [[String]], name: String = "Sheet1") throws -> [UInt8] {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let kinds = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    let cells = rows.map { row in
      "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\(escaped($0))</t></is></c>" }.joined()
        + "</row>"
    }.joined()
    let parts = [
      (
        "_rels/.rels",
        "<Relationships \(kinds)><Relationship Id=\"a\" Type=\"x/officeDocument\" "
          + "Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook \(main) xmlns:r=\"r\"><sheets><sheet name=\"\(name)\" r:id=\"s\"/></sheets>"
          + "</workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships \(kinds)><Relationship Id=\"s\" Type=\"x/worksheet\" "
          + "Target=\"sheet.xml\"/></Relationships>"
      ),
      ("xl/sheet.xml", "<worksheet \(main)><sheetData>\(cells)</sheetData></worksheet>"),
    ]
    return try ZipWriter.zip(parts.map { ZipWriter.Entry($0.0, Array($0.1.utf8)) })
  }

  private static func escaped(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
      .split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
  }
}

@Suite("Tables in other forms")
struct TableFormTests {
  private func rows(of path: String, in sample: Sample) throws -> [[String]] {
    var bag = DiagnosticBag()
    let bytes = try #require(sample.files[path])
    let table = try #require(CSV.parse(bytes, file: path, into: &bag))
    return ([table.header] + table.rows.map(\.cells)).map { $0.map(\.text) }
  }

  private func converted(
    to ending: String, _ write: ([[String]]) throws -> [UInt8]
  ) throws -> Sample {
    var sample = Sample()
    for path in ["units.csv", "campaigns/thi-dua/targets.csv", "campaigns/thi-dua/results.csv"] {
      let rows = try rows(of: path, in: sample)
      sample = sample.with(path, nil).with(
        String(path.dropLast(3)) + ending, bytes: try write(rows))
    }
    return sample
  }

  @Test("are read as CSV is", arguments: ["xlsx", "tsv"])
  func sameContent(ending: String) async throws {
    let sample = try converted(to: ending) { rows in
      ending == "xlsx"
        ? try PlainWorkbook.bytes(rows)
        : Array(
          rows.map { row in row.map { "\"\($0)\"" }.joined(separator: "\t") }
            .joined(separator: "\n").utf8)
    }
    let (archive, problems) = try await sample.read()
    let plain = try await Sample().read()
    #expect(problems.map(\.id) == plain.problems.map(\.id))
    let (found, wanted) = (try #require(archive), try #require(plain.archive))
    #expect(found.units.map(\.name) == wanted.units.map(\.name))
    let campaign = try #require(found.campaigns.first { $0.id == "thi-dua" })
    let other = try #require(wanted.campaigns.first { $0.id == "thi-dua" })
    try #require(!other.results.isEmpty)
    #expect(campaign.targets.map(\.verbatim) == other.targets.map(\.verbatim))
    #expect(campaign.results.map(\.value) == other.results.map(\.value))
  }

  @Test("name the cell that is wrong")
  func wrongCell() async throws {
    let path = "campaigns/thi-dua/results"
    var sample = Sample()
    var rows = try rows(of: "\(path).csv", in: sample)
    rows[1][0] = "khong-co"
    sample = sample.with("\(path).csv", nil)
      .with("\(path).xlsx", bytes: try PlainWorkbook.bytes(rows))
    let problems = try await sample.read().problems
    let problem = try #require(problems.first { $0.id.hasPrefix("reference.") })
    #expect(problem.location?.file == "\(path).xlsx")
    #expect(problem.location?.cell?.name == "A2")
  }

  @Test("beside the same table in another form are an error that names both")
  func twins() async throws {
    let rows = try rows(of: "units.csv", in: Sample())
    let problem = try await Sample().with("units.xlsx", bytes: try PlainWorkbook.bytes(rows))
      .expect("content.two-forms", at: "units.xlsx")
    #expect(problem.summary.contains("units.csv"))
  }

  @Test("that are damaged are an error with advice")
  func damaged() async throws {
    try await Sample().with("campaigns/thi-dua/results.csv", nil)
      .with("campaigns/thi-dua/results.xlsx", "x")
      .expect("spreadsheet.unreadable", at: "campaigns/thi-dua/results.xlsx")
  }
}
