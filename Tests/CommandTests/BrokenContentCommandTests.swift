import Testing

/// Broken content through the whole program: the place is named and the old site stays.
@Suite(.serialized) struct BrokenContentCommandTests {
  /// A copy of the sample beside an output that an earlier run published.
  private func copy() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    #expect(try Tool.run(["cp", "-r", Tool.content, folder.path + "/content"]).code == 0)
    #expect(try Tool.neuguong(["new", "nho", "--quiet"], in: folder.path).code == 0)
    let first = try Tool.neuguong(
      ["build", "nho", "--output", "public", "--now", "2025-05-31"], in: folder.path)
    #expect(first.code == 0, "\(first.err)")
    return folder
  }

  private func build(_ folder: TemporaryFolder, _ more: String...) throws -> Outcome {
    let before = try Tool.listing(folder.path + "/public")
    #expect(before.count > 10)
    let outcome = try Tool.neuguong(
      ["build", "content", "--output", "public", "--now", "2025-05-31"] + more, in: folder.path)
    #expect(try Tool.listing(folder.path + "/public") == before)
    // Of all beside the output only the cache stays.
    let beside = try Tool.run(["ls", "-A", folder.path]).out.split(separator: "\n")
    #expect(beside.filter { $0.contains("public.") } == [".public.neuguong-cache"])
    return outcome
  }

  @Test(arguments: Defect.all) func defect(_ defect: Defect) throws {
    let folder = try copy()
    let place = try defect.apply(to: folder)
    let outcome = try build(folder)
    #expect(outcome.code == 1, "\(outcome.err)")
    #expect(outcome.out.isEmpty)
    let line = outcome.err.split(separator: "\n").first {
      $0.hasPrefix(place) && $0.contains("lỗi")
        && ($0.hasSuffix("[\(defect.id)]") || $0.hasSuffix(" \(defect.id)]"))
    }
    #expect(line != nil, "\(place) \(defect.id):\n\(outcome.err)")
  }

  @Test func allProblemsInOneRun() throws {
    let folder = try copy()
    let defects = [0, 9, 13, 17].map { Defect.all[$0] }
    let places = try defects.map { try $0.apply(to: folder) }
    let outcome = try build(folder)
    #expect(outcome.code == 1)
    for (place, defect) in zip(places, defects) {
      #expect(outcome.err.contains("\n\(place)") || outcome.err.hasPrefix(place), "\(place)")
      #expect(outcome.err.contains("[\(defect.id)]"))
    }
    // `check` says the same.
    let check = try Tool.neuguong(["check", "content"], in: folder.path)
    #expect(check.code == 1)
    for place in places { #expect(check.err.contains(place)) }
  }

  @Test func missingKeyColumnIsNotAThousandDoubles() throws {
    let folder = try copy()
    let missing = try #require(Defect.all.first { $0.id == "schema.missing" })
    _ = try missing.apply(to: folder)
    let outcome = try build(folder)
    #expect(outcome.code == 1)
    #expect(!outcome.err.contains("[schema.duplicate-key]"))
  }

  @Test func oneWrongCellIsOneProblem() throws {
    let folder = try copy()
    let wrong = try #require(Defect.all.first { $0.file.hasSuffix("can-giuoc-2024/targets.csv") })
    _ = try wrong.apply(to: folder)
    let outcome = try build(folder)
    #expect(outcome.code == 1)
    #expect(!outcome.err.contains("[reference.unknown-target]"))
  }

  @Test func templateErrors() throws {
    let folder = try copy()
    folder.makeFolder("mau")
    try folder.put("mau/home.html", Array("<p>\n{% if site %}\n{{ site.title | khongco }}\n".utf8))
    try folder.put("mau/story.html", Array("{% for x %}{% endfor %}\n".utf8))
    let outcome = try build(folder, "--templates", "mau")
    #expect(outcome.code == 1, "\(outcome.err)")
    #expect(outcome.err.contains("home.html:3:") || outcome.err.contains("home.html:2:"))
    #expect(outcome.err.contains("story.html:1:"), "\(outcome.err)")
    #expect(try build(folder, "--templates", "khong-co").code == 2)
  }

  @Test func strictTurnsWarningsIntoErrors() throws {
    let folder = try copy()
    // What is wrong with the real plans is let stand there, each with its reason.
    #expect(try Tool.run(["rm", folder.path + "/content/waivers.csv"]).code == 0)
    let outcome = try build(folder, "--strict")
    #expect(outcome.code == 1)
    #expect(!outcome.err.contains("lỗi:"), "\(outcome.err)")
  }
}
