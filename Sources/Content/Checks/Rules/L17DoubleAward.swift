import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let doubleAward = Check(
    "L17", .warning,
    Phrase("Một thành tích khen hai lần", en: "One achievement awarded twice"),
    explanation: Phrase(
      "Không tặng nhiều danh hiệu, hình thức khen thưởng cho một thành tích.",
      en: "No several awards or several forms for one achievement."),
    remedy: Phrase(
      "Kiểm tra hai quyết định; sửa mô tả thành tích nếu là hai việc khác nhau.",
      en: "Check both decisions; mend the achievement's text if they are two achievements."),
    citation: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5 khoản 2"
  ) { context, log in
    var seen: [String: Award] = [:]
    let awards = context.archive.campaigns.flatMap(\.awards).sorted { $0.location < $1.location }
    for award in awards where award.revokedOn == nil {
      guard let achievement = award.achievement else { continue }
      let subject = award.person ?? "\(award.unit) \(award.subject ?? "")"
      let key = "\(subject)|\(award.period?.id ?? "")|\(Fold.search(achievement))"
      guard let first = seen[key] else {
        seen[key] = award
        continue
      }
      log.tell(
        "award.double", at: award.location, record: award.id,
        Phrase(
          "Khen thưởng “\(award.id)” trùng thành tích với “\(first.id)”.",
          en: "Award “\(award.id)” is for the same achievement as “\(first.id)”."),
        help: Phrase(
          "Không tặng nhiều hình thức khen thưởng cho một thành tích; kiểm tra lại.",
          en: "One achievement is awarded once; check both."),
        notes: [
          (
            Phrase(
              "Khen thưởng “\(first.id)” ở \(first.location).",
              en: "Award “\(first.id)” is at \(first.location)."), first.location
          )
        ])
    }
  }
}
