import Campaigns
import Content
import Diagnostics
import Documents
import Glibc
import Publication
import Records
import Site
import Templating
import Terminal

/// The program: words in, exit code out.
@main
struct Program {
  static let version = "0.1.0"
  /// When the version was made, for the manual.
  static let versionDay = "2026-11-22"

  static func main() async {
    // A reader that goes away is an error of writing, not a death.
    signal(SIGPIPE, SIG_IGN)
    let outcome = Arguments.parse(
      Array(CommandLine.arguments.dropFirst()), of: .neuguong)
    switch outcome {
    case .version: Console.out("neuguong \(version)\n")
    case .help(let verb):
      Console.out(
        verb.map { HelpText.text($0, of: .neuguong) } ?? HelpText.overview(.neuguong))
    case .wrong(let text):
      Console.err("neuguong: \(text)")
      exit(Exit.usage.rawValue)
    case .run(let arguments): exit(await run(arguments).rawValue)
    }
  }

  private static func run(_ arguments: Arguments) async -> Exit {
    do {
      switch arguments.verb.name {
      case "schema": return try SchemaCommand.run(arguments)
      case "completions": return ShellCommands.completions(arguments)
      case "man": return ShellCommands.manual()
      case "new": return try NewCommand.run(arguments)
      case let name where name.hasPrefix("templates "): return try TemplatesCommand.run(arguments)
      case "liquid-conformance": return try ConformanceCommand.run(arguments)
      default: return try await render(arguments)
      }
    } catch let stop as Stop {
      Console.err("neuguong: \(stop.text)")
      return stop.exit
    } catch let error as PublishError {
      var bytes: [UInt8] = []
      TextDiagnosticWriter(color: false) { _, _ in nil }.write(error.problems.sorted, into: &bytes)
      Console.write(bytes, to: 2)
      switch error.cause {
      case .content: return .content
      case .usage: return .usage
      case .machine: return .machine
      }
    } catch {
      Console.err("neuguong: lỗi của chương trình: \(error). Xin báo lại kèm lệnh đã chạy.")
      return .bug
    }
  }

  /// `build`, `check` and `report`: read, render, and publish only if nothing is wrong.
  private static func render(_ arguments: Arguments) async throws -> Exit {
    if let code = arguments.value("explain") {
      return try Explain.run(code, in: Explain.language(arguments))
    }
    let start = Clock.seconds()
    let language = Explain.language(arguments)
    let content = arguments.positional ?? "content"
    let format = arguments.value("format", as: ReportFormat.self) ?? .text
    let forms = ReportForm.asked(arguments)
    let console = Console(isQuiet: arguments.has("quiet"))
    var bag = DiagnosticBag()
    let templates = try TemplateFolder.read(arguments.value("templates"), into: &bag)
    let source = SourceText(.folder(content))
    let printer = ProblemPrinter(
      format: format, language: language, console: console, content: content, templates: templates,
      sourceLine: { templates.line(of: $0, number: $1) ?? source.line(of: $0, number: $1) },
      showsNotes: arguments.has("notes") || arguments.has("external"))

    let workspace = try await Workspace.open(
      arguments, content: content, templates: templates, into: &bag)
    guard let workspace, !fails(bag, arguments) else {
      printer.print(bag)
      console.say(verdict(bag, in: language))
      return .content
    }
    if arguments.verb.name == "check" {
      let plan = SitePlan(
        directory: workspace.directory, assessor: workspace.assessor, reports: [],
        now: workspace.now, pictures: workspace.pictures, languages: workspace.languages)
      bag.add(contentsOf: plan.problems)
      bag.add(contentsOf: rehearse(plan, workspace))
      bag.add(contentsOf: await inspectPictures(workspace))
      bag.add(contentsOf: workspace.pictures.notes)
      if arguments.has("external") || arguments.has("external-local") {
        bag.add(
          contentsOf: ExternalCheck.run(
            workspace.directory.archive, allowsLocal: arguments.has("external-local"), console))
      }
      printer.print(bag)
      console.say(verdict(bag, in: language))
      return fails(bag, arguments) ? .content : .fine
    }

    let isReport = arguments.verb.name == "report"
    let output = arguments.value("output") ?? (isReport ? "bao-cao" : "public")
    try Publisher.refuseOverlap(output: output, content: content)
    let publisher = try Publisher(output: output)
    let cache = try openCache(arguments, output: output, content: content)
    let build = Build(
      workspace: workspace, console: console, publisher: publisher, cache: cache, forms: forms,
      fontFolder: arguments.value("fonts"), unit: isReport ? nil : arguments.value("unit"))
    let found =
      isReport
      ? try await build.reports(selection(arguments, workspace))
      : try await build.site(
        baseURL: arguments.value("base-url"), withReports: !arguments.has("no-reports"))
    console.endProgress()
    bag.add(contentsOf: found)
    printer.print(bag)
    if fails(bag, arguments) {
      publisher.abandon()
      console.say("\(verdict(bag, in: language)); trang cũ giữ nguyên.")
      return .content
    }
    let summary = try publisher.commit()
    // A build without reports has not asked for what they are made of.
    if !isReport, !arguments.has("no-reports") { cache.prune() }
    let seconds = Clock.seconds() - start
    console.say(
      "\(output): \(summary.files) tệp, \(summary.added) mới, \(summary.changed) thay đổi, "
        + "\(summary.removed) bỏ, \(tenths(seconds)) giây"
        + (bag.count(.warning) > 0 ? "; \(verdict(bag, in: language))" : ""))
    return .fine
  }

