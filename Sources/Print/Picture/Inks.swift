import Drawing
import PDF

extension ContentStream.Colour {
  init(_ ink: Drawing.Ink) {
    let colour = ink.colour
    self.init(
      red: Double(colour.red) / 255, green: Double(colour.green) / 255,
      blue: Double(colour.blue) / 255)
  }
}

extension TextLayout {
  /// How far left of its anchor a line begins.
  func shift(for anchor: Drawing.Anchor) -> Double {
    switch anchor {
    case .start: 0
    case .middle: width / 2
    case .end: width
    }
  }
}
