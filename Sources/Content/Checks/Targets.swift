import Campaigns
import Diagnostics
import Vietnamese

/// Targets say what, how much and until when (L05); parts and wholes hang together.
enum Targets {
  static func check(_ campaign: Campaign, into bag: inout DiagnosticBag) {
    let targets = Dictionary(
      campaign.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for target in campaign.targets {
      let gaps = gaps(in: target)
      if !gaps.isEmpty {
        bag.add(
          Diagnostic(
            "target.incomplete", .note, at: target.location,
            "Chỉ tiêu “\(target.id)” chưa nêu \(gaps.joined(separator: ", ")).",
            help: "Bổ sung nếu kế hoạch có nêu; chỉ tiêu thi đua phải được lượng hóa."))
      }
      if let low = target.value, let high = target.valueHigh, high < low {
        bag.error(
          "target.range", at: target.location,
          "Khoảng của chỉ tiêu “\(target.id)” ngược: \(low.text) lớn hơn \(high.text).",
          help: "Ghi số nhỏ ở cột “value”, số lớn ở cột “value_high”.")
      }
      if target.comparator == .range, target.value == nil || target.valueHigh == nil {
        bag.error(
          "target.range", at: target.location,
          "Chỉ tiêu “\(target.id)” là một khoảng nhưng thiếu một đầu.",
          help: "Điền cả hai cột “value” và “value_high”.")
      }
      if hasLoop(from: target, in: targets) {
        bag.error(
          "target.parent-loop", at: target.location,
          "Chỉ tiêu “\(target.id)” là “trong đó” của chính nó.",
          help: "Sửa cột “parent” (Trong đó của).")
      }
    }
  }

  private static func gaps(in target: Target) -> [String] {
    var gaps: [String] = []
    switch target.comparator {
    case .qualitative: gaps.append("số lượng")
    case .byReference, .zero, .improve, .reduce, .maintain, .all, .ordinalAtLeast, .everyYear: break
    default: if target.value == nil { gaps.append("số lượng") }
    }
    switch target.comparator {
    case .improve, .reduce, .reduceBy, .riseTo, .maintain:
      if target.baseline == nil { gaps.append("mốc so sánh") }
      if target.baselineAt == nil { gaps.append("thời điểm mốc") }
    default: break
    }
    if target.deadline == nil { gaps.append("thời hạn") }
    return gaps
  }

  private static func hasLoop(from target: Target, in targets: [String: Target]) -> Bool {
    var next = target.parent
    for _ in 0...targets.count {
      guard let id = next else { return false }
      if id == target.id { return true }
      next = targets[id]?.parent
    }
    return false
  }
}
