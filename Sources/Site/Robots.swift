/// `robots.txt`: everything may be read, and where the list of pages lies.
struct Robots {
  /// Absolute address of the site, if it is known.
  let base: String?

  var bytes: [UInt8] {
    var text = "User-agent: *\nDisallow:\n"
    if let base { text += "Sitemap: \(WebAddress.encoded(base))sitemap.xml\n" }
    return Array(text.utf8)
  }
}
