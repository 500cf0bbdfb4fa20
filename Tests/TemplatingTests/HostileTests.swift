import Diagnostics
import Glibc
import Testing

@testable import Templating

/// Templates that mean harm end with an error, never with a crash or without end.
///
/// Each file of the folder `Hostile` is one; its first line says how it ends.
@Suite struct HostileTests {
  struct Hostile: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var testDescription: String { name }

    /// The word of the first line that follows `verb`.
    func expected(_ verb: String) -> String? {
      guard let line = text.split(separator: "\n").first,
        line.hasPrefix("{%- # \(verb) "), line.hasSuffix(" -%}")
      else { return nil }
      return String(line.dropFirst(7 + verb.count).dropLast(4))
    }
  }

  static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Hostile"

  static let files: [Hostile] = {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".liquid") { names.append(name) }
    }
    return names.sorted().map { Hostile(name: $0, text: text(of: "\(folder)/\($0)")) }
  }()

  private static func text(of path: String) -> String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Small, so that every end is near.
  static let budget: Budget = {
    var budget = Budget()
    budget.steps = 200_000
    budget.outputBytes = 1 << 20
    budget.stringBytes = 1 << 19
    budget.rangeLength = 10_000
    return budget
  }()

  static let data: [(String, Value)] = [
    ("evil", .text("{{ secret }}")), ("secret", .text("bí mật")),
    ("list", .list([.int(1), .int(2)])),
  ]

  @Test func theFolderIsThere() { #expect(Self.files.count > 80) }

  @Test(arguments: files)
  func ends(_ hostile: Hostile) throws {
    do {
      let out = try rendered(
        hostile.text, Self.data, named: "hostile", budget: Self.budget)
      let wanted = try #require(hostile.expected("prints"), "printed “\(out.prefix(80))”")
      #expect(out.filter { $0 != "\n" } == wanted)
    } catch let error as RenderError {
      #expect(error.diagnostic.id == hostile.expected("ends with"))
    } catch let problem as CompileProblem {
      #expect(problem.diagnostics.first?.id == hostile.expected("ends with"))
    }
  }

  private static func nested(_ open: String, _ middle: String, _ close: String, _ count: Int)
    -> String
  {
    String(repeating: open, count: count) + middle + String(repeating: close, count: count)
  }

  /// What would be tiresome to read in a file: the same again and again.
  static let longCases: [(String, String, String)] = [
    ("tags in tags", nested("{% if true %}", "x", "{% endif %}", 5_000), "template.nesting"),
    ("blocks in blocks", nested("{% for x in a %}", "x", "{% endfor %}", 101), "template.nesting"),
    ("liquid in liquid", "{% " + nested("liquid ", "echo 1", "", 300) + " %}", "template.nesting"),
    ("parentheses", "{{ " + nested("(", "1", ")", 400) + " }}", "template.nesting"),
    ("parentheses of ranges", "{{ " + nested("(", "1", "..1)", 200) + " }}", "template.nesting"),
    ("not not not", "{% if " + nested("not ", "a", "", 400) + " %}{% endif %}", "template.nesting"),
    ("brackets", "{{ " + nested("a[", "1", "]", 200) + " }}", "template.nesting"),
    ("lists", "{{ " + nested("[", "1, 2", "]", 200) + " }}", "template.nesting"),
    (
      "ternaries", "{{ " + nested("1 if 2 else ", "3", "", 200) + " }}", "template.nesting"
    ),
    ("words", "{{ 1" + nested(" | plus: 1", "", "", 400) + " }}", "template.too-long"),
    ("ands", "{% if 1" + nested(" and 1", "", "", 600) + " %}{% endif %}", "template.too-long"),
    ("digits", "{{ 1" + nested("0", "", "", 5_000) + " }}", "template.number"),
    ("bytes", nested("x", "", "", (4 << 20) + 1), "template.too-long"),
    (
      "text that is dropped",
      "{% for i in (1..9999) %}{% for j in (1..2) %}{% capture x %}" + nested("x", "", "", 50_000)
        + "{% break %}{% endcapture %}{% endfor %}{% endfor %}", "template.budget"
    ),
    ("unknown tags", nested("{% x %}", "", "", 20_000), "template.unknown-tag"),
    ("unknown filters", nested("{{ 1 | x }}", "", "", 20_000), "template.unknown-filter"),
    ("ends of nothing", nested("{% endif %}", "", "", 20_000), "template.wrong-end"),
    ("tags that do not close", nested("{% if ", "", "", 20_000), "template.unclosed"),
    ("outputs that do not close", nested("{{ '", "", "", 20_000), "template.unclosed"),
    (
      "raw in a comment", "{% comment %}" + nested("{% raw %}", "", "", 20_000),
      "template.unclosed"
    ),
    ("openings in raw", "{% raw %}" + nested("{%", "", "", 40_000) + "%}", "template.unclosed"),
  ]

  @Test(arguments: longCases)
  func longSourcesAreRefused(_ name: String, _ source: String, _ id: String) throws {
    let found = try problem(source, [("a", .int(1))], budget: Self.budget)
    #expect(found.id == id, "\(name)")
  }

  @Test func namesThatATemplateMadeAreToldInShort() throws {
    let name = "{% capture s %}{% for i in (1..900) %}lan mai{% endfor %}{% endcapture %}"
    for use in ["{% include s %}", "{{ o[s] }}", "{{ list | map: s }}"] {
      let found = try problem(name + use, [("o", .record([:])), ("list", .list([.record([:])]))])
      #expect(found.summary.contains("lan mailan mai") && found.summary.count < 160, "\(use)")
    }
  }

  @Test func ofVeryManyProblemsTheFirstAreTold() {
    var bag = DiagnosticBag()
    let source = Self.nested("{% x %}\n{{ 1 | y }}\n", "", "", 1_000)
    #expect(TemplateSet.compile([TemplateSource(name: "t", text: source)], into: &bag) == nil)
    #expect(bag.all.count == 100)
    #expect(bag.sorted.first?.location?.line == 1)
  }

  @Test func manyBlocksAndNamesAreNoTrouble() throws {
    let blocks = (0..<5_000).map { "{% block b\($0) %}{% endblock %}{% assign v\($0) = 1 %}" }
    #expect(try rendered(blocks.joined()).isEmpty)
  }

  @Test func deepButHonestNestingWorks() throws {
    #expect(try rendered(Self.nested("{% if true %}", "x", "{% endif %}", 90)) == "x")
    let down = "{{ n }}{% if n > 0 %}{% assign m = n | minus: 1 %}{% render 'd', n: m %}{% endif %}"
    #expect(try rendered("{% render 'd', n: 9 %}", with: [("d", down)]) == "9876543210")
    let deep = try rendered("{% render 'd', n: 60 %}", with: [("d", down)])
    #expect(deep.hasPrefix("605958") && deep.hasSuffix("3210"))
  }
}
