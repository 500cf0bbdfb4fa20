import Campaigns
import Content
import Diagnostics
import Testing
import Vietnamese

@Suite("Checks of targets and results: L05–L10")
struct TargetCheckTests {
  private let targets = "campaigns/thi-dua/targets.csv"
  private let results = "campaigns/thi-dua/results.csv"
  private static let head =
    "id,verbatim,comparator,value,value_high,unit_of_measure,baseline,baseline_at,window,years,"
    + "measure,deadline,parent,joint,excludes,group,owner,applies_to,dimension\n"

  /// A sheet of targets, each line `id|sentence|comparator|column=value…`.
  private func sample(_ lines: String..., results rows: [String] = []) -> Sample {
    let columns = Self.head.dropLast().split(separator: ",").map(String.init)
    let table = lines.map { line -> String in
      let parts = line.split(separator: "|").map(String.init)
      var cells = ["id": parts[0], "verbatim": parts[1], "comparator": parts[2]]
      cells.merge(["unit_of_measure": "%", "deadline": "31/12/2025", "owner": "so-a"]) { $1 }
      for pair in parts.dropFirst(3) {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        cells[String(sides[0])] = String(sides[1])
      }
      return columns.map { cells[$0] ?? "" }.joined(separator: ",")
    }
    return Sample().with(targets, Self.head + table.joined(separator: "\n") + "\n")
      .with("units/thpt-b/results.csv", nil)
      .with(
        results,
        "target,unit,period,value,numerator,denominator,status\n"
          + rows.map { $0 + "\n" }.joined())
  }

  private func ids(_ sample: Sample) async throws -> [String] {
    try await sample.read().problems.map(\.id)
  }

  // MARK: L05

  @Test func whatATargetMustSay() async throws {
    let told = try await sample("a|cơ bản đạt|qualitative|deadline=|owner=")
      .expect("target.incomplete", .warning, at: "\(targets):2:1", cell: "A2")
    #expect(told.summary.contains("số lượng, thời hạn, đơn vị chịu trách nhiệm"))
    let fall = try await sample("a|giảm 0.3%|reduceBy|value=0.3")
      .expect("target.incomplete", .warning, at: "\(targets):2:1", cell: "A2")
    #expect(fall.summary.contains("mốc so sánh, thời điểm mốc, % là điểm phần trăm"))
    let whole = sample(
      "a|giảm 0.3%|reduceBy|value=0.3|baseline=5|baseline_at=2023|measure=points")
    #expect(try await ids(whole) == [])
  }

  @Test func theNumberStandsInTheSentence() async throws {
    try await sample("a|đạt 62% trở lên|reach|value=26")
      .expect("target.not-in-sentence", .warning, at: "\(targets):2:1", cell: "A2")
    try await sample("a|đạt 162%|reach|value=62")
      .expect("target.not-in-sentence", .warning, at: "\(targets):2:1", cell: "A2")
    #expect(try await ids(sample("a|toàn bộ các trường|all|value=100")) == [])
  }

  @Test func agesAreNoRange() async throws {
    let read = try await sample("a|trẻ 3-5 tuổi đạt 75%|reach|value=75|dimension=age=3-5").read()
    let target = try #require(read.archive?.campaigns.first?.targets.first)
    #expect(read.problems.isEmpty)
    #expect(target.comparator == .reach && target.valueHigh == nil)
    #expect(target.dimension?.ages == 3...5)
    try await sample("a|đạt 75%|reach|value=75|dimension=tuổi 3-5")
      .expect("target.dimension", at: "\(targets):2:49", cell: "S2")
  }

  // MARK: L06

  @Test func nothingAfterTheDeadline() async throws {
    let due = "a|đạt 62%|reach|value=62|deadline=31/12/2024"
    try await sample(due).expect(
      "target.without-result", .warning, at: "\(targets):2:1", cell: "A2")
    let draft = try await sample(due, results: ["a,so-a,2024,,2,3,draft"])
      .expect("target.without-result", .warning, at: "\(targets):2:1", cell: "A2")
    #expect(draft.summary.contains("chỉ có số liệu nháp"))
    #expect(try await ids(sample(due, results: ["a,so-a,2024,,2,3,"])) == [])
    #expect(try await ids(sample("a|đạt 62%|reach|value=62")) == [])
  }

