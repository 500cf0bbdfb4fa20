import Campaigns
import Diagnostics
import Vietnamese

/// The tree of units: no loops, no unit used when it did not exist.
struct UnitTree {
  private let archive: Archive
  private let units: [String: Unit]

  init(_ archive: Archive) {
    self.archive = archive
    units = Dictionary(archive.units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func check(into bag: inout DiagnosticBag) {
    loops(\.parent, "Đơn vị chủ quản", into: &bag)
    loops(\.professionalParent, "Cấp trên chuyên môn", into: &bag)
    loops(\.reportsTo, "cấp báo cáo", into: &bag)
    for unit in archive.units {
      if let from = unit.validFrom, let to = unit.validTo, from > to {
        bag.error(
          "unit.validity", at: unit.location,
          "Đơn vị “\(unit.id)” thôi hoạt động (\(to.short)) trước khi thành lập (\(from.short)).",
          help: "Kiểm tra lại hai cột “valid_from” và “valid_to”.")
      }
    }
    for campaign in archive.campaigns { validity(of: campaign, into: &bag) }
  }

  /// Each loop once, told at its member that sorts first.
  private func loops(
    _ superior: (Unit) -> String?, _ column: String, into bag: inout DiagnosticBag
  ) {
    var done = Set<String>()
    for unit in archive.units where !done.contains(unit.id) {
      var path: [String] = []
      var places: [String: Int] = [:]
      var next: String? = unit.id
      while let id = next, let here = units[id], !done.contains(id) {
        if let start = places[id] {
          tellLoop(Array(path[start...]), column, into: &bag)
          break
        }
        places[id] = path.count
        path.append(id)
        next = superior(here)
      }
      done.formUnion(path)
    }
  }

  private func tellLoop(_ ids: [String], _ column: String, into bag: inout DiagnosticBag) {
    guard let least = ids.min(), let start = ids.firstIndex(of: least) else { return }
    let ring = Array(ids[start...] + ids[..<start])
    bag.error(
      "unit.parent-loop", at: units[least]?.location,
      "Vòng lặp \(column.lowercased()): \((ring + [least]).joined(separator: " → ")).",
      help: "Một đơn vị không thể là cấp trên của chính mình; sửa một ô trong vòng này.",
      notes: ring.dropFirst().compactMap { id in
        units[id].map { .init("Đơn vị “\(id)” ở \($0.location).", at: $0.location) }
      })
  }

  private func validity(of campaign: Campaign, into bag: inout DiagnosticBag) {
    for result in campaign.results {
      guard let unit = units[result.unit], let span = result.period.span else { continue }
      tell(unit, outside: span, "Kết quả \(result.period.name)", at: result.location, &bag)
    }
    for award in campaign.awards {
      guard let unit = units[award.unit], let span = award.period?.span else { continue }
      tell(unit, outside: span, "Khen thưởng “\(award.id)”", at: award.location, &bag)
    }
    if let owner = units[campaign.owner] {
      tell(owner, outside: campaign.period, "Phong trào", at: campaign.location, &bag)
    }
  }

  private func tell(
    _ unit: Unit, outside span: DateSpan, _ what: String, at place: Location,
    _ bag: inout DiagnosticBag
  ) {
    if unit.exists(in: span) { return }
    let heirs = unit.successors.joined(separator: ", ")
    bag.warning(
      "unit.outside-validity", at: place,
      "\(what) gắn với đơn vị “\(unit.id)” vào lúc đơn vị này không hoạt động.",
      help: heirs.isEmpty
        ? "Kiểm tra lại đơn vị, kỳ, hoặc thời gian hoạt động trong units.csv."
        : "Dùng đơn vị kế thừa: \(heirs).",
      notes: [.init("Đơn vị được khai ở \(unit.location).", at: unit.location)])
  }
}
