import Campaigns
import Diagnostics
import Vietnamese

/// The tree of units has no loops, on any day, and each id is one unit's, old or new.
struct UnitTree {
  private let directory: Directory
  private var archive: Archive { directory.archive }

  init(_ directory: Directory) { self.directory = directory }

  func check(into bag: inout DiagnosticBag) {
    loops(\.parent, "Đơn vị chủ quản", into: &bag)
    loops(\.professionalParent, "Cấp trên chuyên môn", into: &bag)
    loops(\.reportsTo, "cấp báo cáo", into: &bag)
    datedLoops(into: &bag)
    oldIDs(into: &bag)
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
      while let id = next, let here = directory.unit(id), !done.contains(id) {
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

  /// Loops that come with `parents.csv`, looked for on the first day of each of its rows.
  private func datedLoops(into bag: inout DiagnosticBag) {
    if archive.superiors.isEmpty { return }
    let directory = Directory(archive)
    var told = Set<String>()
    for entry in archive.superiors {
      let day = entry.from ?? entry.to
      var path = [entry.unit]
      while let last = path.last, let next = directory.superior(of: last, on: day)?.id {
        if next == entry.unit {
          if told.isDisjoint(with: path) { tellLoop(path, "cấp trên", into: &bag) }
          told.formUnion(path)
        }
        if path.contains(next) { break }
        path.append(next)
      }
    }
  }

  /// An old id sends its readers on, so that it can be neither another unit's nor that of two.
  private func oldIDs(into bag: inout DiagnosticBag) {
    var owners: [String: Unit] = [:]
    for unit in archive.units {
      for alias in unit.aliases {
        if let other = directory.unit(alias) ?? owners[alias] {
          bag.error(
            "content.duplicate-key", at: unit.location,
            "Mã cũ “\(alias)” của “\(unit.id)” đã thuộc đơn vị khác.",
            help: "Bỏ mã này khỏi cột “aliases” của một trong hai đơn vị.",
            notes: [.init("Đơn vị kia ở \(other.location).", at: other.location)])
        } else {
          owners[alias] = unit
        }
      }
    }
  }

  private func tellLoop(_ ids: [String], _ column: String, into bag: inout DiagnosticBag) {
    guard let least = ids.min(), let start = ids.firstIndex(of: least) else { return }
    let ring = Array(ids[start...] + ids[..<start])
    bag.error(
      "unit.parent-loop", at: directory.unit(least)?.location,
      "Vòng lặp \(column.lowercased()): \((ring + [least]).joined(separator: " → ")).",
      help: "Một đơn vị không thể là cấp trên của chính mình; sửa một ô trong vòng này.",
      notes: ring.dropFirst().compactMap { id in
        directory.unit(id).map { .init("Đơn vị “\(id)” ở \($0.location).", at: $0.location) }
      })
  }
}
