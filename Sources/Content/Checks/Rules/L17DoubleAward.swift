import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let doubleAward = Check(
    "L17", .error,
    Phrase("Một thành tích khen hai lần", en: "One achievement awarded twice"),
    explanation: Phrase(
      "Không khen nhiều lần, nhiều hình thức cho một thành tích: hai khen thưởng của một đối tượng "
        + "cùng mã thành tích, hoặc cùng kỳ và gần như cùng lời. Hai danh hiệu khác nhau của một kỳ "
        + "thì không tính.",
      en: "No several awards or several forms for one achievement: two awards of one subject with "
        + "the same achievement id, or of one period in nearly the same words. Two different "
        + "titles of one period are none."),
    remedy: Phrase(
      "Kiểm tra hai quyết định; sửa mô tả thành tích nếu là hai việc khác nhau.",
      en: "Check both decisions; mend the achievement's text if they are two achievements."),
    citation: "Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5 khoản 2"
  ) { context, log in
    var seen: [String: [(award: Award, words: Set<Substring>)]] = [:]
    for award in context.awards.awards {
      guard let subject = subject(of: award) else { continue }
      let folded = award.achievement.map(Fold.search) ?? ""
      let words = Set(folded.split(separator: " "))
      let first = seen[subject]?.first { isSame($0.award, $0.words, award, words) }?.award
      seen[subject, default: []].append((award, words))
      guard let first else { continue }
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

  /// Nil for a person without a name: two of them need not be one.
  private static func subject(of award: Award) -> String? {
    if let person = award.person { return person }
    if award.subjectKind == .individual, award.subject == nil { return nil }
    return "\(award.unit)/\(award.subjectKind.rawValue)/\(award.subject ?? "")"
  }

  private static func isSame(
    _ a: Award, _ wordsOfA: Set<Substring>, _ b: Award, _ wordsOfB: Set<Substring>
  ) -> Bool {
    // A year's work may earn a title and the next higher one.
    if a.form.isTitle, b.form.isTitle, a.form != b.form { return false }
    if let id = a.achievementID, let other = b.achievementID { return id == other }
    guard let period = a.period, period == b.period, !wordsOfA.isEmpty, !wordsOfB.isEmpty else {
      return false
    }
    let common = wordsOfA.intersection(wordsOfB).count
    // Four words in five of all: the same sentence with a word changed.
    return common * 5 >= wordsOfA.union(wordsOfB).count * 4
  }
}
