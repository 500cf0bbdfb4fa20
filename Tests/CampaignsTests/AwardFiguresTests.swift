import Campaigns
import Diagnostics
import Testing
import Vietnamese

@Suite struct AwardFiguresTests {
  private func award(
    _ id: String, _ kind: Award.SubjectKind = .individual, person: String? = nil,
    basis: Award.Basis = .regular
  ) -> Award {
    var award = Award(
      id: id, awardClass: .form, form: .certificate, subjectKind: kind, unit: "a", basis: basis,
      location: nowhere)
    award.person = person
    return award
  }

  private func figures(_ awards: [Award]) -> AwardFigures {
    var archive = Archive(settings: SiteSettings(title: "Thi đua"))
    archive.units = [Unit(id: "a", name: "Trường A", kind: .school, location: nowhere)]
    let facts: [(String, Bool?, Person.Role)] = [
      ("day", true, .teacher), ("quan-ly", false, .manager), ("ai", nil, .other),
      ("em", nil, .pupil),
    ]
    archive.people = facts.map { id, isDirect, role in
      var person = Person(id: id, name: id, role: role, location: nowhere)
      person.isDirect = isDirect
      return person
    }
    return AwardFigures(awards, in: Directory(archive))
  }

  @Test func whoIsNotKnownStandsApart() {
    let found = figures([
      award("1", person: "day"), award("2", person: "day"), award("3", person: "quan-ly"),
      award("4", person: "ai"), award("5"), award("6", person: "em"),
    ])
    #expect(found.direct.count == 2)
    #expect(found.direct.known == 3)
    // One of whom it is not told and one without a name; pupils are no workers.
    #expect(found.direct.unknown == 2)
    #expect(found.direct.percentage?.text == "66,7")
  }

  @Test func nothingKnownIsNoShareOfNought() {
    #expect(figures([award("1")]).direct.percentage == nil)
    #expect(figures([]).adHoc.percentage == nil)
  }

  @Test func teamsAreSmallAndTheSchoolIsNot() {
    var team = award("1", .collective)
    team.subject = "Tổ Toán"
    let found = figures([team, award("2", .collective), award("3", .household)])
    #expect(found.smallCollectives.count == 1)
    #expect(found.smallCollectives.known == 2)
    #expect(found.bySubject.map(\.count) == [2, 1, 0])
  }

  @Test func waitsAreThoseOfWhichBothDaysAreKnown() throws {
    func wait(_ id: String, _ from: String?, _ to: String?) throws -> Award {
      var award = award(id)
      award.achievedOn = try from.map { try #require(PlainDate.parse($0)) }
      award.decisionDate = try to.map { try #require(PlainDate.parse($0)) }
      return award
    }
    let found = figures([
      try wait("1", "01/3/2024", "11/3/2024"), try wait("2", "01/3/2024", "04/3/2024"),
      try wait("3", "01/3/2024", "31/3/2024"), try wait("4", nil, "31/3/2024"),
      try wait("5", "01/3/2024", nil), try wait("6", "02/3/2024", "01/3/2024"),
    ])
    #expect(found.days == [3, 10, 30])
    #expect(found.medianDays == 10)
  }
}
