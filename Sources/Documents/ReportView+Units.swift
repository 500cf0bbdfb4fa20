import Campaigns
import Templating
import Vietnamese

/// What the units below, or the members of a cluster, reported, side by side.
extension ReportView {
  static let consolidation: [ReportName] = [
    ReportName("parts", .texts("các đơn vị được tổng hợp")) { view in
      .list(view.parts.map { .text($0.name) })
    },
    ReportName("tables", .list("bảng chỉ tiêu theo đơn vị, mỗi bảng vài đơn vị", of: tableShape)) {
      .list($0.tables)
    },
    ReportName("missing_parts", .list("đơn vị chưa gửi đủ số liệu", of: missingShape)) {
      .list($0.missingParts)
    },
    ReportName("unreported", .texts("chỉ tiêu chưa đơn vị nào gửi số liệu")) { view in
      .list(view.unreported.map { .text($0.name) })
    },
    ReportName("apart", .texts("chỉ tiêu chỉ có kết quả theo đơn vị, không cộng được")) { view in
      .list(view.apart.map { .text($0.name) })
    },
    ReportName("late_parts", .list("đơn vị chốt số liệu quá hạn", of: itemShape)) {
      .list($0.lateParts)
    },
    ReportName("draft_parts", .texts("đơn vị có số liệu chưa xác nhận")) { view in
      .list(view.draftParts.map { .text($0.name) })
    },
  ]

  static let tableShape = Shape([
    "units": .texts("tên gọn của các đơn vị"),
    "rows": .list("mỗi chỉ tiêu một dòng", of: rowShape),
  ])

  static let rowShape = Shape([
    "number": .text("số thứ tự của chỉ tiêu"),
    "name": .text("tên chỉ tiêu"),
    "demand": .safe("yêu cầu"),
    "total": .safe("kết quả chung"),
    "state": .text("đánh giá chung"),
    "cells": .safeTexts("kết quả của từng đơn vị; gạch ngang nếu chỉ tiêu không giao đơn vị đó"),
  ])

  static let missingShape = Shape([
    "name": .text("tên đơn vị"),
    "targets": .figure("số chỉ tiêu chưa có số liệu"),
    "mark": .text("dấu cuối dòng"),
  ])

  /// Columns of units that one table across a page has room for.
  private static let unitsInTable = 6

  /// The units side by side: those directly below, or the members of the cluster.
  var parts: [Unit] {
    guard key.kind == .consolidated else { return [] }
    let units =
      key.cluster.map { directory.members(of: $0, in: key.period) }
      ?? directory.children(of: unit.id, on: directory.day(of: unit.id, in: key.period.span))
    return units.filter { part in
      part.id != unit.id && directory.takesPart(part.id, in: campaign.id)
        && (key.period.span.map { part.exists(in: $0) } ?? true)
    }.sorted { SortKey($0.name) < SortKey($1.name) }
  }

  private var tables: [Value] {
    let parts = parts
    return stride(from: 0, to: parts.count, by: Self.unitsInTable).map { start in
      let group = parts[start..<min(start + Self.unitsInTable, parts.count)]
      return .record(
        Self.tableShape,
        [
          .list(group.map { .text($0.shortName ?? $0.name) }),
          .list(assessments.enumerated().map { row($0.element, number: $0.offset + 1, group) }),
        ])
    }
  }

  private func row(_ whole: Assessment, number: Int, _ units: ArraySlice<Unit>) -> Value {
    let target = whole.target
    let plan = SourceLedger.Origin("Yêu cầu của kế hoạch: \(target.name)", cells: [target.location])
    let cells = units.map { part -> Value in
      guard assessor.concerns(target, unit: part) else { return .html("–") }
      let own = assessor.assess(target, unit: part.id, period: key.period)
      let lacks = own.figure?.value == nil && !target.comparator.isUnquantified
      return .html(lacks ? "chưa có" : value(of: own))
    }
    return .record(
      Self.rowShape,
      [
        .text(String(number)), .text(target.name), .html(ledger.sentence(target.demand, plan)),
        .html(value(of: whole)), .text(whole.state.title), .list(cells),
      ])
  }

  // MARK: Who is missing or late

  /// Targets of which nobody sent a figure; of the others each missing unit is named.
  var unreported: [Target] { withoutSum.filter { !isReported($0) } }

  /// Targets whose figures stand for each unit and cannot be added up.
  private var apart: [Target] { withoutSum.filter(isReported) }

  private var withoutSum: [Target] {
    assessments.filter { $0.figure == nil && !$0.target.comparator.isUnquantified }.map(\.target)
  }

  /// Whether a unit should have sent a figure and did not.
  private func owes(_ unit: Unit, _ whole: Assessment) -> Bool {
    if let figure = whole.figure { return figure.missing.contains(unit.id) }
    let target = whole.target
    return !target.comparator.isUnquantified && isReported(target)
      && assessor.concerns(target, unit: unit)
      && assessor.figure(target, unit: unit.id, period: key.period) == nil
  }

  /// Units that should have reported on some target and did not, by name.
  var missing: [Unit] {
    let ids = Set(assessments.flatMap { $0.figure?.missing ?? [] }).union(
      parts.filter { part in assessments.contains { owes(part, $0) } }.map(\.id))
    return ids.compactMap(directory.unit).sorted { SortKey($0.name) < SortKey($1.name) }
  }

  private func isReported(_ target: Target) -> Bool {
    parts.contains { assessor.figure(target, unit: $0.id, period: key.period) != nil }
  }

  private var missingParts: [Value] {
    marked(missing) { unit, mark in
      let targets = assessments.filter { owes(unit, $0) }
      return .record(
        Self.missingShape,
        [
          .text(unit.name),
          ledger.count(
            targets.map(\.target.location),
            of: "Số chỉ tiêu chưa có số liệu, \(unit.name), \(key.period.name)"),
          .text(mark),
        ])
    }
  }

  /// Units whose figures were closed after the day by which they were due.
  private var lateParts: [Value] {
    guard key.kind == .consolidated else { return [] }
    let late = sendings(in: key.period).filter(\.isLate)
    return marked(late) { sending, mark in
      let day = sending.closed.map { "chốt số liệu ngày \($0.short)" } ?? ""
      let due = sending.due.map { "; thời hạn: \($0.text)" } ?? ""
      return .record(Self.itemShape, [.text("\(sending.unit.name) (\(day)\(due))"), .text(mark)])
    }
  }

  private var draftParts: [Unit] {
    guard key.kind == .consolidated else { return [] }
    let drafts = campaign.results.filter {
      $0.period == key.period && !$0.isConfirmed && isInScope($0.unit)
    }
    return Set(drafts.map(\.unit)).compactMap(directory.unit)
      .sorted { SortKey($0.name) < SortKey($1.name) }
  }
}
