import Campaigns
import Vietnamese

/// Everything that cells of a workbook may name, by what people call it.
struct NameBooks: Sendable {
  let units: NameBook
  let clusters: NameBook
  let people: NameBook
  let campaigns: NameBook
  let documents: NameBook
  let exemplars: NameBook
  /// Targets by campaign.
  private let targetBooks: [String: NameBook]
  private let targets: [String: [String: Target]]
  private let peopleOf: [String: String]
  private let superiors: [String: String]
  private let owners: [String: String]

  init(_ archive: Archive) {
    units = NameBook(
      archive.units.map { ($0.id, [$0.name, $0.shortName ?? ""] + $0.aliases) },
      by: [NameKeys.unit, NameKeys.unitWithoutPlaces, NameKeys.unitAlone])
    clusters = NameBook(archive.clusters.map { ($0.id, [$0.name]) }, by: [NameKeys.cluster])
    people = NameBook(archive.people.map { ($0.id, [$0.name]) }, by: [NameKeys.person])
    campaigns = NameBook(archive.campaigns.map { ($0.id, [$0.title]) }, by: [])
    documents = NameBook(
      archive.documents.map { document in
        let number = [document.number, document.code].compactMap(\.self).joined(separator: "/")
        return (document.id, [number, document.subject ?? ""])
      }, by: [])
    exemplars = NameBook(
      archive.campaigns.flatMap(\.exemplars).map { ($0.id, [$0.name]) }, by: [])
    var books: [String: NameBook] = [:]
    var all: [String: [String: Target]] = [:]
    for campaign in archive.campaigns where !campaign.targets.isEmpty {
      books[campaign.id] = NameBook(
        campaign.targets.map { ($0.id, [$0.name, $0.verbatim]) }, by: [NameKeys.target])
      all[campaign.id] = Dictionary(
        campaign.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    superiors = Dictionary(
      archive.units.compactMap { unit in unit.reportsTo.map { (unit.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    owners = Dictionary(
      archive.campaigns.map { ($0.id, $0.owner) }, uniquingKeysWith: { first, _ in first })
    targetBooks = books
    targets = all
    peopleOf = Dictionary(
      archive.people.compactMap { person in person.unit.map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  func targets(of campaign: String?) -> NameBook {
    campaign.flatMap { targetBooks[$0] } ?? NameBook([], by: [])
  }

  func target(_ id: String, of campaign: String?) -> Target? {
    campaign.flatMap { targets[$0]?[id] }
  }

  /// Campaigns that have targets.
  var measured: [String] { targetBooks.keys.sorted() }

  /// Whether a unit is, or is below, the one that owns a campaign.
  func reports(_ unit: String?, in campaign: String?) -> Bool {
    guard let owner = campaign.flatMap({ owners[$0] }), let unit else { return false }
    return isBelow(unit, owner)
  }

  /// Whether a unit is another or reports to it, directly or not.
  func isBelow(_ unit: String, _ other: String) -> Bool {
    var next: String? = unit
    // Longer chains than this are loops, which `check` tells of.
    for _ in 0..<12 {
      guard let unit = next else { return false }
      if unit == other { return true }
      next = superiors[unit]
    }
    return false
  }

  /// A person of that name, with all its marks: Lơi is not Lợi.
  ///
  /// A name typed without any marks may be one with them. Where several have it, the one of the unit
  /// is meant; one of another unit is not.
  func person(_ name: String, of unit: String?) -> NameBook.Answer {
    let found: [String]
    switch people.find(name) {
    case .one(let id): found = [id]
    case .several(let ids): found = ids
    case let none: return none
    }
    if found == [name] { return .one(name) }
    let isBare = Fold.search(name) == name.lowercased()
    let alike = found.filter { id in isBare || Self.key(people.title(id)) == Self.key(name) }
    guard let first = alike.first else {
      return .none(suggestion: found.first.map(people.title))
    }
    guard let unit else { return alike.count == 1 ? .one(first) : .several(alike) }
    let there = alike.filter { peopleOf[$0] == nil || peopleOf[$0] == unit }
    if there.count > 1 { return .several(there) }
    return there.first.map { .one($0) } ?? .elsewhere(first, unit: peopleOf[first] ?? "")
  }

  private static func key(_ name: String) -> SortKey { SortKey.name(name.lowercased()) }

  /// What a field that refers to others may name; nil for what is looked up nowhere.
  func book(of schema: String, campaign: String?) -> NameBook? {
    switch schema {
    case "unit": units
    case "cluster": clusters
    case "person": people
    case "campaign": campaigns
    case "document": documents
    case "exemplar": exemplars
    case "target": targets(of: campaign)
    default: nil
    }
  }

  /// What such a thing is called in messages, and the table that holds it.
  static func words(of schema: String) -> (kind: String, table: String) {
    switch schema {
    case "unit": ("đơn vị", "units.csv")
    case "cluster": ("cụm, khối", "clusters.csv")
    case "person": ("người", "people.csv")
    case "campaign": ("phong trào", "campaigns/")
    case "document": ("văn bản", "documents.csv")
    case "exemplar": ("điển hình", "exemplars.csv")
    case "target": ("chỉ tiêu", "targets.csv")
    default: (schema, schema)
    }
  }
}
