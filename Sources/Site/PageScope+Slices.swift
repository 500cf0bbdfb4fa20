import Campaigns
import Templating

/// A campaign's results cut both ways that plans cut time: by school year and by calendar year.
extension PageScope {
  static let sliceShape = Shape([
    "heading": .text("cắt theo năm học hay theo năm"),
    "heads": .texts("các kỳ, cũ trước"),
    "rows": .list("các chỉ tiêu có kết quả", of: sliceRowShape),
  ])

  static let sliceRowShape = Shape([
    "number": .number("thứ tự chỉ tiêu"),
    "name": .text("tên chỉ tiêu"),
    "demand": .text("yêu cầu"),
    "cells": .list("mỗi kỳ một ô; ô trống là chưa có số liệu", of: cellShape),
  ])

  /// The figures of the unit that runs the campaign, or that were added up for it.
  func slices(of campaign: Campaign) -> Value {
    guard let unit = directory.subject(of: campaign) else { return .null }
    let periods = model.assessor.periods(of: campaign, unit: unit.id)
    let terms = periods.filter { if case .term = $0 { true } else { false } }
    let years = periods.filter { if case .term = $0 { false } else { true } }
    return .some(
      [
        slice("Theo năm học, học kỳ", terms, of: campaign, unit),
        slice("Theo năm", years, of: campaign, unit),
      ].compactMap(\.self))
  }

  private func slice(_ heading: String, _ periods: [Period], of campaign: Campaign, _ unit: Unit)
    -> Value?
  {
    let assessor = model.assessor
    let rows: [Value] = campaign.targets.enumerated().compactMap { i, target in
      guard assessor.concerns(target, unit: unit) else { return nil }
      let found = periods.map { assessor.assess(target, unit: unit.id, period: $0) }
      if found.allSatisfy({ $0.figure == nil }) { return nil }
      return .record(
        Self.sliceRowShape,
        [
          .int(i + 1), .text(target.name), .text(tree.demand(of: target)),
          .list(
            found.map { item in
              item.figure == nil
                ? .null
                : .record(Self.cellShape, [.text(tree.value(of: item)), state(item.state)])
            }),
        ])
    }
    if rows.isEmpty { return nil }
    return .record(
      Self.sliceShape,
      [.text(say(heading)), .list(periods.map { .text(tree.shortName(of: $0)) }), .list(rows)])
  }
}
