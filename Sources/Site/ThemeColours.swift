import Campaigns
package import Diagnostics

/// The owner's two colours, and all that is made of them, so that text stays readable on each
/// ground of the site whatever was chosen, by day and by night.
package struct ThemeColours: Sendable {
  package var primary: String?
  package var accent: String?
  /// The owner's own colours for the night; else those of the day are lightened.
  package var primaryDark: String?
  package var accentDark: String?

  package init(
    primary: String? = nil, accent: String? = nil, primaryDark: String? = nil,
    accentDark: String? = nil
  ) {
    self.primary = primary
    self.accent = accent
    self.primaryDark = primaryDark
    self.accentDark = accentDark
  }

  init(_ settings: SiteSettings) {
    self.init(
      primary: settings.primaryColor, accent: settings.accentColor,
      primaryDark: settings.primaryDarkColor, accentDark: settings.accentDarkColor)
  }

  /// The grounds of the style sheet that text may stand on; `site.css` has the same values.
  package struct Grounds: Sendable {
    package var paper: Colour
    package var surface: Colour
    package var sunken: Colour
    /// How much of a colour a tinted ground has.
    var tint: Double

    /// The one that is the hardest for coloured text: nearest to the text's own lightness.
    var worst: Colour { sunken }
  }

  package static let day = Grounds(
    paper: Colour(250, 247, 242), surface: Colour(255, 253, 250), sunken: Colour(241, 235, 225),
    tint: 0.06)
  package static let night = Grounds(
    paper: Colour(27, 24, 21), surface: Colour(38, 34, 30), sunken: Colour(47, 42, 37), tint: 0.1)
  /// Light and dark writing on the band across the head of each page.
  private static let inks = (light: Colour(255, 253, 249), dark: Colour(31, 26, 21))

  /// One colour as text, as a tinted ground, as a band of full colour, and the ink on that band.
  package struct Shades: Equatable, Sendable {
    package var text: Colour
    package var soft: Colour
    package var band: Colour
    package var ink: Colour
  }

  /// - Parameter base: the colour as the owner chose it.
  package static func shades(of base: Colour, on grounds: Grounds) -> Shades {
    // The soft ground stays on the far side of the sunken one, so text that clears the latter by
    // five clears it too.
    let text = base.readable(on: grounds.worst)
    let soft = grounds.surface.mixed(with: text, grounds.tint).shown
    // By night a band of full colour would glare.
    let band = grounds.paper.luminance > 0.3 ? base : base.mixed(with: night.paper, 0.6).shown
    let ink =
      band.contrast(with: inks.light) >= 4.5
        || band.contrast(with: inks.light) >= band.contrast(with: inks.dark)
      ? inks.light : inks.dark
    // Between the two lies a narrow belt of greys on which neither ink is dark or light enough.
    let clear =
      ink == inks.dark
      ? band.mixed(with: Colour(255, 255, 255), band.contrast(with: ink) < 5 ? 0.2 : 0).shown
      : band.darkened(for: ink)
    return Shades(text: text, soft: soft, band: clear, ink: ink)
  }

  /// The colour that phones give to their own bar, by day and by night.
  package var bands: (day: String, night: String)? {
    guard let primary = primary.flatMap(Colour.init) else { return nil }
    let dark = primaryDark.flatMap(Colour.init) ?? primary
    return (
      Self.shades(of: primary, on: Self.day).band.hex,
      Self.shades(of: dark, on: Self.night).band.hex
    )
  }

  /// Custom properties for the end of the style sheet; empty where no colour is set.
  package func css(into bag: inout DiagnosticBag) -> String {
    let main = read(primary, &bag)
    let second = read(accent, &bag)
    let light = properties(main, second, Self.day)
    let dark = properties(
      read(primaryDark, &bag) ?? main, read(accentDark, &bag) ?? second, Self.night)
    if light.isEmpty && dark.isEmpty { return "" }
    let day = light.isEmpty ? "" : "\n:root{\(light)}"
    return day + "\n@media screen and (prefers-color-scheme:dark){:root{\(dark)}}\n"
  }

  private func read(_ text: String?, _ bag: inout DiagnosticBag) -> Colour? {
    guard let text else { return nil }
    if let colour = Colour(text) { return colour }
    bag.error(
      "site.bad-color", at: Location(file: "site.yaml"),
      "Màu “\(text)” không đúng cách viết.", help: "Viết như “#7a1f1f” hoặc “#a33”.")
    return nil
  }

  private func properties(_ primary: Colour?, _ accent: Colour?, _ grounds: Grounds) -> String {
    var css = ""
    if let primary {
      let shades = Self.shades(of: primary, on: grounds)
      css += "--primary:\(shades.text.hex);--primary-soft:\(shades.soft.hex);"
      css += "--band:\(shades.band.hex);--band-ink:\(shades.ink.hex);"
    }
    if let accent {
      css += "--accent:\(Self.shades(of: accent, on: grounds).text.hex);"
    }
    return css
  }
}

extension Colour {
  /// Dark enough for light writing.
  fileprivate func darkened(for ink: Colour) -> Colour {
    for step in 0...50 {
      let colour = mixed(with: Colour(0, 0, 0), Double(step) / 50).shown
      if colour.contrast(with: ink) >= 5 { return colour }
    }
    return Colour(0, 0, 0)
  }
}
