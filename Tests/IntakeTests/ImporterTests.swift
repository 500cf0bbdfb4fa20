import Campaigns
import Content
import Diagnostics
import Records
import Testing
import Vietnamese

@testable import Intake

/// Small tables typed as CSV, read into a folder of two schools and one campaign.
@Suite("Importing")
struct ImporterTests {
  private static let files: [String: String] = [
    "site.yaml": "title: Thi đua\n",
    "units.csv": """
    id,name,kind,level,parent
    so,Sở Giáo dục và Đào tạo tỉnh Mẫu,so,,
    th-a,Trường Tiểu học An Hòa,truong,th,so
    thcs-b,Trường Trung học cơ sở Bình Minh,truong,thcs,so
    th-b,Trường Tiểu học Bình Minh,truong,th,so

    """,
    "people.csv": "id,name,role,unit\nloi,Nguyễn Văn Lợi,gv,th-a\nloi-b,Nguyễn Văn Lợi,gv,th-b\n",
    "campaigns/nam/campaign.md": """
    ---
    title: Thi đua dạy tốt, học tốt
    kind: thuong-xuyen
    origin: nganh
    owner: so
    period: 01/9/2024 - 31/5/2025
    track: four-stages
    ---

    """,
    "campaigns/nam/targets.csv": """
    id,verbatim,name,comparator,value,unit_of_measure
    hoan-thanh,Tỷ lệ học sinh hoàn thành chương trình đạt 98%,Hoàn thành chương trình,atLeast,98,%
    giai,Ít nhất 5 giải cấp huyện,Giải cấp huyện,atLeast,5,giải

    """,
    "campaigns/nam/results.csv":
      "target,unit,period,value\ngiai,th-a,2024-2025-hk1,3\n",
  ]

  private func read(
    _ text: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> (tables: [String: String], problems: [String]) {
    let files = Self.files.mapValues { Array($0.utf8) }
    var unheard = DiagnosticBag()
    let register = try #require(ContentReader.register(.memory(files), into: &unheard))
    var options = ImportOptions()
    change(&options)
    var bag = DiagnosticBag()
    let imported = Importer(into: register.archive, options: options) { files[$0] }
      .read(Array(text.utf8), file: "a.csv", into: &bag)
    let tables = imported.tables.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }
    return (
      Dictionary(tables, uniquingKeysWith: { first, _ in first }),
      bag.sorted.map { "\($0.location?.cell?.name ?? "") \($0.id)" }
    )
  }

  private static let results = "campaigns/nam/results.csv"