  /// Renders every page into nothing, so that `check` finds what `build` would.
  private static func rehearse(_ plan: SitePlan, _ workspace: Workspace) -> DiagnosticBag {
    var bag = DiagnosticBag()
    let renderer = SiteRenderer(plan: plan, templates: workspace.pageTemplates)
    var buffer: [UInt8] = []
    var book = LinkBook()
    for (i, page) in plan.pages.enumerated() {
      buffer.removeAll(keepingCapacity: true)
      renderer.render(page, i, into: &buffer, diagnostics: &bag, links: &book)
    }
    bag.add(
      contentsOf: LinkCheck(plan: plan, templates: workspace.templateSources).problems(of: book))
    let builder = ReportBuilder(
      directory: workspace.papers, assessor: workspace.paperAssessor,
      templates: workspace.templates, date: workspace.reportDate, images: workspace.images)
    let keys = ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
    for key in keys { _ = builder.document(key, into: &bag) }
    return bag
  }

  /// Decodes the pictures that pages show: most that are broken have a good head.
  private static func inspectPictures(_ workspace: Workspace) async -> DiagnosticBag {
    let pictures = workspace.pictures.pictures
    let darkroom = Darkroom(source: workspace.source, cache: nil)
    let workers = min(workspace.jobs, pictures.count)
    return await withTaskGroup(of: DiagnosticBag.self) { group in
      for worker in 0..<workers {
        group.addTask {
          var bag = DiagnosticBag()
          for place in stride(from: worker, to: pictures.count, by: workers) {
            let (picture, location) = pictures[place]
            darkroom.inspect(picture, at: location, into: &bag)
          }
          return bag
        }
      }
      // What is printed is sorted by place, so the order of workers does not show.
      var all = DiagnosticBag()
      for await bag in group { all.add(contentsOf: bag) }
      return all
    }
  }

  private static func openCache(
    _ arguments: Arguments, output: String, content: String
  ) throws(PublishError) -> ArtefactCache {
    let place = arguments.value("cache") ?? ArtefactCache.place(beside: output)
    try ArtefactCache.refuseOverlap(cache: place, with: [content, output])
    return try ArtefactCache(folder: place)
  }

  private static func selection(
    _ arguments: Arguments, _ workspace: Workspace
  ) throws(Stop) -> [ReportKey] {
    let all = ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
    var keys = all
    let filters: [(String, (ReportKey) -> String)] = [
      ("kind", { $0.kind.rawValue }), ("unit", { $0.unit }), ("campaign", { $0.campaign }),
      ("period", { $0.period.id }),
    ]
    for (option, id) in filters {
      guard let wanted = arguments.value(option) else { continue }
      keys = keys.filter { id($0) == wanted }
      if keys.isEmpty {
        throw Stop(
          exit: .usage,
          text: "Không có báo cáo nào với --\(option) “\(wanted)”. "
            + (Suggestion.question(for: wanted, among: Set(all.map(id)).sorted()) ?? ""))
      }
    }
    return keys
  }

  static func fails(_ bag: DiagnosticBag, _ arguments: Arguments) -> Bool {
    bag.hasErrors || (arguments.has("strict") && bag.count(.warning) > 0)
  }

  static func verdict(_ bag: DiagnosticBag, in language: Language) -> String {
    let text = TextDiagnosticWriter.summary(bag, in: language)
    let fine = Phrase("Không có lỗi.", en: "No problems.").text(in: language)
    return text.isEmpty ? fine : text
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10),\(tenths % 10)"
  }
}
