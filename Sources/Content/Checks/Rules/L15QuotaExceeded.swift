import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let quotaExceeded = Check(
    "L15", .warning, Phrase("Vượt tỷ lệ khen thưởng", en: "Quota exceeded"),
    explanation: Phrase(
      "Số danh hiệu, hình thức của một đơn vị trong một kỳ không vượt tỷ lệ mà bộ quy tắc đang có "
        + "hiệu lực vào ngày quyết định đặt ra; gần đến mức cũng được nhắc.",
      en:
        "The awards of a unit for a period stay within the share that a rule pack in force on the "
        + "day of decision sets; being near the limit is told too."),
    remedy: Phrase(
      "Rà soát danh sách đề nghị, hoặc sửa bộ quy tắc trong rules/ nếu ghi sai.",
      en: "Review the list of nominees, or mend the pack in rules/ if it is wrong."),
    citation: "Các bộ quy tắc trong thư mục rules/, kèm văn bản và điều khoản"
  ) { context, log in
    let record = AwardRecord(context)
    for group in record.byUnitAndPeriod {
      for form in Award.Form.inOrderOfConferring {
        let given = group.awards.filter { $0.form == form }
        guard let last = given.last, let day = last.decisionDate else { continue }
        for pack in record.packs(for: group.unit.id, on: day) {
          for quota in pack.quotas where quota.form == form {
            examine(given, of: group, against: quota, in: pack, record, context, into: &log)
          }
        }
      }
    }
  }

  private static func examine(
    _ given: [Award], of group: (unit: Unit, period: Period, awards: [Award]),
    against quota: RulePack.Quota, in pack: RulePack, _ record: AwardRecord,
    _ context: CheckContext, into log: inout CheckLog
  ) {
    guard let last = given.last, let base = base(of: quota, group, context), base > 0,
      let share = VNNumber(given.count).multiplying(by: VNNumber(100)),
      let limit = quota.maximum.multiplying(by: VNNumber(base))
    else { return }
    let ruling = record.citation(pack, quota.article)
    let told = "\(given.count)/\(base) “\(quota.form.title)”"
    let key = "\(group.unit.id)/\(group.period.id)/\(quota.form.rawValue)"
    if share > limit {
      log.tell(
        "award.quota", quota.isError ? .error : .warning, at: last.location, record: key,
        Phrase(
          "Đơn vị “\(group.unit.id)” \(group.period.name) có \(told), vượt mức "
            + "\(quota.maximum.text)% (\(ruling)).",
          en: "Unit “\(group.unit.id)”, \(group.period.id): \(told), above the limit of "
            + "\(quota.maximum.text)% (\(ruling))."),
        help: Phrase("Rà soát lại danh sách.", en: "Review the list."))
      return
    }
    // Nine tenths of the limit: one more award would often break it.
    guard let near = limit.multiplying(by: VNNumber(9)),
      let tenfold = share.multiplying(by: VNNumber(10)), tenfold >= near
    else { return }
    log.tell(
      "award.quota-near", .note, at: last.location, record: key,
      Phrase(
        "Đơn vị “\(group.unit.id)” \(group.period.name) có \(told), sát mức "
          + "\(quota.maximum.text)% (\(ruling)).",
        en: "Unit “\(group.unit.id)”, \(group.period.id): \(told), near the limit of "
          + "\(quota.maximum.text)% (\(ruling))."),
      help: Phrase("Cân nhắc trước khi đề nghị thêm.", en: "Mind it before proposing more."))
  }

  /// How many the share is taken of; nil where the data do not say.
  private static func base(
    of quota: RulePack.Quota, _ group: (unit: Unit, period: Period, awards: [Award]),
    _ context: CheckContext
  ) -> Int? {
    switch quota.base {
    case .staff: return group.unit.headcount.staff
    case .holders:
      // One who has the higher title has had to have the lower one too.
      guard let holders = quota.holders else { return nil }
      let people = group.awards.filter { $0.form == holders || $0.form == quota.form }
      return Set(people.compactMap { $0.person ?? $0.subject }).count
    case .clusterLeaders: return context.archive.clusters.count
    }
  }
}
