import Campaigns
import Diagnostics
import Markdown
import Vietnamese

/// Everything that views of single pages ask about the whole, worked out once.
///
/// A class only so that thousands of lazy views can share it by one reference.
final class SiteModel: Sendable {
  let directory: Directory
  let assessor: Assessor
  /// Those of the archive, newest first; views name them by their place here.
  let stories: [Story]
  let reports: [ReportLink]
  /// Sizes of the PDF of stories that have one, by slug; nil before it is made.
  let storyPDF: [String: Int?]
  let now: PlainDate
  /// Absolute address of the site with a slash at its end, or nil.
  let baseURL: String?
  /// The path part of the base address, from slash to slash.
  let basePath: String
  let register: AwardRegister
  let storyLists: Register
  let unitLists: UnitLists
  let exemplarLists: ExemplarLists
  let campaignLists: CampaignLists
  let reportLists: Register
  let awardsOfUnit: [String: [Int]]
  let awardsOfCampaign: [String: [Int]]
  let registrations: [String: [Registration]]
  let inspections: [String: [Inspection]]
  let exemplarsOfUnit: [String: [Exemplar]]
  let exemplars: [String: Exemplar]
  let calendar: SiteCalendar
  /// Places of the stories of each exemplar, newest first.
  let storiesOfExemplar: [String: [Int]]
  /// What each unit follows, by how far it came.
  let bondsOfUnit: [String: [Influence.Bond]]
  let trackOfCampaign: [String: Campaign.Track]
  let predecessors: [String: [String]]
  let scoreTables: [String: [ScoreTable]]
  let childCampaigns: [String: [String]]
  /// From a campaign to those that call it related.
  let relatedCampaigns: [String: [String]]
  let reportsOfUnit: [String: [Int]]
  let reportsOfCampaign: [String: [Int]]
  let menuPages: [Int]
  let indicators: IndicatorIndex
  let pictures: PictureBook
  let cards: ShareCardPlan
  let parser = MarkdownParser()
  /// Set where the site is of one unit alone.
  let part: PartScope?

  var archive: Archive { directory.archive }
  var settings: SiteSettings { directory.archive.settings }
  /// Awards still in force, in the order of conferring.
  var awards: [Award] { register.granted }

  init(
    directory: Directory, assessor: Assessor, reports: [ReportLink], now: PlainDate,
    baseURL: String?, pictures: PictureBook, storyPDF: [String: Int?] = [:],
    part: PartScope? = nil
  ) {
    let archive = directory.archive
    self.directory = directory
    self.assessor = assessor
    stories = archive.stories
    self.reports = reports
    self.storyPDF = storyPDF
    self.now = now
    self.part = part
    self.pictures = pictures
    let base = SitePlan.address(directory, baseURL: baseURL)
    self.baseURL = base
    basePath = Self.path(of: base)

    register = AwardRegister(archive, directory, now: now)
    var byUnit: [String: [Int]] = [:]
    var byCampaign: [String: [Int]] = [:]
    for (i, award) in register.granted.enumerated() {
      byUnit[award.unit, default: []].append(i)
      if let campaign = award.campaign { byCampaign[campaign, default: []].append(i) }
    }
    awardsOfUnit = byUnit
    awardsOfCampaign = byCampaign

    registrations = Dictionary(
      grouping: archive.campaigns.flatMap(\.registrations), by: \.unit)
    inspections = Dictionary(
      grouping: archive.campaigns.flatMap(\.inspections).sorted { $0.date > $1.date }, by: \.unit)
    let all = archive.campaigns.flatMap(\.exemplars)
    exemplarsOfUnit = Dictionary(grouping: all, by: \.unit)
    let followed = directory.followedExemplars
    exemplars = Dictionary(followed.map { ($0.id, $0) }) { first, _ in first }
    var told: [String: [Int]] = [:]
    for place in archive.stories.indices {
      if let id = archive.stories[place].exemplar { told[id, default: []].append(place) }
    }
    storiesOfExemplar = told
    bondsOfUnit = Dictionary(grouping: Influence(of: followed).bonds, by: \.unit)
    trackOfCampaign = Dictionary(
      archive.campaigns.compactMap { campaign in campaign.track.map { (campaign.id, $0) } }
    ) { first, _ in first }

    storyLists = StoryCut.register(archive.stories, directory)
    unitLists = UnitLists(directory, now: now)
    exemplarLists = ExemplarLists(all, tracks: trackOfCampaign, directory)
    campaignLists = CampaignLists(archive.campaigns)
    reportLists = ReportCut.register(reports, directory)
    calendar = SiteCalendar(directory, exemplars: exemplars, now: now)

    var before: [String: [String]] = [:]
    for unit in directory.units {
      for next in unit.successors { before[next, default: []].append(unit.id) }
    }
    predecessors = before
    scoreTables = ScoreTable.tables(in: directory)
    var below: [String: [String]] = [:]
    var beside: [String: [String]] = [:]
    for campaign in archive.campaigns {
      if let parent = campaign.parent { below[parent, default: []].append(campaign.id) }
      for other in campaign.related { beside[other, default: []].append(campaign.id) }
    }
    childCampaigns = below
    relatedCampaigns = beside
    indicators = IndicatorIndex(directory)
    cards = ShareCardPlan(archive, pictures: pictures)
    reportsOfUnit = Dictionary(grouping: reports.indices, by: { reports[$0].unit })
    reportsOfCampaign = Dictionary(grouping: reports.indices, by: { reports[$0].campaign })
    menuPages = archive.pages.indices.filter { archive.pages[$0].isInMenu }
      .sorted {
        (archive.pages[$0].order, archive.pages[$0].slug)
          < (archive.pages[$1].order, archive.pages[$1].slug)
      }
  }

  /// The logo as pages show it; asking for it puts it on the site.
  var logo: Picture? {
    guard case .picture(let found) = logoAnswer else { return nil }
    return found
  }

  var logoAnswer: PictureBook.Answer? {
    settings.logo.map {
      pictures.find("/" + $0, in: Location(file: "site.yaml"), as: .mark(side: 48))
    }
  }

  /// `https://a.vn/thi-dua/` → `/thi-dua/`.
  private static func path(of base: String?) -> String {
    guard let base, let scheme = base.range(of: "://") else { return "/" }
    let rest = base[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  /// The page's own address or, of a part that has none, that of the same page on the whole site.
  func absolute(_ path: String) -> String? {
    baseURL.map { $0 + Address.pretty(path) } ?? part?.absolute(path)
  }
}

extension String {
  /// The first place of `needle`; the standard library alone has no such search for strings.
  func range(of needle: String) -> Range<Index>? {
    guard let first = needle.first else { return nil }
    var start = startIndex
    while let i = self[start...].firstIndex(of: first) {
      if self[i...].hasPrefix(needle) {
        return i..<index(i, offsetBy: needle.count)
      }
      start = index(after: i)
    }
    return nil
  }
}
