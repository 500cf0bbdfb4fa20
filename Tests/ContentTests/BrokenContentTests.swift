import Content
import Diagnostics
import Testing

/// Each test breaks one thing in the sample and asks for one message at the right place.
@Suite struct BrokenContentTests {
  private let campaign = "campaigns/thi-dua/campaign.md"
  private let targets = "campaigns/thi-dua/targets.csv"
  private let results = "campaigns/thi-dua/results.csv"
  private let awards = "campaigns/thi-dua/awards.csv"
  private let story = "stories/2024/tu-sach.md"

  // MARK: Files

  @Test func unclosedFrontMatter() async throws {
    try await Sample().replacing("thi-dua\n---", with: "thi-dua\n", in: story)
      .expect("front-matter.unclosed", at: "\(story):1:1")
  }

  @Test func badUTF8() async throws {
    let bytes = Array("---\ntitle: Bài\n---\nab".utf8) + [0xE1, 0x20] + Array("\n".utf8)
    try await Sample().with("stories/2024/moi.md", bytes: bytes)
      .expect("content.encoding", at: "stories/2024/moi.md:4:3")
  }

  @Test func legacyEncodingIsNamed() async throws {
    var bytes = Array("---\ntitle: B".utf8)
    for _ in 0..<40 { bytes += [0xB5, 0x69, 0x20, 0xAE, 0xCA, 0x20, 0xA8, 0x63, 0x20] }
    let problem = try await Sample().with("stories/2024/moi.md", bytes: bytes)
      .expect("content.encoding", at: "stories/2024/moi.md:2:9")
    #expect(problem.help?.contains("TCVN3") == true)
  }

  @Test func missingSettings() async throws {
    let sample = Sample().with("site.yaml", nil)
    try await sample.expect("content.missing-file", at: "site.yaml")
    #expect(try await sample.read().archive == nil)
  }

  @Test func missingUnits() async throws {
    let (archive, problems) = try await Sample().with("units.csv", nil).read()
    #expect(archive == nil)
    #expect(problems.map(\.id) == ["content.missing-file"])
  }

  @Test func misspeltFile() async throws {
    let problem = try await Sample().with("untis.csv", "x")
      .expect("content.unknown-file", .warning, at: "untis.csv")
    #expect(problem.help?.contains("“units.csv”") == true)
  }

  @Test func oldSpreadsheetIsNotRead() async throws {
    try await Sample().with("campaigns/thi-dua/results.xls", "x")
      .expect("content.spreadsheet", .warning, at: "campaigns/thi-dua/results.xls")
  }

  @Test func sheetWithoutCampaign() async throws {
    try await Sample().with("campaigns/khac/targets.csv", "id\n")
      .expect("content.missing-file", at: "campaigns/khac/campaign.md")
  }

  @Test func fileNameThatIsNoAddress() async throws {
    let problem = try await Sample()
      .with("stories/2024/Bài mới.md", "---\ntitle: A\ndate: 2024-01-02\n---\nB\n")
      .expect("content.file-name", at: "stories/2024/Bài mới.md")
    #expect(problem.help?.contains("“bai-moi”") == true)
  }

  // MARK: References

  @Test func unknownUnitInACell() async throws {
    let problem = try await Sample().replacing("ct-02,thpt-b", with: "ct-02,thpt-bb", in: results)
      .expect("reference.unknown-unit", at: "\(results):3:7", cell: "B3")
    #expect(problem.help?.contains("“thpt-b”") == true)
  }

  @Test func unknownTarget() async throws {
    try await Sample().replacing("ct-02,thpt-b", with: "ct-09,thpt-b", in: results)
      .expect("reference.unknown-target", at: "\(results):3:1", cell: "A3")
  }

  @Test func unknownWhole() async throws {
    try await Sample().replacing("2025,ct-01,", with: "2025,ct-x1,", in: targets)
      .expect("reference.unknown-target", at: "\(targets):3:54", cell: "G3")
  }

  @Test func unknownDocument() async throws {
    try await Sample().replacing("document: ct-24", with: "document: ct-25", in: campaign)
      .expect("reference.unknown-document", at: "\(campaign):9:15")
  }

  @Test func unknownPersonCampaignExemplar() async throws {
    let sample = Sample()
    try await sample.replacing("person: co-hoa", with: "person: co-hoaa", in: story)
      .expect("reference.unknown-person", at: "\(story):5:9")
    try await sample.replacing("campaign: thi-dua", with: "campaign: thi-dau", in: story)
      .expect("reference.unknown-campaign", at: "\(story):7:11")
    try await sample.replacing("exemplar: dh-1", with: "exemplar: dh-2", in: story)
      .expect("reference.unknown-exemplar", at: "\(story):6:11")
  }

