import Campaigns
import Testing
import Vietnamese

@Suite("Verdicts of the comparators")
struct VerdictTests {
  @Test(arguments: [Comparator.reach, .atLeast, .countAt, .increaseBy, .ordinalAtLeast])
  func plainThresholdCountsTheBoundaryAsMet(_ comparator: Comparator) {
    let goal = target(comparator, "62", of: comparator == .increaseBy ? "trường" : "%")
    #expect(judge(goal, ("2024", "61,99")).state == .missed)
    #expect(judge(goal, ("2024", "62")).state == .met)
    #expect(judge(goal, ("2024", "62,01")).state == .exceeded)
    #expect(judge(goal).state == .unknown)
    #expect(judge(target(comparator), ("2024", "62")).state == .incomplete)
  }

  @Test func moreThanIsStrictAtTheBoundary() {
    let goal = target(.moreThan, "50")
    #expect(judge(goal, ("2024", "50")).state == .missed)
    #expect(judge(goal, ("2024", "50,00")).state == .missed)
    #expect(judge(goal, ("2024", "50,01")).state == .met)
    let more = target(.increaseBy, "50", of: "trường") { $0.isStrict = true }
    #expect(judge(more, ("2024", "50")).state == .missed)
    #expect(judge(more, ("2024", "51")).state == .met)
    #expect(more.demand == "tăng thêm trên 50 trường")
  }

  @Test func roundingDoesNotDecideAtTheBoundary() {
    #expect(judge(target(.reach, "80"), ("2024", "79996/100000")).state == .missed)
    #expect(judge(target(.moreThan, "80"), ("2024", "80004/100000")).state == .met)
    #expect(judge(target(.reach, "80"), ("2024", "4/5")).state == .met)
  }

  @Test func allMeansEveryOneOfThem() {
    let goal = target(.all, "100")
    #expect(judge(goal, ("2024", "50/50")).state == .met)
    // 99999/100000 shows as 100 with two decimals, and is still not all.
    #expect(judge(goal, ("2024", "99999/100000")).state == .missed)
    #expect(judge(goal, ("2024", "100")).state == .met)
    #expect(judge(goal, ("2024", "99,9")).state == .missed)
    #expect(judge(target(.all, of: "trường"), ("2024", "120")).state == .incomplete)
  }

  @Test func aboveTheRangeIsNoSuccess() {
    let goal = target(.range, "15") { $0.valueHigh = n("20") }
    #expect(judge(goal, ("2024", "14,99")).state == .missed)
    #expect(judge(goal, ("2024", "15")).state == .met)
    #expect(judge(goal, ("2024", "20")).state == .met)
    let above = judge(goal, ("2024", "20,01"))
    #expect(above.state == .missed)
    #expect(above.reason.contains("cao hơn khung 15–20%"))
    #expect(judge(target(.range, "15"), ("2024", "15")).state == .incomplete)
  }

  @Test func riseToNeedsARiseToo() {
    let goal = target(.riseTo, "76") { $0.baseline = n("76,5") }
    #expect(judge(goal, ("2024", "76")).state == .missed)
    #expect(judge(goal, ("2024", "76,5")).state == .missed)
    #expect(judge(goal, ("2024", "76,6")).state == .exceeded)
    // Without a written baseline, the period before serves.
    #expect(judge(target(.riseTo, "76"), ("2023", "78"), ("2024", "77")).state == .missed)
    #expect(judge(target(.riseTo, "76"), ("2023", "75"), ("2024", "76")).state == .met)
    #expect(judge(target(.riseTo, "76"), ("2024", "76")).reason.contains("chưa có mốc"))
  }

  @Test func theBaselineIsNotATermOfTheSameYear() {
    let goal = target(.improve)
    let whole = judge(goal, ("HK II 2023-2024", "90"), ("năm học 2023-2024", "85"))
    #expect(whole.state == .incomplete)
    #expect(judge(goal, ("HK I 2023-2024", "80"), ("HK II 2023-2024", "85")).state == .met)
  }

  @Test func maintainHoldsBaselineAndGoal() {
    let goal = target(.maintain, "100") { $0.baseline = n("100") }
    #expect(judge(goal, ("2024", "100")).state == .met)
    #expect(judge(goal, ("2024", "99,5")).state == .missed)
    let level = target(.maintain) { $0.baseline = n("98") }
    #expect(judge(level, ("2024", "98")).state == .met)
    #expect(judge(level, ("2024", "97")).state == .missed)
    #expect(judge(target(.maintain), ("2024", "97")).state == .incomplete)
  }

