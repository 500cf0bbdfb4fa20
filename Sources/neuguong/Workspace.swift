import Campaigns
import Content
import DefaultTemplates
import Diagnostics
import Glibc
import Templating
import Vietnamese

/// Content read and templates compiled: what every verb that renders starts from.
struct Workspace: Sendable {
  let directory: Directory
  let assessor: Assessor
  let templates: TemplateSet
  let styles: [UInt8]
  let now: PlainDate
  let jobs: Int

  /// The date that documents bear.
  var reportDate: PlainDate { directory.archive.settings.reportDate ?? now }

  /// Reads and compiles; nil if there is nothing to go on with, and why is in `bag`.
  static func open(
    _ arguments: Arguments, content: String, into bag: inout DiagnosticBag
  ) async throws(Stop) -> Workspace? {
    let now = try Clock.day(arguments.value("now"))
    let jobs = try Self.jobs(arguments.value("jobs"))
    let sources = try templateSources(arguments.value("templates"), into: &bag)
    let archive = await ContentReader.read(.folder(content), now: now, jobs: jobs, into: &bag)
    var options = TemplateOptions()
    options.allowsRaw = archive?.settings.allowsRawHTML ?? false
    options.now = Moment(now)
    let set = TemplateSet.compile(
      sources.filter { !$0.name.hasSuffix(".css") }, options: options, into: &bag)
    guard let archive, let set else { return nil }
    let directory = Directory(archive)
    return Workspace(
      directory: directory, assessor: Assessor(directory), templates: set,
      styles: sources.first { $0.name == "site.css" }?.bytes ?? [], now: now, jobs: jobs)
  }

  private static func jobs(_ text: String?) throws(Stop) -> Int {
    guard let text else { return max(1, min(64, sysconf(CInt(_SC_NPROCESSORS_ONLN)))) }
    guard let count = Int(text), (1...256).contains(count) else {
      throw Stop(exit: .usage, text: "--jobs cần một số từ 1 đến 256, không phải “\(text)”.")
    }
    return count
  }

  /// The built-in templates, each replaced by the user's file of the same name.
  private static func templateSources(
    _ folder: String?, into bag: inout DiagnosticBag
  ) throws(Stop) -> [TemplateSource] {
    var byName: [String: [UInt8]] = [:]
    for template in DefaultTemplates.all { byName[template.name] = template.bytes }
    if let folder {
      let source = ContentSource.folder(folder)
      guard let files = source.files(into: &bag) else {
        throw Stop(exit: .usage, text: "Không đọc được thư mục mẫu “\(folder)”.")
      }
      for file in files where !file.contains("/") {
        do throws(ContentFault) {
          byName[file] = try source.read(file)
        } catch {
          bag.add(error.diagnostic(of: file))
        }
      }
    }
    return byName.sorted { $0.key < $1.key }.map { TemplateSource(name: $0.key, bytes: $0.value) }
  }
}
