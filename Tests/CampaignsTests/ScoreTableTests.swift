import Campaigns
import Testing
import Vietnamese

@Suite("Score tables of clusters")
struct ScoreTableTests {
  private func criterion(
    _ id: String, in parent: String? = nil, _ max: String? = nil, _ kind: Criterion.Kind = .base,
    least: String? = nil
  ) -> Criterion {
    var criterion = Criterion(
      cluster: "k", period: period("2024"), id: id, text: id, kind: kind, max: max.map(n),
      needsEvidence: false, location: nowhere)
    criterion.parent = parent
    criterion.least = least.map(n)
    return criterion
  }

  private func scores(_ unit: String, _ given: [String: String]) -> [Score] {
    given.map { id, points in
      var score = Score(
        cluster: "k", period: period("2024"), criterion: id, unit: unit, location: nowhere)
      score.given = n(points)
      score.own = n(points)
      return score
    }
  }

  private func table(_ criteria: [Criterion], _ scores: [[Score]], _ units: [String]) -> ScoreTable
  {
    ScoreTable(
      cluster: "k", period: period("2024"), criteria: criteria, scores: scores.flatMap { $0 },
      members: units.map { unit($0) })
  }

  private var tree: [Criterion] {
    [
      criterion("b", "40"), criterion("a2", in: "a", "20"), criterion("a", "60"),
      criterion("a1", in: "a", "40"),
    ]
  }

  @Test func linesFollowTheTreeInTheOrderOfTheFile() {
    let table = table(tree, [], [])
    #expect(table.lines.map(\.criterion.id) == ["b", "a", "a2", "a1"])
    #expect(table.lines.map(\.depth) == [0, 0, 1, 1])
    #expect(table.lines.map(\.isScored) == [true, false, true, true])
    #expect(table.maximum == n("100"))
  }

  @Test func partsAddUpAndThePartsAbove() throws {
    let table = table(tree, [scores("x", ["a1": "39,5", "a2": "18", "b": "40"])], ["x"])
    let sheet = try #require(table.sheets.first)
    #expect(sheet.given.lines.map { $0?.text } == ["40", "57,5", "18", "39,5"])
    #expect(sheet.given.total == n("97,5"))
    #expect(sheet.own.total == n("97,5"))
    #expect(sheet.rank == 1 && !sheet.isShared)
  }

  @Test func whatIsNotKnownIsNotZero() throws {
    let table = table(
      tree,
      [
        scores("x", ["a1": "40", "b": "40"]), scores("y", ["a1": "1", "a2": "0", "b": "1"]),
      ], ["x", "y", "z"])
    #expect(table.sheets.map(\.unit) == ["y", "x", "z"])
    #expect(table.sheets.map(\.rank) == [1, nil, nil])
    let incomplete = table.sheets[1]
    #expect(incomplete.given.total == nil)
    #expect(incomplete.missing.map { table.lines[$0].criterion.id } == ["a2"])
    #expect(incomplete.isOpen && !table.sheets[2].isOpen)
    #expect(table.sheets[2].missing.count == 3)
  }

  @Test func equalTotalsShareARankAndTheNextIsLeftOut() {
    let one = [criterion("c", "10")]
    let table = table(
      one,
      [
        scores("d", ["c": "7"]), scores("a", ["c": "9,0"]), scores("b", ["c": "9"]),
        scores("c", ["c": "10"]),
      ], ["a", "b", "c", "d"])
    #expect(table.sheets.map(\.unit) == ["c", "a", "b", "d"])
    #expect(table.sheets.map(\.rank) == [1, 2, 2, 4])
    #expect(table.sheets.map(\.isShared) == [false, true, true, false])
  }

  @Test func bonusesAreCappedAndPenaltiesTakenOff() throws {
    let criteria = [
      criterion("c", "90"), criterion("cong", "5", .bonus),
      criterion("m1", in: "cong", "3", .bonus), criterion("m2", in: "cong", "4", .bonus),
      criterion("tru", nil, .penalty), criterion("t1", in: "tru", "5", .penalty),
      criterion("t2", in: "tru", "5", .penalty),
    ]
    let table = table(
      criteria,
      [scores("x", ["c": "80", "m1": "3", "m2": "4", "t1": "1", "t2": "0,5"])], ["x"])
    #expect(table.sheets.first?.given.total == n("83,5"))
    // Neither adds to what the table can give.
    #expect(table.maximum == n("90"))
  }

  @Test func gradesComeFromTheTableAlone() {
    let c = criterion("c", "100")
    let grades = [
      criterion("kha", nil, .grade, least: "70"), criterion("tot", nil, .grade, least: "80"),
    ]
    func grade(_ points: String, _ grades: [Criterion]) -> String? {
      table([c] + grades, [scores("x", ["c": points])], ["x"]).sheets.first?.grade?.id
    }
    #expect(grade("95", []) == nil)
    #expect(grade("80", grades) == "tot")
    #expect(grade("79,5", grades) == "kha")
    #expect(grade("50", grades) == nil)
  }

  @Test func criteriaThatHangOnThemselvesAreLeftOut() {
    let loop = [criterion("a", in: "b", "1"), criterion("b", in: "a", "1"), criterion("c", "2")]
    #expect(table(loop, [], []).lines.map(\.criterion.id) == ["c"])
  }

  /// The order of the rows and of the members says nothing.
  @Test(arguments: 0..<20) func orderMakesNoDifference(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    let criteria = tree
    let units = ["a", "b", "c", "d", "e"]
    let all = units.flatMap { unit in
      scores(
        unit, ["a1": "\(random.next() % 3)", "a2": "1", "b": "\(random.next() % 2)"]
      ).filter { _ in random.next() % 6 > 0 }
    }
    let one = table(criteria, [all], units)
    let other = table(criteria, [all.shuffled(using: &random)], units.shuffled(using: &random))
    #expect(one.sheets.map(\.unit) == other.sheets.map(\.unit))
    #expect(one.sheets.map(\.rank) == other.sheets.map(\.rank))
    for sheet in one.sheets { #expect((sheet.rank == nil) == !sheet.missing.isEmpty) }
  }
}
