import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

/// The part of L24 on units, and the tables on who stood where and when.
@Suite struct UnitsInTimeTests {
  private func units(_ rows: String) -> Sample {
    Sample().with(
      "units.csv",
      """
      Mã,Tên đơn vị,aliases,kind,level,parent,clusters,valid_from,valid_to,successors,head
      so-a,Sở Giáo dục và Đào tạo A,,so,,,,,,,
      thpt-b,Trường THPT B,,truong,thpt,so-a,khoi-1,,,,hieu-truong-b

      """ + rows)
  }

  private func parents(_ rows: String) -> Sample {
    units("xa,UBND xã,,ubnd,,,,01/7/2025,,,\nxa-cu,UBND xã cũ,,ubnd,,,,,,,\n")
      .with("parents.csv", "unit,parent,kind,from,to\n" + rows)
  }

  @Test func tablesAreReadAndUsed() async throws {
    let (archive, problems) = try await parents("thpt-b,xa,Cơ quan chủ quản,01/7/2025,\n").read()
    #expect(!problems.contains { $0.severity == .error })
    #expect(archive?.superiors.count == 1)
    #expect(!problems.contains { $0.rule?.code == "L24" })
  }

  @Test func successorsFollowWithoutAGap() async throws {
    try await units("c,Trường C,,truong,th,,,,30/6/2025,d,\nd,Trường D,,truong,th,,,03/7/2025,,,\n")
      .expect("unit.succession-gap", .warning, at: "units.csv:4:1", cell: "A4")
    let sound = try await units(
      "c,Trường C,,truong,th,,,,30/6/2025,d,\nd,Trường D,,truong,th,,,01/7/2025,,,\n"
    ).read().problems
    #expect(!sound.contains { $0.id.hasPrefix("unit.succession") })
    try await units("c,Trường C,,truong,th,,,,30/6/2025,d,\nd,Trường D,,truong,th,,,,30/6/2024,,\n")
      .expect("unit.succession-ended", .warning, at: "units.csv:4:1", cell: "A4")
    try await units("c,Trường C,,truong,th,,,,30/6/2025,khong-co,\n")
      .expect("reference.unknown-unit", at: "units.csv:4:36", cell: "J4")
  }

  @Test func whoLivesOnNeedsASuperior() async throws {
    let ended =
      "p,Phòng P,,phong,,,,,30/6/2025,xa;thpt-b,\nxa,UBND xã,,ubnd,,,,01/7/2025,,,\n"
      + "d,Trường D,,truong,th,p,,,,,\n"
    let found = try await units(ended)
      .expect("unit.superior-ended", .warning, at: "units.csv:6:1", cell: "A6")
    #expect(found.summary.contains("01/7/2025") && found.summary.contains("nhiều đơn vị kế thừa"))
    let parents = "unit,parent,kind,from,to\nd,xa,chu-quan,01/7/2025,\n"
    let sound = try await units(ended).with("parents.csv", parents).read().problems
    #expect(!sound.contains { $0.id == "unit.superior-ended" })
  }

  @Test func entriesDoNotOverlap() async throws {
    try await parents("thpt-b,xa-cu,chu-quan,,01/7/2025\nthpt-b,xa,chu-quan,01/7/2025,\n")
      .expect("parent.overlap", at: "parents.csv:3:1", cell: "A3")
    let sound = try await parents(
      "thpt-b,xa-cu,chu-quan,,30/6/2025\nthpt-b,xa,chu-quan,01/7/2025,\n"
        + "thpt-b,so-a,chuyen-mon,,\n"
    ).read().problems
    #expect(!sound.contains { $0.severity == .error })
    try await parents("thpt-b,xa-cu,chu-quan,01/7/2025,30/6/2025\n")
      .expect("period.ends-before-start", at: "parents.csv:2:1", cell: "A2")
  }

  @Test func datedLoopsAreTold() async throws {
    let found = try await parents("so-a,thpt-b,chu-quan,01/7/2025,\n")
      .expect("unit.parent-loop", at: "units.csv:2:1", cell: "A2")
    #expect(found.summary.contains("so-a → thpt-b → so-a"))
    try await parents("xa-cu,xa-cu,chuyen-mon,,\n")
      .expect("unit.parent-loop", at: "units.csv:5:1", cell: "A5")
  }

  private func members(_ rows: String) -> Sample {
    units("d,Trường D,,truong,th,so-a,,01/9/2020,,,\n")
      .with("memberships.csv", "cluster,unit,from,to,leader\n" + rows)
  }

  @Test func membershipsDoNotOverlap() async throws {
    try await members("khoi-1,d,01/9/2023,31/8/2024,\nkhoi-1,d,31/8/2024,,\n")
      .expect("membership.overlap", at: "memberships.csv:3:8", cell: "B3")
    try await members("khoi-1,thpt-b,01/9/2023,,\n")
      .expect("membership.twice", .warning, at: "memberships.csv:2:8", cell: "B2")
    try await members("khoi-1,d,01/9/2019,,\n")
      .expect("membership.outside-validity", .warning, at: "memberships.csv:2:8", cell: "B2")
    let sound = try await members("khoi-1,d,01/9/2023,31/8/2024,có\nkhoi-1,d,01/9/2024,,\n").read()
    #expect(!sound.problems.contains { $0.rule?.code == "L24" })
  }

  @Test func oneLeaderAtATime() async throws {
    let two = "khoi-1,d,01/9/2023,,có\nkhoi-1,so-a,01/01/2024,,có\n"
    try await members(two)
      .expect("membership.two-leaders", .warning, at: "memberships.csv:3:8", cell: "B3")
  }

  @Test func storiesOfUnitsThatAreNotThereYet() async throws {
    try await units("d,Trường D,,truong,th,so-a,,01/01/2025,,,\n")
      .replacing("unit: thpt-b\n", with: "unit: d\n", in: "stories/2024/tu-sach.md")
      .expect("unit.outside-validity", .warning, at: "stories/2024/tu-sach.md:2:8")
  }

  @Test func anOldIdIsOneUnitsAlone() async throws {
    try await units("d,Trường D,thpt-b,truong,th,so-a,,,,,\n")
      .expect("content.duplicate-key", at: "units.csv:4:1", cell: "A4")
    try await units("d,Trường D,cu,truong,th,,,,,,\ne,Trường E,cu,truong,th,,,,,,\n")
      .expect("content.duplicate-key", at: "units.csv:5:1", cell: "A5")
    let found = try await units("d,Trường D,truong-cu,truong,th,truong-cu,,,,,\n")
      .expect("reference.unknown-unit", at: "units.csv:4:32", cell: "F4")
    #expect(found.help?.contains("Mã này nay là “d”.") == true)
  }
}
