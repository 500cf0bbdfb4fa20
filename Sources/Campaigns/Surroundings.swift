/// What an archive of a part knows of the whole beyond that part.
///
/// It is enough to name it and to follow the tree upwards, nothing to make a page of; a whole archive
/// has none.
package struct Surroundings: Sendable {
  /// The unit that the part is of; nil for the whole.
  package var focus: String?
  package var units: [Unit] = []
  package var clusters: [Cluster] = []
  /// Plans above those of the part: duties may take their last days from them.
  package var campaigns: [Campaign] = []
  /// Exemplars of others that units of the part follow.
  package var exemplars: [Exemplar] = []
  /// How many units take part in each campaign of the part, over the whole.
  package var participants: [String: Int] = [:]
  /// Campaigns in which papers of units beyond the part are recorded: there, what the part did not
  /// send is missing and not untold.
  package var tracked: Set<String> = []

  package init() {}
}

extension Directory {
  /// Whether the unit is only named, and nothing of it is known here.
  package func isSurrounding(_ unit: String) -> Bool {
    index(ofUnit: unit).map { $0 >= archive.units.count } ?? false
  }

  /// How many units take part, over the whole where the archive is of a part.
  package func participantCount(of campaign: Campaign) -> Int {
    archive.surroundings.participants[campaign.id] ?? participants(of: campaign).count
  }

  /// Whose figures a campaign's page shows: the owner's or, where little of the owner is known, those
  /// of the unit that the part is of.
  package func subject(of campaign: Campaign) -> Unit? {
    let focus = archive.surroundings.focus
    return unit(isSurrounding(campaign.owner) ? focus ?? campaign.owner : campaign.owner)
  }

  /// Exemplars of the archive and those of others that its units follow.
  package var followedExemplars: [Exemplar] {
    archive.campaigns.flatMap(\.exemplars) + archive.surroundings.exemplars
  }
}
