import Content
import Diagnostics
import Testing

/// L04: private contacts in what is shown.
@Suite struct ContactCheckTests {
  private let page = "pages/gioi-thieu.md"
  private let awards = "campaigns/thi-dua/awards.csv"

  private func saying(_ text: String) throws -> Sample {
    try Sample().replacing("Chào.", with: "Chào.\n\nGọi \(text).", in: page)
  }

  @Test(arguments: [
    "lan.nguyen@example.vn", "LAN_1@mail.example.com", "0912345678", "0912 345 678",
    "+84 912 345 678", "84912345678", "0912.345.678", "(0263) 3822 345", "079093001234",
    "[thư](mailto:lan@example.vn)",
  ])
  func aPrivateContactIsAnError(_ text: String) async throws {
    let found = try await saying(text).expect("contact.private", at: "\(page):7")
    #expect(found.rule?.code == "L04")
    #expect(found.rule?.record == "gioi-thieu")
    #expect(!found.summary.contains("912"))
  }

  @Test(arguments: [
    "01/4/2024 - 31/10/2025", "2024 2025", "1.234.567.890 đồng", "0,123456789", "@ trường",
    "lớp 10 - 12", "a@b", "12345678901234", "Số 05/2024/TT-BGDĐT", "000000000000000",
  ])
  func otherNumbersAreNone(_ text: String) async throws {
    #expect(try await !saying(text).read().problems.contains { $0.id == "contact.private" })
  }

  @Test func cellsAreLookedAtToo() async throws {
    try await Sample().replacing("Phong trào đọc sách", with: "Hỏi 0912345678", in: awards)
      .expect("contact.private", at: "\(awards):3:1", cell: "A3")
  }

  @Test func contactsOfOfficesArePublic() async throws {
    let units = try Sample().replacing(
      "clusters,valid_to", with: "clusters,email,phone,valid_to", in: "units.csv"
    ).replacing(
      "khoi-1,,,hieu", with: "khoi-1,thpt-b@example.vn,0263 3822 345,,,hieu", in: "units.csv"
    ).replacing("so,,,,,,,\n", with: "so,,,,,,,,,\n", in: "units.csv")
      .replacing("th,so-a,,,30", with: "th,so-a,,,,,30", in: "units.csv")
    let fine = try units.replacing(
      "Chào.", with: "THPT-B@example.vn, +84 263 3822345, lienhe@example.vn", in: page
    ).replacing(
      "publisher: so-a\n", with: "publisher: so-a\ncontact:\n  email: lienhe@example.vn\n",
      in: "site.yaml")
    #expect(try await fine.read().problems.filter { $0.severity == .error }.isEmpty)
  }

  @Test func aPersonMayConsentToIt() async throws {
    let people = """
      id,name,role,unit,consent,contact
      hieu-truong-b,Nguyễn Văn An,cbql,thpt-b,có,
      co-hoa,Trần Thị Hoa,gv,thpt-b,có,hoa@example.vn; 0912345678

      """
    let fine = try saying("hoa@example.vn hoặc 0912 345 678").with("people.csv", people)
    #expect(try await fine.read().problems.filter { $0.severity == .error }.isEmpty)
    let consents =
      "person,classes,given_by,date\nco-hoa,ten; thanh-tich; bai-viet,ban-than,1/9/2024\n"
    let problems = try await fine.with("consents.csv", consents).read().problems
    #expect(problems.filter { $0.id == "contact.private" }.count == 2)
  }

  @Test func anOfficialAddressIsWaivedWithAReason() async throws {
    let sample = try saying("vp@example.vn").with(
      "waivers.csv", "check,record,reason\nL04,gioi-thieu,Hộp thư của văn phòng\n")
    #expect(try await sample.read().problems.filter { $0.severity != .note }.isEmpty)
  }
}
