import Campaigns
import Diagnostics
import Site
import Templating
import Testing

/// Links and anchors held against the pages, and old addresses that send on.
@Suite struct LinkCheckTests {
  private func problems(_ archive: Archive, _ templates: [TemplateSource] = []) throws
    -> [Diagnostic]
  {
    let plan = try Fixture.plan(archive)
    let renderer = SiteRenderer(plan: plan, templates: try Fixture.templates(with: templates))
    var bag = plan.problems
    var book = LinkBook()
    for (i, page) in plan.pages.enumerated() {
      var bytes: [UInt8] = []
      renderer.render(page, i, into: &bytes, diagnostics: &bag, links: &book)
    }
    bag.add(contentsOf: LinkCheck(plan: plan, templates: templates).problems(of: book))
    return bag.sorted
  }

  private func archive(_ text: String) throws -> Archive {
    var archive = try Fixture.archive(stories: 3)
    archive.stories[2].prose = Fixture.prose(text, "stories/2024/chuyen-2.md", line: 10)
    return archive
  }

  @Test func theSampleOfTheTestsIsWhole() throws {
    #expect(try problems(Fixture.archive()).map(\.summary) == [])
  }

  @Test(arguments: [
    "[a](#muc-hai)\n\n## Mục hai", "[a](/don-vi/truong-a/#ve-truong)", "[a](/don-vi/#s-tree)",
    "[a](chuyen-1.md#noi-dung)", "[a](#)", "[a](#top)", "[a](/chuyen-cu/)",
    "[a](/guong/chu-de/a-b/)", "[a](/media/anh.jpg)",
  ]) func goodLink(_ text: String) throws {
    #expect(try problems(archive(text)).map(\.summary) == [])
  }

  @Test(arguments: [
    ("Một\n\nhai [a](#muc-hay)\n\n## Mục hai", 12, 5, "link.missing-anchor", "“muc-hai”"),
    ("[a](/don-vi/truong-a/#ve-truon)", 10, 1, "link.missing-anchor", "“ve-truong”"),
    ("[a](../../units/truong-a/about.md#khong)", 10, 1, "link.missing-anchor", ""),
    ("[a](/don-vi/truong-c/)", 10, 1, "link.missing-page", "/don-vi/truong-a/"),
    ("[a](/Don-Vi/truong-a/)", 10, 1, "link.missing-page", "chữ hoa, chữ thường"),
  ]) func brokenLink(_ text: String, _ line: Int, _ column: Int, _ id: String, _ hint: String)
    throws
  {
    let found = try problems(archive(text))
    try #require(found.count == 1, "\(found)")
    #expect(found[0].id == id)
    #expect(found[0].location?.file == "stories/2024/chuyen-2.md")
    #expect(found[0].location?.line == line)
    #expect(found[0].location?.column == column)
    #expect(hint.isEmpty || found[0].help?.contains(hint) == true, "\(found[0].help ?? "")")
  }

  @Test func aHeadingNeverTakesAnIdOfThePage() throws {
    let text = "[a](#muc-noi-dung)\n\n## Nội dung\n\n## S related"
    #expect(try problems(archive(text)).map(\.summary) == [])
  }

  @Test func aLinkOfATemplateIsToldWithItsLine() throws {
    let template = TemplateSource(
      name: "missing.html",
      bytes: Array(
        """
        {% extends "layout.html" %}
        {% block main %}
        <p id="x"><a href="#khong-co">a</a> <a href="{{ page.root }}khong-co/index.html">b</a></p>
        {% endblock %}
        """.utf8))
    let found = try problems(Fixture.archive(), [template])
    #expect(found.map(\.id) == ["link.missing-anchor", "link.missing-page"])
    #expect(found.map { $0.location?.file } == ["missing.html", "missing.html"])
    #expect(found.map { $0.location?.line } == [3, 3])
    #expect(found.allSatisfy { $0.notes.first?.text.contains("404.html") == true })
  }