  @Test func nothingAtTheReviewOfAPhase() async throws {
    let campaign = "campaigns/thi-dua/campaign.md"
    let reviewed = try sample(
      "a|đạt 62%|reach|value=62", results: ["a,so-a,2024,,2,3,"]
    ).replacing("to: \"2023\"", with: "to: \"2023\"\n    review: so-ket", in: campaign)
    let told =
      try await reviewed
      .expect("target.without-result", .warning, at: "\(campaign):14:11")
    #expect(told.rule?.record == "thi-dua/gd-1")
    let rows = "target,unit,period,numerator,denominator\na,so-a,2023,2,3\n"
    #expect(try await ids(reviewed.with(results, rows)) == [])
  }

  // MARK: L07

  @Test func noCountIsNegative() async throws {
    let count = "a|có 20 trường|countAt|value=20|unit_of_measure=trường"
    try await sample(count, results: ["a,so-a,2024,-3,,,"])
      .expect("result.negative", at: "\(results):2:13", cell: "D2")
    let gain = "a|tăng 20 trường|increaseBy|value=20|unit_of_measure=trường"
    #expect(try await ids(sample(gain, results: ["a,so-a,2024,-3,,,"])) == [])
  }

  // MARK: L08

  @Test func aboveTheRange() async throws {
    let range = "a|15-20% xuất sắc|range|value=15|value_high=20"
    try await sample(range, results: ["a,so-a,2024,,6,28,"])
      .expect("result.outside-range", .warning, at: "\(results):2:14", cell: "E2")
    #expect(try await ids(sample(range, results: ["a,so-a,2024,,5,28,"])) == [])
    // Below it is told when the day has come.
    #expect(try await ids(sample(range, results: ["a,so-a,2024,,4,28,"])) == [])
    try await sample(range + "|deadline=31/12/2024", results: ["a,so-a,2024,,4,28,"])
      .expect("result.outside-range", .warning, at: "\(results):2:14", cell: "E2")
  }

  // MARK: L09

  @Test func aPartIsNotLargerThanItsWhole() async throws {
    let nested = { (row: String) in
      sample(
        "a|đạt 100%|all|value=100", "b|trong đó 20%|reach|value=20|parent=a",
        results: ["a,so-a,2024,,8,10,", row])
    }
    try await nested("b,so-a,2024,,9,10,")
      .expect("result.part-too-large", at: "\(results):3:14", cell: "E3")
    try await nested("b,so-a,2024,,8,11,")
      .expect("result.part-too-large", at: "\(results):3:14", cell: "E3")
    #expect(try await ids(nested("b,so-a,2024,,8,8,")) == [])
    #expect(try await ids(nested("b,so-a,2023,,9,10,")) == [])
  }

  @Test func bothIsNoMoreThanEach() async throws {
    let joint = { (goal: Int, row: String) in
      sample(
        "a|đạt 80%|reach|value=80", "b|đạt 100%|all|value=100",
        "c|đạt \(goal)% cả hai|reach|value=\(goal)|joint=a;b",
        results: ["a,so-a,2024,,9,12,", "b,so-a,2024,,11,12,", row])
    }
    try await joint(80, "c,so-a,2024,,10,12,")
      .expect("result.joint-too-large", at: "\(results):4:14", cell: "E4")
    try await joint(90, "c,so-a,2024,,9,12,")
      .expect("result.joint-too-large", at: "\(targets):4:1", cell: "A4")
    #expect(try await ids(joint(80, "c,so-a,2024,,9,12,")) == [])
  }

