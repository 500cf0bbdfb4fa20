import Diagnostics
import Site
import Testing

/// Whatever colour an owner picks, text in it and on it can be read.
@Suite struct ThemeColourTests {
  /// Pure and neon colours, the ends of the scale, and greys about the middle, where neither black
  /// nor white stands out.
  static let odd = [
    "#ffff00", "#000000", "#ffffff", "#39ff14", "#ff00ff", "#00ffff", "#ff0000", "#0000ff", "#0f0",
    "#767676", "#777777", "#808080", "#8a8a8a", "#959595", "#fffde7", "#0b5d4e", "#b3261e",
  ]

  @Test(arguments: odd) func textIsReadableOnEachGround(_ hex: String) throws {
    let base = try #require(Colour(hex))
    for grounds in [ThemeColours.day, ThemeColours.night] {
      let shades = ThemeColours.shades(of: base, on: grounds)
      for ground in [grounds.paper, grounds.surface, grounds.sunken, shades.soft] {
        #expect(shades.text.contrast(with: ground) >= 4.5, "\(shades.text.hex) \(ground.hex)")
      }
      // A filled button has the colour as its ground and paper for its words.
      #expect(shades.text.contrast(with: grounds.paper) >= 4.5)
      #expect(shades.ink.contrast(with: shades.band) >= 4.5, "\(shades.band.hex)")
    }
  }

  @Test func everyGreyHasAnInk() {
    for level in 0...255 {
      let part = String(level, radix: 16)
      let two = part.utf8.count == 1 ? "0" + part : part
      guard let grey = Colour("#\(two)\(two)\(two)") else {
        Issue.record("không đọc được \(two)")
        continue
      }
      let shades = ThemeColours.shades(of: grey, on: ThemeColours.day)
      #expect(shades.ink.contrast(with: shades.band) >= 4.5, "\(grey.hex)")
    }
  }

  @Test func aReadableColourStaysAsItIs() throws {
    let green = try #require(Colour("#0b5d4e"))
    let shades = ThemeColours.shades(of: green, on: ThemeColours.day)
    #expect(shades.text == green)
    #expect(shades.band == green)
    // Yellow keeps its band, under dark ink, and darkens where it is text.
    let yellow = ThemeColours.shades(of: try #require(Colour("#ffff00")), on: ThemeColours.day)
    #expect(yellow.band.hex == "#ffff00")
    #expect(yellow.text.hex != "#ffff00")
  }

  @Test func ownDarkColoursAreTaken() {
    var bag = DiagnosticBag()
    let css = ThemeColours(primary: "#0b5d4e", primaryDark: "#9fe3d2").css(into: &bag)
    #expect(css.contains(":root{--primary:#0b5d4e;"))
    #expect(css.contains("dark){:root{--primary:#9fe3d2;"))
    #expect(!css.contains("--accent"))
    #expect(bag.all.isEmpty)
    #expect(ThemeColours().css(into: &bag).isEmpty)
  }

  @Test func onlyADarkColourIsWrittenForTheNightAlone() {
    var bag = DiagnosticBag()
    let css = ThemeColours(accentDark: "#ffd27f").css(into: &bag)
    #expect(css.hasPrefix("\n@media screen and (prefers-color-scheme:dark){:root{--accent:"))
  }
}

/// The head of a unit's page.
@Suite struct GlanceTests {
  @Test func aUnitIsToldInAFewNumbers() throws {
    let page = try RenderedSite(Fixture.archive()).page("don-vi/truong-a/index.html")
    let head = page.split(separator: "class=\"jump\"").first ?? ""
    for text in [
      "class=\"glance\"", "tile-targets\"><a href=\"#s-campaigns\">", "Chỉ tiêu đạt, vượt",
      "tile-stories\"><a href=\"#s-stories\"><b>30</b>",
    ] {
      #expect(head.contains(text), "thiếu “\(text)”")
    }
    // A unit of which nothing is known has no empty tiles.
    let empty = try RenderedSite(Fixture.archive(stories: 0)).page("don-vi/so/index.html")
    #expect(!empty.contains("tile-stories"))
  }
}
