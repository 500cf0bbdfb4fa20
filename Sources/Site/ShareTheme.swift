import Campaigns
import Drawing

/// The site's colours as pictures of it use them, and its letters.
struct ShareTheme: Sendable {
  let palette: ShareCard.Palette
  /// For pictures by themselves, such as the icon of a tab.
  let mark: SiteMark
  /// The same on a card, whose ground has the mark's own colour.
  let cardMark: SiteMark
  /// What browsers colour their own edge with.
  let light: String
  let dark: String

  /// The style sheet's own, where `site.yaml` says nothing.
  private static let primary = Colour(138, 31, 31)
  private static let accent = Colour(224, 179, 104)
  private static let paper = Colour(255, 253, 250)
  private static let night = Colour(38, 34, 30)

  init(_ settings: SiteSettings) {
    let primary = settings.primaryColor.flatMap { Colour($0) } ?? Self.primary
    let accent = settings.accentColor.flatMap { Colour($0) } ?? Self.accent
    let ground = primary.distant(from: Self.paper, contrast: 7.5, towards: Colour(0, 0, 0))
    palette = ShareCard.Palette(
      ground: ground.tint, title: Self.paper.tint,
      quiet: Self.paper.mixed(with: ground, 0.16).readable(on: ground).tint,
      strip: accent.distant(from: ground, contrast: 3, towards: Self.paper).tint)
    let letters = Self.initials(of: settings.shortName ?? settings.title)
    mark = SiteMark(
      name: settings.title, initials: letters, ground: ground.tint, ink: Self.paper.tint)
    cardMark = SiteMark(
      name: settings.title, initials: letters, ground: Self.paper.tint, ink: ground.tint)
    light = ground.hex
    dark = Self.night.hex
  }

  /// The first letters of the first two words; an abbreviation of three letters stays whole.
  static func initials(of name: String) -> String {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    if let only = words.first, words.count == 1, only.count <= 3 { return only.uppercased() }
    return words.prefix(2).map { $0.prefix(1).uppercased() }.joined()
  }
}

extension Colour {
  fileprivate var tint: Tint {
    func level(_ value: Double) -> UInt8 { UInt8(min(max(value, 0), 255).rounded()) }
    return Tint(level(red), level(green), level(blue))
  }

  /// The nearest shade on the way to a colour that stands out so much from another.
  fileprivate func distant(from ground: Colour, contrast: Double, towards goal: Colour) -> Colour {
    for step in 0..<50 {
      let colour = mixed(with: goal, Double(step) / 50)
      if colour.contrast(with: ground) >= contrast { return colour }
    }
    return goal
  }
}
