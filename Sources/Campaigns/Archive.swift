import Vietnamese

/// Everything that one content folder says, with references resolved and in a fixed order.
///
/// Lists are sorted by id (stories: newest first), so that nothing downstream has to decide order.
package struct Archive: Sendable {
  package var settings: SiteSettings
  package var units: [Unit] = []
  package var clusters: [Cluster] = []
  package var people: [Person] = []
  package var documents: [LegalDocument] = []
  package var campaigns: [Campaign] = []
  /// Awards outside any campaign; `allAwards` has those of the campaigns too.
  package var awards: [Award] = []
  package var stories: [Story] = []
  package var narratives: [Narrative] = []
  package var pages: [FreePage] = []
  package var consents: [Consent] = []
  package var indicators: [Indicator] = []
  package var memberships: [Membership] = []
  package var superiors: [Superior] = []
  package var criteria: [Criterion] = []
  package var scores: [Score] = []
  package var rulePacks: [RulePack] = []
  package var waivers: [Waiver] = []
  /// Phrases that the search takes for the same, in groups.
  package var synonyms: [[String]] = []
  /// The files of the content folder that are neither tables nor texts of ours, sorted: pictures and
  /// documents that texts may name.
  package var media: [String] = []
  /// Files of the content folder that must not be copied to the output, sorted: pictures of persons
  /// who did not consent, and those of stories that are not published.
  package var withheldMedia: [String] = []
  /// What is known beyond a part of the whole.
  package var surroundings = Surroundings()

  package init(settings: SiteSettings) { self.settings = settings }

  /// Every award entered, also those proposed and those revoked.
  package var allAwards: [Award] { campaigns.flatMap(\.awards) + awards }
}

/// Look-ups into an archive, made once and shared by all who render from it.
package struct Directory: Sendable {
  package let archive: Archive
  /// Those of the archive, then those that surround it.
  package let units: [Unit]
  private let clusters: [Cluster]
  let campaigns: [Campaign]
  private let unitIndex: [String: Int]
  private let clusterIndex: [String: Int]
  private let personIndex: [String: Int]
  private let documentIndex: [String: Int]
  private let campaignIndex: [String: Int]
  let hierarchy: Hierarchy
  let membershipsOf: [String: [Membership]]
  let membershipsOfUnit: [String: [Membership]]
  private let storiesOf: [String: [Int]]
  private let storiesOfCampaign: [String: [Int]]
  private let storyOfExemplar: [String: Int]
  private let campaignsOfUnit: [String: [Int]]

  package init(_ archive: Archive) {
    self.archive = archive
    func index<T>(_ list: [T], _ id: (T) -> String) -> [String: Int] {
      Dictionary(list.enumerated().map { (id($0.element), $0.offset) }) { first, _ in first }
    }
    let around = archive.surroundings
    units = archive.units + around.units
    clusters = archive.clusters + around.clusters
    campaigns = archive.campaigns + around.campaigns
    unitIndex = index(units, \.id)
    clusterIndex = index(clusters, \.id)
    personIndex = index(archive.people, \.id)
    documentIndex = index(archive.documents, \.id)
    campaignIndex = index(campaigns, \.id)
    let hierarchy = Hierarchy(units, archive.superiors, unitIndex)
    self.hierarchy = hierarchy
    let memberships = Self.memberships(in: archive)
    membershipsOf = Dictionary(grouping: memberships, by: \.cluster)
    membershipsOfUnit = Dictionary(grouping: memberships, by: \.unit)
    var byUnit: [String: [Int]] = [:]
    var byCampaign: [String: [Int]] = [:]
    var byExemplar: [String: Int] = [:]
    let stories = archive.stories
    for i in stories.indices {
      if let unit = stories[i].unit { byUnit[unit, default: []].append(i) }
      if let campaign = stories[i].campaign { byCampaign[campaign, default: []].append(i) }
      if let exemplar = stories[i].exemplar, byExemplar[exemplar] == nil {
        byExemplar[exemplar] = i
      }
    }
    storiesOf = byUnit
    storiesOfCampaign = byCampaign
    storyOfExemplar = byExemplar
    var taking: [String: [Int]] = [:]
    for (i, campaign) in archive.campaigns.enumerated() {
      for unit in Self.participants(of: campaign, in: archive, units, unitIndex, hierarchy) {
        taking[units[unit].id, default: []].append(i)
      }
    }
    campaignsOfUnit = taking
  }

  func index(ofUnit id: String) -> Int? { unitIndex[id] }
  package func unit(_ id: String) -> Unit? { unitIndex[id].map { units[$0] } }
  /// The name alone: thousands of links show it, and a unit takes long to copy.
  package func name(ofUnit id: String) -> String? { unitIndex[id].map { units[$0].name } }
  package func title(ofCampaign id: String) -> String? {
    campaignIndex[id].map { campaigns[$0].displayTitle }
  }
  package func cluster(_ id: String) -> Cluster? { clusterIndex[id].map { clusters[$0] } }
  package func person(_ id: String) -> Person? { personIndex[id].map { archive.people[$0] } }
  package func document(_ id: String) -> LegalDocument? {
    documentIndex[id].map { archive.documents[$0] }
  }
  /// An article of a pack's act: `Luật số 06/2022/QH15, Điều 80 khoản 1`.
  package func citation(of pack: RulePack, _ article: String) -> String {
    guard let act = document(pack.act) else { return article }
    return "\(act.kind.title) \(act.symbol.map { "số \($0)" } ?? act.id), \(article)"
  }
  package func campaign(_ id: String) -> Campaign? {
    campaignIndex[id].map { campaigns[$0] }
  }

  /// Places in the archive of a unit's stories, newest first: a list of stories would be a copy.
  package func stories(of unit: String) -> [Int] { storiesOf[unit] ?? [] }
  package func stories(ofCampaign campaign: String) -> [Int] {
    storiesOfCampaign[campaign] ?? []
  }
  package func story(ofExemplar exemplar: String) -> Story? {
    storyOfExemplar[exemplar].map { archive.stories[$0] }
  }
  /// Campaigns that the unit owns, is named in, or falls under by its superior.
  package func campaigns(of unit: String) -> [Campaign] {
    (campaignsOfUnit[unit] ?? []).map { campaigns[$0] }
  }
  package func participants(of campaign: Campaign) -> [Unit] {
    Self.participants(of: campaign, in: archive, units, unitIndex, hierarchy).map { units[$0] }
  }

  /// Whether the campaign asks the unit to take part.
  package func takesPart(_ unit: String, in campaign: String) -> Bool {
    guard let wanted = campaignIndex[campaign] else { return false }
    return campaignsOfUnit[unit]?.contains(wanted) ?? false
  }

  /// Units of the archive that are named, else all below the owner, along the tree of the campaign's last day or of the
  /// owner's.
  private static func participants(
    of campaign: Campaign, in archive: Archive, _ units: [Unit], _ unitIndex: [String: Int],
    _ hierarchy: Hierarchy
  ) -> [Int] {
    let owner = unitIndex[campaign.owner]
    var found = Set([owner].compactMap { $0 } + campaign.participants.compactMap { unitIndex[$0] })
    if campaign.participants.isEmpty, let owner {
      let day = units[owner].day(nearestTo: campaign.period.to)
      var queue = [owner]
      while let next = queue.popLast() {
        for child in hierarchy.children(of: next, on: day) where found.insert(child).inserted {
          queue.append(child)
        }
      }
    }
    return found.filter { $0 < archive.units.count && units[$0].exists(in: campaign.period) }
      .sorted()
  }
}
