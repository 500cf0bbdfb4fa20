import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let standardNotMet = Check(
    "L19", .warning, Phrase("Tiêu chuẩn cần kiểm tra", en: "Standard to be checked"),
    explanation: Phrase(
      "Danh hiệu có tiêu chuẩn mà dữ liệu chưa cho thấy: số lần liên tục của danh hiệu trước, tỷ lệ "
        + "và số thành viên đạt danh hiệu, thời gian kỷ luật; hoặc các ngày không theo thứ tự lập "
        + "thành tích, đề nghị, quyết định, hủy bỏ. Khen đột xuất, chuyên đề không tính. Không đòi "
        + "khen mức thấp trước mức cao. Đây là lời nhắc kiểm tra hồ sơ, không phải kết luận.",
      en:
        "A title has a standard that the data do not show: earlier titles in a row, the share and "
        + "number of members who hold one, no discipline; or the days of achievement, proposal, "
        + "decision and revocation are not in that order. Ad-hoc and thematic awards do not count. "
        + "No lower award is asked for before a higher one. It asks for a look at the dossier and "
        + "is no verdict."),
    remedy: Phrase("Đối chiếu hồ sơ đề nghị.", en: "Compare with the dossier."),
    citation: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 21–28; Nghị định 152/2025/NĐ-CP, Điều 4"
  ) { context, log in
    let record = context.awards
    for award in context.archive.allAwards { days(award, into: &log) }
    for award in record.awards {
      discipline(award, context, into: &log)
      guard let day = award.decisionDate else { continue }
      for pack in record.packs(for: award.unit, on: day) {
        for standard in pack.standards where standard.form == award.form {
          examine(award, standard, record.citation(pack, standard.article), record, into: &log)
        }
      }
    }
    for group in record.byUnitAndPeriod { members(group, record, into: &log) }
  }

  /// Earlier titles in a row.
  private static func examine(
    _ award: Award, _ standard: RulePack.Standard, _ ruling: String, _ record: AwardRecord,
    into log: inout CheckLog
  ) {
    guard let needed = standard.consecutive, needed > 0, let before = standard.requires,
      let person = award.person, let year = award.period?.endYear
    else { return }
    let years = Set(
      record.awards(of: person).filter { $0.form == before && $0.basis == .regular }
        .compactMap { $0.period?.endYear })
    let held = (0..<needed).prefix { years.contains(year - $0) }.count
    let heldBefore = (1...needed).prefix { years.contains(year - $0) }.count
    let best = max(held, heldBefore)
    if best >= needed { return }
    log.tell(
      "award.standard", at: award.location, record: award.id,
      Phrase(
        "“\(award.form.title)” cần \(needed) lần liên tục “\(before.title)”; dữ liệu có \(best) "
          + "(\(ruling)). Cần kiểm tra.",
        en: "“\(award.form.title)” needs \(needed) times “\(before.title)” in a row; the data have "
          + "\(best) (\(ruling)). To be checked."),
      help: Phrase(
        "Nhập các danh hiệu những năm trước, hoặc miễn nhắc kèm lý do.",
        en: "Enter the titles of earlier years, or waive with a reason."))
  }

  /// What members of a collective hold, where their titles were entered at all.
  private static func members(
    _ group: AwardRecord.Group, _ record: AwardRecord, into log: inout CheckLog
  ) {
    for award in group.awards where award.subjectKind == .collective && award.subject == nil {
      guard let day = award.decisionDate else { continue }
      for pack in record.packs(for: group.unit.id, on: day) {
        for standard in pack.standards where standard.form == award.form {
          guard let title = standard.requires else { continue }
          let ruling = record.citation(pack, standard.article)
          let titled = group.awards.contains { $0.form.holder == .individual }
          if let least = standard.members, titled {
            let held = group.awards.count { $0.form.isAtLeast(title) }
            if held < least {
              tell(award, "\(least) “\(title.title)”", "\(held)", ruling, into: &log)
            }
          }
          if let share = standard.share, let staff = group.unit.headcount.staff, staff > 0,
            let holders = record.holders(of: title, in: group.awards),
            let needed = share.multiplying(by: VNNumber(staff)),
            let held = VNNumber(holders).multiplying(by: VNNumber(100)), held < needed
          {
            tell(
              award, "\(share.text)% “\(title.title)”", "\(holders)/\(staff)", ruling, into: &log)
          }
        }
      }
    }
  }

  private static func tell(
    _ award: Award, _ needed: String, _ held: String, _ ruling: String, into log: inout CheckLog
  ) {
    log.tell(
      "award.share", at: award.location, record: award.id,
      Phrase(
        "“\(award.form.title)” cần ít nhất \(needed) trong tập thể; dữ liệu có \(held) (\(ruling)). "
          + "Cần kiểm tra.",
        en: "“\(award.form.title)” needs at least \(needed) among its members; the data have "
          + "\(held) (\(ruling)). To be checked."),
      help: Phrase(
        "Nhập đủ danh hiệu của thành viên, hoặc miễn nhắc kèm lý do.",
        en: "Enter the members' titles, or waive with a reason."))
  }

  /// Achievement, proposal, decision, revocation: each on the day of the one before it or later.
  private static func days(_ award: Award, into log: inout CheckLog) {
    let days = [award.achievedOn, award.proposedOn, award.decisionDate, award.revokedOn]
      .compactMap(\.self)
    guard !zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) else { return }
    log.tell(
      "award.dates", at: award.location, record: award.id,
      Phrase(
        "Các ngày của khen thưởng “\(award.id)” không theo thứ tự: lập thành tích, đề nghị, quyết "
          + "định, hủy bỏ.",
        en: "The days of award “\(award.id)” are not in order: achievement, proposal, decision, "
          + "revocation."),
      help: Phrase("Kiểm tra các cột ngày.", en: "Check the columns of days."))
  }

  /// NĐ 152/2025 Điều 4 khoản 4: no award before a discipline has ended.
  private static func discipline(
    _ award: Award, _ context: CheckContext, into log: inout CheckLog
  ) {
    guard let person = award.person.flatMap({ context.directory.person($0) }),
      let until = person.disciplineUntil, let day = award.decisionDate, day <= until
    else { return }
    log.tell(
      "award.in-discipline", at: award.location, record: award.id,
      Phrase(
        "Khen thưởng “\(award.id)” quyết định khi người được khen chưa hết thời hạn kỷ luật.",
        en: "Award “\(award.id)” was decided before a discipline had ended."),
      help: Phrase("Kiểm tra hồ sơ trước khi công bố.", en: "Check the dossier before publishing."))
  }
}