  @Test func unknownClusterAndFolder() async throws {
    try await Sample().replacing("khoi-1", with: "khoi-2", in: "units.csv")
      .expect("reference.unknown-cluster", at: "units.csv:3:40", cell: "G3")
    try await Sample().with("units/thpt-z/about.md", "A\n")
      .expect("reference.unknown-unit", at: "units/thpt-z/about.md")
  }

  @Test func missingImage() async throws {
    try await Sample()
      .replacing("unit: thpt-b", with: "image: a.jpg\nimage_alt: Lớp", in: story)
      .expect("reference.missing-image", at: "\(story):2:8")
    try await Sample().with("media/a.jpg", "x")
      .replacing("unit: thpt-b", with: "image: a.jpg", in: story)
      .expect("story.image-without-alt", at: "\(story):4:8")
  }

  // MARK: Duplicates

  @Test func sameIdTwiceInAFile() async throws {
    let problem = try await Sample().replacing("kt-2", with: "kt-1", in: awards)
      .expect("schema.duplicate-key", at: "\(awards):3:1", cell: "A3")
    #expect(problem.notes.first?.location?.description == "\(awards):2:1")
  }

  @Test func sameResultInTwoFiles() async throws {
    let path = "units/thpt-b/results.csv"
    let problem = try await Sample()
      .with(path, "campaign,target,period,value\nthi-dua,ct-02,2024,99\n")
      .expect("content.duplicate-key", at: "\(path):2:20", cell: "D2")
    #expect(problem.notes.first?.location?.description == "\(results):3:19")
  }

  @Test func twoStoriesWithOneAddress() async throws {
    let problem = try await Sample()
      .with("stories/2025/tu-sach.md", "---\ntitle: A\ndate: 2025-01-02\n---\nB\n")
      .expect("content.duplicate-url", at: "stories/2025/tu-sach.md:2:8")
    #expect(problem.notes.first?.location?.file == story)
  }

  @Test func oldAddressOfAnotherStory() async throws {
    let problem = try await Sample()
      .replacing("unit: thpt-b", with: "aliases: [/guong/cau-lac-bo/]", in: story)
      .expect("content.duplicate-url", at: "\(story):2:8")
    #expect(problem.notes.first?.location?.file == "units/thpt-b/stories/cau-lac-bo.md")
  }

  @Test func pageInPlaceOfTheProgramsOwn() async throws {
    try await Sample().with("pages/don-vi.md", "---\ntitle: A\n---\nB\n")
      .expect("content.duplicate-url", at: "pages/don-vi.md")
  }

  // MARK: Values

  @Test func impossibleDateAndNumber() async throws {
    try await Sample().replacing("2024-10-18", with: "2024-02-30", in: story)
      .expect("schema.type", at: "\(story):3:7")
    try await Sample().replacing("\"99,5\"", with: "99x", in: results)
      .expect("schema.type", at: "\(results):3:19", cell: "D3")
    try await Sample().replacing("thpt-b,2024", with: "thpt-b,quý hai", in: results)
      .expect("schema.type", at: "\(results):3:14", cell: "C3")
  }

  @Test func storyWithoutDate() async throws {
    let problem = try await Sample().replacing("date: 2024-10-18\n", with: "", in: story)
      .expect("schema.missing", at: "\(story):2:1")
    #expect(problem.summary.contains("date"))
  }

  @Test func numeratorLargerThanDenominator() async throws {
    try await Sample().replacing("\"66,67\",2,3", with: ",4,3", in: results)
      .expect("result.numerator-too-large", at: "\(results):2:18", cell: "E2")
  }

  @Test func nothingToDivideBy() async throws {
    try await Sample().replacing("\"66,67\",2,3", with: ",2,0", in: results)
      .expect("result.zero-denominator", at: "\(results):2:18", cell: "E2")
    try await Sample().replacing("\"66,67\",2,3", with: ",2,", in: results)
      .expect("result.without-denominator", at: "\(results):2:18", cell: "E2")
  }

  @Test func valueThatIsNotItsParts() async throws {
    try await Sample().replacing("66,67", with: "66,66", in: results)
      .expect("result.value-mismatch", at: "\(results):2:17", cell: "D2")
    // The same share, written with fewer digits.
    #expect(try await Sample().replacing("66,67", with: "67", in: results).read().problems.isEmpty)
  }

  @Test func percentOutOfRange() async throws {
    try await Sample().replacing("99,5", with: "100,5", in: results)
      .expect("result.percent-range", at: "\(results):3:19", cell: "D3")
    try await Sample().replacing("99,5", with: "-1", in: results)
      .expect("result.negative", at: "\(results):3:19", cell: "D3")
  }