  @Test("says whose rows they are where only the user knows")
  func options() throws {
    let text = "Chỉ tiêu,Kết quả\nGiải cấp huyện,7\n"
    #expect(try read(text).problems == ["B1 import.no-period", "A2 import.no-unit"])
    let (tables, problems) = try read(text) {
      $0.unit = "th-a"
      $0.period = Period.parse("HK II 2024-2025")
    }
    #expect(problems == [])
    #expect(
      tables["units/th-a/results.csv"]
        == "campaign,target,unit,period,value\nnam,giai,th-a,2024-2025-hk2,7\n")
  }

  @Test("takes the target, the unit and the period from the titles where no column says them")
  func titles() throws {
    let oneTarget = """
      TỔNG HỢP TỶ LỆ HOÀN THÀNH CHƯƠNG TRÌNH NĂM HỌC 2024-2025
      Trường,HKI,Cả năm
      TH An Hòa,"95,5%",96%

      """
    #expect(
      try read(oneTarget).tables[Self.results] == """
        target,unit,period,value
        hoan-thanh,th-a,2024-2025-hk1,"95,5"
        hoan-thanh,th-a,2024-2025,96

        """)
    let oneUnit =
      "Báo cáo học kỳ 1 năm học 2024 - 2025 của Trường TH An Hoà\nChỉ tiêu,Thực hiện\nGiải cấp huyện,7\n"
    #expect(
      try read(oneUnit).tables[Self.results]
        == "target,unit,period,value\ngiai,th-a,2024-2025-hk1,7\n")
    let nothing = "Năm học 2024-2025\nTrường,Kết quả\nTH An Hòa,7\n"
    #expect(try read(nothing) { $0.campaign = "nam" }.problems == ["A3 import.no-target"])
    let said = try read(nothing) { $0.values = ["target": "giai"] }
    #expect(said.tables[Self.results] == "target,unit,period,value\ngiai,th-a,2024-2025,7\n")
  }

  @Test("tells two schools of one name apart by their level, and never guesses")
  func ambiguous() throws {
    let text = """
      Kết quả học kỳ I năm học 2024-2025
      Trường,Giải cấp huyện
      TH Bình Minh,4
      Bình Minh,5
      THCS Bình Minh,6

      """
    let (tables, problems) = try read(text)
    #expect(problems == ["A4 import.unknown-name"])
    #expect(
      tables[Self.results]
        == "target,unit,period,value\ngiai,th-b,2024-2025-hk1,4\ngiai,thcs-b,2024-2025-hk1,6\n")
  }

  @Test("adds to a table, says what is new, and names both places of a contradiction")
  func adding() throws {
    let head = "Kết quả học kỳ I năm học 2024-2025\nTrường,Giải cấp huyện\n"
    let (tables, problems) = try read(head + "TH An Hoà,3\nTH Bình Minh,4\n") {
      $0.addsToExisting = true
    }
    #expect(problems == [])
    #expect(
      tables[Self.results]
        == "target,unit,period,value\ngiai,th-a,2024-2025-hk1,3\ngiai,th-b,2024-2025-hk1,4\n")
    let other = try read(head + "TH An Hoà,8\n") { $0.addsToExisting = true }
    #expect(other.problems == ["B3 schema.duplicate-key"])
  }

  @Test("takes shares and counts for what they are")
  func shares() throws {
    let text = """
      HK I 2024-2025;;;;
      Trường;Hoàn thành chương trình;;;Giải cấp huyện
      ;Số lượng;Tổng số;Tỷ lệ;Số lượng
      TH An Hòa;'1.204;1.210;"99,50%";12 giải
      TH Bình Minh;96/98;;;–

      """
    let (tables, problems) = try read(text)
    #expect(problems == [])
    #expect(
      tables[Self.results] == """
        target,unit,period,value,numerator,denominator
        hoan-thanh,th-a,2024-2025-hk1,"99,50",1204,1210
        giai,th-a,2024-2025-hk1,12,,
        hoan-thanh,th-b,2024-2025-hk1,,96,98

        """)
  }

  @Test("leaves a column out when told so, and asks about it otherwise")
  func ignoring() throws {
    let text = "Học kỳ I năm học 2024-2025\nTrường,Giải cấp huyện,Giải cấp tỉnh\nTH An Hòa,7,1\n"
    #expect(try read(text).problems == ["C2 import.unknown-column"])
    #expect(try read(text) { $0.ignored = ["giải cấp tỉnh"] }.problems == [])
  }

  @Test("takes people for people, whatever they are called and whatever they are")
  func peopleAreNoFooters() throws {
    let text = """
      Họ và tên,Chức vụ
      Bạc Cầm Thị Hoa,Giáo viên
      Tống Công Minh,Hiệu trưởng
      Công Thị Nghĩa,Phó Hiệu trưởng
      Tổng cộng: 3 người,
      ,HIỆU TRƯỞNG

      """
    let (tables, problems) = try read(text)
    #expect(problems == [])
    #expect(
      tables["people.csv"] == """
        id,name,role,position
        bac-cam-thi-hoa,Bạc Cầm Thị Hoa,gv,Giáo viên
        tong-cong-minh,Tống Công Minh,cbql,Hiệu trưởng
        cong-thi-nghia,Công Thị Nghĩa,cbql,Phó Hiệu trưởng

        """)
  }

  @Test("keeps units of which the list says nothing but the name")
  func bareNames() throws {
    let text = "TT,Tên trường,Số lớp\nCụm số 1,,\n1,Trường TH Ngô Quyền,\n2,Trường MN Sao Mai,8\n"
    #expect(
      try read(text).tables["units.csv"] == """
        id,name,kind,level,classes
        th-ngo-quyen,Trường TH Ngô Quyền,truong,th,
        mn-sao-mai,Trường MN Sao Mai,truong,mn,8

        """)
  }

  @Test("knows people by their marks and by their unit")
  func people() throws {
    let text = """
      Họ tên,Đơn vị,Danh hiệu,Loại hình
      Nguyễn Văn Lợi,TH Bình Minh,LĐTT,Thường xuyên
      Nguyen Van Loi,TH An Hòa,LĐTT,Thường xuyên
      Nguyễn Văn Lời,TH An Hòa,LĐTT,Thường xuyên
      Nguyễn Văn Lợi,THCS Bình Minh,LĐTT,Thường xuyên

      """
    let (tables, problems) = try read(text)
    #expect(problems == ["A4 import.unknown-name", "A5 import.other-unit"])
    let persons = tables["campaigns/nam/awards.csv"]?.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false)[4] }
    #expect(persons == ["loi-b", "loi"])
  }

  @Test(
    "of anything at all ends, with tables or with problems",
    arguments: [
      "", "\n\n", ",,,\n", "a", "Trường\n", "\u{FEFF}", "\"", "Trường,Giải cấp huyện\n\"x",
    ])
  func hostile(_ text: String) throws {
    let (tables, problems) = try read(text)
    #expect(tables.isEmpty && !problems.isEmpty)
  }

  @Test("reads one table after another, and ends with a sheet that has no end of them")
  func manyTables() throws {
    // The same head once more would only be the top of another page.
    let tables = ["Trường", "Đơn vị"].map { "\n\n\($0),Giải cấp huyện\nTH An Hòa,7\n" }.joined()
    let (_, problems) = try read("HK I 2024-2025" + String(repeating: tables, count: 30)) {
      $0.table = "results"
    }
    #expect(problems.filter { $0.hasSuffix("schema.duplicate-key") }.count == 49)
    #expect(problems.contains { $0.hasSuffix("import.too-many") })
  }

  @Test("of mangled tables never fails silently")
  func mangled() throws {
    let sample = Array("HK I 2024-2025\nTT;Trường;Giải cấp huyện\n1;TH An Hòa;7\n".utf8)
    for index in sample.indices {
      for byte in [UInt8(ascii: "\""), 0x0A, 0x00, 0xFF, UInt8(ascii: ";"), UInt8(ascii: "(")] {
        var bytes = sample
        bytes[index] = byte
        let (tables, problems) = try read(String(decoding: bytes, as: UTF8.self))
        #expect(!tables.isEmpty || !problems.isEmpty)
      }
    }
  }
}

