import Testing

@testable import Documents

/// What the default templates put around the text, as the decree wants it.
@Suite struct AppendixTests {
  /// Roman numbers where there are two or more, and the issuer in ordinary letters.
  @Test func theTextCallsAppendicesAsTheirHeadsDo() async throws {
    let document = try await SmallSector().document("th-a/pt/2023-2024-hk2")
    #expect(document.appendices.map(\.isLandscape) == [true, false, false])
    for name in ["Phụ lục I.", "Phụ lục II.", "Phụ lục III."] {
      #expect(document.told.contains("tại \(name)"))
    }
    #expect(
      document.frame.tie
        == "(Kèm theo Báo cáo số        /BC-THCP ngày 05 tháng 6 năm 2024 của Trường Tiểu học Cồn "
        + "Phụng)")
    let single = try await SmallSector().document("so/pt/nhiem-vu")
    #expect(single.appendices.count == 1 && single.told.contains("tại Phụ lục."))
  }

  /// Only papers that go up say to whom (NĐ 30/2020/NĐ-CP, Phụ lục I, II.9a).
  @Test(arguments: ReportKindTests.told) func papersThatGoUpAreAddressed(_ path: String)
    async throws
  {
    let frame = try await SmallSector().document(path).frame
    #expect(frame.addressees.isEmpty == (frame.kind != "BÁO CÁO"))
    #expect(frame.addressees.allSatisfy { $0.uppercased() == frame.superior })
    #expect((frame.numberLine == nil) == (frame.kind != "BÁO CÁO"))
    #expect(frame.recipients.allSatisfy { $0.contains(" (để ") })
  }

  /// Vietnamese counts a, b, c, d, đ, e, g: in lists as in headings.
  @Test func lettersGoOnWithTheirOwn() async throws {
    let points = (1...7).map { "\($0)) Điểm" }.joined(separator: "\n")
    let headings = (1...5).map { "#### Mục \($0)" }.joined(separator: "\n\n")
    let document = try await SmallSector().document(
      "th-a/pt/2023-2024-hk2", templates: ["report.md": "## A\n\n\(points)\n\n\(headings)\n"])
    let lines = document.told.split(separator: "\n")
    #expect(lines.filter { $0.hasSuffix(" Điểm") }.map { $0.prefix(1) }.joined() == "abcdđeg")
    #expect(lines.contains("đ) Mục 5"))
  }

  /// A school year is closed by its second term, unless it has figures of its own.
  @Test func theSchoolYearIsClosedOnce() async throws {
    var sector = SmallSector()
    let closed = try await sector.document("th-a/pt/2023-2024-hk2").frame
    #expect(closed.subject == "Tổng kết phong trào thi đua “Dạy tốt, học tốt” năm học 2023-2024")
    let results = try #require(sector.files["campaigns/pt/results.csv"])
    sector.files["campaigns/pt/results.csv"] =
      results + """

        ct-1,th-a,2023-2024,,800,836,31/5/2024,confirmed
        ct-1,th-a,2023-2024-hk1,,400,420,15/01/2024,confirmed
        """
    func subject(_ period: String) async throws -> String {
      try await sector.document("th-a/pt/\(period)").frame.subject
    }
    let title = "phong trào thi đua “Dạy tốt, học tốt”"
    #expect(try await subject("2023-2024-hk1") == "Sơ kết \(title) học kỳ I, năm học 2023-2024")
    #expect(try await subject("2023-2024-hk2") == "Sơ kết \(title) học kỳ II, năm học 2023-2024")
    #expect(try await subject("2023-2024") == "Tổng kết \(title) năm học 2023-2024")
  }
}
