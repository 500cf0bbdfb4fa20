import Campaigns
import Diagnostics
import Templating
import Vietnamese

/// Who sent the figures of a period, who sent them late, and who did not.
extension ReportView {
  static let sendings: [ReportName] = [
    ReportName("sendings", .list("việc gửi số liệu của từng đơn vị, từng kỳ", of: sendingShape)) {
      view in .list(view.allSendings.map(view.sending))
    },
    ReportName("late_parts", .texts("đơn vị đã gửi số liệu quá hạn")) { view in
      .list(view.units(view.allSendings.filter(\.isLate)).map { .text($0.name) })
    },
    ReportName("missing_parts", .texts("đơn vị chưa gửi đủ số liệu khi đã đến hạn")) { view in
      .list(view.units(view.allSendings.filter(view.isOwed)).map { .text($0.name) })
    },
    ReportName("unregistered", .texts("đơn vị gửi số liệu nhưng chưa đăng ký nội dung nào")) {
      view in .list(view.unregistered.map { .text($0.name) })
    },
  ]

  static let sendingShape = Shape([
    "unit": .text("tên đơn vị"),
    "period": .text("kỳ số liệu"),
    "due": .text("thời hạn, như kế hoạch viết"),
    "closed": .text("ngày chốt số liệu"),
    "missing": .figure("số chỉ tiêu còn thiếu"),
    "state": .text("đúng hạn, quá hạn, gửi chưa đủ, chưa gửi"),
    "is_late": .flag("gửi quá hạn"),
  ])

  /// What one unit sent of one period.
  struct Sending {
    var unit: Unit
    var period: Period
    var due: PartialDate?
    /// The last day on which a figure was closed; nil where the unit names none.
    var closed: PlainDate?
    /// The day on which the paper was sent, as recorded; it goes before the day of the figures.
    var sentOn: PlainDate?
    var hasSent: Bool
    /// Targets of which no figure came.
    var missing: [Target]
    /// The rows that were sent.
    var rows: [Location]

    var isLate: Bool {
      guard let due, let day = sentOn ?? closed else { return false }
      return day > due.last
    }
  }

  /// The day by which figures of a period are due, if the plan names one: that of the phase in which
  /// the period ends, else that of the duty to report.
  private func due(_ period: Period) -> PartialDate? {
    let end = period.span?.to
    let phase = campaign.phases.first { phase in
      phase.due != nil && (end.map { phase.span.contains($0) } ?? false)
    }
    let wanted: Campaign.Duty.Kind =
      ReportPlan.review(of: period, in: campaign) == .interim ? .interimReport : .finalReport
    return phase?.due ?? campaign.duties.first { $0.kind == wanted && $0.due != nil }?.due
  }

  /// The day on which each unit sent its report on a period, as far as recorded.
  ///
  /// A duty asks for one report by its day: that on the last period whose figures are due by then.
  private func papers(on period: Period, due: PartialDate?) -> [String: PlainDate] {
    let kinds: [Campaign.Duty.Kind] = [.interimReport, .finalReport, .periodic]
    guard let due, period == assessor.periods(of: campaign).last(where: { self.due($0) == due }),
      let duty = campaign.duties.first(where: {
        kinds.contains($0.kind) && $0.due?.last == due.last
      })
    else { return [:] }
    let sent = campaign.submissions.filter { $0.duty == duty.id && $0.sentOn <= date }
    return Dictionary(sent.map { ($0.unit, $0.sentOn) }, uniquingKeysWith: min)
  }

  /// The units that sent figures of a period or should have, by name.
  func sendings(in period: Period) -> [Sending] {
    var lacking: [String: [Target]] = [:]
    for target in campaign.targets {
      let figure = assessor.figure(target, unit: unit.id, period: period)
      for id in figure?.missing ?? [] { lacking[id, default: []].append(target) }
    }
    let sent = Dictionary(
      grouping: campaign.results.filter { $0.period == period }, by: \.unit)
    let due = due(period)
    let papers = papers(on: period, due: due)
    let named = Set(lacking.keys).union(sent.keys).union(papers.keys)
    return named.filter(isInScope).compactMap(directory.unit)
      .sorted { SortKey($0.name) < SortKey($1.name) }
      .map { unit in
        Sending(
          unit: unit, period: period, due: due, closed: sent[unit.id]?.compactMap(\.asOf).max(),
          sentOn: papers[unit.id], hasSent: sent[unit.id] != nil || papers[unit.id] != nil,
          missing: lacking[unit.id] ?? [],
          rows: sent[unit.id]?.map(\.location) ?? [])
      }
  }

  /// Of all periods with figures, oldest first.
  var allSendings: [Sending] { assessor.periods(of: campaign).flatMap(sendings) }

