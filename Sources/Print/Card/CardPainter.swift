package import Drawing
package import Images

/// Paints share cards; one per worker, since a font set is not shared.
package struct CardPainter {
  private let fonts: FontSet
  private let words: CardText

  package init(fonts: FontSet) {
    self.fonts = fonts
    words = CardText(fonts: fonts)
  }

  /// What other programs may cut off or cover at each edge.
  package static let safeEdge = 60.0
  package static let pictureWidth = 450
  private static let strip = 16.0
  private static let left = 84.0
  private static let gap = 44.0

  /// A PNG, or a JPEG of a card with a picture; the same bytes for the same card and fonts.
  ///
  /// - Parameters:
  ///   - picture: nil where it cannot be read; its place is then the ground's.
  ///   - logo: stands for the letters of the site's name.
  package func file(
    _ card: ShareCard, picture: Bitmap? = nil, logo: Bitmap? = nil
  ) throws(PrintError) -> [UInt8] {
    let (width, height) = (Double(ShareCard.width), Double(ShareCard.height))
    let canvas = try CardCanvas(
      width: ShareCard.width, height: ShareCard.height, card.hasPicture ? .photo : .few)
    canvas.fill(x: 0, y: 0, width: width, height: height, card.palette.ground)
    canvas.fill(x: 0, y: 0, width: Self.strip, height: height, card.palette.strip)
    var right = width - Self.left
    if card.hasPicture, let picture,
      let part = try? picture.covering(width: Self.pictureWidth, height: ShareCard.height)
    {
      let x = width - Double(Self.pictureWidth)
      canvas.picture(part, x: x, y: 0)
      right = x - Self.gap
    }
    let foot = try foot(card, logo, right: right, on: canvas)
    texts(card, right: right, foot: foot, on: canvas)
    return try canvas.file()
  }

  /// Mark and name of the site below a thin line; answers with where the line is.
  private func foot(
    _ card: ShareCard, _ logo: Bitmap?, right: Double, on canvas: CardCanvas
  ) throws(PrintError) -> Double {
    let side = 60.0
    let top = Double(ShareCard.height) - Self.safeEdge - side
    try MarkPainter(fonts: fonts).paint(
      card.mark, logo: logo, x: Self.left, y: top, side: side, on: canvas)
    let x = Self.left + side + 20
    let box = CardText.Box(
      width: right - x, height: 50, sizes: [36, 33, 30, 27], isBold: true)
    if let name = words.fit(card.mark.name, box) {
      canvas.text(name, x: x, y: top + (side - name.height) / 2, card.palette.title)
    }
    let line = top - 26
    canvas.fill(x: Self.left, y: line, width: right - Self.left, height: 2, card.palette.strip)
    return line
  }

  /// Kicker, title and unit as one group in the middle of what is left.
  private func texts(_ card: ShareCard, right: Double, foot: Double, on canvas: CardCanvas) {
    let width = right - Self.left
    let isNarrow = width < 800
    let line = CardText.Box(width: width, height: 46, sizes: [38, 35, 32, 30])
    var lines = line
    lines.height = isNarrow ? 76 : 46
    let kicker = card.kicker.flatMap { words.fit($0, line) }
    let unit = card.unit.flatMap { words.fit($0, line, lines) }
    let (above, below) = (18.0, 22.0)
    let top = Self.safeEdge
    let taken =
      (kicker.map { $0.height + above } ?? 0) + (unit.map { $0.height + below } ?? 0)
    let room = foot - 24 - top - taken
    let box = CardText.Box(
      width: width, height: room,
      sizes: isNarrow
        ? [86, 76, 70, 64, 58, 53, 48, 44, 40, 37, 34]
        : [116, 104, 92, 84, 76, 69, 63, 57, 52, 47, 43, 39, 36],
      isBold: true, lineSpacing: 1.08)
    let title = words.fit(card.title, box) ?? words.fit(card.mark.name, box)
    var y = top + (foot - 24 - top - taken - (title?.height ?? 0)) / 2
    if let kicker {
      canvas.text(kicker, x: Self.left, y: y, card.palette.quiet)
      y += kicker.height + above
    }
    if let title {
      canvas.text(title, x: Self.left, y: y, card.palette.title)
      y += title.height + below
    }
    if let unit { canvas.text(unit, x: Self.left, y: y, card.palette.quiet) }
  }
}
