import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let overdueDuty = Check(
    "L11", .warning, Phrase("Việc quá hạn, sắp đến hạn", en: "Overdue or due duty"),
    explanation: Phrase(
      "Mỗi việc phải gửi của phong trào so với submissions.csv: “trước ngày” thì chính ngày đó đã "
        + "trễ, “trong tháng” thì hạn là ngày cuối tháng. Hạn “theo quy định” lấy ở kế hoạch của cấp "
        + "trên; hạn dự kiến không ràng buộc ai. Phong trào chưa ghi việc gửi thì không coi là trễ.",
      en:
        "Each duty of a campaign against submissions.csv: “before” a day excludes the day itself, "
        + "“within” a month lasts to its end. A day “by rule” comes from the plan above; a "
        + "provisional day binds nobody. Without any record of sending nobody is called late."),
    remedy: Phrase(
      "Gửi văn bản rồi ghi vào submissions.csv, hoặc ghi hạn vào kế hoạch.",
      en: "Send the paper and enter it in submissions.csv, or state the day in the plan."),
    citation:
      "Kế hoạch Bến Tre 2024-2025, mục III, IV (thời hạn gửi); Đắk Lắk 2024 (báo cáo theo quy định)"
  ) { context, log in
    for campaign in context.archive.campaigns {
      let board = DutyBoard(campaign, in: context.directory, now: context.now)
      let columns = Dictionary(grouping: board.columns, by: \.turn.duty.id)
      for duty in campaign.duties {
        examine(duty, of: campaign, columns[duty.id] ?? [], context, into: &log)
      }
    }
  }

  private static func examine(
    _ duty: Campaign.Duty, of campaign: Campaign, _ columns: [DutyBoard.Column],
    _ context: CheckContext, into log: inout CheckLog
  ) {
    let record = "\(campaign.id)/\(duty.id)"
    func tell(
      _ id: String, _ severity: Diagnostic.Severity, _ summary: Phrase, _ help: Phrase
    ) {
      log.tell(id, severity, at: duty.location, record: record, summary, help: help)
    }
    let late = columns.filter { !$0.late.isEmpty }
    if !late.isEmpty {
      let units = Set(late.flatMap(\.late)).count
      let told = list(late, \.late)
      tell(
        "duty.overdue", .warning,
        Phrase(
          "Việc “\(duty.id)”: \(units) đơn vị chưa gửi, đã quá hạn: \(told).",
          en: "Duty “\(duty.id)”: \(units) units have not sent and are overdue: \(told)."),
        Phrase(
          "Đôn đốc gửi, hoặc ghi văn bản đã gửi vào submissions.csv.",
          en: "Ask for the paper, or enter what was sent in submissions.csv."))
    }
    let soon = columns.filter { !near($0).isEmpty }
    if !soon.isEmpty {
      let told = list(soon, near)
      tell(
        "duty.soon", .note,
        Phrase(
          "Việc “\(duty.id)” sắp đến hạn: \(told).", en: "Duty “\(duty.id)” is soon due: \(told)."),
        Phrase("Chuẩn bị gửi đúng hạn.", en: "Make ready to send in time."))
    }
    if let column = columns.first(where: { $0.entries.contains { $0.state == .untracked } }) {
      let due = column.turn.due?.text ?? ""
      tell(
        "duty.untracked", .note,
        Phrase(
          "Việc “\(duty.id)” đã đến hạn (\(due)) mà phong trào chưa ghi văn bản nào đã gửi.",
          en: "Duty “\(duty.id)” has come due (\(due)), but nothing is recorded as sent."),
        Phrase(
          "Ghi văn bản đã gửi vào campaigns/\(campaign.id)/submissions.csv.",
          en: "Enter what was sent in campaigns/\(campaign.id)/submissions.csv."))
    }
    if let event = duty.event, campaign.event(of: duty) == nil, event == Fold.slug(event) {
      tell(
        "duty.unknown-event", .warning,
        Phrase(
          "Việc “\(duty.id)” gắn với sự kiện “\(event)” không có ở events.csv.",
          en: "Duty “\(duty.id)” is bound to event “\(event)”, which events.csv does not have."),
        Phrase(
          "Sửa mã, thêm sự kiện vào events.csv, hoặc ghi sự kiện bằng lời.",
          en: "Mend the id, add the event to events.csv, or name the event in words."))
    }
    if duty.isByRule, columns.contains(where: { $0.turn.due == nil }) {
      tell(
        "duty.rule-without-date", .note,
        Phrase(
          "Việc “\(duty.id)” làm theo quy định, nhưng không kế hoạch nào của cấp trên định ngày.",
          en: "Duty “\(duty.id)” is by rule, but no plan above sets a single day for it."),
        Phrase(
          "Khi cấp trên định ngày, ghi ngày đó vào “due”.",
          en: "Once the day is set, write it in “due”."))
    }
  }

  private static let noticeDays = 14

  /// Units that have a few days left.
  private static func near(_ column: DutyBoard.Column) -> [String] {
    column.entries.compactMap {
      if case .pending(let days) = $0.state, days <= noticeDays { $0.unit } else { nil }
    }
  }

  /// `trước ngày 10/12/2024 – a, b`; of many units the first few.
  private static func list(
    _ columns: [DutyBoard.Column], _ units: (DutyBoard.Column) -> [String]
  ) -> String {
    columns.map { column in
      let all = units(column)
      let rest = all.count - 8
      return "\(column.turn.due?.text ?? "") – \(all.prefix(8).joined(separator: ", "))"
        + (rest > 0 ? " … (+\(rest))" : "")
    }.joined(separator: "; ")
  }
}
