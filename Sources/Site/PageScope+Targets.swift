import Campaigns
import Templating
import Vietnamese

extension PageScope {
  private static let rowShape = Shape([
    "id", "number", "name", "verbatim", "group", "demand", "value", "state", "reason",
    "previous_value", "previous_state", "is_draft", "is_rolled_up", "missing", "deadline", "note",
    "is_part",
  ])

  /// One target of one unit: what is asked, what was reached, then and before.
  func row(
    _ target: Target, number: Int, now: Assessment?, before: Assessment?
  ) -> Value {
    .lazy(Self.rowShape) { name in
      switch name {
      case "id": .text(target.id)
      case "number": .int(number)
      case "name": .text(target.name)
      case "verbatim": target.verbatim == target.name ? .null : .text(target.verbatim)
      case "group": .text(target.group)
      case "demand": .text(target.demand.capitalizedFirst)
      case "value": .text(now?.valueText ?? "–")
      case "state": Self.state(now?.state ?? idle(target))
      case "reason": .text(now.flatMap { $0.figure == nil ? nil : $0.reason })
      case "previous_value": .text(before?.valueText ?? "–")
      case "previous_state": before.map { Self.state($0.state) } ?? .null
      case "is_draft": .bool(now?.figure?.isDraft ?? false)
      case "is_rolled_up": .bool(now?.figure?.isRolledUp ?? false)
      case "missing": .some((now?.figure?.missing ?? []).prefix(12).map { unitLink($0) })
      case "deadline": .text(target.deadline?.text)
      case "note": .text(target.note)
      case "is_part": .bool(target.parent != nil)
      default: .null
      }
    }
  }

  private func idle(_ target: Target) -> TargetState {
    target.comparator.isUnquantified ? .unquantified : .unknown
  }

  private static let tableShape = Shape([
    "caption", "period", "previous", "rows", "groups", "states", "count", "has_results",
  ])

  /// The target table of one unit in one campaign: its latest period beside the one before.
  func table(_ campaign: Campaign, unit: Unit) -> Value {
    let assessor = model.assessor
    let periods = assessor.periods(of: campaign, unit: unit.id)
    let latest = periods.last
    let previous = periods.dropLast().last
    let targets = campaign.targets.filter { assessor.concerns($0, unit: unit) }
    let now = targets.map { target in
      latest.map { assessor.assess(target, unit: unit.id, period: $0) }
    }
    return .lazy(Self.tableShape) { name in
      switch name {
      case "caption": .text("Chỉ tiêu của \(unit.name) trong \(campaign.displayTitle)")
      case "period": .text(latest?.shortName)
      case "previous": .text(previous?.shortName)
      case "has_results": .bool(latest != nil)
      case "count": .int(targets.count)
      case "rows":
        .some(
          targets.indices.map { i in
            row(
              targets[i], number: i + 1, now: now[i],
              before: previous.map { assessor.assess(targets[i], unit: unit.id, period: $0) })
          })
      case "groups":
        .some(unique(targets.compactMap(\.group)).map { .text($0) })
      case "states":
        states(targets.indices.map { now[$0]?.state ?? idle(targets[$0]) })
      default: .null
      }
    }
  }

  /// How many targets are in each state; states without any are left out.
  func states(_ all: [TargetState]) -> Value {
    .some(
      TargetState.allCases.compactMap { state in
        let count = all.count { $0 == state }
        return count == 0 ? nil : Self.state(state, count: count)
      })
  }

  private static let matrixShape = Shape(["period", "heads", "rows", "total", "is_cut"])
  private static let matrixRowShape = Shape(["unit", "states", "cells"])
  private static let cellShape = Shape(["value", "state"])
  private static let headShape = Shape(["number", "name"])

  /// Units that reported against targets, for the campaign's latest period; null without results.
  func matrix(_ campaign: Campaign) -> Value {
    let assessor = model.assessor
    guard let period = assessor.periods(of: campaign).last else { return .null }
    let units = directory.participants(of: campaign).filter {
      $0.id != campaign.owner && assessor.periods(of: campaign, unit: $0.id).contains(period)
    }
    if units.isEmpty { return .null }
    let targets = campaign.targets.enumerated().filter { !$0.element.comparator.isUnquantified }
    let limit = 150
    let rows = units.prefix(limit).map { unit -> Value in
      let found = targets.map { _, target in
        assessor.concerns(target, unit: unit)
          ? assessor.assess(target, unit: unit.id, period: period) : nil
      }
      let cells = found.map { item -> Value in
        guard let item else { return .null }
        return .record(Self.cellShape, [.text(item.valueText), Self.state(item.state)])
      }
      return .record(
        Self.matrixRowShape,
        [
          link(unit.shortName ?? unit.name, Address.unit(unit.id)),
          states(found.compactMap { $0?.state }), .list(cells),
        ])
    }
    return .record(
      Self.matrixShape,
      [
        .text(period.name),
        .list(
          targets.map { i, target in
            .record(Self.headShape, [.int(i + 1), .text(target.name)])
          }),
        .list(rows), .number(units.count), .bool(units.count > limit),
      ])
  }

  func unique(_ list: [String]) -> [String] {
    var seen = Set<String>()
    return list.filter { seen.insert($0).inserted }
  }
}
