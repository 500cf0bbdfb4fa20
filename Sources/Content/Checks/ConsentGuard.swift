package import Campaigns
import Diagnostics
import Vietnamese

/// An archive as each public may see it: nothing private is in them, so no later stage can leak it.
package struct Editions: Sendable {
  /// For the pages of the site.
  package let site: Archive
  /// For papers that are handed out and not put on the site.
  package let print: Archive
  /// For papers that lie on the site for all to take: what may be in both.
  package let both: Archive
  /// Whether anybody consented to one channel and not to the other; else the three are one.
  package let differ: Bool
}

/// Makes the editions (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Luật Trẻ em 102/2016/QH13).
struct ConsentGuard {
  let archive: Archive
  let layout: ContentLayout
  let book: ConsentBook
  /// The pictures of stories that are not ready to be published, with the files that name them.
  let unpublishedImages: [(file: String, image: String)]

  var editions: Editions {
    let site = edition(for: .site)
    guard archive.consents.contains(where: { $0.channel != .both }) else {
      return Editions(site: site, print: site, both: site, differ: false)
    }
    return Editions(
      site: site, print: edition(for: .print), both: edition(for: .both), differ: true)
  }

  private func edition(for channel: Consent.Channel) -> Archive {
    let veil = Veil(archive, book: book, channel: channel)
    var edition = archive
    withholdStories(in: &edition, veil)
    dropFreeNames(in: &edition)
    if veil.hidesNames {
      edition.rewriteShownTexts { veil.rewritten($0, at: $1) }
      veilRecords(in: &edition, veil)
    }
    for index in edition.people.indices { veilPerson(&edition.people[index], veil) }
    removePrivate(from: &edition)
    return edition
  }

  // MARK: Stories and pictures

  private func withholdStories(in edition: inout Archive, _ veil: Veil) {
    func path(_ story: Story) -> String? {
      story.image.flatMap { layout.file(ofImage: $0, in: story.location.file) }
    }
    var withheld = Set(
      unpublishedImages.compactMap { layout.file(ofImage: $0.image, in: $0.file) })
    var refused: Set<String> = []
    var isEachPublished = true
    // By place, since a story has many parts to copy.
    for index in edition.stories.indices where edition.stories[index].person != nil {
      guard !veil.publishes(edition.stories[index]) else { continue }
      isEachPublished = false
      if let path = path(edition.stories[index]) { withheld.insert(path) }
    }
    if !isEachPublished { edition.stories.removeAll { !veil.publishes($0) } }
    for index in edition.stories.indices
    where edition.stories[index].image != nil && !veil.showsImage(of: edition.stories[index]) {
      if let path = path(edition.stories[index]) { refused.insert(path) }
      edition.stories[index].image = nil
    }
    for index in edition.stories.indices {
      if edition.stories[index].image != nil, let path = path(edition.stories[index]) {
        // One picture, one answer, whatever other stories know of who is in it.
        if refused.contains(path) {
          edition.stories[index].image = nil
        } else {
          withheld.remove(path)
        }
      }
      if edition.stories[index].person != nil, !veil.showsSchool(of: edition.stories[index]) {
        edition.stories[index].unit = nil
        edition.stories[index].exemplar = nil
      }
    }
    edition.withheldMedia = withheld.union(refused).sorted()
  }

  // MARK: People

  /// The name of a person in free text has no consent behind it.
  private func dropFreeNames(in edition: inout Archive) {
    Self.change(&edition) { awards in
      for index in awards.indices
      where awards[index].subjectKind == .individual && awards[index].subject != nil {
        awards[index].subject = awards[index].person == nil ? "một cá nhân" : nil
      }
    }
  }

  /// Where a name may be shown but not with an achievement, the record keeps a role alone.
  private func veilRecords(in edition: inout Archive, _ veil: Veil) {
    func achiever(_ id: String?) -> Person? {
      guard let id, veil.leave(toTell: .achievement, of: id)?.allows == false else { return nil }
      return veil.person(id)
    }
    Self.change(&edition) { awards in
      for index in awards.indices {
        guard let person = achiever(awards[index].person) else { continue }
        awards[index].person = nil
        awards[index].subject = veil.role(of: person)
        if !book.may(show: .achievement, of: person, on: veil.channel).allows {
          awards[index].achievement = nil
        }
      }
    }
    for index in edition.campaigns.indices {
      veilExemplars(&edition.campaigns[index].exemplars, veil)
    }
  }

  /// An exemplar who said no is none; one who said nothing is a role of whom nothing is told.
  private func veilExemplars(_ exemplars: inout [Exemplar], _ veil: Veil) {
    func leave(_ exemplar: Exemplar) -> Leave {
      exemplar.person.flatMap { veil.leave(toTell: .achievement, of: $0) } ?? .yes
    }
    exemplars.removeAll { if case .no = leave($0) { true } else { false } }
    for index in exemplars.indices where !leave(exemplars[index]).allows {
      exemplars[index].person = nil
      exemplars[index].summary = nil
      for step in exemplars[index].steps.indices { exemplars[index].steps[step].note = nil }
      for follower in exemplars[index].followers.indices {
        exemplars[index].followers[follower].note = nil
      }
    }
  }

  /// All lists of awards, those of campaigns and the one outside them.
  private static func change(_ edition: inout Archive, _ body: (inout [Award]) -> Void) {
    for index in edition.campaigns.indices { body(&edition.campaigns[index].awards) }
    body(&edition.awards)
  }

  private func veilPerson(_ person: inout Person, _ veil: Veil) {
    let known = person
    let isNamed = veil.leave(toTell: .name, of: person.id)?.allows ?? false
    person.consents = isNamed
    if !isNamed {
      person.name = veil.role(of: known)
      person.title = nil
      person.givenName = nil
    }
    if !book.may(show: .school, of: known, on: veil.channel).allows {
      person.schoolClass = nil
      if known.isProtected(on: book.day) {
        person.unit = nil
        // A pupil's office is one of a class.
        person.position = nil
      }
    }
    person.birthYear = nil
    person.disciplineUntil = nil
    person.contacts = []
  }

  /// What serves checks alone, or proves what is told.
  private func removePrivate(from edition: inout Archive) {
    edition.consents = []
    edition.waivers = []
    for index in edition.scores.indices where edition.scores[index].evidence != nil {
      edition.scores[index].evidence = Self.thereIsOne
    }
    for index in edition.campaigns.indices {
      for place in edition.campaigns[index].results.indices
      where edition.campaigns[index].results[place].evidence != nil {
        edition.campaigns[index].results[place].evidence = Self.thereIsOne
      }
    }
  }

  /// That there is evidence may be told, not what and where it is.
  private static let thereIsOne = "có"
}
