import Content
import Diagnostics
import Testing

/// L11: a duty that is late, near, not recorded, or by a rule that sets no day.
@Suite struct DutyCheckTests {
  private let plan = "campaigns/thi-dua/campaign.md"
  private let sent = "campaigns/thi-dua/submissions.csv"

  private func sample(_ rows: String..., due: String = "trước ngày 10/12/2024") throws -> Sample {
    try Sample()
      .replacing(
        "due: \"trước ngày 10/12/2024\"\n", with: "due: \"\(due)\"\n    to: so-a\n", in: plan
      )
      .with(sent, "duty,unit,sent_on,number\n" + rows.map { $0 + "\n" }.joined())
  }

  @Test func oneWarningNamesAllThatAreLate() async throws {
    let found = try await sample("so-ket,th-c,01/12/2024,")
      .expect("duty.overdue", .warning, at: "\(plan):22:9")
    #expect(found.summary.contains("1 đơn vị") && found.summary.contains("thpt-b"))
    #expect(found.rule?.code == "L11" && found.rule?.record == "thi-dua/so-ket")
    let reason = "check,record,reason\nL11,thi-dua/so-ket,Đã nhắc bằng điện thoại\n"
    let waived = try await sample("so-ket,th-c,01/12/2024,").with("waivers.csv", reason).read()
    #expect(!waived.problems.contains { $0.rule?.code == "L11" })
  }

  @Test func sentLateOrInTimeIsNoFinding() async throws {
    for day in ["09/12/2024", "10/01/2025"] {
      let problems = try await sample("so-ket,thpt-b,\(day),12/BC-THPTB").read().problems
      #expect(!problems.contains { $0.rule?.code == "L11" }, "\(day)")
    }
  }

  /// The build is of 31/5/2025.
  @Test func fourteenDaysAhead() async throws {
    for (due, isNear) in [
      ("trước ngày 16/6/2025", false), ("trước ngày 15/6/2025", true), ("31/5/2025", true),
    ] {
      let problems = try await sample(due: due).read().problems
      #expect(
        problems.contains { $0.id == "duty.soon" && $0.severity == .note } == isNear, "\(due)")
      #expect(!problems.contains { $0.id == "duty.overdue" })
    }
  }

  @Test func nothingRecordedIsNotLate() async throws {
    try await Sample().with(sent, nil).expect("duty.untracked", .note, at: "\(plan):22:9")
  }

  @Test func ruleThatSetsNoDay() async throws {
    try await sample(due: "theo quy định")
      .expect("duty.rule-without-date", .note, at: "\(plan):22:9")
  }

  @Test func eventThatIsNotThere() async throws {
    let bound = try Sample()
      .replacing("due: \"trước ngày 10/12/2024\"\n", with: "event: dai-hoi\n", in: plan)
    try await bound.expect("duty.unknown-event", .warning, at: "\(plan):22:9")
    let told = try bound.replacing("event: dai-hoi", with: "event: Đại hội các cấp", in: plan)
    for sample in [
      told,
      bound.with(
        "campaigns/thi-dua/events.csv",
        "id,kind,title,date\ndai-hoi,dai-hoi-thi-dua,Đại hội thi đua,năm 2025\n"),
    ] {
      let problems = try await sample.read().problems
      #expect(!problems.contains { $0.id == "duty.unknown-event" })
    }
  }

  @Test func whatCannotBeRead() async throws {
    try await sample(due: "tháng mười").expect("schema.type", at: "\(plan):25:10")
    let found = try await sample("so-kets,thpt-b,09/12/2024,").read().problems
    #expect(found.contains { $0.id == "reference.unknown-duty" })
  }
}
