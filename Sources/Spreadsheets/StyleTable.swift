import XML

/// What the style of a cell says that matters here.
struct CellStyle: Sendable {
  var format = NumberFormat.plain
  /// Digits shown after the comma; nil where the format leaves that open.
  var decimals: Int?
  var font: String?
  var isBold = false
}

/// `styles.xml`: the styles that cells name by number.
final class StyleReader: XMLListener {
  private(set) var formats: [CellStyle] = []
  private let since1904: Bool
  private var codes: [Int: String] = [:]
  private var fonts: [(name: String?, isBold: Bool)] = []
  private var path: [String] = []

  init(since1904: Bool) { self.since1904 = since1904 }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch (path.last, name) {
    case (_, "numFmt"):
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        codes[id] = attributes["formatCode"]
      }
    case ("fonts", "font"): fonts.append((nil, false))
    case ("font", "name") where isInFonts: fonts[fonts.count - 1].name = attributes["val"]
    case ("font", "b") where isInFonts:
      fonts[fonts.count - 1].isBold = !["0", "false"].contains(attributes["val"])
    case ("cellXfs", "xf"):
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      let font = attributes["fontId"].flatMap { Int($0) }
        .flatMap { fonts.indices.contains($0) ? fonts[$0] : nil }
      formats.append(
        CellStyle(
          format: .meaning(ofID: id, code: codes[id], since1904: since1904),
          decimals: NumberFormat.decimals(ofID: id, code: codes[id]), font: font?.name,
          isBold: font?.isBold ?? false))
    default: break
    }
    path.append(name)
  }

  func end(_ name: String, text: [UInt8]) { path.removeLast() }

  private var isInFonts: Bool { path.dropLast().last == "fonts" && !fonts.isEmpty }
}
