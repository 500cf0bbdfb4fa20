import Campaigns
import Diagnostics
import Vietnamese

extension Check {
  static let impossibleResult = Check(
    "L07", .error, Phrase("Số liệu không thể có", en: "Impossible result"),
    explanation: Phrase(
      "Mẫu số bằng 0, tử số lớn hơn mẫu số, tỷ lệ ngoài 0–100, số đếm âm, hoặc tỷ lệ không khớp "
        + "với tử số và mẫu số.",
      en: "A denominator of 0, a numerator above the denominator, a percentage outside 0–100, a "
        + "negative count, or a value that is not numerator over denominator."),
    remedy: Phrase("Sửa số trong bảng kết quả.", en: "Mend the figure in the table of results."),
    citation: "Kế hoạch thi đua Cần Giuộc 2024, chỉ tiêu 79,63% (43/54)"
  ) { context, log in
    for campaign in context.archive.campaigns {
      let targets = Dictionary(
        campaign.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for result in campaign.results {
        if let target = targets[result.target] { examine(result, of: target, into: &log) }
      }
    }
  }

  private static func examine(
    _ result: TargetResult, of target: Target, into log: inout CheckLog
  ) {
    func tell(_ id: String, _ summary: Phrase, _ help: Phrase) {
      log.tell(id, at: result.location, record: result.key, summary, help: help)
    }
    let zero = VNNumber(0)
    if let numerator = result.numerator, result.denominator == nil, target.isPercent,
      result.value == nil
    {
      tell(
        "result.without-denominator",
        Phrase(
          "Có tử số \(numerator.text) nhưng thiếu mẫu số.",
          en: "There is a numerator \(numerator.text) but no denominator."),
        Phrase(
          "Chỉ tiêu tính bằng %: điền cột “denominator” (Mẫu số).",
          en: "The target is a percentage: fill in the column “denominator”."))
    }
    if result.denominator == zero {
      tell(
        "result.zero-denominator", Phrase("Mẫu số bằng 0.", en: "The denominator is 0."),
        Phrase(
          "Đơn vị không có đối tượng thì bỏ trống cả dòng và ghi chú lý do.",
          en: "If the unit has nothing to count, leave the figures out and note why."))
      return
    }
    // Only a change may be a loss: “tăng thêm” of -2 schools.
    let isChange = target.comparator == .increaseBy && !target.isPercent
    let negative = [result.numerator, result.denominator, isChange ? nil : result.value]
      .compactMap(\.self).first { $0 < zero }
    if let negative {
      tell(
        "result.negative",
        Phrase("Số \(negative.text) không thể âm.", en: "\(negative.text) cannot be negative."),
        Phrase("Kiểm tra lại số liệu.", en: "Check the figure."))
      return
    }
    if let numerator = result.numerator, let denominator = result.denominator {
      if numerator > denominator, target.isPercent {
        tell(
          "result.numerator-too-large",
          Phrase(
            "Tử số \(numerator.text) lớn hơn mẫu số \(denominator.text).",
            en: "Numerator \(numerator.text) is above denominator \(denominator.text)."),
          Phrase(
            "Số đạt không thể nhiều hơn tổng số; có thể hai cột bị đổi chỗ.",
            en: "No more can pass than there are; perhaps the columns are swapped."))
        return
      }
      if let value = result.value, target.isPercent,
        let share = VNNumber.percentage(
          numerator: numerator, denominator: denominator, scale: value.scale),
        share != value
      {
        let parts = "\(numerator.text)/\(denominator.text)"
        tell(
          "result.value-mismatch",
          Phrase(
            "Ghi \(value.text)% nhưng \(parts) là \(share.text)%.",
            en: "It says \(value.text)% but \(parts) is \(share.text)%."),
          Phrase(
            "Sửa một trong ba số, hoặc bỏ trống cột “value” để chương trình tự tính.",
            en: "Mend one of the three, or leave “value” empty to have it computed."))
      }
    }
    if target.isPercent, let value = result.value, value > VNNumber(100) {
      tell(
        "result.percent-range",
        Phrase(
          "Tỷ lệ \(value.text)% nằm ngoài khoảng 0–100.", en: "\(value.text)% is outside 0–100."),
        Phrase(
          "Kiểm tra dấu phẩy thập phân: 79,63 chứ không phải 7963.",
          en: "Check the decimal comma: 79,63 and not 7963."))
    }
  }
}

extension TargetResult {
  /// By what a waiver names the row: target, unit and period.
  var key: String { "\(target)/\(unit)/\(period.id)" }
}
