import Campaigns
import Diagnostics
import Vietnamese

/// All checks that need more than one record; each group is a file of its own.
enum Checks {
  static func run(
    on archive: Archive, layout: ContentLayout, now: PlainDate, into findings: inout Findings
  ) {
    References(archive).check(
      findings.references, spoilt: findings.spoilt, into: &findings.bag)
    Duplicates.check(archive, into: &findings.bag)
    UnitTree(archive).check(into: &findings.bag)
    for campaign in archive.campaigns {
      Phases.check(campaign, into: &findings.bag)
      Targets.check(campaign, into: &findings.bag)
      Exemplars.check(campaign, now: now, into: &findings.bag)
    }
    Results(archive).check(into: &findings.bag)
    Awards.check(archive, into: &findings.bag)
    Hygiene.check(archive, layout: layout, into: &findings.bag)
  }
}
