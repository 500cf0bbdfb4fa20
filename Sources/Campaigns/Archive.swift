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
  package var criteria: [Criterion] = []
  package var scores: [Score] = []
  package var rulePacks: [RulePack] = []
  package var waivers: [Waiver] = []
  /// Files of the content folder that must not be copied to the output, sorted: pictures of persons
  /// who did not consent, and those of stories that are not published.
  package var withheldMedia: [String] = []

  package init(settings: SiteSettings) { self.settings = settings }

  /// Every award entered, also those proposed and those revoked.
  package var allAwards: [Award] { campaigns.flatMap(\.awards) + awards }
}

/// Look-ups into an archive, made once and shared by all who render from it.
package struct Directory: Sendable {
  package let archive: Archive
  private let unitIndex: [String: Int]
  private let clusterIndex: [String: Int]
  private let personIndex: [String: Int]
  private let documentIndex: [String: Int]
  private let campaignIndex: [String: Int]
  /// Index of each unit's superior along the line of reporting; loops in bad data are cut.
  private let superiors: [Int?]
  private let childrenOf: [String: [Int]]
  private let membersOf: [String: [Int]]
  private let storiesOf: [String: [Int]]
  private let storiesOfCampaign: [String: [Int]]
  private let storyOfExemplar: [String: Int]
  private let campaignsOfUnit: [String: [Int]]

  package init(_ archive: Archive) {
    self.archive = archive
    func index<T>(_ list: [T], _ id: (T) -> String) -> [String: Int] {
      Dictionary(list.enumerated().map { (id($0.element), $0.offset) }) { first, _ in first }
    }
    unitIndex = index(archive.units, \.id)
    clusterIndex = index(archive.clusters, \.id)
    personIndex = index(archive.people, \.id)
    documentIndex = index(archive.documents, \.id)
    campaignIndex = index(archive.campaigns, \.id)
    superiors = Self.superiors(of: archive.units, unitIndex)
    var children: [String: [Int]] = [:]
    var members: [String: [Int]] = [:]
    for (i, unit) in archive.units.enumerated() {
      if let above = superiors[i] { children[archive.units[above].id, default: []].append(i) }
      for cluster in unit.clusters { members[cluster, default: []].append(i) }
    }
    childrenOf = children
    membersOf = members
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
      for unit in Self.participants(of: campaign, in: archive, unitIndex, children) {
        taking[archive.units[unit].id, default: []].append(i)
      }
    }
    campaignsOfUnit = taking
  }

  package func unit(_ id: String) -> Unit? { unitIndex[id].map { archive.units[$0] } }
  /// The name alone: thousands of links show it, and a unit takes long to copy.
  package func name(ofUnit id: String) -> String? { unitIndex[id].map { archive.units[$0].name } }
  package func title(ofCampaign id: String) -> String? {
    campaignIndex[id].map { archive.campaigns[$0].displayTitle }
  }
  package func cluster(_ id: String) -> Cluster? { clusterIndex[id].map { archive.clusters[$0] } }
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
    campaignIndex[id].map { archive.campaigns[$0] }
  }

  /// Units directly below, along the line of reporting.
  package func children(of unit: String) -> [Unit] {
    (childrenOf[unit] ?? []).map { archive.units[$0] }
  }
  package func members(of cluster: String) -> [Unit] {
    (membersOf[cluster] ?? []).map { archive.units[$0] }
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
    (campaignsOfUnit[unit] ?? []).map { archive.campaigns[$0] }
  }
  package func participants(of campaign: Campaign) -> [Unit] {
    Self.participants(of: campaign, in: archive, unitIndex, childrenOf).map { archive.units[$0] }
  }

  /// Whether the campaign asks the unit to take part.
  package func takesPart(_ unit: String, in campaign: String) -> Bool {
    guard let wanted = campaignIndex[campaign] else { return false }
    return campaignsOfUnit[unit]?.contains(wanted) ?? false
  }

  /// From the top of the tree down to the unit itself.
  package func lineage(of id: String) -> [Unit] {
    line(upFrom: id).reversed().map { archive.units[$0] }
  }

  /// Indexes of the unit and of those above it, the unit first.
  func line(upFrom id: String) -> [Int] {
    var line: [Int] = []
    var next = unitIndex[id]
    while let index = next {
      line.append(index)
      next = superiors[index]
    }
    return line
  }

  /// Resolves the line of reporting and cuts each loop at the unit that comes first in the archive,
  /// so that no walk up or down has to look out for loops.
  private static func superiors(of units: [Unit], _ index: [String: Int]) -> [Int?] {
    var above = units.enumerated().map { i, unit in
      index[unit.id] == i ? unit.reportsTo.flatMap { index[$0] } : nil
    }
    var isDone = Array(repeating: false, count: units.count)
    for start in units.indices {
      var path: Set<Int> = []
      var next: Int? = start
      while let now = next, !isDone[now], path.insert(now).inserted { next = above[now] }
      if let looped = next, !isDone[looped] {
        var first = looped
        var walker = above[looped]
        while let now = walker, now != looped {
          first = min(first, now)
          walker = above[now]
        }
        above[first] = nil
      }
      for i in path { isDone[i] = true }
    }
    return above
  }

  private static func participants(
    of campaign: Campaign, in archive: Archive, _ unitIndex: [String: Int],
    _ children: [String: [Int]]
  ) -> [Int] {
    let roots = campaign.participants.isEmpty ? [campaign.owner] : campaign.participants
    var found = Set(([campaign.owner] + roots).compactMap { unitIndex[$0] })
    if campaign.participants.isEmpty {
      var queue = Array(found)
      while let next = queue.popLast() {
        for child in children[archive.units[next].id] ?? [] where found.insert(child).inserted {
          queue.append(child)
        }
      }
    }
    return found.filter { archive.units[$0].exists(in: campaign.period) }.sorted()
  }
}
