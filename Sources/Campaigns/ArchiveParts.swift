/// Cuts a whole archive into the parts of single units: what belongs to a unit and to those below it.
///
/// Made once for all parts: a part then costs what it holds and what names it, not what the whole
/// holds.
package struct ArchiveParts: Sendable {
  let directory: Directory
  /// Rows of each campaign by unit, as places in its lists.
  private let rows: [Rows]
  private let places: [String: Int]
  private let participants: [String: Int]
  private let superiors: [String: [Superior]]
  private let awards: [String: [Int]]
  private let loose: [Int]
  private let narratives: [String: [Int]]
  /// Exemplars that a unit follows, as places of their campaigns and in them.
  private let followed: [String: [(campaign: Int, exemplar: Int)]]
  private let predecessors: [String: [String]]

  private struct Rows: Sendable {
    var results: [String: [Int]]
    var registrations: [String: [Int]]
    var awards: [String: [Int]]
    var exemplars: [String: [Int]]
    var inspections: [String: [Int]]
    var submissions: [String: [Int]]

    init(_ campaign: Campaign) {
      results = ArchiveParts.index(campaign.results) { $0.unit }
      registrations = ArchiveParts.index(campaign.registrations) { $0.unit }
      awards = ArchiveParts.index(campaign.awards) { $0.unit }
      exemplars = ArchiveParts.index(campaign.exemplars) { $0.unit }
      inspections = ArchiveParts.index(campaign.inspections) { $0.unit }
      submissions = ArchiveParts.index(campaign.submissions) { $0.unit }
    }
  }

  package init(_ directory: Directory) {
    let archive = directory.archive
    self.directory = directory
    rows = archive.campaigns.map(Rows.init)
    places = Dictionary(
      archive.campaigns.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    participants = Dictionary(
      archive.campaigns.map { ($0.id, directory.participants(of: $0).count) },
      uniquingKeysWith: { first, _ in first })
    superiors = Dictionary(grouping: archive.superiors, by: \.unit)
    awards = Self.index(archive.awards) { $0.unit }
    loose = archive.stories.indices.filter { archive.stories[$0].unit == nil }
    narratives = Self.index(archive.narratives) { $0.unit }
    var followed: [String: [(campaign: Int, exemplar: Int)]] = [:]
    for (i, campaign) in archive.campaigns.enumerated() {
      for (j, exemplar) in campaign.exemplars.enumerated() {
        for unit in Set(exemplar.followers.map(\.unit)) {
          followed[unit, default: []].append((i, j))
        }
      }
    }
    self.followed = followed
    var before: [String: [String]] = [:]
    for unit in archive.units {
      for next in unit.successors { before[next, default: []].append(unit.id) }
    }
    predecessors = before
  }

  private static func index<T>(_ list: [T], _ unit: (T) -> String) -> [String: [Int]] {
    Dictionary(grouping: list.indices) { unit(list[$0]) }
  }

  /// The part of a unit; nil if there is none of that id.
  package func archive(of unit: String) -> Archive? {
    guard let place = directory.index(ofUnit: unit) else { return nil }
    let whole = directory.archive
    let units = directory.hierarchy.everBelow(place).map { whole.units[$0] }
    var part = Part(units: units)
    var archive = Archive(settings: whole.settings)
    archive.units = units
    archive.documents = whole.documents
    archive.rulePacks = whole.rulePacks
    archive.withheldMedia = whole.withheldMedia
    archive.memberships = units.flatMap { directory.membershipsOfUnit[$0.id] ?? [] }
    for id in part.ids { part.campaigns.formUnion(directory.campaigns(of: id).map(\.id)) }
    archive.campaigns = whole.campaigns.indices.filter {
      part.campaigns.contains(whole.campaigns[$0].id)
    }.map { campaign(at: $0, of: part) }
    archive.awards = Self.rows(awards, of: part).map { whole.awards[$0] }
    archive.narratives = Self.rows(narratives, of: part).map { whole.narratives[$0] }
    archive.stories = stories(of: part, in: archive)
    clusters(of: part, into: &archive)
    archive.surroundings.focus = unit
    surround(&archive, part)
    archive.people = people(in: archive)
    return archive
  }

  // MARK: What belongs to it

  private struct Part {
    let units: [Unit]
    /// In the order of the archive.
    let ids: [String]
    private let known: Set<String>
    var campaigns: Set<String> = []

    init(units: [Unit]) {
      self.units = units
      ids = units.map(\.id)
      known = Set(ids)
    }

    func has(_ unit: String?) -> Bool { unit.map(known.contains) ?? false }
  }

  /// Places of the rows of all units of the part, in the order of the whole.
  private static func rows(_ index: [String: [Int]], of part: Part) -> [Int] {
    part.ids.flatMap { index[$0] ?? [] }.sorted()
  }

  /// The plan as a whole, and of its rows those of the part.
  private func campaign(at place: Int, of part: Part) -> Campaign {
    let whole = directory.archive.campaigns[place]
    let rows = rows[place]
    var campaign = whole.plan
    campaign.results = Self.rows(rows.results, of: part).map { whole.results[$0] }
    campaign.registrations = Self.rows(rows.registrations, of: part).map { whole.registrations[$0] }
    campaign.awards = Self.rows(rows.awards, of: part).map { whole.awards[$0] }
    campaign.exemplars = Self.rows(rows.exemplars, of: part).map { whole.exemplars[$0] }
    campaign.inspections = Self.rows(rows.inspections, of: part).map { whole.inspections[$0] }
    campaign.submissions = Self.rows(rows.submissions, of: part).map { whole.submissions[$0] }
    let shown = Set(campaign.exemplars.map(\.id))
    let clusters = Set(
      part.ids.flatMap { directory.membershipsOfUnit[$0] ?? [] }.map(\.cluster))
    campaign.events = whole.events.filter { event in
      if part.has(event.unit) || !shown.isDisjoint(with: event.exemplars) { return true }
      if let cluster = event.cluster { return clusters.contains(cluster) }
      return (event.unit ?? whole.owner) == whole.owner
    }
    return campaign
  }

  private func stories(of part: Part, in archive: Archive) -> [Story] {
    let exemplars = Set(archive.campaigns.flatMap(\.exemplars).map(\.id))
    let stories = directory.archive.stories
    let told = loose.filter { stories[$0].exemplar.map(exemplars.contains) ?? false }
    return (part.ids.flatMap { directory.stories(of: $0) } + told).sorted().map { stories[$0] }
  }

  /// Clusters of which everything is in the part belong to it; others are named.
  private func clusters(of part: Part, into archive: inout Archive) {
    var ids = Set(archive.memberships.map(\.cluster))
    let whole = directory.archive
    for cluster in whole.clusters where part.has(cluster.owner) { ids.insert(cluster.id) }
    for cluster in whole.clusters where ids.contains(cluster.id) {
      let isInside =
        part.has(cluster.owner)
        && directory.memberships(of: cluster.id).allSatisfy { part.has($0.unit) }
      if isInside {
        archive.clusters.append(cluster)
      } else {
        archive.surroundings.clusters.append(cluster)
      }
    }
    let inside = Set(archive.clusters.map(\.id))
    if inside.isEmpty { return }
    archive.criteria = whole.criteria.filter { inside.contains($0.cluster) }
    archive.scores = whole.scores.filter { inside.contains($0.cluster) }
  }

  // MARK: What surrounds it

  private func surround(_ archive: inout Archive, _ part: Part) {
    let whole = directory.archive
    archive.surroundings.campaigns = above(archive.campaigns, part)
    var seen: Set<String> = []
    for place in part.ids.flatMap({ followed[$0] ?? [] }) {
      let exemplar = whole.campaigns[place.campaign].exemplars[place.exemplar]
      if !part.has(exemplar.unit), seen.insert(exemplar.id).inserted {
        archive.surroundings.exemplars.append(exemplar)
      }
    }
    for campaign in archive.campaigns {
      archive.surroundings.participants[campaign.id] = participants[campaign.id]
      if places[campaign.id].map({ !whole.campaigns[$0].submissions.isEmpty }) ?? false {
        archive.surroundings.tracked.insert(campaign.id)
      }
    }
    var named = Set<Int>()
    for unit in part.units {
      if let place = directory.index(ofUnit: unit.id) {
        directory.hierarchy.addAllEverAbove(place, to: &named)
      }
    }
    named.formUnion(Mentions(archive, predecessors).ids.compactMap { directory.index(ofUnit: $0) })
    archive.surroundings.units = named.sorted().map { whole.units[$0] }
      .filter { !part.has($0.id) }
    archive.superiors =
      (archive.units + archive.surroundings.units).flatMap { superiors[$0.id] ?? [] }
  }

  /// Parents of the part's campaigns and plans of the units above their owners, without their rows.
  private func above(_ campaigns: [Campaign], _ part: Part) -> [Campaign] {
    let whole = directory.archive.campaigns
    var found: Set<Int> = []
    var owners: Set<String> = []
    for campaign in campaigns {
      var next = campaign.parent.flatMap { places[$0] }
      while let place = next, found.insert(place).inserted {
        next = whole[place].parent.flatMap { places[$0] }
      }
      owners.formUnion(directory.line(everOf: campaign.owner))
    }
    found.formUnion(whole.indices.filter { owners.contains(whole[$0].owner) })
    return found.sorted().filter { !part.campaigns.contains(whole[$0].id) }.map { whole[$0].plan }
  }

  /// Those whom something of the part names.
  private func people(in archive: Archive) -> [Person] {
    var ids = Set(archive.units.compactMap(\.head))
    for story in archive.stories { ids.formUnion([story.person].compactMap(\.self)) }
    for story in archive.stories { ids.formUnion(story.imagePeople) }
    ids.formUnion(archive.allAwards.compactMap(\.person))
    let exemplars = archive.campaigns.flatMap(\.exemplars) + archive.surroundings.exemplars
    ids.formUnion(exemplars.compactMap(\.person))
    return ids.sorted().compactMap { directory.person($0) }
  }
}

extension Archive {
  /// The part of one unit and of those below it; see `ArchiveParts`, which makes many of them.
  package func narrowed(to unit: String) -> Archive? {
    ArchiveParts(Directory(self)).archive(of: unit)
  }
}

extension Campaign {
  /// What the plan itself says, without rows that units report.
  fileprivate var plan: Campaign {
    var plan = self
    plan.results = []
    plan.registrations = []
    plan.awards = []
    plan.exemplars = []
    plan.inspections = []
    plan.submissions = []
    plan.events = []
    return plan
  }
}

/// Ids of all units that something in an archive names.
private struct Mentions {
  private(set) var ids: Set<String> = []

  init(_ archive: Archive, _ predecessors: [String: [String]]) {
    for unit in archive.units {
      add([unit.parent, unit.professionalParent])
      ids.formUnion(unit.successors + (predecessors[unit.id] ?? []))
    }
    add(archive.clusters.map(\.owner) + archive.surroundings.clusters.map(\.owner))
    ids.formUnion(archive.surroundings.exemplars.map(\.unit))
    ids.formUnion(archive.surroundings.campaigns.map(\.owner))
    for campaign in archive.campaigns {
      ids.insert(campaign.owner)
      add(campaign.targets.map(\.owner) + campaign.duties.map(\.to) + campaign.tasks.map(\.lead))
      ids.formUnion(campaign.tasks.flatMap(\.coordinators))
      ids.formUnion(campaign.registrations.flatMap(\.counterparties))
      add(campaign.events.map(\.unit))
      for exemplar in campaign.exemplars {
        add(exemplar.steps.map(\.by))
        ids.formUnion(exemplar.followers.map(\.unit))
      }
    }
  }

  private mutating func add(_ some: [String?]) { ids.formUnion(some.compactMap(\.self)) }
}
