import Campaigns
import Diagnostics

/// What must hold before any rule of the field can be looked at: names that resolve, keys that are
/// unique, trees without loops.
enum Structure {
  static func check(_ directory: Directory, layout: ContentLayout, into findings: inout Findings) {
    let archive = directory.archive
    References(archive).check(
      findings.references, spoilt: findings.spoilt, into: &findings.bag)
    Duplicates.check(archive, into: &findings.bag)
    UnitTree(directory).check(into: &findings.bag)
    CampaignTree.check(archive.campaigns, into: &findings.bag)
    for campaign in archive.campaigns { Targets.check(campaign, into: &findings.bag) }
    Results(directory).check(into: &findings.bag)
    Images.check(archive, layout: layout, into: &findings.bag)
  }
}
