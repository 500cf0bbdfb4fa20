import Testing

/// `new` as a user runs it.
@Suite(.serialized) struct NewCommandTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) throws -> Outcome {
    try Tool.neuguong(words, in: folder.path)
  }

  @Test(arguments: ["truong", "so", "xa"])
  func startersCheckAndBuild(_ kind: String) throws {
    #expect(try run("new", "moi", "--for", kind, "--now", "2026-11-22").code == 0)
    let check = try run("check", "moi", "--strict", "--now", "2026-11-22")
    #expect(check.code == 0 && check.err.contains("Không có lỗi"), "\(check.err)")
    let build = try run("build", "moi", "--output", "trang", "--strict", "--now", "2026-11-22")
    #expect(build.code == 0, "\(build.err)")
    let files = try Tool.listing(folder.path + "/trang")
    #expect(files.contains { $0.hasPrefix("guong/ba-tu-sach-khong-khoa/index.html ") })
    #expect(files.contains { $0.hasPrefix("bao-cao/") && $0.contains(".pdf ") })
    #expect(!files.contains { $0.contains("nhap-lieu") })
  }

  @Test func theNameFillsInTheRest() throws {
    let made = try run(
      "new", "nd", "--name", "Trường Tiểu học Nguyễn Du", "--tables", "csv", "--school-year",
      "2025-2026")
    #expect(made.code == 0, "\(made.err)")
    let units = folder.text("nd/units.csv")
    #expect(units.contains("th-nguyen-du,Trường Tiểu học Nguyễn Du,TH Nguyễn Du,Trường,Tiểu học"))
    #expect(units.contains(",THND,"))
    #expect(folder.text("nd/campaigns/nam-hoc/campaign.md").contains("2025-2026"))
    #expect(folder.text("nd/README.md").contains("units.csv"))
  }

  @Test(arguments: [
    (["new", "a", "--name", " "], "--name"), (["new", "a", "--unit-id", "Ä B"], "--unit-id"),
    (["new", "a", "--school-year", "2025"], "2026-2027"), (["new", "stori"], "“story”"),
    (["new", "a", "--parent", "Chỗ kia"], "tên đầy đủ"), (["new", "khong/co"], "khong"),
    (["new", "story", "A"], "site.yaml"), (["new", "story", "A", "--content", "b"], "b"),
    (["new", "story", "A", "--content", "."], "không phải thư mục nội dung"),
  ])
  func wrongUse(_ words: [String], _ hint: String) throws {
    let outcome = try Tool.neuguong(words, in: folder.path)
    #expect(outcome.code == 2, "\(outcome.err)")
    #expect(outcome.err.contains(hint), "\(outcome.err)")
    #expect(try Tool.listing(folder.path).filter { $0.contains(" d ") }.count <= 1)
  }

  @Test func storiesFindTheirPlaceAndNeverEachOthers() throws {
    #expect(try run("new", "content", "--for", "xa", "--now", "2026-11-22").code == 0)
    let words = ["new", "story", "Cô", "giáo", "xe", "lớp", "--unit", "truong-hoa-mai"]
    #expect(try Tool.neuguong(words + ["--now", "2026-11-22"], in: folder.path).code == 0)
    let story = folder.text("content/stories/2026/co-giao-xe-lop.md")
    #expect(story.contains("title: \"Cô giáo xe lớp\"") && story.contains("date: 2026-11-22"))
    #expect(story.contains("unit: truong-hoa-mai") && story.contains("campaign: nam-hoc"))
    // Not in another year either: both would have one address.
    let again = try Tool.neuguong(words + ["--now", "2027-01-05"], in: folder.path)
    #expect(again.code == 2 && again.err.contains("content/stories/2026/co-giao-xe-lop.md"))
    let inside = try Tool.neuguong(["new", "story", "Hai"], in: folder.path + "/content")
    #expect(inside.code == 0 && inside.err.contains("“stories/"), "\(inside.err)")
    let wrong = try run("new", "story", "Ba", "--unit", "truong-hoa-mia")
    #expect(wrong.code == 2 && wrong.err.contains("“truong-hoa-mai”"))
    #expect(try run("check", "content", "--strict", "--now", "2026-11-22").code == 0)
  }

  @Test func unitsAndCampaignsAreAdded() throws {
    #expect(
      try run("new", "so", "--for", "so", "--tables", "csv", "--now", "2026-11-22").code == 0)
    let before = folder.text("so/units.csv")
    let added = try run("new", "unit", "Trường THPT Hai Bà Trưng, cơ sở 2", "--content", "so")
    #expect(added.code == 0, "\(added.err)")
    let after = folder.text("so/units.csv")
    #expect(after.hasPrefix(before))
    let row = String(after.dropFirst(before.count))
    #expect(row.contains("\"Trường THPT Hai Bà Trưng, cơ sở 2\"") && row.contains(",so-gddt-mau,"))
    let again = try run("new", "unit", "Trường THPT Hai Bà Trưng, cơ sở 2", "--content", "so")
    #expect(again.code == 2 && folder.text("so/units.csv") == after)
    let campaign = try run("new", "campaign", "Thư viện xanh", "--content", "so")
    #expect(campaign.code == 0)
    #expect(folder.text("so/campaigns/thu-vien-xanh/campaign.md").contains("owner: so-gddt-mau"))
    #expect(try run("new", "campaign", "Thư viện xanh", "--content", "so").code == 2)
    #expect(try run("check", "so", "--now", "2026-11-22").code == 0)
  }

  @Test func rowsOfWorkbooksAreToldAndNotWritten() throws {
    #expect(try run("new", "xa", "--for", "xa").code == 0)
    let before = folder.bytes("xa/units.xlsx")
    let told = try run("new", "unit", "Trường Mầm non Sao Mai", "--content", "xa")
    #expect(told.code == 0)
    #expect(told.out.hasPrefix("mn-sao-mai\tTrường Mầm non Sao Mai\tMN Sao Mai\tTrường\tMầm non\t"))
    #expect(folder.bytes("xa/units.xlsx") == before)
  }
}

/// What comes back in the form of a starter.
@Suite(.serialized) struct FormCommandTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) throws -> Outcome {
    try Tool.neuguong(
      words, environment: ["SOURCE_DATE_EPOCH=1795305600"], in: folder.path)
  }

  @Test(arguments: ["xlsx", "csv"])
  func theFormOfAStarterIsItsTables(_ form: String) throws {
    #expect(try run("new", "xa", "--for", "xa", "--tables", form).code == 0)
    let words = ["import", "xa/bieu-mau/nhap-lieu.xlsx", "--to", "xa", "--campaign", "nam-hoc"]
    func importing(_ how: String) throws -> Outcome {
      try Tool.neuguong(
        words + [how], environment: ["SOURCE_DATE_EPOCH=1795305600"], in: folder.path)
    }
    // The same rows again are nothing new.
    let added = try importing("--add")
    #expect(added.code == 0, "\(added.err)")
    #expect(added.err.contains("xa/units.\(form): 4 dòng (0 dòng mới)"), "\(added.err)")
    let replaced = try importing("--replace")
    #expect(replaced.code == 0, "\(replaced.err)")
    #expect(replaced.err.contains(".truoc-khi-nhap-units.xlsx") == (form == "xlsx"))
    let check = try run("check", "xa", "--strict")
    #expect(check.code == 0, "\(check.err)")
  }
}
