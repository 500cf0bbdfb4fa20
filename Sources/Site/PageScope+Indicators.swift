import Campaigns
import Drawing
import Templating
import Vietnamese

extension PageScope {
  static let indicatorCardShape = Shape([
    "name": .text("tên chỉ số"),
    "url": .text("địa chỉ trang của chỉ số"),
    "measure": .text("đơn vị tính"),
    "direction": .text("cao hay thấp là tốt"),
    "campaigns": .list("các phong trào có chỉ tiêu về chỉ số này", of: linkShape),
    "targets": .number("số chỉ tiêu"),
  ])

  /// All indicators, those that compare more campaigns first.
  func indicators() -> Value {
    let cards = model.archive.indicators.map { indicator in
      let targets = model.indicators.targets[indicator.id] ?? []
      return (indicator, targets, unique(targets.map(\.campaign)))
    }
    let order = cards.indices.sorted { (-cards[$0].2.count, $0) < (-cards[$1].2.count, $1) }
    return .some(
      order.map { place in
        let (indicator, targets, campaigns) = cards[place]
        return .record(
          Self.indicatorCardShape,
          [
            .text(indicator.name), href(Address.indicator(indicator.id)),
            .text(indicator.unitOfMeasure), .text(say(indicator.direction.title)),
            .some(campaigns.map(campaignShortLink)), .int(targets.count),
          ])
      })
  }

  private func campaignShortLink(_ id: String) -> Value {
    directory.campaign(id).map { link(tree.displayTitle(of: $0), Address.campaign(id)) } ?? .null
  }

  static let indicatorShape = Shape([
    "name": .text("tên chỉ số"),
    "facts": .list("đơn vị tính, chiều hướng, tử số, mẫu số, nguồn", of: labelShape),
    "note": .text("ghi chú"),
    "group": .object("đơn vị mà trang này nói đến; trống ở trang chung", linkShape),
    "whole": .object("trang chung của chỉ số", linkShape),
    "chart": .safe("biểu đồ so sánh các phong trào (SVG)"),
    "sections": .list("mỗi chỉ tiêu một phần", of: indicatorSectionShape),
    "groups": .list("trang của từng đơn vị có cấp dưới báo cáo", of: linkShape),
  ])

  /// One indicator over units, terms and campaigns; with a group, over the units below it.
  func indicator(_ indicator: Indicator, group: String?) -> Value {
    let all = model.indicators.targets[indicator.id] ?? []
    let sections = all.enumerated().compactMap { place, target -> IndicatorSection? in
      guard let unit = group ?? directory.campaign(target.campaign)?.owner else { return nil }
      return IndicatorSection(target, under: unit, number: place + 1, model)
    }
    return .lazy(Self.indicatorShape) { name in
      switch name {
      case "name": .text(indicator.name)
      case "facts":
        labelled([
          ("Đơn vị tính", indicator.unitOfMeasure), ("Chiều hướng", say(indicator.direction.title)),
          ("Tử số", indicator.numerator), ("Mẫu số", indicator.denominator),
          ("Nguồn số liệu", indicator.source),
        ])
      case "note": .text(indicator.note)
      case "group": unitLink(group)
      case "whole": link(indicator.name, Address.indicator(indicator.id))
      case "chart": group == nil ? chart(comparing: sections, indicator) : .null
      case "sections":
        .some(sections.map { section($0, of: indicator, limit: max(20, 120 / sections.count)) })
      case "groups":
        .some(
          group != nil
            ? []
            : (model.indicators.groups[indicator.id] ?? []).map { id in
              link(
                tree.name(ofUnit: id, in: directory) ?? id,
                Address.indicator(indicator.id, below: id))
            })
      default: .null
      }
    }
  }

