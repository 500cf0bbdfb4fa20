import Campaigns
import Templating
import Vietnamese

/// Targets and how they stand.
extension ReportView {
  static let results: [ReportName] = [
    ReportName("targets", .list("các chỉ tiêu", of: targetShape)) { view in
      .list(view.assessments.map { view.target($0, mark: "") })
    },
    ReportName("missed", .list("các chỉ tiêu chưa đạt", of: targetShape)) { view in
      .list(view.marked(view.assessments.filter { $0.state == .missed }, view.target))
    },
    ReportName("state_counts", .safeTexts("số chỉ tiêu theo từng mức đánh giá, bỏ mức không có")) {
      .list($0.stateCounts)
    },
    ReportName("missing", .texts("đơn vị chưa gửi đủ số liệu")) { view in
      .list(view.missing.map { .text($0.name) })
    },
  ]

  static let targetShape = Shape([
    "id": .text("mã chỉ tiêu"),
    "name": .text("tên gọn"),
    "mark": .text("dấu cuối dòng, trong danh sách chưa đạt"),
    "verbatim": .text("nguyên văn"),
    "group": .text("nhóm"),
    "demand": .safe("yêu cầu"),
    "value": .safe("kết quả"),
    "fraction": .safe("tử số và mẫu số, như `412/418`"),
    "state": .text("đánh giá bằng lời"),
    "state_id": .text("mã đánh giá"),
    "reason": .safe("vì sao đánh giá như vậy"),
    "reason_short": .safe("lý do để viết giữa câu"),
    "is_draft": .flag("số liệu chưa xác nhận"),
  ])

  func target(_ assessment: Assessment, mark: String) -> Value {
    let target = assessment.target
    let reason = Self.withoutStop(assessment.reason)
    let origin = origin(of: assessment)
    var judged = origin
    judged.cells.append(target.location)
    let plan = SourceLedger.Origin("Yêu cầu của kế hoạch: \(target.name)", cells: [target.location])
    return .record(
      Self.targetShape,
      [
        .text(target.id), .text(target.name), .text(mark), .text(target.verbatim.capitalisedFirst),
        .text(target.group), .html(ledger.sentence(target.demand, plan)),
        .html(value(of: assessment)), .html(fraction(of: assessment)),
        .text(assessment.state.title), .text(assessment.state.id),
        .html(ledger.sentence(assessment.reason, judged)),
        .html(ledger.sentence(reason.prefix(1).lowercased() + reason.dropFirst(), judged)),
        .bool(assessment.figure?.isDraft ?? false),
      ])
  }

  /// The achieved value with its source; a dash where there is none.
  func value(of assessment: Assessment) -> String {
    guard assessment.figure?.value != nil else { return assessment.valueText }
    return ledger.traced(assessment.valueText, origin(of: assessment))
  }

  private func fraction(of assessment: Assessment) -> String {
    guard let figure = assessment.figure, let top = figure.numerator,
      let bottom = figure.denominator
    else { return "" }
    var origin = origin(of: assessment)
    origin.rule =
      figure.isRolledUp
      ? "tổng tử số và tổng mẫu số của \(figure.reporting) đơn vị" : "tử số và mẫu số"
    return ledger.traced("\(top.text)/\(bottom.text)", origin)
  }

  func origin(of assessment: Assessment) -> SourceLedger.Origin {
    let name = directory.name(ofUnit: assessment.unit) ?? whose
    return SourceLedger.Origin(
      "\(assessment.target.name), \(name), \(assessment.period.name)",
      rule: assessment.figure.flatMap { Self.rule($0, isPercent: assessment.target.isPercent) },
      cells: assessment.figure?.sources ?? [])
  }

  private static func rule(_ figure: Campaigns.Figure, isPercent: Bool) -> String? {
    if figure.isRolledUp {
      return isPercent
        ? "tổng tử số chia tổng mẫu số của \(figure.reporting) đơn vị"
        : "tổng của \(figure.reporting) đơn vị"
    }
    return isPercent && figure.numerator != nil && figure.denominator != nil
      ? "tử số chia mẫu số" : nil
  }

  private var stateCounts: [Value] {
    TargetState.allCases.compactMap { state in
      let cells = assessments.filter { $0.state == state }.map(\.target.location)
      guard !cells.isEmpty else { return nil }
      let noun = "chỉ tiêu \(state.title.lowercased())"
      let origin = SourceLedger.Origin(
        "Số \(noun), \(whose), \(key.period.name)", rule: "đếm \(cells.count) chỉ tiêu",
        cells: cells)
      return .html(ledger.traced(SourceLedger.text(cells.count), origin) + " \(noun)")
    }
  }
}
