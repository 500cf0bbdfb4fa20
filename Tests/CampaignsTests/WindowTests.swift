import Testing
import Vietnamese

@testable import Campaigns

@Suite("Windows, measures, dimensions and drafts")
struct WindowTests {
  @Test func overAPeriodCountsAreAddedUp() {
    let total = target(.increaseBy, "10", of: "trường") { $0.statedWindow = .overPeriod }
    let judged = judge(total, ("2021", "4"), ("2022", "3"), ("2023", "3"))
    #expect(judged.state == .met)
    #expect(judged.valueText == "3 trường")
    #expect(judged.reason.contains("cộng cả giai đoạn là 10 trường"))
    let date = target(.increaseBy, "10", of: "trường")
    #expect(judge(date, ("2021", "4"), ("2022", "3"), ("2023", "3")).state == .missed)
  }

  @Test func aYearWithoutFigureLeavesTheSumOpen() {
    let total = target(.increaseBy, "10", of: "trường") { $0.statedWindow = .overPeriod }
    let open = judge(total, ("2021", "4"), ("2023", "3"))
    #expect(open.state == .incomplete)
    #expect(open.reason.contains("năm 2022 chưa có số liệu"))
    // What is reached stays reached.
    #expect(judge(total, ("2021", "8"), ("2023", "3")).state == .exceeded)
  }

  @Test func overAPeriodASharesLastFigureStands() {
    let share = target(.moreThan, "80") { $0.statedWindow = .overPeriod }
    #expect(judge(share, ("2021", "30"), ("2022", "60"), ("2023", "81")).state == .met)
    let better = target(.improve) { $0.statedWindow = .overPeriod }
    #expect(judge(better, ("2021", "80"), ("2022", "95"), ("2023", "90")).state == .met)
    let now = target(.improve)
    #expect(judge(now, ("2021", "80"), ("2022", "95"), ("2023", "90")).state == .missed)
  }

  @Test func everyYearAsksEachYear() {
    let none = target(.zero, of: "vụ") { $0.statedWindow = .everyYear }
    #expect(judge(none, ("2022", "1"), ("2023", "0")).state == .missed)
    #expect(judge(none, ("2022", "0"), ("2023", "0")).state == .met)
    let fall = target(.reduceBy, "0,3") { $0.statedWindow = .everyYear }
    #expect(judge(fall, ("2021", "5"), ("2022", "4,7"), ("2023", "4,4")).state == .met)
    let failed = judge(fall, ("2021", "5"), ("2022", "4,8"), ("2023", "4"))
    #expect(failed.state == .missed)
    #expect(failed.reason.contains("năm 2022"))
  }

  /// “2020-2025” is six calendar years and, as a term, the five from 2021 on.
  @Test func theYearsOfATerm() {
    let yearly = target(.everyYear, "75") { $0.years = 5 }
    let rows = (2021...2023).map { ("\($0)", "80") }
    #expect(judge(yearly, rows, in: "2020-2025").state == .exceeded)
    #expect(judge(target(.everyYear, "75"), rows, in: "2020-2025").state == .incomplete)
    let average = target(.averagePerYear, "10", of: "trường") { $0.years = 5 }
    let figures = (2020...2025).map { ("\($0)", $0 == 2020 ? "0" : "10") }
    #expect(judge(average, figures, in: "2020-2025").state == .met)
    let six = target(.averagePerYear, "10", of: "trường")
    #expect(judge(six, figures, in: "2020-2025").state == .missed)
  }

  @Test func pointsAndPercent() {
    let told = { (measure: Target.Measure?, value: String) in
      judge(
        target(.reduceBy, "10") {
          $0.baseline = n("5")
          $0.measure = measure
        }, ("2024", value))
    }
    #expect(told(.percent, "4,5").state == .met)
    #expect(told(.percent, "4,51").state == .missed)
    #expect(told(.percent, "4,5").reason.contains("10% của mốc 5%"))
    #expect(told(.points, "4,5").state == .missed)
    #expect(told(nil, "4,5").state == .missed)
    #expect(told(nil, "4,5").reason.contains("kế hoạch không nói rõ nên hiểu là điểm phần trăm"))
    #expect(!told(.points, "4,5").reason.contains("không nói rõ"))
    let rise = target(.increaseBy, "10") {
      $0.baseline = n("50")
      $0.measure = .percent
    }
    #expect(judge(rise, ("2024", "55")).state == .met)
    #expect(judge(rise, ("2024", "54,9")).state == .missed)
  }

  @Test(arguments: [("85", TargetState.exceeded), ("70", .missed)])
  func aDraftJudgesNothing(_ value: String, _ firm: TargetState) {
    let goal = target(.reach, "80")
    let state = { (isDraft: Bool) in
      let whole = campaign([goal], [row("a", "2024", value, isDraft: isDraft)])
      return Assessor(directory(family, [whole])).assess(goal, unit: "a", period: .year(2024))
    }
    #expect(state(false).state == firm)
    #expect(state(true).state == .incomplete)
    #expect(state(true).valueText == "\(value)%")
    #expect(state(true).reason.contains("tạm tính"))
  }

  @Test func dimensionsAreRead() {
    #expect(Dimension.parse("level=th;thcs")?.levels == [.primary, .lowerSecondary])
    #expect(Dimension.parse("age=3-5")?.ages == 3...5)
    #expect(Dimension.parse("age=5")?.title == "5 tuổi")
    #expect(Dimension.parse("level=mn; age=3-5")?.title == "Mầm non, 3–5 tuổi")
    #expect(Dimension.parse("subject=Tiếng Anh")?.title == "môn Tiếng Anh")
    for wrong in [
      "", "3-5", "age=5-3", "age=", "age=a", "level=x", "tuoi=3", "subject=", "age=1-2-3",
    ] {
      #expect(Dimension.parse(wrong) == nil, "\(wrong)")
    }
  }

  /// Ids of targets are their campaign's own.
  @Test func campaignsMayUseTheSameIds() {
    let goal = target(.reach, "80")
    var other = campaign([target(.reach, "80") { $0.campaign = "d" }], [row("a", "2024", "90")])
    other.id = "d"
    let first = campaign([goal], [row("a", "2024", "70")])
    let assessor = Assessor(directory(family, [first, other]))
    #expect(assessor.assess(goal, unit: "a", period: .year(2024)).state == .missed)
    #expect(assessor.assess(other.targets[0], unit: "a", period: .year(2024)).state == .exceeded)
  }

  @Test func trendIsToldTermAgainstTerm() {
    let goal = target(.reach, "80")
    let rows = [
      row("a", "HK II 2022-2023", "70"), row("a", "2023", "95"), row("a", "HK I 2023-2024", "75"),
    ]
    let assessor = Assessor(directory(family, [campaign([goal], rows)]))
    let now = assessor.assess(goal, unit: "a", period: period("HK I 2023-2024"))
    #expect(assessor.trend(of: now).course == .up)
    #expect(assessor.trend(of: now).isGood == true)
    let year = assessor.assess(goal, unit: "a", period: .year(2023))
    #expect(assessor.trend(of: year).course == .unknown)
  }
}
