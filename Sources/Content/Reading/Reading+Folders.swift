import Campaigns
import Diagnostics
import Records

extension Reading {
  /// The folders of units: their own results, awards, introduction and narrative parts.
  mutating func units(into archive: inout Archive) {
    var places: [String: Int] = [:]
    for (index, campaign) in archive.campaigns.enumerated() { places[campaign.id] = index }
    var unitPlaces: [String: Int] = [:]
    for (index, unit) in archive.units.enumerated() where unitPlaces[unit.id] == nil {
      unitPlaces[unit.id] = index
    }
    var told = Set<String>()
    for (path, role) in layout.files {
      guard let unit = role.unit else { continue }
      if told.insert(unit).inserted {
        findings.refer(.unit, unit, at: Location(file: path))
      }
      switch role {
      case .unitResults:
        let found = rows(of: path, as: Schemas.unitResults)
          .compactMap { findings.result($0, campaign: nil, unit: unit) }
        for result in found {
          if let place = places[result.campaign] {
            archive.campaigns[place].results.append(result)
          }
        }
      case .unitAwards:
        let found = rows(of: path, as: Schemas.unitAwards)
          .compactMap { findings.award($0, campaign: nil, unit: unit) }
        for award in found {
          guard let campaign = award.campaign else {
            archive.awards.append(award)
            continue
          }
          if let place = places[campaign] { archive.campaigns[place].awards.append(award) }
        }
      case .about:
        if let place = unitPlaces[unit] {
          archive.units[place].introduction = findings.about(path, from: source)
        }
      case .narrative:
        if let part = findings.narrative(path, unit: unit, from: source) {
          archive.narratives.append(part)
        }
      default: break
      }
    }
  }

  mutating func pages(into archive: inout Archive) {
    for path in layout.paths({ $0 == .page }) {
      if let page = findings.page(path, from: source) { archive.pages.append(page) }
    }
  }

  /// Stories are most of the bytes, so workers read them in slices placed by index.
  mutating func stories(jobs: Int, into archive: inout Archive) async {
    let wanted: [(path: String, unit: String?)] = layout.files.compactMap { path, role in
      switch role {
      case .story: (path, nil)
      case .unitStory(let unit): (path, unit)
      default: nil
      }
    }
    let source = source
    // Several slices a worker, so that one with long stories does not keep the others waiting.
    let size = max(32, wanted.count / (jobs * 4) + 1)
    let slices = stride(from: 0, to: wanted.count, by: size).map {
      Array(wanted[$0..<min($0 + size, wanted.count)])
    }
    var parts = [(stories: [Story], findings: Findings)?](repeating: nil, count: slices.count)
    await withTaskGroup(of: (Int, [Story], Findings).self) { group in
      var next = 0
      func start() {
        guard next < slices.count else { return }
        let (index, slice) = (next, slices[next])
        next += 1
        group.addTask { @concurrent in
          var findings = Findings()
          var stories: [Story] = []
          stories.reserveCapacity(slice.count)
          for (path, unit) in slice {
            if let story = findings.story(path, unit: unit, from: source) { stories.append(story) }
          }
          return (index, stories, findings)
        }
      }
      for _ in 0..<jobs { start() }
      for await (index, stories, findings) in group {
        parts[index] = (stories, findings)
        start()
      }
    }
    for part in parts {
      guard let part else { continue }
      archive.stories += part.stories
      findings.add(part.findings)
    }
  }
}

extension ContentRole {
  /// The unit in whose folder the file stands.
  var unit: String? {
    switch self {
    case .about(let unit), .narrative(let unit), .unitResults(let unit), .unitAwards(let unit),
      .unitStory(let unit):
      unit
    default: nil
    }
  }
}
