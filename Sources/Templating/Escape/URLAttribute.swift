/// An attribute whose value is a URL, and which URLs it may hold.
struct URLAttribute: Sendable, Hashable {
  /// Several URLs with commas between, each with its size behind it.
  let isList: Bool
  /// Whether a picture may be given in the URL itself.
  let holdsPicture: Bool

  /// Nil if this attribute of this element holds no URL.
  init?(element: [UInt8], attribute: [UInt8]) {
    let element = String(decoding: element, as: UTF8.self)
    let attribute = String(decoding: attribute, as: UTF8.self)
    switch attribute {
    case "src", "srcset", "href", "xlink:href", "action", "formaction", "poster": break
    case "data" where element == "object": break
    default: return nil
    }
    isList = attribute == "srcset"
    holdsPicture = attribute == "src" && (element == "img" || element == "source")
  }

  /// The scheme for which `value` may not stand here, or nil if it may.
  ///
  /// Only relative URLs and a few schemes are harmless: `javascript:` runs what follows it. Text
  /// that `isEscaped` already may hide any sign, the colon too, behind an `&`.
  func refusedScheme(of value: [UInt8], isEscaped: Bool) -> String? {
    if !isList { return refusedScheme(of: value[...], isEscaped) }
    for part in value.split(separator: UInt8(ascii: ",")) {
      if let found = refusedScheme(of: part, isEscaped) { return found }
    }
    return nil
  }

  private func refusedScheme(of value: ArraySlice<UInt8>, _ isEscaped: Bool) -> String? {
    var length = 0
    for i in value.indices {
      let byte = value[i]
      switch byte {
      // Browsers leave these out: `java\nscript:` is a scheme too.
      case 0...32: continue
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      case UInt8(ascii: "&") where isEscaped && !value[i...].starts(with: "&amp;".utf8):
        return "&"
      case UInt8(ascii: ":"):
        let scheme = value[..<i]
        // Nearly all are these two, and no string is needed to tell.
        if scheme.elementsEqual("https".utf8) || scheme.elementsEqual("http".utf8) { return nil }
        let text = String(decoding: scheme.filter { $0 > 32 }, as: UTF8.self).lowercased()
        let isAllowed =
          ["http", "https", "mailto", "tel"].contains(text)
          || (text == "data" && holdsPicture && value[(i + 1)...].starts(with: "image/".utf8))
        return isAllowed ? nil : text + ":"
      default:
        length += 1
        // Longer than any scheme.
        if length > 32 { return nil }
      }
    }
    return nil
  }
}
