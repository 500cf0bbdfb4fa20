import Conformance
import Diagnostics
import Records
import Templating
import Terminal

/// `liquid-conformance`: runs a suite of template cases; a line per failure, figures at the end.
enum ConformanceCommand {
  static func run(_ arguments: Arguments) throws(Stop) -> Exit {
    let path = arguments.positional ?? ""
    let dialect = arguments.value("dialect", as: Dialect.self) ?? .plain
    let suite = try read(path)
    let classes = try arguments.value("classes").map { path throws(Stop) in try read(path) }
    let cases = ConformanceCase.read(suite, classes: classes)
    if cases.isEmpty {
      throw Stop(exit: .content, text: "“\(path)” không có trường hợp thử nào.")
    }
    let run = ConformanceRun(
      cases, dialect: dialect, now: try Clock.moment(arguments.value("now")))
    Console.out(report(run))
    return run.total.failed == 0 ? .fine : .content
  }

  private static func report(_ run: ConformanceRun) -> String {
    var lines = run.failures.map { "\($0.name): got \($0.found), want \($0.wanted)" }
    if run.groups.count > 1 {
      lines += run.groups.sorted { $0.name < $1.name }.map { "\($0.name): \(figures($0.tally))" }
    }
    return (lines + [figures(run.total)]).joined(separator: "\n") + "\n"
  }

  private static func figures(_ tally: ConformanceRun.Tally) -> String {
    "\(tally.passed) passed, \(tally.failed) failed"
  }

  private static func read(_ path: String) throws(Stop) -> JSONNode {
    let bytes = try InputFile.read(path)
    var bag = DiagnosticBag()
    if let node = JSON.parse(bytes, file: path, into: &bag) { return node }
    var text: [UInt8] = []
    TextDiagnosticWriter(color: false) { _, _ in nil }.write(bag.sorted, into: &text)
    throw Stop(exit: .content, text: String(decoding: text, as: UTF8.self))
  }
}
