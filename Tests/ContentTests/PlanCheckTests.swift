import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

/// L12 and L13: what is registered, who leads, and the life of exemplars.
@Suite struct PlanCheckTests {
  private let registrations = "campaigns/thi-dua/registrations.csv"
  private let steps = "campaigns/thi-dua/steps.csv"
  private let plan = "campaigns/thi-dua/campaign.md"

  private func codes(_ sample: Sample, _ code: String) async throws -> [String] {
    try await sample.read().problems.filter { $0.rule?.code == code }.map(\.id)
  }

  // MARK: L12

  /// A registration that is as it should be, with some cells replaced.
  private func item(_ changes: [String: String] = [:]) -> Sample {
    let names = [
      "id", "unit", "item", "start", "end", "lead", "coordinators", "expected", "signed_on",
      "counterparties", "status", "achieved", "done_on",
    ]
    let sound = [
      "id": "dk-1", "unit": "thpt-b", "item": "Phụ đạo", "start": "01/3/2024",
      "end": "31/12/2024", "lead": "Tổ Toán", "coordinators": "Đoàn", "expected": "90%",
      "signed_on": "26/02/2024", "counterparties": "khoi-1;noi-bo", "status": "hoan-thanh",
      "achieved": "93%", "done_on": "20/12/2024",
    ]
    let row = names.map { changes[$0] ?? sound[$0] ?? "" }
    return Sample().with(
      registrations, names.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n")
  }

  @Test func aSoundRegistrationIsNotSpokenOf() async throws {
    let (archive, _) = try await item().read()
    #expect(try await codes(item(), "L12").isEmpty)
    let read = try #require(archive?.campaigns.first?.registrations.first)
    #expect(read.counterparties == ["khoi-1", "noi-bo"])
    #expect(read.achieved == "93%")
    #expect(read.doneOn?.short == "20/12/2024")
  }

  @Test(arguments: [
    ("registration.without-time", ["end": ""]),
    ("registration.without-time", ["start": "", "end": ""]),
    ("registration.ends-before-start", ["end": "01/02/2024"]),
    ("registration.outside-campaign", ["end": "01/01/2026"]),
    ("registration.not-signed", ["signed_on": ""]),
    ("registration.without-outcome", ["status": "", "achieved": ""]),
    ("registration.without-outcome", ["status": "dang-thuc-hien", "achieved": ""]),
    ("task.without-lead", ["lead": ""]),
    ("task.lead-coordinates", ["coordinators": "Đoàn;TỔ TOÁN"]),
  ])
  func registrationGap(_ id: String, _ changes: [String: String]) async throws {
    try await item(changes).expect(id, .warning, at: "\(registrations):2:1", cell: "A2")
    #expect(try await codes(item(changes), "L12") == [id])
  }

  @Test func doneWithoutAResultIsANote() async throws {
    try await item(["achieved": ""])
      .expect("registration.without-result", .note, at: "\(registrations):2:1", cell: "A2")
  }

  @Test func whatIsStillRunningOwesNothing() async throws {
    let open = item(["end": "31/5/2025", "status": "dang-thuc-hien", "achieved": ""])
    #expect(try await codes(open, "L12").isEmpty)
  }

  @Test func signedAfterTheDayOfThePlan() async throws {
    let late = try item().replacing(
      "kind: so-ket\n    text: Gửi báo cáo sơ kết\n    due: \"trước ngày 10/12/2024\"",
      with: "kind: dang-ky\n    text: Gửi đăng ký\n    due: \"trước ngày 26/02/2024\"", in: plan)
    try await late.expect(
      "registration.signed-late", .warning, at: "\(registrations):2:1", cell: "A2")
    let inTime = try late.replacing("26/02/2024\"", with: "27/02/2024\"", in: plan)
    #expect(try await codes(inTime, "L12").isEmpty)
  }

  @Test func taskOfThePlanWithoutLead() async throws {
    func tasks(_ text: String) throws -> Sample {
      try Sample().replacing(
        "track: four-stages", with: "track: four-stages\ntasks:\n  - text: Tổng hợp\n" + text,
        in: plan)
    }
    try await tasks("").expect("task.without-lead", .warning, at: "\(plan):22:11")
    try await tasks("    lead: Văn phòng\n    coordinators: [Đoàn, văn phòng]\n")
      .expect("task.lead-coordinates", .warning, at: "\(plan):22:11")
    let sound = try tasks("    lead: Văn phòng\n    coordinators: [Đoàn]\n")
    #expect(try await codes(sound, "L12").isEmpty)
  }

  // MARK: L13

  private func fiveSteps(_ rows: String...) throws -> Sample {
    try Sample().replacing("track: four-stages", with: "track: five-steps", in: plan)
      .with(steps, "exemplar,step,date,evidence\n" + rows.map { $0 + "\n" }.joined())
  }

  @Test func standsStill() async throws {
    let old = try Sample().replacing("01/4/2025", with: "01/3/2025", in: steps)
    let found = try await old.expect("exemplar.stuck", .warning, at: "\(steps):3:6", cell: "B3")
    #expect(found.summary.contains("91 ngày"))
    let patient = try old.replacing(
      "publisher: so-a", with: "publisher: so-a\nexemplarPatience: 91", in: "site.yaml")
    #expect(try await codes(patient, "L13").isEmpty)
    let closed = old.with(
      "campaigns/thi-dua/exemplars.csv",
      "id,name,kind,person,unit,status\ndh-1,Cô Trần Thị Hoa,dien-hinh,co-hoa,thpt-b,closed\n")
    #expect(try await codes(closed, "L13").isEmpty)
  }

  @Test func patienceIsAPositiveNumber() async throws {
    try await Sample()
      .replacing("publisher: so-a", with: "publisher: so-a\nexemplarPatience: 0", in: "site.yaml")
      .expect("site.patience", at: "site.yaml:3:19")
  }

  @Test func campaignEndsWithoutSpreading() async throws {
    let over = try Sample().replacing("2021-2025\"", with: "2021-2024\"", in: plan)
      .replacing("01/4/2025", with: "01/12/2024", in: steps)
    try await over.expect(
      "exemplar.not-spread", .warning, at: "campaigns/thi-dua/exemplars.csv:2:1", cell: "A2")
    let spread = try over.replacing(
      "BB 2\n", with: "BB 2\ndh-1,tong-ket,02/12/2024,BB 3\ndh-1,nhan-rong,03/12/2024,BB 4\n",
      in: steps)
    #expect(try await codes(spread, "L13").isEmpty)
  }

  @Test func storyBeforeTheCommendation() async throws {
    try await fiveSteps("dh-1,xay-dung,20/4/2025,QĐ 1")
      .with("units/thpt-b/stories/cau-lac-bo.md", nil)
      .expect("exemplar.published-early", .warning, at: "stories/2024/tu-sach.md:2:8")
    let after = try fiveSteps(
      "dh-1,xay-dung,18/10/2024,QĐ 1", "dh-1,tuyen-truyen,20/4/2025,Bài đăng")
    #expect(try await codes(after, "L13").isEmpty)
  }

  @Test func stepWithoutEvidence() async throws {
    let bare = try fiveSteps("dh-1,xay-dung,18/10/2024,QĐ 1", "dh-1,tuyen-truyen,20/4/2025,")
    let found = try await bare.expect(
      "exemplar.step-without-evidence", .note, at: "\(steps):3:6", cell: "B3")
    #expect(found.summary.contains("1 bước"))
  }

  // MARK: Campaigns among campaigns

  @Test func aCampaignIsNoPartOfItself() async throws {
    try await Sample()
      .replacing("track: four-stages", with: "track: four-stages\nparent: thi-dua", in: plan)
      .expect("campaign.parent-loop", at: "\(plan):2:8")
    let ring = try Sample()
      .replacing("track: four-stages", with: "track: four-stages\nparent: pt-b", in: plan)
      .with("campaigns/pt-b/campaign.md", Self.short(parent: "thi-dua"))
    let found = try await ring.expect(
      "campaign.parent-loop", at: "campaigns/pt-b/campaign.md:2:8")
    #expect(found.summary.contains("pt-b → thi-dua → pt-b"))
    #expect(found.notes.count == 1)
  }

  @Test func aChainOfCampaignsIsSound() async throws {
    let chain = Sample().with("campaigns/pt-b/campaign.md", Self.short(parent: "thi-dua"))
    #expect(try await chain.read().problems.filter { $0.severity == .error }.isEmpty)
  }

  private static func short(parent: String) -> String {
    """
    ---
    title: Phong trào của trường
    kind: dot
    origin: don-vi
    owner: thpt-b
    period: "2024"
    parent: \(parent)
    ---
    Lời.

    """
  }
}