@Suite("Words of offices")
struct OfficeWordTests {
  @Test("speak of fields that there are, and of none in two ways")
  func headings() {
    for kind in TableKind.all + TableKind.ofUnits {
      for field in kind.schema.fields {
        for name in [field.id] + field.aliases { #expect(kind.field(name) == field.id) }
      }
    }
    #expect(TableKind.all.count == 14)
  }

  @Test(
    "make names of units equal",
    arguments: [
      ("Trường Trung học phổ thông Cao Nguyên Xanh", "THPT Cao Nguyên Xanh"),
      ("Phòng GD&ĐT huyện Ba Lai", "PGDĐT Ba Lai"),
      ("Sở GD-ĐT tỉnh Mẫu", "Sở Giáo dục và Đào tạo Mẫu"),
      ("Trường TH Cầu Tre", "trường tiểu học CẦU TRE"),
      ("UBND xã Sông Ba", "Ủy ban nhân dân xã Sông Ba"),
    ])
  func units(_ a: String, _ b: String) {
    #expect(NameKeys.unitWithoutPlaces(a) == NameKeys.unitWithoutPlaces(b))
  }

  @Test("tell totals from surnames and unions")
  func totals() {
    for text in [
      "Cộng", "TỔNG CỘNG:", "Cộng khối THPT", "Tòan huyện", "TC", "tong cong", "Cộng (12)",
    ] {
      #expect(OfficeWords.isTotal(text), "\(text)")
    }
    for text in ["Công đoàn ngành", "Tống Công Minh", "Chung Thị Hoa", "Cong doan", "Trường A"] {
      #expect(!OfficeWords.isTotal(text), "\(text)")
    }
  }

  @Test("make names of targets equal")
  func targets() {
    for text in [
      "1. Tỷ lệ trường đạt chuẩn quốc gia (%)", "Tỷ lệ trường đạt chuẩn Quốc gia đạt 62%",
      "TRƯỜNG ĐẠT CHUẨN QUỐC GIA: 100 %",
    ] {
      #expect(NameKeys.target(text) == "truong dat chuan quoc gia")
    }
    #expect(NameKeys.target("Xã đạt tiêu chí số 5") != NameKeys.target("Xã đạt tiêu chí số 14"))
  }
}