  static let indicatorSectionShape = Shape([
    "id": .text("mã để đặt `id` của phần"),
    "campaign": .object("phong trào", linkShape),
    "target": .text("tên gọn của chỉ tiêu"),
    "verbatim": .text("nguyên văn, khi khác tên gọn"),
    "demand": .text("yêu cầu"),
    "dimension": .text("phạm vi đo: cấp học, độ tuổi, môn học"),
    "deadline": .text("hạn"),
    "periods": .texts("các kỳ, cũ trước"),
    "rows": .list("đơn vị đứng đầu rồi các đơn vị trực thuộc", of: indicatorRowShape),
    "is_cut": .flag("bảng chỉ nêu các đơn vị đầu"),
    "chart": .safe("biểu đồ theo đơn vị và kỳ (SVG)"),
  ])
  static let indicatorRowShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "is_whole": .flag("là đơn vị đứng đầu: số chung"),
    "cells": .list("mỗi kỳ một ô; ô trống là chưa có số liệu", of: indicatorCellShape),
    "trend": .object("xu hướng của kỳ mới nhất", trendShape),
    "details": .text("địa chỉ trang số liệu của các đơn vị dưới nữa"),
  ])
  static let indicatorCellShape = Shape([
    "value": .text("kết quả"),
    "state": .object("đánh giá", stateShape),
    "is_draft": .flag("số liệu tạm tính"),
  ])

  /// - Parameter limit: rows of the table at most; other units tell their figures themselves.
  private func section(
    _ section: IndicatorSection, of indicator: Indicator, limit: Int
  ) -> Value {
    let target = section.target
    return .lazy(Self.indicatorSectionShape) { name in
      switch name {
      case "id": .text("ct-\(section.number)")
      case "campaign": campaignShortLink(target.campaign)
      case "target": .text(target.name)
      case "verbatim": target.verbatim == target.name ? .null : .text(target.verbatim)
      case "demand": .text(tree.demand(of: target))
      case "dimension": .text(target.dimension.map(tree.title))
      case "deadline": .text(target.deadline.map(tree.text))
      case "periods": .some(section.periods.map { .text(tree.shortName(of: $0)) })
      case "rows": .some(section.rows.prefix(limit).map { row($0, of: indicator) })
      case "is_cut": .bool(section.rows.count > limit)
      case "chart": chart(section)
      default: .null
      }
    }
  }

  private func row(_ row: IndicatorSection.Row, of indicator: Indicator) -> Value {
    let hasPage =
      !row.isWhole && (model.indicators.groups[indicator.id] ?? []).contains(row.unit.id)
    return .record(
      Self.indicatorRowShape,
      [
        link(tree.shortName(of: row.unit) ?? tree.name(of: row.unit), Address.unit(row.unit.id)),
        .bool(row.isWhole),
        .list(
          row.cells.map { cell in
            guard let cell, cell.figure?.value != nil else { return .null }
            return .record(
              Self.indicatorCellShape,
              [
                .text(tree.value(of: cell)), state(cell.state),
                .bool(cell.figure?.isDraft ?? false),
              ])
          }),
        row.newest.map { trend(model.assessor.trend(of: $0)) } ?? .null,
        hasPage ? href(Address.indicator(indicator.id, below: row.unit.id)) : .null,
      ])
  }

  // MARK: Charts

  private static let chartWidth = 360.0
  /// More bars than this are read better in the table.
  private static let chartUnits = 12

  /// The newest figure of each campaign beside its goal.
  private func chart(comparing sections: [IndicatorSection], _ indicator: Indicator) -> Value {
    let bars = sections.compactMap { section -> BarChart.Bar? in
      guard let newest = section.rows.first?.newest, let value = newest.figure?.value else {
        return nil
      }
      let campaign = directory.campaign(section.target.campaign).map(tree.displayTitle) ?? ""
      let part = section.target.dimension.map { ", \(tree.title(of: $0))" } ?? ""
      return BarChart.Bar(
        label: campaign + part, value: value.double, valueText: tree.value(of: newest),
        goal: section.goal, ink: newest.state.ink)
    }
    guard bars.count > 1, sections.allSatisfy({ $0.target.isPercent }) else { return .null }
    let title = say(
      "{indicator}: kết quả mới nhất của từng phong trào", ("indicator", indicator.name))
    return svg(BarChart(title: title, bars: bars), id: "bd-chung")
  }

  /// Units side by side, each with its last periods.
  private func chart(_ section: IndicatorSection) -> Value {
    let shown = section.comparablePlaces.suffix(3)
    let rows = section.rows.filter { row in
      shown.contains { row.cells[$0]?.figure?.value != nil }
    }.prefix(Self.chartUnits)
    guard rows.count > 1 || shown.count > 1, let first = rows.first else { return .null }
    let groups = rows.map { row in
      BarChart.Group(
        label: tree.shortName(of: row.unit) ?? tree.name(of: row.unit),
        bars: shown.enumerated().map { series, place in
          let cell = row.cells[place]
          return BarChart.Bar(
            label: tree.shortName(of: section.periods[place]), value: cell?.figure?.value?.double,
            valueText: cell?.figure?.value == nil ? say("chưa có") : cell.map(tree.value) ?? "",
            goal: section.goal,
            ink: shown.count > 1
              ? BarChart.seriesInks[series] : cell.map { $0.state.ink } ?? .unknown)
        })
    }
    let target = section.target
    let name = tree.shortName(of: first.unit) ?? tree.name(of: first.unit)
    let whose =
      section.rows.count > 1 ? say("{unit} và các đơn vị trực thuộc", ("unit", name)) : name
    let chart = BarChart(
      title: "\(target.name): \(whose)",
      groups: groups, unit: target.isPercent ? "%" : target.unitOfMeasure,
      scaleMaximum: target.isPercent ? 100 : 0)
    return svg(chart, id: "bd-\(section.number)")
  }

  private func svg(_ chart: BarChart, id: String) -> Value {
    .html(SVGWriter().svg(chart.drawing(width: Self.chartWidth), id: id))
  }
}

extension TargetState {
  fileprivate var ink: Drawing.Ink {
    switch self {
    case .exceeded, .met: .good
    case .missed: .poor
    case .incomplete, .unknown, .unquantified: .unknown
    }
  }
}
