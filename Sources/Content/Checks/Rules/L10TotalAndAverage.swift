import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let totalAndAverage = Check(
    "L10", .warning, Phrase("Tổng và bình quân không khớp", en: "Total and average disagree"),
    explanation: Phrase(
      "Chỉ tiêu bình quân mỗi năm nhân với số năm phải khớp với chỉ tiêu cả giai đoạn cùng nhóm, "
        + "và tổng kết quả các năm phải khớp nhau; “2020-2025” có thể là 5 năm hoặc 6 năm.",
      en: "A yearly average times the years must agree with the total of the same group, and so "
        + "must their results; “2020-2025” may be five years or six."),
    remedy: Phrase(
      "Ghi số năm vào cột “years”; kế hoạch không khớp thì hỏi lại nơi ban hành.",
      en: "State the number of years in “years”; where the plan disagrees, ask who issued it."),
    citation:
      "Kế hoạch thi đua Đắk Nông 2020-2025: tăng thêm hơn 50 trường, bình quân 10 trường/năm"
  ) { context, log in
    for campaign in context.archive.campaigns {
      for average in campaign.targets where average.window == .averagePerYear {
        let years = years(of: average, in: campaign, into: &log)
        for total in campaign.targets where total.isTotal(of: average) {
          plan(total, average, years, into: &log)
          results(total, average, in: campaign, into: &log)
        }
      }
    }
  }

  private static func years(
    of target: Target, in campaign: Campaign, into log: inout CheckLog
  ) -> Int {
    if let years = target.years { return years }
    let calendar = campaign.period.to.year - campaign.period.from.year + 1
    if calendar > 1 {
      log.tell(
        "target.years-unclear", at: target.location, record: target.id,
        Phrase(
          "Chỉ tiêu bình quân “\(target.id)” không rõ tính \(calendar - 1) hay \(calendar) năm.",
          en: "It is not clear whether average “\(target.id)” counts \(calendar - 1) or "
            + "\(calendar) years."),
        help: Phrase(
          "Ghi số năm vào cột “years” (Số năm); chưa ghi thì tính \(calendar) năm.",
          en: "State it in the column “years”; until then \(calendar) are counted."))
    }
    return calendar
  }

  private static func plan(
    _ total: Target, _ average: Target, _ years: Int, into log: inout CheckLog
  ) {
    guard let goal = total.value, let each = average.value,
      let sum = each.multiplying(by: VNNumber(years)), !(sum == goal && !total.isStrict),
      !(sum > goal)
    else { return }
    log.tell(
      "target.total-average", at: average.location, record: average.id,
      Phrase(
        "Bình quân \(average.text(of: each)) trong \(years) năm là \(average.text(of: sum)), chưa "
          + "đủ chỉ tiêu “\(total.id)”: \(total.demand).",
        en: "An average of \(average.text(of: each)) over \(years) years is "
          + "\(average.text(of: sum)), short of target “\(total.id)”: \(total.demand)."),
      help: Phrase(
        "Kiểm tra số năm; hai chỉ tiêu của kế hoạch có thể chỉ khớp khi vượt mức bình quân.",
        en: "Check the years; the two may agree only where the average is exceeded."),
      notes: [
        (Phrase("Chỉ tiêu tổng ở đây.", en: "The total is here."), total.location)
      ])
  }

  /// Only figures of the same unit and period are compared, and only where the total counts what
  /// was done in each.
  private static func results(
    _ total: Target, _ average: Target, in campaign: Campaign, into log: inout CheckLog
  ) {
    guard total.window == .overPeriod else { return }
    var yearly: [String: VNNumber] = [:]
    for result in campaign.results where result.target == average.id {
      if let value = result.value { yearly["\(result.unit)/\(result.period.id)"] = value }
    }
    for result in campaign.results where result.target == total.id {
      guard let value = result.value,
        let other = yearly["\(result.unit)/\(result.period.id)"], other != value
      else { continue }
      log.tell(
        "result.total-average", at: result.location, record: result.key,
        Phrase(
          "\(result.period.name.capitalizedFirst): “\(total.id)” ghi \(total.text(of: value)), "
            + "“\(average.id)” ghi \(average.text(of: other)).",
          en: "\(result.period.id): “\(total.id)” has \(total.text(of: value)), “\(average.id)” "
            + "has \(average.text(of: other))."),
        help: Phrase(
          "Hai chỉ tiêu đếm cùng một việc nên số của từng kỳ phải bằng nhau.",
          en: "Both count the same thing, so their figures of a period must agree."))
    }
  }
}

extension Target {
  /// Whether it asks of the whole period what the other one asks of each year.
  fileprivate func isTotal(of average: Target) -> Bool {
    guard id != average.id, !isPercent, unitOfMeasure == average.unitOfMeasure,
      window != .averagePerYear, comparator == .increaseBy || window == .overPeriod
    else { return false }
    return (indicator != nil && indicator == average.indicator)
      || (group != nil && group == average.group)
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
