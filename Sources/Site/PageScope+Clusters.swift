import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let clusterListShape = Shape([
    "clusters": .list("cụm, khối có thành viên hiện nay", of: clusterBriefShape),
    "former": .list("cụm, khối không còn thành viên hiện nay", of: clusterBriefShape),
    "total": .text("tổng số cụm, khối"),
  ])

  static let clusterBriefShape = Shape([
    "name": .text("tên cụm, khối"),
    "url": .text("địa chỉ trang của cụm, khối"),
    "owner": .object("đơn vị phụ trách", linkShape),
    "rhythm": .text("“theo năm học” hoặc “theo năm”"),
    "count": .text("số đơn vị thành viên"),
    "scored": .text("kỳ có bảng điểm mới nhất"),
    "is_sample": .flag("là dữ liệu minh họa"),
  ])

  /// A cluster without a member today is shown with all it ever had.
  func clusterBrief(_ cluster: Cluster) -> Value {
    let now = directory.members(of: cluster.id, on: model.now).count
    return .record(
      Self.clusterBriefShape,
      [
        .text(cluster.name), href(Address.cluster(cluster.id)), unitLink(cluster.owner),
        .text(rhythm(of: cluster)),
        number(now > 0 ? now : directory.members(of: cluster.id).count),
        .text(model.scoreTables[cluster.id]?.first.map { tree.name(of: $0.period) }),
        .bool(cluster.isSample),
      ])
  }

  func clusterList() -> Value {
    let (now, former) = model.archive.clusters.reduce(into: ([Value](), [Value]())) {
      if directory.members(of: $1.id, on: model.now).isEmpty {
        $0.1.append(clusterBrief($1))
      } else {
        $0.0.append(clusterBrief($1))
      }
    }
    return .record(
      Self.clusterListShape,
      [.some(now), .some(former), number(model.archive.clusters.count)])
  }

  private func rhythm(of cluster: Cluster) -> String {
    cluster.isSchoolYear ? "theo năm học" : "theo năm"
  }

  static let clusterShape = Shape([
    "name": .text("tên cụm, khối"),
    "owner": .object("đơn vị phụ trách", linkShape),
    "rhythm": .text("“theo năm học” hoặc “theo năm”"),
    "is_sample": .flag("là dữ liệu minh họa"),
    "leader": .object("trưởng cụm, khối hiện nay", linkShape),
    "members": .list("các thành viên, kể cả đã ra khỏi cụm, khối", of: memberShape),
    "tables": .list("bảng điểm, kỳ mới nhất trước", of: scoreTableShape),
    "events": .list("sự kiện của cụm, khối, mới nhất trước", of: eventShape),
    "models": .list("mô hình, điển hình của các thành viên", of: exemplarShape),
    "commitments": .list("giao ước, báo cáo của cụm, khối", of: reportShape),
    "registrations": .list("nội dung các thành viên đăng ký", of: registrationShape),
    "campaigns": .list("kết quả chỉ tiêu của các thành viên", of: memberTargetsShape),
  ])

  func cluster(_ cluster: Cluster) -> Value {
    let members = directory.members(of: cluster.id)
    return .lazy(Self.clusterShape) { name in
      switch name {
      case "name": .text(cluster.name)
      case "owner": unitLink(cluster.owner)
      case "rhythm": .text(rhythm(of: cluster))
      case "is_sample": .bool(cluster.isSample)
      case "leader": unitLink(directory.leader(of: cluster.id, on: model.now)?.id)
      case "members": stays(in: cluster)
      case "tables":
        .some((model.scoreTables[cluster.id] ?? []).map { scoreTable($0) })
      case "events": events(model.calendar.eventsOfCluster[cluster.id])
      case "models":
        .some(members.flatMap { model.exemplarsOfUnit[$0.id] ?? [] }.map(exemplar))
      case "commitments":
        reports(model.reports.indices.filter { model.reports[$0].cluster == cluster.id })
      case "registrations":
        .some(members.flatMap { model.registrations[$0.id] ?? [] }.map(registration))
      case "campaigns":
        .some(members.map(memberTargets))
      default: .null
      }
    }
  }

  static let memberShape = Shape([
    "unit": .object("đơn vị", briefShape),
    "from": .text("ngày vào; trống khi không ghi"),
    "to": .text("ngày cuối ở trong; trống khi còn ở trong"),
    "is_past": .flag("đã ra khỏi cụm, khối"),
    "led": .list("những thời gian làm trưởng cụm, khối", of: spellShape),
  ])

  static let spellShape = Shape([
    "from": .text("ngày đầu; trống khi không ghi"),
    "to": .text("ngày cuối; trống khi đến nay"),
  ])

  /// A unit once for each time that it was in without a break.
  private func stays(in cluster: Cluster) -> Value {
    var stays: [[Membership]] = []
    for spell in directory.memberships(of: cluster.id) {
      if let last = stays.last?.last, last.unit == spell.unit,
        last.to?.adding(days: 1) == spell.from
      {
        stays[stays.count - 1].append(spell)
      } else {
        stays.append([spell])
      }
    }
    return .some(stays.compactMap(member))
  }

  private func member(_ spells: [Membership]) -> Value? {
    guard let first = spells.first, let last = spells.last, let unit = directory.unit(first.unit)
    else { return nil }
    let to = last.to ?? unit.validTo
    return .record(
      Self.memberShape,
      [
        brief(unit), shortDate(first.from ?? unit.validFrom), shortDate(to),
        .bool(to.map { $0 < model.now } ?? false),
        .some(
          spells.filter(\.isLeader).map {
            .record(Self.spellShape, [shortDate($0.from), shortDate($0.to)])
          }),
      ])
  }

  static let memberTargetsShape = Shape([
    "unit": .object("đơn vị", briefShape),
    "campaigns": .list("các phong trào của đơn vị", of: clusterRowShape),
  ])

  static let clusterRowShape = Shape([
    "campaign": .object("phong trào", linkShape),
    "table": .object("bảng chỉ tiêu của đơn vị", tableShape),
  ])

  private func memberTargets(_ unit: Unit) -> Value {
    .record(
      Self.memberTargetsShape,
      [
        brief(unit),
        .some(
          directory.campaigns(of: unit.id).map { campaign in
            .record(
              Self.clusterRowShape,
              [
                link(tree.displayTitle(of: campaign), Address.campaign(campaign.id)),
                table(campaign, unit: unit),
              ])
          }),
      ])
  }
}
