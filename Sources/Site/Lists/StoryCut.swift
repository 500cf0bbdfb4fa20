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
    _ put: (StoryCut, Int, String, String?, () -> (label: String, title: String)) -> Void
  ) {
    let term = SchoolTerm(containing: story.date, whole: true)
    let years = schoolYear.list(term.years)
    put(.schoolYear, -term.startYear, years, nil) {
      (term.years, "Gương điển hình năm học \(term.years)")
    }
    let number = story.date.year
    put(.year, -number, year.list(String(number)), nil) {
      (String(number), "Gương điển hình năm \(number)")
    }
    if let found = story.kind {
      let order = Story.Kind.allCases.firstIndex(of: found) ?? 0
      put(.kind, order, kind.list(found.rawValue), nil) {
        (found.title, "Gương điển hình: \(found.title.lowercased())")
      }
      put(.kind, order, "\(years)/\(found.rawValue)", years) {
        (found.title, "Gương điển hình năm học \(term.years): \(found.title.lowercased())")
      }
    }
    var told = Set<String>()
    for tag in story.tags {
      let id = topic(of: tag)
      if told.insert(id).inserted { put(.topic, 0, id, nil) { (tag, "Chủ đề: \(tag)") } }
    }
    if let id = story.campaign, let title = directory.title(ofCampaign: id) {
      put(.campaign, 0, list(ofCampaign: id), nil) { (title, "Gương điển hình: \(title)") }
    }
    guard let id = story.unit, let from = directory.unit(id) else { return }
    for found in Register.places(of: from) {
      put(.place, found.order, place.list(found.id), nil) {
        (
          found.title,
          found.id == "co-quan"
            ? "Gương điển hình ở cơ quan quản lý" : "Gương điển hình cấp \(found.title)"
        )
      }
    }
    put(.unit, 0, list(ofUnit: id), nil) { (from.name, "Gương điển hình của \(from.name)") }
  }
}