  @Test func resultThatNobodyAskedFor() async throws {
    try await Sample().replacing("ct-02,thpt-b", with: "ct-02,so-a", in: results)
      .expect("result.not-asked", .warning, at: "\(results):3:17", cell: "D3")
  }

  // MARK: Plans and units

  @Test func overlappingPhases() async throws {
    let problem = try await Sample()
      .replacing("\"2024\"\n    to", with: "\"01/9/2023\"\n    to", in: campaign)
      .expect("campaign.phases-overlap", at: "\(campaign):18:11")
    #expect(problem.notes.first?.location?.line == 14)
    try await Sample().replacing("\"2024\"\n    to", with: "\"2023\"\n    to", in: campaign)
      .expect("campaign.phases-share-year", .warning, at: "\(campaign):18:11")
  }

  @Test func phaseOutsideAndBackwards() async throws {
    try await Sample().replacing("to: \"2025\"", with: "to: \"2026\"", in: campaign)
      .expect("campaign.phase-outside", .warning, at: "\(campaign):18:11")
    try await Sample().replacing("to: \"2025\"", with: "to: \"2020\"", in: campaign)
      .expect("campaign.phase-order", at: "\(campaign):19:9")
  }

  @Test func schoolYearsWithAGap() async throws {
    try await Sample().replacing("\"2023-2024\"", with: "\"2021-2022\"", in: campaign)
      .expect("campaign.terms-not-consecutive", .warning, at: "\(campaign):7:22")
  }

  @Test func dutyWithoutDateIsANote() async throws {
    try await Sample()
      .replacing("    due: \"trước ngày 10/12/2024\"\n", with: "", in: campaign)
      .expect("campaign.duty-without-date", .note, at: "\(campaign):22:9")
  }

  @Test func incompleteTargetIsTold() async throws {
    try await Sample().replacing("reach,62,%,31/12/2025", with: "reach,62,%,", in: targets)
      .expect("target.incomplete", .warning, at: "\(targets):2:1", cell: "A2")
  }

  @Test func loopOfUnits() async throws {
    let problem = try await Sample().replacing("so,,,,", with: "so,,thpt-b,,", in: "units.csv")
      .with("units.csv", "id,name,kind,parent\nso-a,A,so,thpt-b\nthpt-b,B,truong,so-a\n")
      .read().problems.first { $0.id == "unit.parent-loop" }
    #expect(problem?.location?.description == "units.csv:2:1")
    #expect(problem?.summary.contains("so-a → thpt-b → so-a") == true)
  }

  @Test func unitUsedAfterItsEnd() async throws {
    let problem = try await Sample().replacing("ct-01,so-a", with: "ct-01,th-c", in: results)
      .expect("unit.outside-validity", .warning, at: "\(results):2:17", cell: "D2")
    #expect(problem.help?.contains("thpt-b") == true)
  }

  // MARK: Awards, exemplars, people

  @Test func titleTakenForAForm() async throws {
    try await Sample().replacing("kt-1,danh-hieu", with: "kt-1,hinh-thuc", in: awards)
      .expect("award.class-mismatch", at: "\(awards):2:6", cell: "B2")
  }

  @Test func oneAchievementTwice() async throws {
    try await Sample()
      .replacing(
        "KT. Giám đốc\n",
        with: "\nkt-3,hinh-thuc,giay-khen,ca-nhan,co-hoa,thpt-b,dot-xuat,dạy giỏi,2024,\n",
        in: awards
      )
      .expect("award.double", at: "\(awards):4:1", cell: "A4")
  }

  @Test func stepsOutOfOrderOrOfAnotherTrack() async throws {
    let steps = "campaigns/thi-dua/steps.csv"
    try await Sample().replacing("01/4/2025", with: "01/8/2024", in: steps)
      .expect("exemplar.step-order", .warning, at: "\(steps):3:6", cell: "B3")
    try await Sample().replacing("boi-duong", with: "binh-xet", in: steps)
      .expect("exemplar.wrong-track", .warning, at: "\(steps):3:6", cell: "B3")
    try await Sample().replacing("boi-duong", with: "nhan-rong", in: steps)
      .expect("exemplar.step-skipped", .warning, at: "\(steps):3:6", cell: "B3")
  }

  @Test func markWithoutSpace() async throws {
    try await Sample().replacing("KT. Giám", with: "KT.Giám", in: awards)
      .expect("text.missing-space", .warning, at: "\(awards):3:1", cell: "A3")
    try await Sample().replacing("Thi đua.\n", with: "KT.GIÁM ĐỐC\n", in: campaign)
      .expect("text.missing-space", .warning, at: "\(campaign):29")
  }
}
