import Campaigns
import Vietnamese

/// By what reports are cut into lists.
enum ReportCut: Int, CaseIterable {
  case kind, campaign

  var heading: String { self == .kind ? "Loại báo cáo" : "Phong trào" }

  static func list(ofCampaign id: String) -> String { "phong-trao/\(id)" }

  static func register(_ reports: [ReportLink], _ directory: Directory) -> Register {
    var sorter = Register.Sorter(
      allCases.map(\.heading), perSheet: SitePlan.reportsPerSheet, label: "Tất cả", title: "Báo cáo"
    )
    for (i, report) in reports.enumerated() {
      sorter.put(i)
      let slug = Fold.slug(report.heading)
      sorter.put(i, cut: kind.rawValue, id: "loai/\(slug.isEmpty ? "khac" : slug)") {
        (Phrase(report.heading), Phrase(report.heading))
      }
      if let title = directory.title(ofCampaign: report.campaign) {
        sorter.put(i, cut: campaign.rawValue, id: list(ofCampaign: report.campaign)) {
          let part = Phrase.Part.campaign(id: report.campaign, title: title)
          return (
            .title(ofCampaign: report.campaign, title),
            Phrase("Báo cáo: {campaign}", ("campaign", part))
          )
        }
      }
    }
    return sorter.register()
  }
}
