import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let quotaExceeded = Check(
    "L15", .error, Phrase("Vượt tỷ lệ khen thưởng", en: "Quota exceeded"),
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
    let record = context.awards
    for pack in context.archive.rulePacks {
      for quota in pack.quotas {
        let given = record.awards.filter { award in
          award.form == quota.form && record.binds(pack, award.unit)
            && award.decisionDate.map(pack.holds) == true
        }
        if given.isEmpty { continue }
        for part in QuotaPart.all(of: quota, given, record, context) {
          examine(part, quota, record.citation(pack, quota.article), into: &log)
        }
      }
    }
  }

  private static func examine(
    _ part: QuotaPart, _ quota: RulePack.Quota, _ ruling: String, into log: inout CheckLog
  ) {
    guard let last = part.last, part.base > 0,
      let share = VNNumber(part.given).multiplying(by: VNNumber(100)),
      let limit = quota.maximum.multiplying(by: VNNumber(part.base))
    else { return }
    let told = "\(part.given)/\(part.base) “\(quota.form.title)”"
    let key = "\(part.unit)/\(part.period.id)/\(quota.form.rawValue)"
    if share > limit {
      log.tell(
        "award.quota", quota.isError ? .error : .warning, at: last, record: key,
        Phrase(
          "Đơn vị “\(part.unit)” \(part.period.name) có \(told), vượt mức "
            + "\(quota.maximum.text)% (\(ruling)).",
          en: "Unit “\(part.unit)”, \(part.period.id): \(told), above the limit of "
            + "\(quota.maximum.text)% (\(ruling))."),
        help: Phrase("Rà soát lại danh sách.", en: "Review the list."))
      return
    }
    // Nine tenths of the limit: one more award would often break it.
    guard let near = limit.multiplying(by: VNNumber(9)),
      let tenfold = share.multiplying(by: VNNumber(10)), tenfold >= near
    else { return }
    log.tell(
      "award.quota-near", .note, at: last, record: key,
      Phrase(
        "Đơn vị “\(part.unit)” \(part.period.name) có \(told), sát mức "
          + "\(quota.maximum.text)% (\(ruling)).",
        en: "Unit “\(part.unit)”, \(part.period.id): \(told), near the limit of "
          + "\(quota.maximum.text)% (\(ruling))."),
      help: Phrase("Cân nhắc trước khi đề nghị thêm.", en: "Mind it before proposing more."))
  }
}

/// What one unit gave for one period, against what the share is taken of.
private struct QuotaPart {
  let unit: String
  let period: Period
  let given: Int
  let base: Int
  /// Where the last of the awards was entered.
  let last: Location?

  /// The parts whose base the data tell; where they do not, nothing can be said.
  static func all(
    of quota: RulePack.Quota, _ given: [Award], _ record: AwardRecord, _ context: CheckContext
  ) -> [QuotaPart] {
    switch quota.base {
    case .staff:
      byUnit(given, record) { group, _ in group.unit.headcount.staff }
    case .holders:
      byUnit(given, record) { group, record in
        quota.holders.flatMap { record.holders(of: $0, in: group.awards) }
      }
    case .clusterLeaders: byProvince(given, context)
    }
  }

  private static func byUnit(
    _ given: [Award], _ record: AwardRecord,
    base: (AwardRecord.Group, AwardRecord) -> Int?
  ) -> [QuotaPart] {
    let ids = Set(given.filter(record.isOfStaff).map(\.id))
    return record.byUnitAndPeriod.compactMap { group in
      let own = group.awards.filter { ids.contains($0.id) }
      guard !own.isEmpty, let base = base(group, record) else { return nil }
      return QuotaPart(
        unit: group.unit.id, period: group.period, given: own.count, base: base,
        last: own.last?.location)
    }
  }

  /// One unit leads each cluster, and only clusters that the ministry or province itself runs
  /// count (NĐ 152/2025, Điều 7); those of a department say nothing.
  private static func byProvince(_ given: [Award], _ context: CheckContext) -> [QuotaPart] {
    var parts: [QuotaPart] = []
    let tops = Set(
      given.compactMap { context.directory.lineage(of: $0.unit, on: $0.decisionDate).first?.id })
    for top in tops.sorted() {
      let own = given.filter {
        context.directory.isUnit($0.unit, withinOrIs: top, on: $0.decisionDate)
      }
      let clusters = context.archive.clusters.count { $0.owner == top }
      for period in Set(own.compactMap(\.period)).sorted() {
        let given = own.filter { $0.period == period }
        parts.append(
          QuotaPart(
            unit: top, period: period, given: given.count, base: clusters,
            last: given.last?.location))
      }
    }
    return parts
  }
}
