import Diagnostics
import Testing

@testable import Templating

/// What a webmaster reads: templates with something wrong, and the whole text that tells it.
@Suite struct ProblemTextTests {
  /// All that is told of the templates; the first is rendered if they compile.
  static func told(
    _ templates: [(String, String)], data: [(String, Value)] = [],
    undefined:
      TemplateOptions.Undefined = .error
  ) -> String {
    var options = TemplateOptions()
    options.undefined = undefined
    let sources = templates.map { TemplateSource(name: $0.0, text: $0.1) }
    var bag = DiagnosticBag()
    if let set = TemplateSet.compile(sources, options: options, into: &bag) {
      var out: [UInt8] = []
      do throws(RenderError) {
        try set.render(
          templates[0].0, globals: .record(data), page: "trang.html", into: &out, warnings: &bag)
      } catch {
        bag.add(error.diagnostic)
      }
    }
    let writer = TextDiagnosticWriter(color: false) { file, line in
      let text = templates.first { $0.0 == file }?.1 ?? ""
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return line <= lines.count ? String(lines[line - 1]) : nil
    }
    var text: [UInt8] = []
    writer.write(bag.sorted, into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  static let data: [(String, Value)] = [
    ("title", .text("Tựa")), ("unit", .record(["name": .text("THPT A"), "head": .null])),
    ("units", .list([.record(["name": .text("A")])])),
  ]

  @Test(arguments: ProblemText.all)
  func tells(_ example: ProblemText) {
    let text = Self.told(example.templates, data: Self.data)
    #expect(text == example.text)
  }
}
