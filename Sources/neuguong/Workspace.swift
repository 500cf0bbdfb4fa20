import Campaigns
import Content
import Diagnostics
import Documents
import Glibc
import Site
import Templating
import Vietnamese

/// Content read and templates compiled: what every verb that renders starts from.
struct Workspace: Sendable {
  let directory: Directory
  let assessor: Assessor
  /// What reports are made from: a person may have consented to one of site and print alone.
  let papers: Directory
  let paperAssessor: Assessor
  let templates: TemplateSet
  let styles: [UInt8]
  /// The pictures of reports, decoded once for all workers.
  let images: ReportImages
  let now: PlainDate
  let jobs: Int

  /// The date that documents bear.
  var reportDate: PlainDate { directory.archive.settings.reportDate ?? now }

  /// Reads and compiles; nil if there is nothing to go on with, and why is in `bag`.
  static func open(
    _ arguments: Arguments, content: String, templates: TemplateFolder,
    into bag: inout DiagnosticBag
  ) async throws(Stop) -> Workspace? {
    let now = try Clock.day(arguments.value("now"))
    let jobs = try Self.jobs(arguments.value("jobs"))
    let editions = await ContentReader.editions(
      .folder(content), now: now, jobs: jobs, language: try Explain.language(arguments), into: &bag)
    let archive = editions?.site
    var options = TemplateOptions()
    options.language = archive?.settings.language.hasPrefix("vi") ?? true ? .vietnamese : .english
    options.allowsRaw = archive?.settings.allowsRawHTML ?? false
    options.now = Moment(now)
    options.undefined = try undefined(arguments.value("undefined"))
    options.filters = SiteFilters.all
    let set = TemplateSet.compile(templates.templates, options: options, into: &bag)
    guard let editions, let archive, let set else { return nil }
    TemplateReview(templates.templates).lint(
      for: TemplatesCommand.vocabularies, spare: templates.builtInNames,
      undefined: options.undefined, into: &bag)
    let directory = Directory(archive)
    let assessor = Assessor(directory)
    // Reports of a site lie on it for all to take; those made alone are handed out.
    let isReport = arguments.verb.name == "report"
    let papers = editions.differ ? Directory(isReport ? editions.print : editions.both) : directory
    return Workspace(
      directory: directory, assessor: assessor, papers: papers,
      paperAssessor: editions.differ ? Assessor(papers) : assessor, templates: set,
      styles: templates.styles, images: ReportImages(.folder(content)), now: now, jobs: jobs)
  }

  private static func undefined(_ word: String?) throws(Stop) -> TemplateOptions.Undefined {
    switch word {
    case nil, "error": return .error
    case "warn": return .warn
    case "empty": return .empty
    default: throw Stop(exit: .usage, text: "--undefined là error, warn hoặc empty.")
    }
  }

  private static func jobs(_ text: String?) throws(Stop) -> Int {
    guard let text else { return max(1, min(64, sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }
    guard let count = Int(text), (1...256).contains(count) else {
      throw Stop(exit: .usage, text: "--jobs cần một số từ 1 đến 256, không phải “\(text)”.")
    }
    return count
  }
}
