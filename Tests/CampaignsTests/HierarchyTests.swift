import Campaigns
import Testing
import Vietnamese

/// The first of July 2025 in small: two departments become one, the district's office ends, its
/// school goes to the commune.
@Suite("Units in time")
struct HierarchyTests {
  private let before = span("30/6/2025 - 30/6/2025").from
  private let after = span("01/7/2025 - 01/7/2025").from

  private func archive() -> Archive {
    var archive = Archive(settings: SiteSettings(title: "Thử"))
    let before = before
    let after = after
    func ended(_ successors: [String]) -> (inout Unit) -> Void {
      {
        $0.validTo = before
        $0.successors = successors
      }
    }
    archive.units = [
      unit("tinh", .committee), unit("so-a", under: "tinh", .department, ended(["so-moi"])),
      unit("so-b", .department, ended(["so-moi"])),
      unit("so-moi", under: "tinh", .department) { $0.validFrom = after },
      unit("phong", under: "so-a", .division, ended(["xa", "so-moi"])),
      unit("xa", under: "tinh", .committee) { $0.validFrom = after },
      unit("thpt", under: "so-a"), unit("th", under: "phong"), unit("thpt-b", under: "so-b"),
    ].sorted { $0.id < $1.id }
    archive.superiors = [
      Superior(
        unit: "th", parent: "xa", kind: .administrative, from: after, to: nil, location: nowhere),
      Superior(
        unit: "th", parent: "so-moi", kind: .professional, from: after, to: nil, location: nowhere),
    ]
    return archive
  }

  @Test func superiorsAreThoseOfTheDay() {
    let places = Directory(archive())
    #expect(places.lineage(of: "th", on: before).map(\.id) == ["tinh", "so-a", "phong", "th"])
    #expect(places.lineage(of: "th", on: after).map(\.id) == ["tinh", "so-moi", "th"])
    #expect(places.superior(of: "th", .administrative, on: after)?.id == "xa")
    #expect(places.superior(of: "th", .professional, on: before) == nil)
    // Nobody wrote that these have a new superior: it took over from the old one.
    #expect(places.lineage(of: "thpt", on: after).map(\.id) == ["tinh", "so-moi", "thpt"])
    #expect(places.lineage(of: "thpt-b", on: after).map(\.id) == ["tinh", "so-moi", "thpt-b"])
    #expect(places.lineage(of: "thpt-b", on: before).map(\.id) == ["so-b", "thpt-b"])
  }

  @Test func anEndedUnitKeepsItsLastPlace() {
    let places = Directory(archive())
    #expect(places.lineage(of: "phong", on: after).map(\.id) == ["tinh", "so-a", "phong"])
    #expect(places.children(of: "so-a", on: before).map(\.id) == ["phong", "thpt"])
    #expect(places.children(of: "so-moi", on: after).map(\.id) == ["th", "thpt", "thpt-b"])
    #expect(places.children(of: "phong", on: before).map(\.id) == ["th"])
    #expect(places.children(of: "phong", on: after).isEmpty)
  }

  @Test func twoSuccessorsAreNoneUntilTheDataSaysWhich() {
    var archive = archive()
    archive.superiors = []
    let places = Directory(archive)
    #expect(places.superior(of: "th", on: before)?.id == "phong")
    #expect(places.superior(of: "th", on: after) == nil)
  }

  @Test func spellsUnderSuperiorsFollowOneAnother() {
    let places = Directory(archive())
    let spells = places.superiors(of: "th", .administrative)
    #expect(spells.map(\.parent) == ["phong", "xa"])
    #expect(spells.map(\.from) == [nil, after])
    #expect(spells.map(\.to) == [before, nil])
    #expect(places.superiors(of: "thpt", .administrative).map(\.parent) == ["so-a", "so-moi"])
    #expect(places.superiors(of: "phong", .administrative).map(\.parent) == ["so-a"])
    #expect(places.superiors(of: "phong", .administrative).map(\.to) == [before])
    #expect(places.superiors(of: "tinh", .administrative).isEmpty)
  }

