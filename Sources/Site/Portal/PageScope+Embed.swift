import Campaigns
import Templating
import Vietnamese

/// A unit at a glance, for a frame or a place in the page of another portal.
extension PageScope {
  static let embedShape = Shape([
    "name": .text("tên đơn vị"),
    "url": .text("địa chỉ trang của đơn vị"),
    "has_links": .flag("các địa chỉ dùng được ở trang khác"),
    "is_sample": .flag("là dữ liệu minh họa"),
    "campaigns": .list("phong trào có chỉ tiêu của đơn vị, mới nhất trước", of: glanceShape),
    "stories": .list("ba gương điển hình mới nhất", of: embedStoryShape),
    "awards": .list("năm khen thưởng mới nhất", of: awardShape),
    "updated": .text("ngày cập nhật, như `31/5/2025`"),
  ])

  static let glanceShape = Shape([
    "title": .text("tên phong trào"),
    "url": .text("địa chỉ trang của phong trào"),
    "period": .text("thời gian"),
    "states": .list("mỗi mức đánh giá có bao nhiêu chỉ tiêu", of: stateShape),
  ])

  static let embedStoryShape = Shape([
    "title": .text("tên bài"),
    "url": .text("địa chỉ của bài"),
    "date": .text("ngày"),
    "summary": .text("tóm tắt"),
    "image": .text("địa chỉ ảnh"),
    "image_alt": .text("lời tả ảnh"),
  ])

  /// Links of the fragment, which is pasted into the pages of others, lead to the full address where
  /// the site knows it; the frame is a page of ours.
  func embed(_ unit: Unit, _ data: UnitData, isFramed: Bool) -> Value {
    let outside = isFramed ? self : PageScope(model: model, root: model.baseURL ?? root, tree: tree)
    return .lazy(Self.embedShape) { name in
      switch name {
      case "name": .text(unit.name)
      case "url": outside.href(Address.unit(unit.id))
      case "has_links": .bool(isFramed || model.baseURL != nil)
      case "is_sample": .bool(unit.isSample)
      case "campaigns": .some(outside.glances(unit, data))
      case "stories":
        .some(directory.stories(of: unit.id).prefix(3).map { outside.embedded($0, data) })
      case "awards": .some(newest(of: unit.id).map(outside.award))
      case "updated": .shortDate(model.now)
      default: .null
      }
    }
  }

  private func glances(_ unit: Unit, _ data: UnitData) -> [Value] {
    let campaigns = directory.campaigns(of: unit.id).sorted(by: Self.comesFirst)
    return Array(
      campaigns.lazy.compactMap { campaign -> Value? in
        let judged = data.judged(UnitData.Taking(campaign, unit))
        if judged.allSatisfy({ $0.newest == nil }) { return nil }
        return .record(
          Self.glanceShape,
          [
            .text(campaign.displayTitle), href(Address.campaign(campaign.id)),
            .text(campaign.periodText), states(judged.map(\.state)),
          ])
      }.prefix(3))
  }

  private func embedded(_ place: Int, _ data: UnitData) -> Value {
    let story = model.stories[place]
    let picture = data.picture(story)
    return .record(
      Self.embedStoryShape,
      [
        .text(story.title), href(Address.story(story.slug)), .shortDate(story.date),
        .text(story.summary), picture.map(href) ?? .null,
        .text(picture == nil ? nil : story.imageAlt ?? ""),
      ])
  }

  /// By the day of the decision; those of one day in the order of conferring.
  private func newest(of unit: String) -> [Award] {
    let awards = (model.awardsOfUnit[unit] ?? []).map { model.awards[$0] }
    return awards.enumerated().sorted { a, b in
      let days = (a.element.decisionDate?.dayNumber, b.element.decisionDate?.dayNumber)
      return (days.1 ?? .min, a.offset) < (days.0 ?? .min, b.offset)
    }.prefix(5).map(\.element)
  }

  // MARK: Guide

  static let embedGuideShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "is_known": .flag("trang web đã khai `baseURL`, nên các đoạn mã dùng được ngay"),
    "frame_url": .text("địa chỉ khung, để xem thử"),
    "fragment_url": .text("địa chỉ mảnh, để xem thử"),
    "data_url": .text("địa chỉ tệp dữ liệu, để xem thử"),
    "schema_url": .text("địa chỉ lược đồ, để xem thử"),
    "index_url": .text("địa chỉ danh sách dữ liệu mọi đơn vị, để xem thử"),
    "frame": .text("đoạn mã iframe"),
    "ssi": .text("chỉ thị SSI"),
    "json": .text("địa chỉ đầy đủ của tệp dữ liệu"),
  ])

  func embedGuide(_ unit: Unit) -> Value {
    func full(_ path: String) -> String {
      (model.baseURL ?? "https://ĐỊA-CHỈ-TRANG-THI-ĐUA/") + path
    }
    let title = "Thi đua, nêu gương: \(unit.name)".map { $0 == "\"" ? "'" : String($0) }.joined()
    let frame =
      "<iframe src=\"\(full(Address.embed(unit.id)))\"\n        title=\"\(title)\"\n"
      + "        width=\"100%\" height=\"640\" loading=\"lazy\"></iframe>"
    return .record(
      Self.embedGuideShape,
      [
        unitLink(unit.id), .bool(model.baseURL != nil), href(Address.embed(unit.id)),
        href(Address.embedFragment(unit.id)), href(Address.data(unit.id)),
        href(Address.dataSchema), href(Address.dataIndex), .text(frame),
        .text(
          "<!--#include virtual=\"\(model.basePath)\(Address.embedFragment(unit.id))\" -->"),
        .text(full(Address.data(unit.id))),
      ])
  }
}
