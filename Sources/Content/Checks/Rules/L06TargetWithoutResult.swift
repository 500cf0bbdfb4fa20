import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let targetWithoutResult = Check(
    "L06", .warning, Phrase("Chỉ tiêu chưa có kết quả", en: "Target without a result"),
    explanation: Phrase(
      "Đã qua thời hạn của chỉ tiêu, hoặc ngày sơ kết, tổng kết của giai đoạn, mà chưa đơn vị nào "
        + "có kết quả đã xác nhận.",
      en: "The deadline of the target, or the review of the phase, has passed and no unit has a "
        + "confirmed result."),
    remedy: Phrase(
      "Nhập kết quả vào results.csv, hoặc xác nhận số liệu còn là nháp.",
      en: "Enter the result in results.csv, or confirm the draft."),
    citation:
      "Kế hoạch thi đua Đắk Lắk 2024: tổng hợp kết quả thực hiện; sơ kết, tổng kết của cả năm kế "
      + "hoạch"
  ) { context, log in
    for campaign in context.archive.campaigns {
      let results = Dictionary(grouping: campaign.results, by: \.target)
      var unreported = Set<String>()
      for target in campaign.targets {
        let due = target.deadline?.last ?? campaign.period.to
        let own = results[target.id] ?? []
        guard due < context.now, !own.contains(where: \.isConfirmed) else { continue }
        unreported.insert(target.id)
        tell(target, due: due, hasDraft: !own.isEmpty, into: &log)
      }
      for phase in campaign.phases where phase.review != nil {
        let due = phase.due?.last ?? phase.span.to
        // A unit that was merged before that day holds no review.
        guard due < context.now,
          context.directory.unit(campaign.owner)?.exists(on: due) ?? true
        else { continue }
        // What has no number is judged in the words of the review itself.
        let lacking = campaign.targets.filter { target in
          !target.comparator.isUnquantified && !unreported.contains(target.id)
            && (target.deadline.map { $0.last > due } ?? true)
            && !(results[target.id] ?? []).contains { $0.isConfirmed && $0.speaks(of: phase.span) }
        }
        if !lacking.isEmpty { tell(phase, of: campaign, lacking, into: &log) }
      }
    }
  }

  private static func tell(
    _ target: Target, due: PlainDate, hasDraft: Bool, into log: inout CheckLog
  ) {
    log.tell(
      "target.without-result", at: target.location, record: target.id,
      Phrase(
        "Chỉ tiêu “\(target.id)” đã hết hạn ngày \(due.short) mà "
          + (hasDraft ? "chỉ có số liệu nháp." : "chưa có kết quả nào."),
        en: "Target “\(target.id)” was due on \(due.short) and "
          + (hasDraft ? "has only drafts." : "has no result.")),
      help: hasDraft
        ? Phrase(
          "Xác nhận số liệu: bỏ chữ nháp ở cột “status” của results.csv.",
          en: "Confirm the figures: remove “draft” from “status” in results.csv.")
        : Phrase(
          "Nhập kết quả vào results.csv; chỉ tiêu không lượng hóa thì ghi đánh giá ở “note”.",
          en: "Enter results in results.csv; for a target without a quantity, a note."))
  }

  private static func tell(
    _ phase: Campaign.Phase, of campaign: Campaign, _ lacking: [Target], into log: inout CheckLog
  ) {
    let named = lacking.prefix(5).map { "“\($0.id)”" }.joined(separator: ", ")
    let rest = lacking.count > 5 ? "…" : ""
    log.tell(
      "target.without-result", at: phase.location, record: "\(campaign.id)/\(phase.id)",
      Phrase(
        "\(phase.name) đã đến kỳ tổng kết mà \(lacking.count) chỉ tiêu chưa có kết quả xác nhận: "
          + named + rest + ".",
        en: "\(phase.name) is over and \(lacking.count) targets have no confirmed result in it: "
          + named + rest + "."),
      help: Phrase(
        "Nhập kết quả của giai đoạn vào results.csv.", en: "Enter the results of the phase."))
  }
}

extension TargetResult {
  /// Whether the figure is of a time within the phase, or that ends in it.
  fileprivate func speaks(of span: DateSpan) -> Bool {
    guard let own = period.span else { return false }
    return own.to >= span.from && own.from <= span.to
  }
}
