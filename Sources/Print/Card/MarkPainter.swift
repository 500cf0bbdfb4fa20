import CPangoCairo
package import Drawing
package import Images

/// Paints what tells a site from others: its logo, or its letters in a square.
package struct MarkPainter {
  private let fonts: FontSet

  package init(fonts: FontSet) { self.fonts = fonts }

  /// How much of the side the letters take.
  private static let share = 0.66
  /// The same within what a phone may cut to any shape: a circle of four fifths of the side.
  private static let maskedShare = 0.5

  func paint(
    _ mark: SiteMark, logo: Bitmap?, x: Double, y: Double, side: Double, on canvas: CardCanvas,
    isWhole: Bool = false
  ) throws(PrintError) {
    if let logo, let small = try? logo.fitted(width: Int(side), height: Int(side)) {
      let left = x + ((side - Double(small.width)) / 2).rounded()
      return canvas.picture(small, x: left, y: y + ((side - Double(small.height)) / 2).rounded())
    }
    let radius = isWhole ? 0 : side * 0.2
    canvas.tile(x: x, y: y, side: side, radius: radius, mark.ground)
    guard let letters = letters(mark, side: side, share: isWhole ? Self.maskedShare : Self.share)
    else { return }
    canvas.text(letters.layout, x: x + letters.x, y: y + letters.y, mark.ink)
  }

  /// A PNG with the mark on a square.
  ///
  /// - Parameter isWhole: whether the colour goes to the edges, for phones that cut shapes
  ///   themselves.
  package func icon(
    _ mark: SiteMark, logo: Bitmap?, side: Int, isWhole: Bool = false
  ) throws(PrintError) -> [UInt8] {
    let canvas = try CardCanvas(width: side, height: side, .clear)
    let whole = Double(side)
    if isWhole, let logo {
      canvas.fill(x: 0, y: 0, width: whole, height: whole, Tint(255, 255, 255))
      let inner = (whole * 0.56).rounded()
      let edge = ((whole - inner) / 2).rounded()
      try paint(mark, logo: logo, x: edge, y: edge, side: inner, on: canvas)
    } else {
      try paint(mark, logo: logo, x: 0, y: 0, side: whole, on: canvas, isWhole: isWhole)
    }
    return try canvas.file()
  }

  /// The letters in the middle of a square by their ink, and where their layout begins.
  private func letters(
    _ mark: SiteMark, side: Double, share: Double
  ) -> (layout: TextLayout, x: Double, y: Double)? {
    let text = CardText(fonts: fonts).clean(mark.initials)
    if text.isEmpty { return nil }
    let room = side * share
    let probe = TextLayout(text, TextStyle(size: 100, isBold: true), width: nil, fonts: fonts)
    guard let ink = probe.ink, ink.width > 0, ink.height > 0 else { return nil }
    let size = 100 * min(room / ink.width, room / ink.height)
    let layout = TextLayout(text, TextStyle(size: size, isBold: true), width: nil, fonts: fonts)
    guard let ink = layout.ink else { return nil }
    return (
      layout, (side - ink.width) / 2 - ink.x, (side - ink.height) / 2 - ink.y
    )
  }
}

extension TextLayout {
  /// The box of what is really drawn of the first line, from the layout's corner.
  fileprivate var ink: (x: Double, y: Double, width: Double, height: Double)? {
    guard let line = unsafe layoutLine(0), let first = lines.first else { return nil }
    var ink = PangoRectangle()
    unsafe pango_layout_line_get_extents(line, &ink, nil)
    let scale = Double(PANGO_SCALE)
    return (
      Double(ink.x) / scale, first.baseline + Double(ink.y) / scale, Double(ink.width) / scale,
      Double(ink.height) / scale
    )
  }
}
