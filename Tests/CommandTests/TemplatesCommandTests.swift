import Testing

/// The verb for authors of templates: seeing, copying, checking, and the reference.
@Suite(.serialized) struct TemplatesCommandTests {
  private let folder = TemporaryFolder()

  private func run(_ words: String...) throws -> Outcome {
    try Tool.neuguong(["templates"] + words, in: folder.path)
  }

  private func change(_ file: String, _ command: String) throws {
    #expect(try Tool.run(["sed", "-i", command, "\(folder.path)/\(file)"]).code == 0)
  }

  @Test func helpOfTheVerbAndOfItsParts() throws {
    let help = try run()
    #expect(help.code == 0 && help.err.isEmpty)
    #expect(try run("--help").out == help.out)
    #expect(try Tool.neuguong(["help", "templates"], in: folder.path).out == help.out)
    for part in ["list", "show", "check", "eject", "reference"] {
      #expect(help.out.contains("\n  \(part) "))
      let one = try run(part, "--help")
      #expect(one.code == 0 && one.out.hasPrefix("neuguong templates \(part): "))
      #expect(one.out.contains("Cách dùng: neuguong templates \(part) "))
    }
  }

  @Test(arguments: [
    (["lits"], "“list”"), (["xyz"], "neuguong templates --help"),
    (["list", "x"], "Thừa “x”"), (["show"], "Cần TÊN MẪU"), (["show", "hoem.html"], "“home.html”"),
    (["show", "zzz"], "templates list"), (["check", "none"], "“none”"),
    (["check", "--format", "xml"], "sarif"), (["eject"], "Cần THƯ MỤC"),
    (["eject", "home.html"], "sau tên mẫu “home.html”"),
    (["eject", "hom.html", "x"], "“home.html”"), (["list", "--templates", "none"], "“none”"),
    (["reference", "--jsn"], "“json”"),
  ])
  func wrongUse(_ words: [String], _ hint: String) throws {
    let outcome = try Tool.neuguong(["templates"] + words, in: folder.path)
    #expect(outcome.code == 2, "\(outcome.err)")
    #expect(outcome.out.isEmpty)
    #expect(outcome.err.contains(hint), "\(outcome.err)")
  }

  @Test func theBuiltInTemplatesAreClean() throws {
    let outcome = try run("check", "--strict")
    #expect(outcome.code == 0)
    #expect(outcome.err == "Không có lỗi.\n")
    #expect(try run("check", "--format", "json").out.contains("template") == false)
  }

  @Test func listAndShowTellBuiltInFromOwn() throws {
    #expect(try run("eject", "home.html", "mau", "--quiet").err.isEmpty)
    try change("mau/home.html", "1i {# moi #}")
    let built = try run("list")
    let home = try #require(built.out.split(separator: "\n").first { $0.hasPrefix("home.html ") })
    #expect(home.contains(" HTML ") && home.contains("có sẵn"))
    #expect(home.contains("trang đầu; dựa trên layout.html; dùng part-campaign-card.html, part-"))
    #expect(built.out.contains("\nsite.css ") && built.out.contains("\nreport.md "))
    let own = try run("list", "--templates", "mau")
    #expect(own.out.split(separator: "\n").count { $0.contains("của bạn") } == 1)
    #expect(try run("show", "home.html", "--templates", "mau").out.hasPrefix("{# moi #}\n"))
    #expect(try run("show", "home.html").out.hasPrefix("{% extends \"layout.html\" %}\n"))
  }

  @Test func ejectNeverOverwritesUnlessToldTo() throws {
    let first = try run("eject", "home.html", "report.md", "mau/")
    #expect(first.code == 0 && first.out.isEmpty)
    #expect(first.err.contains("đã ghi mau/home.html\nđã ghi mau/report.md\n"))
    try change("mau/home.html", "1d")
    let edited = folder.text("mau/home.html")
    let second = try run("eject", "mau")
    #expect(second.code == 2)
    #expect(second.err.contains("Đã có mau/home.html, mau/report.md; chưa ghi gì."))
    #expect(folder.text("mau/home.html") == edited)
    #expect(try Tool.listing(folder.path + "/mau").count { $0.contains(" f ") } == 2)
    #expect(try run("eject", "mau", "--replace").code == 0)
    #expect(folder.text("mau/home.html") == (try run("show", "home.html").out))
    #expect(folder.text("mau/site.css").contains("{"))
    #expect(try run("check", "mau", "--strict").code == 0)
  }

