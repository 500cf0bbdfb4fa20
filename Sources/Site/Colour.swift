/// A colour of the screen (sRGB).
package struct Colour: Equatable, Sendable {
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#a33` and `#aa3333`.
  package init?(_ text: String) {
    var digits = Array(text.utf8)
    guard digits.first == UInt8(ascii: "#") else { return nil }
    digits.removeFirst()
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6,
      let number = Int(String(decoding: digits, as: UTF8.self), radix: 16), number >= 0
    else { return nil }
    self.init(Double(number >> 16), Double(number >> 8 & 255), Double(number & 255))
  }

  package var hex: String {
    let parts = [red, green, blue].map { value -> String in
      let text = String(Int(min(max(value, 0), 255).rounded()), radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }
    return "#" + parts.joined()
  }

  /// The colour that the screen shows: what `hex` says, whole steps only.
  var shown: Colour { Colour(red.rounded(), green.rounded(), blue.rounded()) }

  /// Relative luminance by WCAG 2.2; the exponent 2,4 is taken as x²·x^0.4 by Newton's root.
  var luminance: Double {
    func linear(_ value: Double) -> Double {
      let c = value / 255
      if c <= 0.04045 { return c / 12.92 }
      let x = (c + 0.055) / 1.055
      var root = x
      for _ in 0..<40 {
        root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root)
      }
      return x * x * root
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  package func contrast(with other: Colour) -> Double {
    let a = luminance
    let b = other.luminance
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// A part of the other colour laid over this one: 0 is this, 1 is the other.
  func mixed(with other: Colour, _ share: Double) -> Colour {
    Colour(
      red + (other.red - red) * share, green + (other.green - green) * share,
      blue + (other.blue - blue) * share)
  }

  /// The nearest shade with a contrast of at least `ratio` to the background.
  ///
  /// It grows darker on light grounds and lighter on dark ones, which keeps its hue.
  func readable(on ground: Colour, ratio: Double = 5) -> Colour {
    let goal = ground.luminance > 0.3 ? Colour(0, 0, 0) : Colour(255, 255, 255)
    for step in 0...50 {
      let colour = mixed(with: goal, Double(step) / 50).shown
      if colour.contrast(with: ground) >= ratio { return colour }
    }
    return goal
  }
}
