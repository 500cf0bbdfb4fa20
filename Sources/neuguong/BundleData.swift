import Bundles
import Campaigns
import Content
import Records

/// The data behind the reports of a bundle, as tables and as one file for programs.
struct BundleData: Sendable {
  let campaign: Campaign
  let tables: [DataTable]
  /// Files of the content folder that they come from.
  let inputs: [String]

  /// - Parameter part: what belongs to the unit and those below it.
  init(campaign: Campaign, period: Period, unit: String, part: Archive, assessor: Assessor) {
    self.campaign = campaign
    tables =
      CampaignTables.tables(of: campaign, in: part)
      + [AssessmentTable.table(of: campaign, period: period, unit: unit, in: part, by: assessor)]
      .compactMap(\.self)
    inputs = CampaignTables.inputs(of: campaign, in: part)
  }

  /// Every table as CSV, and all of them as JSON.
  func files(
    _ unit: BundleManifest.Named, _ campaign: BundleManifest.Named, _ period: BundleManifest.Named,
    day: String
  ) -> [(path: String, bytes: [UInt8])] {
    let whole = JSONNode.object([
      ("format", .string("neuguong-data")), ("version", .int(1)),
      ("unit", unit.node), ("campaign", campaign.node), ("period", period.node),
      ("day", .string(day)), ("tables", .object(tables.map { ($0.name, $0.node) })),
    ])
    return tables.map { ("du-lieu/\($0.name).csv", $0.csv) }
      + [("du-lieu/du-lieu.json", JSON.bytes(of: whole))]
  }
}

/// What the figures of a period amount to, beside the tables that they were entered in.
enum AssessmentTable {
  private static let columns: [DataTable.Column<Assessment>] = [
    .text("target") { $0.target.id },
    .text("name") { $0.target.name },
    .text("unit") { $0.unit },
    .text("period") { $0.period.name },
    .text("demand") { $0.target.demand },
    .number("value") { $0.figure?.value },
    .number("numerator") { $0.figure?.numerator },
    .number("denominator") { $0.figure?.denominator },
    .text("state") { $0.state.rawValue },
    .text("reason") { $0.reason },
    .flag("draft") { $0.figure?.isDraft ?? false },
    .flag("rolled_up") { $0.figure?.isRolledUp ?? false },
    .list("missing") { $0.figure?.missing ?? [] },
  ]

  /// Of the unit itself every target that concerns it, of those below it the figures that there are;
  /// nil if nothing is asked of anybody.
  static func table(
    of campaign: Campaign, period: Period, unit: String, in part: Archive, by assessor: Assessor
  ) -> DataTable? {
    var rows: [Assessment] = []
    for one in part.units {
      for target in campaign.targets where assessor.concerns(target, unit: one) {
        let assessment = assessor.assess(target, unit: one.id, period: period)
        if one.id == unit || assessment.figure != nil { rows.append(assessment) }
      }
    }
    return rows.isEmpty ? nil : DataTable("assessments", columns, of: rows)
  }
}
