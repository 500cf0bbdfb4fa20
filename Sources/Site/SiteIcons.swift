package import Drawing

/// The icons of the site and the file that names them to phones.
package struct SiteIcons: Sendable {
  static let ico = "favicon.ico"
  static let picture = "assets/bieu-tuong-192.png"
  static let touch = "assets/bieu-tuong-180.png"
  static let manifest = "manifest.webmanifest"

  /// A PNG to be made.
  package struct Picture: Sendable {
    package var path: String
    package var side: Int
    /// Whether its colour goes to the edges, for phones that cut shapes themselves.
    package var isWhole: Bool
  }

  package let mark: SiteMark

  package init(plan: SitePlan) { mark = plan.model.cards.theme.mark }

  /// Sides of the pictures in the ICO.
  package static let icoSides = [16, 32, 48]
  package static let icoPath = ico
  package static let pictures = [
    Picture(path: touch, side: 180, isWhole: true),
    Picture(path: picture, side: 192, isWhole: false),
    Picture(path: "assets/bieu-tuong-512.png", side: 512, isWhole: false),
    Picture(path: "assets/bieu-tuong-cat.png", side: 512, isWhole: true),
  ]

  package static let paths = [ico, manifest] + pictures.map(\.path)
}
