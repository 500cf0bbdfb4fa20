import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let planIncomplete = Check(
    "L12", .warning,
    Phrase("Đăng ký, phân công chưa đủ", en: "Plan or registration incomplete"),
    explanation: Phrase(
      "Nội dung đăng ký có lúc bắt đầu, lúc kết thúc trong thời gian phong trào và được ký kết "
        + "đúng hạn; mỗi việc có một nơi chủ trì, không trùng nơi phối hợp; hết hạn thì nói kết "
        + "quả. Lời nhắc này không làm mất danh hiệu của ai (Luật Thi đua, khen thưởng, Điều 7).",
      en: "What is registered starts and ends within its campaign and is signed in time; a task "
        + "has one lead who is no coordinator as well; past its end the outcome is told. This "
        + "never bars a title (Law on Emulation and Commendation, Article 7)."),
    remedy: Phrase(
      "Bổ sung registrations.csv, hoặc “tasks” trong campaign.md.",
      en: "Complete registrations.csv, or “tasks” in campaign.md."),
    citation: "Kế hoạch cao điểm thi đua “Đồng Khởi mới” 2024-2025, mục đăng ký, ký kết thi đua"
  ) { context, log in
    for campaign in context.archive.campaigns {
      for item in campaign.registrations {
        time(of: item, in: campaign, into: &log)
        lead(item.lead, item.coordinators, of: item.item, item.location, item.id, into: &log)
        outcome(of: item, on: context.asOf, into: &log)
      }
      signing(in: campaign, on: context.asOf, into: &log)
      for task in campaign.tasks {
        lead(task.lead, task.coordinators, of: task.text, task.location, campaign.id, into: &log)
      }
    }
  }

  private static func time(
    of item: Registration, in campaign: Campaign, into log: inout CheckLog
  ) {
    guard let start = item.start, let end = item.end else {
      let gap =
        item.start == nil
        ? item.end == nil
          ? Phrase("lúc bắt đầu và lúc kết thúc", en: "start and end")
          : Phrase("lúc bắt đầu", en: "start")
        : Phrase("lúc kết thúc", en: "end")
      log.tell(
        "registration.without-time", at: item.location, record: item.id,
        Phrase(
          "Nội dung đăng ký “\(item.id)” không có \(gap.vietnamese).",
          en: "Registration “\(item.id)” has no \(gap.english)."),
        help: Phrase("Ghi ngày vào “start” và “end”.", en: "Fill in “start” and “end”."))
      return
    }
    if start > end {
      log.tell(
        "registration.ends-before-start", at: item.location, record: item.id,
        Phrase(
          "Nội dung đăng ký “\(item.id)” kết thúc \(end.short), trước khi bắt đầu \(start.short).",
          en: "Registration “\(item.id)” ends on \(end.short), before its start \(start.short)."),
        help: Phrase("Kiểm tra lại hai ngày.", en: "Check both dates."))
    } else if start < campaign.period.from || end > campaign.period.to {
      log.tell(
        "registration.outside-campaign", at: item.location, record: item.id,
        Phrase(
          "Nội dung đăng ký “\(item.id)” (\(start.short) - \(end.short)) ra ngoài thời gian phong "
            + "trào (\(campaign.period.text)).",
          en: "Registration “\(item.id)” (\(start.short) - \(end.short)) leaves the time of its "
            + "campaign (\(campaign.period.text))."),
        help: Phrase(
          "Sửa ngày, hoặc chuyển sang phong trào của thời gian ấy.",
          en: "Mend the dates, or move the item to the campaign of that time."))
    }
  }

  private static func lead(
    _ lead: String?, _ coordinators: [String], of text: String, _ place: Location,
    _ record: String, into log: inout CheckLog
  ) {
    guard let lead else {
      log.tell(
        "task.without-lead", at: place, record: record,
        Phrase("Việc “\(text)” không có nơi chủ trì.", en: "Nobody leads “\(text)”."),
        help: Phrase("Ghi nơi chủ trì vào “lead”.", en: "Put who leads into “lead”."))
      return
    }
    let key = Fold.heading(lead)
    guard coordinators.contains(where: { Fold.heading($0) == key }) else { return }
    log.tell(
      "task.lead-coordinates", at: place, record: record,
      Phrase(
        "“\(lead)” vừa chủ trì vừa phối hợp trong việc “\(text)”.",
        en: "“\(lead)” both leads and coordinates “\(text)”."),
      help: Phrase(
        "Bỏ tên ấy khỏi “coordinators”.", en: "Take that name out of “coordinators”."))
  }

  private static func outcome(
    of item: Registration, on day: PlainDate, into log: inout CheckLog
  ) {
    if let end = item.end, end < day, item.isOpen {
      log.tell(
        "registration.without-outcome", at: item.location, record: item.id,
        Phrase(
          "Nội dung đăng ký “\(item.id)” đã hết hạn \(end.short) mà chưa có kết luận.",
          en: "Registration “\(item.id)” ended on \(end.short) and nobody says how."),
        help: Phrase(
          "Ghi “hoan-thanh” hoặc “chua-hoan-thanh” vào “status”.",
          en: "Put “hoan-thanh” or “chua-hoan-thanh” into “status”."))
    } else if item.status == .done, item.expected != nil, item.achieved == nil {
      log.tell(
        "registration.without-result", .note, at: item.location, record: item.id,
        Phrase(
          "Nội dung đăng ký “\(item.id)” đã hoàn thành mà chưa ghi kết quả đạt được.",
          en: "Registration “\(item.id)” is done without a word on what was reached."),
        help: Phrase(
          "Ghi vào “achieved” để so với kết quả dự kiến.",
          en: "Put it into “achieved”, beside what was expected."))
    }
  }

  /// Each item is signed before it is worked on; the first of a unit by the day that the plan sets
  /// for registering.
  private static func signing(
    in campaign: Campaign, on day: PlainDate, into log: inout CheckLog
  ) {
    let due = campaign.duties.filter { $0.kind == .registration }.compactMap(\.due?.last).min()
    var firstSigned: [String: PlainDate] = [:]
    for item in campaign.registrations {
      if let signed = item.signedOn {
        firstSigned[item.unit] = firstSigned[item.unit].map { min($0, signed) } ?? signed
      }
    }
    for item in campaign.registrations {
      guard item.signedOn != nil else {
        if [due, item.start].compactMap(\.self).contains(where: { $0 < day }) {
          log.tell(
            "registration.not-signed", at: item.location, record: item.id,
            Phrase(
              "Nội dung đăng ký “\(item.id)” chưa ký kết.",
              en: "Registration “\(item.id)” was not signed."),
            help: Phrase(
              "Ghi ngày ký vào “signed_on” khi đã ký.",
              en: "Put the day of signing into “signed_on”."))
        }
        continue
      }
      guard let due, let first = firstSigned.removeValue(forKey: item.unit), first > due else {
        continue
      }
      log.tell(
        "registration.signed-late", at: item.location, record: item.id,
        Phrase(
          "“\(item.unit)” ký đăng ký đầu tiên ngày \(first.short), sau hạn \(due.short) của phong "
            + "trào.",
          en:
            "“\(item.unit)” signed its first registration on \(first.short), after the campaign's "
            + "day \(due.short)."),
        help: Phrase(
          "Kiểm tra ngày ký; nếu đúng là muộn thì ghi lý do vào waivers.csv.",
          en: "Check the day; if it was late indeed, put the reason into waivers.csv."))
    }
  }
}
