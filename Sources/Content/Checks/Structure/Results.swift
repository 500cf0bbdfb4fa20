import Campaigns
import Diagnostics
import Vietnamese

/// Rows without figures, and figures nobody asked for.
struct Results {
  private let directory: Directory
  private var archive: Archive { directory.archive }

  init(_ directory: Directory) { self.directory = directory }

  func check(into bag: inout DiagnosticBag) {
    for campaign in archive.campaigns {
      let targets = Dictionary(
        campaign.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for result in campaign.results {
        guard let target = targets[result.target] else { continue }
        figure(result, of: target, into: &bag)
        concern(result, of: target, into: &bag)
        time(result, of: campaign, into: &bag)
      }
    }
  }

  private func figure(
    _ result: TargetResult, of target: Target, into bag: inout DiagnosticBag
  ) {
    guard result.value == nil, result.numerator == nil, target.comparator != .qualitative,
      result.note == nil, result.evidence == nil
    else { return }
    bag.warning(
      "result.empty", at: result.location, "Dòng kết quả không có số liệu.",
      help: "Điền “value”, hoặc “numerator” và “denominator”; chưa có số thì xóa dòng.")
  }

  private func concern(
    _ result: TargetResult, of target: Target, into bag: inout DiagnosticBag
  ) {
    guard !target.appliesTo.isEmpty, let unit = directory.unit(result.unit) else { return }
    let names = [unit.id, unit.kind.rawValue] + unit.levels.map(\.rawValue)
    if target.appliesTo.contains(where: names.contains) { return }
    bag.warning(
      "result.not-asked", at: result.location,
      "Chỉ tiêu “\(target.id)” không áp dụng cho đơn vị “\(unit.id)”.",
      help: "Chỉ tiêu áp dụng cho: \(target.appliesTo.joined(separator: ", ")). "
        + "Xóa dòng này hoặc sửa cột “applies_to” của chỉ tiêu.",
      notes: [.init("Chỉ tiêu được khai ở \(target.location).", at: target.location)])
  }

  /// The year before the campaign is what later figures are held against, so it may be there.
  private func time(
    _ result: TargetResult, of campaign: Campaign, into bag: inout DiagnosticBag
  ) {
    guard let span = result.period.span,
      span.from > campaign.period.to
        || span.to < campaign.period.from.adding(days: -366)
    else { return }
    bag.warning(
      "result.outside-campaign", at: result.location,
      "Kỳ \(result.period.name) nằm ngoài thời gian của phong trào (\(campaign.period.text)).",
      help: "Kiểm tra lại cột “period” (Kỳ).")
  }
}
