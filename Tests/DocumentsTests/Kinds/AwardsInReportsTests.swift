import Testing

@testable import Documents

/// What was proposed or taken back is in no report, neither named nor counted.
@Suite struct AwardsInReportsTests {
  private let sheet = "campaigns/pt/awards.csv"

  private func sector(_ rows: String...) -> SmallSector {
    var sector = SmallSector()
    let head = "proposed_on,revoked_on,"
    let lines = (sector.files[sheet] ?? "").split(separator: "\n")
    sector.files[sheet] =
      ([head + (lines.first ?? "")] + lines.dropFirst().map { ",," + $0 } + rows)
      .joined(separator: "\n") + "\n"
    return sector
  }

  private let revoked =
    ",01/6/2024,kt-8,hinh-thuc,giay-khen,tap-the,,th-a,Tổ Năm,dot-xuat,Việc đã hủy,2024,"
    + "46/QĐ-SGDĐT,03/5/2024,Giám đốc Sở,"
  private let proposed =
    "04/5/2024,,kt-9,hinh-thuc,giay-khen,tap-the,,th-a,Tổ Sáu,dot-xuat,Việc đang xét,2024,,,,"

  @Test(arguments: ["so/pt/khen-thuong", "th-a/pt/2023-2024-hk2"])
  func onlyWhatHoldsIsTold(_ path: String) async throws {
    let plain = try await SmallSector().document(path).told
    let told = try await sector(revoked, proposed).document(path).told
    #expect(told == plain)
    #expect(told.contains("Nguyễn Thị Lan"))
  }

  @Test func unitsWithNothingElseOweNoList() async throws {
    let other = revoked.split(separator: ",th-a,").joined(separator: ",th-b,")
    let keys = try await sector(other).keys().map(\.path)
    #expect(!keys.contains("bao-cao/th-b/pt/khen-thuong"))
  }
}
