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
    return .record(
      Self.shape,
      [
        .record(Self.unitShape, [.text(unit.id), .text(unit.name)]),
        .record(
          Self.campaignShape,
          [
            .text(campaign.id), .text(campaign.title), .text(campaign.displayTitle),
            .text(campaign.theme),
          ]),
        .record(Self.periodShape, [.text(key.period.id), .text(key.period.name)]),
        .record(Self.reviewShape, [.text(key.review.rawValue), .text(key.review.title)]),
        .list(basis), .list(headcount),
        .record(
          Self.narrativeShape,
          NarrativeSections.known.map { .html(narrative.markdown($0.name)) }),
        .list(registrations), .list(inspections), counts(assessments),
        .list(assessments.map { target($0, mark: "") }),
        .list(marked(assessments.filter { $0.state == .missed }) { target($0, mark: $1) }),
        .list(missing.map { .text($0) }), .html(chart(assessments)),
        .list(exemplars.map(exemplar)), .list(awards.map(award)), .list(awardCounts(awards)),
        annex(assessments, awards, exemplars),
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
      return .record(Self.itemShape, [.text(text), .text(mark)])
    }
  }

  private var inspections: [Value] {
    marked(campaign.inspections.filter { isInScope($0.unit) }) { visit, mark in
      var text = "N" + visit.date.official.dropFirst()
      if let name = directory.unit(visit.unit)?.name { text += ", \(name)" }
      if let findings = visit.findings { text += ": \(findings)" }
      while text.hasSuffix(".") { text.removeLast() }
      return .record(Self.itemShape, [.text(text), .text(mark)])
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
      Self.countsShape, [.int(assessments.count)] + TargetState.allCases.map(count))
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
    return .record(
      Self.targetShape,
      [
        .text(target.id), .text(target.name), .text(mark), .text(target.verbatim),
        .text(target.group), .text(target.demand), .text(assessment.valueText), .text(fraction),
        .text(assessment.state.title), .text(assessment.state.id), .text(assessment.reason),
        .text(reason.prefix(1).lowercased() + reason.dropFirst()),
        .bool(assessment.figure?.isDraft ?? false),
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
    return .record(
      Self.exemplarShape,
      [
        .text(exemplar.name), .text(exemplar.kind.title),
        .text(directory.unit(exemplar.unit)?.name), .text(steps.joined(separator: "; ")),
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
    return .record(
      Self.awardShape,
      [
        .text(subject), .text(award.form.title), .text(award.awardClass.title), .text(decision),
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
    let areThere = [!assessments.isEmpty, !awards.isEmpty, !exemplars.isEmpty]
    let count = areThere.count { $0 }
    var number = 0
    return .record(
      Self.annexShape,
      areThere.map { isThere in
        if isThere { number += 1 }
        return .text(count > 1 ? "Phụ lục \(Roman.text(number))" : "Phụ lục")
      })
  }
}
