import Campaigns
import Diagnostics
import Vietnamese

/// Phases of a campaign follow one another inside its period (L24).
enum Phases {
  static func check(_ campaign: Campaign, into bag: inout DiagnosticBag) {
    for phase in campaign.phases
    where phase.span.from < campaign.period.from || phase.span.to > campaign.period.to {
      bag.warning(
        "campaign.phase-outside", at: phase.location,
        "Giai đoạn “\(phase.name)” (\(phase.span.text)) vượt ra ngoài thời gian của phong trào "
          + "(\(campaign.period.text)).",
        help: "Sửa mốc của giai đoạn hoặc “period” của phong trào.")
    }
    let phases = campaign.phases.sorted {
      ($0.span.from, $0.span.to, $0.id) < ($1.span.from, $1.span.to, $1.id)
    }
    for (index, b) in phases.enumerated() {
      for a in phases[..<index] where a.span.overlaps(b.span) { tell(a, b, into: &bag) }
    }
  }

  /// Plans cut by years often name the boundary year twice (2021-2023, 2023-2025): that is told,
  /// but does not stop anything.
  private static func tell(
    _ a: Campaign.Phase, _ b: Campaign.Phase, into bag: inout DiagnosticBag
  ) {
    let isBoundaryYear =
      isWholeYears(a.span) && isWholeYears(b.span) && a.span.to.year == b.span.from.year
      && a.span.from < b.span.from && a.span.to < b.span.to
    let until = min(a.span.to, b.span.to)
    let common =
      isBoundaryYear
      ? "năm \(b.span.from.year)" : "từ \(b.span.from.short) đến \(until.short)"
    bag.add(
      Diagnostic(
        isBoundaryYear ? "campaign.phases-share-year" : "campaign.phases-overlap",
        isBoundaryYear ? .warning : .error, at: b.location,
        "Hai giai đoạn “\(a.name)” và “\(b.name)” trùng nhau \(common).",
        help: isBoundaryYear
          ? "Nếu kế hoạch ghi đúng như vậy thì để nguyên; nếu không, sửa năm giáp ranh."
          : "Sửa “from” hoặc “to” để giai đoạn sau bắt đầu khi giai đoạn trước đã hết.",
        notes: [.init("Giai đoạn “\(a.name)” ở \(a.location).", at: a.location)]))
  }

  private static func isWholeYears(_ span: DateSpan) -> Bool {
    span.from.month == 1 && span.from.day == 1 && span.to.month == 12 && span.to.day == 31
  }
}
