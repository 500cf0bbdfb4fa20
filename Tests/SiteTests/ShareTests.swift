import Campaigns
import Content
import Diagnostics
import Drawing
import Records
import Templating
import Testing

@testable import Site

/// What a page tells networks and phones.
struct ShareTests {
  private func plan(_ change: (inout Archive) -> Void = { _ in }) throws -> SitePlan {
    var archive = try Fixture.archive(stories: 3)
    archive.stories[0].image = "/media/anh.jpg"
    archive.stories[0].imageAlt = "Cô giáo"
    change(&archive)
    let directory = Directory(archive)
    return SitePlan(
      directory: directory, assessor: Assessor(directory), reports: [],
      now: try Fixture.date("31/12/2024"),
      pictures: PictureBook(.memory(try Fixture.media()), archive: archive))
  }

  private func head(_ path: String, _ plan: SitePlan) throws -> String {
    let page = try #require(plan.pages.first { $0.path == path })
    var bag = DiagnosticBag()
    let templates = try Fixture.templates()
    var out: [UInt8] = []
    SiteRenderer(plan: plan, templates: templates).render(page, into: &out, diagnostics: &bag)
    #expect(bag.sorted.isEmpty, "\(bag.sorted)")
    let text = String(decoding: out, as: UTF8.self)
    let end = try #require(text.firstRange(of: "</head>"))
    return String(text[..<end.lowerBound])
  }

  @Test func storiesUnitsAndCampaignsHaveCardsOthersShareOne() throws {
    let plan = try plan()
    let cards = Dictionary(uniqueKeysWithValues: plan.cards.map { ($0.path, $0) })
    let story = try #require(cards["guong/chuyen-0/chia-se.jpg"])
    #expect(story.picture == "media/anh.jpg" && story.card.hasPicture)
    #expect(story.card.title == "Chuyện <b>đậm</b>" && story.card.unit == Fixture.hostile)
    #expect(story.card.kicker == "Phong trào <i>nghiêng</i>")
    #expect(cards["guong/chuyen-1/chia-se.png"]?.picture == nil)
    #expect(cards["don-vi/so/chia-se.png"]?.card.title == "Sở Giáo dục")
    #expect(cards["phong-trao/pt/chia-se.png"] != nil && cards["assets/chia-se.png"] != nil)
    #expect(cards.count == 3 + 3 + 1 + 1)
  }

  @Test func aWithheldOrForeignPictureIsNotOnTheCard() throws {
    let withheld = try plan { $0.withheldMedia = ["media/anh.jpg"] }
    #expect(withheld.cards.allSatisfy { $0.picture == nil && !$0.card.hasPicture })
    for url in ["https://vi.du/a.jpg", "//vi.du/a.jpg", "../../../etc/passwd", ""] {
      let plan = try plan { $0.stories[0].image = url }
      #expect(plan.cards.allSatisfy { $0.picture == nil }, "\(url)")
    }
  }

  @Test func aStorySaysWhatItIs() throws {
    let head = try head("guong/chuyen-0/index.html", plan())
    for line in [
      "property=\"og:type\" content=\"article\"",
      "property=\"og:image\" content=\"https://vi.du/thi-dua/guong/chuyen-0/chia-se.jpg\"",
      "property=\"og:image:type\" content=\"image/jpeg\"",
      "property=\"og:image:width\" content=\"1200\"",
      "property=\"og:image:height\" content=\"630\"",
      "property=\"og:url\" content=\"https://vi.du/thi-dua/guong/chuyen-0/\"",
      "property=\"article:published_time\" content=\"2024-09-05T00:00:00+07:00\"",
      "property=\"article:tag\" content=\"a &amp; b\"",
      "name=\"twitter:card\" content=\"summary_large_image\"",
      "rel=\"manifest\" href=\"../../manifest.webmanifest\"",
    ] {
      #expect(head.contains(line), "\(line)")
    }
    #expect(!head.contains("<b>"))
  }

