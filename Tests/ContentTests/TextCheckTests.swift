import Content
import Diagnostics
import Testing

/// L14, L21, L22, L24 and L25: each fault planted alone, each told at its place.
@Suite struct TextCheckTests {
  private let campaign = "campaigns/thi-dua/campaign.md"
  private let part = "units/thpt-b/reports/thi-dua.md"

  private func withPlan(_ text: String) throws -> Sample {
    try Sample().replacing("Thi đua.\n", with: text + "\n", in: campaign)
  }

  @Test func storyWithoutANumber() async throws {
    let story = "---\ntitle: Lời khen\ndate: 2025-01-05\nexemplar: dh-1\n---\nRất tốt.\n"
    let found = try await Sample().with("stories/2025/loi-khen.md", story)
      .expect("story.without-number", .warning, at: "stories/2025/loi-khen.md:2:8")
    #expect(found.rule?.code == "L14")
    let fact = story.split(separator: "exemplar").joined(
      separator: "facts:\n  - label: Tiết dạy\n    value: \"12\"\nexemplar")
    let problems = try await Sample().with("stories/2025/loi-khen.md", fact).read().problems
    #expect(!problems.contains { $0.id == "story.without-number" })
  }

  @Test func basisThatHadEnded() async throws {
    let found = try await Sample()
      .with(
        "documents.csv",
        "id,type,number,code,date,effective_to,replaced_by\nct-24,ct,24,CT-UBND,05/9/2014,"
          + "31/12/2020,ct-25\nct-25,ct,25,CT-UBND,01/01/2021,,\n"
      )
      .expect("basis.expired", .warning, at: "\(campaign):2:8")
    #expect(found.help?.contains("25/CT-UBND") == true)
  }

  @Test func oneActTwoCodes() async throws {
    try await Sample()
      .with(
        "documents.csv",
        "id,type,number,code,date\nct-24,ct,24,CT-UBND,05/9/2020\nct-24b,ct,24,CT-TTg,05/9/2020\n"
      )
      .expect("document.two-codes", .warning, at: "documents.csv:3:1", cell: "A3")
    try await withPlan("Thực hiện Chỉ thị số 24/CT-TTg ngày 05/9/2020.")
      .expect("citation.two-codes", .warning, at: "\(campaign):29")
  }

  @Test func citationsWithFaults() async throws {
    try await withPlan("Chỉ thị số 24/CT-UBND ngày 09/7/20019.")
      .expect("citation.impossible-date", .warning, at: "\(campaign):29")
    try await withPlan("Kế hoạch 823/KH-UBND ngày 29/12/2022.")
      .expect("citation.without-word", .warning, at: "\(campaign):29")
    let sound = try await withPlan("Chỉ thị số 24/CT-UBND ngày 05/9/2020.").read().problems
    #expect(!sound.contains { $0.rule?.code == "L21" })
  }

  @Test func formOfPapers() async throws {
    try await withPlan("c) Ba\nd) Bốn\ne) Năm")
      .expect("list.skips-letter", .warning, at: "\(campaign):31")
    let sound = try await withPlan("c) Ba\nd) Bốn\nđ) Năm\ne) Sáu").read().problems
    #expect(!sound.contains { $0.id == "list.skips-letter" })
    try await withPlan("#### Bốn").expect("heading.jumps", .warning, at: "\(campaign):29")
    try await Sample()
      .replacing("track:", with: "recipients:\n  - name: Lưu VP\ntrack:", in: campaign)
      .expect("recipients.archive-line", .warning, at: "\(campaign):2:8")
  }

  @Test func daysBetweenPhases() async throws {
    try await Sample().replacing("from: \"2024\"", with: "from: \"tháng 3/2024\"", in: campaign)
      .expect("campaign.phase-gap", .warning, at: "\(campaign):18:11")
  }

  @Test func campaignBeforeItsAct() async throws {
    let found = try await Sample().replacing("05/9/2020", with: "05/9/2022", in: "documents.csv")
      .expect("campaign.before-basis", .warning, at: "\(campaign):2:8")
    #expect(found.rule?.record == "thi-dua/ct-24")
  }

  @Test func storyOfAUnitThatHadEnded() async throws {
    let story = "---\ntitle: Trường cũ\ndate: 2024-01-05\nunit: th-c\n---\nNăm 1990.\n"
    try await Sample().with("stories/2024/truong-cu.md", story)
      .expect("unit.outside-validity", .warning, at: "stories/2024/truong-cu.md:2:8")
  }

  @Test(arguments: [
    ("Thuy\u{301} Hoa\u{300}", "text.decomposed"), ("Giáo dÃ²c Ã¡o", "text.mojibake"),
    ("Phong trào “Dạy tốt.", "text.unmatched-quote"), ("Phân đầu đạt 62%.", "text.scan-error"),
    ("CBCCVCNLD và CBCCVNLD", "text.two-acronyms"),
  ]) func flawsOfText(_ text: String, _ id: String) async throws {
    try await Sample().with(part, "## Thuận lợi\n\n\(text)\n")
      .expect(id, .note, at: "\(part):3")
  }

  @Test func officesOfTwoLevelsAreNoTwoSpellings() async throws {
    let problems = try await Sample().with(part, "SGDĐT và GDĐT\n").read().problems
    #expect(!problems.contains { $0.id == "text.two-acronyms" })
  }

  @Test func twinsWithoutMarks() async throws {
    try await Sample().replacing(
      "co-hoa,Trần Thị Hoa,cô,gv,thpt-b,có",
      with: "co-hoa,Trần Thị Hoa,cô,gv,thpt-b,có\nco-hoa-2,Trần Thị Hòa,cô,gv,thpt-b,có",
      in: "people.csv"
    ).expect("person.twice", .warning, at: "people.csv:4:1", cell: "A4")
    try await Sample().replacing(
      "thpt-b,Trường", with: "thpt-b2,Trường Thpt B,truong,thpt,so-a,,,,,\nthpt-b,Trường",
      in: "units.csv"
    ).expect("unit.twice", .warning, at: "units.csv:3:1", cell: "A3")
  }
}
