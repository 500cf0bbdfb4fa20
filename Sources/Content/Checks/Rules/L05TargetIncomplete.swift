import Campaigns
import Diagnostics

extension Check {
  static let targetIncomplete = Check(
    "L05", .note, Phrase("Chỉ tiêu nêu chưa đủ", en: "Target incompletely defined"),
    explanation: Phrase(
      "Chỉ tiêu thi đua phải được lượng hóa: có số lượng, thời hạn; chỉ tiêu tăng, giảm, duy trì "
        + "phải có mốc so sánh và thời điểm của mốc.",
      en: "A target must be quantified and have a deadline; one that rises, falls or is kept needs "
        + "a baseline and its date."),
    remedy: Phrase(
      "Bổ sung vào targets.csv nếu kế hoạch có nêu.",
      en: "Add what is missing to targets.csv if the plan states it."),
    citation:
      "Kế hoạch cao điểm thi đua “Đồng Khởi mới” 2024-2025: các tiêu chí phải được lượng hóa"
  ) { context, log in
    for target in context.archive.campaigns.flatMap(\.targets) {
      let gaps = gaps(in: target)
      if gaps.isEmpty { continue }
      log.tell(
        "target.incomplete", at: target.location, record: target.id,
        Phrase(
          "Chỉ tiêu “\(target.id)” chưa nêu \(gaps.map(\.vietnamese).joined(separator: ", ")).",
          en: "Target “\(target.id)” does not state \(gaps.map(\.english).joined(separator: ", "))."
        ),
        help: Phrase(
          "Bổ sung nếu kế hoạch có nêu; chỉ tiêu thi đua phải được lượng hóa.",
          en: "Add it if the plan states it; targets must be quantified."))
    }
  }

  private static func gaps(in target: Target) -> [Phrase] {
    var gaps: [Phrase] = []
    let quantity = Phrase("số lượng", en: "a quantity")
    switch target.comparator {
    case .qualitative: gaps.append(quantity)
    case .byReference, .zero, .improve, .reduce, .maintain, .all, .ordinalAtLeast, .everyYear: break
    default: if target.value == nil { gaps.append(quantity) }
    }
    switch target.comparator {
    case .improve, .reduce, .reduceBy, .riseTo, .maintain:
      if target.baseline == nil { gaps.append(Phrase("mốc so sánh", en: "a baseline")) }
      if target.baselineAt == nil {
        gaps.append(Phrase("thời điểm mốc", en: "the date of the baseline"))
      }
    default: break
    }
    if target.deadline == nil { gaps.append(Phrase("thời hạn", en: "a deadline")) }
    return gaps
  }
}
