import Campaigns
import Vietnamese

/// The directory of units, in the order of their names, and the ways in which it is cut.
struct UnitLists: Sendable {
  enum Cut: Int, CaseIterable {
    case letter, kind, superior, state

    var heading: String {
      switch self {
      case .letter: "Vần"
      case .kind: "Loại đơn vị, cấp học"
      case .superior: "Cơ quan quản lý"
      case .state: "Đã sắp xếp lại"
      }
    }
  }

  /// The list of those that are no more.
  static let ended = "da-sap-xep"

  /// By the part of the name that tells a unit from others of its kind.
  let units: [Unit]
  let names: [UnitName]
  /// Its numbers are places in `units`.
  let register: Register

  init(_ directory: Directory, now: PlainDate) {
    let all = directory.archive.units
    let keys = all.map { unit in
      let name = UnitName(unit.name)
      return (name: name, key: SortKey(name.proper), whole: SortKey(unit.name), id: unit.id)
    }
    let order = all.indices.sorted {
      (keys[$0].key, keys[$0].whole, keys[$0].id) < (keys[$1].key, keys[$1].whole, keys[$1].id)
    }
    units = order.map { all[$0] }
    names = order.map { keys[$0].name }
    var sorter = Register.Sorter(
      Cut.allCases.map(\.heading), perSheet: SitePlan.unitsPerSheet, label: "Tất cả",
      title: "Danh bạ đơn vị")
    for (i, unit) in units.enumerated() {
      if let end = unit.validTo, end < now {
        sorter.put(i, cut: Cut.state.rawValue, id: Self.ended) {
          ("Đơn vị đã sắp xếp lại", "Đơn vị đã sắp xếp lại")
        }
        continue
      }
      sorter.put(i)
      let letter = names[i].letter
      sorter.put(i, cut: Cut.letter.rawValue, id: Self.list(ofLetter: letter)) {
        (Phrase(letter), Phrase("Đơn vị vần {letter}", ("letter", .text(letter))))
      }
      for (order, id, name) in Self.kinds(of: unit) {
        sorter.put(i, cut: Cut.kind.rawValue, order: order, id: "loai/\(id)") {
          (name, Phrase("Danh bạ: {kind}", ("kind", .phrase(name))))
        }
      }
      if let above = directory.superior(of: unit.id, on: now) {
        sorter.put(i, cut: Cut.superior.rawValue, id: Self.list(below: above.id)) {
          (
            Phrase("{unit}", ("unit", .shortly(above))),
            Phrase("Đơn vị trực thuộc {unit}", ("unit", .unit(above)))
          )
        }
      }
    }
    register = sorter.register()
  }

  static func list(below unit: String) -> String { "thuoc/\(unit)" }

  /// Letters that ASCII lacks are written as they are typed: `dd` for Đ, `aw` for Ă.
  static func list(ofLetter letter: String) -> String {
    let typed = [
      "Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw", "#": "khac",
    ]
    let slug = typed[letter] ?? Fold.slug(letter)
    return "van/\(slug.isEmpty ? "khac" : slug)"
  }

  /// Schools by their levels, all others by their kind.
  private static func kinds(of unit: Unit) -> [(order: Int, id: String, name: Phrase)] {
    let levels = Unit.Level.allCases
    if unit.kind == .school, !unit.levels.isEmpty {
      return unit.levels.map { level in
        (
          levels.firstIndex(of: level) ?? 0, level.rawValue,
          Phrase("Trường: {level}", ("level", .title(level.title)))
        )
      }
    }
    let place = Unit.Kind.allCases.firstIndex(of: unit.kind) ?? 0
    return [(levels.count + place, unit.kind.rawValue, Phrase(unit.kind.title))]
  }
}
