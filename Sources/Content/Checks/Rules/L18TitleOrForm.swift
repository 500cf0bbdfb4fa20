import Campaigns
import Diagnostics

extension Check {
  static let titleOrForm = Check(
    "L18", .error, Phrase("Lẫn danh hiệu và hình thức", en: "Title and form confused"),
    explanation: Phrase(
      "Danh hiệu thi đua và hình thức khen thưởng là hai danh mục riêng của luật; danh hiệu của cá "
        + "nhân không tặng cho tập thể và ngược lại.",
      en:
        "Emulation titles and forms of award are two separate lists of the law; a title of persons "
        + "is not one of collectives."),
    remedy: Phrase(
      "Sửa cột “class” (Phân loại) hoặc “subject_kind” (Đối tượng).",
      en: "Mend the column “class” or “subject_kind”."),
    citation: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 9, Điều 10 và Điều 21–28",
    isWaivable: false
  ) { context, log in
    for award in context.archive.allAwards {
      classify(award, into: &log)
      if let holder = award.form.holder, holder != award.subjectKind {
        log.tell(
          "award.subject-mismatch", at: award.location, record: award.id,
          Phrase(
            "“\(award.form.title)” là danh hiệu của \(holder.title.lowercased()), không phải của "
              + "\(award.subjectKind.title.lowercased()).",
            en:
              "“\(award.form.title)” is a title of \(holder == .individual ? "persons" : "collectives")."
          ),
          help: Phrase(
            "Sửa cột “subject_kind” (Đối tượng) hoặc “form” (Danh hiệu, hình thức).",
            en: "Change the column “subject_kind” or “form”."))
      }
    }
  }

  private static func classify(_ award: Award, into log: inout CheckLog) {
    if (award.awardClass == .title) == award.form.isTitle { return }
    let right: Award.Class = award.form.isTitle ? .title : .form
    log.tell(
      "award.class-mismatch", at: award.classLocation, record: award.id,
      Phrase(
        "“\(award.form.title)” là \(right.title.lowercased()), không phải "
          + "\(award.awardClass.title.lowercased()).",
        en: "“\(award.form.title)” is a \(right == .title ? "title" : "form of award"), not a "
          + "\(right == .title ? "form of award" : "title")."),
      help: Phrase(
        "Sửa cột “class” (Phân loại) thành “\(right.rawValue)”.",
        en: "Change the column “class” to “\(right.rawValue)”."))
  }
}
