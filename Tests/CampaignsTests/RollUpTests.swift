import Campaigns
import Testing
import Vietnamese

@Suite("Figures added up along the tree")
struct RollUpTests {
  let share = target(.reach, "30")

  @Test func numeratorsAreAddedNotPercentagesAveraged() {
    let judged = roll(share, [row("a", "2024", "45/50"), row("b", "2024", "1/100")])
    #expect(judged.valueText == "30,67%")
    #expect(judged.state == .exceeded)
    #expect(judged.figure?.numerator == n("46"))
    #expect(judged.figure?.denominator == n("150"))
    #expect(judged.figure?.isRolledUp == true)
    #expect(judged.figure?.reporting == 2)
    #expect(judged.figure?.sources.count == 2)
  }

  @Test func aPercentageWithoutNumeratorsIsUnknownAbove() {
    let rows = [row("a", "2024", "90"), row("b", "2024", "1/100")]
    let above = roll(share, rows)
    #expect(above.state == .incomplete)
    #expect(above.reason.contains("không lấy trung bình"))
    #expect(roll(share, rows, seenFrom: "a").state == .exceeded)
  }

  @Test func missingUnitsAreNamedAndDraftsCarried() {
    let partial = roll(share, [row("a", "2024", "45/50", isDraft: true)])
    #expect(partial.figure?.missing == ["b"])
    #expect(partial.figure?.isDraft == true)
    #expect(partial.reason.contains("còn 1 đơn vị chưa có số liệu; có số liệu chưa xác nhận"))
    let blank = roll(share, [row("a", "2024", "45/50"), row("b", "2024", "", note: "nợ")])
    #expect(blank.figure?.missing == ["b"])
    #expect(blank.figure?.isDraft == false)
  }

  @Test func schoolsBelowASilentOfficeAreMissingEach() {
    let schools = target(.reach, "30") { $0.appliesTo = ["truong"] }
    let units =
      family + [
        unit("phong2", under: "so", .division), unit("d", under: "phong2"),
        unit("e", under: "phong2"),
      ]
    let judged = roll(
      schools, [row("a", "2024", "1/2"), row("b", "2024", "1/2")], units: units)
    #expect(judged.figure?.missing == ["d", "e"])
  }

  @Test func onlyParticipantsCanBeMissing() {
    let judged = roll(share, [row("a", "2024", "1/2")], participants: ["a"])
    #expect(judged.figure?.missing == [])
  }

  @Test func countsAreSummed() {
    let count = target(.countAt, "344", of: "trường")
    let judged = roll(count, [row("a", "2024", "300"), row("b", "2024", "44")])
    #expect(judged.valueText == "344 trường")
    #expect(judged.state == .met)
    // A count given out of a whole stays a count.
    let parts = roll(count, [row("a", "2024", "300/400"), row("b", "2024", "44/50")])
    #expect(parts.valueText == "344 trường")
  }

  @Test func aMiddleUnitsOwnRowStandsForItsSchools() {
    let rows = [row("phong", "2024", "60/200"), row("a", "2024", "45/50"), row("b", "2024", "1/9")]
    let above = roll(share, rows)
    #expect(above.figure?.numerator == n("60"))
    #expect(above.figure?.denominator == n("200"))
    #expect(above.figure?.missing == [])
  }

  @Test func aMiddleRowWithoutNumberHidesNobody() {
    let rows = [row("phong", "2024", "", note: "Đã nhắc"), row("a", "2024", "1/2")]
    #expect(roll(share, rows).figure?.numerator == n("1"))
    #expect(roll(share, rows, seenFrom: "phong").figure?.missing == ["b"])
  }

  @Test func unitsOutsideThePeriodAreNotMissing() {
    var units = family
    units[3].validTo = PlainDate(year: 2023, month: 12, day: 31)
    units.append(
      unit("c", under: "phong") { $0.validFrom = PlainDate(year: 2025, month: 1, day: 1) })
    #expect(roll(share, [row("a", "2024", "1/2")], units: units).figure?.missing == [])
    units[3].validTo = PlainDate(year: 2024, month: 1, day: 1)
    #expect(roll(share, [row("a", "2024", "1/2")], units: units).figure?.missing == ["b"])
  }

  @Test(arguments: [Comparator.improve, .reduce, .reduceBy])
  func indexesAreNotAddedUp(_ comparator: Comparator) {
    let index = target(comparator, "1", of: "điểm") { $0.baseline = n("5") }
    #expect(roll(index, [row("a", "2024", "4"), row("b", "2024", "4")]).state == .unknown)
  }

  @Test func rollingUpCanBeSwitchedOff() {
    let own = target(.reach, "1", of: "trường") { $0.rollsUp = false }
    #expect(roll(own, [row("a", "2024", "4")]).figure == nil)
  }

  @Test func clustersAddUpTheirMembers() {
    let units = ["x", "y", "z"].map { id in unit(id) { $0.clusters = id == "z" ? [] : ["cum-1"] } }
    let yearly = target(.averagePerYear, "4", of: "mô hình")
    let rows = [
      row("x", "2023", "3"), row("y", "2023", "1"), row("x", "2024", "2"), row("y", "2024", "2"),
      row("z", "2024", "50"),
    ]
    let whole = campaign(owner: "x", [yearly], rows, participants: ["y", "z"], in: "2023-2025")
    let assessor = Assessor(directory(units, [whole]))
    let judged = assessor.assess(yearly, cluster: "cum-1", period: .year(2024))
    #expect(judged.valueText == "4 mô hình")
    #expect(judged.state == .met)
    #expect(judged.reason.contains("tổng 2 năm là 8 mô hình"))
    let none = assessor.assess(yearly, cluster: "cum-2", period: .year(2024))
    #expect(none.state == .unknown)
  }

  @Test func periodsOfAUnitIncludeThoseOfItsSchools() {
    let whole = campaign([share], [row("a", "2024", "1/2"), row("b", "2023", "1/2")])
    let assessor = Assessor(directory(family, [whole]))
    #expect(assessor.periods(of: whole) == [.year(2023), .year(2024)])
    #expect(assessor.periods(of: whole, unit: "so") == [.year(2023), .year(2024)])
    #expect(assessor.periods(of: whole, unit: "a") == [.year(2024)])
    #expect(assessor.latestPeriod(of: whole, unit: "b") == .year(2023))
    #expect(assessor.latestPeriod(of: whole, unit: "nobody") == nil)
  }

  @Test func targetsConcernThoseWhoReportAndThoseAbove() {
    let units = family.map { one in
      var one = one
      if one.id == "a" { one.levels = [.preschool] }
      return one
    }
    let forPreschool = target(.reach, "1") { $0.appliesTo = ["mn"] }
    let whole = campaign([forPreschool], [])
    let assessor = Assessor(directory(units, [whole]))
    #expect(
      units.filter { assessor.concerns(forPreschool, unit: $0) }.map(\.id) == ["so", "phong", "a"])
    #expect(units.filter { assessor.applies(forPreschool, to: $0) }.map(\.id) == ["a"])
    #expect(assessor.assess(whole, unit: units[3], period: .year(2024)).isEmpty)
    #expect(assessor.assess(whole, unit: units[1], period: .year(2024)).count == 1)
  }
}
