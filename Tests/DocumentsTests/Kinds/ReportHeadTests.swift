import Diagnostics
import Testing

@testable import Documents

/// The head of a template fills the frame; where it says nothing, the tree of units does.
@Suite struct ReportHeadTests {
  private func frame(
    _ head: String, of path: String = "th-a/pt/2023-2024-hk2", template: String = "report.md"
  ) async throws -> Frame {
    try await SmallSector().document(path, templates: [template: "---\n\(head)\n---\n\nChữ./."])
      .frame
  }

  @Test func everyPartCanBeGiven() async throws {
    let frame = try await frame(
      """
      kind: TỜ TRÌNH
      symbol: 15/TTr-{{ unit.id | upcase }}
      superior: UBND XÃ BA LAI
      issuer: TRƯỜNG A
      place: Cồn Phụng
      subject: Về “{{ campaign.title }}”: {{ period.name }}
      addressees:
      - Sở Giáo dục và Đào tạo
      - Ủy ban nhân dân xã
      basis:
      - Căn cứ Luật Thi đua, khen thưởng;
      - Thực hiện {{ basis | first }},
      recipients: Như trên
      signature: KT.
      position: Phó Hiệu trưởng
      signer: Trần Văn Bình
      urgency: Hỏa tốc
      """)
    #expect(frame.kind == "TỜ TRÌNH" && frame.symbol == "15/TTr-TH-A")
    #expect(frame.superior == "UBND XÃ BA LAI" && frame.issuer == "TRƯỜNG A")
    #expect(frame.place == "Cồn Phụng")
    #expect(
      frame.subject == "Về “Thi đua dạy tốt, học tốt năm 2024”: năm học 2023-2024")
    #expect(frame.addressees == ["Sở Giáo dục và Đào tạo", "Ủy ban nhân dân xã"])
    #expect(frame.basisLines.first == "Căn cứ Luật Thi đua, khen thưởng;")
    #expect(frame.basisLines.last?.hasSuffix("về phong trào thi đua năm 2024,") == true)
    #expect(frame.recipients == ["Như trên"])
    #expect(frame.signature.lines == ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"])
    #expect(frame.signature.name == "Trần Văn Bình")
    #expect(frame.urgency == .express)
  }

  @Test func nothingGivenMeansTheTree() async throws {
    let frame = try await frame("subject: A")
    #expect(frame.superior == "SỞ GIÁO DỤC VÀ ĐÀO TẠO BA LAI")
    #expect(frame.symbol == "/BC-THCP" && frame.kind == "BÁO CÁO" && frame.basis.isEmpty)
    #expect(frame.addressees == ["Sở Giáo dục và Đào tạo Ba Lai"])
    #expect(frame.signature.lines == ["HIỆU TRƯỞNG"])
    // An empty entry means none, and a name of data keeps its signs.
    let bare = try await self.frame(
      "addressees:\nsymbol:\nissuer: {{ unit.name | append: ' [*]: \"1\"' }}")
    #expect(bare.addressees.isEmpty && bare.numberLine == nil)
    #expect(bare.issuer == "Trường Tiểu học Cồn Phụng [*]: \"1\"")
  }

  @Test(arguments: [
    ("TM. Hội đồng trường", ["TM. HỘI ĐỒNG TRƯỜNG", "HIỆU TRƯỞNG"]),
    ("Q.", ["Q. HIỆU TRƯỞNG"]), ("KT.HIỆU TRƯỞNG", ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]),
    ("TL", ["TL. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]),
    ("TUQ.", ["TUQ. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"]),
  ]) func modesOfSigning(_ mode: String, _ lines: [String]) async throws {
    let position = lines.last == "PHÓ HIỆU TRƯỞNG" ? "\nposition: Phó Hiệu trưởng" : ""
    #expect(try await frame("signature: \(mode)\(position)").signature.lines == lines)
  }

  @Test func figuresInTheHeadAreTheirWords() async throws {
    #expect(
      try await frame("subject: Có {{ counts.awards }} lượt (khen)").subject
        == "Có 03 lượt (khen)")
  }

  @Test func wrongHeadsAreTold() async throws {
    func problems(_ text: String) async throws -> [String] {
      try await SmallSector().report("th-a/pt/2023-2024-hk2", templates: ["report.md": text]).1
        .map(\.id)
    }
    #expect(try await problems("---\nsubjet: A\n---\nChữ.") == ["report.front-matter-name"])
    #expect(try await problems("---\nsubject: A\nChữ.").contains("report.front-matter"))
    #expect(try await problems("---\nurgency: Rất gấp\n---\nChữ.") == ["report.urgency"])
    #expect(try await problems("Chữ.\n\n---\n\nHết.") == [])
  }

  @Test func aClosedSuperiorIsNotPrinted() async throws {
    var sector = SmallSector()
    let units = try #require(sector.files["units.csv"])
    sector.files["units.csv"] =
      units.replacing("code,staff", with: "code,valid_to,successors,staff")
      .replacing(",SGD&ĐT,,", with: ",SGD&ĐT,01/6/2024,so-moi,,")
      .replacing(",UBND,,", with: ",UBND,,,,")
      .replacing(",THCP,31", with: ",THCP,,,31").replacing(",THBĐ,29", with: ",THBĐ,,,29")
      + "\nso-moi,Sở Giáo dục và Đào tạo Mới,Sở mới,so,,ubnd,,Ba Lai,SM,,,,,,,GIÁM ĐỐC\n"
    let frame = try await sector.document("th-a/pt/2023-2024-hk2").frame
    #expect(frame.superior == "SỞ GIÁO DỤC VÀ ĐÀO TẠO MỚI")
    #expect(frame.addressees == ["Sở Giáo dục và Đào tạo Mới"])
    sector.files["units.csv"] = sector.files["units.csv"]?.replacing("so-moi,,", with: ",,")
    sector.files["waivers.csv"]? += "L24,th-a,Thử\nL24,th-b,Thử\n"
    let (document, problems) = try await sector.report("th-a/pt/2023-2024-hk2")
    #expect(document.frame.superior == nil && document.frame.addressees.isEmpty)
    #expect(Set(problems.map(\.id)) == ["report.superior-closed"])
  }

  /// On 1 July 2025 two departments became one and the communes took over the schools: a paper names
  /// those of its own date, also one that is made later.
  @Test func aPaperNamesTheSuperiorsOfItsDate() async throws {
    var sector = SmallSector()
    let units = try #require(sector.files["units.csv"])
    sector.files["units.csv"] =
      units.replacing("code,staff", with: "code,valid_from,valid_to,successors,staff")
      .replacing(",SGD&ĐT,,", with: ",SGD&ĐT,,30/6/2025,so-moi,,")
      .replacing(",UBND,,", with: ",UBND,,,,,")
      .replacing(",THCP,31", with: ",THCP,,,,31").replacing(",THBĐ,29", with: ",THBĐ,,,,29")
      + "\nso-moi,Sở Giáo dục và Đào tạo Mới,Sở mới,so,,ubnd,,Ba Lai,SM,01/7/2025,,,,,,,GIÁM ĐỐC\n"
      + "xa,Ủy ban nhân dân xã Ba Lai,,ubnd,,ubnd,,Ba Lai,UBND,01/7/2025,,,,,,,CHỦ TỊCH\n"
    sector.files["parents.csv"] =
      "unit,parent,kind,from,to\nth-a,xa,chu-quan,01/7/2025,\nth-a,so-moi,chuyen-mon,01/7/2025,\n"
    let before = try await sector.document("th-a/pt/2023-2024-hk2").frame
    #expect(before.superior == "SỞ GIÁO DỤC VÀ ĐÀO TẠO BA LAI")
    sector.date = "05/9/2025"
    let after = try await sector.document("th-a/pt/2023-2024-hk2").frame
    #expect(after.superior == "ỦY BAN NHÂN DÂN XÃ BA LAI")
    #expect(after.addressees == ["Sở Giáo dục và Đào tạo Mới"])
    let other = try await sector.document("th-b/pt/2023-2024-hk2").frame
    #expect(other.superior == "SỞ GIÁO DỤC VÀ ĐÀO TẠO MỚI")
  }
}
