import Diagnostics
import Testing

@testable import Documents

/// Who sent, who sent late and who did not, by name.
@Suite struct SendingTests {
  /// The day to report by is past, and one school sent nothing.
  private static var sector: SmallSector {
    get throws {
      var sector = SmallSector()
      sector.date = "20/6/2024"
      let units = try #require(sector.files["units.csv"])
      sector.files["units.csv"] =
        units
        + "\nth-c,Trường Tiểu học Rạch Gốc,TH Rạch Gốc,truong,th,so,,Ba Lai,THRG,,,,,HIỆU TRƯỞNG"
      let plan = try #require(sector.files["campaigns/pt/campaign.md"])
      sector.files["campaigns/pt/campaign.md"] = plan.replacing(
        "trước ngày 01/6/2024", with: "trước ngày 10/6/2024")
      return sector
    }
  }

  @Test func eachDutySaysHowItStands() async throws {
    let document = try await Self.sector.document("so/pt/nhiem-vu")
    let lines = document.told.split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        "| 1 | Gửi báo cáo sơ kết về Sở | trước ngày 10/6/2024 | Sở Giáo dục và Đào tạo Ba Lai "
          + "(qua Văn phòng Sở) | Đã đến hạn | 01 đơn vị gửi đủ số liệu, đúng hạn; 01 đơn vị gửi số liệu quá "
          + "hạn; "
          + "01 đơn vị chưa gửi số liệu"))
    #expect(
      lines.contains(
        "Các đơn vị chưa gửi đủ số liệu: Trường Tiểu học Bến Đò; Trường Tiểu học Rạch Gốc."))
    #expect(lines.contains("Các đơn vị gửi số liệu quá thời hạn: Trường Tiểu học Bến Đò."))
    #expect(lines.contains("Các đơn vị chưa đăng ký nội dung thi đua: Trường Tiểu học Rạch Gốc."))
    #expect(
      lines.contains(
        "| 3 | Trường Tiểu học Rạch Gốc | Học kỳ II, năm học 2023-2024 | trước ngày 10/6/2024 | – "
          + "| Quá hạn, chưa gửi (thiếu 02 chỉ tiêu)"))
    // A count leads to the rows that were counted, a duty to its own line of the plan.
    let late = try #require(document.sources.first { $0.meaning.contains("gửi số liệu quá hạn") })
    #expect(late.cells.map(\.line) == [3] && late.cells[0].file == "campaigns/pt/results.csv")
    let duties = try #require(document.sources.first { $0.meaning.hasPrefix("Số nhiệm vụ") })
    #expect(duties.cells.map(\.line) == [20] && duties.cells[0].file.hasSuffix("campaign.md"))
  }

  @Test func theConsolidatedReportNamesThem() async throws {
    let text = try await Self.sector.document("so/pt/tong-hop-2023-2024-hk2").told
    #expect(text.contains("- Trường Tiểu học Rạch Gốc: thiếu 02 chỉ tiêu."))
    #expect(
      text.contains(
        "- Trường Tiểu học Bến Đò (chốt số liệu ngày 12/6/2024; thời hạn: trước ngày 10/6/2024)."))
  }

  /// A figure that cannot be added up is told of each unit, and each that owes it is named.
  @Test func whatCannotBeAddedUpIsNotMissing() async throws {
    var sector = SmallSector()
    let targets = try #require(sector.files["campaigns/pt/targets.csv"])
    sector.files["campaigns/pt/targets.csv"] =
      targets
      + "\nct-4,Nâng cao chỉ số cải cách hành chính,Chỉ số cải cách,improve,,điểm,truong,2025,so"
    let waivers = try #require(sector.files["waivers.csv"])
    sector.files["waivers.csv"] = waivers + "L05,ct-4,So với kỳ trước"
    let results = try #require(sector.files["campaigns/pt/results.csv"])
    sector.files["campaigns/pt/results.csv"] =
      results + "\nct-4,th-a,2023-2024-hk2,82,,,31/5/2024,confirmed"
    let text = try await sector.document("so/pt/tong-hop-2023-2024-hk2").told
    #expect(!text.contains("Chưa đơn vị nào gửi số liệu"))
    #expect(text.contains("không tính kết quả chung: Chỉ số cải cách."))
    #expect(text.contains("- Trường Tiểu học Bến Đò: thiếu 02 chỉ tiêu."))
  }

  /// What is recorded as sent goes before what the days of the figures let one guess.
  @Test func aRecordedPaperWins() async throws {
    var sector = try Self.sector
    let plan = try #require(sector.files["campaigns/pt/campaign.md"])
    sector.files["campaigns/pt/campaign.md"] = plan.replacing(
      "to: so\n", with: "to: so\n    from: [truong]\n")
    sector.files["campaigns/pt/submissions.csv"] =
      "duty,unit,sent_on,number\nnop,th-b,09/6/2024,15/BC-THBĐ\nnop,th-a,11/6/2024,\n"
      + "nop,th-c,25/6/2024,\n"
    let waivers = try #require(sector.files["waivers.csv"])
    sector.files["waivers.csv"] = waivers + "\nL11,pt/nop,Đã nhắc\n"
    let lines = try await sector.document("so/pt/nhiem-vu").told.split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasSuffix(
          "| 01 đơn vị đã gửi đúng hạn; 01 đơn vị đã gửi, quá hạn; 01 đơn vị chưa gửi, quá hạn")
      }, "\(lines)")
    #expect(lines.contains("Các đơn vị gửi số liệu quá thời hạn: Trường Tiểu học Cồn Phụng."))
  }
}
