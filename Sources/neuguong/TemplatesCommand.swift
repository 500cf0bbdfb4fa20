import Diagnostics
import Documents
import Glibc
import Site
import Templating
import Terminal

/// `templates`: what authors of templates need to see, check and copy.
enum TemplatesCommand {
  /// What each template that the program renders sees.
  static let vocabularies = PageKind.vocabularies + ReportBuilder.vocabularies

  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    switch arguments.verb.name {
    case "templates show": try show(arguments)
    case "templates check": return try check(arguments)
    case "templates eject": try EjectCommand.run(arguments)
    case "templates reference":
      let reference = LanguageReference(vocabularies, host: SiteFilters.all)
      Console.out(arguments.has("json") ? reference.json : reference.markdown)
    default: try list(arguments)
    }
    return .fine
  }

  /// The templates that `--templates` gives; a file that cannot be read ends the run.
  private static func folder(_ arguments: Arguments) throws(Stop) -> TemplateFolder {
    var bag = DiagnosticBag()
    let folder = try TemplateFolder.read(arguments.value("templates"), into: &bag)
    if let problem = bag.all.first(where: { $0.severity == .error }) {
      throw Stop(exit: .content, text: problem.summary)
    }
    return folder
  }

  private static func list(_ arguments: Arguments) throws(Stop) {
    let folder = try folder(arguments)
    let summaries = TemplateReview(folder.templates).summaries
    let width = (folder.sources.map(\.name.count).max() ?? 0) + 2
    for source in folder.sources {
      let summary = summaries.first { $0.name == source.name }
      var words: [String] = []
      if let page = vocabularies.first(where: { $0.template == source.name }) {
        words.append(page.meaning)
      }
      if let parent = summary?.parent { words.append("dựa trên \(parent)") }
      if let parts = summary?.parts, !parts.isEmpty {
        words.append("dùng \(parts.joined(separator: ", "))")
      }
      let suffix = source.name.split(separator: ".").last.map { $0.uppercased() } ?? ""
      let line = [
        padded(source.name, width), padded(suffix, 6),
        padded(folder.isBuiltIn(source) ? "có sẵn" : "của bạn", 9),
        words.joined(separator: "; "),
      ].joined()
      Console.out(String(line.reversed().drop { $0 == " " }.reversed()) + "\n")
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func show(_ arguments: Arguments) throws(Stop) {
    let folder = try folder(arguments)
    let name = arguments.positional ?? ""
    guard let source = folder.sources.first(where: { $0.name == name }) else {
      throw Stop(exit: .usage, text: unknown(name, among: folder))
    }
    Console.write(source.bytes, to: 1)
  }

  static func unknown(_ name: String, among folder: TemplateFolder) -> String {
    "Không có mẫu “\(name)”. "
      + (Suggestion.question(for: name, among: folder.sources.map(\.name))
        ?? "Chạy “neuguong templates list” để xem các tên.")
  }

  /// `, 3 chỗ dùng raw`, and how many of them are there for a reason that was written down.
  private static func rawWords(_ count: Int, of bag: DiagnosticBag) -> String {
    if count == 0 { return "" }
    let explained = max(0, count - bag.all.count { $0.id == Lint.raw })
    return (bag.verdict(in: .vietnamese).hasSuffix(".") ? " " : ", ")
      + "\(count) chỗ dùng raw"
      + (explained > 0 ? ", \(explained) đã nêu lý do" : "")
  }

  private static func builtInWords() throws(Stop) -> Strings {
    var bag = DiagnosticBag()
    return Wordings.read(
      .english, try TemplateFolder.read(nil, into: &bag), content: nil, into: &bag)
  }

  /// Everything that can be said without content: errors, lints, and each use of `raw`.
  private static func check(_ arguments: Arguments) throws(Stop) -> Exit {
    let format = arguments.value("format", as: ReportFormat.self) ?? .text
    let console = Console(isQuiet: arguments.has("quiet"))
    var bag = DiagnosticBag()
    let folder = try TemplateFolder.read(arguments.positional, into: &bag)
    let printer = ProblemPrinter(
      format: format, console: console, content: "", templates: folder,
      sourceLine: { folder.line(of: $0, number: $1) }, showsNotes: true,
      isStrict: arguments.has("strict"))
    // Whether `raw` may be used at all is for the content's owner to say; here each use is told.
    var options = TemplateOptions()
    options.filters = SiteFilters.all
    let review = TemplateReview(folder.templates)
    var raw = 0
    if TemplateSet.compile(folder.templates, options: options, into: &bag) != nil {
      review.lint(for: vocabularies, spare: folder.builtInNames, into: &bag)
      let english = Wordings.read(.english, folder, content: nil, into: &bag)
      Wordings.tellMissing(review, in: english, into: &bag)
      Wordings.tellUnused(
        review, folder, builtIn: try builtInWords(), into: &bag)
      raw = review.rawUses
    }
    printer.print(bag)
    console.say(bag.verdict(in: .vietnamese) + rawWords(raw, of: bag))
    return bag.fails(arguments) ? .content : .fine
  }
}