  /// A figure is counted once above all, whatever became of the units in between.
  @Test(arguments: ["2024", "2025", "2026"]) func rollUpsUseTheTreeOfTheirPeriod(_ year: String) {
    var archive = archive()
    let count = target(.countAt, "3", of: "trường")
    archive.campaigns = [
      campaign(
        owner: "tinh", [count],
        ["th", "thpt", "thpt-b"].map { row($0, year, "1") })
    ]
    let assessor = Assessor(Directory(archive))
    func value(_ unit: String) -> String? {
      assessor.figure(count, unit: unit, period: period(year))?.value?.text
    }
    // In 2024 the third school stood under a department of another province.
    #expect(value("tinh") == (year == "2024" ? "2" : "3"))
    #expect(value("so-a") == (year == "2026" ? nil : "2"))
    #expect(value("so-moi") == (year == "2024" ? nil : "3"))
    #expect(value("phong") == (year == "2026" ? nil : "1"))
  }

  @Test func aCampaignReachesThoseBelowItsOwnerInItsTime() {
    var archive = archive()
    archive.campaigns = [campaign(owner: "so-a", in: "2024 - 2025")]
    #expect(
      Directory(archive).participants(of: archive.campaigns[0]).map(\.id)
        == ["phong", "so-a", "th", "thpt"])
    archive.campaigns = [campaign(owner: "so-moi", in: "2026 - 2026")]
    #expect(
      Directory(archive).participants(of: archive.campaigns[0]).map(\.id)
        == ["so-moi", "th", "thpt", "thpt-b"])
  }

  @Test func loopsOfDatedSuperiorsEnd() {
    var archive = archive()
    archive.superiors.append(
      Superior(
        unit: "tinh", parent: "th", kind: .administrative, from: after, to: nil, location: nowhere))
    let places = Directory(archive)
    #expect(places.lineage(of: "th", on: after).map(\.id) == ["tinh", "so-moi", "th"])
    #expect(places.isUnit("th", withinOrIs: "tinh", on: after))
  }
}

@Suite("Members of clusters in time")
struct MembershipTests {
  private func membership(
    _ unit: String, _ from: String?, _ to: String?, leads: Bool = false
  ) -> Membership {
    Membership(
      cluster: "k", unit: unit, from: from.flatMap { PlainDate.parse($0) },
      to: to.flatMap { PlainDate.parse($0) }, isLeader: leads, location: nowhere)
  }

  private func places() -> Directory {
    var archive = Archive(settings: SiteSettings(title: "Thử"))
    archive.units = ["a", "b", "c", "d"].map { unit($0) }
    archive.units[0].clusters = ["k", "other"]
    archive.units[3].clusters = ["k"]
    archive.units[3].validTo = PlainDate(year: 2023, month: 12, day: 31)
    archive.memberships = [
      membership("b", "01/9/2023", "31/8/2024", leads: true),
      membership("b", "01/9/2024", nil), membership("c", "01/9/2024", nil, leads: true),
    ]
    return Directory(archive)
  }

  private func date(_ text: String) throws -> PlainDate { try #require(PlainDate.parse(text)) }

  @Test func membersAreThoseOfTheDayOrPeriod() throws {
    let places = places()
    #expect(places.members(of: "k", on: try date("01/8/2023")).map(\.id) == ["a", "d"])
    #expect(places.members(of: "k", on: try date("01/01/2024")).map(\.id) == ["a", "b"])
    #expect(places.members(of: "k", in: period("2023-2024")).map(\.id) == ["a", "b", "d"])
    #expect(places.members(of: "k", in: period("2025")).map(\.id) == ["a", "b", "c"])
    #expect(places.members(of: "k").map(\.id) == ["a", "b", "c", "d"])
    #expect(places.members(of: "other").map(\.id) == ["a"])
    #expect(places.memberships(ofUnit: "a").map(\.cluster) == ["k", "other"])
    #expect(places.leader(of: "k", on: try date("01/01/2024"))?.id == "b")
    #expect(places.leader(of: "k", on: try date("01/01/2025"))?.id == "c")
    #expect(places.leader(of: "k", on: try date("01/01/2020")) == nil)
  }

  @Test func datedRowsGoBeforeTheColumn() throws {
    var archive = places().archive
    archive.units[1].clusters = ["k"]
    let places = Directory(archive)
    #expect(places.members(of: "k", on: try date("01/8/2023")).map(\.id) == ["a", "d"])
    #expect(places.memberships(of: "k").map(\.unit) == ["a", "b", "b", "c", "d"])
  }
}
