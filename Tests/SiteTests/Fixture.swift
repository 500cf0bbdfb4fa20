import Campaigns
import Content
import Diagnostics
import Digests
import Glibc
import Images
import Site
import Templating
import Testing
import Vietnamese

/// A site of a department and two schools, small enough to read, with hostile names in it.
enum Fixture {
  static let hostile = "Trường <script>alert('x')</script> & \"bạn\""

  /// The files beside the pages, of a style sheet and a script with nothing in them.
  static func assets(_ plan: SitePlan) -> SiteAssets {
    SiteAssets(
      plan: plan, styles: Array("a{}".utf8), scripts: [("tim-kiem.js", []), ("trang.js", [])])
  }

  static func at(_ file: String, _ line: Int = 1) -> Location { Location(file: file, line: line) }

  static func prose(_ text: String, _ file: String, line: Int = 1) -> Prose {
    Prose(bytes: Array(text.utf8)[...], location: at(file, line))
  }

  static func date(_ text: String) throws -> PlainDate { try #require(PlainDate.parse(text)) }

  static func archive(storyText: String = "Chữ.", stories: Int = 30) throws -> Archive {
    var settings = SiteSettings(title: "Nêu gương")
    settings.tagline = "Thi đua & lan tỏa"
    settings.baseURL = "https://vi.du/thi-dua"
    settings.publisher = "so"
    settings.notice = "Dữ liệu minh họa"
    settings.primaryColor = "#ffcc00"
    settings.email = "so@vi.du"
    var archive = Archive(settings: settings)
    archive.media = ["media/anh.jpg", "media/quyet-dinh.pdf"]
    archive.units = try units()
    archive.clusters = [
      Cluster(
        id: "cum-1", name: "Cụm 1", owner: "so", isSchoolYear: true, isSample: true,
        location: at("clusters.csv", 2))
    ]
    archive.people = [person("an", consents: true), person("binh", consents: false)]
    archive.campaigns = [try campaign()]
    archive.rulePacks = [
      RulePack(
        id: "luat", title: "Luật <thử>", act: "luat", from: try date("01/01/2024"), to: nil,
        scope: ["so"], location: at("rules/luat.yaml"))
    ]
    archive.indicators = [
      Indicator(
        id: "cs-1", name: "Học sinh <giỏi>", unitOfMeasure: "%", direction: .up,
        location: at("indicators.csv", 2))
    ]
    let newest = try date("05/9/2024").dayNumber
    archive.stories = (0..<stories).map { i in
      var story = Story(
        slug: "chuyen-\(i)", title: i == 0 ? "Chuyện <b>đậm</b>" : "Chuyện \(i)",
        date: PlainDate(dayNumber: newest - i),
        prose: prose(storyText, "stories/2024/chuyen-\(i).md", line: 10),
        location: at("stories/2024/chuyen-\(i).md"))
      story.unit = "truong-a"
      story.person = i == 0 ? "an" : nil
      story.campaign = "pt"
      story.exemplar = i == 0 ? "dh-1" : nil
      story.kind = .individual
      story.quote = "Lời <nói>"
      story.facts = [Story.Fact(label: "Số <em>", value: "12,5")]
      story.tags = ["a & b"]
      story.isSample = true
      story.aliases = i == 1 ? ["/chuyen-cu/"] : []
      return story
    }
    archive.pages = [
      FreePage(
        slug: "gioi-thieu", title: "Giới thiệu", isInMenu: true, order: 1,
        prose: prose("# Ngỏ\n\n[Đơn vị](/don-vi/)", "pages/gioi-thieu.md"))
    ]
    return archive
  }

  private static func units() throws -> [Unit] {
    var department = Unit(
      id: "so", name: "Sở Giáo dục", kind: .department, location: at("units.csv", 2))
    department.website = "so.vi.du"
    var a = Unit(id: "truong-a", name: hostile, kind: .school, location: at("units.csv", 3))
    a.professionalParent = "so"
    a.levels = [.primary]
    a.clusters = ["cum-1"]
    a.headcount = Unit.Headcount(staff: 60, teachers: 48, pupils: 1234, classes: 30)
    a.head = "an"
    a.headTitle = "HIỆU TRƯỞNG"
    a.website = "javascript:alert(1)"
    a.isSample = true
    a.introduction = prose(
      "## Về trường\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "units/truong-a/about.md")
    var b = Unit(id: "truong-b", name: "Trường B", kind: .school, location: at("units.csv", 4))
    b.professionalParent = "so"
    b.validTo = try date("30/6/2024")
    b.successors = ["truong-a"]
    return [department, a, b]
  }

  private static func person(_ id: String, consents: Bool) -> Person {
    var person = Person(
      id: id, name: id == "an" ? "Trần Thị An" : "Lê Văn Kín", role: .teacher,
      location: at("people.csv", 2))
    person.title = "cô"
    person.consents = consents
    return person
  }

  private static func campaign() throws -> Campaign {
    let span = try #require(DateSpan(from: date("01/01/2024"), to: date("31/12/2024")))
    let file = "campaigns/pt/campaign.md"
    var campaign = Campaign(
      id: "pt", title: "Phong trào <i>nghiêng</i>", kind: .regular, origin: .sector, owner: "so",
      period: span, periodText: "năm 2024", prose: prose("## I. Mục đích\n\nNội dung.", file),
      location: at(file))
    campaign.motto = "Nói & làm"
    campaign.phases = [
      Campaign.Phase(
        id: "gd1", name: "Giai đoạn 1", span: span, review: .interim,
        due: PartialDate.parse("10/12/2024"), location: at(file, 4))
    ]
    campaign.tasks = [
      Campaign.Assignment(
        text: "Tổng hợp", lead: "so", coordinators: ["khác"], location: at(file, 7))
    ]
    campaign.duties = [
      Campaign.Duty(
        id: "d1", kind: .finalReport, text: "Gửi báo cáo", due: nil, event: "khi xong", to: "so",
        via: "thư", location: at(file, 9))
    ]
    var target = Target(
      id: "ct-1", campaign: "pt", verbatim: "Đạt 80% trở lên", name: "Học sinh <giỏi>",
      comparator: .atLeast, value: VNNumber(80), unitOfMeasure: "%", location: at("targets.csv", 2))
    target.appliesTo = ["truong"]
    target.indicator = "cs-1"
    campaign.targets = [target]
    for (year, numerator) in [(2023, 70), (2024, 85)] {
      campaign.results.append(
        TargetResult(
          campaign: "pt", target: "ct-1", unit: "truong-a", period: .year(year), value: nil,
          numerator: VNNumber(numerator), denominator: VNNumber(100), asOf: nil, isConfirmed: true,
          evidence: nil, note: nil, location: at("results.csv", year - 2021)))
    }
    for (id, form, person) in [
      ("k1", Award.Form.certificate, "binh"), ("k2", .order, "an"), ("k3", .certificate, "an"),
    ] {
      var award = Award(
        id: id, awardClass: .form, form: form, subjectKind: .individual, unit: "truong-a",
        basis: .regular, location: at("awards.csv", 2))
      award.campaign = "pt"
      award.person = person
      award.decisionNumber = "12/QĐ-SGDĐT"
      award.revokedOn = id == "k3" ? try date("01/6/2024") : nil
      campaign.awards.append(award)
    }
    campaign.track = .fourStages
    var exemplar = Exemplar(
      id: "dh-1", campaign: "pt", name: "Thư viện mở", kind: .model, unit: "truong-a",
      location: at("exemplars.csv", 2))
    exemplar.steps = [
      Exemplar.LoggedStep(
        step: .discover, date: try date("02/3/2024"), note: nil, by: "so",
        location: at("steps.csv", 2))
    ]
    exemplar.followers = [
      Exemplar.Follower(unit: "truong-b", relation: .learns, date: nil, note: nil)
    ]
    campaign.exemplars = [exemplar]
    var registration = Registration(
      id: "r1", campaign: "pt", unit: "truong-a", item: "Công trình", location: at("r.csv", 2))
    registration.status = .underWay
    campaign.registrations = [registration]
    var inspection = Inspection(
      id: "i1", campaign: "pt", date: try date("02/4/2024"), unit: "truong-a",
      location: at("i.csv", 2))
    inspection.remedy = "Bổ sung sổ"
    campaign.inspections = [inspection]
    return campaign
  }

  static func plan(_ archive: Archive) throws -> SitePlan {
    let directory = Directory(archive)
    return SitePlan(
      directory: directory, assessor: Assessor(directory),
      reports: [
        ReportLink(
          unit: "truong-a", campaign: "pt", title: "Báo cáo tổng kết",
          html: "bao-cao/truong-a/pt.html",
          files: [
            ReportLink.File(name: "PDF", path: "bao-cao/truong-a/pt.pdf", size: 38_500),
            ReportLink.File(name: "Excel", path: "bao-cao/truong-a/pt.xlsx", size: 1_258_291),
          ], sources: "bao-cao/truong-a/pt.nguon.json")
      ],
      now: try date("20/11/2024"),
      pictures: PictureBook(.memory(try media()), archive: directory.archive))
  }

  /// Where the largest file of the photo lies in the output.
  static func photo() throws -> String {
    let photo = try #require(try media()["media/anh.jpg"])
    return "media/anh-\(SHA256(of: photo).hex.prefix(8))-1000.jpg"
  }

  /// A photo and a document; `archive` lists them.
  static func media() throws -> [String: [UInt8]] {
    let grey = Bitmap(
      width: 1000, height: 500, hasAlpha: false,
      pixels: [UInt8](repeating: 128, count: 1_500_000))
    return ["media/anh.jpg": try grey.jpeg(), "media/quyet-dinh.pdf": Array("%PDF-1.7".utf8)]
  }

  /// The templates of the program, read from the folder that is embedded in it.
  ///
  /// - Parameter own: templates in the place of those of the same name.
  static func templates(with own: [TemplateSource] = []) throws -> TemplateSet {
    let folder =
      String(#filePath.dropLast("Tests/SiteTests/Fixture.swift".count))
      + "Templates/default/"
    var sources: [TemplateSource] = []
    let handle = try unsafe #require(opendir(folder))
    defer { _ = unsafe closedir(handle) }
    while let entry = unsafe readdir(handle) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard name.hasSuffix(".html"), !own.contains(where: { $0.name == name }) else { continue }
      sources.append(TemplateSource(name: name, bytes: try read(folder + name)))
    }
    var bag = DiagnosticBag()
    let set = TemplateSet.compile((sources + own).sorted { $0.name < $1.name }, into: &bag)
    #expect(bag.all.isEmpty)
    return try #require(set)
  }

  static func read(_ path: String) throws -> [UInt8] {
    let file = try unsafe #require(fopen(path, "rb"))
    defer { _ = unsafe fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }
}

/// A whole site in memory.
struct RenderedSite {
  var pages: [String: String] = [:]
  var files: [String: String] = [:]
  var bag = DiagnosticBag()

  init(_ archive: Archive) throws {
    let plan = try Fixture.plan(archive)
    let renderer = SiteRenderer(plan: plan, templates: try Fixture.templates())
    bag.add(contentsOf: plan.problems)
    for page in plan.pages {
      var bytes: [UInt8] = []
      renderer.render(page, into: &bytes, diagnostics: &bag)
      let text = String(decoding: bytes, as: UTF8.self)
      // Fragments, styles and data are no pages by themselves.
      if page.path.hasSuffix(".html") {
        pages[page.path] = text
      } else {
        files[page.path] = text
      }
    }
    for file in Fixture.assets(plan).files(into: &bag) {
      files[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
  }

  func page(_ path: String) throws -> String {
    try #require(pages[path], "không có trang \(path)")
  }

  func file(_ path: String) throws -> String {
    try #require(files[path], "không có tệp \(path)")
  }

  /// Values of an attribute in the order of the page.
  static func values(of attribute: String, in html: String) -> [String] {
    html.split(separator: " \(attribute)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }
}
