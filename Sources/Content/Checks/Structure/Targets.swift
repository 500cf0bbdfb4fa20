import Campaigns
import Diagnostics
import Vietnamese

/// Ranges have two ends in order, and no target is a part of itself.
enum Targets {
  static func check(_ campaign: Campaign, into bag: inout DiagnosticBag) {
    let targets = Dictionary(
      campaign.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for target in campaign.targets {
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
