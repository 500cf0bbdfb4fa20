import Campaigns
import Templating
import Vietnamese

extension PageScope {
  static let rowShape = Shape([
    "id": .text("mã chỉ tiêu"),
    "number": .number("thứ tự"),
    "name": .text("tên gọn"),
    "verbatim": .text("nguyên văn, khi khác tên gọn"),
    "group": .text("nhóm"),
    "demand": .text("yêu cầu"),
    "value": .text("kết quả mới nhất, hoặc gạch ngang"),
    "period": .text("kỳ của kết quả, khi khác kỳ chung của bảng"),
    "state": .object("đánh giá", stateShape),
    "reason": .text("vì sao đánh giá như vậy"),
    "previous_value": .text("kết quả kỳ trước, hoặc gạch ngang"),
    "previous_period": .text("kỳ trước"),
    "previous_state": .object("đánh giá kỳ trước", stateShape),
    "trend": .object("xu hướng so với kỳ trước cùng loại", trendShape),
    "bar": .object("vạch kết quả so với chỉ tiêu, từ 0 đến 100", barShape),
    "indicator": .object("trang so sánh chỉ số", linkShape),
    "dimension": .text("phạm vi đo: cấp học, độ tuổi, môn học"),
    "owner": .object("đơn vị chịu trách nhiệm, khi khác đơn vị phát động", linkShape),
    "source": .text("văn bản giao chỉ tiêu"),
    "is_draft": .flag("số liệu tạm tính"),
    "is_rolled_up": .flag("cộng dồn từ các đơn vị trực thuộc"),
    "missing": .list("đơn vị chưa có số liệu, nhiều nhất 12", of: linkShape),
    "deadline": .text("hạn, khi khác hạn chung của bảng"),
    "note": .text("ghi chú"),
    "is_part": .flag("là phần “trong đó” của chỉ tiêu khác"),
  ])

  /// A target of a unit with its two newest figures, which may be of different periods than those
  /// of its neighbours: some are counted by the year and others by the term.
  private struct Standing: Sendable {
    var target: Target
    var now: Assessment?
    var before: Assessment?

    init(_ target: Target, unit: Unit, periods: [Period], assessor: Assessor) {
      self.target = target
      for period in periods.reversed() {
        let found = assessor.assess(target, unit: unit.id, period: period)
        if found.figure == nil { continue }
        if now != nil {
          before = found
          return
        }
        now = found
      }
    }

    /// Nil where there is no figure of the same kind of period before the newest one.
    var trend: Trend? {
      guard let now, let before, before.period.isComparable(with: now.period) else { return nil }
      return Trend(from: before.figure, to: now.figure, of: target)
    }

    var state: TargetState {
      now?.state ?? (target.comparator.isUnquantified ? .unquantified : .unknown)
    }
  }

  /// One target of one unit: what is asked, what was reached, then and before.
  private func row(
    _ standing: Standing, number: Int, common: (period: String?, deadline: String?)
  ) -> Value {
    let target = standing.target
    let now = standing.now
    let before = standing.before
    return .lazy(Self.rowShape) { name in
      switch name {
      case "id": .text(target.id)
      case "number": .int(number)
      case "name": .text(target.name)
      case "verbatim": target.verbatim == target.name ? .null : .text(target.verbatim)
      case "group": .text(target.group)
      case "demand": .text(tree.demand(of: target))
      case "value": .text(now.map(tree.value) ?? "–")
      case "period":
        .text(
          now.map { tree.shortName(of: $0.period) }.flatMap { $0 == common.period ? nil : $0 })
      case "state": state(standing.state)
      case "reason": .text(now.map(tree.reason))
      case "previous_value": .text(before.map(tree.value) ?? "–")
      case "previous_period": .text(before.map { tree.shortName(of: $0.period) })
      case "previous_state": before.map { state($0.state) } ?? .null
      case "trend": standing.trend.map { trend($0) } ?? .null
      case "bar": now.flatMap(Self.bar) ?? .null
      case "indicator": indicatorLink(target)
      case "dimension": .text(target.dimension.map(tree.title))
      case "owner":
        target.owner == directory.campaign(target.campaign)?.owner ? .null : unitLink(target.owner)
      case "source": .text(target.source.flatMap { directory.document($0)?.citation })
      case "is_draft": .bool(now?.figure?.isDraft ?? false)
      case "is_rolled_up": .bool(now?.figure?.isRolledUp ?? false)
      case "missing": .some((now?.figure?.missing ?? []).prefix(12).map { unitLink($0) })
      case "deadline":
        .text(target.deadline.map(tree.text).flatMap { $0 == common.deadline ? nil : $0 })
      case "note": .text(target.note)
      case "is_part": .bool(target.parent != nil)
      default: .null
      }
    }
  }

  static let tableShape = Shape([
    "caption": .text("tên bảng"),
    "period": .text("kỳ chung của mọi dòng"),
    "deadline": .text("hạn chung của mọi dòng"),
    "rows": .list("các dòng, mỗi chỉ tiêu một dòng", of: rowShape),
    "groups": .texts("các nhóm chỉ tiêu"),
    "states": .list("mỗi mức đánh giá có bao nhiêu chỉ tiêu", of: stateShape),
    "count": .number("số chỉ tiêu"),
    "has_results": .flag("có ít nhất một kết quả"),
    "has_previous": .flag("có kết quả kỳ trước"),
    "parts": .list("các đơn vị trực thuộc, mỗi đơn vị một dòng, nhiều nhất 150", of: partShape),
    "parts_cut": .flag("có hơn 150 đơn vị trực thuộc"),
  ])