  @Test func ejectReplacesALinkAndDoesNotFollowIt() throws {
    #expect(try Tool.run(["mkdir", "\(folder.path)/mau"]).code == 0)
    #expect(try Tool.run(["ln", "-s", "../khac", "\(folder.path)/mau/home.html"]).code == 0)
    #expect(try run("eject", "home.html", "mau").code == 2)
    #expect(try run("eject", "home.html", "mau", "--replace").code == 0)
    #expect(folder.text("mau/home.html").hasPrefix("{% extends"))
    #expect(try Tool.listing(folder.path).contains { $0.hasPrefix("khac") } == false)
    #expect(try run("eject", "home.html", "/proc/mau").code == 3)
  }

  @Test func checkTellsErrorsLintsAndEachUseOfRaw() throws {
    #expect(try run("eject", "unit.html", "mau").code == 0)
    #expect(try run("check", "mau").code == 0)
    try change(
      "mau/unit.html", "s/unit.place/unit.plcae/g; s/{{ unit.name }}/{{ unit.name | raw }}/")
    let found = try run("check", "mau")
    #expect(found.code == 1)
    #expect(found.err.contains("mau/unit.html:4:"))
    #expect(found.err.contains("[template.undefined]") && found.err.contains("“place”"))
    #expect(found.err.contains("lưu ý: Bộ lọc “raw”"))
    #expect(found.err.hasSuffix("1 lỗi, 1 cảnh báo, 1 chỗ dùng raw\n"), "\(found.err)")
    try change("mau/unit.html", "s/unit.plcae/unit.place/g; 1a {% assign x = 1 %}")
    let warned = try run("check", "mau")
    #expect(warned.code == 0 && warned.err.contains("[template.lint-unused]"), "\(warned.err)")
    #expect(try run("check", "mau", "--strict").code == 1)
    let sarif = try run("check", "mau", "--format", "github", "--quiet")
    #expect(sarif.err.isEmpty && sarif.out.contains("file=mau/unit.html"))
  }

  @Test func aReasonHidesAUseOfRawButNotItsCount() throws {
    #expect(try run("eject", "page.html", "mau").code == 0)
    try change(
      "mau/page.html", "s/{{ content }}/{% # lint: allow lint-raw: a %}\\n{{ content | raw }}/")
    let found = try run("check", "mau")
    #expect(found.err == "Không có lỗi. 1 chỗ dùng raw, 1 đã nêu lý do\n", "\(found.err)")
  }

  /// Parts of the program that an own page no longer calls are nobody's business; own ones are.
  @Test func onlyOwnTemplatesMustBeUsed() throws {
    #expect(try run("eject", "home.html", "mau").code == 0)
    #expect(
      try Tool.run(["cp", "\(folder.path)/mau/home.html", "\(folder.path)/mau/hoem.html"]).code == 0
    )
    try change("mau/home.html", "/render/d")
    let found = try run("check", "mau")
    #expect(found.code == 0)
    #expect(found.err.contains("mau/hoem.html: cảnh báo: Không trang nào dùng"), "\(found.err)")
    #expect(found.err.hasSuffix("\n1 cảnh báo\n"), "\(found.err)")
  }

  /// The same words as `templates check`, for those who check content and templates at once.
  @Test func buildAndCheckTellNamesOfBranchesThatNoContentReaches() throws {
    #expect(try Tool.neuguong(["new", "truong"], in: folder.path).code == 0)
    #expect(try run("eject", "campaign.html", "mau").code == 0)
    try change("mau/campaign.html", "s/campaign.inspections,/campaign.inspectoins,/")
    let words = ["check", "truong", "--templates", "mau", "--now", "2025-05-31"]
    let found = try Tool.neuguong(words, in: folder.path)
    #expect(found.code == 1)
    #expect(found.err.contains("“inspections”"), "\(found.err)")
  }

  @Test func referenceHoldsTagsFiltersNamesAndLints() throws {
    let markdown = try run("reference")
    #expect(markdown.code == 0 && markdown.err.isEmpty)
    for part in [
      "| `extends` |", "| `upcase` |", "| `unit.campaigns[].table.rows[].state.title` | chữ |",
      "### `report.md`", "| `targets[].verbatim` | chữ | nguyên văn |", "| `site.title` |",
      "`template.lint-and-or`", "các thành phần như `unit.children[]`",
    ] {
      #expect(markdown.out.contains(part), "\(part)")
    }
    let json = try run("reference", "--json").out
    #expect(json.hasPrefix("{\n  \"tags\": [\n") && json.hasSuffix("]\n}\n"))
    #expect(json.contains("{\"name\": \"unit.story_count\", \"type\": \"number\", "))
  }
}
