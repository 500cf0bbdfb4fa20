import Diagnostics

/// The owner's two colours, moved as far as text in them stays readable on light and on dark.
struct ThemeColours {
  var primary: String?
  var accent: String?

  /// Custom properties for the end of the style sheet; empty where no colour is set.
  func css(into bag: inout DiagnosticBag) -> String {
    var light = ""
    var dark = ""
    for (name, text) in [("primary", primary), ("accent", accent)] {
      guard let text else { continue }
      guard let colour = Colour(text) else {
        bag.error(
          "site.bad-color", at: Location(file: "site.yaml"),
          "Màu “\(text)” không đúng cách viết.", help: "Viết như “#7a1f1f” hoặc “#a33”.")
        continue
      }
      light += "--\(name):\(colour.readable(on: Colour(250, 247, 242)).hex);"
      dark += "--\(name):\(colour.readable(on: Colour(38, 34, 30)).hex);"
    }
    if light.isEmpty { return "" }
    return "\n:root{\(light)}\n@media screen and (prefers-color-scheme:dark){:root{\(dark)}}\n"
  }
}

/// A colour of the screen (sRGB).
struct Colour: Equatable {
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Reads `#a33` and `#aa3333`.
  init?(_ text: String) {
    var digits = Array(text.utf8)
    guard digits.first == UInt8(ascii: "#") else { return nil }
    digits.removeFirst()
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6,
      let number = Int(String(decoding: digits, as: UTF8.self), radix: 16), number >= 0
    else { return nil }
    self.init(Double(number >> 16), Double(number >> 8 & 255), Double(number & 255))
  }

  var hex: String {
    let parts = [red, green, blue].map { value -> String in
      let text = String(Int(min(max(value, 0), 255).rounded()), radix: 16)
      return text.utf8.count == 1 ? "0" + text : text
    }
    return "#" + parts.joined()
  }

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

  func contrast(with other: Colour) -> Double {
    let a = luminance
    let b = other.luminance
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The nearest shade with a contrast of at least 5:1 (AA asks for 4,5:1) to the background.
  func readable(on ground: Colour) -> Colour {
    let goal = ground.luminance > 0.3 ? 0.0 : 255.0
    var colour = self
    for step in 0...50 where colour.contrast(with: ground) < 5 {
      let share = Double(step) / 50
      colour = Colour(
        red + (goal - red) * share, green + (goal - green) * share, blue + (goal - blue) * share)
    }
    return colour
  }
}
