import Campaigns
import Templating
import Vietnamese

/// Exemplars: the card that many pages show, their own pages and the list of all.
extension PageScope {
  static let exemplarShape = Shape([
    "name": .text("tên điển hình"),
    "url": .text("địa chỉ trang của điển hình"),
    "kind": .text("loại: nhân tố mới, mô hình…"),
    "unit": .object("đơn vị", linkShape),
    "person": .text("người, nếu được nêu tên"),
    "summary": .text("tóm tắt"),
    "story": .object("bài viết về điển hình", linkShape),
    "stories": .list("mọi bài viết về điển hình, mới nhất trước", of: cardShape),
    "campaign": .object("phong trào", linkShape),
    "track": .text("cách theo dõi của phong trào"),
    "standing": .text("đang ở bước nào, bằng lời"),
    "steps": .list("các bước, đã làm hay chưa", of: stepShape),
    "followers": .list("các đơn vị học tập, làm theo", of: followerShape),
    "influence": .object("sự lan tỏa; trống khi chưa đơn vị nào làm theo", influenceShape),
    "awards": .list("khen thưởng của người hoặc tập thể ấy trong phong trào", of: awardShape),
    "is_closed": .flag("đã thôi theo dõi"),
  ])

  func exemplar(_ exemplar: Exemplar) -> Value {
    .lazy(Self.exemplarShape) { name in
      switch name {
      case "name": .text(exemplar.name)
      case "url": href(Address.exemplar(exemplar.id))
      case "kind": .text(exemplar.kind.title)
      case "unit": unitLink(exemplar.unit)
      case "person":
        .text(
          exemplar.person.flatMap { directory.person($0) }
            .map { self.name(of: $0).capitalizedFirst })
      case "summary": .text(exemplar.summary)
      case "story":
        directory.story(ofExemplar: exemplar.id).map { link($0.title, Address.story($0.slug)) }
          ?? .null
      case "stories": .some((model.storiesOfExemplar[exemplar.id] ?? []).map(card))
      case "campaign": campaignLink(exemplar.campaign)
      case "track": .text(track(of: exemplar)?.title)
      case "standing": .text(standing(of: exemplar).title)
      case "steps": .some(exemplar.stages(on: track(of: exemplar)).map(stage))
      case "followers": .some(exemplar.followers.map(follower))
      case "influence": influence(of: [exemplar], "Ai học theo \(exemplar.name)")
      case "awards": awards(awardsPlaces(of: exemplar))
      case "is_closed": .bool(exemplar.isClosed)
      default: .null
      }
    }
  }

  private func track(of exemplar: Exemplar) -> Campaign.Track? {
    model.trackOfCampaign[exemplar.campaign]
  }

  static let stepShape = Shape([
    "title": .text("tên bước"),
    "date": .text("ngày làm xong"),
    "note": .text("ghi chú"),
    "by": .object("đơn vị thực hiện", linkShape),
    "is_done": .flag("đã làm"),
    "state": .text("tình trạng bằng lời: “Đã thực hiện”, “Bước tiếp theo”…"),
    "state_id": .text("tình trạng để đặt lớp CSS: `xong`, `bo-qua`, `tiep-theo`, `sap-toi`"),
  ])

  private func stage(_ stage: Exemplar.Stage) -> Value {
    .record(
      Self.stepShape,
      [
        .text(stage.step.title), shortDate(stage.entry?.date), .text(stage.entry?.note),
        unitLink(stage.entry?.by), .bool(stage.entry != nil), .text(stage.state.title),
        .text(stage.state.rawValue),
      ])
  }

  static let followerShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "relation": .text("học tập, bắt kịp hoặc vượt qua"),
    "date": .text("ngày"),
    "note": .text("ghi chú"),
  ])

  private func follower(_ follower: Exemplar.Follower) -> Value {
    .record(
      Self.followerShape,
      [
        unitLink(follower.unit), .text(follower.relation.title), shortDate(follower.date),
        .text(follower.note),
      ])
  }

  /// Awards name persons and units, not exemplars: a person's own ones, else those that went to
  /// collectives of the unit, in the campaign that the exemplar belongs to.
  private func awardsPlaces(of exemplar: Exemplar) -> [Int] {
    (model.awardsOfUnit[exemplar.unit] ?? []).filter { place in
      let award = model.awards[place]
      guard award.campaign == exemplar.campaign else { return false }
      if let person = exemplar.person { return award.person == person }
      return award.subjectKind != .individual
    }
  }

  /// How far an exemplar has come, in words, and where lists put it.
  private func standing(of exemplar: Exemplar) -> (order: Int, title: String) {
    if exemplar.isClosed { return (3, "Đã kết thúc theo dõi") }
    let stages = exemplar.stages(on: track(of: exemplar))
    if stages.isEmpty { return (1, "Chưa ghi bước nào") }
    if let next = stages.first(where: { $0.state == .next }) {
      return (0, "Bước tiếp theo: \(next.step.title.lowercased())")
    }
    return (2, "Đã qua đủ các bước")
  }

  // MARK: The list of all

  static let exemplarIndexShape = Shape([
    "total": .text("tổng số điển hình"),
    "units": .text("số đơn vị đã học tập, làm theo"),
    "states": .list("bao nhiêu điển hình ở mỗi tình trạng", of: labelShape),
    "groups": .list("các loại điển hình", of: exemplarGroupShape),
  ])

  static let exemplarGroupShape = Shape([
    "id": .text("mã của loại, như `mo-hinh`"),
    "kind": .text("loại điển hình"),
    "count": .text("bao nhiêu điển hình"),
    "exemplars": .list("điển hình, đang theo dõi đứng trước", of: exemplarShape),
  ])

  func exemplarIndex() -> Value {
    let all = model.archive.campaigns.flatMap(\.exemplars)
    let groups = Exemplar.Kind.allCases.compactMap { kind in
      group(kind, all.filter { $0.kind == kind })
    }
    return .record(
      Self.exemplarIndexShape,
      [
        number(all.count), number(Influence(of: all).units.count), states(of: all),
        .some(groups),
      ])
  }

  private func states(of exemplars: [Exemplar]) -> Value {
    var counts = [0, 0, 0, 0]
    for exemplar in exemplars { counts[standing(of: exemplar).order] += 1 }
    let words = ["Đang đi các bước", "Chưa ghi bước nào", "Đã qua đủ các bước", "Đã kết thúc"]
    return labelled(
      zip(words, counts).map { ($0, $1 == 0 ? nil : VNNumber($1).text) })
  }

  /// Those that are still led first, then by name; nil for a kind of which there is none.
  private func group(_ kind: Exemplar.Kind, _ exemplars: [Exemplar]) -> Value? {
    if exemplars.isEmpty { return nil }
    let keys = exemplars.map { (standing(of: $0).order, SortKey($0.name)) }
    let order = exemplars.indices.sorted { a, b in
      keys[a].0 == keys[b].0 ? keys[a].1 < keys[b].1 : keys[a].0 < keys[b].0
    }
    return .record(
      Self.exemplarGroupShape,
      [
        .text(kind.rawValue), .text(kind.title), number(exemplars.count),
        .list(order.map { exemplar(exemplars[$0]) }),
      ])
  }
}
