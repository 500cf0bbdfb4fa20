import Testing
import Vietnamese

@testable import Campaigns

/// Who may be shown where and when, over ages, dates, classes and channels.
@Suite struct ConsentBookTests {
  private let today = day(2025, 5, 31)

  private func person(
    _ role: Person.Role = .teacher, born year: Int? = nil, short: Bool? = nil
  ) -> Person {
    var person = Person(id: "lan", name: "Nguyễn Thị Lan", role: role, location: nowhere)
    person.birthYear = year
    person.consents = short
    return person
  }

  private func paper(
    _ giver: Consent.Giver, _ classes: [Consent.DataClass] = Consent.DataClass.allCases,
    on channel: Consent.Channel = .both, from date: PlainDate = day(2024, 9, 5),
    until end: PlainDate? = nil, withdrawn: PlainDate? = nil
  ) -> Consent {
    var paper = Consent(
      person: "lan", classes: classes, channel: channel, giver: giver, date: date,
      location: nowhere)
    paper.validUntil = end
    paper.withdrawnOn = withdrawn
    return paper
  }

  private func leave(
    _ person: Person, _ papers: Consent..., show dataClass: Consent.DataClass = .name,
    on channel: Consent.Channel = .site, day: PlainDate? = nil
  ) -> Leave {
    ConsentBook(papers, on: day ?? today).may(show: dataClass, of: person, on: channel)
  }

  // MARK: Age

  @Test(arguments: [
    // By the year alone, one who may not yet have had the birthday is taken as younger.
    (2008, Person.Stage.adult), (2009, .child), (2018, .child), (2019, .infant), (2025, .infant),
    (2030, .infant), (Int.min, .adult), (Int.max, .infant),
  ])
  func stageByYear(_ year: Int, _ stage: Person.Stage) {
    #expect(person(.pupil, born: year).stage(on: today) == stage)
    #expect(person(.other, born: year).stage(on: today) == stage)
  }

  @Test func pupilsOfUnknownAgeAreChildren() {
    #expect(person(.pupil).stage(on: today) == .child)
    for role in Person.Role.allCases where role != .pupil {
      #expect(person(role).stage(on: today) == .adult)
    }
  }

  @Test func ageIsThatOfTheDay() {
    let lan = person(.pupil, born: 2009)
    #expect(lan.stage(on: day(2025, 12, 31)) == .child)
    #expect(lan.stage(on: day(2026, 1, 1)) == .adult)
  }

  // MARK: Short form

  @Test func theShortFormServesAdultsAlone() {
    for dataClass in Consent.DataClass.allCases {
      #expect(leave(person(short: true), show: dataClass, on: .both) == .yes)
    }
    #expect(leave(person(.pupil, born: 2007, short: true)) == .yes)
    #expect(leave(person(.pupil, born: 2010, short: true)) == .unknown(.shortForm))
    #expect(leave(person(.pupil, short: true)) == .unknown(.shortForm))
    #expect(leave(person(short: nil)) == .unknown(.silent))
    #expect(leave(person(short: false)) == .no(.refused))
  }

