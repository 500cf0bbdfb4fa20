import Campaigns
import Templating
import Vietnamese

/// The head of a unit's page: how it stands, in a few numbers that lead to their sections.
extension PageScope {
  static let tileShape = Shape([
    "id": .text("mã của ô, như `targets`, `duties`, để đặt lớp CSS"),
    "label": .text("nhãn, như “Chỉ tiêu đạt”"),
    "value": .text("con số, như `3/4`"),
    "note": .text("một dòng nói thêm; trống khi không có gì để nói"),
    "url": .text("chỗ nói đủ, trên cùng trang"),
    "state_id": .text("`met`, `overdue` hoặc trống, để đặt lớp CSS"),
    "states": .list("mỗi mức đánh giá có bao nhiêu chỉ tiêu", of: stateShape),
  ])

  /// Nothing is told of what the unit has none of.
  func glance(_ unit: Unit) -> Value {
    let tiles = [
      targetTile(unit), registrationTile(unit), dutyTile(unit), awardTile(unit),
      tile(
        "stories", "Gương điển hình", directory.stories(of: unit.id).count,
        note: directory.stories(of: unit.id).first.map { model.stories[$0].title },
        section: "s-stories"),
      tile(
        "reports", "Báo cáo", model.reportsOfUnit[unit.id]?.count ?? 0, note: nil,
        section: "s-reports"),
    ]
    return .some(tiles.compactMap(\.self))
  }

  private func targetTile(_ unit: Unit) -> Value? {
    let states = directory.campaigns(of: unit.id).flatMap { targetStates($0, unit: unit) }
    let judged = states.count { $0 == .met || $0 == .exceeded || $0 == .missed }
    if states.isEmpty { return nil }
    let reached = states.count { $0 == .met || $0 == .exceeded }
    let rest = states.count - judged
    return .record(
      Self.tileShape,
      [
        .text("targets"), .text(say("Chỉ tiêu đạt, vượt")), .text("\(reached)/\(judged)"),
        .text(
          rest == 0
            ? nil : say("còn {count} chỉ tiêu chưa đánh giá được", ("count", tree.text(rest)))),
        .text("#s-campaigns"), .null, self.states(states),
      ])
  }

  private func registrationTile(_ unit: Unit) -> Value? {
    let all = model.registrations[unit.id] ?? []
    let done = all.count { $0.status == .done }
    return tile(
      "registrations", "Nội dung đăng ký", all.count,
      note: done == 0 ? nil : say("đã hoàn thành {count}", ("count", tree.text(done))),
      section: "s-campaigns")
  }

  private func dutyTile(_ unit: Unit) -> Value? {
    let owed = model.calendar.owedBy[unit.id] ?? []
    if owed.isEmpty { return nil }
    let late = owed.count { owed in
      model.calendar.boards[owed.campaign].map {
        $0.columns[owed.column].entries[owed.entry].state.isOverdue
      } ?? false
    }
    return .record(
      Self.tileShape,
      [
        .text("duties"), .text(say("Việc quá hạn")), number(late),
        .text(say("trong {count} việc phải gửi", ("count", tree.text(owed.count)))),
        .text("#s-duties"),
        .text(late == 0 ? "met" : "overdue"), .null,
      ])
  }

  private func awardTile(_ unit: Unit) -> Value? {
    let all = (model.awardsOfUnit[unit.id] ?? []).map { model.awards[$0] }
    let newest = all.filter { $0.decisionDate != nil }
      .max { ($0.decisionDate?.dayNumber ?? 0) < ($1.decisionDate?.dayNumber ?? 0) }
    return tile(
      "awards", "Khen thưởng", all.count,
      note: newest.map { say("mới nhất: {form}", ("form", say($0.form.title))) },
      section: "s-awards")
  }

  private func tile(
    _ id: String, _ label: String, _ count: Int, note: String?, section: String
  ) -> Value? {
    if count == 0 { return nil }
    return .record(
      Self.tileShape,
      [
        .text(id), .text(say(label)), number(count), .text(note), .text("#\(section)"), .null,
        .null,
      ])
  }
}
