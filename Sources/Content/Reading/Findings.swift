import Campaigns
import Diagnostics

/// What kind of thing an id in a cell names.
enum ReferenceKind: Hashable, Sendable {
  case unit, cluster, person, document, campaign, exemplar, indicator
  case duty(campaign: String)
  case target(campaign: String)
  /// `applies_to` of a target: a unit or a kind of units.
  case unitOrKind
}

/// An id that names something elsewhere, and the place where it was written.
struct Reference: Sendable {
  var kind: ReferenceKind
  var id: String
  var location: Location
}

/// A person named in public, and the place where that was written.
struct NamedPerson: Sendable {
  var id: String
  /// What is told of the person there.
  var use: Consent.DataClass
  var location: Location
}

/// What one file gave besides its records: problems, ids that it names, ids that it takes.
///
/// Each worker fills its own; they are added up in the order of the files.
struct Findings: Sendable {
  var bag = DiagnosticBag()
  var references: [Reference] = []
  /// The persons named in public by a story, an award, an exemplar or as head of a unit.
  var named: [NamedPerson] = []
  /// The pictures of drafts, each with the file that names it.
  var draftImages: [(file: String, image: String)] = []
  /// Ids of rows that could not be read; naming one of them is no second mistake.
  var spoilt: [ReferenceKind: Set<String>] = [:]

  mutating func add(_ other: Findings) {
    bag.add(contentsOf: other.bag)
    references += other.references
    named += other.named
    draftImages += other.draftImages
    spoilt.merge(other.spoilt) { $0.union($1) }
  }

  mutating func refer(_ kind: ReferenceKind, _ id: String?, at location: Location) {
    guard let id else { return }
    references.append(Reference(kind: kind, id: id, location: location))
  }
}
