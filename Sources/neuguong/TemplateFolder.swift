import Content
import DefaultTemplates
import Diagnostics
import Site
import Templating

/// The templates of a run: those built in, each replaced by the user's file of the same name.
///
/// Nothing is read but plain files inside the folder; templates call each other by name only, so no
/// template can reach any other file.
struct TemplateFolder: Sendable {
  /// How messages name the place of a template that is on no disk.
  static let builtIn = "[mẫu có sẵn]"

  private(set) var sources: [TemplateSource]
  /// Files of words of the interface, those built in first; each adds to those before it.
  private(set) var wordings: [TemplateSource]

  /// The style sheet of the site, which is no template.
  var styles: [UInt8] { sources.first { $0.name == "site.css" }?.bytes ?? [] }

  /// Scripts of pages, which are no templates either; only those that the program knows go out.
  var scripts: [(name: String, bytes: [UInt8])] {
    sources.filter(isScript).map { ($0.name, $0.bytes) }
  }

  /// What the search takes for the same, which is no template either.
  var synonyms: [UInt8] { sources.first { $0.name == Self.table }?.bytes ?? [] }

  private static let table = "synonyms.csv"

  var templates: [TemplateSource] {
    sources.filter {
      !$0.name.hasSuffix(".css") && !Self.isWordings($0.name) && !isScript($0)
        && $0.name != Self.table
    }
  }

  private func isScript(_ source: TemplateSource) -> Bool {
    DefaultTemplates.scripts.contains { $0.name == source.name }
  }

  /// - Parameter folder: the user's folder, or nil for the built-in templates alone.
  static func read(
    _ folder: String?, into bag: inout DiagnosticBag
  ) throws(Stop) -> TemplateFolder {
    var byName: [String: TemplateSource] = [:]
    var wordings: [TemplateSource] = []
    func add(_ source: TemplateSource) {
      if isWordings(source.name) { wordings.append(source) }
      byName[source.name] = source
    }
    for (name, bytes) in DefaultTemplates.all {
      add(TemplateSource(name: name, bytes: bytes, file: "\(builtIn)/\(name)"))
    }
    if let folder { for source in try files(in: folder, into: &bag) { add(source) } }
    return TemplateFolder(
      sources: byName.values.sorted { $0.name < $1.name }, wordings: wordings)
  }

  private static func isWordings(_ name: String) -> Bool {
    Language.allCases.contains { StringsFile.name($0) == name }
  }

  private static func files(
    in folder: String, into bag: inout DiagnosticBag
  ) throws(Stop) -> [TemplateSource] {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let source = ContentSource.folder(folder)
    var problems = DiagnosticBag()
    let found = source.files(into: &problems)
    for problem in problems.all { bag.add(shown(problem, in: folder)) }
    guard let found else {
      throw Stop(exit: .usage, text: "Không đọc được thư mục mẫu “\(folder)”.")
    }
    var sources: [TemplateSource] = []
    // Names are compared as text: the same letters composed and decomposed are one name.
    var places: [String: String] = [:]
    for name in found where name != "README.md" && !name.hasSuffix("/README.md") {
      let file = "\(folder)/\(name)"
      guard OutputKind(name: name) != nil || isWordings(name) else {
        bag.warning(
          "template.unknown-file", at: Location(file: file),
          "Tệp “\(name)” không phải mẫu nên bỏ qua.",
          help: "Tên mẫu có đuôi .html, .md, .xml, .json, .txt hoặc .css; lời giao diện ở "
            + "strings.en.yaml, strings.vi.yaml.")
        continue
      }
      if let other = places[name] {
        bag.error(
          "template.same-name", at: Location(file: file),
          "Hai tệp có tên viết như nhau là “\(name)”.", help: "Xóa hoặc đổi tên một tệp.",
          notes: [Diagnostic.Note("tệp kia", at: Location(file: other))])
        continue
      }
      places[name] = file
      do throws(ContentFault) {
        let bytes = try source.read(name)
        // Notepad puts a mark before the text, which would reach the page.
        let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        sources.append(TemplateSource(name: name, bytes: Array(bytes[mark...]), file: file))
      } catch {
        bag.add(shown(error.diagnostic(of: name), in: folder))
      }
    }
    return sources
  }

  /// The problem of a file, with the folder before its name.
  private static func shown(_ problem: Diagnostic, in folder: String) -> Diagnostic {
    var problem = problem
    if let location = problem.location { problem.location?.file = "\(folder)/\(location.file)" }
    return problem
  }

  /// Names of those that are the program's own, and so need not be used.
  var builtInNames: Set<String> { Set(sources.filter(isBuiltIn).map(\.name)) }

  func isBuiltIn(_ source: TemplateSource) -> Bool {
    source.file == "\(Self.builtIn)/\(source.name)"
  }

  func contains(file: String) -> Bool { sources.contains { $0.file == file } }

  /// Line `number` (from 1) of a template as messages name it.
  func line(of file: String, number: Int) -> String? {
    guard let source = sources.first(where: { $0.file == file }) else { return nil }
    let lines = source.bytes.split(separator: 10, omittingEmptySubsequences: false)
    guard number > 0, number <= lines.count else { return nil }
    let line = lines[number - 1]
    return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
  }
}
