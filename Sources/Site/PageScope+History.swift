import Campaigns
import Templating
import Vietnamese

/// Units in time: who came before and after, and whom a unit stood under.
extension PageScope {
  static let superiorShape = Shape([
    "unit": .object("cấp trên", linkShape),
    "kind": .text("“Cơ quan chủ quản” hoặc “Cấp trên chuyên môn”"),
    "from": .text("ngày đầu"),
    "to": .text("ngày cuối"),
  ])

  /// The superior that the unit has today, or had when it ended.
  func superior(of unit: Unit, _ kind: Superior.Kind) -> String? {
    directory.superior(of: unit.id, kind, on: model.now)?.id
      // A name that is in no list of units is shown as it is.
      ?? (kind == .administrative ? unit.parent : unit.professionalParent)
      .flatMap { directory.unit($0) == nil ? $0 : nil }
  }

  /// Nothing where the unit never changed its superior.
  func superiors(of unit: Unit) -> Value {
    .some(
      Superior.Kind.allCases.flatMap { kind -> [Value] in
        let spells = directory.superiors(of: unit.id, kind)
        return spells.count < 2
          ? []
          : spells.map { spell in
            .record(
              Self.superiorShape,
              [
                unitLink(spell.parent), .text(kind.title), shortDate(spell.from),
                shortDate(spell.to),
              ])
          }
      })
  }

  /// Each cluster that the unit is or was in, once.
  func clusters(of unit: Unit) -> Value {
    var ids: [String] = []
    for entry in directory.memberships(ofUnit: unit.id) where ids.last != entry.cluster {
      ids.append(entry.cluster)
    }
    return .some(
      ids.compactMap { id in
        directory.cluster(id).map { link($0.name, Address.cluster(id)) }
      })
  }

  static let endedShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "kind": .text("loại đơn vị"),
    "closed_on": .text("ngày đầu không còn hoạt động"),
    "successors": .list("các đơn vị kế thừa", of: linkShape),
    "is_sample": .flag("là dữ liệu minh họa"),
  ])

  func isClosed(_ unit: Unit) -> Bool { unit.validTo.map { $0 < model.now } ?? false }

  /// Those that have not ended; some may not have started.
  func standing(_ units: [Unit]) -> [Unit] { units.filter { !isClosed($0) } }

  var ended: [Unit] {
    model.archive.units.filter(isClosed).sorted {
      ($1.validTo ?? model.now, $0.id) < ($0.validTo ?? model.now, $1.id)
    }
  }

  func ended(_ unit: Unit) -> Value {
    .record(
      Self.endedShape,
      [
        unitLink(unit.id), .text(unit.kind.title), shortDate(unit.validTo?.adding(days: 1)),
        .some(unit.successors.map { unitLink($0) }), .bool(unit.isSample),
      ])
  }
}