  @Test func twoEqualIdsOnAPageAreAnError() throws {
    let template = TemplateSource(
      name: "missing.html", bytes: Array("<p id=a></p><!-- <p id=a> --><p ID='a'></p>".utf8))
    let found = try problems(Fixture.archive(), [template])
    #expect(found.map(\.id) == ["page.same-id"])
  }

  @Test func theMenuIsChecked() throws {
    var archive = try Fixture.archive()
    func place(_ line: Int) -> Location { Fixture.at("site.yaml", line) }
    archive.settings.navigation = [
      SiteSettings.Link(title: "A", url: "/don-vi/#s-tree", location: place(3)),
      SiteSettings.Link(title: "B", url: "/don-vii/", location: place(4)),
      SiteSettings.Link(title: "C", url: "/don-vi/#s-tre", location: place(5)),
      SiteSettings.Link(title: "D", url: "javascript:alert(1)", location: place(6)),
      SiteSettings.Link(title: "E", url: "https://vi.du/", location: place(7)),
    ]
    let found = try problems(archive)
    #expect(found.map(\.id) == ["link.missing-page", "link.missing-anchor", "site.menu-address"])
    #expect(found.map { $0.location?.line } == [4, 5, 6])
    #expect(found[0].help?.contains("/don-vi/") == true)
  }

  @Test func oldAddressesOfEveryKindSendOn() throws {
    var archive = try Fixture.archive()
    archive.units[1].aliases = ["truong-cu"]
    archive.campaigns[0].aliases = ["pt-cu", "/thi-dua-2024/"]
    archive.campaigns[0].exemplars[0].aliases = ["dh-cu"]
    archive.pages[0].aliases = ["/gioi-thieu-chung.html"]
    let site = try RenderedSite(archive)
    #expect(site.bag.all.map(\.summary) == [])
    for (old, new) in [
      ("don-vi/truong-cu/index.html", "don-vi/truong-a/"),
      ("phong-trao/pt-cu/index.html", "phong-trao/pt/"),
      ("thi-dua-2024/index.html", "phong-trao/pt/"),
      ("dien-hinh/dh-cu/index.html", "dien-hinh/dh-1/"),
      ("gioi-thieu-chung.html", "gioi-thieu/"), ("chuyen-cu/index.html", "guong/chuyen-1/"),
    ] {
      let page = try site.page(old)
      let up = String(repeating: "../", count: old.split(separator: "/").count - 1)
      #expect(page.contains("content=\"0; url=\(up)\(new)index.html\""), "\(old)")
      #expect(page.contains("<a href=\"\(up)\(new)index.html\">"), "\(old)")
      #expect(page.contains("<link rel=\"canonical\" href=\"https://vi.du/thi-dua/\(new)\">"))
      // The site's policy allows no script in the page itself.
      #expect(!page.contains("<script>"))
    }
  }

  @Test(arguments: [
    ("/guong/chuyen-0/", "page.alias-of-itself"), ("/guong/chuyen-1/", "page.same-address"),
    ("/Guong/chuyen-1/", "page.case-clash"), ("/chuyen-cu/", "page.same-address"),
    ("/../x/", "page.bad-alias"), ("/bài/", "page.bad-alias"), ("/", "page.bad-alias"),
  ]) func oldAddressesThatClashAreErrors(_ alias: String, _ id: String) throws {
    var archive = try Fixture.archive(stories: 3)
    archive.stories[0].aliases = [alias]
    let problems = try Fixture.plan(archive).problems.sorted
    #expect(problems.map(\.id) == [id])
    #expect(problems.first?.location != nil)
  }

  @Test func outsideLinksAreGatheredOnceWithEveryPlace() throws {
    var archive = try archive(
      "[a](https://vi.du/x#y) [b](/don-vi/) ![c](https://anh.vn/a.png) <https://vi.du/x>")
    archive.units[0].website = "https://vi.du/x"
    let links = OutsideLinks(archive).links
    #expect(links.map(\.url) == ["https://vi.du/x"])
    #expect(
      links.first?.places.map(\.file) == [
        "stories/2024/chuyen-2.md", "stories/2024/chuyen-2.md", "units.csv",
      ])
  }
}
