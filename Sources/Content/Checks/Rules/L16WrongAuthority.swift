import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let wrongAuthority = Check(
    "L16", .error, Phrase("Không đúng thẩm quyền", en: "Wrong authority"),
    explanation: Phrase(
      "Danh hiệu, hình thức phải nằm trong thẩm quyền của người quyết định vào ngày quyết định, theo "
        + "bộ quy tắc đang có hiệu lực. Chức vụ mà bộ quy tắc không nêu thì không kết luận.",
      en: "The title or form must be within the powers of who decided, on that day, by the pack in "
        + "force. Of offices that no pack names nothing is said."),
    remedy: Phrase(
      "Kiểm tra cột “authority”, “form” và ngày quyết định.",
      en: "Check the columns “authority”, “form” and the day of decision."),
    citation: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 77–80; các bộ quy tắc trong rules/"
  ) { context, log in
    let record = context.awards
    for award in record.awards {
      guard let authority = award.authority, let day = award.decisionDate else { continue }
      let office = words(authority)
      let rules = record.packs(for: award.unit, on: day).flatMap { pack in
        pack.authorities.filter { names($0.office, office) }.map { (pack, $0) }
      }
      guard let (pack, rule) = rules.first,
        !rules.contains(where: { $0.1.forms.contains(award.form) })
      else { continue }
      let ruling = record.citation(pack, rule.article)
      let powers = rule.forms.map(\.title).joined(separator: "; ")
      log.tell(
        "award.authority", at: award.location, record: award.id,
        Phrase(
          "“\(authority)” không có thẩm quyền tặng “\(award.form.title)” ngày \(day.short) "
            + "(\(ruling)).",
          en: "“\(authority)” may not give “\(award.form.title)” on \(day.short) (\(ruling))."),
        help: rule.forms.isEmpty
          ? Phrase(
            "Vào ngày đó chức vụ này không còn; kiểm tra ngày và cấp quyết định.",
            en: "There was no such office on that day; check the day and who decided.")
          : Phrase("Thẩm quyền: \(powers).", en: "Its powers: \(powers)."),
        notes: [(Phrase("Quy tắc ở đây.", en: "The rule is here."), rule.location)])
    }
  }

  /// Whether the office begins with one of the rule's names (`a | b`).
  private static func names(_ rule: String, _ office: [Substring]) -> Bool {
    rule.split(separator: "|").contains { office.starts(with: words(String($0))) }
  }

  /// Folded words, “Ủy ban nhân dân” as the abbreviation that most decisions use.
  private static func words(_ office: String) -> [Substring] {
    let committee: [Substring] = ["uy", "ban", "nhan", "dan"]
    return Fold.search(office).split(separator: " ").split(
      separator: committee, omittingEmptySubsequences: false
    ).joined(separator: ["ubnd"]).map(\.self)
  }
}
