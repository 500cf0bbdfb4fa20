import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

/// L01 to L03: what lacks consent is taken out of the archive, and what cannot be is an error.
@Suite struct ConsentCheckTests {
  private let awards = "campaigns/thi-dua/awards.csv"
  private let exemplars = "campaigns/thi-dua/exemplars.csv"
  private let story = "stories/2024/tu-sach.md"
  private let club = "units/thpt-b/stories/cau-lac-bo.md"
  private let heads = "person,classes,channel,given_by,date,valid_until,withdrawn_on\n"
  private let all = "ten; anh; truong-lop; thanh-tich; bai-viet; lien-he"

  private func silent() throws -> Sample {
    try Sample().replacing("gv,thpt-b,có", with: "gv,thpt-b,", in: "people.csv")
  }

  private func sample(_ rows: String...) throws -> Sample {
    try silent().with("consents.csv", heads + rows.map { $0 + "\n" }.joined())
  }

  /// Cô Hoa as a pupil of 12 years.
  private func pupil(_ rows: String...) -> Sample {
    Sample().with(
      "people.csv",
      """
      id,name,title,role,unit,class,birth_year,consent
      hieu-truong-b,Nguyễn Văn An,thầy,cbql,thpt-b,,,có
      co-hoa,Trần Thị Hoa,em,hs,thpt-b,7A2,2012,có

      """
    ).with("consents.csv", heads + rows.map { $0 + "\n" }.joined())
  }

  private func told(_ code: String, _ sample: Sample) async throws -> [Diagnostic] {
    try await sample.read().problems.filter { $0.rule?.code == code }
  }