  @Test func exclusiveSharesAreNotMoreThanAll() async throws {
    let shares = { (rest: Int) in
      sample(
        "a|20% xuất sắc|reach|value=20", "b|75% hoàn thành tốt|reach|value=75|excludes=a",
        results: ["a,so-a,2024,,2,10,", "b,so-a,2024,,\(rest),10,"])
    }
    try await shares(9).expect("result.shares-too-large", at: "\(results):3:14", cell: "E3")
    #expect(try await ids(shares(8)) == [])
  }

  @Test func theWholeIsTheSumOfItsUnits() async throws {
    let sum = { (rows: String...) in
      sample(
        "a|có 20 trường|countAt|value=20|unit_of_measure=trường",
        results: ["a,so-a,2024,5,,,"] + rows)
    }
    let wrong = try await sum("a,thpt-b,2024,4,,,")
      .expect("result.sum-mismatch", at: "\(results):2:13", cell: "D2")
    #expect(wrong.rule?.record == "a/so-a")
    #expect(try await ids(sum("a,thpt-b,2024,5,,,")) == [])
    #expect(try await ids(sum()) == [])
  }

  @Test func aUnitMissingFromTheSum() async throws {
    let units =
      "id,name,kind,level,parent,clusters,head\n"
      + "so-a,Sở A,so,,,,\nthpt-b,Trường THPT B,truong,thpt,so-a,khoi-1,\n"
      + "th-c,Trường C,truong,th,so-a,,\n"
    let sheet = sample(
      "a|có 20 trường|countAt|value=20|unit_of_measure=trường",
      results: ["a,so-a,2024,5,,,", "a,thpt-b,2024,4,,,"]
    ).with("units.csv", units)
    try await sheet.expect("result.unit-missing", .warning, at: "\(results):2:13", cell: "D2")
  }

  // MARK: L10

  private let total =
    "a|tăng hơn 50 trường|increaseBy|value=50|unit_of_measure=trường"
    + "|group=Chuẩn|window=overPeriod"
  private let average =
    "b|bình quân 10 trường|averagePerYear|value=10|unit_of_measure=trường"
    + "|group=Chuẩn"

  @Test func anAverageThatFallsShortOfTheTotal() async throws {
    try await sample(total + "|years=", average + "|years=4")
      .expect("target.total-average", .warning, at: "\(targets):3:1", cell: "A3")
    #expect(try await ids(sample(total, average + "|years=5")) == [])
    #expect(try await ids(sample(total, average.replacingGroup + "|years=4")) == [])
  }

  @Test func howManyYears() async throws {
    try await sample(average)
      .expect("target.years-unclear", .warning, at: "\(targets):2:1", cell: "A2")
  }

  @Test func bothCountTheSame() async throws {
    let rows = { (count: Int) in
      sample(
        total, average + "|years=5",
        results: ["a,so-a,2024,\(count),,,", "b,so-a,2024,3,,,"])
    }
    try await rows(4).expect("result.total-average", .warning, at: "\(results):2:13", cell: "D2")
    #expect(try await ids(rows(3)) == [])
  }

  // MARK: Chỉ số

  @Test func indicatorsAreNamesUntilThereIsATable() async throws {
    let named = try Sample().replacing(",owner", with: ",owner,indicator", in: targets)
      .replacing(",,so-a", with: ",,so-a,chuan", in: targets)
      .replacing("thpt,so-a", with: "thpt,so-a,", in: targets)
    #expect(try await ids(named) == [])
    let table = "id,name,unit_of_measure,direction\nkhac,Khác,%,up\n"
    try await named.with("indicators.csv", table)
      .expect("reference.unknown-indicator", at: "\(targets):2:57", cell: "J2")
    let known = table + "chuan,Trường chuẩn,%,up\n"
    #expect(try await ids(named.with("indicators.csv", known)) == [])
  }
}

extension String {
  fileprivate var replacingGroup: String {
    split(separator: "|").map { $0.hasPrefix("group=") ? "group=Khác" : String($0) }
      .joined(separator: "|")
  }
}
