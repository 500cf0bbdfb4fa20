import Campaigns
import Diagnostics
import Vietnamese

/// The tree of units has no loops.
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
}
