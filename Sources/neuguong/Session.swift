import Content
import Diagnostics
import Documents
import Publication
import Terminal
import Vietnamese

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
  private let summary: JobSummary?
  /// There from when there is something to leave as it was.
  private var brake: Brake?
  private let start: Double

  /// Reads and compiles; nil if there is nothing to go on with, which is told.
  static func open(_ arguments: Arguments) async throws -> Session? {
    let start = Clock.seconds()
    let content = arguments.positional ?? "content"
    let language = Explain.language(arguments)
    let console = Console(isQuiet: arguments.has("quiet"))
    let summary = try JobSummary(arguments, of: content, in: language)
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
      try summary?.write(bag.verdict(in: language), printer.markdown(bag))
      return nil
    }
    return Session(
      arguments: arguments, content: content, language: language, console: console,
      workspace: workspace, problems: bag, printer: printer, summary: summary, start: start)
  }

  /// Whether the problems so far end the run.
  var fails: Bool { problems.fails(arguments) }

  var verdict: String { problems.verdict(in: language) }

  // MARK: Output

  /// The place that is written to, which is never the content itself.
  ///
  /// From here on a signal stops the run without a trace.
  mutating func publisher(to output: String) throws(PublishError) -> Publisher {
    try Publisher.refuseOverlap(output: output, content: content)
    let publisher = try Publisher(output: output)
    brake = Brake(publisher)
    return publisher
  }

  /// Does the work of the run, which a signal stops.
  func work<T: Sendable>(_ work: @escaping @Sendable () async throws -> T) async throws -> T {
    guard let brake else { return try await work() }
    return try await brake.run(work)
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

  /// Says what came of a run that writes nothing.
  func summarise() throws(Stop) {
    console.say(verdict)
    try summary?.write(verdict, printer.markdown(problems))
  }

  /// Puts what was written in place of the old, unless something is wrong with it.
  ///
  /// - Parameter keeps: what stays as it was if so: `trang cũ`.
  func publish(
    _ publisher: Publisher, to output: String, keeping keeps: String
  ) throws -> Exit {
    try brake?.check()
    tell()
    if fails {
      publisher.abandon()
      console.say("\(verdict); \(keeps) giữ nguyên.")
      try summary?.write("\(verdict); \(keeps) giữ nguyên.", printer.markdown(problems))
      return .content
    }
    let done = try publisher.commit()
    let seconds = Self.tenths(Clock.seconds() - start)
    console.say(
      "\(output): \(done.files) tệp, \(done.added) mới, \(done.changed) thay đổi, "
        + "\(done.removed) bỏ, \(seconds) giây"
        + (problems.count(.warning) > 0 ? "; \(verdict)" : ""))
    if let summary {
      let figures = [
        JobSummary.Figure(name: Phrase("Nơi ghi", en: "Output"), text: output),
        JobSummary.Figure(
          name: Phrase("Số tệp", en: "Files"),
          text: "\(VNNumber(done.files).text) (\(FileSize.text(publisher.bytes)))"),
        JobSummary.Figure(
          name: Phrase("Mới, thay đổi, bỏ", en: "Added, changed, removed"),
          text: [done.added, done.changed, done.removed].map { VNNumber($0).text }
            .joined(separator: ", ")),
        JobSummary.Figure(
          name: Phrase("Thời gian", en: "Time"),
          text: "\(seconds) \(language == .english ? "s" : "giây")"),
      ]
      try summary.write(
        verdict, printer.markdown(problems), figures: figures + reports(in: publisher.paths))
    }
    return .fine
  }

  /// How many reports of each kind are among the files.
  private func reports(in paths: [String]) -> [JobSummary.Figure] {
    let written = Set(paths)
    let keys = ReportPlan(directory: workspace.papers, assessor: workspace.paperAssessor).keys
      .filter { key in ReportForm.allCases.contains { written.contains(key.file($0)) } }
    return ReportKind.allCases.compactMap { kind in
      let count = keys.count { $0.kind == kind }
      if count == 0 { return nil }
      return JobSummary.Figure(
        name: Phrase("Báo cáo \(kind.rawValue)", en: "Reports \(kind.rawValue)"),
        text: VNNumber(count).text)
    }
  }

  private static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10),\(tenths % 10)"
  }
}
