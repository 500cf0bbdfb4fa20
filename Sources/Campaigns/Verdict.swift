import Vietnamese

/// The state of a target and why, in the words of a report.
struct Verdict {
  var state: TargetState
  var reason: String

  init(_ state: TargetState, _ reason: String) {
    self.state = state
    self.reason = reason
  }

  /// Judges by the target's window, which says what figures count, and its comparator, which says
  /// what they must be (`domain.md` 1.6).
  ///
  /// - Parameters:
  ///   - span: the time of the campaign.
  ///   - history: figures up to this period, oldest first; asked only where a rule needs it.
  static func of(
    _ target: Target, figure: Figure?, in period: Period, of span: DateSpan?,
    history: () -> [(Period, Figure)]
  ) -> Verdict {
    if target.comparator.isUnquantified {
      return Verdict(
        .unquantified,
        figure?.note ?? "Kế hoạch không nêu con số; cần đơn vị đánh giá bằng lời.")
    }
    guard let figure else { return Verdict(.unknown, "Chưa có đơn vị nào báo cáo số liệu.") }
    guard let value = figure.value else {
      return Verdict(
        .incomplete, "Thiếu tử số, mẫu số nên không cộng dồn được; không lấy trung bình các tỷ lệ.")
    }
    let verdict = inWindow(target, figure, value) {
      Timeline(history(), of: target, in: span, at: period)
    }
    return Verdict(verdict.state, told(verdict, of: target, figure, value))
  }

  private static func told(
    _ verdict: Verdict, of target: Target, _ figure: Figure, _ value: VNNumber
  ) -> String {
    var text = "Thực hiện "
    if let numerator = figure.numerator, let denominator = figure.denominator {
      text += "\(numerator.text)/\(denominator.text) = "
    }
    text += "\(target.text(of: value)), \(verdict.reason)"
    if !figure.missing.isEmpty {
      text += "; còn \(figure.missing.count) đơn vị chưa có số liệu"
    }
    if figure.isDraft { text += "; có số liệu chưa xác nhận" }
    if target.hasOpenMeasure {
      text += "; kế hoạch không nói rõ nên hiểu là điểm phần trăm"
    }
    return text + "."
  }

  /// What still holds when the rest comes in, or is confirmed; all else is left open.
  ///
  /// More units only add to a count, so one that is reached stays reached; a share can move either
  /// way, except that one short of the whole stays so.
  func settled(for figure: Figure, of target: Target) -> Verdict {
    if figure.isFirm || state == .incomplete { return self }
    return stands(for: figure, of: target) ? self : Verdict(.incomplete, "tạm tính \(reason)")
  }

  private func stands(for figure: Figure, of target: Target) -> Bool {
    if figure.isDraft { return false }
    let isReached = state == .met || state == .exceeded
    switch target.comparator {
    case .zero: return state == .missed
    case .all where figure.numerator != nil && figure.denominator != nil: return state == .missed
    case .range:
      guard !target.isPercent, let value = figure.value, let high = target.valueHigh else {
        return false
      }
      return value > high
    default: break
    }
    guard target.isPercent else { return isReached }
    return state == .missed && (target.value.map { $0 >= VNNumber(100) } ?? false)
      && target.comparator.isThreshold
  }
}

extension Comparator {
  /// Whether the figure itself, and not a change of it, is held against the value.
  var isThreshold: Bool {
    switch self {
    case .improve, .reduce, .reduceBy, .increaseBy, .byReference, .qualitative: false
    default: true
    }
  }
}