  /// The target table of one unit in one campaign: the newest figures beside the ones before.
  func table(_ campaign: Campaign, unit: Unit) -> Value {
    let standings = standings(campaign, unit: unit)
    // What all rows share is told once, above the table.
    let shown = Set(standings.compactMap { $0.now?.period })
    let period = shown.count == 1 ? shown.first.map(tree.shortName) : nil
    let deadlines = Set(standings.map { $0.target.deadline.map(tree.text) })
    let deadline = deadlines.count == 1 ? deadlines.first ?? nil : nil
    return .lazy(Self.tableShape) { name in
      switch name {
      case "caption": .text(say("Chỉ tiêu của {unit}", ("unit", tree.name(of: unit))))
      case "period": .text(period)
      case "deadline": .text(deadline)
      case "has_results": .bool(!shown.isEmpty)
      case "has_previous": .bool(standings.contains { $0.before != nil })
      case "count": .int(standings.count)
      case "rows":
        .some(
          standings.enumerated().map {
            row($0.element, number: $0.offset + 1, common: (period, deadline))
          })
      case "groups":
        .some(unique(standings.compactMap(\.target.group)).map { .text($0) })
      case "states": states(standings.map(\.state))
      case "parts": parts(campaign, below: unit)
      case "parts_cut": .bool(reporting(campaign, below: unit).count > Self.partLimit)
      default: .null
      }
    }
  }

  private func standings(_ campaign: Campaign, unit: Unit) -> [Standing] {
    let assessor = model.assessor
    let periods = assessor.periods(of: campaign, unit: unit.id)
    return campaign.targets.filter { assessor.concerns($0, unit: unit) }.map {
      Standing($0, unit: unit, periods: periods, assessor: assessor)
    }
  }

  /// How a unit stands at the targets of a campaign that concern it.
  func targetStates(_ campaign: Campaign, unit: Unit) -> [TargetState] {
    standings(campaign, unit: unit).map(\.state)
  }

  private static let partLimit = 60

  private func reporting(_ campaign: Campaign, below unit: Unit) -> [Unit] {
    let day = directory.day(of: unit.id, in: campaign.period)
    return directory.children(of: unit.id, on: day).filter {
      !model.assessor.periods(of: campaign, unit: $0.id).isEmpty
    }
  }

  /// How the units below stand, those that reported nothing left out.
  private func parts(_ campaign: Campaign, below unit: Unit) -> Value {
    .some(
      reporting(campaign, below: unit).prefix(Self.partLimit).map { child in
        let standings = standings(campaign, unit: child)
        return .record(
          Self.partShape,
          [
            link(tree.shortName(of: child) ?? tree.name(of: child), Address.unit(child.id)),
            states(standings.map(\.state)),
            .int(standings.count { $0.trend?.isGood == true }),
            .int(standings.count { $0.trend?.isGood == false }),
          ])
      })
  }

  /// How many targets are in each state; states without any are left out.
  func states(_ all: [TargetState]) -> Value {
    .some(
      TargetState.allCases.compactMap { state in
        let count = all.count { $0 == state }
        return count == 0 ? nil : self.state(state, count: count)
      })
  }

  static let matrixShape = Shape([
    "period": .text("kỳ"),
    "heads": .list("các cột, mỗi chỉ tiêu một cột", of: headShape),
    "rows": .list("các dòng, mỗi đơn vị một dòng", of: matrixRowShape),
    "total": .text("số đơn vị có số liệu"),
    "is_cut": .flag("bảng chỉ nêu các đơn vị đầu"),
  ])
  static let matrixRowShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "states": .list("mỗi mức đánh giá có bao nhiêu chỉ tiêu", of: stateShape),
    "cells": .list("các ô; ô trống là không áp dụng", of: cellShape),
  ])
  static let cellShape = Shape([
    "value": .text("kết quả"),
    "state": .object("đánh giá", stateShape),
  ])
  static let headShape = Shape([
    "number": .number("thứ tự chỉ tiêu"),
    "name": .text("tên chỉ tiêu"),
  ])

  /// Units that reported against targets, for the campaign's latest period; null without results.
  func matrix(_ campaign: Campaign) -> Value {
    let assessor = model.assessor
    guard let period = assessor.periods(of: campaign).last else { return .null }
    let units = directory.participants(of: campaign).filter {
      $0.id != campaign.owner && assessor.periods(of: campaign, unit: $0.id).contains(period)
    }
    if units.isEmpty { return .null }
    let targets = campaign.targets.enumerated().filter { !$0.element.comparator.isUnquantified }
    // With many targets fewer units, so that the page stays within what a phone can load.
    let limit = min(100, max(20, 600 / max(1, targets.count)))
    let rows = units.prefix(limit).map { unit -> Value in
      let found = targets.map { _, target in
        assessor.concerns(target, unit: unit)
          ? assessor.assess(target, unit: unit.id, period: period) : nil
      }
      let cells = found.map { item -> Value in
        guard let item else { return .null }
        return .record(Self.cellShape, [.text(tree.value(of: item)), state(item.state)])
      }
      return .record(
        Self.matrixRowShape,
        [
          link(tree.shortName(of: unit) ?? tree.name(of: unit), Address.unit(unit.id)),
          states(found.compactMap { $0?.state }), .list(cells),
        ])
    }
    return .record(
      Self.matrixShape,
      [
        .text(tree.name(of: period)),
        .list(
          targets.map { i, target in
            .record(Self.headShape, [.int(i + 1), .text(target.name)])
          }),
        .list(rows), number(units.count), .bool(units.count > limit),
      ])
  }

  func unique(_ list: [String]) -> [String] {
    var seen = Set<String>()
    return list.filter { seen.insert($0).inserted }
  }
}