  /// Whether figures lack on a day when they should be there.
  func isOwed(_ sending: Sending) -> Bool {
    !sending.missing.isEmpty && (sending.due.map { $0.last < date } ?? true)
  }

  private func units(_ sendings: [Sending]) -> [Unit] {
    Set(sendings.map(\.unit.id)).compactMap(directory.unit)
      .sorted { SortKey($0.name) < SortKey($1.name) }
  }

  /// How many units did what a duty asks for, as far as data tell; empty where they do not.
  func outcome(of duty: Campaign.Duty) -> String {
    if campaign.submissions.contains(where: { $0.duty == duty.id }) { return sent(duty) }
    guard let due = duty.due, due.last < date else { return "" }
    switch duty.kind {
    case .registration:
      let done = shownRegistrations
      return counted([
        (Set(done.map(\.unit)).count, "đã đăng ký", done.map(\.location)),
        (unregistered.count, "chưa đăng ký", unregistered.map(\.location)),
      ])
    case .interimReport, .finalReport, .periodic:
      // What is reported by a day is the last period of which figures are due by then.
      let dueAll = allSendings.filter { $0.due == due }
      let all = dueAll.filter { $0.period == dueAll.map(\.period).max() }
      func part(_ words: String, _ isIn: (Sending) -> Bool) -> (Int, String, [Location]) {
        let some = all.filter(isIn)
        let cells = some.flatMap { $0.rows.isEmpty ? [$0.unit.location] : $0.rows }
        return (Set(some.map(\.unit.id)).count, words, cells)
      }
      return counted([
        part("gửi đủ số liệu, đúng hạn") { $0.hasSent && $0.missing.isEmpty && !$0.isLate },
        part("gửi số liệu quá hạn", \.isLate),
        part("gửi chưa đủ số liệu") { $0.hasSent && !$0.missing.isEmpty && !$0.isLate },
        part("chưa gửi số liệu") { !$0.hasSent },
      ])
    default: return ""
    }
  }

  /// How many units sent the paper, by the record of what was sent.
  private func sent(_ duty: Campaign.Duty) -> String {
    let board = DutyBoard(campaign, only: duty, in: directory, now: date)
    let entries = board.columns.flatMap(\.entries).filter { isInScope($0.unit) }
    func part(_ words: String, _ isIn: (DutyState) -> Bool) -> (Int, String, [Location]) {
      let some = Set(entries.filter { isIn($0.state) }.map(\.unit))
      let rows = campaign.submissions.filter {
        $0.duty == duty.id && $0.sentOn <= date && some.contains($0.unit)
      }
      let silent = some.subtracting(rows.map(\.unit)).sorted()
      return (
        some.count, words,
        rows.map(\.location) + silent.compactMap { directory.unit($0)?.location }
      )
    }
    return counted([
      part("đã gửi đúng hạn") { $0 == .onTime },
      part("đã gửi") { $0 == .sent },
      part("đã gửi, quá hạn") { if case .sentLate = $0 { true } else { false } },
      part("chưa gửi, quá hạn", \.isOverdue),
      part("chưa gửi") { !$0.isSent && !$0.isOverdue },
    ])
  }

  private func counted(_ parts: [(count: Int, words: String, cells: [Location])]) -> String {
    parts.filter { $0.count > 0 }.map { part in
      let origin = SourceLedger.Origin(
        "Số đơn vị \(part.words), \(whose)", rule: "đếm \(part.count) đơn vị", cells: part.cells)
      return ledger.traced(SourceLedger.text(part.count), origin) + " đơn vị \(part.words)"
    }.joined(separator: "; ")
  }

  private var unregistered: [Unit] {
    let registered = Set(campaign.registrations.map(\.unit))
    return units(allSendings.filter { !registered.contains($0.unit.id) })
  }

  private func sending(_ sending: Sending) -> Value {
    let state =
      switch (sending.hasSent, sending.missing.isEmpty) {
      case (false, _):
        sending.due == nil ? "Chưa gửi" : isOwed(sending) ? "Quá hạn, chưa gửi" : "Chưa đến hạn"
      case (true, false): "Gửi chưa đủ" + (sending.isLate ? ", quá hạn" : "")
      case (true, true):
        sending.isLate ? "Gửi quá hạn" : sending.due == nil ? "Đã gửi" : "Gửi đúng hạn"
      }
    return .record(
      Self.sendingShape,
      [
        .text(sending.unit.name), .text(sending.period.name.capitalisedFirst),
        .text(sending.due?.text),
        .text(sending.closed?.short),
        ledger.count(
          sending.missing.map(\.location),
          of: "Số chỉ tiêu chưa có số liệu, \(sending.unit.name), \(sending.period.name)"),
        .text(state), .bool(sending.isLate),
      ])
  }
}
