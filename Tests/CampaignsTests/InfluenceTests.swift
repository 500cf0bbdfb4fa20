import Campaigns
import Diagnostics
import Testing
import Vietnamese

@Suite struct InfluenceTests {
  private let place = Location(file: "x", line: 1)

  private func exemplar(_ steps: [(Exemplar.Step, String)], closed: Bool = false) throws
    -> Exemplar
  {
    var exemplar = Exemplar(
      id: "dh", campaign: "pt", name: "A", kind: .model, unit: "a", location: place)
    exemplar.isClosed = closed
    exemplar.steps = try steps.map { step, date in
      Exemplar.LoggedStep(
        step: step, date: try #require(PlainDate.parse(date)), note: nil, by: nil,
        location: place)
    }
    return exemplar
  }

  @Test func stagesTellDoneSkippedNextAndAhead() throws {
    func states(_ exemplar: Exemplar) -> [Exemplar.Stage.State] {
      exemplar.stages(on: .fiveSteps).map(\.state)
    }
    #expect(try states(exemplar([])) == [.next, .ahead, .ahead, .ahead, .ahead])
    #expect(
      try states(exemplar([(.learn, "02/5/2024"), (.build, "01/3/2024")]))
        == [.done, .skipped, .done, .next, .ahead])
    #expect(
      try states(exemplar([(.build, "01/3/2024")], closed: true))
        == [.done, .ahead, .ahead, .ahead, .ahead])
    let own = try exemplar([(.learn, "02/5/2024"), (.build, "01/3/2024")])
    #expect(own.stages(on: nil).map(\.step) == [.build, .learn])
  }

  @Test func aStepTakenTwiceCountsFromItsFirstTime() throws {
    let stages = try exemplar([(.build, "01/3/2025"), (.build, "01/3/2024")])
      .stages(on: .fiveSteps)
    #expect(stages.first?.entry?.date.year == 2024)
  }

  /// Whatever the order of the rows, the furthest relation and the span of days are the same.
  @Test func bondsDoNotHangOnTheOrderOfRows() throws {
    let rows: [(String, Exemplar.Relation, String?)] = [
      ("b", .learns, "01/3/2024"), ("c", .catchesUp, nil), ("b", .surpasses, "01/5/2024"),
      ("b", .catchesUp, "01/4/2024"),
    ]
    for turn in 0..<rows.count {
      var exemplar = try exemplar([])
      for (unit, relation, date) in rows[turn...] + rows[..<turn] {
        exemplar.followers.append(
          Exemplar.Follower(
            unit: unit, relation: relation, date: date.flatMap(PlainDate.parse), note: nil))
      }
      let influence = Influence(of: [exemplar])
      let b = try #require(influence.bonds.first { $0.unit == "b" })
      #expect(b.relation == .surpasses)
      #expect(b.first?.month == 3)
      #expect(b.latest?.month == 5)
      #expect(influence.units.sorted() == ["b", "c"])
      #expect(influence.count(.learns) == 0)
      #expect(influence.count(.catchesUp) == 1)
      #expect(influence.latest?.month == 5)
    }
  }

  @Test func lateIsToldOnlyWhereItIsKnown() throws {
    var item = Registration(id: "r", campaign: "pt", unit: "a", item: "x", location: place)
    let day = try #require(PlainDate.parse("10/6/2024"))
    #expect(item.daysLate(on: day) == nil)
    item.end = PlainDate.parse("01/6/2024")
    #expect(item.daysLate(on: day) == 9)
    item.status = .done
    #expect(item.daysLate(on: day) == nil, "done, nobody says when")
    item.doneOn = PlainDate.parse("03/6/2024")
    #expect(item.daysLate(on: day) == 2)
    item.doneOn = PlainDate.parse("01/6/2024")
    #expect(item.daysLate(on: day) == nil)
  }
}
