import Testing

/// `liquid-conformance`: a line per failure, figures at the end, and an exit code.
@Suite struct ConformanceCommandTests {
  private let folder = TemporaryFolder()

  private func run(_ suite: String, _ options: String...) throws -> Outcome {
    try folder.put("suite.json", Array(suite.utf8))
    return try Tool.neuguong(["liquid-conformance", "suite.json"] + options, in: folder.path)
  }

  @Test func tellsEachFailureAndTheFigures() throws {
    let suite = """
      {"description": "x", "tests": [
        {"name": "right", "template": "{{ a | upcase }}", "data": {"a": "x"}, "result": "X"},
        {"name": "either", "template": "{{ 1 }}", "results": ["2", "1"]},
        {"name": "wrong", "template": "{% include 'p' %}", "templates": {"p": "<"}, "result": ">"},
        {"name": "refused", "template": "{% if %}", "invalid": true},
        {"name": "let pass", "template": "x", "invalid": true},
        {"name": "broken", "template": "{{ 'a }}", "result": "a"}
      ]}
      """
    let outcome = try run(suite)
    #expect(outcome.code == 1)
    let lines = outcome.out.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0] == #"wrong: got "<", want ">""#)
    #expect(lines[1] == #"let pass: got "x", want a problem"#)
    #expect(lines[2].hasPrefix("broken: got template."))
    #expect(lines[3] == "3 passed, 3 failed")
  }

  @Test func readsLiquidSpecAndTheClock() throws {
    let suite = """
      {"tests": [
        {"suite": "s", "name": "a", "template": "{% render 'p.liquid' %}{{ 'now' | date: '%T' }}",
         "filesystem": {"p.liquid": "1"}, "expected": "100:01:58", "agree": ["x"]},
        {"suite": "s", "name": "b", "template": "{{ [a] }}", "errors": {"parse_error": ["x"]},
         "agree": []}
      ]}
      """
    let outcome = try run(suite, "--now", "2024-01-01T00:01:58Z")
    #expect(outcome.code == 0, "\(outcome.out)\(outcome.err)")
    #expect(
      outcome.out
        == "agree 0: 1 passed, 0 failed\nagree 1: 1 passed, 0 failed\n2 passed, 0 failed\n")
  }

  @Test func theExtendedDialectEscapes() throws {
    let suite = """
      [{"name": "a", "template": "{{ a if not b }}", "env": {"autoescape": true},
        "data": {"a": "<", "b": false}, "result": "&lt;"}]
      """
    #expect(try run(suite, "--dialect", "extended").code == 0)
    #expect(try run(suite).code == 1)
  }

  @Test func wrongUseAndBrokenFiles() throws {
    #expect(try run("[]").code == 1)
    let broken = try run("{\"tests\": [}")
    #expect(broken.code == 1 && broken.err.contains("suite.json:1"))
    #expect(try run("[]", "--dialect", "lax").code == 2)
    #expect(try Tool.neuguong(["liquid-conformance"], in: folder.path).code == 2)
    #expect(try Tool.neuguong(["liquid-conformance", "none.json"], in: folder.path).code == 2)
  }
}
