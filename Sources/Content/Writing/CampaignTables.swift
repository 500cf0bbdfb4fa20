package import Campaigns
import Diagnostics
package import Records
import Vietnamese

/// The tables behind the reports of a unit on one campaign, in the form that the content folder has
/// them: what is handed on can be read again.
///
/// Made of an edition, so nothing is in them that may not be told, and without what serves the
/// office alone: evidence and notes on figures and awards.
package enum CampaignTables {
  /// Those that have rows.
  ///
  /// - Parameter part: what belongs to the unit and those below it, see `ArchiveParts`.
  package static func tables(of campaign: Campaign, in part: Archive) -> [DataTable] {
    let exemplars = campaign.exemplars
    let people = part.people.filter { $0.consents == true }
    // Who is only proposed has been promised nothing.
    let awards = campaign.awards.filter { $0.status != .proposed }
    let tables = [
      DataTable("units", units, of: part.units),
      DataTable("people", Self.people, of: people),
      DataTable("targets", targets, of: campaign.targets),
      DataTable("results", results, of: campaign.results),
      DataTable("registrations", registrations, of: campaign.registrations),
      DataTable("awards", Self.awards(naming: Set(people.map(\.id))), of: awards),
      DataTable("exemplars", Self.exemplars(naming: Set(people.map(\.id))), of: exemplars),
      DataTable("steps", steps, of: exemplars.flatMap { one in one.steps.map { (one.id, $0) } }),
      DataTable(
        "followers", followers, of: exemplars.flatMap { one in one.followers.map { (one.id, $0) } }
      ),
      DataTable("inspections", inspections, of: campaign.inspections),
      DataTable("submissions", submissions, of: campaign.submissions),
    ]
    return tables.filter { !$0.rows.isEmpty }
  }

  /// The files that those rows, and the plan and stories beside them, were read from, sorted.
  package static func inputs(of campaign: Campaign, in part: Archive) -> [String] {
    var files: Set<String> = [campaign.location.file]
    files.formUnion(part.units.map(\.location.file))
    files.formUnion(campaign.targets.map(\.location.file))
    files.formUnion(campaign.results.map(\.location.file))
    files.formUnion(campaign.registrations.map(\.location.file))
    files.formUnion(campaign.awards.map(\.location.file))
    files.formUnion(campaign.exemplars.map(\.location.file))
    files.formUnion(campaign.exemplars.flatMap { $0.steps.map(\.location.file) })
    files.formUnion(campaign.inspections.map(\.location.file))
    files.formUnion(campaign.submissions.map(\.location.file))
    files.formUnion(part.people.map(\.location.file))
    files.formUnion(part.stories.map(\.location.file))
    files.formUnion(
      part.narratives.filter { $0.campaign == campaign.id }.map(\.prose.location.file))
    return files.sorted()
  }

  // MARK: Columns

  private typealias Column = DataTable.Column

  private static let units: [Column<Unit>] = [
    .text("id") { $0.id },
    .text("name") { $0.name },
    .text("short_name") { $0.shortName },
    .text("kind") { $0.kind.rawValue },
    .list("level") { $0.levels.map(\.rawValue) },
    .text("parent") { $0.parent },
    .text("professional_parent") { $0.professionalParent },
    .text("place") { $0.place },
    .text("code") { $0.code },
    .text("website") { $0.website },
    .day("valid_from") { $0.validFrom },
    .day("valid_to") { $0.validTo },
    .list("successors") { $0.successors },
    .flag("difficult_area") { $0.isDifficultArea == true },
    .count("staff") { $0.headcount.staff },
    .count("teachers") { $0.headcount.teachers },
    .count("pupils") { $0.headcount.pupils },
    .count("classes") { $0.headcount.classes },
    .text("head_title") { $0.headTitle },
    .flag("sample") { $0.isSample },
  ]

  private static let people: [Column<Person>] = [
    .text("id") { $0.id },
    .text("name") { $0.name },
    .text("title") { $0.title },
    .text("role") { $0.role.rawValue },
    .text("position") { $0.position },
    .text("unit") { $0.unit },
    .flag("sample") { $0.isSample },
  ]

  private static let targets: [Column<Target>] = [
    .text("id") { $0.id },
    .text("verbatim") { $0.verbatim },
    .text("name") { $0.name },
    .text("group") { $0.group },
    .text("comparator") { $0.comparator.rawValue },
    .number("value") { $0.value },
    .number("value_high") { $0.valueHigh },
    .text("unit_of_measure") { $0.unitOfMeasure },
    .text("ordinal") { $0.ordinal },
    .text("dimension") { $0.dimension?.text },
    .number("baseline") { $0.baseline },
    .text("baseline_at") { $0.baselineAt },
    .text("direction") { $0.direction?.rawValue },
    .text("window") { $0.statedWindow?.rawValue },
    .count("years") { $0.years },
    .text("measure") { $0.measure?.rawValue },
    .text("deadline") { $0.deadline?.text },
    .text("parent") { $0.parent },
    .list("joint") { $0.joint },
    .list("excludes") { $0.excludes },
    .text("indicator") { $0.indicator },
    .list("applies_to") { $0.appliesTo },
    .text("rollup") { $0.rollsUp ? nil : "none" },
    .text("owner") { $0.owner },
    .text("source") { $0.source },
    .flag("strict") { $0.isStrict },
  ]

  private static let results: [Column<TargetResult>] = [
    .text("target") { $0.target },
    .text("unit") { $0.unit },
    .text("period") { $0.period.name },
    .number("value") { $0.value },
    .number("numerator") { $0.numerator },
    .number("denominator") { $0.denominator },
    .day("as_of") { $0.asOf },
    .text("status") { $0.isConfirmed ? nil : "draft" },
  ]

  private static let registrations: [Column<Registration>] = [
    .text("id") { $0.id },
    .text("unit") { $0.unit },
    .text("item") { $0.item },
    .day("start") { $0.start },
    .day("end") { $0.end },
    .text("lead") { $0.lead },
    .list("coordinators") { $0.coordinators },
    .text("expected") { $0.expected },
    .day("signed_on") { $0.signedOn },
    .list("counterparties") { $0.counterparties },
    .text("status") { $0.status?.rawValue },
    .text("achieved") { $0.achieved },
    .day("done_on") { $0.doneOn },
  ]

  private static func awards(naming people: Set<String>) -> [Column<Award>] {
    [
      .text("id") { $0.id },
      .text("class") { $0.awardClass.rawValue },
      .text("form") { $0.form.rawValue },
      .text("subject_kind") { $0.subjectKind.rawValue },
      .text("person") { $0.person.flatMap { people.contains($0) ? $0 : nil } },
      .text("unit") { $0.unit },
      // Who may not be named is “một giáo viên” here, as in the report.
      .text("subject") { award in
        award.subject
          ?? (award.subjectKind == .individual
            && !(award.person.map(people.contains) ?? false) ? "một cá nhân" : nil)
      },
      .text("basis") { $0.basis.rawValue },
      .text("achievement") { $0.achievement },
      .text("achievement_id") { $0.achievementID },
      .day("achieved_on") { $0.achievedOn },
      .text("period") { $0.period?.name },
      .text("decision_number") { $0.decisionNumber },
      .day("decision_date") { $0.decisionDate },
      .text("authority") { $0.authority },
      .flag("posthumous") { $0.isPosthumous },
      .day("revoked_on") { $0.revokedOn },
    ]
  }

  private static func exemplars(naming people: Set<String>) -> [Column<Exemplar>] {
    [
      .text("id") { $0.id },
      .text("name") { $0.name },
      .text("kind") { $0.kind.rawValue },
      .text("person") { $0.person.flatMap { people.contains($0) ? $0 : nil } },
      .text("unit") { $0.unit },
      .text("summary") { $0.summary },
      .text("status") { $0.isClosed ? "closed" : nil },
      .list("aliases") { $0.aliases },
    ]
  }

  private static let steps: [Column<(String, Exemplar.LoggedStep)>] = [
    .text("exemplar") { $0.0 },
    .text("step") { $0.1.step.rawValue },
    .day("date") { $0.1.date },
    .text("note") { $0.1.note },
    .text("by") { $0.1.by },
  ]

  private static let followers: [Column<(String, Exemplar.Follower)>] = [
    .text("exemplar") { $0.0 },
    .text("unit") { $0.1.unit },
    .text("relation") { $0.1.relation.rawValue },
    .day("date") { $0.1.date },
    .text("note") { $0.1.note },
  ]

  private static let inspections: [Column<Inspection>] = [
    .text("id") { $0.id },
    .day("date") { $0.date },
    .text("by") { $0.by },
    .text("unit") { $0.unit },
    .text("findings") { $0.findings },
    .text("remedy") { $0.remedy },
    .day("closed_on") { $0.closedOn },
  ]

  private static let submissions: [Column<Submission>] = [
    .text("duty") { $0.duty },
    .text("unit") { $0.unit },
    .day("sent_on") { $0.sentOn },
    .text("number") { $0.number },
    .text("period") { $0.period?.name },
  ]
}
