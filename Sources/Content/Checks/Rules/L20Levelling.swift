import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let levelling = Check(
    "L20", .note, Phrase("Dấu hiệu cào bằng", en: "Signs of levelling"),
    explanation: Phrase(
      "Một hình thức tặng cho gần hết đơn vị, khen toàn cán bộ quản lý, người trực tiếp ít được khen "
        + "hơn phần của họ, cả phong trào không khen đột xuất, khen chậm sau khi có thành tích.",
      en: "One form given to nearly everyone, only managers awarded, direct workers below their "
        + "share, no ad-hoc award in a whole campaign, a long delay after the achievement."),
    remedy: Phrase(
      "Xem lại cách bình xét; đây là tín hiệu, không phải lỗi.",
      en: "Look at how awards are chosen; it is a signal and no fault."),
    citation:
      "Kế hoạch Phú Yên 2021-2025 (tránh tràn lan, cào bằng); Bến Tre, Đắk Nông (người trực tiếp)"
  ) { context, log in
    let record = context.awards
    for group in record.byUnitAndPeriod { everyone(group, record, into: &log) }
    for campaign in context.archive.campaigns { people(campaign, context, into: &log) }
    for award in record.awards { delay(award, into: &log) }
  }

  /// Nine in ten: so many that the form no longer says anything.
  private static func everyone(
    _ group: AwardRecord.Group, _ record: AwardRecord, into log: inout CheckLog
  ) {
    guard let staff = group.unit.headcount.staff, staff >= 5 else { return }
    for form in Award.Form.allCases {
      let given = group.awards.filter { $0.form == form && record.isOfStaff($0) }
      guard let last = given.last, given.count * 10 >= staff * 9 else { continue }
      log.tell(
        "award.everyone", at: last.location,
        record: "\(group.unit.id)/\(group.period.id)/\(form.rawValue)",
        Phrase(
          "“\(form.title)” tặng cho \(given.count)/\(staff) người của “\(group.unit.id)”.",
          en: "“\(form.title)” went to \(given.count) of \(staff) of “\(group.unit.id)”."),
        help: Phrase("Khen đúng người tiêu biểu.", en: "Award those who stand out."))
    }
  }

  private static func people(
    _ campaign: Campaign, _ context: CheckContext, into log: inout CheckLog
  ) {
    let given = campaign.awards.filter { $0.status == .granted }
    func tell(_ id: String, _ summary: Phrase, _ help: Phrase) {
      log.tell(id, at: campaign.location, record: campaign.id, summary, help: help)
    }
    if given.count >= 5, !given.contains(where: { $0.basis == .adHoc }),
      campaign.period.to < context.now
    {
      tell(
        "award.no-ad-hoc",
        Phrase(
          "Phong trào “\(campaign.id)” không có khen thưởng đột xuất nào.",
          en: "Campaign “\(campaign.id)” has no ad-hoc award."),
        Phrase(
          "Khen kịp thời thành tích đột xuất nếu có.", en: "Award ad-hoc achievements in time."))
    }
    let people = given.filter { $0.subjectKind == .individual }
      .compactMap { $0.person.flatMap { context.directory.person($0) } }
    if people.count >= 3, people.allSatisfy({ $0.role == .manager }) {
      tell(
        "award.only-managers",
        Phrase(
          "Cả \(people.count) cá nhân được khen trong “\(campaign.id)” đều là cán bộ quản lý.",
          en: "All \(people.count) persons awarded in “\(campaign.id)” are managers."),
        Phrase(
          "Chú trọng khen người trực tiếp giảng dạy, lao động.",
          en: "Mind those who teach and work directly."))
    } else {
      direct(people, of: campaign, context, tell)
    }
  }

  /// Whether direct workers hold a smaller part of the awards than of the known people.
  private static func direct(
    _ awarded: [Person], of campaign: Campaign, _ context: CheckContext,
    _ tell: (String, Phrase, Phrase) -> Void
  ) {
    let known = awarded.compactMap(\.isDirect)
    let units = Set(context.directory.participants(of: campaign).map(\.id))
    let all = context.archive.people.filter { $0.unit.map(units.contains) == true }
      .compactMap(\.isDirect)
    let (got, have) = (known.filter(\.self).count, all.filter(\.self).count)
    guard known.count >= 5, all.count >= 10, got * all.count < have * known.count else { return }
    tell(
      "award.few-direct",
      Phrase(
        "Người trực tiếp chiếm \(got)/\(known.count) số được khen nhưng \(have)/\(all.count) số "
          + "người trong danh sách.",
        en:
          "Direct workers are \(got) of \(known.count) awarded but \(have) of \(all.count) listed."
      ),
      Phrase(
        "Chú trọng khen người trực tiếp giảng dạy, lao động.",
        en: "Mind those who teach and work directly."))
  }

  /// Half a year between achievement and decision is no longer timely.
  private static func delay(_ award: Award, into log: inout CheckLog) {
    guard let days = award.daysToDecision, days > 183 else { return }
    log.tell(
      "award.late", at: award.location, record: award.id,
      Phrase(
        "Khen thưởng “\(award.id)” quyết định \(days) ngày sau "
          + "khi có thành tích.",
        en: "Award “\(award.id)” was decided \(days) days after "
          + "the achievement."),
      help: Phrase("Khen thưởng phải kịp thời.", en: "Awards are to be timely."))
  }
}
