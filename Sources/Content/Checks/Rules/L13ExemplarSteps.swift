import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let exemplarSteps = Check(
    "L13", .warning,
    Phrase("Điển hình dừng lại hoặc bỏ bước", en: "Exemplar stuck or step skipped"),
    explanation: Phrase(
      "Nhật ký của điển hình đi theo quy trình của phong trào (4 khâu hoặc 5 bước), đúng thứ tự, "
        + "không bỏ bước, không ghi trước việc chưa làm.",
      en: "The log of an exemplar follows the track of its campaign (4 stages or 5 steps), in "
        + "order, skipping none and telling nothing before it was done."),
    remedy: Phrase("Sửa hoặc bổ sung steps.csv.", en: "Mend or complete steps.csv."),
    citation:
      "Kế hoạch Phú Yên 2021-2025 và Đắk Nông 2020-2025 (4 khâu); Bến Tre 2024-2025 (5 bước)"
  ) { context, log in
    for campaign in context.archive.campaigns {
      for exemplar in campaign.exemplars {
        let order = campaign.track.map(Exemplar.Step.steps(of:)) ?? track(of: exemplar)
        examine(exemplar, order, of: campaign, now: context.now, into: &log)
        sequence(of: exemplar, order, into: &log)
      }
    }
  }

  private static func examine(
    _ exemplar: Exemplar, _ order: [Exemplar.Step], of campaign: Campaign, now: PlainDate,
    into log: inout CheckLog
  ) {
    for step in exemplar.steps where !order.contains(step.step) {
      let names = order.map(\.rawValue).joined(separator: ", ")
      log.tell(
        "exemplar.wrong-track", at: step.location, record: exemplar.id,
        Phrase(
          "Bước “\(step.step.title)” không thuộc quy trình của phong trào “\(campaign.id)”.",
          en: "Step “\(step.step.rawValue)” is not on the track of campaign “\(campaign.id)”."),
        help: Phrase("Các bước: \(names).", en: "The steps are: \(names)."))
    }
    for step in exemplar.steps where step.date > now {
      log.tell(
        "exemplar.step-in-future", at: step.location, record: exemplar.id,
        Phrase(
          "Bước “\(step.step.title)” ghi ngày \(step.date.short), sau ngày dựng trang.",
          en: "Step “\(step.step.rawValue)” is dated \(step.date.short), after the build."),
        help: Phrase("Chỉ ghi bước đã làm xong.", en: "Log only what has been done."))
    }
  }

  private static func track(of exemplar: Exemplar) -> [Exemplar.Step] {
    let stages = Exemplar.Step.steps(of: .fourStages)
    return exemplar.steps.allSatisfy { stages.contains($0.step) }
      ? stages : Exemplar.Step.steps(of: .fiveSteps)
  }

  private static func sequence(
    of exemplar: Exemplar, _ order: [Exemplar.Step], into log: inout CheckLog
  ) {
    let first = order.map { wanted in
      exemplar.steps.filter { $0.step == wanted }.min { $0.date < $1.date }
    }
    for (index, step) in first.enumerated() {
      guard let step else { continue }
      if let earlier = first[..<index].last(where: { $0.map { $0.date > step.date } ?? false }),
        let earlier
      {
        log.tell(
          "exemplar.step-order", at: step.location, record: exemplar.id,
          Phrase(
            "Bước “\(step.step.title)” (\(step.date.short)) đứng trước bước "
              + "“\(earlier.step.title)” (\(earlier.date.short)).",
            en: "Step “\(step.step.rawValue)” (\(step.date.short)) comes before step "
              + "“\(earlier.step.rawValue)” (\(earlier.date.short))."),
          help: Phrase("Kiểm tra lại ngày của hai bước.", en: "Check the dates of both steps."),
          notes: [
            (
              Phrase("Bước kia ở \(earlier.location).", en: "The other is at \(earlier.location)."),
              earlier.location
            )
          ])
      } else if index > 0, first[index - 1] == nil {
        let missing = order[index - 1]
        log.tell(
          "exemplar.step-skipped", at: step.location, record: exemplar.id,
          Phrase(
            "Điển hình “\(exemplar.id)” có bước “\(step.step.title)” mà chưa có bước "
              + "“\(missing.title)”.",
            en: "Exemplar “\(exemplar.id)” has step “\(step.step.rawValue)” but no step "
              + "“\(missing.rawValue)”."),
          help: Phrase(
            "Ghi thêm bước còn thiếu vào steps.csv.", en: "Add the missing step to steps.csv."))
      }
    }
  }
}
