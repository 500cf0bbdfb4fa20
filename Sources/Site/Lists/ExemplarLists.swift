import Campaigns
import Vietnamese

/// All exemplars, those that are still led first, then by name; and the ways in which they are cut.
struct ExemplarLists: Sendable {
  enum Cut: Int, CaseIterable {
    case kind, campaign, place

    var heading: String {
      switch self {
      case .kind: "Loại"
      case .campaign: "Phong trào"
      case .place: "Nơi công tác, học tập"
      }
    }
  }

  let exemplars: [Exemplar]
  let register: Register

  init(_ all: [Exemplar], tracks: [String: Campaign.Track], _ directory: Directory) {
    let keys = all.map {
      (Self.standing(of: $0, track: tracks[$0.campaign]).order, SortKey($0.name), $0.id)
    }
    exemplars = all.indices.sorted { keys[$0] < keys[$1] }.map { all[$0] }
    var sorter = Register.Sorter(
      Cut.allCases.map(\.heading), perSheet: SitePlan.rowsPerSheet, label: "Tất cả",
      title: "Điển hình tiên tiến")
    for (i, exemplar) in exemplars.enumerated() {
      sorter.put(i)
      let kind = exemplar.kind
      let order = Exemplar.Kind.allCases.firstIndex(of: kind) ?? 0
      sorter.put(i, cut: Cut.kind.rawValue, order: order, id: "loai/\(kind.rawValue)") {
        (
          Phrase(kind.title), Phrase("Điển hình theo loại: {kind}", ("kind", .title(kind.title)))
        )
      }
      if let title = directory.title(ofCampaign: exemplar.campaign) {
        sorter.put(i, cut: Cut.campaign.rawValue, id: Self.list(ofCampaign: exemplar.campaign)) {
          let part = Phrase.Part.campaign(id: exemplar.campaign, title: title)
          return (
            .title(ofCampaign: exemplar.campaign, title),
            Phrase("Điển hình: {campaign}", ("campaign", part))
          )
        }
      }
      guard let unit = directory.unit(exemplar.unit) else { continue }
      for place in Register.places(of: unit) {
        sorter.put(i, cut: Cut.place.rawValue, order: place.order, id: "cap/\(place.id)") {
          (Phrase(place.title), Phrase("Điển hình: {place}", ("place", .title(place.title))))
        }
      }
    }
    register = sorter.register()
  }

  static func list(ofCampaign id: String) -> String { "phong-trao/\(id)" }

  /// How far an exemplar has come, in words, and where lists put it.
  static func standing(
    of exemplar: Exemplar, track: Campaign.Track?
  ) -> (order: Int, title: Phrase) {
    if exemplar.isClosed { return (3, "Đã kết thúc theo dõi") }
    let stages = exemplar.stages(on: track)
    if stages.isEmpty { return (1, "Chưa ghi bước nào") }
    if let next = stages.first(where: { $0.state == .next }) {
      return (0, Phrase("Bước tiếp theo: {step}", ("step", .said(next.step.title))))
    }
    return (2, "Đã qua đủ các bước")
  }
}
