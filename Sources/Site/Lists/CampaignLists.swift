import Campaigns

/// All campaigns, those with targets first, then the newest; and those of each level.
struct CampaignLists: Sendable {
  let campaigns: [Campaign]
  let register: Register

  init(_ all: [Campaign]) {
    campaigns = all.sorted(by: PageScope.comesFirst)
    var sorter = Register.Sorter(
      ["Cấp phát động"], perSheet: SitePlan.campaignsPerSheet, label: "Tất cả",
      title: "Phong trào thi đua")
    for (i, campaign) in campaigns.enumerated() {
      sorter.put(i)
      let origin = campaign.origin
      sorter.put(
        i, cut: 0, order: Campaign.Origin.allCases.firstIndex(of: origin) ?? 0,
        id: "cap/\(origin.rawValue)"
      ) {
        (
          Phrase(origin.title),
          Phrase("Phong trào thi đua: {level} phát động", ("level", .said(origin.title)))
        )
      }
    }
    register = sorter.register()
  }
}
