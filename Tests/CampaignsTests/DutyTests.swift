import Testing
import Vietnamese

@testable import Campaigns

/// Due days with all their bounds, turns of repeated duties, who owes and who is late.
@Suite struct DutyTests {
  private func day(_ text: String) throws -> PlainDate { try #require(PlainDate.parse(text)) }

  private func duty(
    _ kind: Campaign.Duty.Kind = .finalReport, due: String? = nil, to: String? = "so",
    _ change: (inout Campaign.Duty) -> Void = { _ in }
  ) throws -> Campaign.Duty {
    let date = try due.map { try #require(PartialDate.parse($0)) }
    var duty = Campaign.Duty(
      id: "d", kind: kind, text: "Gửi", due: date, event: nil, to: to, via: nil, location: nowhere)
    change(&duty)
    return duty
  }

  private func plan(
    _ duties: [Campaign.Duty], in text: String = "2021 - 2023",
    sent: [(unit: String, day: String)] = [], _ change: (inout Campaign) -> Void = { _ in }
  ) throws -> Campaign {
    var plan = campaign(in: text)
    plan.duties = duties
    plan.submissions = try sent.map {
      Submission(
        campaign: "c", duty: "d", unit: $0.unit, sentOn: try day($0.day), location: nowhere)
    }
    change(&plan)
    return plan
  }

  private func board(_ plan: Campaign, now: String, units: [Unit] = family) throws -> DutyBoard {
    DutyBoard(plan, in: directory(units, [plan]), now: try day(now))
  }

  private func state(of unit: String, in board: DutyBoard, turn: Int = 0) throws -> DutyState {
    try #require(board.columns[turn].entries.first { $0.unit == unit }).state
  }

  /// The last day that is in time, and the first that is late.
  @Test(arguments: [
    ("trước ngày 10/12/2022", "09/12/2022"), ("10/12/2022", "10/12/2022"),
    ("đến ngày 10/12/2022", "10/12/2022"), ("chậm nhất ngày 10/12/2022", "10/12/2022"),
    ("trong tháng 10/2022", "31/10/2022"), ("trong tháng 02/2022", "28/02/2022"),
    ("trước tháng 10/2022", "30/9/2022"), ("cuối năm 2022", "31/12/2022"),
    ("đến hết năm 2022", "31/12/2022"), ("trước năm 2023", "31/12/2022"),
  ])
  func theBoundDecides(due: String, last: String) throws {
    let last = try day(last)
    for (offset, expected) in [(0, DutyState.onTime), (1, .sentLate(days: 1))] {
      let plan = try plan(
        [duty(due: due)], sent: [("a", last.adding(days: offset).short)])
      #expect(try state(of: "a", in: board(plan, now: "31/12/2023")) == expected)
    }
    let other = try plan([duty(due: due)], sent: [("b", "01/01/2021")])
    #expect(try state(of: "a", in: board(other, now: last.short)) == .pending(days: 0))
    let next = last.adding(days: 3).short
    #expect(try state(of: "a", in: board(other, now: next)) == .overdue(days: 3))
  }

  @Test func aProvisionalDayBindsNobody() throws {
    let plan = try plan([duty(due: "dự kiến tháng 12/2021")], sent: [("b", "05/01/2022")])
    let board = try board(plan, now: "01/6/2022")
    #expect(try state(of: "a", in: board) == .undated)
    #expect(try state(of: "b", in: board) == .sent)
    #expect(board.columns[0].late.isEmpty)
  }

  @Test func withoutAnyRecordNobodyIsLate() throws {
    let board = try board(plan([duty(due: "10/12/2021")]), now: "01/6/2022")
    #expect(board.columns[0].entries.allSatisfy { $0.state == .untracked })
  }

  @Test func allThatTakePartButTheReceiverOweIt() throws {
    #expect(
      try board(plan([duty()]), now: "01/6/2022").columns[0].entries.map(\.unit)
        == ["phong", "a", "b"])
    let some = try duty { $0.from = ["phong", "b"] }
    #expect(
      try board(plan([some]), now: "01/6/2022").columns[0].entries.map(\.unit) == ["phong", "b"])
    // Named outright, the receiver owes it to itself.
    let own = try duty { $0.from = ["so"] }
    #expect(try board(plan([own]), now: "01/6/2022").columns[0].entries.map(\.unit) == ["so"])
  }

