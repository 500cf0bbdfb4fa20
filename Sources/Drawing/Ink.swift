extension Drawing {
  /// Role of a colour; a page's styles may give it another one of its theme.
  package enum Ink: String, Sendable, Hashable {
    case text, muted, line, good, fair, poor, unknown, accent
    /// What the picture lies on.
    case paper

    /// Red, green and blue: dark enough on white to be told from it, also in grey.
    package var colour: (red: UInt8, green: UInt8, blue: UInt8) {
      switch self {
      case .text: (0, 0, 0)
      case .muted: (89, 89, 89)
      case .line: (217, 217, 217)
      case .good: (41, 115, 82)
      case .fair: (191, 140, 38)
      case .poor: (179, 69, 46)
      case .unknown: (140, 140, 140)
      case .accent: (51, 89, 140)
      case .paper: (255, 255, 255)
      }
    }

    /// Stripes that tell this ink from others where there is no colour.
    var hatch: Hatch {
      switch self {
      case .poor: .rising
      case .fair: .falling
      case .unknown: .level
      default: .solid
      }
    }
  }

  /// White stripes over a surface, so that a grey printer shows the difference too.
  enum Hatch: Sendable, Hashable {
    case solid, rising, falling, level
  }
}
