import Documents
import Drawing
import PDF

extension Typesetter {
  /// What a table or figure is called, ready to be placed.
  func caption(_ caption: Caption) -> TextLayout {
    var style = TextStyle(
      size: profile.captionSize, isItalic: true, alignment: .center,
      lineSpacing: profile.lineSpacing)
    style.firstLineIndent = 0
    return layout(caption.runs, style, width: bodyWidth)
  }

  /// A picture in the middle, with its caption below, on one page.
  mutating func figure(_ figure: Figure) {
    var image: Int?
    let size: (width: Double, height: Double)
    switch figure.picture {
    case .drawing(let drawing): size = (drawing.width, drawing.height)
    case .image(let photo):
      size = profile.fitted(width: photo.width, height: photo.height)
      guard let made = PDFImage(photo) else {
        unreadable.append(photo.alternative)
        return
      }
      image = images.count
      images.append(made)
    }
    let caption = figure.caption.map { self.caption($0) }
    let below = caption.map { $0.height + profile.figure.captionGap } ?? 0
    startBlock(needing: spacing + size.height + below + tail)
    leave(spacing)
    let x = left + (bodyWidth - size.width) / 2
    tagged(.figure, [.alternative(figure.alternative)]) { sheet in
      let owner = sheet.structure.current
      switch figure.picture {
      case .drawing(let drawing):
        sheet.mark(.drawing(drawing, x: x, y: sheet.cursor), owner: owner)
      case .image:
        guard let image else { break }
        sheet.mark(
          .image(image, x: x, y: sheet.cursor, width: size.width, height: size.height),
          owner: owner)
      }
      sheet.cursor += size.height
      if let caption {
        sheet.tagged(.caption) { $0.flow(caption, x: $0.left, after: $0.profile.figure.captionGap) }
      }
    }
  }
}
