import Campaigns
import Diagnostics
import Vietnamese

/// Figures that cannot be (L07), and figures nobody asked for.
struct Results {
  private let archive: Archive
  private let units: [String: Unit]

  init(_ archive: Archive) {
    self.archive = archive
    units = Dictionary(archive.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

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
    let zero = VNNumber(0)
    if result.value == nil, result.numerator == nil, target.comparator != .qualitative,
      result.note == nil, result.evidence == nil
    {
      bag.warning(
        "result.empty", at: result.location, "Dòng kết quả không có số liệu.",
        help: "Điền “value”, hoặc “numerator” và “denominator”; chưa có số thì xóa dòng.")
    }
    if let numerator = result.numerator, result.denominator == nil, target.isPercent,
      result.value == nil
    {
      bag.error(
        "result.without-denominator", at: result.location,
        "Có tử số \(numerator.text) nhưng thiếu mẫu số.",
        help: "Chỉ tiêu tính bằng %: điền cột “denominator” (Mẫu số).")
    }
    if result.denominator == zero {
      bag.error(
        "result.zero-denominator", at: result.location, "Mẫu số bằng 0.",
        help: "Đơn vị không có đối tượng thì bỏ trống cả dòng và ghi chú lý do.")
      return
    }
    let negative = [result.numerator, result.denominator, target.isPercent ? result.value : nil]
      .compactMap(\.self).first { $0 < zero }
    if let negative {
      bag.error(
        "result.negative", at: result.location, "Số \(negative.text) không thể âm.",
        help: "Kiểm tra lại số liệu.")
      return
    }
    if let numerator = result.numerator, let denominator = result.denominator {
      if numerator > denominator, target.isPercent {
        bag.error(
          "result.numerator-too-large", at: result.location,
          "Tử số \(numerator.text) lớn hơn mẫu số \(denominator.text).",
          help: "Số đạt không thể nhiều hơn tổng số; có thể hai cột bị đổi chỗ.")
        return
      }
      agreement(result, numerator, denominator, target, into: &bag)
    }
    if target.isPercent, let value = result.value, value > VNNumber(100) {
      bag.error(
        "result.percent-range", at: result.location,
        "Tỷ lệ \(value.text)% nằm ngoài khoảng 0–100.",
        help: "Kiểm tra dấu phẩy thập phân: 79,63 chứ không phải 7963.")
    }
  }

  /// A value beside its parts is the same share, rounded to the digits it is written with.
  private func agreement(
    _ result: TargetResult, _ numerator: VNNumber, _ denominator: VNNumber, _ target: Target,
    into bag: inout DiagnosticBag
  ) {
    guard target.isPercent, let value = result.value,
      let share = VNNumber.percentage(
        numerator: numerator, denominator: denominator, scale: value.scale),
      share != value
    else { return }
    bag.error(
      "result.value-mismatch", at: result.location,
      "Ghi \(value.text)% nhưng \(numerator.text)/\(denominator.text) là \(share.text)%.",
      help: "Sửa một trong ba số, hoặc bỏ trống cột “value” để chương trình tự tính.")
  }

  private func concern(
    _ result: TargetResult, of target: Target, into bag: inout DiagnosticBag
  ) {
    guard !target.appliesTo.isEmpty, let unit = units[result.unit] else { return }
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