  private func editions(_ sample: Sample) async throws -> Editions {
    var bag = DiagnosticBag()
    let now = try #require(PlainDate(year: 2025, month: 5, day: 31))
    return try #require(
      await ContentReader.editions(.memory(sample.files), now: now, jobs: 1, into: &bag))
  }

  // MARK: Names

  @Test func withConsentNobodyIsHidden() async throws {
    let (archive, problems) = try await Sample().read()
    #expect(!problems.contains { $0.id.hasPrefix("consent.") })
    #expect(archive?.people.map(\.name).sorted() == ["Nguyễn Văn An", "Trần Thị Hoa"])
    #expect(archive?.stories.count == 2)
  }

  @Test func aNameWithoutConsentIsTakenOutOfTheArchive() async throws {
    let (archive, problems) = try await silent().read()
    let told = problems.filter { $0.rule?.code == "L01" }
    #expect(told.map(\.id) == ["consent.missing", "consent.missing", "consent.story-withheld"])
    #expect(told.map { $0.location?.file } == [awards, exemplars, story])
    #expect(told.allSatisfy { $0.severity == .warning })
    #expect(archive?.people.first { $0.id == "co-hoa" }?.name == "một giáo viên")
    #expect(archive?.campaigns.first?.exemplars.first?.name == "Một giáo viên")
    #expect(archive?.campaigns.first?.awards.first?.achievement == nil)
    #expect(archive?.stories.map(\.slug) == ["cau-lac-bo"])
  }

  @Test func aNameInProseIsAnError() async throws {
    let found = try await silent().replacing(
      "5 người", with: "5 người, có **Trần Thị\nHoa**", in: club
    )
    .expect("consent.name-in-text", at: "\(club):6")
    #expect(found.rule?.code == "L01")
    #expect(found.rule?.record == nil)
    // In capitals too, and in what a unit writes for its reports, in plans, pages, introductions.
    for (path, text) in [
      ("campaigns/thi-dua/campaign.md", "Thi đua."), ("units/thpt-b/reports/thi-dua.md", "Có."),
      ("pages/gioi-thieu.md", "Chào."), ("units/thpt-b/about.md", "Trường ở đầu xã."),
    ] {
      let sample = try silent().replacing(text, with: "TRẦN THỊ HOA", in: path)
      #expect(try await told("L01", sample).contains { $0.location?.file == path }, "\(path)")
    }
  }

  @Test func aNameInACellIsReplacedWithItsFormOfAddress() async throws {
    let sample = try silent().replacing(
      "Phong trào đọc sách", with: "Em học cô Trần Thị Hoa đọc sách", in: awards)
    let told = try await sample.expect(
      "consent.name-replaced", .warning, at: "\(awards):3:1", cell: "A3")
    #expect(told.summary.contains("một giáo viên"))
    let archive = try await sample.read().archive
    #expect(
      archive?.campaigns.first?.awards.last?.achievement == "Em học một giáo viên đọc sách")
  }

  @Test func aNamesakeWithConsentMayBeNamed() async throws {
    let people = """
      id,name,role,unit,consent
      hieu-truong-b,Nguyễn Văn An,cbql,thpt-b,có
      co-hoa,Trần Thị Hoa,gv,thpt-b,có
      hoa-a,Trần Thị Hoa,gv,so-a,

      """
    let sample = try Sample().with("people.csv", people)
      .replacing("5 người", with: "5 người và cô Trần Thị Hoa", in: club)
    #expect(try await told("L01", sample).isEmpty)
  }

  @Test func aNameOfOneWordIsTakenOutOfRecordsToo() async throws {
    let sample = try silent().replacing("Trần Thị Hoa,cô", with: "Hoa,cô", in: "people.csv")
    let archive = try await sample.read().archive
    #expect(archive?.campaigns.first?.awards.first?.person == nil)
    #expect(archive?.people.first { $0.id == "co-hoa" }?.name == "một giáo viên")
  }

  @Test func freeNamesOfPersonsAreNotKept() async throws {
    let sample = try Sample().replacing(
      "id,class,form,subject_kind,person,unit,", with: "id,class,form,subject_kind,subject,unit,",
      in: awards
    ).replacing(",ca-nhan,co-hoa,", with: ",ca-nhan,Lê Văn Tám,", in: awards)
    #expect(
      try await sample.read().archive?.campaigns.first?.awards.first?.subject == "một cá nhân")
  }

  @Test func aNameInAnAddressIsAnError() async throws {
    let path = "stories/2024/tran-thi-hoa-va-tu-sach.md"
    let rows = "co-hoa,thanh-tich; bai-viet,,ban-than,01/9/2024,,"
    let text = String(decoding: try #require(Sample().files[story]), as: UTF8.self)
    try await sample(rows).with(story, nil).with(path, text)
      .expect("consent.name-in-address", at: "\(path):2:8")
    try await silent().with(
      exemplars, "id,name,kind,person,unit\ntran-thi-hoa,Cô,dien-hinh,co-hoa,thpt-b\n"
    )
    .with("campaigns/thi-dua/steps.csv", nil)
    .replacing("exemplar: dh-1\n", with: "", in: story)
    .replacing("exemplar: dh-1\n", with: "", in: club)
    .expect("consent.name-in-address", at: "\(exemplars):2:1", cell: "A2")
    // Where the story is not published at all, its file may be called as it likes.
    let problems = try await silent().with(story, nil).with(path, text).read().problems
    #expect(!problems.contains { $0.id == "consent.name-in-address" })
  }

  // MARK: Classes and channels

  @Test func aStoryNeedsItsOwnConsent() async throws {
    let sample = try sample("co-hoa,ten; thanh-tich,,ban-than,01/9/2024,,")
    try await sample.expect("consent.story-withheld", .warning, at: "\(story):5:9")
    let archive = try await sample.read().archive
    #expect(archive?.stories.map(\.slug) == ["cau-lac-bo"])
    #expect(archive?.campaigns.first?.exemplars.first?.name == "Cô Trần Thị Hoa")
  }

  @Test func anAchievementNeedsItsOwnConsent() async throws {
    let archive = try await sample("co-hoa,ten; bai-viet,,ban-than,01/9/2024,,").read().archive
    #expect(archive?.people.first { $0.id == "co-hoa" }?.name == "Trần Thị Hoa")
    let award = archive?.campaigns.first?.awards.first
    #expect(award?.person == nil)
    #expect(award?.subject == "một giáo viên")
    #expect(award?.achievement == nil)
    #expect(archive?.campaigns.first?.exemplars.first?.name == "Một giáo viên")
    #expect(archive?.stories.count == 2)
  }

  @Test func oneChannelAloneIsTheOnlyOne() async throws {
    let sample = try sample("co-hoa,\(all),trang,ban-than,01/9/2024,,")
    let told = try await told("L01", sample)
    #expect(!told.isEmpty)
    #expect(told.allSatisfy { $0.id == "consent.channel" && $0.severity == .note })
    let editions = try await editions(sample)
    #expect(editions.differ)
    func name(_ archive: Archive) -> String? { archive.people.first { $0.id == "co-hoa" }?.name }
    #expect(name(editions.site) == "Trần Thị Hoa")
    #expect(name(editions.print) == "một giáo viên")
    #expect(name(editions.both) == "một giáo viên")
    let print = try await self.editions(self.sample("co-hoa,\(all),ban-in,ban-than,01/9/2024,,"))
    #expect(name(print.site) == "một giáo viên")
    #expect(name(print.print) == "Trần Thị Hoa")
    #expect(name(print.both) == "một giáo viên")
    #expect(print.site.stories.count == 1)
    #expect(print.print.stories.count == 2)
  }

  @Test func aSiteOnlyNameInAReportIsAnError() async throws {
    let report = "units/thpt-b/reports/thi-dua.md"
    try await sample("co-hoa,\(all),trang,ban-than,01/9/2024,,")
      .replacing("Có.", with: "Có cô Trần Thị Hoa.", in: report)
      .expect("consent.name-in-text", at: "\(report):3")
  }

  // MARK: Children

  @Test func theShortFormDoesNotServeAChild() async throws {
    let told = try await told("L02", pupil())
    #expect(
      told.map(\.id) == ["consent.child", "consent.child", "consent.story-withheld"])
    #expect(told.allSatisfy { $0.severity == .warning })
  }

  @Test func aChildNeedsAGuardianToo() async throws {
    let own = "co-hoa,\(all),,ban-than,01/9/2024,,"
    #expect(try await told("L02", pupil(own)).count == 3)
    #expect(try await told("L02", pupil(own, "co-hoa,\(all),,me,01/9/2024,,")).isEmpty)
    let archive = try await pupil(own, "co-hoa,\(all),,me,01/9/2024,,").read().archive
    #expect(archive?.people.first { $0.id == "co-hoa" }?.name == "Trần Thị Hoa")
    #expect(archive?.people.allSatisfy { $0.birthYear == nil } == true)
  }

  @Test func aPupilIsNotNamedWithTheSchoolWithoutConsentToThat() async throws {
    let some = "ten; thanh-tich; bai-viet"
    let sample = pupil(
      "co-hoa,\(some),,ban-than,01/9/2024,,", "co-hoa,\(some),,cha,01/9/2024,,")
    try await sample.expect("consent.school-withheld", .warning, at: "\(story):2:8")
    let archive = try await sample.read().archive
    let shown = try #require(archive?.stories.first { $0.slug == "tu-sach" })
    #expect(shown.unit == nil && shown.exemplar == nil)
    #expect(archive?.campaigns.first?.awards.first?.person == nil)
    #expect(archive?.campaigns.first?.awards.first?.subject == "một học sinh")
    try await sample.replacing("200 cuốn", with: "Trường THPT B có 200 cuốn", in: story)
      .expect("consent.school-in-text", at: "\(story):11")
  }

  @Test func theRoleTellsTheClassOnlyWithConsent() async throws {
    let people = pupil().files["people.csv"]
    func role(_ rows: String...) async throws -> String? {
      let sample = Sample().with("people.csv", bytes: people)
        .with("consents.csv", heads + rows.map { $0 + "\n" }.joined())
      return try await sample.read().archive?.people.first { $0.id == "co-hoa" }?.name
    }
    #expect(try await role() == "một học sinh")
    #expect(
      try await role(
        "co-hoa,truong-lop,,ban-than,01/9/2024,,", "co-hoa,truong-lop,,me,01/9/2024,,")
        == "một học sinh lớp 7A2")
  }

  // MARK: Time

  @Test func aWithdrawnConsentTakesEverythingBack() async throws {
    let row = "co-hoa,\(all),,ban-than,01/9/2024,,01/5/2025"
    let sample = try sample(row)
    let told = try await told("L03", sample)
    #expect(told.map(\.id) == ["consent.ended", "consent.ended", "consent.story-withheld"])
    #expect(told.first?.summary.contains("01/5/2025") == true)
    let archive = try await sample.read().archive
    #expect(archive?.stories.count == 1)
    #expect(archive?.campaigns.first?.exemplars.isEmpty == true)
    let papers = try await editions(sample).both
    #expect(papers.campaigns.first?.exemplars.isEmpty == true)
    try await sample.replacing("5 người", with: "Trần Thị Hoa", in: club)
      .expect("consent.name-in-text", at: "\(club):6")
    #expect(try await self.told("L03", self.sample("co-hoa,\(all),,ban-than,01/9/2024,,")).isEmpty)
  }

  @Test func anExpiredConsentHasNoEffect() async throws {
    let sample = try sample("co-hoa,\(all),,ban-than,01/9/2024,30/5/2025,")
    #expect(try await told("L03", sample).count == 3)
    #expect(try await sample.read().archive?.stories.count == 1)
    #expect(
      try await told("L03", self.sample("co-hoa,\(all),,ban-than,01/9/2024,31/5/2025,")).isEmpty)
  }

  @Test(arguments: ["L01", "L02", "L03"])
  func theProtectionOfPersonsIsNotWaived(_ code: String) async throws {
    try await Sample().with("waivers.csv", "check,record,reason\n\(code),co-hoa,Không sao\n")
      .expect("waiver.not-allowed", at: "waivers.csv:2:1", cell: "A2")
  }

  // MARK: Pictures

  private func pictured(_ people: String, _ rows: String...) throws -> Sample {
    let head = "image: /media/lop.png\nimage_alt: Lớp học\nimage_people: [\(people)]\n"
    return try Sample().replacing("gv,thpt-b,có", with: "gv,thpt-b,", in: "people.csv")
      .with("consents.csv", heads + rows.map { $0 + "\n" }.joined())
      .with("media/lop.png", "x").replacing(
        "exemplar: dh-1\n---", with: "exemplar: dh-1\n\(head)---", in: club)
  }

  @Test func aPictureNeedsTheConsentOfAllInIt() async throws {
    let sample = try pictured("hieu-truong-b, co-hoa")
    try await sample.expect("consent.photo-withheld", .warning, at: "\(club):7:31")
    let archive = try await sample.read().archive
    #expect(archive?.stories.first { $0.slug == "cau-lac-bo" }?.image == nil)
    #expect(archive?.withheldMedia == ["media/lop.png"])
    let fine = try await pictured("co-hoa", "co-hoa,anh,,ban-than,01/9/2024,,").read().archive
    #expect(fine?.stories.first { $0.slug == "cau-lac-bo" }?.image == "/media/lop.png")
    #expect(fine?.withheldMedia == [])
  }

  @Test func aRefusedPictureInProseIsAnError() async throws {
    let page = "pages/gioi-thieu.md"
    try await pictured("co-hoa").replacing("Chào.", with: "![Lớp](/media/lop.png)", in: page)
      .expect("consent.photo-in-text", at: "\(page):5")
  }

  // MARK: Private data

  @Test func nothingPrivateIsInAnyEdition() async throws {
    let sample = try sample("co-hoa,\(all),,ban-than,01/9/2024,,")
      .with(
        "people.csv",
        """
        id,name,role,unit,consent,birth_year,discipline_until,contact
        hieu-truong-b,Nguyễn Văn An,cbql,thpt-b,có,1970,01/9/2030,an@example.vn
        co-hoa,Trần Thị Hoa,gv,thpt-b,,1980,,0912 345 678

        """
      )
      .replacing("value,numerator,denominator", with: "value,numerator,evidence", in: results)
      .replacing(",2,3\n", with: ",,Sổ 7 tủ B\n", in: results)
    let editions = try await editions(sample)
    for archive in [editions.site, editions.print, editions.both] {
      #expect(archive.people.allSatisfy { $0.birthYear == nil && $0.disciplineUntil == nil })
      #expect(archive.people.allSatisfy { $0.contacts.isEmpty })
      #expect(archive.consents.isEmpty && archive.waivers.isEmpty)
      #expect(archive.campaigns.flatMap { $0.results }.compactMap(\.evidence) == ["có"])
    }
  }

  private let results = "campaigns/thi-dua/results.csv"
}
