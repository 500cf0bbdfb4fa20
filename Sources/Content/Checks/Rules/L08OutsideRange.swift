import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let outsideRange = Check(
    "L08", .warning, Phrase("Kết quả ngoài khung", en: "Result outside the range"),
    explanation: Phrase(
      "Chỉ tiêu là một khung, như 15-20% hoàn thành xuất sắc: cao hơn khung là vượt tỷ lệ cho phép "
        + "chứ không phải vượt chỉ tiêu; thấp hơn khung được nhắc khi đã đến hạn.",
      en: "The target is a range, such as 15-20% rated excellent: above it is a quota exceeded, no "
        + "success; below it is told once the deadline has come."),
    remedy: Phrase(
      "Rà soát lại số liệu hoặc việc xếp loại.", en: "Review the figure or the rating."),
    citation:
      "Kế hoạch thi đua Đắk Lắk 2024: 15-20% tổ chức cơ sở Đảng hoàn thành xuất sắc nhiệm vụ"
  ) { context, log in
    for campaign in context.archive.campaigns {
      let ranges = campaign.targets.filter { $0.comparator == .range }
      if ranges.isEmpty { continue }
      for result in campaign.results {
        guard let target = ranges.first(where: { $0.id == result.target }),
          let low = target.value, let high = target.valueHigh,
          let figure = context.assessor.figure(target, unit: result.unit, period: result.period),
          let value = figure.value
        else { continue }
        let due = target.deadline?.last ?? campaign.period.to
        let isDue = result.period.span.map { $0.to >= due } ?? false
        guard value > high || (value < low && isDue) else { continue }
        let isAbove = value > high
        log.tell(
          "result.outside-range", at: result.location, record: result.key,
          Phrase(
            "\(target.text(of: value)) \(isAbove ? "cao hơn" : "thấp hơn") khung \(target.demand) "
              + "của chỉ tiêu “\(target.id)”.",
            en: "\(target.text(of: value)) is \(isAbove ? "above" : "below") the range "
              + "\(target.demand) of target “\(target.id)”."),
          help: Phrase(
            isAbove
              ? "Đây thường là tỷ lệ tối đa: kiểm tra lại việc xếp loại."
              : "Kiểm tra lại số liệu; đúng thì chỉ tiêu chưa đạt.",
            en: isAbove
              ? "Such a range is mostly a quota: check the rating."
              : "Check the figure; if it is right, the target is missed."))
      }
    }
  }
}
