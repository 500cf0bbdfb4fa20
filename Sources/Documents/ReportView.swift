import Campaigns
import Drawing
import Templating
import Vietnamese

/// The names that a report template sees; figures come from data, never from prose.
struct ReportView {
  let directory: Directory
  let assessor: Assessor
  let key: ReportKey
  let unit: Unit
  let campaign: Campaign
  let narrative: NarrativeSections

  var globals: Value {
    let assessments = assessor.assess(campaign, unit: unit, period: key.period)
    let exemplars = campaign.exemplars.filter { isInScope($0.unit) }
    let awards = campaign.awards.filter { isInScope($0.unit) && isInPeriod($0) }
      .sorted(by: Award.inOrderOfConferring)
    let missing = missingUnits(assessments)
    return .record([
      ("unit", .record([("id", .text(unit.id)), ("name", .text(unit.name))])),
      (
        "campaign",
        .record([
          ("id", .text(campaign.id)), ("title", .text(campaign.title)),
          ("short_title", .text(campaign.displayTitle)), ("theme", .text(campaign.theme)),
        ])
      ),
      ("period", .record([("id", .text(key.period.id)), ("name", .text(key.period.name))])),
      (
        "review",
        .record([("id", .text(key.review.rawValue)), ("title", .text(key.review.title))])
      ),
      ("basis", .list(basis)),
      ("headcount", .list(headcount)),
      (
        "narrative",
        .record(NarrativeSections.known.map { ($0.name, .html(narrative.markdown($0.name))) })
      ),
      ("registrations", .list(registrations)),
      ("inspections", .list(inspections)),
      ("counts", counts(assessments)),
      ("targets", .list(assessments.map { target($0, mark: "") })),
      (
        "missed", .list(marked(assessments.filter { $0.state == .missed }) { target($0, mark: $1) })
      ),
      ("missing", .list(missing.map { .text($0) })),
      ("chart", .html(chart(assessments))),
      ("exemplars", .list(exemplars.map(exemplar))),
      ("awards", .list(awards.map(award))),
      ("award_counts", .list(awardCounts(awards))),
      ("annex", annex(assessments, awards, exemplars)),
    ])
  }

  private func isInScope(_ id: String) -> Bool {
    id == unit.id || directory.lineage(of: id).contains { $0.id == unit.id }
  }

  private func isInPeriod(_ award: Award) -> Bool {
    guard award.revokedOn == nil, let span = key.period.span else { return false }
    if let date = award.decisionDate { return date >= span.from && date <= span.to }
    return award.period == key.period
  }

  private var basis: [Value] {
    campaign.basis.filter(\.isImplemented).compactMap { directory.document($0.document) }
      .map { .text($0.citation) }
  }

  private var headcount: [Value] {
    let count = unit.headcount
    let parts: [(Int?, String)] = [
      (count.classes, "lớp"), (count.pupils, "học sinh"), (count.teachers, "giáo viên"),
      (count.staff, "cán bộ quản lý, giáo viên, nhân viên"),
    ]
    return parts.compactMap { number, noun in
      number.map { .text("\(VNNumber($0).text) \(noun)") }
    }
  }

  private var registrations: [Value] {
    marked(campaign.registrations.filter { $0.unit == unit.id }) { item, mark in
      var text = item.item
      if let start = item.start, let end = item.end {
        text += " (từ \(start.short) đến \(end.short))"
      }
      if let status = item.status { text += ", \(status.title.lowercased())" }
      while text.hasSuffix(".") { text.removeLast() }
      return .record([("text", .text(text)), ("mark", .text(mark))])
    }
  }

  private var inspections: [Value] {
    marked(campaign.inspections.filter { isInScope($0.unit) }) { visit, mark in
      var text = "N" + visit.date.official.dropFirst()
      if let name = directory.unit(visit.unit)?.name { text += ", \(name)" }
      if let findings = visit.findings { text += ": \(findings)" }
      while text.hasSuffix(".") { text.removeLast() }
      return .record([("text", .text(text)), ("mark", .text(mark))])
    }
  }

  private func missingUnits(_ assessments: [Assessment]) -> [String] {
    let ids = Set(assessments.flatMap { $0.figure?.missing ?? [] })
    return ids.compactMap { directory.unit($0)?.name }.sorted { SortKey($0) < SortKey($1) }
  }

  private func counts(_ assessments: [Assessment]) -> Value {
    func count(_ state: TargetState) -> Value {
      .int(assessments.reduce(0) { $0 + ($1.state == state ? 1 : 0) })
    }
    return .record(
      [("total", .int(assessments.count))] + TargetState.allCases.map { ($0.id, count($0)) })
  }

