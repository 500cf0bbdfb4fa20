import Campaigns
import Diagnostics
import Documents
import Terminal

/// The options that choose among reports, and what they choose.
enum ReportSelection {
  static let options = [
    Option(name: "kind", value: .word(ReportKind.self), help: "chỉ loại này"),
    Option(name: "unit", value: "MÃ", help: "chỉ đơn vị này"),
    Option(name: "campaign", value: "MÃ", help: "chỉ phong trào này"),
    Option(name: "period", value: "KỲ", help: "chỉ kỳ này, ví dụ 2023-2024-hk2"),
  ]

  /// - Throws: `Stop` if an option leaves no report.
  static func keys(_ arguments: Arguments, _ workspace: Workspace) throws(Stop) -> [ReportKey] {
    let all = ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
    var keys = all
    let filters: [(String, (ReportKey) -> String)] = [
      ("kind", { $0.kind.rawValue }), ("unit", { $0.unit }), ("campaign", { $0.campaign }),
      ("period", { $0.period.id }),
    ]
    for (option, id) in filters {
      guard let wanted = arguments.value(option) else { continue }
      keys = keys.filter { id($0) == wanted }
      if keys.isEmpty {
        throw Stop(
          exit: .usage,
          text: "Không có báo cáo nào với --\(option) “\(wanted)”. "
            + (Suggestion.question(for: wanted, among: Set(all.map(id)).sorted()) ?? ""))
      }
    }
    return keys
  }
}
