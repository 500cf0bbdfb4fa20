import Campaigns
import Diagnostics

/// Nobody is named without consent (L01; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
///
/// The name is taken out of the archive itself, so that no later stage can show it by mistake.
enum ConsentGuard {
  static func guardNames(
    in archive: inout Archive, named: [Reference], into bag: inout DiagnosticBag
  ) {
    var refused: [String: Person] = [:]
    for person in archive.people where person.consents != true { refused[person.id] = person }
    if refused.isEmpty { return }
    for reference in named {
      guard let person = refused[reference.id] else { continue }
      bag.warning(
        "consent.missing", at: reference.location,
        "“\(person.id)” chưa đồng ý công bố, nên hiện là “\(person.publicName)”.",
        help: "Có văn bản đồng ý thì ghi “có” vào cột “consent” (Đồng ý công bố) của people.csv.",
        notes: [.init("Người này được khai ở \(person.location).", at: person.location)])
    }
    var byUnit: [String: [Person]] = [:]
    for person in archive.people where refused[person.id] != nil {
      if let unit = person.unit { byUnit[unit, default: []].append(person) }
    }
    for index in archive.stories.indices {
      scrub(&archive.stories[index], refused, byUnit, into: &bag)
    }
    for index in archive.campaigns.indices {
      for place in archive.campaigns[index].exemplars.indices {
        let exemplar = archive.campaigns[index].exemplars[place]
        guard let person = exemplar.person.flatMap({ refused[$0] }) else { continue }
        archive.campaigns[index].exemplars[place].name = hide(person, in: exemplar.name)
        archive.campaigns[index].exemplars[place].summary =
          exemplar.summary.map { hide(person, in: $0) }
      }
    }
    for index in archive.people.indices where archive.people[index].consents != true {
      archive.people[index].name = archive.people[index].publicName
      archive.people[index].title = nil
      archive.people[index].givenName = nil
      archive.people[index].birthYear = nil
      archive.people[index].disciplineUntil = nil
    }
  }

  /// Heads of texts are rewritten; prose cannot be without harming it, so a name there is an error.
  private static func scrub(
    _ story: inout Story, _ refused: [String: Person], _ byUnit: [String: [Person]],
    into bag: inout DiagnosticBag
  ) {
    var people = story.unit.flatMap { byUnit[$0] } ?? []
    if let person = story.person.flatMap({ refused[$0] }),
      !people.contains(where: { $0.id == person.id })
    {
      people.append(person)
    }
    for person in people where person.name.utf8.count >= 5 {
      story.title = hide(person, in: story.title)
      story.summary = story.summary.map { hide(person, in: $0) }
      story.quote = story.quote.map { hide(person, in: $0) }
      story.imageAlt = story.imageAlt.map { hide(person, in: $0) }
      guard let line = line(of: person.name, in: story.prose) else { continue }
      bag.error(
        "consent.name-in-text",
        at: Location(file: story.prose.location.file, line: line),
        "Bài nêu tên người chưa đồng ý công bố (“\(person.id)”).",
        help: "Thay tên bằng “\(person.publicName)”, hoặc ghi “có” vào cột “consent” của "
          + "people.csv khi đã có văn bản đồng ý.",
        notes: [.init("Người này được khai ở \(person.location).", at: person.location)])
    }
  }

  private static func hide(_ person: Person, in text: String) -> String {
    text.split(separator: person.name, omittingEmptySubsequences: false)
      .joined(separator: person.publicName)
  }

  /// The line of the file on which the name stands.
  private static func line(of name: String, in prose: Prose) -> Int? {
    let wanted = Array(name.utf8)
    let bytes = prose.bytes
    guard let head = wanted.first, bytes.count >= wanted.count else { return nil }
    var line = prose.location.line
    for index in bytes.startIndex...(bytes.endIndex - wanted.count) {
      if bytes[index] == 0x0A { line += 1 }
      if bytes[index] == head, bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        return line
      }
    }
    return nil
  }
}