  /// The items of an enumeration: each ends with a semicolon, the last with a full stop.
  private func marked<Item>(_ items: [Item], _ make: (Item, String) -> Value) -> [Value] {
    items.enumerated().map { make($0.element, $0.offset == items.count - 1 ? "." : ";") }
  }

  private func target(_ assessment: Assessment, mark: String) -> Value {
    let target = assessment.target
    var reason = assessment.reason
    while reason.hasSuffix(".") { reason.removeLast() }
    var fraction = ""
    if let figure = assessment.figure, let top = figure.numerator, let bottom = figure.denominator {
      fraction = "\(top.text)/\(bottom.text)"
    }
    return .record([
      ("id", .text(target.id)), ("name", .text(target.name)), ("mark", .text(mark)),
      ("verbatim", .text(target.verbatim)), ("group", .text(target.group)),
      ("demand", .text(target.demand)), ("value", .text(assessment.valueText)),
      ("fraction", .text(fraction)), ("state", .text(assessment.state.title)),
      ("state_id", .text(assessment.state.id)), ("reason", .text(assessment.reason)),
      ("reason_short", .text(reason.prefix(1).lowercased() + reason.dropFirst())),
      ("is_draft", .bool(assessment.figure?.isDraft ?? false)),
    ])
  }

  /// Lines for a `bieu-do` block: the percentages that have a figure, in the plan's order.
  private func chart(_ assessments: [Assessment]) -> String {
    let bars = assessments.filter { $0.target.isPercent && $0.figure?.value != nil }.prefix(10)
    guard bars.count >= 2 else { return "" }
    return bars.map { assessment in
      let label = assessment.target.name.filter { $0 != "|" && !$0.isNewline && $0 != "`" }
      let value = assessment.figure?.value.map { decimal($0) } ?? ""
      let goal = assessment.target.value.map { decimal($0) } ?? ""
      return "\(label) | \(assessment.valueText) | \(value) | \(goal) | "
        + ink(assessment.state).rawValue
    }.joined(separator: "\n")
  }

  private func decimal(_ number: VNNumber) -> String {
    String(number.text.filter { $0 != "." }.map { $0 == "," ? "." : $0 })
  }

  private func ink(_ state: TargetState) -> Drawing.Ink {
    switch state {
    case .exceeded, .met: .good
    case .missed: .poor
    case .unknown, .unquantified: .unknown
    }
  }

  private func exemplar(_ exemplar: Exemplar) -> Value {
    let steps = exemplar.steps.map { "\($0.step.title) (\($0.date.short))" }
    return .record([
      ("name", .text(exemplar.name)), ("kind", .text(exemplar.kind.title)),
      ("unit", .text(directory.unit(exemplar.unit)?.name)),
      ("steps", .text(steps.joined(separator: "; "))),
    ])
  }

  private func award(_ award: Award) -> Value {
    let person = award.person.flatMap(directory.person)?.publicName
    let unitName = directory.unit(award.unit)?.name
    var subject = person ?? award.subject ?? unitName ?? award.unit
    if person != nil || award.subject != nil, let unitName { subject += ", \(unitName)" }
    var decision = award.decisionNumber.map { "Số \($0)" } ?? ""
    if let date = award.decisionDate { decision += " ngày \(date.short)" }
    if let authority = award.authority { decision += " của \(authority)" }
    return .record([
      ("subject", .text(subject)), ("form", .text(award.form.title)),
      ("class", .text(award.awardClass.title)), ("decision", .text(decision)),
    ])
  }

  private func awardCounts(_ awards: [Award]) -> [Value] {
    Award.Form.allCases.compactMap { form in
      let count = awards.reduce(0) { $0 + ($1.form == form ? 1 : 0) }
      return count == 0
        ? nil : .text("\(count < 10 ? "0" : "")\(VNNumber(count).text) \(form.title)")
    }
  }

  /// How the text calls each appendix: numbered in Roman where there are two or more, as the
  /// headings of the appendices are.
  private func annex(
    _ assessments: [Assessment], _ awards: [Award], _ exemplars: [Exemplar]
  ) -> Value {
    let kinds: [(name: String, isThere: Bool)] = [
      ("targets", !assessments.isEmpty), ("awards", !awards.isEmpty),
      ("exemplars", !exemplars.isEmpty),
    ]
    let count = kinds.filter(\.isThere).count
    var number = 0
    return .record(
      kinds.map { kind in
        if kind.isThere { number += 1 }
        return (kind.name, .text(count > 1 ? "Phụ lục \(Roman.text(number))" : "Phụ lục"))
      })
  }
}
