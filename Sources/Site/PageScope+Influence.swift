import Campaigns
import Drawing
import Templating
import Vietnamese

/// Who learned from whom (lan tỏa): figures, a picture, and the same as a table.
extension PageScope {
  static let influenceShape = Shape([
    "title": .text("tên hình"),
    "campaign": .object("phong trào, trên trang lan tỏa của phong trào", linkShape),
    "url": .text("địa chỉ trang lan tỏa của phong trào"),
    "figures": .list(
      "số đơn vị học tập, bắt kịp, vượt qua; ngày đầu, ngày mới nhất", of: labelShape),
    "levels": .list("số đơn vị theo cấp học", of: labelShape),
    "clusters": .list("số đơn vị theo cụm, khối", of: reachShape),
    "graph": .safe("hình vẽ ai học ai (SVG)"),
    "is_cut": .flag("hình chỉ vẽ phần đầu; bảng có đủ"),
    "rows": .list("bảng ai học ai, nhiều nhất 150 dòng", of: bondShape),
    "rows_cut": .flag("bảng chỉ nêu phần đầu"),
  ])

  static let reachShape = Shape([
    "cluster": .object("cụm, khối", linkShape),
    "count": .text("số đơn vị"),
  ])

  static let bondShape = Shape([
    "exemplar": .object("điển hình", linkShape),
    "unit": .object("đơn vị học theo", linkShape),
    "relation": .text("học tập, bắt kịp hoặc vượt qua: mức xa nhất đã tới"),
    "relation_id": .text("mức ấy để đặt lớp CSS, như `bat-kip`"),
    "first": .text("ngày ghi nhận đầu tiên"),
    "latest": .text("ngày ghi nhận mới nhất, khi khác ngày đầu"),
    "note": .text("ghi chú"),
  ])

  /// Null where nobody follows.
  func influence(of exemplars: [Exemplar], _ title: String, campaign: String? = nil) -> Value {
    let followed = exemplars.filter { !$0.followers.isEmpty }
    if followed.isEmpty { return .null }
    let influence = Influence(of: followed)
    return .lazy(Self.influenceShape) { name in
      switch name {
      case "title": .text(title)
      case "campaign": campaignLink(campaign)
      case "url": campaign.map { href(Address.influence($0)) } ?? .null
      case "figures": figures(of: influence)
      case "levels":
        labelled(
          influence.levels(directory).map { (say($0.level.title), tree.text($0.count)) })
      case "clusters":
        .some(
          influence.clusters(directory).map { cluster, count in
            .record(
              Self.reachShape,
              [link(cluster.name, Address.cluster(cluster.id)), number(count)])
          })
      case "graph":
        .html(SVGWriter().svg(graph(influence, title).drawing(), id: "lan-toa"))
      case "is_cut": .bool(influence.bonds.count > Self.drawnBonds)
      case "rows": .some(influence.bonds.prefix(Self.listedBonds).map(bond))
      case "rows_cut": .bool(influence.bonds.count > Self.listedBonds)
      default: .null
      }
    }
  }

  private func figures(of influence: Influence) -> Value {
    // A unit that follows two exemplars counts twice, so that these are not units.
    let noun =
      influence.bonds.count == influence.units.count ? "{count} đơn vị" : "{count} lượt"
    func count(_ relation: Exemplar.Relation) -> String? {
      let count = influence.count(relation)
      return count == 0 ? nil : say(noun, ("count", tree.text(count)))
    }
    return labelled([
      ("Đơn vị học theo", tree.text(influence.units.count)),
      ("Đang học tập", count(.learns)), ("Đã bắt kịp", count(.catchesUp)),
      ("Đã vượt qua", count(.surpasses)),
      ("Ghi nhận đầu tiên", influence.first.map(tree.short)),
      ("Ghi nhận mới nhất", influence.latest.map(tree.short)),
    ])
  }

  /// The exemplars that a unit learns from.
  func follows(of unit: String) -> Value { .some((model.bondsOfUnit[unit] ?? []).map(bond)) }

  private func name(ofExemplar id: String) -> String { model.exemplars[id]?.name ?? id }

  private func bond(_ bond: Influence.Bond) -> Value {
    .record(
      Self.bondShape,
      [
        link(name(ofExemplar: bond.exemplar), Address.exemplar(bond.exemplar)),
        unitLink(bond.unit), .text(say(bond.relation.title)), .text(bond.relation.rawValue),
        shortDate(bond.first), shortDate(bond.latest == bond.first ? nil : bond.latest),
        .text(bond.note),
      ])
  }

  /// More lines than these nobody can follow with the eye.
  private static let drawnBonds = 60
  /// Rows of the table; the page of each exemplar has all of its own.
  private static let listedBonds = 150

  private func graph(_ influence: Influence, _ title: String) -> FollowGraph {
    let drawn = influence.bonds.prefix(Self.drawnBonds)
    let sources = unique(drawn.map(\.exemplar))
    let followers = unique(drawn.map(\.unit))
    return FollowGraph(
      title: title, sources: sources.map(name(ofExemplar:)),
      followers: followers.map {
        directory.unit($0).map { tree.shortName(of: $0) ?? tree.name(of: $0) } ?? $0
      },
      bonds: drawn.compactMap { bond in
        guard let source = sources.firstIndex(of: bond.exemplar),
          let follower = followers.firstIndex(of: bond.unit)
        else { return nil }
        return FollowGraph.Bond(
          source: source, follower: follower, stroke: Self.stroke(of: bond.relation))
      },
      meanings: Exemplar.Relation.allCases.map { say($0.title).lowercased() },
      heads: (say("Điển hình"), say("Đơn vị học theo")))
  }

  private static func stroke(of relation: Exemplar.Relation) -> FollowGraph.Stroke {
    switch relation {
    case .learns: .dashed
    case .catchesUp: .plain
    case .surpasses: .heavy
    }
  }
}
