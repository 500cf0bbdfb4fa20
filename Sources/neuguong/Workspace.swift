import Campaigns
import Content
import Diagnostics
import Documents
import Site
import Templating
import Terminal
import Vietnamese

/// Content read and templates compiled: what every verb that renders starts from.
struct Workspace: Sendable {
  let directory: Directory
  let assessor: Assessor
  /// What reports are made from: a person may have consented to one of site and print alone.
  let papers: Directory
  let paperAssessor: Assessor
  /// In Vietnamese, as reports are by law.
  let templates: TemplateSet
  /// For pages, in each language of the site.
  let pageTemplates: [Language: TemplateSet]
  /// The words of each language of the site, that of its root first.
  let languages: [Strings]
  /// What they were compiled from.
  let templateSources: [TemplateSource]
  let styles: [UInt8]
  /// The program's scripts for pages, each in the user's version if there is one.
  let scripts: [(name: String, bytes: [UInt8])]
  let synonyms: Synonyms
  let source: ContentSource
  /// The pictures of pages.
  let pictures: PictureBook
  /// The pictures of reports, decoded once for all workers.
  let images: ReportImages
  let now: PlainDate
  let jobs: Int

  /// The date that documents bear.
  var reportDate: PlainDate { directory.archive.settings.reportDate ?? now }

  /// Reads and compiles; nil if there is nothing to go on with, and why is in `bag`.
  ///
  /// - Parameter memory: of one who opens the same content again and again.
  static func open(
    _ arguments: Arguments, content: String, templates: TemplateFolder,
    memory: TemplateMemory? = nil, into bag: inout DiagnosticBag
  ) async throws(Stop) -> Workspace? {
    let now = try Clock.day(arguments.value("now"))
    let jobs = arguments.number("jobs") ?? Machine.cores
    let editions = await ContentReader.editions(
      .folder(content), now: now, jobs: jobs, language: Explain.language(arguments), into: &bag)
    let archive = editions?.site
    var options = TemplateOptions()
    options.allowsRaw = archive?.settings.allowsRawHTML ?? false
    options.now = Moment(now)
    options.undefined = undefined(arguments.value("undefined"))
    options.filters = SiteFilters.all
    let languages = archive?.settings.languages ?? [.vietnamese]
    let compiled =
      memory?.compiled(templates, in: languages, content: content, options)
      ?? CompiledTemplates(templates, in: languages, content: content, options)
    bag.add(contentsOf: compiled.problems)
    guard let editions, let archive, let set = compiled.reports else { return nil }
    bag.add(contentsOf: compiled.lint)
    let directory = Directory(archive)
    let assessor = Assessor(directory)
    // Reports of a site lie on it for all to take; those made alone are handed out.
    let isReport = arguments.verb.name == "report"
    let papers = editions.differ ? Directory(isReport ? editions.print : editions.both) : directory
    return Workspace(
      directory: directory, assessor: assessor, papers: papers,
      paperAssessor: editions.differ ? Assessor(papers) : assessor, templates: set,
      pageTemplates: compiled.pages, languages: compiled.languages,
      templateSources: templates.templates, styles: templates.styles,
      scripts: templates.scripts,
      synonyms: Synonyms(table: templates.synonyms, own: archive.synonyms),
      source: .folder(content),
      pictures: PictureBook(
        .folder(content), archive: archive, isRehearsal: arguments.verb.name == "check"),
      images: ReportImages(.folder(content), withheld: papers.archive.withheldMedia), now: now,
      jobs: jobs)
  }

  private static func undefined(_ word: String?) -> TemplateOptions.Undefined {
    switch word {
    case "warn": .warn
    case "empty": .empty
    default: .error
    }
  }
}
