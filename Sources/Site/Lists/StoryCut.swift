import Campaigns
import Vietnamese

/// By what stories are cut into lists, in the order of their filters.
///
/// Two cuts are crossed, school year and kind, since both have few values: each further crossing
/// would multiply pages that hold next to nothing.
package enum StoryCut: Int, CaseIterable, Sendable, Hashable {
  case schoolYear, year, kind, place, topic, campaign, unit

  var heading: String {
    switch self {
    case .schoolYear: "Năm học"
    case .year: "Năm"
    case .kind: "Loại"
    case .place: "Nơi công tác, học tập"
    case .topic: "Chủ đề"
    case .campaign: "Phong trào"
    case .unit: "Đơn vị"
    }
  }

  /// Under which folder the lists of the cut lie.
  var folder: String {
    switch self {
    case .schoolYear: "nam-hoc"
    case .year: "nam"
    case .kind: "loai"
    case .place: "cap"
    case .topic: "chu-de"
    case .campaign: "phong-trao"
    case .unit: "don-vi"
    }
  }

  func list(_ value: String) -> String { "\(folder)/\(value)" }

  /// The list of a tag; tags that differ in marks and case alone are one topic.
  static func topic(of tag: String) -> String {
    let slug = Fold.slug(tag)
    return topic.list(slug.isEmpty ? "khac" : slug)
  }

  static func list(ofUnit id: String) -> String { unit.list(id) }
  static func list(ofCampaign id: String) -> String { campaign.list(id) }

  /// The lists of all stories; their numbers are places among the stories.
  static func register(_ stories: [Story], _ directory: Directory) -> Register {
    var sorter = Register.Sorter(
      allCases.map(\.heading), perSheet: SitePlan.storiesPerSheet, perPart: SitePlan.rowsPerSheet,
      label: "Tất cả", title: "Gương điển hình")
    for i in stories.indices {
      sorter.put(i)
      sort(stories[i], directory) { cut, order, id, within, names in
        sorter.put(i, cut: cut.rawValue, order: order, id: id, within: within, names)
      }
    }
    return sorter.register()
  }

  private static func sort(
    _ story: Story, _ directory: Directory,
    _ put: (StoryCut, Int, String, String?, () -> (label: Phrase, title: Phrase)) -> Void
  ) {
    let term = SchoolTerm(containing: story.date, whole: true)
    let years = schoolYear.list(term.years)
    put(.schoolYear, -term.startYear, years, nil) {
      (
        Phrase(term.years),
        Phrase("Gương điển hình năm học {years}", ("years", .text(term.years)))
      )
    }
    let number = story.date.year
    put(.year, -number, year.list(String(number)), nil) {
      (
        Phrase(String(number)),
        Phrase("Gương điển hình năm {year}", ("year", .text(String(number))))
      )
    }
    if let found = story.kind {
      let order = Story.Kind.allCases.firstIndex(of: found) ?? 0
      put(.kind, order, kind.list(found.rawValue), nil) {
        (
          Phrase(found.title), Phrase("Gương điển hình: {kind}", ("kind", .said(found.title)))
        )
      }
      put(.kind, order, "\(years)/\(found.rawValue)", years) {
        (
          Phrase(found.title),
          Phrase(
            "Gương điển hình năm học {years}: {kind}", ("years", .text(term.years)),
            ("kind", .said(found.title)))
        )
      }
    }
    var told = Set<String>()
    for tag in story.tags {
      let id = topic(of: tag)
      if told.insert(id).inserted {
        put(.topic, 0, id, nil) {
          (Phrase(tag), Phrase("Chủ đề: {topic}", ("topic", .text(tag))))
        }
      }
    }
    if let id = story.campaign, let title = directory.title(ofCampaign: id) {
      put(.campaign, 0, list(ofCampaign: id), nil) {
        let part = Phrase.Part.campaign(id: id, title: title)
        return (
          .title(ofCampaign: id, title), Phrase("Gương điển hình: {campaign}", ("campaign", part))
        )
      }
    }
    guard let id = story.unit, let from = directory.unit(id) else { return }
    for found in Register.places(of: from) {
      put(.place, found.order, place.list(found.id), nil) {
        (
          Phrase(found.title),
          found.id == "co-quan"
            ? "Gương điển hình ở cơ quan quản lý"
            : Phrase("Gương điển hình cấp {level}", ("level", .title(found.title)))
        )
      }
    }
    put(.unit, 0, list(ofUnit: id), nil) {
      (
        Phrase("{unit}", ("unit", .unit(from))),
        Phrase("Gương điển hình của {unit}", ("unit", .unit(from)))
      )
    }
  }
}
