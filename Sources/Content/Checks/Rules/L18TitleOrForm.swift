import Campaigns
import Diagnostics

extension Check {
  static let titleOrForm = Check(
    "L18", .error, Phrase("Lẫn danh hiệu và hình thức", en: "Title and form confused"),
    explanation: Phrase(
      "Danh hiệu thi đua và hình thức khen thưởng là hai danh mục riêng của luật.",
      en: "Emulation titles and forms of award are two separate lists of the law."),
    remedy: Phrase("Sửa cột “class” (Phân loại).", en: "Mend the column “class”."),
    citation: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 9 và Điều 10", isWaivable: false
  ) { context, log in
    for award in context.archive.campaigns.flatMap(\.awards)
    where (award.awardClass == .title) != award.form.isTitle {
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
}
