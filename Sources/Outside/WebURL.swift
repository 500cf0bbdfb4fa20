/// The little of web addresses that is needed to ask them.
package enum WebURL {
  /// In small letters and without port or name of a user; nil for what is no web address.
  package static func host(of url: String) -> String? {
    guard let rest = afterScheme(url) else { return nil }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let server = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let host =
      server.hasPrefix("[")
      ? server.prefix { $0 != "]" } + "]" : server.prefix { $0 != ":" }
    return host.isEmpty || host == "]" ? nil : host.lowercased()
  }

  /// What stands for the place on the page does not go to the server.
  package static func withoutFragment(_ url: String) -> String {
    String(url.prefix { $0 != "#" })
  }

  /// Blanks and letters beyond ASCII after the host written as servers read them.
  static func ascii(_ url: String) -> String {
    guard let rest = afterScheme(url), let path = rest.firstIndex(where: { $0 == "/" || $0 == "?" })
    else { return url }
    var result = String(url[..<path])
    let digits = Array("0123456789ABCDEF")
    for byte in url[path...].utf8 {
      if byte > 0x20, byte < 0x7F {
        result.append(Character(Unicode.Scalar(byte)))
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }

  private static func afterScheme(_ url: String) -> Substring? {
    for scheme in ["http://", "https://"] where url.lowercased().hasPrefix(scheme) {
      return url.dropFirst(scheme.count)
    }
    return nil
  }
}
