import Campaigns
import Content
import Diagnostics
import Testing

/// L23: each fault of a score table planted alone.
@Suite struct ScoreCheckTests {
  private static let criteria = """
    cluster,period,id,parent,text,kind,max,least,evidence
    khoi-1,2023-2024,a,,Nhiệm vụ năm học,,100,,
    khoi-1,2023-2024,a1,a,Dạy và học,,60,,
    khoi-1,2023-2024,a2,a,Phong trào,,40,,có
    khoi-1,2023-2024,t,,Báo cáo muộn,diem-tru,5,,
    khoi-1,2023-2024,tot,,Tốt,xep-loai,,80,

    """
  private static let scores = """
    cluster,period,criterion,unit,own,given,evidence
    khoi-1,2023-2024,a1,thpt-b,60,"58,5",
    khoi-1,2023-2024,a2,thpt-b,40,38,Kế hoạch số 5
    khoi-1,2023-2024,t,thpt-b,0,1,

    """

  private func sample() -> Sample {
    Sample().with("criteria.csv", Self.criteria).with("scores.csv", Self.scores)
  }

  private func criteria(_ old: String, _ new: String) throws -> Sample {
    try sample().replacing(old, with: new, in: "criteria.csv")
  }

  private func scores(_ old: String, _ new: String) throws -> Sample {
    try sample().replacing(old, with: new, in: "scores.csv")
  }

  @Test func aSoundTableIsSilent() async throws {
    let (archive, problems) = try await sample().read()
    #expect(!problems.contains { $0.rule?.code == "L23" })
    #expect(archive?.criteria.count == 5 && archive?.scores.count == 3)
  }

  @Test func maximaThatDoNotAddUp() async throws {
    let found = try await criteria(",40,,có", ",30,,có").with("scores.csv", nil)
      .expect("criterion.sum", at: "criteria.csv:2:18", cell: "C2")
    #expect(found.summary.contains("100") && found.summary.contains("90"))
    #expect(found.rule?.code == "L23" && found.notes.count == 2)
    let bonus =
      "khoi-1,2023-2024,c,,Cộng,diem-cong,5,,\n"
      + "khoi-1,2023-2024,c1,c,Cộng 1,diem-cong,4,,\nkhoi-1,2023-2024,c2,c,Cộng 2,diem-cong,4,,\n"
    let silent = try await Sample().with("criteria.csv", Self.criteria + bonus).read().problems
    #expect(!silent.contains { $0.id == "criterion.sum" })
  }

  @Test func partsOfNothingOfThemselvesAndOfTheWrongKind() async throws {
    try await criteria(",a2,a,", ",a2,b,")
      .replacing(",a1,a,Dạy và học,,60", with: ",a1,a,Dạy và học,,100", in: "criteria.csv")
      .expect("criterion.unknown-parent", at: "criteria.csv:4:18", cell: "C4")
    try await Sample()
      .with("criteria.csv", Self.criteria + "khoi-1,2023-2024,x,x,Vòng,,1,,\n")
      .expect("criterion.loop", at: "criteria.csv:7:18", cell: "C7")
    try await Sample()
      .with("criteria.csv", Self.criteria + "khoi-1,2023-2024,x,t,Thưởng,diem-cong,1,,\n")
      .expect("criterion.wrong-part", at: "criteria.csv:7:18", cell: "C7")
  }

  @Test func pointsOfCriteria() async throws {
    try await criteria("diem-tru,5", "diem-tru,-5").replacing(
      ",t,thpt-b,0,1,", with: ",t,thpt-b,,,", in: "scores.csv"
    ).expect("criterion.negative", at: "criteria.csv:5:18", cell: "C5")
    try await criteria("diem-tru,5", "diem-tru,")
      .expect("criterion.without-points", .warning, at: "criteria.csv:5:18", cell: "C5")
    try await criteria("xep-loai,,80", "xep-loai,,")
      .expect("criterion.without-points", .warning, at: "criteria.csv:6:18", cell: "C6")
  }

  @Test func scoresOutOfRange() async throws {
    let found = try await scores("60,\"58,5\"", "61,\"58,5\"")
      .expect("score.above-max", at: "scores.csv:2:18", cell: "C2")
    #expect(found.summary.contains("tự chấm") && found.summary.contains("61"))
    try await scores("60,\"58,5\"", "60,\"60,5\"")
      .expect("score.above-max", at: "scores.csv:2:18", cell: "C2")
    try await scores("thpt-b,0,1", "thpt-b,0,-1")
      .expect("score.negative", at: "scores.csv:4:18", cell: "C4")
  }

  @Test func scoresWithoutEvidence() async throws {
    try await scores("Kế hoạch số 5", "")
      .expect("score.no-evidence", at: "scores.csv:3:18", cell: "C3")
    let nothing = try await scores(",40,38,Kế hoạch số 5", ",0,0,").read().problems
    #expect(!nothing.contains { $0.id == "score.no-evidence" })
  }

  @Test func scoresOfStrangers() async throws {
    try await scores(",t,thpt-b", ",t,so-a")
      .with(
        "waivers.csv",
        "check,record,reason\nL23,khoi-1/2023-2024/thpt-b,Thử\n"
      )
      .expect("score.not-member", at: "scores.csv:4:18", cell: "C4")
    let found = try await scores("2023-2024,t,", "2023-2024,t1,").with(
      "waivers.csv", "check,record,reason\nL23,khoi-1/2023-2024/thpt-b,Thử\n"
    ).expect("score.unknown-criterion", at: "scores.csv:4:18", cell: "C4")
    #expect(found.help?.contains("Có phải ý bạn là “a1”?") == true)
    try await Sample().with("criteria.csv", Self.criteria)
      .with("scores.csv", Self.scores + "khoi-1,2023-2024,a,thpt-b,100,96,\n")
      .expect("score.on-group", at: "scores.csv:5:18", cell: "C5")
  }

  /// A unit that left the cluster before the period is no member of it then.
  @Test func membersOfThePeriod() async throws {
    try await sample()
      .replacing("so-a,,khoi-1", with: "so-a,,", in: "units.csv")
      .with("memberships.csv", "cluster,unit,from,to\nkhoi-1,thpt-b,,31/5/2023\n")
      .replacing("khoi-1,2023-2024,a1,thpt-b,60,\"58,5\",\n", with: "", in: "scores.csv")
      .replacing("khoi-1,2023-2024,a2,thpt-b,40,38,Kế hoạch số 5\n", with: "", in: "scores.csv")
      .expect("score.not-member", at: "scores.csv:2:18", cell: "C2")
  }

  @Test func whoLacksAScoreIsToldAndNotRanked() async throws {
    let found = try await scores("khoi-1,2023-2024,t,thpt-b,0,1,\n", "")
      .expect("score.missing", .warning, at: "scores.csv:2:18", cell: "C2")
    #expect(found.summary.contains("(t)"))
    #expect(found.rule?.record == "khoi-1/2023-2024/thpt-b")
    let english = try await scores("thpt-b,0,1", "thpt-b,0,").read(language: .english).problems
    #expect(english.contains { $0.summary.contains("has not been scored on 1 criteria (t)") })
    // Before anybody has a score there is nothing to remind of.
    let empty = try await sample().with("scores.csv", nil).read().problems
    #expect(!empty.contains { $0.id == "score.missing" })
  }
}
