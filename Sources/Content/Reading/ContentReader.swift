package import Campaigns
package import Diagnostics
import Records
package import Vietnamese

/// Reads a content folder into an archive and tells everything that is wrong with it.
package enum ContentReader {
  /// Nil only where there is nothing to go on with: no folder, no settings, no units.
  ///
  /// With errors in the bag the archive may lack what could not be read; it serves further checks,
  /// not publication. It is the edition for the site. `jobs` workers read the prose; the result does
  /// not depend on their number.
  package static func read(
    _ source: ContentSource, now: PlainDate, jobs: Int, language: Language = .vietnamese,
    into bag: inout DiagnosticBag
  ) async -> Archive? {
    await editions(source, now: now, jobs: jobs, language: language, into: &bag)?.site
  }

  /// The same, as each public may see it.
  package static func editions(
    _ source: ContentSource, now: PlainDate, jobs: Int, language: Language = .vietnamese,
    into bag: inout DiagnosticBag
  ) async -> Editions? {
    guard let paths = source.files(into: &bag) else { return nil }
    let layout = ContentLayout(paths, into: &bag)
    var reading = Reading(source: source, layout: layout)
    guard let settings = reading.settings() else {
      reading.finish(into: &bag)
      return nil
    }
    var archive = Archive(settings: settings)
    archive.media = layout.paths { $0 == .other }
    let hasUnits = reading.directory(into: &archive)
    reading.shared(into: &archive)
    reading.campaigns(into: &archive)
    reading.units(into: &archive)
    await reading.stories(jobs: max(1, jobs), into: &archive)
    reading.translations(into: &archive)
    reading.pages(into: &archive)
    guard hasUnits else {
      reading.finish(into: &bag)
      return nil
    }
    archive.sort()
    StoryRelease.hold(in: &archive, on: now, into: &reading.findings)
    let directory = Directory(archive)
    Structure.check(directory, layout: layout, into: &reading.findings)
    let book = ConsentBook(archive.consents, on: now)
    let context = CheckContext(
      directory, layout: layout, now: now, named: reading.findings.named, book: book)
    Checkup(context: context, language: language).run(into: &reading.findings.bag)
    reading.finish(into: &bag)
    return ConsentGuard(
      archive: archive, layout: layout, book: book,
      unpublishedImages: reading.findings.draftImages
    ).editions
  }
}

extension Archive {
  /// The order that nothing downstream has to decide again.
  mutating func sort() {
    units.sort { $0.id < $1.id }
    clusters.sort { $0.id < $1.id }
    people.sort { $0.id < $1.id }
    documents.sort { $0.id < $1.id }
    indicators.sort { $0.id < $1.id }
    rulePacks.sort { ($0.from, $0.id) < ($1.from, $1.id) }
    campaigns.sort { ($1.period.to, $0.id) < ($0.period.to, $1.id) }
    // Keys are sorted and not the stories, which are large to move about.
    let keys = stories.enumerated().map { (-$1.date.dayNumber, $1.slug, $0) }
    stories = keys.sorted { $0 < $1 }.map { stories[$0.2] }
    narratives.sort {
      ($0.unit, $0.campaign, $0.review?.rawValue ?? "")
        < ($1.unit, $1.campaign, $1.review?.rawValue ?? "")
    }
    pages.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }
  }
}
