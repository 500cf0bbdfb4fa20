import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let exemplarSteps = Check(
    "L13", .warning,
    Phrase("Điển hình dừng lại hoặc bỏ bước", en: "Exemplar stuck or step skipped"),
    explanation: Phrase(
      "Nhật ký của điển hình đi theo quy trình của phong trào (4 khâu hoặc 5 bước), đúng thứ tự, "
        + "không bỏ bước, không ghi trước việc chưa làm. Phong trào còn chạy thì điển hình không "
        + "đứng lại quá số ngày đã định; bài chỉ đăng sau khi biểu dương (5 bước); phong trào kết "
        + "thúc thì điển hình đã được nhân rộng.",
      en: "The log of an exemplar follows the track of its campaign (4 stages or 5 steps), in "
        + "order, skipping none and telling nothing before it was done. While the campaign runs "
        + "it does not stand still for longer than agreed; a story comes after the commendation "
        + "(5 steps); at the campaign's end the example has been spread."),
    remedy: Phrase("Sửa hoặc bổ sung steps.csv.", en: "Mend or complete steps.csv."),
    citation:
      "Kế hoạch Phú Yên 2021-2025 và Đắk Nông 2020-2025 (4 khâu); Bến Tre 2024-2025 (5 bước)"
  ) { context, log in
    for campaign in context.archive.campaigns {
      for exemplar in campaign.exemplars {
        let order = exemplar.order(in: campaign)
        examine(exemplar, order, of: campaign, now: context.now, into: &log)
        sequence(of: exemplar, order, into: &log)
        if !exemplar.isClosed { progress(of: exemplar, order, in: campaign, context, into: &log) }
        evidence(of: exemplar, into: &log)
      }
    }
    publication(context, into: &log)
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

  /// While the campaign runs an exemplar moves on; when it is over the example has been spread.
  private static func progress(
    of exemplar: Exemplar, _ order: [Exemplar.Step], in campaign: Campaign,
    _ context: CheckContext, into log: inout CheckLog
  ) {
    // An empty log tells nothing, not that nothing was done.
    guard let latest = exemplar.steps.max(by: { $0.date < $1.date }) else { return }
    let patience = context.archive.settings.exemplarPatience
    let isFinished = order.last.map { last in exemplar.steps.contains { $0.step == last } } ?? true
    let silence = context.asOf.dayNumber - latest.date.dayNumber
    if campaign.period.contains(context.asOf), !isFinished, silence > patience {
      log.tell(
        "exemplar.stuck", at: latest.location, record: exemplar.id,
        Phrase(
          "Điển hình “\(exemplar.id)” đã \(silence) ngày không có bước mới, sau bước "
            + "“\(latest.step.title)” (\(latest.date.short)).",
          en: "Exemplar “\(exemplar.id)” has had no step for \(silence) days, since "
            + "“\(latest.step.rawValue)” (\(latest.date.short))."),
        help: Phrase(
          "Ghi bước đã làm vào steps.csv, hoặc ghi “closed” vào “status” nếu thôi theo dõi; số "
            + "ngày (\(patience)) đặt ở “exemplarPatience” của site.yaml.",
          en: "Log what was done in steps.csv, or close the exemplar with “status”; the number "
            + "of days (\(patience)) is “exemplarPatience” in site.yaml."))
    }
    let spreading = order.first(where: \.spreads)
    if campaign.period.to < context.asOf, let spreading,
      !exemplar.steps.contains(where: { $0.step.spreads })
    {
      log.tell(
        "exemplar.not-spread", at: exemplar.location, record: exemplar.id,
        Phrase(
          "Phong trào kết thúc \(campaign.period.to.short) mà điển hình “\(exemplar.id)” chưa có "
            + "bước “\(spreading.title)”.",
          en: "The campaign ended on \(campaign.period.to.short) and exemplar “\(exemplar.id)” "
            + "has no step “\(spreading.rawValue)”."),
        help: Phrase(
          "Ghi bước ấy vào steps.csv nếu đã làm, hoặc ghi “closed” vào “status”.",
          en: "Log the step in steps.csv if it was taken, or close the exemplar with “status”."))
    }
  }

  /// Only who has been commended is told of in public (5 bước, bước 2: “đã được biểu dương”).
  private static func publication(_ context: CheckContext, into log: inout CheckLog) {
    var commended: [String: Exemplar.LoggedStep] = [:]
    for campaign in context.archive.campaigns where campaign.track == .fiveSteps {
      for exemplar in campaign.exemplars {
        commended[exemplar.id] =
          exemplar.steps.filter { $0.step == .build }.min { $0.date < $1.date }
      }
    }
    if commended.isEmpty { return }
    let stories = context.archive.stories
    for place in stories.indices {
      guard let id = stories[place].exemplar, let step = commended[id],
        stories[place].date < step.date
      else { continue }
      let story = stories[place]
      log.tell(
        "exemplar.published-early", at: story.location, record: story.slug,
        Phrase(
          "Bài “\(story.title)” đăng ngày \(story.date.short), trước khi điển hình được biểu dương "
            + "(\(step.date.short)).",
          en: "Story “\(story.title)” is dated \(story.date.short), before the exemplar was "
            + "commended (\(step.date.short))."),
        help: Phrase(
          "Đăng bài sau bước “\(step.step.title)”, hoặc sửa ngày của bước.",
          en: "Publish after step “\(step.step.rawValue)”, or mend the date of the step."),
        notes: [
          (
            Phrase("Bước ấy ở \(step.location).", en: "The step is at \(step.location)."),
            step.location
          )
        ])
    }
  }

  /// One word for an exemplar: a log without papers may be right, but it cannot be shown to be.
  private static func evidence(of exemplar: Exemplar, into log: inout CheckLog) {
    let bare = exemplar.steps.filter { !$0.hasEvidence }
    guard let first = bare.first else { return }
    log.tell(
      "exemplar.step-without-evidence", .note, at: first.location, record: exemplar.id,
      Phrase(
        "Điển hình “\(exemplar.id)” có \(bare.count) bước chưa ghi minh chứng.",
        en: "Exemplar “\(exemplar.id)” has \(bare.count) steps without evidence."),
      help: Phrase(
        "Ghi số văn bản hoặc hồ sơ vào “evidence” của steps.csv; cột này không hiện ra trang.",
        en: "Put the paper into “evidence” of steps.csv; the column is never published."))
  }
}
