import Campaigns
import Diagnostics
import Records
import Vietnamese

/// Readers of the sheets of a campaign; `campaign` and `unit` come from the folder or the row.
extension Findings {
  mutating func target(_ row: Record, campaign: String) -> Target? {
    guard let id = row.string("id"), let verbatim = row.string("verbatim"),
      let comparator: Comparator = row.choice("comparator")
    else { return nil }
    let value = row.parsedNumber("value")?.value
    var target = Target(
      id: id, campaign: campaign, verbatim: verbatim, name: row.string("name") ?? verbatim,
      comparator: comparator, value: value?.number,
      unitOfMeasure: row.string("unit_of_measure") ?? (value?.isPercent == true ? "%" : ""),
      location: row.location(of: "id"))
    target.group = row.string("group")
    target.valueHigh = row.value("value_high")
    target.ordinal = row.string("ordinal")
    target.dimension = dimension("dimension", of: row)
    target.baseline = row.value("baseline")
    target.baselineAt = row.string("baseline_at")
    target.direction = row.choice("direction")
    target.statedWindow = row.choice("window")
    target.measure = row.choice("measure")
    target.isStrict = row.flag("strict") ?? (comparator == .moreThan)
    target.years = row.integer("years")?.value
    target.deadline = row.partialDate("deadline")?.value
    target.parent = self.id(.target(campaign: campaign), "parent", of: row)
    target.joint = ids(.target(campaign: campaign), "joint", of: row)
    target.excludes = ids(.target(campaign: campaign), "excludes", of: row)
    target.indicator = self.id(.indicator, "indicator", of: row)
    target.owner = self.id(.unit, "owner", of: row)
    target.source = self.id(.document, "source", of: row)
    target.appliesTo = ids(.unitOrKind, "applies_to", of: row)
    target.rollsUp = row.string("rollup") != "none"
    target.note = row.string("note")
    return target
  }

  private mutating func dimension(_ field: String, of row: Record) -> Dimension? {
    guard let found = row.text(field) else { return nil }
    if let dimension = Dimension.parse(found.value) { return dimension }
    bag.error(
      "target.dimension", at: found.location, "Phạm vi đo “\(found.value)” không đọc được.",
      help: "Ghi cấp học (level=th;thcs), độ tuổi (age=3-5) hoặc môn học (subject=Toán).")
    return nil
  }

  /// Placed at the cell of the figure, so that every number of a report leads back to its cell.
  mutating func result(_ row: Record, campaign: String?, unit: String?) -> TargetResult? {
    let campaign = campaign ?? id(.campaign, "campaign", of: row)
    let unit = id(.unit, "unit", of: row) ?? unit
    let target = campaign.flatMap { id(.target(campaign: $0), "target", of: row) }
    let period = period("period", of: row)
    guard let campaign, let unit, let target, let period else { return nil }
    let figures = ["value", "numerator", "denominator"].filter(row.contains)
    var result = TargetResult(
      campaign: campaign, target: target, unit: unit, period: period, value: row.value("value"),
      numerator: row.value("numerator"), denominator: row.value("denominator"),
      asOf: row.day("as_of"), isConfirmed: row.string("status") != "draft",
      evidence: row.string("evidence"), note: row.string("note"),
      location: row.location(of: figures.first ?? "target"))
    result.cells = figures.map(row.location)
    return result
  }

  mutating func registration(_ row: Record, campaign: String) -> Registration? {
    let unit = id(.unit, "unit", of: row)
    guard let id = row.string("id"), let unit, let item = row.string("item") else { return nil }
    var registration = Registration(
      id: id, campaign: campaign, unit: unit, item: item, location: row.location(of: "id"))
    registration.start = row.day("start")
    registration.end = row.day("end")
    registration.lead = row.string("lead")
    registration.coordinators = row.strings("coordinators")
    registration.expected = row.string("expected")
    registration.signedOn = row.day("signed_on")
    registration.counterparties = row.strings("counterparties")
    registration.status = row.choice("status")
    registration.achieved = row.string("achieved")
    registration.achievedAt = row.text("achieved")?.location
    registration.doneOn = row.day("done_on")
    return registration
  }

