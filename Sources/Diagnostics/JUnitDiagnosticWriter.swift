internal import Markup

/// Writes diagnostics as a JUnit report, which GitLab, Jenkins and others show as tests.
///
/// Each file with something to tell is a test: it fails with all its errors, or passes and has the
/// milder ones in its output. One test more stands for what lies in no file, so that a run without
/// any problem is seen to have run.
package struct JUnitDiagnosticWriter {
  private let name: String
  private let root: SourceRoot
  private let leastFailing: Diagnostic.Severity
  private let language: Language
  private let text: TextDiagnosticWriter

  /// - Parameters:
  ///   - name: of the suite, such as the words of the command.
  ///   - leastFailing: the mildest severity that fails a test.
  package init(
    name: String, root: SourceRoot, leastFailing: Diagnostic.Severity = .error,
    language: Language = .vietnamese, sourceLine: @escaping (String, Int) -> String?
  ) {
    self.name = name
    self.root = root
    self.leastFailing = leastFailing
    self.language = language
    text = TextDiagnosticWriter(color: false, language: language, sourceLine: sourceLine)
  }

  package func write(_ diagnostics: [Diagnostic], into out: inout [UInt8]) {
    var tests: [(file: String?, problems: [Diagnostic])] = [(nil, [])]
    for diagnostic in diagnostics {
      // They come sorted by file, those of none first.
      if let file = diagnostic.location?.file, file != tests.last?.file { tests.append((file, [])) }
      tests[diagnostic.location == nil ? 0 : tests.count - 1].problems.append(diagnostic)
    }
    let failures = tests.count { $0.problems.contains(where: fails) }
    let counts = [
      ("name", name), ("tests", String(tests.count)), ("failures", String(failures)),
      ("errors", "0"), ("skipped", "0"), ("time", "0"),
    ]
    var xml = MarkupText()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    open("testsuites", counts.filter { $0.0 != "skipped" }, &xml)
    open("testsuite", counts, &xml)
    for test in tests { write(test.file, test.problems, &xml) }
    xml.raw("</testsuite>\n</testsuites>\n")
    out += xml.bytes
  }

  private func fails(_ diagnostic: Diagnostic) -> Bool { diagnostic.severity >= leastFailing }

  private func write(_ file: String?, _ problems: [Diagnostic], _ xml: inout MarkupText) {
    let whole = Phrase("toàn bộ nội dung", en: "the content as a whole").text(in: language)
    let path = file.map { VisibleText.of(root.path(of: $0)) }
    var attributes = [("classname", "neuguong"), ("name", path ?? whole)]
    let failing = problems.filter(fails)
    if let path { attributes.append(("file", path)) }
    if let line = failing.first?.location?.line, line > 0 {
      attributes.append(("line", String(line)))
    }
    open("testcase", attributes + [("time", "0")], &xml)
    if let first = failing.first {
      let more = failing.count - 1
      let others = Phrase(" (và \(more) vấn đề khác)", en: " (and \(more) more)").text(in: language)
      let message = VisibleText.of(first.summary) + (more > 0 ? others : "")
      open("failure", [("type", first.id), ("message", message)], &xml)
      write(failing, &xml)
      xml.raw("</failure>\n")
    }
    let rest = problems.filter { !fails($0) }
    if !rest.isEmpty {
      open("system-out", [], &xml)
      write(rest, &xml)
      xml.raw("</system-out>\n")
    }
    xml.raw("</testcase>\n")
  }

  private func write(_ problems: [Diagnostic], _ xml: inout MarkupText) {
    var bytes: [UInt8] = []
    text.write(problems, into: &bytes)
    xml.text(bytes)
  }

  private func open(
    _ element: String, _ attributes: [(String, String)], _ xml: inout MarkupText
  ) {
    xml.raw("<\(element)")
    for (key, value) in attributes {
      xml.raw(" \(key)=\"")
      xml.text(value)
      xml.raw("\"")
    }
    xml.raw(
      element == "testsuites" || element == "testsuite" || element == "testcase" ? ">\n" : ">")
  }
}