  @Test func papersSayMoreThanTheShortForm() {
    #expect(leave(person(short: false), paper(.oneself)) == .no(.refused))
    #expect(leave(person(short: true), paper(.oneself, [.name])) == .yes)
    #expect(
      leave(person(short: true), paper(.oneself, [.name]), show: .photo) == .unknown(.notCovered))
  }

  // MARK: Who gives it

  @Test func adultsDecideThemselves() {
    #expect(leave(person(), paper(.oneself)) == .yes)
    #expect(leave(person(), paper(.mother)) == .unknown(.notCovered))
  }

  @Test func aChildNeedsTwo() {
    let child = person(.pupil, born: 2013)
    #expect(leave(child, paper(.oneself)) == .unknown(.guardianMissing))
    #expect(leave(child, paper(.mother)) == .unknown(.ownMissing))
    #expect(leave(child, paper(.oneself), paper(.guardian)) == .yes)
    let mother = paper(.mother, [.name])
    #expect(leave(child, paper(.oneself), mother) == .yes)
    #expect(leave(child, paper(.oneself), mother, show: .photo) == .unknown(.notCovered))
  }

  @Test func belowSevenTheGuardianAlone() {
    #expect(leave(person(.pupil, born: 2020), paper(.father)) == .yes)
    #expect(leave(person(.pupil, born: 2020), paper(.oneself)) == .unknown(.guardianMissing))
    // Seven in the course of the next year: the guardian's paper no longer serves alone.
    #expect(
      leave(person(.pupil, born: 2020), paper(.father), day: day(2027, 1, 1))
        == .unknown(.ownMissing))
  }

  // MARK: Time

  @Test func consentHoldsFromItsDateToItsEnd() {
    let paper = paper(.oneself, from: day(2025, 1, 10), until: day(2025, 3, 20))
    #expect(leave(person(), paper, day: day(2025, 1, 9)) == .unknown(.notYet(day(2025, 1, 10))))
    #expect(leave(person(), paper, day: day(2025, 1, 10)) == .yes)
    #expect(leave(person(), paper, day: day(2025, 3, 20)) == .yes)
    #expect(leave(person(), paper, day: day(2025, 3, 21)) == .no(.expired(day(2025, 3, 20))))
  }

  @Test func withdrawalStopsOnItsDay() {
    let paper = paper(.oneself, withdrawn: day(2025, 2, 1))
    #expect(leave(person(), paper, day: day(2025, 1, 31)) == .yes)
    #expect(leave(person(), paper, day: day(2025, 2, 1)) == .no(.withdrawn(day(2025, 2, 1))))
    let again = self.paper(.oneself, from: day(2025, 3, 1))
    #expect(leave(person(), paper, again) == .yes)
  }

  @Test func oneGuardiansWithdrawalIsNotOutweighedByAnothersPaper() {
    let infant = person(.pupil, born: 2020)
    let father = paper(.father, withdrawn: day(2025, 2, 1))
    #expect(leave(infant, father, paper(.mother)) == .no(.withdrawn(day(2025, 2, 1))))
    #expect(leave(infant, father, paper(.mother, from: day(2025, 2, 2))) == .yes)
  }

  @Test func aWithdrawalIsForItsClassesAlone() {
    let all = paper(.oneself, from: day(2024, 1, 1))
    let photo = paper(.oneself, [.photo], from: day(2024, 2, 1), withdrawn: day(2025, 2, 1))
    #expect(leave(person(), all, photo) == .yes)
    #expect(leave(person(), all, photo, show: .photo) == .no(.withdrawn(day(2025, 2, 1))))
  }

  // MARK: Channels

  @Test func channelsAreApart() {
    let site = paper(.oneself, on: .site)
    #expect(leave(person(), site, on: .site) == .yes)
    #expect(leave(person(), site, on: .print) == .unknown(.notCovered))
    #expect(leave(person(), site, on: .both) == .unknown(.notCovered))
    let print = paper(.oneself, on: .print)
    #expect(leave(person(), print, on: .site) == .unknown(.notCovered))
    #expect(leave(person(), site, print, on: .both) == .yes)
  }

  @Test func aNoIsStrongerThanANotKnown() {
    let book = ConsentBook(
      [paper(.oneself, [.name]), paper(.oneself, [.photo], withdrawn: today)], on: today)
    func ask(_ classes: [Consent.DataClass]) -> Leave {
      book.may(show: classes, of: person(), on: .site)
    }
    #expect(ask([.name]) == .yes)
    #expect(ask([.name, .story]) == .unknown(.notCovered))
    #expect(ask([.story, .photo, .name]) == .no(.withdrawn(today)))
  }
}

// swift-format-ignore: NeverForceUnwrap
private func day(_ year: Int, _ month: Int, _ day: Int) -> PlainDate {
  PlainDate(year: year, month: month, day: day)!
}