  @Test func withoutAnAddressThereIsNoImage() throws {
    let head = try head("guong/chuyen-0/index.html", plan { $0.settings.baseURL = nil })
    #expect(!head.contains("og:image") && !head.contains("og:url"))
    #expect(head.contains("content=\"summary\"") && head.contains("og:title"))
  }

  @Test func cardsCanBeSwitchedOff() throws {
    let plan = try plan { $0.settings.hasShareCards = false }
    #expect(plan.cards.isEmpty)
    let story = try head("guong/chuyen-0/index.html", plan)
    #expect(try story.contains("content=\"https://vi.du/thi-dua/\(Fixture.photo())\""))
    #expect(!story.contains("og:image:width"))
    #expect(!(try head("don-vi/index.html", plan)).contains("og:image"))
  }

  @Test func coloursOfACardCanBeReadWhateverIsChosen() throws {
    for colour in ["#ffcc00", "#ffffff", "#000", "#0b5d4e", "#808080", "#f0f"] {
      let plan = try plan {
        $0.settings.primaryColor = colour
        $0.settings.accentColor = colour
      }
      let palette = try #require(plan.cards.first).card.palette
      #expect(contrast(palette.title, palette.ground) >= 7, "\(colour)")
      #expect(contrast(palette.quiet, palette.ground) >= 4.5, "\(colour)")
    }
  }

  /// By WCAG 2.2, with the exponent taken by squares and roots alone.
  private func contrast(_ a: Tint, _ b: Tint) -> Double {
    func light(_ tint: Tint) -> Double {
      func linear(_ value: UInt8) -> Double {
        let c = Double(value) / 255
        let x = (c + 0.055) / 1.055
        // x^2.4 lies between x² and x³; x^2.375 is near enough for a bound.
        let eighth = x.squareRoot().squareRoot().squareRoot()
        return c <= 0.04045 ? c / 12.92 : x * x * eighth * eighth * eighth
      }
      return 0.2126 * linear(tint.red) + 0.7152 * linear(tint.green) + 0.0722 * linear(tint.blue)
    }
    let (low, high) = (min(light(a), light(b)), max(light(a), light(b)))
    return (high + 0.05) / (low + 0.05)
  }

  @Test func theManifestIsJSONWithIconsThatAreMade() throws {
    let plan = try plan { $0.settings.title = "Nêu \"gương\" \u{1}\\ của một tỉnh có tên rất dài" }
    var bag = DiagnosticBag()
    let files = SiteAssets(plan: plan, styles: []).files(into: &bag)
    let file = try #require(files.first { $0.path == "manifest.webmanifest" })
    let json = try #require(JSON.parse(file.bytes, file: "m", into: &bag), "\(bag.sorted)")
    func text(_ name: String) -> String? { json.members.first { $0.name == name }?.value.text }
    #expect(text("name") == plan.pages[0].title)
    #expect((text("short_name") ?? "").count <= 25 && text("lang") == "vi")
    #expect(text("start_url") == "./" && text("scope") == "./")
    #expect(text("theme_color")?.count == 7)
    let icons = json.members.first { $0.name == "icons" }?.value.items ?? []
    #expect(icons.count == 3)
    for icon in icons {
      let path = icon.members.first { $0.name == "src" }?.value.text ?? ""
      #expect(SiteIcons.pictures.contains { $0.path == path }, "\(path)")
    }
  }

  @Test func initialsComeFromTheName() {
    #expect(ShareTheme.initials(of: "Nêu gương") == "NG")
    #expect(ShareTheme.initials(of: "đồng khởi mới") == "ĐK")
    #expect(ShareTheme.initials(of: "GDĐ") == "GDĐ")
    #expect(ShareTheme.initials(of: "“Thi đua”") == "TĐ")
    #expect(ShareTheme.initials(of: "…") == "")
  }
}
