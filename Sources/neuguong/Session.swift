import Content
import Diagnostics
import Publication
import Terminal

/// A run of a verb that reads a whole content folder: what it was asked, and what is wrong so far.
struct Session {
  let arguments: Arguments
  /// Folder of the content as written on the command line.
  let content: String
  let language: Language
  let console: Console
  let workspace: Workspace
  /// What is wrong.
  var problems: DiagnosticBag
  private let printer: ProblemPrinter
  private let start: Double

  /// Reads and compiles; nil if there is nothing to go on with, which is told.
  static func open(_ arguments: Arguments) async throws -> Session? {
    let start = Clock.seconds()
    let content = arguments.positional ?? "content"
    let language = Explain.language(arguments)
    let console = Console(isQuiet: arguments.has("quiet"))
    var bag = DiagnosticBag()
    let templates = try TemplateFolder.read(arguments.value("templates"), into: &bag)
    let source = SourceText(.folder(content))
    let printer = ProblemPrinter(
      format: arguments.value("format", as: ReportFormat.self) ?? .text, language: language,
      console: console, content: content, templates: templates,
      sourceLine: { templates.line(of: $0, number: $1) ?? source.line(of: $0, number: $1) },
      showsNotes: arguments.has("notes") || arguments.has("external"),
      isStrict: arguments.has("strict"))
    let workspace = try await Workspace.open(
      arguments, content: content, templates: templates, into: &bag)
    guard let workspace, !bag.fails(arguments) else {
      printer.print(bag)
      console.say(bag.verdict(in: language))
      return nil
    }
    return Session(
      arguments: arguments, content: content, language: language, console: console,
      workspace: workspace, problems: bag, printer: printer, start: start)
  }

  /// Whether the problems so far end the run.
  var fails: Bool { problems.fails(arguments) }

  var verdict: String { problems.verdict(in: language) }

  // MARK: Output

  /// The place that is written to, which is never the content itself.
  func publisher(to output: String) throws(PublishError) -> Publisher {
    try Publisher.refuseOverlap(output: output, content: content)
    return try Publisher(output: output)
  }

  func cache(beside output: String) throws(PublishError) -> ArtefactCache {
    let place = arguments.value("cache") ?? ArtefactCache.place(beside: output)
    try ArtefactCache.refuseOverlap(cache: place, with: [content, output])
    return try ArtefactCache(folder: place)
  }

  /// Prints all problems.
  func tell() {
    console.endProgress()
    printer.print(problems)
  }

  /// Puts what was written in place of the old, unless something is wrong with it.
  ///
  /// - Parameters:
  ///   - keeps: what stays as it was if so: `trang cũ`.
  ///   - count: what the files are called.
  func publish(
    _ publisher: Publisher, to output: String, keeping keeps: String, count: String = "tệp"
  ) throws(PublishError) -> Exit {
    tell()
    if fails {
      publisher.abandon()
      console.say("\(verdict); \(keeps) giữ nguyên.")
      return .content
    }
    let summary = try publisher.commit()
    console.say(
      "\(output): \(summary.files) \(count), \(summary.added) mới, \(summary.changed) thay đổi, "
        + "\(summary.removed) bỏ, \(Self.tenths(Clock.seconds() - start)) giây"
        + (problems.count(.warning) > 0 ? "; \(verdict)" : ""))
    return .fine
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10),\(tenths % 10)"
  }
}
