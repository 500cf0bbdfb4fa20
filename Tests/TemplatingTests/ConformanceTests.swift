import Conformance
import Diagnostics
import Glibc
import Records
import Testing

@testable import Templating

/// The suites of other implementations, where they are at hand; the floors only ever go up.
@Suite struct ConformanceTests {
  /// The suites lie beside the project, or one further up beside its worktrees.
  static let folder = ["../shared", "../../shared"].map { $0 + "/suites/" }
    .first { read($0 + "golden-liquid/open.json") != nil }

  /// The moment at which liquid-spec was recorded.
  static let now = DateReader.read("2024-01-01T00:01:58Z", now: nil)

  @Test(.enabled(if: folder != nil, "the suites are not beside the project"))
  func goldenLiquid() throws {
    let run = try Self.run("golden-liquid/open", classes: "golden-liquid/open-classes")
    for group in ["core", "must-fail", "absent", "quirk", "legacy-tag"] {
      #expect(run[group].passed > 0)
      #expect(run[group].failed == 0, "\(group): \(run.failures)")
    }
  }

  /// What is left in the last two groups: `self` as a value, errors that Ruby passes over in
  /// silence, names of partials in any case, arguments of `include` that see one another.
  @Test(.enabled(if: folder != nil, "the suites are not beside the project"))
  func liquidSpec() throws {
    let run = try Self.run("liquid-spec/core")
    #expect(run["agree 2"].passed >= 1828 && run["agree 2"].failed == 0)
    #expect(run["agree 1"].passed >= 357)
    #expect(run["agree 0"].passed >= 135)
  }

  @Test(
    .enabled(if: folder != nil, "the suites are not beside the project"),
    arguments: [("liquid-spec/parser-errors", 1905), ("liquid-spec/errors", 49)])
  func refusesWhatLiquidRefuses(_ suite: String, _ count: Int) throws {
    let run = try Self.run(suite)
    #expect(run.total.passed == count)
    #expect(run.total.failed == 0, "\(run.failures)")
  }

  @Test(.enabled(if: folder != nil, "the suites are not beside the project"))
  func recordings() throws {
    let run = try Self.run("liquid-spec/recordings")
    #expect(run["agree 2"].passed >= 1457)
    #expect(run["agree 1"].passed >= 203)
    #expect(run["agree 0"].passed >= 103)
  }

  static func run(
    _ suite: String, classes: String? = nil, dialect: Dialect = .plain,
    where isWanted: (ConformanceCase) -> Bool = { _ in true }
  ) throws -> ConformanceRun {
    var bag = DiagnosticBag()
    func parse(_ name: String) throws -> JSONNode {
      let file = (folder ?? "") + name + ".json"
      let bytes = try #require(read(file))
      return try #require(JSON.parse(bytes, file: file, into: &bag))
    }
    let cases = ConformanceCase.read(try parse(suite), classes: try classes.map(parse))
    #expect(!cases.isEmpty)
    return ConformanceRun(cases.filter(isWanted), dialect: dialect, now: now)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "r") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&block, 1, block.count, file)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
