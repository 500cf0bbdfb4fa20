import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

@testable import Intake

/// A workbook of the folder `Workbooks` and what its user says on the command line.
struct WorkbookCase: Sendable, CustomTestStringConvertible {
  var file: String
  /// Name of the expectation, where a workbook is read in several ways.
  var variant = ""
  var options = ImportOptions()

  init(_ file: String, _ variant: String = "", _ change: (inout ImportOptions) -> Void = { _ in }) {
    self.file = file
    self.variant = variant
    change(&options)
  }

  var name: String {
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return stem + (variant.isEmpty ? "" : "-\(variant)")
  }

  var testDescription: String { name }

  static let all: [WorkbookCase] = [
    WorkbookCase("01-tong-hop-gop-o.xlsx"),
    WorkbookCase("02-moi-truong-mot-trang.xlsx"),
    WorkbookCase("03-dang-ky-o-gop.xlsx") { $0.campaign = "dak-lak-2024" },
    WorkbookCase("04-khen-thuong-tcvn3.xlsx") {
      $0.campaign = "dak-lak-2024"
      $0.values = ["basis": "thuong-xuyen"]
    },
    WorkbookCase("05-danh-ba-vni.xlsx"),
    WorkbookCase("06-danh-sach-cp1258.csv"),
    WorkbookCase("07-van-ban-unicode.csv"),
    WorkbookCase("08-dong-cot-an.xlsx"),
    WorkbookCase("09-o-loi.xlsx"),
    WorkbookCase("10-kiem-tra-bom.csv") { $0.campaign = "phu-yen-2021-2025" },
    WorkbookCase("11-dien-hinh-khong-dau.xlsx") { $0.campaign = "phu-yen-2021-2025" },
    WorkbookCase("12-ba-tang-ten-cot.xlsx"),
    WorkbookCase("13-chi-tieu-theo-dong.xlsx"),
    WorkbookCase("14-phan-cua-mot.xlsx"),
    WorkbookCase("14-phan-cua-mot.xlsx", "co") { $0.readsFractions = true },
    WorkbookCase("15-dang-ky-tcvn3.csv") { $0.campaign = "phu-yen-2021-2025" },
    WorkbookCase("16-hai-bang-mot-trang.xlsx"),
    WorkbookCase("17-danh-hieu-cua-truong.xlsx") { $0.unit = "thcs-rach-dua" },
    WorkbookCase("18-nham-ten-trang.xlsx"),
  ]
}

@Suite("Workbooks as offices make them")
struct WorkbookTests {
  static let archive: Archive? = {
    var bag = DiagnosticBag()
    return ContentReader.register(.folder(Files.content), into: &bag)?.archive
  }()

  @Test("are read fully, or each bad cell is named", arguments: WorkbookCase.all)
  func golden(_ test: WorkbookCase) throws {
    let archive = try #require(Self.archive)
    let bytes = try #require(Files.read("\(Files.tests)/Workbooks/\(test.file)"))
    var bag = DiagnosticBag()
    let importer = Importer(into: archive, options: test.options) { _ in nil }
    let imported = importer.read(bytes, file: test.file, into: &bag)
    let text = Self.text(imported, bag)
    let path = "\(Files.tests)/Expected/\(test.name).txt"
    // `NEUGUONG_GOLDEN=1 swift test …` writes the texts anew; read them before they are kept.
    if Files.environment("NEUGUONG_GOLDEN") != nil { Files.write(Array(text.utf8), to: path) }
    let expected = Files.read(path).map { String(decoding: $0, as: UTF8.self) }
    #expect(text == expected)
  }

  /// Everything that an import says and makes, for comparing.
  static func text(_ imported: Imported, _ bag: DiagnosticBag) -> String {
    var text = imported.accounts.map(\.text).joined(separator: "\n")
    for table in imported.tables {
      text += "\n== \(table.path)\n" + String(decoding: table.bytes, as: UTF8.self)
    }
    text += "\n== \(bag.count(.error)) lỗi, \(bag.count(.warning)) cảnh báo\n"
    for problem in bag.sorted {
      let sheet = problem.location?.cell?.sheet.map { "“\($0.name)” " } ?? ""
      let cell = problem.location?.cell?.name ?? ""
      text += "\(sheet)\(cell) [\(problem.id)] \(problem.summary)\n"
      if let help = problem.help { text += "  \(help)\n" }
    }
    return text
  }

  @Test("become tables in which `check` finds no error of form")
  func checked() async throws {
    let archive = try #require(Self.archive)
    var files = try #require(Files.tree(Files.content))
    var paths = Set<String>()
    for test in WorkbookCase.all {
      let bytes = try #require(Files.read("\(Files.tests)/Workbooks/\(test.file)"))
      var options = test.options
      options.addsToExisting = true
      var bag = DiagnosticBag()
      let importer = Importer(into: archive, options: options) { files[$0] }
      for table in importer.read(bytes, file: test.file, into: &bag).tables {
        files[table.path] = table.bytes
        paths.insert(table.path)
      }
    }
    #expect(paths.count == 11)
    var told = DiagnosticBag()
    let day = try #require(PlainDate(year: 2025, month: 6, day: 30))
    _ = await ContentReader.read(.memory(files), now: day, jobs: 2, into: &told)
    let errors = told.all.filter { problem in
      problem.severity == .error && problem.location.map { paths.contains($0.file) } == true
    }
    // Rules of the field (quotas, sums, deadlines) are what `check` is for.
    let form = ["schema", "csv", "reference", "text", "content", "target"]
    #expect(
      errors.filter { problem in form.contains { problem.id.hasPrefix($0 + ".") } }
        .map(\.summary) == [])
  }
}
