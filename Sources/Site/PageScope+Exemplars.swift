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
      case "standing":
        .text(said(ExemplarLists.standing(of: exemplar, track: track(of: exemplar)).title))
      case "steps": .some(exemplar.stages(on: track(of: exemplar)).map(stage))
      case "followers": .some(exemplar.followers.map(follower))
      case "influence":
        influence(of: [exemplar], say("Ai học theo {exemplar}", ("exemplar", exemplar.name)))
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

  // MARK: The list of all

  static let exemplarIndexShape = Shape([
    "total": .text("tổng số điển hình"),
    "units": .text("số đơn vị đã học tập, làm theo"),
    "states": .list("bao nhiêu điển hình ở mỗi tình trạng", of: labelShape),
    "groups": .list("các loại điển hình", of: exemplarGroupShape),
    "filters": .list("các bộ lọc", of: filterShape),
  ])

  static let exemplarGroupShape = Shape([
    "id": .text("mã của loại, như `mo-hinh`"),
    "kind": .text("loại điển hình"),
    "count": .text("bao nhiêu điển hình"),
    "exemplars": .list("điển hình, đang theo dõi đứng trước, nhiều nhất 30", of: exemplarShape),
    "url": .text("địa chỉ danh sách đủ, khi có hơn 30"),
  ])

  /// Exemplars of one kind on the first page.
  private static let groupLimit = 30

  func exemplarIndex() -> Value {
    let lists = model.exemplarLists
    let view = exemplarView(lists.register.list(""), 1)
    let groups = lists.register.lists(ofCut: ExemplarLists.Cut.kind.rawValue).map { list in
      Value.record(
        Self.exemplarGroupShape,
        [
          .text(list.id.split(separator: "/").last.map(String.init)), .text(said(list.label)),
          number(list.items.count),
          .list(list.items.prefix(Self.groupLimit).map { exemplar(lists.exemplars[$0]) }),
          list.items.count > Self.groupLimit ? href(Address.exemplars(list.id, sheet: 1)) : .null,
        ])
    }
    return .record(
      Self.exemplarIndexShape,
      [
        number(lists.exemplars.count), .number(Influence(of: lists.exemplars).units.count), states,
        .some(groups), member("filters", of: view),
      ])
  }

  private var states: Value {
    var counts = [0, 0, 0, 0]
    for exemplar in model.exemplarLists.exemplars {
      counts[ExemplarLists.standing(of: exemplar, track: track(of: exemplar)).order] += 1
    }
    let words = ["Đang đi các bước", "Chưa ghi bước nào", "Đã qua đủ các bước", "Đã kết thúc"]
    return labelled(
      zip(words, counts).map { ($0, $1 == 0 ? nil : tree.text($1)) })
  }

  static let exemplarSheetShape = Shape(
    members: listMembers + [("exemplars", .list("các điển hình trên tờ này", of: exemplarShape))])

  /// One sheet of a list of exemplars.
  func exemplars(_ list: Register.List, _ sheet: Int) -> Value {
    let view = exemplarView(list, sheet)
    return .lazy(Self.exemplarSheetShape) { name in
      name == "exemplars"
        ? .some(view.items.map { exemplar(model.exemplarLists.exemplars[$0]) })
        : member(name, of: view)
    }
  }

  private func exemplarView(_ list: Register.List, _ sheet: Int) -> ListView {
    ListView(
      register: model.exemplarLists.register, list: list, sheet: sheet,
      address: { Address.exemplars($0, sheet: $1) })
  }
}
