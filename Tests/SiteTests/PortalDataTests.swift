import Campaigns
import Diagnostics
import Digests
import Records
import Site
import Testing
import Vietnamese

/// The data files of units, held against the schema that is published beside them.
@Suite("Data for other portals")
struct PortalDataTests {
  private func files(_ plan: SitePlan) throws -> [String: JSONNode] {
    let renderer = SiteRenderer(plan: plan, templates: try Fixture.templates())
    var bag = DiagnosticBag()
    var files: [String: JSONNode] = [:]
    for page in plan.pages where page.path.hasPrefix("du-lieu/") {
      var bytes: [UInt8] = []
      renderer.render(page, into: &bytes, diagnostics: &bag)
      let data: JSONNode = try #require(JSON.parse(bytes, file: page.path, into: &bag))
      files[page.path] = data
    }
    #expect(bag.all.isEmpty)
    return files
  }

  @Test func allDataOfTheSampleIsAsTheSchemaSays() async throws {
    let sample = try await PortalSample()
    let files = try files(sample.whole)
    let schema = try #require(files["du-lieu/luoc-do.json"])
    #expect(schema["$schema"]?.text == "https://json-schema.org/draft/2020-12/schema")
    let check = SchemaCheck(schema: schema)
    #expect(check.undescribed == [])
    for (path, data) in files.sorted(by: { $0.key < $1.key }) where path != "du-lieu/luoc-do.json" {
      #expect(check.problems(of: data) == [], "\(path)")
    }
    let listed = try #require(files["du-lieu/index.json"]?["don_vi"]?.items)
    #expect(listed.count == sample.directory.archive.units.count)
    #expect(files.count == listed.count + 2)
  }

  @Test func theCheckFindsWhatIsWrong() async throws {
    let files = try files(try await PortalSample().whole)
    let check = SchemaCheck(schema: try #require(files["du-lieu/luoc-do.json"]))
    let unit = try #require(files["du-lieu/thcs-dam-o-loan-moi.json"])
    let broken: [(String, JSONNode)] = [
      ("phien_ban", .string("1")), ("guong", .null), ("don_vi", .object([])), ("khac", .null),
      ("cap_nhat", .string("31/5/2025")),
    ]
    for (name, value) in broken {
      let members = unit.members.filter { $0.name != name } + [(name, value)]
      #expect(check.problems(of: .object(members)) != [], "\(name)")
    }
  }

  @Test func factsHaveThreeValuesAndNumbersAllTheirDigits() throws {
    var archive = try Fixture.archive(stories: 2)
    var open = archive.campaigns[0].targets[0]
    open.id = "ct-2"
    archive.campaigns[0].targets.append(open)
    let site = try RenderedSite(archive)
    let data = try site.file("du-lieu/truong-a.json")
    let reached = data.contains(
      "\"ket_qua\":85.00,\"ket_qua_chu\":\"85,00%\",\"tu_so\":85,\"mau_so\":100")
    #expect(reached)
    let yes = data.contains("\"dat\":{\"gia_tri\":true,\"ly_do\":\"Thực hiện 85/100")
    #expect(yes)
    let unknown = data.contains("\"dat\":{\"gia_tri\":null,\"ly_do\":\"Chưa có số liệu\"}")
    #expect(unknown)
  }

  @Test func whoDidNotConsentIsNotNamed() throws {
    let site = try RenderedSite(Fixture.archive(stories: 2))
    for path in [
      "du-lieu/truong-a.json", "nhung/truong-a/index.html", "nhung/truong-a/manh.txt",
    ] {
      let text = try path.hasSuffix("index.html") ? site.page(path) : site.file(path)
      let isNamed = text.contains("Lê Văn Kín")
      #expect(!isNamed)
      let isDescribed = text.contains("Một giáo viên")
      #expect(isDescribed, "\(path)")
    }
  }

  @Test func theFragmentStandsInAnyPage() throws {
    let site = try RenderedSite(Fixture.archive(stories: 5))
    let fragment = try site.file("nhung/truong-a/manh.txt")
    #expect(!fragment.contains("<html"))
    #expect(!fragment.contains("<script"))
    #expect(!fragment.contains("style=\""))
    #expect(fragment.contains("&lt;script&gt;"))
    let links = RenderedSite.values(of: "href", in: fragment)
    #expect(links.count > 3)
    #expect(links.allSatisfy { $0.hasPrefix("https://vi.du/thi-dua/") })
    // Each rule is of its own classes.
    let style = try #require(fragment.split(separator: "</style>").first)
    for rule in style.split(separator: "\n") where rule.contains("{") && !rule.contains("@media") {
      #expect(rule.drop { $0 == " " }.hasPrefix(".ng-"), "\(rule)")
    }
    let frame = try site.page("nhung/truong-a/index.html")
    // One file is all, and its policy knows its style by its fingerprint.
    #expect(!frame.contains("<link rel=\"stylesheet\""))
    let own = try #require(
      frame.split(separator: "<style>").last?.split(separator: "</style>").first)
    #expect(own.contains(".ng-the"))
    #expect(frame.contains("sha256-\(SHA256(of: Array(own.utf8)).base64)"))
    let guide = try site.page("nhung/truong-a/huong-dan/index.html")
    #expect(guide.contains("&lt;iframe src=&quot;https://vi.du/thi-dua/nhung/truong-a/index.html"))
    #expect(try site.page("don-vi/truong-a/index.html").contains("huong-dan/index.html"))
  }