  @Test func aUnitThatWasGoneOwesNothing() throws {
    let end = try day("30/6/2022")
    let units = family.map { unit in
      var unit = unit
      if unit.id == "a" { unit.validTo = end }
      return unit
    }
    let before = try plan([duty(due: "trong tháng 6/2022")])
    let after = try plan([duty(due: "trong tháng 7/2022")])
    #expect(try board(before, now: "01/01/2023", units: units).columns[0].entries.count == 3)
    #expect(
      try board(after, now: "01/01/2023", units: units).columns[0].entries.map(\.unit)
        == ["phong", "b"])
  }

  @Test func yearly() throws {
    let yearly = try duty(due: "trước ngày 15/12/2021") { $0.every = .year }
    let plan = try plan(
      [yearly], sent: [("a", "14/12/2021"), ("a", "20/12/2022"), ("b", "14/12/2022")])
    let board = try board(plan, now: "01/02/2023")
    #expect(board.columns.map(\.turn.id) == ["d/2021", "d/2022", "d/2023"])
    #expect(
      board.columns.map { $0.turn.due?.text } == [
        "trước ngày 15/12/2021", "trước ngày 15/12/2022", "trước ngày 15/12/2023",
      ])
    #expect(try state(of: "a", in: board) == .onTime)
    #expect(try state(of: "a", in: board, turn: 1) == .sentLate(days: 6))
    #expect(board.columns[0].late == ["phong", "b"])
    #expect(try state(of: "b", in: board, turn: 1) == .onTime)
    #expect(try state(of: "b", in: board, turn: 2) == .pending(days: 316))
  }

  @Test func aPaperCanNameItsTurn() throws {
    let yearly = try duty { $0.every = .year }
    var plan = try plan([yearly], sent: [("a", "05/11/2022")])
    #expect(try state(of: "a", in: board(plan, now: "01/02/2023"), turn: 1) == .sent)
    plan.submissions[0].period = .year(2021)
    #expect(try state(of: "a", in: board(plan, now: "01/02/2023")) == .sent)
    #expect(try state(of: "a", in: board(plan, now: "01/02/2023"), turn: 1) == .undated)
  }

  @Test func everySchoolYearAndTerm() throws {
    let yearly = try duty(due: "trong tháng 6/2022") { $0.every = .schoolYear }
    let years = try board(plan([yearly]), now: "01/02/2021").columns.map(\.turn)
    #expect(years.map(\.id) == ["d/2020-2021", "d/2021-2022", "d/2022-2023"])
    #expect(years.map { $0.due?.last.iso } == ["2022-06-30", "2023-06-30", "2024-06-30"])
    let halves = try duty { duty in
      duty.every = .term
      duty.dues = ["31/5/2024", "trước ngày 20/01/2025"].compactMap(PartialDate.parse)
    }
    let terms = ["2023-2024-hk2", "2024-2025"].compactMap(SchoolTerm.parse)
    let turns = try board(plan([halves]) { $0.terms = terms }, now: "01/02/2021").columns
      .map(\.turn)
    #expect(turns.map(\.id) == ["d/2023-2024-hk2", "d/2024-2025-hk1", "d/2024-2025-hk2"])
    #expect(turns.map { $0.due?.last.iso } == ["2024-05-31", "2025-01-19", "2025-05-31"])
  }

  @Test func theLeapDayFallsBack() throws {
    let yearly = try duty(due: "29/02/2024") { $0.every = .year }
    let turns = try board(plan([yearly], in: "2024 - 2025"), now: "01/02/2024").columns
    #expect(turns.map { $0.turn.due?.last.iso } == ["2024-02-29", "2025-02-28"])
  }

  @Test func boundToAnEvent() throws {
    let bound = try duty { $0.event = "dai-hoi" }
    let held = try #require(PartialDate.parse("15/9/2022"))
    let plan = try plan([bound], sent: [("b", "15/9/2022")]) {
      $0.events = [
        Event(
          id: "dai-hoi", campaign: "c", kind: .congress, title: "Đại hội", date: held,
          location: nowhere)
      ]
    }
    let board = try board(plan, now: "17/9/2022")
    #expect(board.columns[0].turn.source == .event("dai-hoi"))
    #expect(try state(of: "b", in: board) == .onTime)
    #expect(try state(of: "a", in: board) == .overdue(days: 2))
    let words = try self.plan([duty { $0.event = "Đại hội các cấp" }])
    #expect(try state(of: "a", in: self.board(words, now: "17/9/2022")) == .undated)
  }

  @Test func byRuleTheDayComesFromAbove() throws {
    let own = try plan([duty { $0.isByRule = true }]) {
      $0.owner = "phong"
      $0.id = "con"
    }
    func turn(_ others: [Campaign]) throws -> DutyTurn {
      try #require(directory(family, others + [own]).dutyTurns(of: own).first)
    }
    #expect(try turn([]).due == nil)
    let above = try plan([duty(due: "trong tháng 5/2022")])
    #expect(try turn([above]).due?.last.iso == "2022-05-31")
    #expect(try turn([above]).source == .inherited(campaign: "c"))
    // Another kind of duty says nothing, and two plans that differ settle nothing.
    #expect(try turn([plan([duty(.plan, due: "trong tháng 5/2022")])]).due == nil)
    var rival = try plan([duty(due: "trong tháng 6/2022")])
    rival.id = "c2"
    #expect(try turn([above, rival]).due == nil)
    // The parent campaign goes before the units above.
    var child = own
    child.parent = "c2"
    let turns = directory(family, [above, rival, child]).dutyTurns(of: child)
    #expect(turns.first?.due?.last.iso == "2022-06-30")
  }

  @Test func whatWasRegisteredIsSent() throws {
    var item = Registration(
      id: "r", campaign: "c", unit: "a", item: "Việc", location: nowhere)
    item.signedOn = try day("05/5/2022")
    let plan = try plan([duty(.registration, due: "trước ngày 01/5/2022")]) {
      $0.registrations = [item]
    }
    #expect(try state(of: "a", in: board(plan, now: "17/9/2022")) == .sentLate(days: 5))
  }
}
