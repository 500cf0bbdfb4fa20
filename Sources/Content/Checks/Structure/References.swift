import Campaigns
import Diagnostics

/// Ids in cells and front matter must name something that is there.
struct References {
  private let units: Set<String>
  /// From the old ids of units to the present ones.
  private let renamed: [String: String]
  private let clusters: Set<String>
  private let people: Set<String>
  private let documents: Set<String>
  private let campaigns: Set<String>
  private let exemplars: Set<String>
  private let indicators: Set<String>
  private let duties: [String: Set<String>]
  private let targets: [String: Set<String>]
  private let kinds = Set(Unit.Kind.allCases.map(\.rawValue) + Unit.Level.allCases.map(\.rawValue))

  init(_ archive: Archive) {
    units = Set(archive.units.map(\.id))
    renamed = Dictionary(
      archive.units.flatMap { unit in unit.aliases.map { ($0, unit.id) } }
    ) { first, _ in first }
    clusters = Set(archive.clusters.map(\.id))
    people = Set(archive.people.map(\.id))
    documents = Set(archive.documents.map(\.id))
    campaigns = Set(archive.campaigns.map(\.id))
    exemplars = Set(archive.campaigns.flatMap { $0.exemplars.map(\.id) })
    indicators = Set(archive.indicators.map(\.id))
    duties = Dictionary(
      archive.campaigns.map { ($0.id, Set($0.duties.map(\.id))) }, uniquingKeysWith: { $1 })
    targets = Dictionary(
      archive.campaigns.map { ($0.id, Set($0.targets.map(\.id))) }, uniquingKeysWith: { $1 })
  }

  func check(
    _ references: [Reference], spoilt: [ReferenceKind: Set<String>], into bag: inout DiagnosticBag
  ) {
    for reference in references {
      let known = known(to: reference.kind)
      if known.contains(reference.id) { continue }
      let home = reference.kind == .unitOrKind ? .unit : reference.kind
      if spoilt[home]?.contains(reference.id) == true { continue }
      // Without a table of indicators their ids are names that targets share.
      if reference.kind == .indicator, indicators.isEmpty { continue }
      // A campaign that is not there is told of where it is named.
      if case .target(let campaign) = reference.kind, !campaigns.contains(campaign) { continue }
      let words = words(for: reference.kind)
      let question =
        (home == .unit ? renamed[reference.id] : nil).map { "Mã này nay là “\($0)”." }
        ?? Suggestion.question(for: reference.id, among: known)
      bag.error(
        "reference.unknown-\(words.id)", at: reference.location,
        "Không có \(words.name) nào mã “\(reference.id)”.",
        help: (question.map { $0 + " " } ?? "") + "Mã \(words.name) lấy ở \(words.place).")
    }
  }

  private func known(to kind: ReferenceKind) -> Set<String> {
    switch kind {
    case .unit: units
    case .cluster: clusters
    case .person: people
    case .document: documents
    case .campaign: campaigns
    case .exemplar: exemplars
    case .indicator: indicators
    case .duty(let campaign): duties[campaign] ?? []
    case .target(let campaign): targets[campaign] ?? []
    case .unitOrKind: units.union(kinds)
    }
  }

  private func words(for kind: ReferenceKind) -> (id: String, name: String, place: String) {
    switch kind {
    case .unit: ("unit", "đơn vị", "cột “id” của units.csv")
    case .cluster: ("cluster", "cụm, khối thi đua", "cột “id” của clusters.csv")
    case .person: ("person", "người", "cột “id” của people.csv")
    case .document: ("document", "văn bản", "cột “id” của documents.csv")
    case .campaign: ("campaign", "phong trào", "tên thư mục trong campaigns/")
    case .exemplar: ("exemplar", "điển hình", "cột “id” của campaigns/<phong trào>/exemplars.csv")
    case .indicator: ("indicator", "chỉ số", "cột “id” của indicators.csv")
    case .duty(let campaign):
      ("duty", "việc", "“duties” của campaigns/\(campaign)/campaign.md")
    case .target(let campaign):
      ("target", "chỉ tiêu", "cột “id” của campaigns/\(campaign)/targets.csv")
    case .unitOrKind:
      (
        "unit", "đơn vị, loại đơn vị hoặc cấp học",
        "units.csv, hoặc là loại, cấp: \(kinds.sorted().joined(separator: ", "))"
      )
    }
  }
}
