import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let targetIncomplete = Check(
    "L05", .warning, Phrase("Chỉ tiêu nêu chưa đủ", en: "Target incompletely defined"),
    explanation: Phrase(
      "Chỉ tiêu thi đua phải được lượng hóa: có số lượng, thời hạn, đơn vị chịu trách nhiệm; chỉ "
        + "tiêu tăng, giảm, duy trì phải có mốc so sánh và thời điểm của mốc; tăng, giảm bao nhiêu "
        + "% phải rõ là điểm phần trăm hay phần trăm của mốc; con số phải có trong nguyên văn.",
      en:
        "A target must be quantified and have a deadline and someone who answers for it; one that "
        + "rises, falls or is kept needs a baseline and its date; a change by some % must say "
        + "whether percentage points are meant; the number must stand in the verbatim sentence."),
    remedy: Phrase(
      "Bổ sung vào targets.csv nếu kế hoạch có nêu; nếu không thì miễn nhắc, ghi lý do.",
      en: "Add what is missing to targets.csv if the plan states it; else waive with a reason."),
    citation:
      "Kế hoạch cao điểm thi đua “Đồng Khởi mới” 2024-2025: các tiêu chí phải được lượng hóa, "
      + "xác định rõ trách nhiệm chủ trì"
  ) { context, log in
    for target in context.archive.campaigns.flatMap(\.targets) {
      let gaps = gaps(in: target)
      if !gaps.isEmpty {
        log.tell(
          "target.incomplete", at: target.location, record: target.id,
          Phrase(
            "Chỉ tiêu “\(target.id)” chưa nêu \(gaps.map(\.vietnamese).joined(separator: ", ")).",
            en: "Target “\(target.id)” does not state "
              + "\(gaps.map(\.english).joined(separator: ", "))."),
          help: Phrase(
            "Bổ sung nếu kế hoạch có nêu; chỉ tiêu thi đua phải được lượng hóa.",
            en: "Add it if the plan states it; targets must be quantified."))
      }
      if let number = [target.value, target.valueHigh].compactMap(\.self)
        .first(where: { !isStated($0, in: target) })
      {
        log.tell(
          "target.not-in-sentence", at: target.location, record: target.id,
          Phrase(
            "Chỉ tiêu “\(target.id)” ghi giá trị \(number.text), không có trong nguyên văn: "
              + "“\(target.verbatim)”.",
            en: "Target “\(target.id)” has the value \(number.text), which is not in its sentence: "
              + "“\(target.verbatim)”."),
          help: Phrase(
            "Sửa giá trị, hoặc chép lại nguyên văn câu chỉ tiêu của kế hoạch.",
            en: "Mend the value, or copy the sentence of the plan again."))
      }
    }
  }

  private static func gaps(in target: Target) -> [Phrase] {
    var gaps: [Phrase] = []
    if lacksQuantity(target) { gaps.append(Phrase("số lượng", en: "a quantity")) }
    switch target.comparator {
    case .improve, .reduce, .reduceBy, .riseTo, .maintain:
      if target.baseline == nil { gaps.append(Phrase("mốc so sánh", en: "a baseline")) }
      if target.baselineAt == nil {
        gaps.append(Phrase("thời điểm mốc", en: "the date of the baseline"))
      }
    default: break
    }
    if target.hasOpenMeasure {
      gaps.append(
        Phrase(
          "% là điểm phần trăm hay phần trăm của mốc (đang hiểu là điểm phần trăm)",
          en: "whether % means percentage points or per cent of the baseline (read as points)"))
    }
    if target.deadline == nil { gaps.append(Phrase("thời hạn", en: "a deadline")) }
    if target.owner == nil {
      gaps.append(Phrase("đơn vị chịu trách nhiệm", en: "who answers for it"))
    }
    return gaps
  }

  private static func lacksQuantity(_ target: Target) -> Bool {
    switch target.comparator {
    case .qualitative: true
    case .byReference, .zero, .improve, .reduce, .maintain, .all: false
    default: target.value == nil
    }
  }

  /// Whether the sentence has the number, with a comma or a point; “không” states a zero, and
  /// “toàn bộ” needs no 100.
  private static func isStated(_ number: VNNumber, in target: Target) -> Bool {
    if number.units == 0 || target.comparator == .all { return true }
    return [number.text, number.plain, number.text(groupedBy: "")].contains {
      target.verbatim.has($0)
    }
  }
}

extension String {
  /// Whether the digits stand here as a number of their own, not within a longer one.
  fileprivate func has(_ digits: String) -> Bool {
    let needle = Array(digits.utf8)
    let hay = Array(utf8)
    guard !needle.isEmpty, hay.count >= needle.count else { return false }
    func isDigit(_ index: Int) -> Bool {
      hay.indices.contains(index) && (0x30...0x39).contains(hay[index])
    }
    return (0...hay.count - needle.count).contains { start in
      hay[start..<start + needle.count].elementsEqual(needle) && !isDigit(start - 1)
        && !isDigit(start + needle.count)
    }
  }
}