  @Test func reduceByCountsPercentagePoints() {
    let goal = target(.reduceBy, "0,3") { $0.baseline = n("1,2") }
    let met = judge(goal, ("2024", "0,9"))
    #expect(met.state == .met)
    #expect(met.reason.contains("giảm 0,3 điểm phần trăm so với đầu kỳ"))
    #expect(judge(goal, ("2024", "0,91")).state == .missed)
    #expect(judge(goal, ("2024", "0,8")).state == .exceeded)
    let risen = judge(goal, ("2024", "1,5"))
    #expect(risen.state == .missed)
    #expect(risen.reason.contains("tăng 0,3 điểm phần trăm"))
    #expect(judge(target(.reduceBy, "0,3"), ("2024", "0,9")).state == .incomplete)
    #expect(judge(target(.reduceBy, "0,3"), ("2023", "1,2"), ("2024", "0,9")).state == .met)
    let strict = target(.reduceBy, "0,3") {
      $0.baseline = n("1,2")
      $0.isStrict = true
    }
    #expect(judge(strict, ("2024", "0,9")).state == .missed)
  }

  @Test func improveAndReduceLookAtTheSign() {
    let up = target(.improve, of: "điểm") { $0.baseline = n("85") }
    #expect(judge(up, ("2024", "85,1")).state == .met)
    #expect(judge(up, ("2024", "85")).state == .missed)
    #expect(judge(up, ("2024", "84")).state == .missed)
    let down = target(.reduce) { $0.baseline = n("2") }
    #expect(judge(down, ("2024", "1,9")).state == .met)
    #expect(judge(down, ("2024", "2")).state == .missed)
    #expect(judge(target(.reduce), ("2024", "2")).state == .incomplete)
    let rank = target(.improve, of: "hạng") {
      $0.baseline = n("9")
      $0.direction = .down
    }
    #expect(judge(rank, ("2024", "7")).state == .met)
  }

  @Test func averagePerYearIsExact() {
    let goal = target(.averagePerYear, "3", of: "trường")
    #expect(judge(goal, ("2022", "2"), ("2023", "4"), ("2024", "3")).state == .met)
    #expect(judge(goal, ("2022", "2"), ("2023", "4"), ("2024", "2")).state == .missed)
    #expect(judge(goal, ("2022", "2"), ("2023", "4"), ("2024", "4")).state == .exceeded)
    // Ten in three years is more than 3,33 a year; a rounded quotient would say equal.
    let third = target(.averagePerYear, "3,33", of: "trường")
    #expect(judge(third, ("2022", "3"), ("2023", "3"), ("2024", "4")).state == .exceeded)
    #expect(judge(goal, ("giai đoạn 2021-2025", "15")).state == .met)
    let terms = judge(
      goal, ("HK I 2023-2024", "1"), ("năm học 2023-2024", "3"), in: "01/9/2023 - 31/5/2025")
    #expect(terms.reason.contains("tổng 1 năm là 3 trường"))
  }

  @Test func averageDoesNotPassOverAYearWithoutANumber() {
    let goal = target(.averagePerYear, "3", of: "trường")
    let judged = judge(goal, ("2023", ""), ("2024", "9"))
    #expect(judged.state == .incomplete)
    #expect(judged.reason.contains("năm 2023"))
  }

  @Test func everyYearHoldsInEach() {
    let goal = target(.everyYear, "2", of: "mô hình")
    #expect(judge(goal, ("2022", "2"), ("2023", "3"), ("2024", "2")).state == .met)
    let failed = judge(goal, ("2022", "2"), ("2023", "1"), ("2024", "5"))
    #expect(failed.state == .missed)
    #expect(failed.reason.contains("năm 2023"))
    let gap = judge(goal, ("2022", "2"), ("2024", "2"))
    #expect(gap.state == .incomplete)
    #expect(gap.reason.contains("năm 2023 chưa có số liệu"))
  }

  @Test func zeroAllowsNone() {
    let goal = target(.zero, of: "vụ")
    #expect(judge(goal, ("2024", "0")).state == .met)
    #expect(judge(goal, ("2024", "1")).state == .missed)
    #expect(judge(goal).state == .unknown)
  }

  @Test(arguments: [Comparator.byReference, .qualitative])
  func unquantifiedStaysSoWithOrWithoutNumber(_ comparator: Comparator) {
    #expect(judge(target(comparator)).state == .unquantified)
    #expect(judge(target(comparator), ("2024", "100")).state == .unquantified)
    let told = campaign([target(comparator)], [row("a", "2024", "", note: "Cơ bản khống chế.")])
    let assessor = Assessor(directory(family, [told]))
    let said = assessor.assess(target(comparator), unit: "a", period: .year(2024))
    #expect(said.reason == "Cơ bản khống chế.")
    #expect(said.valueText == "–")
  }

  @Test func theReasonReadsAsASentence() {
    let judged = judge(target(.atLeast, "80"), ("2024", "43/54"))
    #expect(judged.valueText == "79,63%")
    #expect(judged.reason == "Thực hiện 43/54 = 79,63%, thấp hơn chỉ tiêu 80%.")
    #expect(judge(target(.reach, "80")).reason == "Chưa có đơn vị nào báo cáo số liệu.")
  }
}
