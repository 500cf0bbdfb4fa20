/// What stands for a page where a link to it is shared (thẻ chia sẻ), as values: its words, its
/// colours and whether it has a picture.
package struct ShareCard: Sendable, Hashable {
  /// The size that networks ask for, in pixels.
  package static let width = 1200
  package static let height = 630

  package var title: String
  /// Above the title: what the page belongs to.
  package var kicker: String?
  /// Below the title: whose it is.
  package var unit: String?
  package var mark: SiteMark
  package var palette: Palette
  /// Whether a picture takes the right part; the file is then one for photos.
  package var hasPicture = false

  /// Colours that were chosen to be read upon each other.
  package struct Palette: Sendable, Hashable {
    /// What all lies on.
    package var ground: Tint
    package var title: Tint
    /// Lines beside the title.
    package var quiet: Tint
    /// The strip at the edge and the line above the foot.
    package var strip: Tint

    package init(ground: Tint, title: Tint, quiet: Tint, strip: Tint) {
      self.ground = ground
      self.title = title
      self.quiet = quiet
      self.strip = strip
    }
  }

  package init(title: String, mark: SiteMark, palette: Palette) {
    self.title = title
    self.mark = mark
    self.palette = palette
  }
}

/// What tells a site from others at a glance: its name, its letters in a square of its colour.
package struct SiteMark: Sendable, Hashable {
  package var name: String
  /// At most three letters.
  package var initials: String
  package var ground: Tint
  package var ink: Tint

  package init(name: String, initials: String, ground: Tint, ink: Tint) {
    self.name = name
    self.initials = initials
    self.ground = ground
    self.ink = ink
  }
}

/// A colour of the screen (sRGB).
package struct Tint: Sendable, Hashable {
  package var red: UInt8
  package var green: UInt8
  package var blue: UInt8

  package init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  package var hex: String {
    "#"
      + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined()
  }
}