  mutating func award(_ row: Record, campaign: String?, unit: String?) -> Award? {
    let campaign = campaign ?? id(.campaign, "campaign", of: row)
    let unit = id(.unit, "unit", of: row) ?? unit
    guard let id = row.string("id"), let unit,
      let awardClass: Award.Class = row.choice("class"),
      let form: Award.Form = row.choice("form"),
      let subjectKind: Award.SubjectKind = row.choice("subject_kind"),
      let basis: Award.Basis = row.choice("basis")
    else { return nil }
    var award = Award(
      id: id, awardClass: awardClass, form: form, subjectKind: subjectKind, unit: unit,
      basis: basis, location: row.location(of: "id"))
    award.classLocation = row.location(of: "class")
    award.campaign = campaign
    award.person = publicPerson("person", as: .achievement, of: row)
    award.subject = row.string("subject")
    award.achievement = row.string("achievement")
    award.achievementID = row.string("achievement_id")
    award.achievedOn = row.day("achieved_on")
    award.proposedOn = row.day("proposed_on")
    award.noticeUntil = row.day("notice_until")
    award.period = period("period", of: row)
    award.decisionNumber = row.string("decision_number")
    award.decisionDate = row.day("decision_date")
    award.authority = row.string("authority")
    award.signer = row.string("signer")
    award.isPosthumous = row.flag("posthumous") ?? false
    award.revokedOn = row.day("revoked_on")
    award.note = row.string("note")
    if subjectKind == .individual, award.person == nil, award.subject == nil {
      bag.warning(
        "award.without-person", at: award.location,
        "Khen thưởng “\(id)” cho cá nhân nhưng không ghi người nào.",
        help: "Ghi mã người vào cột “person” (Cá nhân).")
    }
    return award
  }

  mutating func exemplar(_ row: Record, campaign: String) -> Exemplar? {
    let unit = id(.unit, "unit", of: row)
    guard let id = row.string("id"), let name = row.string("name"),
      let kind: Exemplar.Kind = row.choice("kind"), let unit
    else { return nil }
    var exemplar = Exemplar(
      id: id, campaign: campaign, name: name, kind: kind, unit: unit,
      location: row.location(of: "id"))
    exemplar.person = publicPerson("person", as: .achievement, of: row)
    exemplar.summary = row.string("summary")
    exemplar.isClosed = row.string("status") == "closed"
    exemplar.aliases = row.strings("aliases")
    return exemplar
  }

  mutating func step(_ row: Record) -> (exemplar: String, step: Exemplar.LoggedStep)? {
    let exemplar = id(.exemplar, "exemplar", of: row)
    guard let exemplar, let step: Exemplar.Step = row.choice("step"), let date = row.day("date")
    else { return nil }
    var logged = Exemplar.LoggedStep(
      step: step, date: date, note: row.string("note"), by: id(.unit, "by", of: row),
      location: row.location(of: "step"))
    logged.hasEvidence = row.string("evidence") != nil
    return (exemplar, logged)
  }

  mutating func follower(_ row: Record) -> (exemplar: String, follower: Exemplar.Follower)? {
    let exemplar = id(.exemplar, "exemplar", of: row)
    let unit = id(.unit, "unit", of: row)
    guard let exemplar, let unit, let relation: Exemplar.Relation = row.choice("relation") else {
      return nil
    }
    return (
      exemplar,
      Exemplar.Follower(
        unit: unit, relation: relation, date: row.day("date"), note: row.string("note"))
    )
  }

  mutating func inspection(_ row: Record, campaign: String) -> Inspection? {
    let unit = id(.unit, "unit", of: row)
    guard let id = row.string("id"), let date = row.day("date"), let unit else { return nil }
    var inspection = Inspection(
      id: id, campaign: campaign, date: date, unit: unit, location: row.location(of: "id"))
    inspection.by = self.id(.unit, "by", of: row)
    inspection.findings = row.string("findings")
    inspection.remedy = row.string("remedy")
    inspection.closedOn = row.day("closed_on")
    return inspection
  }
}
