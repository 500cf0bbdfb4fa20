import Campaigns
import Templating
import Vietnamese

/// Who sent what and who is late: the board of a campaign, and what one unit owes.
extension PageScope {
  static let progressShape = Shape([
    "campaign": .object("phong trào", linkShape),
    "states": .list("bao nhiêu lượt gửi đúng hạn, gửi trễ, chưa gửi", of: dutyStateShape),
    "late": .list(
      "việc đang quá hạn, trễ nhiều nhất trước, nhiều nhất 60, ở tờ đầu", of: lateShape),
    "late_cut": .flag("còn việc quá hạn khác"),
    "duties": .list("các việc của kế hoạch, đánh số như ở bảng", of: numberedDutyShape),
    "tables": .list("bảng đơn vị × việc, mỗi bảng nhiều nhất năm việc", of: progressTableShape),
    "number": .number("tờ thứ mấy"),
    "previous": .text("địa chỉ tờ trước"),
    "next": .text("địa chỉ tờ sau"),
    "sheets": .list("liên kết đến các tờ; chỗ bỏ qua không có địa chỉ", of: linkShape),
  ])
  static let dutyStateShape = Shape([
    "id": .text("mã để đặt lớp CSS: `overdue`, `sent-late`, `on-time`, `sent`, `pending`…"),
    "title": .text("tình trạng bằng lời"),
    "count": .text("bao nhiêu lượt"),
  ])
  static let lateShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "duty": .text("việc và kỳ"),
    "due": .text("hạn, như kế hoạch viết"),
    "state": .text("tình trạng bằng lời"),
  ])
  static let numberedDutyShape = Shape([
    "number": .number("số thứ tự"),
    "kind": .text("loại việc"),
    "text": .text("lời của kế hoạch"),
    "due": .text("hạn, như kế hoạch viết"),
    "source": .text("hạn lấy ở đâu, khi không ở chính kế hoạch"),
    "to": .object("nơi nhận", linkShape),
    "via": .text("gửi qua đâu"),
  ])
  static let progressTableShape = Shape([
    "columns": .list("các việc", of: progressColumnShape),
    "rows": .list("các đơn vị", of: progressRowShape),
  ])
  static let progressColumnShape = Shape([
    "number": .number("số thứ tự của việc"),
    "title": .text("việc và kỳ"),
    "due": .text("hạn, như kế hoạch viết"),
    "last_day": .text("ngày cuối còn đúng hạn"),
  ])
  static let progressRowShape = Shape([
    "unit": .object("đơn vị", linkShape),
    "cells": .list("tình trạng từng việc, theo thứ tự cột", of: progressCellShape),
  ])
  static let progressCellShape = Shape([
    "label": .text("việc và kỳ, cho màn hình hẹp"),
    "state": .text("tình trạng bằng lời; trống khi đơn vị không phải gửi"),
    "state_id": .text("mã tình trạng để đặt lớp CSS, như `on-time`, `overdue`"),
    "sent_on": .text("ngày gửi"),
    "paper": .text("số, ký hiệu văn bản"),
    "note": .text("ghi chú"),
  ])

  /// Few enough columns to read on paper without turning it.
  private static let columnsPerTable = 5

  func progress(_ campaign: Campaign, sheet: Int) -> Value {
    let sheets = DutySheets(model.calendar.boards[campaign.id])
    let shown = sheets.columns
    let numbers = Dictionary(
      campaign.duties.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let late = sheet == 1 ? late(shown) : []
    @Sendable func address(_ number: Int) -> String {
      Address.progress(campaign.id, sheet: number)
    }
    return .lazy(Self.progressShape) { name in
      switch name {
      case "campaign": campaignLink(campaign.id)
      case "states": .some(states(shown.flatMap { $0.entries.map(\.state) }))
      case "late": .some(late.prefix(SitePlan.rowsPerSheet).map { self.late($0, $1) })
      case "late_cut": .bool(late.count > SitePlan.rowsPerSheet)
      case "duties": .some(campaign.duties.enumerated().map { numbered($1, $0 + 1, of: campaign) })
      case "tables":
        .some(
          stride(from: 0, to: shown.count, by: Self.columnsPerTable).map { start in
            table(
              Array(shown[start..<min(start + Self.columnsPerTable, shown.count)]),
              sheets.units(on: sheet), numbers)
          }.compactMap(\.self))
      case "number": .int(sheet)
      case "previous": sheet > 1 ? href(address(sheet - 1)) : .null
      case "next": sheet < sheets.count ? href(address(sheet + 1)) : .null
      case "sheets": .some(sheetLinks(around: sheet, sheets.count, address))
      default: .null
      }
    }
  }

  private func late(_ columns: [DutyBoard.Column]) -> [(DutyTurn, DutyBoard.Entry)] {
    let all = columns.flatMap { column in
      column.entries.filter(\.state.isOverdue).map { (column.turn, $0) }
    }
    // The longest overdue are those whose last day came first.
    return all.sorted {
      ($0.0.due?.last.dayNumber ?? 0, $0.1.unit, $0.0.id)
        < ($1.0.due?.last.dayNumber ?? 0, $1.1.unit, $1.0.id)
    }
  }

  private func late(_ turn: DutyTurn, _ entry: DutyBoard.Entry) -> Value {
    .record(
      Self.lateShape,
      [
        unitLink(entry.unit), .text(tree.title(of: turn)), .text(turn.due.map(tree.text)),
        .text(tree.title(of: entry.state)),
      ])
  }

  private func numbered(
    _ duty: Campaign.Duty, _ number: Int, of campaign: Campaign
  ) -> Value {
    let inherited: String? = directory.turns(of: duty, in: campaign).lazy.compactMap { turn in
      guard case .inherited(let above) = turn.source else { return nil }
      return tree.title(ofCampaign: above, in: directory)
    }.first
    let event = campaign.event(of: duty).map {
      say("Theo sự kiện: {event}, {day}", ("event", $0.title), ("day", tree.text($0.date)))
    }
    return .record(
      Self.numberedDutyShape,
      [
        .int(number), .text(say(duty.kind.title)), .text(duty.text),
        .text(tree.due(of: duty, in: campaign)?.capitalizedFirst),
        .text(inherited.map { say("Hạn lấy theo {campaign}", ("campaign", $0)) } ?? event),
        unitLink(duty.to), .text(duty.via),
      ])
  }

  /// Null where none of the units owes any of it.
  private func table(
    _ columns: [DutyBoard.Column], _ wanted: ArraySlice<String>, _ numbers: [String: Int]
  ) -> Value? {
    let wanted = Set(wanted)
    let cells = columns.map { column in
      Dictionary(
        column.entries.filter { wanted.contains($0.unit) }.map { ($0.unit, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    let units = unique(columns.flatMap { $0.entries.map(\.unit) }.filter(wanted.contains))
    if units.isEmpty { return nil }
    let heads = columns.map { column -> Value in
      let turn = column.turn
      return .record(
        Self.progressColumnShape,
        [
          .int(numbers[turn.duty.id] ?? 0), .text(tree.title(of: turn)),
          .text(turn.due.map(tree.text)),
          shortDate(turn.lastDay),
        ])
    }
    let rows = units.map { unit -> Value in
      let row = zip(columns, cells).map { cell(of: $1[unit], in: $0.turn, numbers) }
      return .record(Self.progressRowShape, [unitLink(unit), .list(row)])
    }
    return .record(Self.progressTableShape, [.list(heads), .list(rows)])
  }

  private func cell(
    of entry: DutyBoard.Entry?, in turn: DutyTurn, _ numbers: [String: Int]
  ) -> Value {
    .record(
      Self.progressCellShape,
      [
        .text("\(numbers[turn.duty.id] ?? 0). \(tree.title(of: turn))"),
        .text(entry.map { tree.title(of: $0.state) }),
        .text(entry?.state.id), shortDate(entry?.sentOn), .text(entry?.number),
        .text(entry?.note),
      ])
  }

  static let owedShape = Shape([
    "campaign": .object("phong trào", linkShape),
    "kind": .text("loại việc và kỳ"),
    "text": .text("lời của kế hoạch"),
    "due": .text("hạn, như kế hoạch viết"),
    "last_day": .text("ngày cuối còn đúng hạn"),
    "to": .object("nơi nhận", linkShape),
    "state": .text("tình trạng bằng lời"),
    "state_id": .text("mã tình trạng để đặt lớp CSS, như `on-time`, `overdue`"),
    "sent_on": .text("ngày gửi"),
    "paper": .text("số, ký hiệu văn bản"),
    "url": .text("bảng ai đã gửi, ai trễ của phong trào"),
  ])

  /// What a unit owes: the latest days first, what has no day last.
  func owed(by unit: String) -> Value {
    let all = (model.calendar.owedBy[unit] ?? []).compactMap { owed in
      model.calendar.boards[owed.campaign].map { board in
        (
          turn: board.columns[owed.column].turn,
          entry: board.columns[owed.column].entries[owed.entry]
        )
      }
    }
    func day(_ turn: DutyTurn) -> Int { turn.due?.last.dayNumber ?? .min }
    return .some(
      all.enumerated()
        .sorted { (day($1.element.turn), $0.offset) < (day($0.element.turn), $1.offset) }
        .map { owed($0.element.turn, $0.element.entry) })
  }

  private func owed(_ turn: DutyTurn, _ entry: DutyBoard.Entry) -> Value {
    let words = directory.campaign(turn.campaign).flatMap { tree.due(of: turn.duty, in: $0) }
    return .record(
      Self.owedShape,
      [
        campaignLink(turn.campaign), .text(tree.title(of: turn)), .text(turn.duty.text),
        .text((turn.due.map(tree.text) ?? words)?.capitalizedFirst), shortDate(turn.lastDay),
        unitLink(turn.duty.to), .text(tree.title(of: entry.state)), .text(entry.state.id),
        shortDate(entry.sentOn), .text(entry.number), href(Address.progress(turn.campaign)),
      ])
  }

  /// How often each state occurs, the gravest first.
  func states(_ all: [DutyState]) -> [Value] {
    let order = ["overdue", "sent-late", "on-time", "sent", "pending", "untracked", "undated"]
    let counts = Dictionary(grouping: all, by: \.id)
    return order.compactMap { id in
      counts[id].flatMap { some in
        some.first.map {
          .record(Self.dutyStateShape, [.text(id), .text(say($0.word)), number(some.count)])
        }
      }
    }
  }
}
