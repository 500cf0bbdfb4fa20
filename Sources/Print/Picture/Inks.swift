import Drawing
import PDF

extension Drawing.Ink {
  /// Inks that can also be told apart on a grey printer.
  var colour: ContentStream.Colour {
    switch self {
    case .text: .black
    case .muted: ContentStream.Colour(red: 0.35, green: 0.35, blue: 0.35)
    case .line: ContentStream.Colour(red: 0.9, green: 0.9, blue: 0.9)
    case .good: ContentStream.Colour(red: 0.16, green: 0.45, blue: 0.32)
    case .fair: ContentStream.Colour(red: 0.75, green: 0.55, blue: 0.15)
    case .poor: ContentStream.Colour(red: 0.7, green: 0.27, blue: 0.18)
    case .unknown: ContentStream.Colour(red: 0.55, green: 0.55, blue: 0.55)
    case .accent: ContentStream.Colour(red: 0.2, green: 0.35, blue: 0.55)
    }
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
