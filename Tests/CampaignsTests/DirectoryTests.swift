import Campaigns
import Testing
import Vietnamese

@Suite("Look-ups and the tree of units")
struct DirectoryTests {
  @Test func anEmptyListOfParticipantsMeansAllBelow() {
    let whole = campaign(owner: "phong")
    let listed = campaign(owner: "so", participants: ["b"])
    let units = family + [unit("elsewhere")]
    let places = directory(units, [whole])
    #expect(places.participants(of: whole).map(\.id) == ["phong", "a", "b"])
    #expect(places.participants(of: listed).map(\.id) == ["so", "b"])
    #expect(places.campaigns(of: "a").map(\.id) == ["c"])
    #expect(places.campaigns(of: "elsewhere").isEmpty)
    #expect(places.takesPart("b", in: "c"))
    #expect(!places.takesPart("so", in: "c"))
  }

  @Test func theProfessionalLineGoesBeforeTheAdministrative() {
    let units = [
      unit("so", under: nil, .department), unit("xa", under: nil, .committee),
      unit("truong", under: "xa") { $0.professionalParent = "so" },
    ]
    let places = directory(units)
    #expect(places.participants(of: campaign(owner: "so")).map(\.id) == ["so", "truong"])
    #expect(places.participants(of: campaign(owner: "xa")).map(\.id) == ["xa"])
    #expect(places.lineage(of: "truong").map(\.id) == ["so", "truong"])
  }

  @Test func unitsOutsideTheCampaignsTimeTakeNoPart() {
    var units = family
    units[2].validTo = PlainDate(year: 2019, month: 12, day: 31)
    #expect(directory(units).participants(of: campaign()).map(\.id) == ["so", "phong", "b"])
  }

  @Test func lineageRunsFromTheTop() {
    #expect(directory(family).lineage(of: "a").map(\.id) == ["so", "phong", "a"])
    #expect(directory(family).lineage(of: "nobody").isEmpty)
  }

  @Test func loopsOfUnitsEndEverywhere() {
    let units = [
      unit("p", under: "r"), unit("q", under: "p"), unit("r", under: "q"), unit("leaf", under: "r"),
      unit("self", under: "self"),
    ]
    let rare = target(.countAt, "3", of: "trường") { $0.appliesTo = ["thpt"] }
    let count = target(.countAt, "3", of: "trường")
    let whole = campaign(owner: "p", [count, rare], [row("leaf", "2024", "3")])
    let places = directory(units, [whole])
    // The loop is cut above the unit that comes first.
    #expect(places.lineage(of: "leaf").map(\.id) == ["p", "q", "r", "leaf"])
    #expect(places.lineage(of: "p").map(\.id) == ["p"])
    #expect(places.lineage(of: "self").map(\.id) == ["self"])
    #expect(places.children(of: "self").isEmpty)
    #expect(places.participants(of: whole).map(\.id) == ["p", "q", "r", "leaf"])
    let assessor = Assessor(places)
    #expect(!assessor.concerns(rare, unit: units[0]))
    #expect(assessor.concerns(count, unit: units[4]))
    // Counted once, however often the loop could have been walked.
    #expect(assessor.assess(count, unit: "p", period: .year(2024)).valueText == "3 trường")
  }

  @Test func twoUnitsWithOneIdDoNotStandAboveEachOther() {
    let places = directory([unit("x"), unit("x", under: "x")])
    #expect(places.children(of: "x").isEmpty)
    #expect(places.lineage(of: "x").count == 1)
  }

  @Test func silenceIsNoConsent() {
    var person = Person(id: "lan", name: "Nguyễn Thị Lan", role: .pupil, location: nowhere)
    #expect(person.publicName == "một học sinh")
    person.consents = false
    #expect(person.publicName == "một học sinh")
    person.consents = true
    #expect(person.publicName == "Nguyễn Thị Lan")
  }
}