  @Test func withoutAnAddressTheFragmentIsWords() throws {
    var archive = try Fixture.archive(stories: 2)
    archive.settings.baseURL = nil
    let site = try RenderedSite(archive)
    let fragment = try site.file("nhung/truong-a/manh.txt")
    #expect(RenderedSite.values(of: "href", in: fragment) == [])
    let frame = try site.page("nhung/truong-a/index.html")
    #expect(frame.contains("href=\"../../don-vi/truong-a/index.html\""))
  }
}

/// As much of JSON Schema 2020-12 as the published schema uses.
private struct SchemaCheck {
  let schema: JSONNode

  func problems(of data: JSONNode) -> [String] { problems(data, schema, "$") }

  /// Members without a word of what they mean.
  var undescribed: [String] {
    (schema["$defs"]?.members ?? []).flatMap { name, object in
      (object["properties"]?.members ?? []).filter { ($0.value["description"]?.text ?? "").isEmpty }
        .map { "\(name).\($0.name)" }
    }
  }

  private func problems(_ data: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.text {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let target = self.schema["$defs"]?[name] else { return ["\(path): \(reference)"] }
      return problems(data, target, path)
    }
    for (word, least) in [("oneOf", 1), ("anyOf", 1)] {
      guard let choices = schema[word]?.items else { continue }
      if choices.isEmpty { continue }
      let found = choices.map { problems(data, $0, path) }
      let fitting = found.count { $0.isEmpty }
      if fitting < least || (word == "oneOf" && fitting > 1) {
        return ["\(path): hợp \(fitting) trong \(choices.count): \(found.joined())"]
      }
      return []
    }
    return own(data, schema, path)
  }

  private func own(_ data: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    switch (schema["type"]?.text, data) {
    case ("object", .object(let members)):
      let names = Set(members.map(\.name))
      let properties = schema["properties"]
      let absent = (schema["required"]?.items ?? []).compactMap(\.text).filter {
        !names.contains($0)
      }
      return absent.map { "\(path): thiếu \($0)" }
        + members.flatMap { name, value in
          properties?[name].map { problems(value, $0, "\(path).\(name)") }
            ?? ["\(path): thừa \(name)"]
        }
    case ("array", .array(let items)):
      guard let item = schema["items"] else { return ["\(path): không có items"] }
      return items.enumerated().flatMap { problems($1, item, "\(path)[\($0)]") }
    case ("string", .string(let text)):
      let words = (schema["enum"]?.items ?? []).compactMap(\.text)
      if !words.isEmpty, !words.contains(text) { return ["\(path): \(text)"] }
      let isDate = text.utf8.count == 10 && text.split(separator: "-").map(\.count) == [4, 2, 2]
      return schema["format"]?.text == "date" && !isDate ? ["\(path): \(text)"] : []
    case ("integer", .int(let number)) where number >= schema["minimum"]?.int ?? .min: return []
    case ("number", .int), ("number", .double), ("boolean", .bool), ("null", .null): return []
    default: return ["\(path): không phải \(schema["type"]?.text ?? "?")"]
    }
  }
}
