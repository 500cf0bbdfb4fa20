import Testing

/// The program as a user runs it: words in, streams, files and an exit code out.
@Suite(.serialized) struct CommandTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) throws -> Outcome {
    try Tool.neuguong(words, in: folder.path)
  }

  @Test func helpAndVersion() throws {
    let help = try run("--help")
    #expect(help.code == 0 && help.err.isEmpty)
    for verb in ["build", "check", "report", "schema", "new"] {
      #expect(help.out.contains("  \(verb) "))
      let one = try run(verb, "--help")
      #expect(one.code == 0 && one.out.hasPrefix("neuguong \(verb): "))
    }
    #expect(try run().out == help.out)
    let version = try run("--version")
    #expect(version.code == 0 && version.out.hasPrefix("neuguong 0."))
  }

  @Test(arguments: [
    (["biuld"], "“build”"), (["build", "--outptu", "x"], "“output”"),
    (["build", "a", "b"], "“b”"), (["build", "--output"], "--output"),
    (["build", "--quiet=1"], "--quiet"), (["check", "--strict", "--strict"], "hai lần"),
    (["check", "--format", "xml"], "sarif"), (["build", "--jobs", "0"], "“0”"),
    (["build", "--now", "31/02/2025"], "31/02/2025"), (["schema", "unit.csv"], "units.csv"),
  ])
  func wrongUse(_ words: [String], _ hint: String) throws {
    let outcome = try Tool.neuguong(words, in: folder.path)
    #expect(outcome.code == 2, "\(outcome.err)")
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }

  @Test func newBuildsAndTheSecondBuildRewritesNothing() throws {
    #expect(try run("new", "truong").code == 0)
    let again = try run("new", "truong")
    #expect(again.code == 2)
    #expect(again.err.contains("“truong” đã có"))
    let build = ["build", "truong", "--output", "public"]
    let first = try Tool.neuguong(build, in: folder.path)
    #expect(first.code == 0, "\(first.err)")
    #expect(first.err.contains("public: "))
    let before = try Tool.listing(folder.path + "/public")
      .filter { $0.contains(" f ") && !$0.hasPrefix(".neuguong") }
    #expect(before.contains { $0.hasPrefix("index.html ") })
    #expect(before.contains { $0.contains(".pdf ") })
    #expect(try Tool.neuguong(build, in: folder.path).code == 0)
    let after = try Tool.listing(folder.path + "/public")
      .filter { $0.contains(" f ") && !$0.hasPrefix(".neuguong") }
    #expect(after == before)
  }

  @Test func schema() throws {
    let json = try run("schema", "--json")
    #expect(json.code == 0)
    #expect(json.out.hasPrefix("{") && json.out.hasSuffix("}\n"))
    #expect(json.out.contains("\"units.csv\""))
    let parsed = try Tool.run(["python3", "-c", "import json"])
    if parsed.code == 0 {
      try folder.put("schema.json", Array(json.out.utf8))
      #expect(try Tool.run(["python3", "-m", "json.tool", folder.path + "/schema.json"]).code == 0)
    }
    #expect(try run("schema", "units.csv").out.contains("units.csv"))
  }

  @Test func checkOfTheSample() throws {
    let text = try run("check", Tool.content, "--now", "2025-05-31")
    #expect(text.code == 0, "\(text.err)")
    #expect(text.out.isEmpty)
    let starts = [
      "json": "{\"diagnostics\":[", "github": "::", "sarif": "{\"$schema\":",
    ]
    for (format, start) in starts.sorted(by: { $0.key < $1.key }) {
      let outcome = try run("check", Tool.content, "--format", format)
      #expect(outcome.code == 0)
      #expect(outcome.out.hasPrefix(start), "\(format)")
      #expect(outcome.out.contains("campaign.duty-without-date"))
    }
  }

  @Test func foreignFoldersAreLeftAlone() throws {
    #expect(try run("new", "truong").code == 0)
    folder.makeFolder("nha")
    try folder.put("nha/thu.txt", Array("của tôi".utf8))
    let before = try Tool.listing(folder.path + "/nha")
    let outcome = try run("build", "truong", "--output", "nha")
    #expect(outcome.code == 2)
    #expect(outcome.err.contains("[publish.not-ours]"))
    #expect(try Tool.listing(folder.path + "/nha") == before)
    // Nor may the output lie in the content, or the content in the output.
    #expect(try run("build", "truong", "--output", "truong/public").code == 2)
    #expect(try run("build", "truong", "--output", ".").code == 2)
    #expect(folder.text("truong/site.yaml").contains("title"))
  }

  @Test func reportsOfOneUnit() throws {
    let outcome = try run(
      "report", Tool.content, "--unit", "thpt-ta-dung-moi", "--output", "bc", "--now", "2025-05-31")
    #expect(outcome.code == 0, "\(outcome.err)")
    let files = try Tool.listing(folder.path + "/bc").filter { $0.contains(".pdf ") }
    #expect(!files.isEmpty && files.allSatisfy { $0.contains("thpt-ta-dung-moi/") })
    let wrong = try run("report", Tool.content, "--unit", "thpt-ta-dung-mo", "--output", "bc2")
    #expect(wrong.code == 2)
    #expect(wrong.err.contains("“thpt-ta-dung-moi”"))
  }

  @Test func reportsInTheFormsAskedFor() throws {
    let report = ["report", Tool.content, "--unit", "thpt-ta-dung-moi", "--now", "2025-05-31"]
    let outcome = try Tool.neuguong(
      report + ["--as", "docx, html", "--output", "hai"], in: folder.path)
    #expect(outcome.code == 0, "\(outcome.err)")
    let files = try Tool.listing(folder.path + "/hai")
    for (form, isThere) in [
      (".docx ", true), (".html ", true), (".pdf ", false), (".xlsx ", false),
    ] {
      #expect(files.contains { $0.contains(form) } == isThere, "\(form)")
    }
    let wrong = try Tool.neuguong(report + ["--as", "pdff", "--output", "ba"], in: folder.path)
    #expect(wrong.code == 2 && wrong.err.contains("“pdf”"))
  }

  @Test func reportsOfOneKind() throws {
    let kind = ["--kind", "khen-thuong", "--campaign", "dak-lak-2024", "--output", "bc"]
    let outcome = try Tool.neuguong(["report", Tool.content] + kind, in: folder.path)
    #expect(outcome.code == 0, "\(outcome.err)")
    let files = try Tool.listing(folder.path + "/bc").filter { $0.contains(".pdf ") }
    #expect(files.count > 1 && files.allSatisfy { $0.contains("/dak-lak-2024/khen-thuong.pdf ") })
    let wrong = try run("report", Tool.content, "--kind", "khen-thuon", "--output", "bc2")
    #expect(wrong.code == 2)
    #expect(wrong.err.contains("“khen-thuong”"))
  }

  /// Workers, time zone, locale and the place of the content must not show in a single byte.
  @Test func buildsAreByteIdentical() throws {
    #expect(try Tool.run(["cp", "-r", Tool.content, folder.path + "/khac"]).code == 0)
    let runs = [
      (Tool.content, "mot", ["--jobs", "1"], ["TZ=UTC", "LANG=C"]),
      ("khac", "hai", ["--jobs", "5"], ["TZ=Pacific/Kiritimati", "LANG=vi_VN.UTF-8"]),
    ]
    for (content, output, options, environment) in runs {
      let outcome = try Tool.neuguong(
        ["build", content, "--output", output, "--now", "2025-05-31"] + options,
        environment: environment, in: folder.path)
      #expect(outcome.code == 0, "\(outcome.err)")
    }
    let listing = try Tool.listing(folder.path + "/mot")
    #expect(listing.count(where: { $0.contains(".pdf ") }) > 20)
    let difference = try Tool.run(["diff", "-rq", folder.path + "/mot", folder.path + "/hai"])
    #expect(difference.code == 0, "\(difference.out)")
  }
}
